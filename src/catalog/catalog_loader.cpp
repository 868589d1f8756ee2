#include "catalog/catalog_loader.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "base/messages/catalog.h"
#include "catalog/catalog_checks.h"
#include "catalog/catalog_parts.h"
#include "catalog/doubts.h"
#include "catalog/folder.h"
#include "catalog/holidays_yaml.h"
#include "catalog/reuse.h"
#include "catalog/roster_yaml.h"
#include "catalog/runbook_yaml.h"
#include "catalog/sheet_yaml.h"
#include "catalog/unchanged.h"

namespace opsctl {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kHead = "catalog.yaml";
constexpr std::string_view kRoster = "roster.yaml";
constexpr std::string_view kSheet = "sheet.yaml";

bool has_extension(const std::string& name) { return name.ends_with(".yaml"); }

LoadResult result_of(CatalogParts parts, Diagnostics diagnostics = {}) {
  const RunLimits limits = parts.head.limits;
  return {assembled(std::move(parts)), std::move(diagnostics), limits};
}

class Loader {
 public:
  /// `reuse`: nothing where every file is to be read.
  explicit Loader(const fs::path& folder, Reuse* reuse = nullptr)
      : root_(folder.string()), folder_((folder / "").string()), reuse_(reuse) {}

  LoadResult load(Instant now);

 private:
  void load_head();
  void check_zone(const Zone& zone);
  void load_sheets(const std::vector<std::string>& names);
  void load_sheet(const std::string& folder);
  void load_book(const std::string& name, const CatalogFrame& frame, bool same_frame);
  std::vector<std::string> names(const std::string& folder);
  void check_names(const std::vector<std::string>& names);
  LoadResult without_doubts();
  LoadResult result();

  void add(Diagnostics more) {
    diagnostics_.insert(diagnostics_.end(), std::make_move_iterator(more.begin()),
                        std::make_move_iterator(more.end()));
  }

  /// Reads a file through `read`; all its complaints are kept. Where what it refers to is the same
  /// as when it was compiled, and the file is, too, it need not be read.
  template <class T, class Read>
  ReadResult<T> file(EntryKind kind, const std::string& name, bool same_frame, Read read) {
    const std::string path = folder_ + name;
    if (reuse_ != nullptr && same_frame) {
      ReadResult<T> known{reuse_->take<T>(path, name), {}, {}};
      if (known.value) return known;
    }
    const auto stamp = reuse_ != nullptr ? reuse_->stamp_to_read(path) : std::nullopt;
    const auto bytes = bytes_of(path, diagnostics_);
    if (!bytes) return {};
    ReadResult<T> result = read(*bytes, path);
    add(std::move(result.diagnostics));
    if (stamp && result.value) reuse_->note(name, kind, *stamp, *result.value);
    return result;
  }

