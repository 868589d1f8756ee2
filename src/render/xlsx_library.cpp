#include "render/xlsx_library.h"

#include <dlfcn.h>

#include "base/messages/sheet.h"
#include "base/problem.h"

namespace opsctl::render {

XlsxLibrary load_xlsx_library(const char* file) {
  void* handle = ::dlopen(file, RTLD_NOW | RTLD_LOCAL);
  const auto symbol = [&](const char* name) {
    void* found = handle == nullptr ? nullptr : ::dlsym(handle, name);
    if (found == nullptr)
      throw Error(Exit::failure, say<messages::xlsx_not_installed>(file),
                  say<messages::xlsx_not_installed_hint>());
    return found;
  };
  XlsxLibrary library;
#define OPSCTL_XLSX_LOAD(name) library.name = reinterpret_cast<decltype(&::name)>(symbol(#name));
  OPSCTL_XLSX_FUNCTIONS(OPSCTL_XLSX_LOAD)
#undef OPSCTL_XLSX_LOAD
  return library;
}

const XlsxLibrary& xlsx_library() {
  static const XlsxLibrary library = load_xlsx_library(OPSCTL_XLSXWRITER);
  return library;
}

}  // namespace opsctl::render
