#include "cli/session.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <ostream>
#include <stdexcept>
#include <utility>

#include "base/diagnostic.h"
#include "base/messages/cli.h"
#include "base/text.h"
#include "cli/lookup.h"
#include "cli/recording.h"
#include "model/policy.h"

namespace opsctl::cli {
namespace {

namespace fs = std::filesystem;

std::optional<std::string> variable(const World& world, const char* name) {
  const auto found = world.environment.find(name);
  if (found == world.environment.end() || found->second.empty()) return std::nullopt;
  return found->second;
}

template <class T, std::size_t n>
T choice_of(const char* option, const std::optional<std::string>& typed, T otherwise,
            const std::array<std::pair<std::string_view, T>, n>& known) {
  if (!typed) return otherwise;
  std::vector<std::string> words;
  for (const auto& [word, value] : known) {
    if (*typed == word) return value;
    words.emplace_back(word);
  }
  throw Error(Exit::usage, say<messages::option_value_unknown>(option, visible(*typed)),
              say<messages::try_one_of>(join(words, ", ")));
}

render::Format format_of(const Globals& globals) {
  return choice_of("--format", globals.format, render::Format::text, render::kFormatNames);
}

enum class ColourWish { automatic, always, never };

bool colour_of(const World& world, const Globals& globals) {
  static constexpr std::array<std::pair<std::string_view, ColourWish>, 3> kWishes = {
      {{"auto", ColourWish::automatic},
       {"always", ColourWish::always},
       {"never", ColourWish::never}}};
  const ColourWish wish = choice_of("--color", globals.colour, ColourWish::automatic, kWishes);
  if (wish != ColourWish::automatic) return wish == ColourWish::always;
  if (variable(world, "NO_COLOR")) return false;
  const auto forced = variable(world, "CLICOLOR_FORCE");
  if (forced && *forced != "0") return true;
  return world.output_is_terminal && variable(world, "TERM").value_or("dumb") != "dumb";
}

/// Columns of ◎ on the terminal: asked of it, where --ambiwidth leaves that open.
int ambiguous_width(const World& world, render::Format format) {
  const bool for_eyes = world.output_is_terminal && format == render::Format::text &&
                        variable(world, "TERM").value_or("dumb") != "dumb";
  if (!for_eyes || !world.measure_ambiguous) return 1;
  return world.measure_ambiguous().value_or(1);
}

render::Look look_of(const World& world, const Globals& globals, render::Format format) {
  static constexpr std::array<std::pair<std::string_view, Language>, 2> kLanguages = {
      {{"ja", Language::ja}, {"en", Language::en}}};
  static constexpr std::array<std::pair<std::string_view, int>, 3> kWidths = {
      {{"auto", 0}, {"1", 1}, {"2", 2}}};
  render::Look look;
  look.language = choice_of("--lang", globals.language, language_of(world, {}), kLanguages);
  look.ambiguous = choice_of("--ambiwidth", globals.ambiguous, 0, kWidths);
  if (look.ambiguous == 0) look.ambiguous = ambiguous_width(world, format);
  look.width = world.output_is_terminal ? world.columns : 0;
  look.colour = colour_of(world, globals);
  return look;
}

}  // namespace

Language language_of(const World& world, const std::optional<std::string>& flag) {
  if (flag == "ja") return Language::ja;
  if (flag == "en") return Language::en;
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    if (const auto locale = variable(world, name)) {
      return locale->starts_with("ja") ? Language::ja : Language::en;
    }
  }
  return Language::en;
}

Session::Session(const World& world, const Globals& globals, Purpose purpose,
                 bool takes_any_journal)
    : world_(world),
      globals_(globals),
      format_(format_of(globals)),
      look_(look_of(world, globals, format_)),
      purpose_(purpose) {
  if (world.is_setgid) refuse_own_places(takes_any_journal);
}

bool Session::may_ask() const {
  return world_.input_is_terminal && world_.output_is_terminal && !globals_.no_input;
}

