// Writing values to JSON and reading them back, from one description of their fields
// (payload_fields.h), so that the two directions cannot disagree.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "base/json.h"
#include "base/messages/store.h"
#include "base/problem.h"
#include "base/sha256.h"
#include "base/time.h"
#include "store/instants.h"
#include "store/payload_names.h"

namespace opsctl {

namespace detail {
template <class T>
inline constexpr bool is_vector = false;
template <class T>
inline constexpr bool is_vector<std::vector<T>> = true;

template <class T>
inline constexpr bool is_optional = false;
template <class T>
inline constexpr bool is_optional<std::optional<T>> = true;

template <class T>
inline constexpr bool is_stored_as_it_is =
    std::is_arithmetic_v<T> || std::is_same_v<T, std::string> ||
    std::is_same_v<T, std::map<std::string, std::string>>;
}  // namespace detail

/// describe(writer, value) fills `json` with the fields of the value.
class PayloadWriter {
 public:
  template <class T>
  void operator()(const char* key, const T& value) {
    json[key] = json_of(value);
  }

  nlohmann::json json = nlohmann::json::object();

 private:
  template <class T>
  static nlohmann::json json_of(const T& value) {
    if constexpr (detail::is_stored_as_it_is<T>) {
      return value;
    } else if constexpr (std::is_same_v<T, Instant>) {
      return value.time_since_epoch().count();
    } else if constexpr (std::is_same_v<T, Hash>) {
      return value == Hash{} ? nlohmann::json() : nlohmann::json(hex(value));
    } else if constexpr (std::is_same_v<T, Date>) {
      return to_text(value);
    } else if constexpr (detail::is_optional<T>) {
      return value ? json_of(*value) : nlohmann::json();
    } else if constexpr (std::is_enum_v<T>) {
      return payload_name(value);
    } else if constexpr (detail::is_vector<T>) {
      nlohmann::json parts = nlohmann::json::array();
      for (const auto& part : value) parts.push_back(json_of(part));
      return parts;
    } else {
      PayloadWriter part;
      describe(part, value);
      return std::move(part.json);
    }
  }
};

/// describe(reader, value) fills the value from an object of JSON. A field that is missing or of
/// another type is an Error that names the record and the field.
class PayloadReader {
 public:
  PayloadReader(const nlohmann::json& json, std::int64_t seq, std::string path)
      : json_(json), seq_(seq), path_(std::move(path)) {
    if (!json_.is_object()) wrong(path_);
  }

  template <class T>
  void operator()(const char* key, T& value) const {
    read(at(key), path_of(key), value);
  }

  const nlohmann::json& at(const char* key) const {
    const auto found = json_.find(key);
    if (found == json_.end())
      throw Error(Exit::journal, say<messages::record_field_missing>(seq_, path_of(key)));
    return *found;
  }

  /// The object in field `key`.
  PayloadReader in(const char* key) const { return {at(key), seq_, path_of(key)}; }

 private:
  std::string path_of(const char* key) const { return path_.empty() ? key : path_ + "." + key; }

  [[noreturn]] void wrong(const std::string& path) const {
    throw Error(Exit::journal, say<messages::record_field_wrong>(seq_, path));
  }

  template <class T>
  void read(const nlohmann::json& json, const std::string& path, T& value) const {
    if constexpr (std::is_same_v<T, std::string>) {
      if (!json.is_string()) wrong(path);
      value = json.get<std::string>();
    } else if constexpr (std::is_same_v<T, bool>) {
      if (!json.is_boolean()) wrong(path);
      value = json.get<bool>();
    } else if constexpr (std::is_integral_v<T>) {
      value = whole_number<T>(json, path);
    } else if constexpr (std::is_same_v<T, Instant>) {
      value = Instant(std::chrono::seconds(whole_number<std::int64_t>(json, path)));
      if (!is_of_our_years(value)) wrong(path);
    } else if constexpr (std::is_same_v<T, Hash>) {
      value = json.is_null() ? Hash{} : hash(json, path);
    } else if constexpr (std::is_same_v<T, Date>) {
      const auto date =
          json.is_string() ? parse_date(json.get_ref<const std::string&>()) : std::nullopt;
      if (!date) wrong(path);
      value = *date;
    } else if constexpr (detail::is_optional<T>) {
      value.reset();
      if (!json.is_null()) read(json, path, value.emplace());
    } else if constexpr (std::is_enum_v<T>) {
      value = enumerator<T>(json, path);
    } else if constexpr (detail::is_vector<T>) {
      read_array(json, path, value);
    } else if constexpr (std::is_same_v<T, std::map<std::string, std::string>>) {
      if (!json.is_object()) wrong(path);
      for (const auto& [key, text] : json.items())
        read(text, fmt::format("{}.{}", path, key), value[key]);
    } else {
      const PayloadReader part(json, seq_, path);
      describe(part, value);
    }
  }

  template <class T>
  void read_array(const nlohmann::json& json, const std::string& path,
                  std::vector<T>& value) const {
    if (!json.is_array()) wrong(path);
    value.clear();
    for (const nlohmann::json& part : json) {
      const std::string part_path = fmt::format("{}[{}]", path, value.size());
      read(part, part_path, value.emplace_back());
    }
  }

  template <class T>
  T whole_number(const nlohmann::json& json, const std::string& path) const {
    if (!json.is_number_integer()) wrong(path);
    const bool fits = json.is_number_unsigned() ? std::in_range<T>(json.get<std::uint64_t>())
                                                : std::in_range<T>(json.get<std::int64_t>());
    if (!fits) wrong(path);
    return json.get<T>();
  }

  Hash hash(const nlohmann::json& json, const std::string& path) const {
    if (!json.is_string()) wrong(path);
    try {
      return hash_from_hex(json.get_ref<const std::string&>());
    } catch (const std::invalid_argument&) {
      wrong(path);
    }
  }

  template <class T>
  T enumerator(const nlohmann::json& json, const std::string& path) const {
    if (!json.is_string()) wrong(path);
    const auto found = payload_value<T>(json.get_ref<const std::string&>());
    if (!found) wrong(path);
    return *found;
  }

  const nlohmann::json& json_;
  std::int64_t seq_;
  std::string path_;
};

}  // namespace opsctl
