// The words of the sheet itself (運用作業項目一覧): its columns and methods, as import reads and
// export writes them. They belong to the document, so they are not translated.
#pragma once

#include <array>
#include <optional>
#include <string_view>

#include "model/runbook.h"

namespace opsctl::sheet_words {

inline constexpr std::string_view kNo = "No.";
inline constexpr std::string_view kItem = "運用項目";  // above the headings and the summary
inline constexpr std::string_view kClass = "分類";
inline constexpr std::string_view kMajor = "大項目";
inline constexpr std::string_view kMiddle = "中項目";
inline constexpr std::string_view kMinor = "小項目";
inline constexpr std::string_view kSummary = "作業概要";
inline constexpr std::string_view kCycle = "作業実施周期";
inline constexpr std::string_view kParties = "実施者";  // above the parties
inline constexpr std::string_view kMethod = "ツール化等実施方法";

/// The columns before those of the parties, in the sheet's order.
inline constexpr std::array<std::string_view, 7> kFirstColumns = {kNo,    kClass,   kMajor, kMiddle,
                                                                  kMinor, kSummary, kCycle};

/// "there is none", for a heading and for a duty, as a catalogue and an export write it.
inline constexpr std::string_view kNone = "-";

/// The same however it was typed: 「－」「―」「ー」, also several of them, among spaces.
bool means_none(std::string_view text);

/// The duty whose sign is meant by one that is taken for it: ○ for ◎, ▴ for ▲.
std::optional<Duty> duty_like(char32_t sign);

/// What is typed for "-", as it looks like it.
bool is_dash(char32_t c);
/// Of cells: the full-width space, line ends and the no-break space are spaces, too.
bool is_space(char32_t c);

inline constexpr std::string_view word_of(Method method) {
  return method == Method::tool ? "ツール" : "手作業";
}

}  // namespace opsctl::sheet_words
