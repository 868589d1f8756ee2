// A checksum against damage, not against forgers: for files that nobody has to trust.
#pragma once

#include <cstdint>
#include <string_view>

namespace opsctl {

std::uint64_t checksum(std::string_view bytes);

}  // namespace opsctl
