#include "catalog/delimited_text.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "base/messages/sheet.h"
#include "base/text.h"

namespace opsctl {
namespace {

/// With more slips than this the quotes mean something else, and are looked for no longer.
constexpr std::size_t kMostSlips = 100;

class Reader {
 public:
  Reader(std::string_view text, std::string name, char separator)
      : text_(text), name_(std::move(name)), separator_(separator) {}

  DelimitedText read() {
    while (at_ < text_.size()) read_row();
    return std::move(read_);
  }

 private:
  bool ends_line(std::size_t at) const { return at >= text_.size() || text_[at] == '\n'; }

  std::size_t line_end() const { return std::min(text_.find('\n', at_), text_.size()); }

  /// Counts on from the last place that was asked for, where that is on the same line.
  int column_of(std::size_t at) {
    if (counted_ < line_begin_ || counted_ > at) {
      counted_ = line_begin_;
      column_ = 1;
    }
    column_ += static_cast<int>(characters(text_.substr(counted_, at - counted_)).size());
    counted_ = at;
    return column_;
  }

  void read_row() {
    const std::size_t begin = at_;
    const int line = line_;
    line_begin_ = at_;
    auto row = read_.problems.size() < kMostSlips ? quoted_row() : std::optional<TextRow>();
    if (!row) {
      at_ = line_begin_ = begin;
      line_ = line;
      row = plain_row();
    }
    read_.rows.push_back(std::move(*row));
  }

  /// Nothing, and a problem, where the quotes are wrong.
  std::optional<TextRow> quoted_row() {
    TextRow row;
    for (;;) {
      TextCell cell{"", line_, column_of(at_)};
      if (at_ < text_.size() && text_[at_] == '"') {
        if (!read_quoted(cell)) return std::nullopt;
      } else {
        cell.text = read_plain();
      }
      row.push_back(std::move(cell));
      if (at_ < text_.size() && text_[at_] == separator_) {
        ++at_;
        continue;
      }
      end_line();
      return row;
    }
  }

  std::string read_plain() {
    const std::size_t end = std::min(text_.find(separator_, at_), line_end());
    std::string cell(text_.substr(at_, end - at_));
    at_ = end;
    if (ends_line(at_) && cell.ends_with('\r')) cell.pop_back();
    return cell;
  }

  bool read_quoted(TextCell& cell) {
    for (++at_;; ++at_) {
      if (at_ >= text_.size())
        return complain(cell, say<messages::csv_quote_open>(), say<messages::csv_quote_hint>());
      if (text_[at_] == '\n') {
        ++line_;
        line_begin_ = at_ + 1;
      }
      if (text_[at_] != '"') {
        cell.text += text_[at_];
        continue;
      }
      if (at_ + 1 < text_.size() && text_[at_ + 1] == '"') {
        cell.text += text_[++at_];
        continue;
      }
      ++at_;
      if (text_.substr(at_).starts_with("\r\n")) ++at_;
      if (ends_line(at_) || text_[at_] == separator_) return true;
      return complain(cell, say<messages::csv_text_after_quote>(), say<messages::csv_quote_hint>());
    }
  }

  bool complain(const TextCell& cell, const Message& what, const Message& hint) {
    read_.problems.push_back({Severity::error, {name_, cell.line, cell.column}, what, hint});
    return false;
  }

  TextRow plain_row() {
    TextRow row;
    for (;;) {
      TextCell cell{"", line_, column_of(at_)};
      cell.text = read_plain();
      row.push_back(std::move(cell));
      if (ends_line(at_)) break;
      ++at_;
    }
    end_line();
    return row;
  }

  void end_line() {
    at_ = std::min(at_ + 1, text_.size());
    ++line_;
  }

  std::string_view text_;
  std::string name_;
  char separator_;
  std::size_t at_ = 0;
  std::size_t line_begin_ = 0;
  std::size_t counted_ = 0;  // up to here, `column_` characters of the line
  int column_ = 1;
  int line_ = 1;
  DelimitedText read_;
};

}  // namespace

DelimitedText read_delimited(std::string_view text, const std::string& name, char separator) {
  return Reader(text, name, separator).read();
}

}  // namespace opsctl
