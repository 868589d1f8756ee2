// What `opsctl verify` says.
#pragma once

#include <string>

#include "model/verify_report.h"
#include "render/look.h"

namespace opsctl::render {

std::string verify(const VerifyReport& report, Format format, const Look& look);

}  // namespace opsctl::render
