// Values as bytes and back, for the compiled catalogue. Which fields a value has is said once, in
// pack_fields.h. Every length is checked against what is left: damaged bytes throw NotPacked, and
// do nothing worse.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

namespace opsctl {

/// These bytes are not what Packer wrote.
struct NotPacked {};

class Packer {
 public:
  template <class... Fields>
  void operator()(const Fields&... fields) {
    (add(fields), ...);
  }

  std::string take() { return std::move(bytes_); }

  void add(std::uint64_t number) {
    for (; number >= 0x80; number >>= 7) bytes_ += static_cast<char>(number | 0x80);
    bytes_ += static_cast<char>(number);
  }
  void add(bool flag) { add(std::uint64_t{flag}); }
  /// Small numbers, negative ones too, take few bytes.
  void add(std::int64_t number) {
    add((static_cast<std::uint64_t>(number) << 1) ^ static_cast<std::uint64_t>(number >> 63));
  }
  void add(int number) { add(std::int64_t{number}); }
  void add(std::string_view text) {
    add(std::uint64_t{text.size()});
    bytes_ += text;
  }
  void add(const std::string& text) { add(std::string_view(text)); }
  void add(const std::array<std::uint8_t, 32>& hash) {
    bytes_.append(reinterpret_cast<const char*>(hash.data()), hash.size());
  }
  template <std::size_t n>
  void add(const std::array<bool, n>& flags) {
    for (const bool flag : flags) add(flag);
  }
  template <class T>
  requires std::is_enum_v<T>
  void add(T value) { add(static_cast<std::uint64_t>(value)); }
  template <class T>
  void add(const std::vector<T>& values) {
    add(std::uint64_t{values.size()});
    for (const T& value : values) add(value);
  }
  template <class K, class V>
  void add(const std::map<K, V>& values) {
    add(std::uint64_t{values.size()});
    for (const auto& [key, value] : values) (*this)(key, value);
  }
  template <class T>
  void add(const std::optional<T>& value) {
    add(value.has_value());
    if (value) add(*value);
  }
  template <class... T>
  void add(const std::variant<T...>& value) {
    add(std::uint64_t{value.index()});
    std::visit([this](const auto& one) { this->add(one); }, value);
  }
  template <class T>
  requires std::is_class_v<T>
  void add(const T& value) { describe(*this, value); }

 private:
  std::string bytes_;
};

class Unpacker {
 public:
  explicit Unpacker(std::string_view bytes) : rest_(bytes) {}

  template <class... Fields>
  void operator()(Fields&... fields) {
    (take(fields), ...);
  }

  bool is_at_end() const { return rest_.empty(); }

  void take(std::uint64_t& number) {
    number = 0;
    for (unsigned shift = 0; shift < 64; shift += 7) {
      const auto byte = static_cast<unsigned char>(bytes(1).front());
      number |= std::uint64_t{byte & 0x7FU} << shift;
      if (byte < 0x80) return;
    }
    throw NotPacked();
  }
  void take(bool& flag) { flag = number_up_to(1) == 1; }
  void take(std::int64_t& number) {
    std::uint64_t folded = 0;
    take(folded);
    number = static_cast<std::int64_t>((folded >> 1) ^ (~(folded & 1) + 1));
  }
  void take(int& number) {
    std::int64_t wide = 0;
    take(wide);
    number = static_cast<int>(wide);
    if (number != wide) throw NotPacked();
  }
  /// Points into the bytes.
  void take(std::string_view& text) { text = bytes(number_up_to(rest_.size())); }
  void take(std::string& text) {
    std::string_view view;
    take(view);
    text = std::string(view);
  }
  void take(std::array<std::uint8_t, 32>& hash) {
    const std::string_view view = bytes(hash.size());
    std::copy(view.begin(), view.end(), hash.begin());
  }
  template <std::size_t n>
  void take(std::array<bool, n>& flags) {
    for (bool& flag : flags) take(flag);
  }
  /// last_of() names the enumeration's last value.
  template <class T>
  requires std::is_enum_v<T>
  void take(T& value) {
    value = static_cast<T>(number_up_to(static_cast<std::uint64_t>(last_of(T{}))));
  }
  template <class T>
  void take(std::vector<T>& values) {
    values.resize(number_up_to(rest_.size()));  // each takes a byte at least
    for (T& value : values) take(value);
  }
  template <class K, class V>
  void take(std::map<K, V>& values) {
    for (std::uint64_t left = number_up_to(rest_.size()); left > 0; --left) {
      K key{};
      V value{};
      (*this)(key, value);
      values.emplace_hint(values.end(), std::move(key), std::move(value));
    }
  }
  template <class T>
  void take(std::optional<T>& value) {
    bool there = false;
    take(there);
    value.reset();
    if (there) take(value.emplace());
  }
  template <class... T>
  void take(std::variant<T...>& value) {
    take_alternative<0>(value, number_up_to(sizeof...(T) - 1));
  }
  template <class T>
  requires std::is_class_v<T>
  void take(T& value) { describe(*this, value); }

 private:
  std::string_view bytes(std::uint64_t count) {
    if (count > rest_.size()) throw NotPacked();
    const std::string_view taken = rest_.substr(0, count);
    rest_.remove_prefix(count);
    return taken;
  }

  std::uint64_t number_up_to(std::uint64_t most) {
    std::uint64_t number = 0;
    take(number);
    if (number > most) throw NotPacked();
    return number;
  }

  template <std::size_t i, class... T>
  void take_alternative(std::variant<T...>& value, std::uint64_t index) {
    if constexpr (i < sizeof...(T)) {
      if (index == i) return take(value.template emplace<i>());
      take_alternative<i + 1>(value, index);
    }
  }

  std::string_view rest_;
};

}  // namespace opsctl
