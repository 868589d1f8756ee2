#include "catalog/map_reader.h"

#include <algorithm>

#include "base/messages/base.h"
#include "base/messages/catalog.h"
#include "base/text.h"
#include "catalog/yaml_scalar.h"

namespace opsctl {
namespace {

std::optional<Message> suggestion(std::string_view word, std::span<const std::string> candidates) {
  const auto near = nearest(word, candidates);
  if (!near) return std::nullopt;
  return say<messages::did_you_mean>(*near);
}

bool nearly(const std::string& a, const std::string& b) {
  return nearest(a, std::span(&b, 1)).has_value();
}

}  // namespace

const YamlEntry* MapReader::entry(std::string_view key) const {
  const auto found = std::ranges::find_if(map_->entries, [&](const YamlEntry& candidate) {
    return candidate.key.kind == YamlNode::Kind::text && candidate.key.text == key;
  });
  return found == map_->entries.end() ? nullptr : &*found;
}

const YamlNode* MapReader::value(std::string_view key) const {
  const YamlEntry* found = entry(key);
  return found == nullptr ? nullptr : &found->value;
}

void MapReader::expect_keys(Keys required, Keys optional) {
  std::vector<std::string> known(required.begin(), required.end());
  known.insert(known.end(), optional.begin(), optional.end());
  std::vector<std::string> unknown;
  check_known(known, unknown);
  const bool complete = std::ranges::none_of(map_->entries, [](const YamlEntry& candidate) {
    return candidate.key.kind == YamlNode::Kind::bad;
  });
  if (!complete || reading_->keys_lost()) return;
  for (const std::string_view key : required) {
    const std::string wanted(key);
    const bool misspelt =
        std::ranges::any_of(unknown, [&](const std::string& word) { return nearly(word, wanted); });
    if (!has(key) && !misspelt) error(*map_, say<messages::missing_key>(key));
  }
}

void MapReader::check_known(const std::vector<std::string>& known,
                            std::vector<std::string>& unknown) {
  bool swallowed = false;  // an entry that may hold the beginning of the next mapping
  for (const YamlEntry& candidate : map_->entries) {
    const YamlNode& key = candidate.key;
    if (reading_->keys_lost() && candidate.value.kind == YamlNode::Kind::bad) swallowed = true;
    if (key.kind == YamlNode::Kind::bad) continue;
    if (std::ranges::find(known, key.text) == known.end()) {
      unknown.push_back(key.text);
      auto hint = suggestion(key.text, known);
      if (!hint) hint = say<messages::known_keys>(join(known, ", "));
      error(key, say<messages::unknown_key>(key.text), hint);
    } else if (const YamlEntry* first = entry(key.text); first != &candidate && !swallowed) {
      error(key, say<messages::repeated_key>(key.text, first->key.line + 1));
    }
  }
}

std::optional<TextValue> MapReader::text_of(const YamlNode& node, std::string_view name) {
  if (node.kind == YamlNode::Kind::bad) return std::nullopt;
  if (node.kind != YamlNode::Kind::text) {
    wrong_type(node, name, say<messages::a_text>());
    return std::nullopt;
  }
  if (trim(node.text).empty()) {
    error(node, say<messages::empty_text>(name));
    return std::nullopt;
  }
  const std::u32string all = characters(node.text);
  if (std::ranges::any_of(all, is_unprintable)) {
    error(node, say<messages::unprintable_text>(name));
    return std::nullopt;
  }
  return TextValue{node.text, &node};
}

std::optional<TextValue> MapReader::text_value(std::string_view key) {
  const YamlNode* node = value(key);
  return node == nullptr ? std::nullopt : text_of(*node, key);
}

std::string MapReader::text(std::string_view key) {
  const auto found = text_value(key);
  return found ? found->text : "";
}

const std::vector<YamlNode>* MapReader::list(std::string_view key) {
  const YamlNode* node = value(key);
  if (node == nullptr || node->kind == YamlNode::Kind::bad) return nullptr;
  if (node->kind == YamlNode::Kind::list) return &node->items;
  wrong_type(*node, key, say<messages::a_list>());
  return nullptr;
}

std::vector<TextValue> MapReader::texts(std::string_view key) {
  std::vector<TextValue> found;
  const std::vector<YamlNode>* items = list(key);
  if (items == nullptr) return found;
  for (const YamlNode& item : *items) {
    if (const auto text = text_of(item, key)) found.push_back(*text);
  }
  return found;
}

void MapReader::expect_entries(std::string_view key, std::size_t least) {
  const YamlNode* node = value(key);
  if (node == nullptr || node->kind != YamlNode::Kind::list || node->items.size() >= least) return;
  error(*node,
        least == 1 ? say<messages::empty_list>(key) : say<messages::list_too_short>(key, least));
}

bool MapReader::flag(std::string_view key, bool otherwise) {
  const auto parse = [](std::string_view text) -> std::optional<bool> {
    if (text == "true") return true;
    if (text == "false") return false;
    return std::nullopt;
  };
  return parsed(key, parse, say<messages::true_or_false>()).value_or(otherwise);
}

std::optional<std::size_t> MapReader::word(std::string_view key,
                                           std::span<const std::string> words) {
  const auto found = text_value(key);
  return found ? word_of(*found, words) : std::nullopt;
}

std::optional<std::size_t> MapReader::word_of(const TextValue& value,
                                              std::span<const std::string> words) {
  const auto found = std::ranges::find(words, value.text);
  if (found != words.end()) return static_cast<std::size_t>(found - words.begin());
  error(*value.node, say<messages::bad_value>(value.text, say<messages::one_of>(join(words, ", "))),
        suggestion(value.text, words));
  return std::nullopt;
}

std::optional<MapReader> MapReader::map(std::string_view key) {
  const YamlNode* node = value(key);
  if (node == nullptr || node->kind == YamlNode::Kind::bad) return std::nullopt;
  if (node->kind == YamlNode::Kind::map) return MapReader(*node, *reading_);
  wrong_type(*node, key, say<messages::a_mapping>());
  return std::nullopt;
}

std::vector<MapReader> MapReader::maps(std::string_view key) {
  std::vector<MapReader> found;
  const std::vector<YamlNode>* items = list(key);
  if (items == nullptr) return found;
  for (const YamlNode& item : *items) {
    if (item.kind == YamlNode::Kind::map) {
      found.emplace_back(item, *reading_);
    } else if (item.kind != YamlNode::Kind::bad) {
      wrong_type(item, key, say<messages::entries_of_keys>());
    }
  }
  return found;
}

std::vector<std::pair<TextValue, TextValue>> MapReader::text_entries() {
  std::vector<std::pair<TextValue, TextValue>> found;
  for (const YamlEntry& candidate : map_->entries) {
    const YamlNode& key = candidate.key;
    if (key.kind == YamlNode::Kind::bad) continue;
    if (const YamlEntry* first = entry(key.text); first != &candidate) {
      error(key, say<messages::repeated_key>(key.text, first->key.line + 1));
    } else if (const auto text = text_of(candidate.value, key.text)) {
      found.emplace_back(TextValue{key.text, &key}, *text);
    }
  }
  return found;
}

void MapReader::error(const YamlNode& at, Message message, const std::optional<Message>& hint) {
  reading_->error(at, std::move(message), hint);
}

void MapReader::error(std::string_view key, Message message, const std::optional<Message>& hint) {
  const YamlNode* node = value(key);
  error(node == nullptr ? *map_ : *node, std::move(message), hint);
}

void MapReader::error_at_key(std::string_view key, Message message,
                             const std::optional<Message>& hint) {
  tell_at_key(Severity::error, key, std::move(message), hint);
}

void MapReader::tell_at_key(Severity severity, std::string_view key, Message message,
                            const std::optional<Message>& hint) {
  const YamlEntry* found = entry(key);
  reading_->tell(severity, found == nullptr ? *map_ : found->key, std::move(message), hint);
}

void MapReader::bad_value(const TextValue& value, const Message& wanted) {
  error(*value.node, say<messages::bad_value>(value.text, wanted));
}

void MapReader::wrong_type(const YamlNode& node, std::string_view name, const Message& wanted) {
  if (node.kind == YamlNode::Kind::nothing) return error(node, say<messages::no_value>(name));
  std::optional<Message> hint;
  if (node.kind == YamlNode::Kind::text) {
    if (const auto trap = key_trap(node.text, 0)) hint = trap->hint;
  }
  error(node, say<messages::wrong_type>(name, wanted), hint);
}

void expect_unique(MapReader& map, std::span<const TextValue> values) {
  for (std::size_t i = 0; i < values.size(); ++i) {
    const auto before = values.first(i);
    if (std::ranges::find(before, values[i].text, &TextValue::text) != before.end())
      map.error(*values[i].node, say<messages::repeated_value>(values[i].text));
  }
}

bool is_slug(std::string_view text, char joint, std::size_t longest) {
  const auto is_letter = [](char c) { return c >= 'a' && c <= 'z'; };
  const auto fits = [&](char c) { return is_letter(c) || (c >= '0' && c <= '9') || c == joint; };
  return !text.empty() && text.size() <= longest && is_letter(text.front()) &&
         std::ranges::all_of(text, fits);
}

}  // namespace opsctl
