// SHA-256, by libsodium. The only place that hashes.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>

namespace opsctl {

using Hash = std::array<std::uint8_t, 32>;

Hash sha256(std::string_view bytes);

/// Over the pieces one after another, without joining them first.
Hash sha256(std::span<const std::string_view> pieces);

/// Over what `next` answers until that is empty: for files of any size.
Hash sha256(const std::function<std::string_view()>& next);

std::string hex(const Hash& hash);

/// The 64 hexadecimal digits of a hash back; std::invalid_argument for anything else.
Hash hash_from_hex(std::string_view digits);

}  // namespace opsctl