  std::string root_;
  std::string folder_;  // the same with a slash behind it
  Reuse* reuse_;
  Diagnostics diagnostics_;
  bool same_head_ = false;  // as when the cache was made
  CatalogHead head_;
  bool head_known_ = false;
  Holidays holidays_;
  Roster roster_;
  std::vector<LoadedSheet> sheets_;
  std::vector<LoadedBook> books_;
};

LoadResult Loader::load(Instant now) {
  const auto names = this->names("");
  if (!has_errors(diagnostics_)) {
    load_head();
    check_names(names);
    load_sheets(names);
  }
  const auto place = [](const LoadedBook& loaded) {
    return std::tie(loaded.book.sheet, loaded.book.no, loaded.file);
  };
  if (!std::ranges::is_sorted(books_, {}, place)) std::ranges::sort(books_, {}, place);
  if (reuse_ == nullptr || reuse_->has_read()) {
    add(check_sheets(sheets_));
    add(check_books(books_));
  }
  if (reuse_ != nullptr) return without_doubts();
  const Date today = head_.zone
                         ? head_.zone->date_of(now)
                         : std::chrono::floor<std::chrono::days>(LocalTime(now.time_since_epoch()));
  add(doubts(books_, holidays_, today));
  sort_by_position(diagnostics_);
  if (has_errors(diagnostics_)) return {std::nullopt, std::move(diagnostics_)};
  return result();
}

/// Places are not compiled, so where anything is wrong all is read to say it.
LoadResult Loader::without_doubts() {
  if (has_errors(diagnostics_)) return {std::nullopt, std::move(diagnostics_)};
  diagnostics_.clear();
  return result();
}

LoadResult Loader::result() {
  CatalogParts parts{std::move(head_), std::move(holidays_), std::move(roster_), {}, {}};
  for (LoadedSheet& loaded : sheets_) parts.sheets.push_back(std::move(loaded.sheet));
  parts.books.reserve(books_.size());
  for (LoadedBook& loaded : books_) parts.books.push_back(std::move(loaded.book));
  return result_of(std::move(parts), std::move(diagnostics_));
}

/// Only the names are compiled: what a link leads to may change without a trace in its folder.
std::vector<std::string> Loader::names(const std::string& folder) {
  const std::string path = folder.empty() ? root_ : folder_ + folder;
  if (reuse_ == nullptr) return names_in(path, diagnostics_);
  if (auto known = reuse_->take<std::vector<std::string>>(path, folder)) return *std::move(known);
  const auto stamp = reuse_->stamp_to_read(path);
  auto names = names_in(path, diagnostics_);
  if (stamp) reuse_->note(folder, EntryKind::names, *stamp, names);
  return names;
}

void Loader::load_head() {
  const bool may_reuse = reuse_ == nullptr || reuse_->purpose() != Purpose::recording;
  auto head = file<CatalogHead>(EntryKind::head, std::string(kHead), may_reuse, read_catalog_head);
  same_head_ =
      reuse_ != nullptr && head.value && reuse_->is_as_compiled(std::string(kHead), *head.value);
  head_known_ = head.value.has_value();
  if (head_known_) head_ = std::move(*head.value);
  if (reuse_ != nullptr && head_.zone) check_zone(*head_.zone);
  const auto roster = [this](std::string_view text, const std::string& name) {
    return read_roster(text, name, head_.parties);
  };
  auto persons =
      file<Roster>(EntryKind::roster, std::string(kRoster), may_reuse && same_head_, roster);
  if (persons.value) roster_ = std::move(*persons.value);
  if (head_.holidays.empty()) return;
  auto holidays = file<Holidays>(EntryKind::holidays, head_.holidays, may_reuse, read_holidays);
  if (holidays.value) holidays_ = std::move(*holidays.value);
}

/// The rules of the zone may come from the cache: they hold as long as the file that they were read
/// of looks the same. Where it does not, they are looked up, and unless they are the same all is
/// read.
void Loader::check_zone(const Zone& zone) {
  const std::string file = zone.file();
  if (reuse_->is_unchanged(file)) return;
  const auto stamp = reuse_->stamp_to_read(file);
  const auto now = Zone::find(zone.name());
  if (!now || now->rules() != zone.rules()) throw NotPacked();
  if (stamp) reuse_->note(file, EntryKind::zone, *stamp, std::string());
}

/// Beside catalog.yaml nothing may lie that looks as if it were read, and is not.
void Loader::check_names(const std::vector<std::string>& names) {
  for (const std::string& name : names) {
    const bool known = name == kHead || name == kRoster || name == head_.holidays;
    const bool yaml = has_extension(name) || name.ends_with(".yml");
    if (yaml && !known && head_known_ && !is_folder(folder_ + name))
      diagnostics_.push_back(file_error(folder_ + name, say<messages::file_not_used>(),
                                        say<messages::runbooks_in_sheets>()));
  }
}

void Loader::load_sheets(const std::vector<std::string>& names) {
  bool any = false;
  for (const std::string& name : names) {
    if (!is_folder(folder_ + name)) continue;
    any = true;
    load_sheet(name);
  }
  if (!any) diagnostics_.push_back(file_error(root_, say<messages::no_sheet>()));
}

void Loader::load_sheet(const std::string& folder) {
  const std::string within = folder + "/";
  const std::string head = within + std::string(kSheet);
  const bool may_reuse = reuse_ == nullptr || reuse_->purpose() != Purpose::recording;
  auto sheet = file<Sheet>(EntryKind::sheet, head, may_reuse, read_sheet);
  const bool same_frame = same_head_ && sheet.value && reuse_->is_as_compiled(head, *sheet.value);
  CatalogFrame frame{head_.parties, sheet.value ? sheet.value->prefix : "", head_.fiscal_year_start,
                     head_.effective_from, head_.limits};
  // Of a sheet that was not read, the place need only be there: where it matters, all is read.
  sheet.places.try_emplace("prefix", Place{{folder_ + head, 0, 0}, ""});
  if (sheet.value) sheets_.push_back({std::move(*sheet.value), std::move(sheet.places)});
  bool any = false;
  for (const std::string& entry : names(folder)) {
    if (entry == kSheet) continue;
    const std::string name = within + entry;
    if (has_extension(entry)) {
      any = true;
      load_book(name, frame, same_frame);
    } else {
      diagnostics_.push_back(file_error(folder_ + name, say<messages::no_runbook_file>(),
                                        say<messages::rename_or_hide>()));
    }
  }
  if (!any) diagnostics_.push_back(file_error(folder_ + folder, say<messages::no_runbook>()));
}

void Loader::load_book(const std::string& name, const CatalogFrame& frame, bool same_frame) {
  auto result = file<Runbook>(EntryKind::runbook, name, same_frame,
                              [&](std::string_view text, const std::string& file) {
                                return read_runbook(text, file, frame);
                              });
  if (!result.value) return;
  result.value->pos.file = folder_ + name;
  LoadedBook& loaded = books_.emplace_back();
  loaded.book = std::move(*result.value);
  loaded.places = std::move(result.places);
  loaded.file = name.substr(name.rfind('/') + 1);
}

}  // namespace

