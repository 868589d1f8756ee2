#include "catalog/doubts.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "base/messages/catalog.h"
#include "base/text.h"
#include "model/schedule_check.h"

namespace opsctl {
namespace {

constexpr std::string_view kCertificate = "証明書";
constexpr std::size_t kShortHeading =
    4;  // in shorter headings one character makes a real difference

bool explained(const Runbook& book, std::string_view field) {
  return std::ranges::find(book.notes, field, &Note::field) != book.notes.end();
}

bool records_expiry(const Runbook& book) {
  return std::ranges::find(book.records, kValidUntil, &RecordField::key) != book.records.end();
}

/// A note that names performers mends the missing ◎; this needs one of its own.
bool explained_besides_performers(const Runbook& book, std::string_view field) {
  return std::ranges::any_of(
      book.notes, [&](const Note& note) { return note.field == field && note.performers.empty(); });
}

class Doubts {
 public:
  Diagnostics found;

  /// At the first of the keys that the runbook has; a note of the field would explain it.
  void warn(const LoadedBook& loaded, Message message, std::string_view field,
            std::string_view otherwise = "id") {
    const std::string_view key = loaded.places.contains(field) ? field : otherwise;
    found.push_back(complaint(Severity::warning, place_of(loaded, key), std::move(message),
                              say<messages::explain_in_notes>(field)));
  }
};

void doubt_duties(const LoadedBook& loaded, Doubts& doubts) {
  const Runbook& book = loaded.book;
  const auto approvers = parties_with(book, Duty::approve);
  const auto performers = performers_of(book);
  if (approvers.empty() && !explained(book, "duties"))
    doubts.warn(loaded, say<messages::nobody_approves>(), "duties");
  const bool alone =
      performers.size() == 1 && std::ranges::find(approvers, performers.front()) != approvers.end();
  if (alone && !explained_besides_performers(book, "duties"))
    doubts.warn(loaded, say<messages::approver_performs>(performers.front()), "duties");
}

void doubt_certificate(const LoadedBook& loaded, Doubts& doubts) {
  const Runbook& book = loaded.book;
  const bool certificate = book.title.find(kCertificate) != std::string::npos;
  if (!certificate || records_expiry(book) || explained(book, "records")) return;
  doubts.warn(loaded, say<messages::no_valid_until>(), "records", "title");
}

bool needs_holidays(const Schedule& schedule) {
  return schedule.roll != Roll::none || schedule.days.business_only ||
         (schedule.within && schedule.within->unit == Duration::Unit::business_day);
}

/// How far ahead the next due date can lie, generously.
std::chrono::days reach(const ScheduleVersion& version) {
  const Cycle& cycle = version.cycle;
  if (cycle.kind != Cycle::Kind::frequency) {
    const auto& within = version.schedule.within;
    return std::chrono::days(within ? within->count * 2 + 7 : 0);
  }
  static const std::map<Cycle::Unit, int> kLength = {{Cycle::Unit::day, 1},
                                                     {Cycle::Unit::week, 7},
                                                     {Cycle::Unit::month, 31},
                                                     {Cycle::Unit::quarter, 92},
                                                     {Cycle::Unit::year, 366}};
  return std::chrono::days(kLength.at(cycle.unit) * cycle.every);
}

void doubt_schedule(const LoadedBook& loaded, const Holidays& holidays, Date today,
                    Doubts& doubts) {
  const Runbook& book = loaded.book;
  if (explained(book, "schedule")) return;
  const ScheduleVersion& version = book.timetable.versions.back();
  const auto warn = [&](const Message& message) {
    doubts.warn(loaded, message, "schedule", "cycle");
  };
  // A recorded expiry is baseline enough.
  if (const auto problem = check_baseline(version.cycle, version.schedule);
      problem && !records_expiry(book))
    warn(problem->message);
  if (!needs_holidays(version.schedule)) return;
  if (!holidays.covers_until) {
    warn(say<messages::no_holidays>());
  } else if (*holidays.covers_until < today + reach(version)) {
    warn(say<messages::holidays_end>(to_text(*holidays.covers_until)));
  }
}

/// Two items that differ in nothing but their No. The later one is told of.
void doubt_twins(std::span<const LoadedBook> books, Doubts& doubts) {
  for (std::size_t i = 0; i < books.size(); ++i) {
    const Runbook& book = books[i].book;
    const auto same = [&](const LoadedBook& other) {
      return other.book.sheet == book.sheet && other.book.title == book.title &&
             other.book.category == book.category && other.book.cycle() == book.cycle() &&
             other.book.methods == book.methods && other.book.duties == book.duties;
    };
    const auto before = books.first(i);
    const auto twin = std::ranges::find_if(before, same);
    if (twin == before.end() || explained(book, "title") || explained(twin->book, "title"))
      continue;
    doubts.warn(books[i], say<messages::identical_items>(twin->book.no), "title");
  }
}

/// Middle headings of a sheet that differ by one character. The later one is told of; a note at any
/// item of either heading explains it.
void doubt_headings(std::span<const LoadedBook> books, Doubts& doubts) {
  struct Heading {
    const LoadedBook* first;
    bool noted;
  };
  std::map<std::string, std::map<std::u32string, Heading>> headings;
  for (const LoadedBook& loaded : books) {
    auto& of_sheet = headings[loaded.book.sheet];
    const std::u32string middle = characters(loaded.book.category.middle);
    auto& heading = of_sheet.try_emplace(middle, Heading{&loaded, false}).first->second;
    heading.noted = heading.noted || explained(loaded.book, "category");
  }
  for (const auto& [sheet, of_sheet] : headings) {
    for (auto a = of_sheet.begin(); a != of_sheet.end(); ++a) {
      for (auto b = std::next(a); b != of_sheet.end(); ++b) {
        const bool near = std::min(a->first.size(), b->first.size()) > kShortHeading &&
                          edit_distance(a->first, b->first) == 1;
        if (!near || a->second.noted || b->second.noted) continue;
        const bool a_is_later = a->second.first->book.no > b->second.first->book.no;
        const auto& later = a_is_later ? *a : *b;
        const auto& other = a_is_later ? *b : *a;
        doubts.warn(*later.second.first,
                    say<messages::nearly_equal_headings>(utf8(later.first), utf8(other.first)),
                    "category");
      }
    }
  }
}

}  // namespace

Diagnostics doubts(std::span<const LoadedBook> books, const Holidays& holidays, Date today) {
  Doubts all;
  for (const LoadedBook& loaded : books) {
    doubt_duties(loaded, all);
    doubt_certificate(loaded, all);
    doubt_schedule(loaded, holidays, today, all);
  }
  doubt_twins(books, all);
  doubt_headings(books, all);
  return std::move(all.found);
}

}  // namespace opsctl
