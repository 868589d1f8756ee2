// What `opsctl verify` says.
#pragma once

#include <string>

#include "base/json.h"
#include "model/verify_report.h"
#include "render/document.h"
#include "render/look.h"

namespace opsctl::render {

/// The checks with their counts, and what is wrong.
void add_checks(Document& document, const VerifyReport& report, const Look& look);
Json json_of_checks(const VerifyReport& report);
Json json_of(const Anchor& anchor);

std::string verify(const VerifyReport& report, Format format, const Look& look);

}  // namespace opsctl::render