LoadResult load_catalog(const fs::path& folder, Instant now) { return Loader(folder).load(now); }

LoadResult load_catalog(const fs::path& folder, Instant now, const fs::path& caches,
                        Purpose purpose) {
  std::error_code failed;
  const fs::path place = fs::absolute(folder, failed);
  if (caches.empty() || failed) return load_catalog(folder, now);
  for (const bool anew : {false, true}) {
    try {
      Reuse reuse(place, caches, purpose, anew);
      if (purpose != Purpose::recording) {
        if (auto parts = unchanged_parts(reuse, (folder / "").string()))
          return result_of(*std::move(parts));
      }
      LoadResult loaded = Loader(folder, &reuse).load(now);
      if (has_errors(loaded.diagnostics)) break;
      reuse.publish();
      return loaded;
    } catch (const NotPacked&) {  // NOLINT(bugprone-empty-catch)
      // It is not what was written, or of other zone data: made anew, as if it were not there.
    }
  }
  return load_catalog(folder, now);
}

std::optional<Runbook> read_again(const Runbook& book, const Catalog& catalog,
                                  const RunLimits& limits) {
  Diagnostics diagnostics;
  const auto bytes = bytes_of(book.pos.file, diagnostics);
  if (!bytes) return std::nullopt;
  const CatalogFrame frame{catalog.parties, book.sheet, catalog.fiscal_year_start,
                           catalog.effective_from, limits};
  auto result = read_runbook(*bytes, book.pos.file, frame);
  if (!result.value || result.value->id != book.id || result.value->no != book.no)
    return std::nullopt;
  return std::move(result.value);
}

}  // namespace opsctl
