// What a report says of the journal that it was made from: the head of its chain, and how old the
// newest anchor is that was kept outside (spec records.md, "Proof").
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>

#include "base/message.h"
#include "base/time.h"
#include "model/anchor.h"
#include "model/doctor.h"
#include "model/event.h"

namespace opsctl {

struct AnchorOutside {
  std::int64_t seq = 0;
  Instant at{};
  std::string copy = {};  // whose manifest has it; empty: the system's log has it

  friend bool operator==(const AnchorOutside&, const AnchorOutside&) = default;
};

/// Nothing where opsctl knows of none: what people wrote down, it cannot know. Of what was there at
/// `as_of`. `journal`: its uuid; `decision`: the last one that went to the system's log.
std::optional<AnchorOutside> newest_outside(std::span<const FoundCopy> copies,
                                            std::string_view journal,
                                            const std::optional<Event>& decision, Instant as_of);

struct ReportProof {
  std::optional<Anchor> head = {};  // nothing: there is no journal yet
  std::optional<AnchorOutside> outside = {};
  std::optional<Message> not_looked = {};  // why a newer copy may be unknown
};

}  // namespace opsctl
