# The Debian package: cmake --build --preset release && cpack --config build/release/CPackConfig.cmake
set(debian ${PROJECT_SOURCE_DIR}/src/dist/debian)
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME opsctl)
set(CPACK_PACKAGE_CONTACT "opsctl developers <opsctl@lists.opsctl.dev>" CACHE STRING
  "Maintainer of the package, as in src/dist/debian/changelog")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "operations centre's work by runbooks, signed and recorded")
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION
"Runs an operations centre's work from its own table of work items: who
performs, approves, directs and supports (RACI), when it is due, step by
step, under supervision, with approval, on a record that can be proved.
.
Runbooks are YAML files, the journal is one SQLite file that is only added
to. No server, no daemon. Everything it says exists in Japanese and English.
.
The package sets up a shared host: a group with nobody in it, a journal in
/var/lib/opsctl that only opsctl may touch, runbooks in /etc/opsctl.")
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION admin)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# What no tool sees: libxlsxwriter is opened by 'export' alone, and the short way of writing addresses
# (CMakeLists.txt) is understood since that libc.
set(CPACK_DEBIAN_PACKAGE_DEPENDS "adduser, tzdata, libxlsxwriter4, libc6 (>= 2.36)")
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "openssh-client, prometheus-node-exporter")
set(CPACK_DEBIAN_PACKAGE_CONTROL_EXTRA
  ${debian}/postinst ${debian}/prerm ${debian}/postrm ${debian}/conffiles)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
  OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_STRIP_FILES ON)
set(CPACK_PRE_BUILD_SCRIPTS ${PROJECT_SOURCE_DIR}/src/dist/debian_layout.cmake)
include(CPack)
