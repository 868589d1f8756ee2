#include "model/verify_report.h"

#include <algorithm>
#include <array>

namespace opsctl {

std::string_view name_of(Check check) {
  constexpr auto kNames = std::to_array<std::string_view>(
      {"file", "schema", "gaps", "chain", "genesis", "canonical", "fields", "clock", "index",
       "runs", "derived", "blobs", "rules", "signatures", "anchors"});
  return kNames.at(static_cast<std::size_t>(check));
}

bool is_whole(const VerifyReport& report) {
  return std::ranges::all_of(report.checks,
                             [](const CheckResult& result) { return result.wrong == 0; });
}

}  // namespace opsctl
