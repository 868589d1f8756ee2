#include "model/doctor.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include "base/messages/care.h"
#include "base/messages/store.h"
#include "base/text.h"

namespace opsctl {
namespace {

using enum Health;

constexpr std::uint64_t kMiB = 1 << 20;
constexpr std::uint64_t kNoRoom = 16 * kMiB;  // less than one file of evidence and the rollback
constexpr std::uint64_t kLittleRoom = 200 * kMiB;
constexpr std::chrono::days kOldCopy{8};        // a weekly copy, a day late
constexpr std::chrono::minutes kClockSkew{10};  // of the host that took it
constexpr int kNarrow = 40;

// From linux/magic.h.
constexpr std::uint64_t kTmpfs = 0x01021994;
constexpr std::uint64_t kRamfs = 0x858458F6;
constexpr std::uint64_t kFat = 0x4D44;
constexpr std::uint64_t kExfat = 0x2011BAB0;

std::string ids_of(const std::vector<const Person*>& persons) {
  std::vector<std::string> ids;
  for (const Person* person : persons) ids.push_back(person->id);
  return join(ids, ", ");
}

/// Why a copy does not count, as far as can be seen without reading it.
std::optional<Finding> fault_of(const FoundCopy& copy, Instant now) {
  const Manifest& manifest = *copy.manifest;
  if (copy.size != manifest.size)
    return Finding{Topic::copies, doubtful,
                   say<messages::doctor_copy_broken>(copy.path, manifest.size),
                   say<messages::doctor_copy_check_hint>(copy.path)};
  if (manifest.taken_at > now + kClockSkew)
    return Finding{Topic::copies, doubtful,
                   say<messages::doctor_copy_future>(copy.path, utc_text(manifest.taken_at)),
                   say<messages::doctor_copy_check_hint>(copy.path)};
  return std::nullopt;
}

std::string lower(std::string text) {
  std::ranges::transform(text, text.begin(), [](unsigned char c) {
    return static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
  });
  return text;
}

}  // namespace

std::string_view name_of(Topic topic) {
  constexpr std::array<std::string_view, 10> kNames = {"settings", "runbooks", "roster", "account",
                                                       "journal",  "rights",   "disk",   "clock",
                                                       "copies",   "terminal"};
  return kNames.at(static_cast<std::size_t>(topic));
}

std::string_view name_of(Health health) {
  constexpr std::array<std::string_view, 3> kNames = {"good", "doubtful", "wrong"};
  return kNames.at(static_cast<std::size_t>(health));
}

Health worst_of(const std::vector<Finding>& findings) {
  Health worst = good;
  for (const Finding& finding : findings) worst = std::max(worst, finding.health);
  return worst;
}

Finding judge_account(const Roster& roster, const std::string& account, bool is_root) {
  const Topic topic = Topic::account;
  if (is_root)
    return {topic, doubtful, say<messages::doctor_root>(), say<messages::doctor_root_hint>()};
  const std::vector<const Person*> persons = persons_of_account(roster, account);
  if (persons.empty())
    return {topic, doubtful, say<messages::doctor_stranger>(account),
            say<messages::doctor_stranger_hint>()};
  if (std::ranges::any_of(persons, &Person::any_account))
    return {topic, doubtful, say<messages::doctor_anybody>(account),
            say<messages::doctor_anybody_hint>()};
  if (persons.size() == 1)
    return {topic, good, say<messages::doctor_personal>(account, persons.front()->id)};
  return {topic, doubtful,
          roster.shared_accounts_may_sign
              ? say<messages::doctor_shared_signs>(account, ids_of(persons))
              : say<messages::doctor_shared>(account, ids_of(persons)),
          say<messages::doctor_shared_hint>()};
}

Finding judge_roster(const Roster& roster, const std::function<bool(const std::string&)>& exists) {
  const Topic topic = Topic::roster;
  if (roster.demonstration)
    return {topic, doubtful, say<messages::doctor_demonstration>(roster.persons.size()),
            say<messages::doctor_demonstration_hint>()};
  std::vector<std::string> unknown;
  for (const Person& person : roster.persons) {
    for (const std::string& account : person.accounts) {
      if (!exists(account)) unknown.push_back(account + " (" + person.id + ")");
    }
  }
  if (!unknown.empty())
    return {topic, doubtful, say<messages::doctor_accounts_unknown>(join(unknown, ", ")),
            say<messages::doctor_accounts_hint>()};
  return {topic, good, say<messages::doctor_roster_good>(roster.persons.size())};
}

std::vector<Finding> judge_disk(const Disk& disk, const std::string& folder,
                                std::int64_t journal_size) {
  const Topic topic = Topic::disk;
  std::vector<Finding> findings;
  if (disk.type == kTmpfs || disk.type == kRamfs)
    findings.push_back({topic, doubtful, say<messages::doctor_memory_disk>(folder),
                        say<messages::doctor_disk_hint>()});
  if (disk.type == kFat || disk.type == kExfat)
    findings.push_back({topic, doubtful, say<messages::doctor_no_rights_disk>(folder),
                        say<messages::doctor_disk_hint>()});
  const std::uint64_t free = disk.free_bytes / kMiB;
  // A copy, an upgrade or a long write may need as much again.
  const std::uint64_t wanted = std::max(kLittleRoom, static_cast<std::uint64_t>(journal_size));
  if (disk.free_bytes < kNoRoom)
    findings.push_back({topic, wrong, say<messages::doctor_no_room>(folder, free),
                        say<messages::doctor_room_hint>()});
  else if (disk.free_bytes < wanted)
    findings.push_back({topic, doubtful, say<messages::doctor_little_room>(folder, free),
                        say<messages::doctor_room_hint>()});
  if (disk.files > 0 && disk.free_files == 0)
    findings.push_back(
        {topic, wrong, say<messages::doctor_no_inodes>(folder), say<messages::doctor_room_hint>()});
  if (findings.empty()) findings.push_back({topic, good, say<messages::doctor_room>(free)});
  return findings;
}

std::vector<Finding> judge_shared_host(const std::vector<Message>& not_shared) {
  const Topic topic = Topic::rights;
  if (not_shared.empty()) return {{topic, good, say<messages::doctor_shared_host>()}};
  std::vector<Finding> findings;
  for (const Message& cause : not_shared)
    findings.push_back({topic, wrong, cause, say<messages::shared_not_safe_hint>()});
  return findings;
}

std::vector<Finding> judge_rights(const std::vector<Rights>& journal) {
  const Topic topic = Topic::rights;
  std::vector<Finding> findings;
  for (const Rights& rights : journal) {
    if (rights.by_all)
      findings.push_back({topic, wrong, say<messages::doctor_open_to_all>(rights.path),
                          say<messages::doctor_open_hint>("o-w", rights.path)});
    else if (rights.by_group)
      findings.push_back({topic, doubtful, say<messages::doctor_open_to_group>(rights.path),
                          say<messages::doctor_open_hint>("g-w", rights.path)});
  }
  findings.push_back(
      {topic, doubtful, say<messages::doctor_weak>(), say<messages::doctor_weak_hint>()});
  return findings;
}

std::vector<Finding> judge_runbook_rights(const std::vector<Rights>& runbooks) {
  std::vector<Finding> findings;
  for (const Rights& rights : runbooks) {
    if (rights.by_all)
      findings.push_back({Topic::runbooks, wrong, say<messages::doctor_open_to_all>(rights.path),
                          say<messages::doctor_open_hint>("o-w", rights.path)});
  }
  return findings;
}

Finding judge_clock(Instant now, std::optional<Instant> last_record, const Zone& zone) {
  const Topic topic = Topic::clock;
  if (last_record && *last_record > now)
    return {topic, wrong,
            say<messages::doctor_clock_back>(to_text(now, zone), to_text(*last_record, zone)),
            say<messages::doctor_clock_hint>()};
  return {topic, good, say<messages::doctor_clock>(to_text(now, zone), zone.name())};
}

std::vector<Finding> judge_copies(const std::vector<FoundCopy>& copies, const std::string& folder,
                                  const std::string& journal, Instant now) {
  const Topic topic = Topic::copies;
  std::vector<Finding> findings;
  const FoundCopy* newest = nullptr;
  const FoundCopy* closed = nullptr;
  for (const FoundCopy& copy : copies) {
    if (!copy.manifest) {
      closed = &copy;
    } else if (journal.empty() || copy.manifest->head.journal == journal) {
      if (auto fault = fault_of(copy, now))
        findings.push_back(*std::move(fault));
      else if (newest == nullptr || copy.manifest->taken_at > newest->manifest->taken_at)
        newest = &copy;
    }
  }
  const bool is_old = newest != nullptr && now - newest->manifest->taken_at > kOldCopy;
  const std::string taken = newest != nullptr ? utc_text(newest->manifest->taken_at) : "";
  if (newest != nullptr && !is_old)
    findings.push_back({topic, good, say<messages::doctor_copy>(newest->path, taken)});
  else if (closed != nullptr)  // it may be a newer one
    findings.push_back({topic, doubtful, say<messages::doctor_copies_closed>(folder, closed->path),
                        say<messages::backup_manifest_closed_hint>()});
  else if (is_old)
    findings.push_back({topic, doubtful, say<messages::doctor_old_copy>(newest->path, taken),
                        say<messages::doctor_copy_hint>(folder)});
  else
    findings.push_back({topic, wrong,
                        findings.empty() ? say<messages::doctor_no_copy>(folder)
                                         : say<messages::doctor_no_other_copy>(folder),
                        say<messages::doctor_copy_hint>(folder)});
  return findings;
}

Finding judge_terminal(const std::string& locale, int columns) {
  const Topic topic = Topic::terminal;
  const std::string folded = lower(locale);
  if (folded.find("utf-8") == std::string::npos && folded.find("utf8") == std::string::npos)
    return {
        topic, doubtful,
        locale.empty() ? say<messages::doctor_no_locale>() : say<messages::doctor_locale>(locale),
        say<messages::doctor_locale_hint>()};
  if (columns < kNarrow)
    return {topic, doubtful, say<messages::doctor_narrow>(columns, kNarrow),
            say<messages::doctor_narrow_hint>()};
  return {topic, good, say<messages::doctor_terminal>(columns, locale)};
}

}  // namespace opsctl
