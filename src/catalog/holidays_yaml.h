// Reads the holidays of a catalogue.
#pragma once

#include <string>
#include <string_view>

#include "catalog/reading.h"
#include "model/holidays.h"

namespace opsctl {

ReadResult<Holidays> read_holidays(std::string_view text, const std::string& name);

}  // namespace opsctl
