#include "cli/proof.h"

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <utility>
#include <vector>

#include "base/messages/care.h"
#include "base/text.h"
#include "store/site.h"

namespace opsctl::cli {
namespace {

std::optional<Event> announced_decision(const Session& session, const Journal& journal,
                                        Instant as_of) {
  if (!session.announces_decisions()) return std::nullopt;
  const EventFilter decisions{.kind = std::string(kind_of(SignedOff{})),
                              .before = as_of + std::chrono::seconds(1)};
  auto last = journal.last_events(decisions, 1);
  if (last.empty()) return std::nullopt;
  return std::move(last.front());
}

/// Where some are not seen, `not_looked` says so: they may be newer than those that are.
std::vector<FoundCopy> known_copies(const std::string& folder, std::optional<Message>& not_looked) {
  if (folder.empty()) return {};
  try {
    auto copies = copies_in(folder);
    const auto closed =
        std::ranges::find_if(copies, [](const FoundCopy& copy) { return !copy.manifest; });
    if (closed != copies.end())
      not_looked = say<messages::doctor_copies_closed>(visible(folder), visible(closed->path));
    return copies;
  } catch (const std::filesystem::filesystem_error& error) {
    not_looked = say<messages::doctor_copies_unreadable>(visible(folder), error.code().message());
    return {};
  }
}

}  // namespace

ReportProof proof_of(const Session& session, const Journal& journal, Instant as_of) {
  ReportProof proof{.head = journal.head()};
  const std::vector<FoundCopy> copies = known_copies(session.copies_folder(), proof.not_looked);
  proof.outside =
      newest_outside(copies, journal.uuid(), announced_decision(session, journal, as_of), as_of);
  return proof;
}

}  // namespace opsctl::cli
