#include "catalog/sheet_cells.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "base/messages/base.h"
#include "base/messages/sheet.h"
#include "base/text.h"
#include "catalog/source_text.h"
#include "model/sheet_words.h"

namespace opsctl {
namespace {

/// What stands around a reference to one of the sheet's notes: "□(※1、2)".
constexpr std::u32string_view kNoteSigns = U"※*()（）0123456789０１２３４５６７８９,、，.";

bool is_one_of(std::u32string_view set, char32_t c) { return set.find(c) != set.npos; }

std::optional<Message> meant_by(char32_t c) {
  const auto duty = sheet_words::duty_like(c);
  return duty ? std::optional(say<messages::did_you_mean>(symbol_of(*duty))) : std::nullopt;
}

DutyMark unreadable(std::string_view text, std::optional<Message> hint) {
  DutyMark mark;
  mark.wrong = say<messages::duty_unreadable>(visible(one_line(text)));
  mark.hint = hint ? std::move(hint) : say<messages::duty_hint>();
  return mark;
}

}  // namespace

std::string one_line(std::string_view text) {
  std::u32string out;
  bool space = false;
  for (const char32_t c : characters(text)) {
    if (c == U' ' || c == U'\t' || c == U'\n' || c == U'\r' || c == U'\u00A0') {
      space = true;
      continue;
    }
    if (space && !out.empty()) out += U' ';
    space = false;
    out += c;
  }
  return utf8(out);
}

std::optional<Problem> unfit_text(const MessageArg& what, std::string_view text,
                                  std::size_t longest) {
  const std::u32string all = characters(text);
  const auto hidden = std::ranges::find_if(all, is_unprintable);
  if (hidden != all.end()) {
    const std::string name = fmt::format("U+{:04X}", static_cast<unsigned>(*hidden));
    return Problem{say<messages::cell_hidden>(what, name), {}, say<messages::cell_hidden_hint>()};
  }
  if (all.size() <= longest) return std::nullopt;
  return Problem{say<messages::cell_too_long>(what, all.size(), longest),
                 {},
                 say<messages::cell_too_long_hint>()};
}

DutyMark read_duty_mark(std::string_view text) {
  DutyMark mark;
  bool dash = false;
  bool note = false;
  bool contained = false;
  for (const char32_t c : characters(text)) {
    const auto duty = duty_of_symbol(utf8(std::u32string(1, c)));
    if (duty && !mark.duty) {
      mark.duty = duty;
    } else if (duty && (*duty == Duty::support || *mark.duty == Duty::support)) {
      // ※2: □ is contained in every other symbol.
      if (*duty != Duty::support) mark.duty = duty;
      contained = true;
    } else if (duty) {
      return unreadable(text, say<messages::duty_two_hint>());
    } else if (utf8(std::u32string(1, c)) == kSupervisedSymbol) {
      mark.supervised = true;
    } else if (sheet_words::is_dash(c)) {
      dash = true;
    } else if (is_one_of(kNoteSigns, c)) {
      note = true;
    } else if (!sheet_words::is_space(c)) {
      return unreadable(text, meant_by(c));
    }
  }
  const std::string shown = visible(one_line(text));
  if (dash && mark.duty) return unreadable(text, std::nullopt);
  if (mark.supervised && mark.duty != Duty::perform)
    return unreadable(text, say<messages::duty_supervised_hint>());
  if (!mark.duty && !dash && note) return unreadable(text, std::nullopt);
  if (!mark.duty && !dash) mark.irregular = say<messages::duty_empty>();
  if (contained) mark.irregular = say<messages::duty_contained>(shown, symbol_of(*mark.duty));
  if (note && !contained && mark.duty)
    mark.irregular = say<messages::duty_with_note>(shown, symbol_of(*mark.duty));
  return mark;
}

std::optional<MethodMark> read_method_mark(std::string_view text) {
  MethodMark mark;
  std::u32string rest = characters(fold_width(text));
  for (char32_t& c : rest) {
    if (is_one_of(U"、，,・/／\n\r\t", c)) c = U' ';
  }
  for (const std::string& word : split(utf8(rest), ' ')) {
    if (word.empty()) continue;
    const bool tool = word == "ツール" || word == "ツール作業";
    const bool manual = word == "手作業" || word == "手動";
    if (!tool && !manual) return std::nullopt;
    const Method method = tool ? Method::tool : Method::manual;
    if (std::ranges::count(mark.methods, method) > 0) return std::nullopt;
    mark.methods.push_back(method);
    mark.irregular = mark.irregular || word != sheet_words::word_of(method);
  }
  if (mark.methods.empty()) return std::nullopt;
  return mark;
}

}  // namespace opsctl