const Settings& Session::settings() const {
  if (settings_) return *settings_;
  const std::string file = world_.etc_folder + "/config.yaml";
  SettingsResult loaded = load_settings(file);
  require_no_errors(loaded.diagnostics, say<messages::settings_invalid>(file));
  settings_ = std::move(loaded.settings);
  return *settings_;
}

void Session::refuse_own_places(bool takes_any_journal) const {
  const auto refuse = [](const char* name) {
    throw Error(Exit::usage, say<messages::place_is_fixed>(name),
                say<messages::place_is_fixed_hint>());
  };
  if (globals_.runbooks) refuse("--runbooks");
  if (globals_.db && !takes_any_journal) refuse("--db");
  if (variable(world_, "OPSCTL_RUNBOOKS")) refuse("OPSCTL_RUNBOOKS");
  if (variable(world_, "OPSCTL_DB")) refuse("OPSCTL_DB");
}

std::string Session::catalog_folder() const {
  if (globals_.runbooks) return *globals_.runbooks;
  if (const auto chosen = variable(world_, "OPSCTL_RUNBOOKS")) return *chosen;
  if (!settings().runbooks.empty()) return settings().runbooks;
  const fs::path site = fs::path(world_.etc_folder) / "runbooks";
  std::error_code ignored;
  if (world_.is_setgid || fs::exists(site, ignored)) return site;
  const fs::path sample = fs::path(world_.program_folder) / "../share/opsctl/runbooks";
  return sample.lexically_normal();
}

void Session::require_no_errors(const Diagnostics& diagnostics, const Message& otherwise) const {
  if (!has_errors(diagnostics)) return;
  for (const Diagnostic& diagnostic : diagnostics) {
    if (diagnostic.severity == Severity::error && format_ != render::Format::json) {
      world_.err << to_text(diagnostic, look_.language, look_.ambiguous);
    }
  }
  throw Error(Exit::invalid, otherwise, say<messages::catalog_invalid_hint>());
}

/// As the XDG specification has it; empty where there is none.
std::string Session::cache_folder() const {
  if (const auto caches = variable(world_, "XDG_CACHE_HOME")) return *caches;
  if (const auto home = variable(world_, "HOME")) return *home + "/.cache";
  return "";
}

const Catalog& Session::adopt(LoadResult loaded, const std::string& folder) {
  require_no_errors(loaded.diagnostics, say<messages::catalog_invalid>(visible(folder)));
  limits_ = loaded.limits;
  return catalogs_.emplace_back(std::move(*loaded.catalog));
}

const Catalog& Session::catalog() {
  if (!catalogs_.empty()) return catalogs_.back();
  const std::string folder = catalog_folder();
  return adopt(load_catalog(folder, now(), cache_folder(), purpose_), folder);
}

const Runbook& Session::as_written(const Runbook& book) {
  if (purpose_ != Purpose::recording || !book.text.empty()) return book;
  Catalog& catalog = catalogs_.back();
  const auto place = std::ranges::find(catalog.runbooks, book.id, &Runbook::id);
  if (auto read = read_again(*place, catalog, limits_)) return *place = *std::move(read);
  // Something else is wrong or different by now: all is read, to say it or to go on with it.
  const std::string folder = catalog_folder();
  const std::string id = book.id;
  if (const Runbook* found = find_runbook(adopt(load_catalog(folder, now()), folder), id))
    return *found;
  throw Error(Exit::not_found, say<messages::unknown_item>(visible(id)),
              say<messages::unknown_item_hint>());
}

std::string Session::default_journal_path() const {
  if (world_.is_setgid) return shared_journal_path();
  if (const auto state = variable(world_, "XDG_STATE_HOME")) return *state + "/opsctl/journal.db";
  if (const auto home = variable(world_, "HOME")) return *home + "/.local/state/opsctl/journal.db";
  throw Error(Exit::journal, say<messages::no_home>(), say<messages::no_home_hint>());
}

std::string Session::shared_journal_path() const {
  return settings().db.empty() ? world_.system_folder + "/journal.db" : settings().db;
}

bool Session::announces_decisions() const { return settings().announces_decisions; }

std::string Session::copies_folder() const { return settings().backups; }

