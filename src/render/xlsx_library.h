// libxlsxwriter, loaded when it is first needed. Linked, it would bring libcrypto into the start of
// every command: 5.5 million instructions and more time than all the rest of `check` takes.
#pragma once

#include <xlsxwriter.h>

namespace opsctl::render {

// Each function that we call, by the name it has in the library.
#define OPSCTL_XLSX_FUNCTIONS(X) \
  X(format_set_align)            \
  X(format_set_bg_color)         \
  X(format_set_bold)             \
  X(format_set_border)           \
  X(format_set_font_name)        \
  X(format_set_font_size)        \
  X(format_set_text_wrap)        \
  X(lxw_strerror)                \
  X(workbook_add_format)         \
  X(workbook_add_worksheet)      \
  X(workbook_close)              \
  X(workbook_new)                \
  X(workbook_set_properties)     \
  X(worksheet_autofilter)        \
  X(worksheet_fit_to_pages)      \
  X(worksheet_freeze_panes)      \
  X(worksheet_ignore_errors)     \
  X(worksheet_merge_range)       \
  X(worksheet_repeat_rows)       \
  X(worksheet_set_column)        \
  X(worksheet_set_footer)        \
  X(worksheet_set_header)        \
  X(worksheet_set_landscape)     \
  X(worksheet_set_paper)         \
  X(worksheet_write_number)      \
  X(worksheet_write_string)

struct XlsxLibrary {
// NOLINTNEXTLINE(bugprone-macro-parentheses): a declared name cannot stand in them
#define OPSCTL_XLSX_MEMBER(name) decltype(&::name) name = nullptr;
  OPSCTL_XLSX_FUNCTIONS(OPSCTL_XLSX_MEMBER)
#undef OPSCTL_XLSX_MEMBER
};

/// By the name of its file; it stays loaded. Throws Error (failure) where it is not there.
XlsxLibrary load_xlsx_library(const char* file);

/// The one that opsctl was built for; loaded once.
const XlsxLibrary& xlsx_library();

}  // namespace opsctl::render
