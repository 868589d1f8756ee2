#include "render/xlsx.h"

#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <cerrno>
#include <cstring>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "base/messages/sheet.h"
#include "base/problem.h"
#include "base/text.h"
#include "base/width.h"
#include "render/xlsx_library.h"

namespace opsctl::render {
namespace {

constexpr const char* kFont = "Yu Gothic";
constexpr double kFontSize = 10;
constexpr lxw_color_t kHeadColour = 0xDDEBF7;
constexpr int kAmbiguous = 2;  // a Japanese font draws ◎ as wide as a kanji
constexpr int kNarrowest = 6;
constexpr int kWidest = 60;  // columns; longer texts are wrapped
constexpr std::uint8_t kA4 = 9;
constexpr std::size_t kLongestText = 32767;  // of a cell, in UTF-16 units
constexpr std::size_t kLongestName = 31;     // of a worksheet
constexpr time_t kCreated = 946684800;  // 2000-01-01: the clock would make each file another one

/// Excel itself would read "_x000D_" as a control character; "_x005F_" is its way to write "_".
std::string without_escapes(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto digit = [](char c) { return std::isxdigit(static_cast<unsigned char>(c)) != 0; };
    const std::string_view rest = text.substr(i);
    const bool escape = rest.size() >= 7 && rest.starts_with("_x") && rest[6] == '_' &&
                        std::ranges::all_of(rest.substr(2, 4), digit);
    out += escape ? "_x005F_" : std::string(1, text[i]);
  }
  return out;
}

/// What a cell may hold; a longer text says that it goes on.
std::string cell_text(std::string_view text) {
  std::string shown = without_escapes(visible_lines(text));
  if (shown.size() <= kLongestText) return shown;
  const std::u32string all = characters(shown);
  const auto units_of = [](char32_t c) { return c > 0xFFFF ? 2U : 1U; };
  std::size_t units = 0;
  std::size_t fitting = 0;  // how many characters leave room for one more
  for (const char32_t c : all) {
    units += units_of(c);
    if (units < kLongestText) ++fitting;
  }
  if (units <= kLongestText) return shown;
  return utf8(std::u32string_view(all).substr(0, fitting)) + "…";
}

/// Not in a worksheet's name: []:*?/\ and an apostrophe at either end.
std::string worksheet_name(const Worksheet& worksheet) {
  std::u32string name = characters(visible(worksheet.name)).substr(0, kLongestName);
  for (char32_t& c : name) {
    if (std::u32string_view(U"[]:*?/\\'").find(c) != std::u32string_view::npos) c = U' ';
  }
  return utf8(name);
}

/// A file in memory: libxlsxwriter writes to a name only.
class MemoryFile {
 public:
  MemoryFile() : fd_(::memfd_create("opsctl.xlsx", MFD_CLOEXEC)) {
    if (fd_ < 0) fail(errno);
  }
  ~MemoryFile() { ::close(fd_); }
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;

  std::string name() const { return fmt::format("/proc/self/fd/{}", fd_); }

  std::string content() const {
    std::string bytes;
    std::array<char, 1 << 16> part{};
    for (;;) {
      const ssize_t length =
          ::pread(fd_, part.data(), part.size(), static_cast<off_t>(bytes.size()));
      if (length < 0 && errno == EINTR) continue;
      if (length < 0) fail(errno);
      if (length == 0) return bytes;
      bytes.append(part.data(), static_cast<std::size_t>(length));
    }
  }

 private:
  [[noreturn]] static void fail(int error) {
    throw Error(Exit::failure, say<messages::xlsx_failed>(std::strerror(error)));
  }

  int fd_;
};

class Writer {
 public:
  Writer(const Worksheet& worksheet, const std::string& file)
      : worksheet_(worksheet), table_(worksheet.table), book_(lib_.workbook_new(file.c_str())) {
    lxw_doc_properties properties{};
    properties.created = kCreated;
    check(lib_.workbook_set_properties(book_, &properties));
    sheet_ = lib_.workbook_add_worksheet(book_, worksheet_name(worksheet).c_str());
    if (sheet_ == nullptr) check(LXW_ERROR_INVALID_SHEETNAME_CHARACTER);
    plain_ = format(Part::body);
    head_ = format(Part::head);
    headline_ = format(Part::headline);
  }
  Writer(const Writer&) = delete;
  Writer& operator=(const Writer&) = delete;
  /// An unfinished workbook is closed, too, or its memory would be lost.
  ~Writer() {
    if (book_ != nullptr) lib_.workbook_close(book_);
  }

  void write() {
    set_up_page();
    write_head();
    write_rows();
    lxw_workbook* book = std::exchange(book_, nullptr);
    check(lib_.workbook_close(book));
  }

 private:
  void check(lxw_error error) const {
    if (error == LXW_NO_ERROR) return;
    if (error == LXW_ERROR_WORKSHEET_INDEX_OUT_OF_RANGE)
      throw Error(Exit::failure, say<messages::xlsx_too_large>(LXW_ROW_MAX, LXW_COL_MAX),
                  say<messages::xlsx_too_large_hint>());
    throw Error(Exit::failure, say<messages::xlsx_failed>(lib_.lxw_strerror(error)));
  }

  enum class Part { headline, head, body };

