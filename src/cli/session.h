// What a command works with: the world, the options as they are meant, the catalogue and the
// journal, each opened when first asked for.
#pragma once

#include <deque>
#include <optional>
#include <string>

#include "base/message.h"
#include "catalog/catalog_loader.h"
#include "catalog/settings.h"
#include "cli/globals.h"
#include "cli/world.h"
#include "model/catalog.h"
#include "render/look.h"
#include "store/journal.h"

namespace opsctl::cli {

class Session {
 public:
  /// `purpose`: whether what is read may come from the cache. `takes_any_journal`: as a command has
  /// it. Throws Error(Exit::usage) for an option's value that is none, and for what
  /// refuse_own_places() says on a shared host.
  Session(const World& world, const Globals& globals, Purpose purpose,
          bool takes_any_journal = false);

  const World& world() const { return world_; }
  Language language() const { return look_.language; }
  const render::Look& look() const { return look_; }
  render::Format format() const { return format_; }
  bool is_quiet() const { return globals_.quiet; }
  /// True where a question may be asked: a terminal on both sides, and no --no-input.
  bool may_ask() const;

  /// The folder of the runbooks: --runbooks, OPSCTL_RUNBOOKS, the site's setting, the site's
  /// folder, the installed sample.
  std::string catalog_folder() const;
  /// More of the runbooks is wanted than the command asks for as a rule: before the first
  /// catalog().
  void want(Purpose purpose) { purpose_ = purpose; }
  /// Loads once. Prints the problems and throws Error(Exit::invalid) where there are any errors.
  const Catalog& catalog();
  /// A runbook of the catalogue for whoever records something: as its file has it. Throws as
  /// catalog() does, where the file has changed for the worse since the catalogue was loaded.
  const Runbook& as_written(const Runbook& book);

  /// The file of the journal: --db, OPSCTL_DB, the site's setting, the default in the state folder.
  std::string journal_path() const;
  /// The journal of a shared host, set up or not yet: the site's setting, else the one in the
  /// system's folder.
  std::string shared_journal_path() const;
  /// Throws Error(usage) where a flag or the environment names runbooks or a journal: on a shared
  /// host nobody brings their own (records.md).
  void refuse_own_places(bool takes_any_journal = false) const;
  /// --db names the journal.
  bool journal_is_typed() const { return globals_.db.has_value(); }
  /// True where a flag, the environment or the site's settings name it: such a journal is created
  /// by init alone.
  bool journal_is_named() const { return chosen_journal().has_value(); }
  /// The folder where the site keeps copies of the journal; empty where the settings name none.
  std::string copies_folder() const;
  /// For reading commands: nothing where there is no journal yet; never creates one.
  std::optional<Journal> read_journal(std::chrono::milliseconds wait = kDefaultWait) const;
  /// For writing commands: creates the journal at its default path on first use, nowhere else, and
  /// never on a shared host. Throws std::logic_error where the session is only for reading.
  Journal write_journal();
  /// The site wants each sign-off in the system's log.
  bool announces_decisions() const;
  /// Creates the journal; it must not exist. Throws Error (failure) on a shared host, where `init
  /// --system` does that.
  Journal create_journal();

  /// Of the operating system: whose command this is.
  const std::string& account();
  /// The person who acts: --as, or the only one whose account this is. Throws Error(Exit::usage)
  /// where it must be said, Error(Exit::refused) where nobody of the roster acts from this account.
  const Person& person();
  /// The same for reading commands: nobody is fine.
  const Person* reader();

  /// Whom the person acts for: --deputy-for, where the roster allows it on the day of `at`. Nothing
  /// without it. Throws Error(Exit::refused).
  const Person* represented(Instant at);

  /// " --as PERSON --deputy-for PERSON" where they were typed: they belong to the command that
  /// comes next.
  std::string as_typed() const;

  /// The instant of a reading command: the clock, asked once.
  Instant now();

  /// What is printed from now on goes through a pager where it is longer than the terminal; never
  /// under --no-input.
  void page_long_text() const;
  void print(const std::string& text) const;
  /// A remark on stderr; not under --quiet.
  void remark(const Message& message) const;

 private:
  const Settings& settings() const;
  /// The journal's file where a flag, the environment or the site names one.
  std::optional<std::string> chosen_journal() const;
  /// Prints the problems and throws Error(Exit::invalid) where there are any errors.
  void require_no_errors(const Diagnostics& diagnostics, const Message& otherwise) const;
  std::string default_journal_path() const;
  std::string cache_folder() const;
  const Catalog& adopt(LoadResult loaded, const std::string& folder);
  void make_default_folder() const;

  const World& world_;
  Globals globals_;
  render::Format format_;
  render::Look look_;
  mutable std::optional<Settings> settings_;
  Purpose purpose_;
  std::deque<Catalog> catalogs_;  // the last one counts; what was given out stays where it is
  RunLimits limits_;              // of the last one
  std::optional<std::string> account_;
  std::optional<Instant> now_;
};

/// ja where --lang, LC_ALL, LC_MESSAGES or LANG (the first that is set) says so, else en.
Language language_of(const World& world, const std::optional<std::string>& flag);

}  // namespace opsctl::cli
