#include "catalog/catalog_loader.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "base/messages/catalog.h"
#include "catalog/catalog_checks.h"
#include "catalog/catalog_yaml.h"
#include "catalog/doubts.h"
#include "catalog/folder.h"
#include "catalog/holidays_yaml.h"
#include "catalog/roster_yaml.h"
#include "catalog/runbook_yaml.h"
#include "catalog/sheet_yaml.h"

namespace opsctl {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kHead = "catalog.yaml";
constexpr std::string_view kRoster = "roster.yaml";
constexpr std::string_view kSheet = "sheet.yaml";

bool has_extension(const std::string& name) { return name.ends_with(".yaml"); }

class Loader {
 public:
  explicit Loader(fs::path folder) : folder_(std::move(folder)) {}

  LoadResult load(Instant now);

 private:
  void load_head();
  void load_sheets(const std::vector<FolderEntry>& entries);
  void load_sheet(const fs::path& folder);
  void load_book(const fs::path& file, const CatalogFrame& frame);
  void check_names(const std::vector<FolderEntry>& entries);
  Catalog assembled();

  void add(Diagnostics more) {
    diagnostics_.insert(diagnostics_.end(), std::make_move_iterator(more.begin()),
                        std::make_move_iterator(more.end()));
  }

  /// Reads a file through `read`; all its complaints are kept.
  template <class Read>
  auto read_file(const fs::path& file, Read read) -> decltype(read(std::string(), std::string())) {
    const auto bytes = bytes_of(file, diagnostics_);
    if (!bytes) return {};
    auto result = read(*bytes, file.string());
    add(std::move(result.diagnostics));
    return result;
  }

  fs::path folder_;
  Diagnostics diagnostics_;
  CatalogHead head_;
  bool head_known_ = false;
  Holidays holidays_;
  Roster roster_;
  std::vector<LoadedSheet> sheets_;
  std::vector<LoadedBook> books_;
};

LoadResult Loader::load(Instant now) {
  const auto entries = entries_of(folder_, diagnostics_);
  if (!has_errors(diagnostics_)) {
    load_head();
    check_names(entries);
    load_sheets(entries);
  }
  std::ranges::sort(books_, {}, [](const LoadedBook& loaded) {
    return std::tuple(loaded.book.sheet, loaded.book.no, loaded.file);
  });
  add(check_sheets(sheets_));
  add(check_books(books_));
  const Date today = head_.zone
                         ? head_.zone->date_of(now)
                         : std::chrono::floor<std::chrono::days>(LocalTime(now.time_since_epoch()));
  add(doubts(books_, holidays_, today));
  sort_by_position(diagnostics_);
  if (has_errors(diagnostics_)) return {std::nullopt, std::move(diagnostics_)};
  return {assembled(), std::move(diagnostics_)};
}

void Loader::load_head() {
  auto head = read_file(folder_ / kHead, read_catalog_head);
  head_known_ = head.value.has_value();
  if (head_known_) head_ = std::move(*head.value);
  const auto roster = [this](std::string_view text, const std::string& name) {
    return read_roster(text, name, head_.parties);
  };
  auto persons = read_file(folder_ / kRoster, roster);
  if (persons.value) roster_ = std::move(*persons.value);
  if (head_.holidays.empty()) return;
  auto holidays = read_file(folder_ / head_.holidays, read_holidays);
  if (holidays.value) holidays_ = std::move(*holidays.value);
}

/// Beside catalog.yaml nothing may lie that looks as if it were read, and is not.
void Loader::check_names(const std::vector<FolderEntry>& entries) {
  for (const FolderEntry& entry : entries) {
    const bool known = entry.name == kHead || entry.name == kRoster || entry.name == head_.holidays;
    const bool yaml = has_extension(entry.name) || entry.name.ends_with(".yml");
    if (entry.kind != FolderEntry::Kind::folder && yaml && !known && head_known_)
      diagnostics_.push_back(file_error(folder_ / entry.name, say<messages::file_not_used>(),
                                        say<messages::runbooks_in_sheets>()));
  }
}

void Loader::load_sheets(const std::vector<FolderEntry>& entries) {
  bool any = false;
  for (const FolderEntry& entry : entries) {
    if (entry.kind != FolderEntry::Kind::folder) continue;
    any = true;
    load_sheet(folder_ / entry.name);
  }
  if (!any) diagnostics_.push_back(file_error(folder_, say<messages::no_sheet>()));
}

void Loader::load_sheet(const fs::path& folder) {
  auto sheet = read_file(folder / kSheet, read_sheet);
  CatalogFrame frame{head_.parties, sheet.value ? sheet.value->prefix : "", head_.fiscal_year_start,
                     head_.effective_from, head_.limits};
  if (sheet.value) sheets_.push_back({std::move(*sheet.value), std::move(sheet.places)});
  bool any = false;
  for (const FolderEntry& entry : entries_of(folder, diagnostics_)) {
    if (entry.name == kSheet) continue;
    if (has_extension(entry.name)) {
      any = true;
      load_book(folder / entry.name, frame);
    } else {
      diagnostics_.push_back(file_error(folder / entry.name, say<messages::no_runbook_file>(),
                                        say<messages::rename_or_hide>()));
    }
  }
  if (!any) diagnostics_.push_back(file_error(folder, say<messages::no_runbook>()));
}

void Loader::load_book(const fs::path& file, const CatalogFrame& frame) {
  const auto read = [&](std::string_view text, const std::string& name) {
    return read_runbook(text, name, frame);
  };
  auto result = read_file(file, read);
  if (!result.value) return;
  books_.push_back({std::move(*result.value), std::move(result.places), file.filename().string()});
}

Catalog Loader::assembled() {
  Catalog catalog(*head_.zone);
  catalog.title = head_.title;
  catalog.effective_from = head_.effective_from;
  catalog.fiscal_year_start = head_.fiscal_year_start;
  catalog.week_start = head_.week_start;
  catalog.parties = head_.parties;
  catalog.holidays = std::move(holidays_);
  catalog.roster = std::move(roster_);
  for (LoadedSheet& loaded : sheets_) catalog.sheets.push_back(std::move(loaded.sheet));
  std::ranges::sort(catalog.sheets, {}, &Sheet::prefix);
  for (LoadedBook& loaded : books_) catalog.runbooks.push_back(std::move(loaded.book));
  return catalog;
}

}  // namespace

LoadResult load_catalog(const fs::path& folder, Instant now) { return Loader(folder).load(now); }

}  // namespace opsctl