  lxw_format* format(Part part) {
    lxw_format* made = lib_.workbook_add_format(book_);
    lib_.format_set_font_name(made, kFont);
    lib_.format_set_font_size(made, kFontSize);
    if (part != Part::body) lib_.format_set_bold(made);
    if (part == Part::headline) return made;
    lib_.format_set_text_wrap(made);
    lib_.format_set_border(made, LXW_BORDER_THIN);
    lib_.format_set_align(made,
                          part == Part::head ? LXW_ALIGN_VERTICAL_CENTER : LXW_ALIGN_VERTICAL_TOP);
    if (part == Part::head) lib_.format_set_bg_color(made, kHeadColour);
    return made;
  }

  static lxw_col_t column_of(std::size_t column) { return static_cast<lxw_col_t>(column); }
  lxw_col_t last_column() const { return column_of(table_.columns.size() - 1); }
  lxw_row_t title_row() const {
    return static_cast<lxw_row_t>(worksheet_.groups.size()) + (worksheet_.headline.empty() ? 0 : 1);
  }

  void set_up_page() {
    lib_.worksheet_set_paper(sheet_, kA4);
    lib_.worksheet_set_landscape(sheet_);
    lib_.worksheet_fit_to_pages(sheet_, 1, 0);
    check(lib_.worksheet_repeat_rows(sheet_, 0, title_row()));
    // "&" begins a code of Excel's; our names are short, so the line cannot become too long.
    std::string header = "&L";
    for (const char c : worksheet_name(worksheet_)) header += c == '&' ? "&&" : std::string(1, c);
    check(lib_.worksheet_set_header(sheet_, header.c_str()));
    check(lib_.worksheet_set_footer(sheet_, "&C&P / &N"));
    lib_.worksheet_freeze_panes(sheet_, title_row() + 1, 0);
    for (std::size_t i = 0; i < table_.columns.size(); ++i)
      check(lib_.worksheet_set_column(sheet_, column_of(i), column_of(i), width_of(i), nullptr));
  }

  double width_of(std::size_t column) const {
    int widest = kNarrowest;
    const auto measure = [&](std::string_view text) {
      for (const std::string& line : split(text, '\n'))
        widest = std::max(widest, display_width(visible(line), kAmbiguous));
    };
    measure(table_.columns[column].title);
    for (const auto& row : table_.rows) measure(row[column].text);
    return std::min(widest, kWidest) + 2;  // the filter's button, and some air
  }

  void write_text(lxw_row_t row, std::size_t column, std::string_view text, lxw_format* format) {
    check(lib_.worksheet_write_string(sheet_, row, column_of(column), cell_text(text).c_str(),
                                      format));
  }

  /// A name over all of its columns.
  void write_groups(lxw_row_t row, const std::vector<Group>& groups) {
    std::size_t column = 0;
    for (const Group& group : groups) {
      const std::size_t next = column + static_cast<std::size_t>(group.columns);
      if (group.columns == 1) {
        write_text(row, column, group.name, head_);
      } else {
        check(lib_.worksheet_merge_range(sheet_, row, column_of(column), row, column_of(next - 1),
                                         cell_text(group.name).c_str(), head_));
      }
      column = next;
    }
  }

  void write_head() {
    lxw_row_t row = 0;
    if (!worksheet_.headline.empty()) write_text(row++, 0, worksheet_.headline, headline_);
    for (const auto& groups : worksheet_.groups) write_groups(row++, groups);
    for (std::size_t i = 0; i < table_.columns.size(); ++i)
      write_text(row, i, table_.columns[i].title, head_);
    const lxw_row_t last = row + static_cast<lxw_row_t>(table_.rows.size());
    check(lib_.worksheet_autofilter(sheet_, row, 0, last, last_column()));
  }

  void write_rows() {
    lxw_row_t row = title_row() + 1;
    for (const auto& cells : table_.rows) {
      for (std::size_t i = 0; i < cells.size(); ++i) write_cell(row, i, cells[i].text);
      ++row;
    }
    // Ids and versions are texts even where they look like numbers: no green corners for them.
    if (row > title_row() + 1)
      check(lib_.worksheet_ignore_errors(sheet_, LXW_IGNORE_NUMBER_STORED_AS_TEXT,
                                         range_of_rows(row - 1).c_str()));
  }

  void write_cell(lxw_row_t row, std::size_t column, const std::string& text) {
    const auto number =
        table_.columns[column].align == Align::right ? parse_count(text) : std::optional<int>();
    if (number) {
      check(lib_.worksheet_write_number(sheet_, row, column_of(column), *number, plain_));
    } else {
      write_text(row, column, text, plain_);
    }
  }

  std::string range_of_rows(lxw_row_t last) const {
    return fmt::format("A{}:XFD{}", title_row() + 2, last + 1);
  }

  const XlsxLibrary& lib_ = xlsx_library();
  const Worksheet& worksheet_;
  const Table& table_;
  lxw_workbook* book_;
  lxw_worksheet* sheet_ = nullptr;
  lxw_format* plain_ = nullptr;
  lxw_format* head_ = nullptr;
  lxw_format* headline_ = nullptr;
};

}  // namespace

std::string to_xlsx(const Worksheet& worksheet) {
  const MemoryFile file;
  Writer(worksheet, file.name()).write();
  return file.content();
}

}  // namespace opsctl::render