std::optional<std::string> Session::chosen_journal() const {
  if (globals_.db) return globals_.db;
  if (auto chosen = variable(world_, "OPSCTL_DB")) return chosen;
  if (!settings().db.empty()) return settings().db;
  return std::nullopt;
}

std::string Session::journal_path() const {
  if (const auto chosen = chosen_journal()) return *chosen;
  return default_journal_path();
}

std::optional<Journal> Session::read_journal(std::chrono::milliseconds wait) const {
  const std::string path = journal_path();
  if (!Journal::is_there(path)) return std::nullopt;
  return Journal::open(path, Access::read, wait);
}

void Session::make_default_folder() const {
  if (journal_is_named()) return;
  const fs::path folder = fs::path(journal_path()).parent_path();
  std::error_code failed;
  fs::create_directories(folder, failed);
  if (!failed) return;
  throw Error(Exit::journal,
              say<messages::folder_not_created>(visible(folder.string()), failed.message()));
}

Journal Session::create_journal() {
  if (world_.is_setgid)
    throw Error(Exit::failure, say<messages::system_creates_journal>(),
                say<messages::system_root_hint>());
  make_default_folder();
  return Journal::create(journal_path(), birth_of_journal(*this));
}

Journal Session::write_journal() {
  if (purpose_ != Purpose::recording) throw std::logic_error("this command only reads");
  if (journal_is_named() || world_.is_setgid) return Journal::open(journal_path(), Access::write);
  make_default_folder();
  return Journal::open_or_create(journal_path(), birth_of_journal(*this));
}

const Person& Session::person() {
  if (const Person* found = reader()) return *found;
  const Roster& roster = catalog().roster;
  const std::vector<const Person*> persons = persons_of_account(roster, account());
  if (persons.empty()) {
    throw Error(Exit::refused, say<messages::not_in_roster>(visible(account())),
                say<messages::not_in_roster_hint>());
  }
  std::vector<std::string> ids;
  for (const Person* candidate : persons) ids.push_back(candidate->id);
  throw Error(Exit::usage, say<messages::who_are_you>(visible(account())),
              say<messages::who_are_you_hint>(join(ids, ", ")));
}

const Person* Session::reader() {
  const Roster& roster = catalog().roster;
  const std::vector<const Person*> persons = persons_of_account(roster, account());
  if (!globals_.as) return persons.size() == 1 ? persons.front() : nullptr;
  const Person* named = &find_person_typed(*this, *globals_.as);
  for (const Person* candidate : persons) {
    if (candidate == named) return named;
  }
  throw Error(Exit::refused, say<messages::not_your_person>(named->id, visible(account())),
              say<messages::not_your_person_hint>());
}

const Person* Session::represented(Instant at) {
  if (!globals_.deputy_for) return nullptr;
  const Person& named = find_person_typed(*this, *globals_.deputy_for);
  const auto found = as_deputy(catalog().roster, person(), named, catalog().zone.date_of(at));
  if (const auto* refusal = std::get_if<Refusal>(&found)) throw Error(Exit::refused, *refusal);
  return std::get<const Person*>(found);
}

std::string Session::as_typed() const {
  return (globals_.as ? " --as " + fold_id(*globals_.as) : "") +
         (globals_.deputy_for ? " --deputy-for " + fold_id(*globals_.deputy_for) : "");
}

const std::string& Session::account() {
  if (!account_) account_ = world_.account();
  return *account_;
}

Instant Session::now() {
  if (!now_) now_ = world_.now();
  return *now_;
}

void Session::page_long_text() const {
  const bool for_eyes = may_ask() && format_ == render::Format::text &&
                        variable(world_, "TERM").value_or("dumb") != "dumb";
  if (for_eyes && world_.page_long_text) world_.page_long_text();
}

void Session::print(const std::string& text) const { world_.out << text; }

void Session::remark(const Message& message) const {
  world_.out.flush();  // what was printed before stands before it on a terminal, too
  if (!globals_.quiet) world_.err << to_text(message, look_.language) << "\n";
}

}  // namespace opsctl::cli
