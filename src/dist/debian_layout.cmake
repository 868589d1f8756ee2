# From what `cmake --install` puts to where Debian wants it. CPack runs this on the folder that is
# about to become the package.
cmake_minimum_required(VERSION 3.25)
set(root ${CPACK_TEMPORARY_INSTALL_DIRECTORY})
set(doc ${root}/usr/share/doc/opsctl)
set(dist ${CMAKE_CURRENT_LIST_DIR})

file(GLOB examples ${doc}/examples/*)
foreach(example IN LISTS examples)
  file(READ ${example} text)
  string(REPLACE "/usr/local/bin/" "/usr/bin/" text "${text}")
  file(WRITE ${example} "${text}")
endforeach()

# There for whoever enables the timer.
file(MAKE_DIRECTORY ${root}/lib/systemd/system)
foreach(unit opsctl-check.service opsctl-check.timer)
  file(RENAME ${doc}/examples/${unit} ${root}/lib/systemd/system/${unit})
endforeach()
file(MAKE_DIRECTORY ${root}/etc/opsctl)
file(RENAME ${doc}/examples/config.yaml ${root}/etc/opsctl/config.yaml)

file(MAKE_DIRECTORY ${root}/usr/share/zsh/vendor-completions)
file(RENAME ${root}/usr/share/zsh/site-functions/_opsctl ${root}/usr/share/zsh/vendor-completions/_opsctl)
file(REMOVE_RECURSE ${root}/usr/share/zsh/site-functions)

file(COPY ${dist}/debian/copyright DESTINATION ${doc})
file(COPY ${dist}/debian/changelog DESTINATION ${doc})
file(GLOB_RECURSE compressed ${root}/usr/share/man/*.1)
# No name and no time in it: the same package from the same source.
execute_process(COMMAND gzip -9n ${compressed} ${doc}/changelog COMMAND_ERROR_IS_FATAL ANY)
file(GLOB_RECURSE all LIST_DIRECTORIES true ${root}/*)
foreach(path IN LISTS all)
  if(IS_DIRECTORY ${path} OR path STREQUAL ${root}/usr/bin/opsctl)
    file(CHMOD ${path} PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE
      WORLD_READ WORLD_EXECUTE)
  else()
    file(CHMOD ${path} PERMISSIONS OWNER_READ OWNER_WRITE GROUP_READ WORLD_READ)
  endif()
endforeach()
