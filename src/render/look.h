// How output is to look. Decided once by the command line; views never ask the world.
#pragma once

#include <algorithm>
#include <array>
#include <limits>
#include <string_view>
#include <utility>

#include "base/message.h"

namespace opsctl::render {

enum class Format { text, json, csv, tsv, md, html, ics, xlsx, jsonl };

/// As --format names them.
inline constexpr std::array<std::pair<std::string_view, Format>, 9> kFormatNames = {
    {{"text", Format::text},
     {"json", Format::json},
     {"csv", Format::csv},
     {"tsv", Format::tsv},
     {"md", Format::md},
     {"html", Format::html},
     {"ics", Format::ics},
     {"xlsx", Format::xlsx},
     {"jsonl", Format::jsonl}}};

inline std::string_view name_of(Format format) {
  return std::ranges::find(kFormatNames, format, &std::pair<std::string_view, Format>::second)
      ->first;
}

struct Look {
  Language language = Language::ja;
  int width = 0;      // columns; 0: unlimited, as in a pipe
  int ambiguous = 1;  // columns of ◎ and its like, 1 or 2
  bool colour = false;
};

/// Views are laid out for this many columns at least; narrower terminals wrap by themselves.
inline constexpr int kNarrowest = 40;

/// The columns a line may use.
inline int columns_of(const Look& look) {
  return look.width == 0 ? std::numeric_limits<int>::max() : std::max(look.width, kNarrowest);
}

}  // namespace opsctl::render
