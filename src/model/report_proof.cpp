#include "model/report_proof.h"

#include <tuple>
#include <utility>

namespace opsctl {

std::optional<AnchorOutside> newest_outside(std::span<const FoundCopy> copies,
                                            std::string_view journal,
                                            const std::optional<Event>& decision, Instant as_of) {
  std::optional<AnchorOutside> newest;
  const auto consider = [&](AnchorOutside one) {
    if (one.at > as_of) return;
    if (!newest || std::tie(newest->at, newest->seq) < std::tie(one.at, one.seq))
      newest = std::move(one);
  };
  if (decision) consider({decision->seq, decision->recorded_at});
  for (const FoundCopy& copy : copies) {
    if (copy.manifest && copy.manifest->head.journal == journal)
      consider({copy.manifest->head.seq, copy.manifest->taken_at, copy.path});
  }
  return newest;
}

}  // namespace opsctl
