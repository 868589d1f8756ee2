// What no .xlsx workbook may hold. The file is a zip of XML parts, unpacked by zlib; nothing of
// what src writes it with is used.
#pragma once

#include <zlib.h>

#include <algorithm>
#include <cctype>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "base/text.h"

namespace opsctl::hostile {

/// The content of each part by its name.
using Parts = std::map<std::string, std::string>;

namespace detail {

/// Little-endian, as a zip file has its numbers. Throws std::out_of_range behind the end.
inline std::size_t number_at(std::string_view zip, std::size_t at, std::size_t bytes) {
  std::size_t number = 0;
  for (std::size_t i = bytes; i > 0; --i)
    number = number << 8U | static_cast<unsigned char>(zip.at(at + i - 1));
  return number;
}

inline std::string inflated(std::string_view packed, std::size_t size) {
  std::string out(size, '\0');
  z_stream stream{};
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));  // only read
  stream.avail_in = static_cast<uInt>(packed.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  if (inflateInit2(&stream, -MAX_WBITS) != Z_OK) return "";
  const bool whole = inflate(&stream, Z_FINISH) == Z_STREAM_END && stream.total_out == size;
  inflateEnd(&stream);
  return whole ? out : "";
}

/// As Excel reads a string of XML: &lt; and the like, then _x000D_ and the like.
inline std::string as_shown(std::string_view xml) {
  static constexpr std::pair<std::string_view, std::string_view> kEntities[] = {
      {"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&apos;", "'"}, {"&amp;", "&"}};
  std::string text(xml);
  for (const auto& [entity, c] : kEntities) {
    for (std::size_t at = text.find(entity); at != text.npos; at = text.find(entity, at + 1))
      text.replace(at, entity.size(), c);
  }
  std::string out;
  const auto is_digit = [](char c) { return std::isxdigit(static_cast<unsigned char>(c)) != 0; };
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::string_view rest = std::string_view(text).substr(i);
    if (rest.size() >= 7 && rest.starts_with("_x") && rest[6] == '_' &&
        std::ranges::all_of(rest.substr(2, 4), is_digit)) {
      const auto c = static_cast<char32_t>(std::stoul(std::string(rest.substr(2, 4)), nullptr, 16));
      out += utf8(std::u32string(1, c));
      i += 6;
    } else {
      out += text[i];
    }
  }
  return out;
}

}  // namespace detail

/// Nothing where the file is no whole zip.
inline std::optional<Parts> parts_of(std::string_view zip) {
  using detail::number_at;
  const std::size_t end = zip.rfind("PK\x05\x06");
  if (end == std::string_view::npos) return std::nullopt;
  Parts parts;
  std::size_t at = number_at(zip, end + 16, 4);
  for (std::size_t left = number_at(zip, end + 10, 2); left > 0; --left) {
    if (zip.substr(at, 4) != "PK\x01\x02") return std::nullopt;
    const std::size_t packed = number_at(zip, at + 20, 4);
    const std::size_t size = number_at(zip, at + 24, 4);
    const std::size_t name = number_at(zip, at + 28, 2);
    const std::size_t local = number_at(zip, at + 42, 4);
    const std::size_t data =
        local + 30 + number_at(zip, local + 26, 2) + number_at(zip, local + 28, 2);
    const std::string_view bytes = zip.substr(data, packed);
    const bool is_stored = number_at(zip, at + 10, 2) == 0;
    std::string content = is_stored ? std::string(bytes) : detail::inflated(bytes, size);
    if (content.size() != size) return std::nullopt;
    parts.emplace(zip.substr(at + 46, name), std::move(content));
    at += 46 + name + number_at(zip, at + 30, 2) + number_at(zip, at + 32, 2);
  }
  return parts;
}

/// What is between <tag …> and </tag>, each time.
inline std::vector<std::string_view> elements(std::string_view xml, const std::string& tag) {
  std::vector<std::string_view> found;
  for (std::size_t at = xml.find("<" + tag); at != xml.npos; at = xml.find("<" + tag, at + 1)) {
    const char behind = xml.at(at + 1 + tag.size());
    const std::size_t begin = xml.find('>', at) + 1;
    if ((behind != '>' && behind != ' ') || xml[begin - 2] == '/') continue;
    found.push_back(xml.substr(begin, xml.find("</" + tag + ">", begin) - begin));
  }
  return found;
}

}  // namespace opsctl::hostile
