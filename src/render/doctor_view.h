// What `opsctl doctor` says: a line for each finding, and what helps.
#pragma once

#include <string>
#include <vector>

#include "model/doctor.h"
#include "render/look.h"

namespace opsctl::render {

std::string doctor(const std::vector<Finding>& findings, Format format, const Look& look);

}  // namespace opsctl::render
