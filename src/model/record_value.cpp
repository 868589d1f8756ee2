// Record fields by their type. Nothing is guessed: what does not fit is refused with an example.
#include "model/record_value.h"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include <arpa/inet.h>

#include "base/messages/base.h"
#include "base/messages/model.h"
#include "base/text.h"

namespace opsctl {
namespace {

constexpr int kMaxCharacters = 1000;
constexpr std::size_t kMaxDigits = 18;  // what any 64-bit reader can hold

bool is_control(char32_t c) { return c < 0x20 || (c >= 0x7F && c < 0xA0); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool all_digits(std::string_view text) {
  return !text.empty() && text.size() <= kMaxDigits && std::ranges::all_of(text, is_digit);
}

bool is_integer(std::string_view text) {
  if (text.starts_with('-')) text.remove_prefix(1);
  return all_digits(text) && (text.size() == 1 || text.front() != '0');
}

bool is_decimal(std::string_view text) {
  const std::size_t point = text.find('.');
  if (!is_integer(text.substr(0, point))) return false;
  return point == std::string_view::npos || all_digits(text.substr(point + 1));
}

std::optional<std::string> boolean(std::string_view typed) {
  const std::string word = fold_id(typed);
  if (word == "はい" || word == "yes" || word == "true") return "true";
  if (word == "いいえ" || word == "no" || word == "false") return "false";
  return std::nullopt;
}

/// The shortest spelling of an address, so that equal addresses are equal texts.
std::optional<std::string> address(const std::string& typed) {
  for (const int family : {AF_INET, AF_INET6}) {
    std::array<unsigned char, sizeof(in6_addr)> bytes{};
    std::array<char, INET6_ADDRSTRLEN> text{};
    if (inet_pton(family, typed.c_str(), bytes.data()) == 1 &&
        inet_ntop(family, bytes.data(), text.data(), text.size()) != nullptr) {
      return std::string(text.data());
    }
  }
  return std::nullopt;
}

std::optional<std::string> date(std::string_view typed) {
  const std::optional<Date> found = parse_date(typed);
  return found ? std::optional(to_text(*found)) : std::nullopt;
}

/// A date alone is refused: midnight would be a precision that nobody stated.
std::optional<std::string> datetime(std::string_view typed, const Zone& zone) {
  if (parse_date(typed)) return std::nullopt;
  const std::optional<Instant> found = parse_instant(typed, zone);
  return found ? std::optional(to_rfc3339(*found, zone)) : std::nullopt;
}

std::optional<std::string> list(std::string_view typed) {
  std::u32string separated = characters(typed);
  std::ranges::replace_if(
      separated, [](char32_t c) { return c == U'、' || c == U'，'; }, U',');
  std::vector<std::string> parts;
  for (const std::string& part : split(utf8(separated), ',')) {
    if (!is_blank(part)) parts.push_back(trim(part));
  }
  return parts.empty() ? std::nullopt : std::optional(join(parts, "、"));
}

std::optional<std::string> choice(const RecordField& field, const std::string& typed) {
  std::string meant = meant_choice(field.choices, typed);
  const bool known = std::ranges::find(field.choices, meant) != field.choices.end();
  return known ? std::optional(std::move(meant)) : std::nullopt;
}

std::optional<std::string> normalised(const RecordField& field, const std::string& typed,
                                      const Zone& zone) {
  const std::string plain = trim(fold_width(typed));
  switch (field.type) {
    case FieldType::text:
      return typed;
    case FieldType::integer:
      return is_integer(plain) ? std::optional(plain) : std::nullopt;
    case FieldType::decimal:
      return is_decimal(plain) ? std::optional(plain) : std::nullopt;
    case FieldType::date:
      return date(plain);
    case FieldType::datetime:
      return datetime(plain, zone);
    case FieldType::boolean:
      return boolean(plain);
    case FieldType::ip:
      return address(plain);
    case FieldType::list:
      return list(typed);
    case FieldType::choice:
      return choice(field, typed);
  }
  return std::nullopt;
}

Message expectation(const RecordField& field) {
  switch (field.type) {
    case FieldType::integer:
      return say<messages::value_of_integer>();
    case FieldType::decimal:
      return say<messages::value_of_decimal>();
    case FieldType::date:
      return say<messages::value_of_date>();
    case FieldType::datetime:
      return say<messages::value_of_datetime>();
    case FieldType::boolean:
      return say<messages::value_of_boolean>();
    case FieldType::ip:
      return say<messages::value_of_ip>();
    case FieldType::choice:
      return say<messages::value_of_choice>(join(field.choices, ", "));
    case FieldType::list:
    case FieldType::text:  // takes every text
      break;
  }
  return say<messages::value_of_list>();
}

std::optional<Message> suggestion(std::string_view word, std::span<const std::string> known) {
  const std::optional<std::string> near = nearest(word, known);
  if (!near) return std::nullopt;
  return say<messages::did_you_mean>(*near);
}

Refusal unknown_key(const Runbook& book, const std::string& key) {
  std::vector<std::string> keys;
  for (const RecordField& field : book.records) keys.push_back(field.key);
  const Message known =
      keys.empty() ? say<messages::value_no_keys>() : say<messages::value_keys>(join(keys, ", "));
  return {{say<messages::value_unknown_key>(book.id, key), {known}, suggestion(key, keys)}};
}

}  // namespace

std::variant<std::string, Refusal> checked_text(std::string_view what, std::string_view typed) {
  if (!is_utf8(typed)) return Refusal{{say<messages::text_not_utf8>(what)}};
  std::string text = trim(typed);
  if (is_blank(text)) return Refusal{{say<messages::text_empty>(what)}};
  const std::u32string all = characters(text);
  if (std::ranges::any_of(all, is_control)) return Refusal{{say<messages::text_control>(what)}};
  if (all.size() > kMaxCharacters)
    return Refusal{{say<messages::text_too_long>(what, kMaxCharacters)}};
  return text;
}

std::variant<std::string, Refusal> optional_text(std::string_view what, std::string_view typed) {
  if (typed.empty()) return std::string{};
  return checked_text(what, typed);
}

std::variant<std::string, Refusal> record_value(const RecordField& field, std::string_view typed,
                                                const Zone& zone) {
  auto text = checked_text(field.label, typed);
  if (std::holds_alternative<Refusal>(text)) return text;
  const std::string& clean = std::get<std::string>(text);
  if (std::optional<std::string> value = normalised(field, clean, zone)) return *value;
  return Refusal{{say<messages::value_wrong>(field.label, expectation(field), clean),
                  {},
                  suggestion(clean, field.choices)}};
}

std::string meant_choice(std::span<const std::string> choices, const std::string& typed) {
  if (typed.empty() || std::ranges::find(choices, typed) != choices.end()) return typed;
  const std::optional<int> number = parse_count(fold_width(typed));
  if (number && *number >= 1 && *number <= static_cast<int>(choices.size()))
    return choices[static_cast<std::size_t>(*number - 1)];
  const auto begins = [&](const std::string& choice) { return choice.starts_with(typed); };
  if (std::ranges::count_if(choices, begins) != 1) return typed;
  return *std::ranges::find_if(choices, begins);
}

std::variant<std::map<std::string, std::string>, Refusal> record_values(
    const Runbook& book, std::span<const std::string> assignments, const Zone& zone) {
  std::map<std::string, std::string> values;
  for (const std::string& assignment : assignments) {
    const std::size_t equals = assignment.find('=');
    if (equals == std::string::npos)
      return Refusal{{say<messages::value_not_assigned>(assignment)}};
    const std::string key = trim(assignment.substr(0, equals));
    const auto field = std::ranges::find(book.records, key, &RecordField::key);
    if (field == book.records.end()) return unknown_key(book, key);
    auto value = record_value(*field, assignment.substr(equals + 1), zone);
    if (auto* refusal = std::get_if<Refusal>(&value)) return std::move(*refusal);
    values[key] = std::get<std::string>(std::move(value));
  }
  return values;
}

}  // namespace opsctl
