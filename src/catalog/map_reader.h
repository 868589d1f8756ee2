// Typed questions to a mapping. Each answers, or adds a complaint and answers with nothing; so one
// pass finds everything.
#pragma once

#include <functional>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "catalog/reading.h"

namespace opsctl {

using Keys = std::initializer_list<std::string_view>;

/// A text and where it stands.
struct TextValue {
  std::string text;
  const YamlNode* node = nullptr;
};

class MapReader {
 public:
  /// Both must outlive the reader.
  MapReader(const YamlNode& map, Reading& reading) : map_(&map), reading_(&reading) {}

  /// Complains of unknown, repeated and missing keys. A missing key whose name is nearly that of an
  /// unknown one is one mistake, not two.
  void expect_keys(Keys required, Keys optional = {});

  bool has(std::string_view key) const { return value(key) != nullptr; }

  /// The text of a key; empty where there is none.
  std::string text(std::string_view key);
  std::optional<TextValue> text_value(std::string_view key);
  std::vector<TextValue> texts(std::string_view key);
  /// Complains of a list with fewer entries.
  void expect_entries(std::string_view key, std::size_t least);
  bool flag(std::string_view key, bool otherwise);

  /// The text of a key through `parse`, which answers an optional; `wanted` says what it should be.
  template <class Parse>
  auto parsed(std::string_view key, Parse parse, const Message& wanted)
      -> decltype(parse(std::string_view())) {
    const auto found = text_value(key);
    return found ? parsed_text(*found, parse, wanted) : std::nullopt;
  }

  /// As parsed(), of one text of a list.
  template <class Parse>
  auto parsed_text(const TextValue& value, Parse parse, const Message& wanted)
      -> decltype(parse(std::string_view())) {
    auto result = parse(std::string_view(value.text));
    if (!result) bad_value(value, wanted);
    return result;
  }

  /// The index of the word of a key among `words`.
  std::optional<std::size_t> word(std::string_view key, std::span<const std::string> words);
  std::optional<std::size_t> word_of(const TextValue& value, std::span<const std::string> words);

  std::optional<MapReader> map(std::string_view key);
  std::vector<MapReader> maps(std::string_view key);
  /// Key and text of each entry, repeated keys left out (expect no particular keys).
  std::vector<std::pair<TextValue, TextValue>> text_entries();

  void error(const YamlNode& at, Message message, const std::optional<Message>& hint = {});
  /// At the value of a key, or at the mapping where it has none.
  void error(std::string_view key, Message message, const std::optional<Message>& hint = {});
  void error_at_key(std::string_view key, Message message, const std::optional<Message>& hint = {});
  void tell_at_key(Severity severity, std::string_view key, Message message,
                   const std::optional<Message>& hint);

  const YamlNode& node() const { return *map_; }
  Reading& reading() { return *reading_; }

 private:
  const YamlEntry* entry(std::string_view key) const;
  const YamlNode* value(std::string_view key) const;
  std::optional<TextValue> text_of(const YamlNode& node, std::string_view name);
  const std::vector<YamlNode>* list(std::string_view key);
  void bad_value(const TextValue& value, const Message& wanted);
  void wrong_type(const YamlNode& node, std::string_view name, const Message& wanted);
  void check_known(const std::vector<std::string>& known, std::vector<std::string>& unknown);

  const YamlNode* map_;
  Reading* reading_;
};

/// Complains of the second of two equal texts.
void expect_unique(MapReader& map, std::span<const TextValue> values);

/// Of a party's or a person's id.
inline constexpr std::size_t kLongestId = 40;

/// Letters, digits and dashes (or underscores), as identifiers in files are.
bool is_slug(std::string_view text, char joint, std::size_t longest);

}  // namespace opsctl
