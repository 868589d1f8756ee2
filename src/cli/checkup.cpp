#include "cli/checkup.h"

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <optional>
#include <utility>

#include "base/messages/care.h"
#include "base/text.h"
#include "catalog/catalog_loader.h"
#include "catalog/settings.h"
#include "cli/catalog_history.h"
#include "store/place.h"
#include "store/schema.h"
#include "store/site.h"

namespace opsctl::cli {
namespace {

namespace fs = std::filesystem;

/// Long enough for a write, short enough for somebody who waits for the answer.
constexpr std::chrono::milliseconds kWait{2'000};

Finding of_error(const Error& error) {
  const Problem& problem = error.problem();
  return {Topic::journal, error.exit() == Exit::busy ? Health::doubtful : Health::wrong,
          problem.what, problem.hint.value_or(say<messages::doctor_journal_hint>())};
}

/// What is asked of the journal while it is open.
struct Seen {
  std::string uuid;
  std::optional<Instant> last_record;
};

class Checkup {
 public:
  explicit Checkup(Session& session) : session_(session), world_(session.world()) {}

  std::vector<Finding> run() {
    if (look_at_settings()) {
      LoadResult loaded = load_catalog(session_.catalog_folder(), session_.now());
      const Seen seen = look_at_journal(loaded);
      look_at_runbooks(loaded);
      look_at_people(loaded);
      look_at_clock(loaded, seen);
      look_at_copies(seen);
    }
    look_at_terminal();
    std::ranges::stable_sort(findings_, {}, &Finding::topic);
    return std::move(findings_);
  }

 private:
  void add(Finding finding) { findings_.push_back(std::move(finding)); }
  void add(std::vector<Finding> findings) {
    std::ranges::move(findings, std::back_inserter(findings_));
  }

  std::string settings_file() const { return world_.etc_folder + "/config.yaml"; }

  /// Without them it is unknown where the others are.
  bool look_at_settings() {
    const std::string file = settings_file();
    const auto mistakes =
        std::ranges::count(load_settings(file).diagnostics, Severity::error, &Diagnostic::severity);
    if (mistakes > 0) {
      add({Topic::settings, Health::wrong, say<messages::doctor_settings_wrong>(file, mistakes),
           say<messages::doctor_validate_hint>()});
      return false;
    }
    std::error_code failed;
    add({Topic::settings, Health::good,
         fs::exists(file, failed) ? say<messages::doctor_settings>(file)
                                  : say<messages::doctor_settings_none>(file)});
    return true;
  }

  void look_at_runbooks(const LoadResult& loaded) {
    const std::string folder = session_.catalog_folder();
    const auto count = [&](Severity severity) {
      return std::ranges::count(loaded.diagnostics, severity, &Diagnostic::severity);
    };
    if (!loaded.catalog)
      return add({Topic::runbooks, Health::wrong,
                  say<messages::doctor_runbooks_wrong>(folder, count(Severity::error)),
                  say<messages::doctor_validate_hint>()});
    const std::size_t runbooks = loaded.catalog->runbooks.size();
    const auto warnings = count(Severity::warning);
    if (warnings == 0)
      add({Topic::runbooks, Health::good, say<messages::doctor_runbooks>(runbooks, folder)});
    else
      add({Topic::runbooks, Health::doubtful,
           say<messages::doctor_runbooks_doubt>(runbooks, folder, warnings),
           say<messages::doctor_validate_hint>()});
    std::vector<Rights> rights;
    for (const fs::path& path : {fs::path(folder), fs::path(folder) / "roster.yaml"}) {
      if (auto of = rights_of(path)) rights.push_back(*std::move(of));
    }
    add(judge_runbook_rights(rights));
  }

  void look_at_people(const LoadResult& loaded) {
    if (!loaded.catalog) return;
    const Roster& roster = loaded.catalog->roster;
    add(judge_roster(roster, world_.account_exists));
    add(judge_account(roster, session_.account(), world_.uid == 0));
  }

  Seen look_at_journal(LoadResult& loaded) {
    try {
      const std::string path = session_.journal_path();
      const auto not_writable = look_at_site(path);
      if (Journal::is_there(path)) return look_inside(path, not_writable, loaded);
      if (session_.journal_is_named() || world_.is_setgid)
        add(of_error(no_journal(path)));
      else
        add({Topic::journal, Health::good, say<messages::doctor_journal_none>(path)});
    } catch (const Error& error) {
      add(of_error(error));
    }
    return {};
  }

  Seen look_inside(const std::string& path, const std::optional<Message>& not_writable,
                   LoadResult& loaded) {
    const Journal journal = Journal::open(path, Access::read, kWait);
    compare_with_history(loaded, journal);
    add({Topic::journal, Health::good,
         say<messages::doctor_journal>(path, journal.head().seq, schema_version())});
    if (not_writable)
      add({Topic::journal, Health::doubtful, say<messages::doctor_journal_reads>(*not_writable),
           say<messages::doctor_journal_reads_hint>()});
    return {journal.uuid(), journal.last_recorded_at()};
  }

  /// The answer: why this account cannot record, where the file is one that could be written.
  std::optional<Message> look_at_site(const std::string& path) {
    if (!world_.is_setgid && Journal::is_there(world_.system_folder))
      add({Topic::rights, Health::doubtful,
           say<messages::doctor_other_journal>(world_.system_folder),
           say<messages::doctor_other_journal_hint>()});
    // The default folder is made with the journal.
    if (!session_.journal_is_named() && !Journal::is_there(fs::path(path).parent_path()))
      return std::nullopt;
    const JournalSite site = site_of(path);
    for (const std::string& leftover : site.leftovers)
      add({Topic::journal, Health::doubtful, say<messages::doctor_leftover>(leftover),
           say<messages::doctor_leftover_hint>(leftover)});
    add(world_.is_setgid ? judge_shared_host(site.not_shared) : judge_rights(site.rights));
    if (const auto disk = world_.disk_of(site.folder))
      add(judge_disk(*disk, site.folder, site.size));
    return site.not_writable;
  }

  void look_at_clock(const LoadResult& loaded, const Seen& seen) {
    const auto zone = loaded.catalog ? loaded.catalog->zone : Zone::find("UTC");
    if (zone)
      add(judge_clock(session_.now(), seen.last_record, *zone));
    else
      add({Topic::clock, Health::wrong, say<messages::doctor_zone_unknown>(),
           say<messages::doctor_zone_hint>()});
  }

  void look_at_copies(const Seen& seen) {
    const std::string folder = session_.copies_folder();
    if (folder.empty())
      return add({Topic::copies, Health::doubtful, say<messages::doctor_copies_unknown>(),
                  say<messages::doctor_copies_unknown_hint>(settings_file())});
    try {
      add(judge_copies(copies_in(folder), folder, seen.uuid, session_.now()));
    } catch (const fs::filesystem_error& error) {
      add({Topic::copies, Health::wrong,
           say<messages::doctor_copies_unreadable>(folder, error.code().message()),
           say<messages::doctor_copies_unreadable_hint>(settings_file())});
    }
  }

  void look_at_terminal() {
    if (!world_.output_is_terminal) return;
    for (const char* name : {"LC_ALL", "LC_CTYPE", "LANG"}) {
      const auto found = world_.environment.find(name);
      if (found != world_.environment.end() && !found->second.empty())
        return add(judge_terminal(found->second, world_.columns));
    }
    add(judge_terminal("", world_.columns));
  }

  Session& session_;
  const World& world_;
  std::vector<Finding> findings_;
};

}  // namespace

std::vector<Finding> check_up(Session& session) { return Checkup(session).run(); }

}  // namespace opsctl::cli
