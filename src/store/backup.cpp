#include "store/backup.h"

#include <system_error>
#include <utility>

#include "base/messages/care.h"
#include "base/messages/store.h"
#include "base/problem.h"
#include "model/manifest.h"
#include "store/connection.h"
#include "store/copying.h"
#include "store/journal_rights.h"
#include "store/place.h"
#include "store/schema.h"
#include "store/verify.h"

namespace opsctl {
namespace {

namespace fs = std::filesystem;
using std::chrono::milliseconds;

constexpr std::size_t kMostFindings = 5;

std::vector<Message> findings_of(const VerifyReport& report) {
  std::vector<Message> findings;
  for (const CheckResult& result : report.checks)
    findings.insert(findings.end(), result.findings.begin(), result.findings.end());
  return findings;
}

/// A copy that verify would not pass is no copy to rely on: those from before are.
void require_whole(const Copy& copy, const Manifest& manifest, milliseconds wait) {
  const VerifyReport report =
      verify_journal(copy.path(), {.most_findings = kMostFindings, .own_copy = true, .wait = wait});
  std::vector<Message> findings = findings_of(report);
  if (report.head != manifest.head) findings.push_back(say<messages::backup_head_other>());
  if (findings.empty()) return;
  throw Error(Exit::journal,
              Problem{say<messages::backup_source_damaged>(manifest.source), std::move(findings),
                      say<messages::backup_source_damaged_hint>()});
}

Error unreadable(const fs::path& copy, int error) {
  return {Exit::journal, say<messages::backup_unreadable>(copy.string(), words_of(error))};
}

/// What cannot be looked at, in a folder that may not be entered, is not missing.
void require_copy(const fs::path& copy) {
  std::error_code error;
  const fs::file_type type = fs::symlink_status(copy, error).type();
  if (type == fs::file_type::not_found)
    throw Error(Exit::journal, say<messages::backup_missing>(copy.string()),
                say<messages::backup_missing_hint>());
  if (type == fs::file_type::none) throw unreadable(copy, error.value());
  if (type != fs::file_type::regular && type != fs::file_type::symlink &&
      type != fs::file_type::directory)
    throw Error(Exit::journal, say<messages::backup_no_file>(copy.string()));
}

/// What SQLite leaves beside a file in which it was cut off belongs to it: without it the file is
/// not what it was, and with it opening would change it.
void require_alone(const fs::path& copy) {
  for (const char* suffix : {"-journal", "-wal"}) {
    const std::string beside = copy.string() + suffix;
    if (is_taken(beside))
      throw Error(Exit::journal, say<messages::backup_beside>(beside),
                  say<messages::backup_beside_hint>(beside));
  }
}

void compare_bytes(const fs::path& copy, BackupCheck& check) {
  Manifest measured;
  try {
    measure(copy, measured);
  } catch (const std::system_error& error) {
    throw unreadable(copy, error.code().value());
  }
  if (measured.size != check.manifest.size)
    check.findings.push_back(say<messages::backup_size_other>(measured.size, check.manifest.size));
  else if (measured.sha256 != check.manifest.sha256)
    check.findings.push_back(
        say<messages::backup_bytes_other>(hex(measured.sha256), hex(check.manifest.sha256)));
}

void compare_content(const fs::path& copy, milliseconds wait, BackupCheck& check) {
  try {
    check.verified = verify_journal(copy, {.deep = true, .own_copy = true, .wait = wait});
    if (check.verified.head != check.manifest.head)
      check.findings.push_back(say<messages::backup_manifest_head>(to_text(check.manifest.head)));
    const OwnRights own;
    if (connect(copy, Access::copy, wait)->run(counts_of) != check.manifest.counts)
      check.findings.push_back(say<messages::backup_counts_other>());
  } catch (const Error& error) {
    // Another version is a matter for another opsctl; anything else is what became of the copy.
    const MessageText* what = error.problem().what.text;
    if (what == &messages::journal_newer || what == &messages::journal_older ||
        error.exit() != Exit::journal)
      throw;
    check.findings.push_back(error.problem().what);
  }
}

/// What is wrong with the journal in use is no fault of the copy's, which is needed all the more.
CopyStanding standing_of(const fs::path& path, milliseconds wait, BackupCheck& check) {
  CopyStanding standing{.journal = path.string()};
  const Anchor& copied = check.manifest.head;
  try {
    const Journal journal = Journal::open(path, Access::read, wait);
    if (journal.uuid() != copied.journal) {
      standing.not_compared = say<messages::backup_other_journal>(journal.uuid());
      standing.is_other = true;
      return standing;
    }
    const std::int64_t last = journal.head().seq;
    const auto there = journal.records({.after = copied.seq - 1, .up_to = copied.seq, .limit = 1});
    if (there.empty())
      check.findings.push_back(say<messages::backup_journal_cut>(path.string(), last, copied.seq));
    else if (there.front().hash != copied.hash)
      check.findings.push_back(say<messages::backup_journal_other>(path.string(), copied.seq));
    else
      standing.behind = last - copied.seq;
  } catch (const Error& error) {
    standing.not_compared = error.problem().what;
  }
  return standing;
}

}  // namespace

Manifest take_backup(const fs::path& journal, const fs::path& target, const BackupStamp& stamp,
                     milliseconds wait) {
  Copy copy(place_for_copy(target));
  Manifest manifest{.schema = schema_version(),
                    .taken_at = stamp.at,
                    .source = journal.string(),
                    .host = stamp.host,
                    .opsctl = stamp.opsctl};
  {
    const auto source = connect(journal, Access::read, wait);
    require_schema(*source);
    const OwnRights own;  // the journal is open; the copy is the user's
    source->run([&](SQLite::Database& db) {
      manifest.head = head_of(db);
      manifest.counts = counts_of(db);
      copy.write_pages(db);
    });
  }
  require_whole(copy, manifest, wait);
  copy.publish(manifest);
  return manifest;
}

Manifest read_manifest(const fs::path& copy) {
  constexpr std::size_t kLongest = 1 << 16;
  const fs::path path = manifest_of(copy);
  std::optional<std::string> text;
  try {
    text = beginning_of(path, kLongest);
  } catch (const std::system_error& error) {
    if (error.code() == std::errc::no_such_file_or_directory)
      throw Error(Exit::journal, say<messages::backup_manifest_missing>(path.string()),
                  say<messages::backup_manifest_hint>(copy.string()));
    throw Error(
        Exit::journal,
        say<messages::backup_manifest_closed>(path.string(), words_of(error.code().value())),
        say<messages::backup_manifest_closed_hint>());
  }
  const auto manifest = text ? parse_manifest(*text) : std::nullopt;
  if (!manifest)
    throw Error(Exit::journal, say<messages::backup_manifest_unreadable>(path.string()),
                say<messages::backup_manifest_hint>(copy.string()));
  return *manifest;
}

BackupCheck check_backup(const fs::path& copy, const std::optional<fs::path>& journal,
                         milliseconds wait) {
  require_copy(copy);
  const fs::path place = place_for_copy(copy);
  require_alone(place);
  BackupCheck check{.path = place.string(), .manifest = read_manifest(place)};
  compare_bytes(place, check);
  compare_content(place, wait, check);
  if (journal) check.standing = standing_of(*journal, wait, check);
  return check;
}

}  // namespace opsctl
