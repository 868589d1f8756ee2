// The fields of a catalogue's values, each named once for packing and unpacking. Not the texts of
// the files: whoever records one reads the file. Any change here is a new kFormat of compiled.cpp.
#pragma once

#include <concepts>
#include <type_traits>
#include <utility>

#include "catalog/catalog_yaml.h"
#include "catalog/compiled.h"
#include "catalog/pack.h"
#include "model/catalog.h"

namespace opsctl {

/// The value itself when unpacking, or a constant one when packing.
template <class T, class Value>
concept Packs = std::same_as<std::remove_const_t<T>, Value>;

template <class Io>
inline constexpr bool kUnpacks = std::same_as<Io, Unpacker>;

constexpr EntryKind last_of(EntryKind) { return EntryKind::zone; }
constexpr Duty last_of(Duty) { return Duty::support; }
constexpr Method last_of(Method) { return Method::manual; }
constexpr EvidenceWish last_of(EvidenceWish) { return EvidenceWish::required; }
constexpr Gate last_of(Gate) { return Gate::prior_approval; }
constexpr FieldType last_of(FieldType) { return FieldType::choice; }
constexpr StepOrder last_of(StepOrder) { return StepOrder::free; }
constexpr Mode last_of(Mode) { return Mode::continuous; }
constexpr CatchUp last_of(CatchUp) { return CatchUp::each; }
constexpr Roll last_of(Roll) { return Roll::modified; }
constexpr Cycle::Kind last_of(Cycle::Kind) { return Cycle::Kind::on_demand; }
constexpr Cycle::Unit last_of(Cycle::Unit) { return Cycle::Unit::year; }
constexpr Duration::Unit last_of(Duration::Unit) { return Duration::Unit::business_day; }

template <class Io>
void describe(Io& io, Packs<std::chrono::seconds> auto& time) {
  std::int64_t count = time.count();
  io(count);
  if constexpr (kUnpacks<Io>) time = std::chrono::seconds(count);
}

template <class Io>
void describe(Io& io, Packs<Date> auto& date) {
  std::int64_t count = date.time_since_epoch().count();
  io(count);
  if constexpr (kUnpacks<Io>) {
    // As parse_date() has them, and far from the ends of the calendar.
    if (count < -30'000 || count > 400'000) throw NotPacked();
    date = Date(std::chrono::days(count));
  }
}

template <class Io>
void describe(Io& io, Packs<std::chrono::weekday> auto& day) {
  int number = static_cast<int>(day.c_encoding());
  io(number);
  if constexpr (kUnpacks<Io>) {
    if (number < 0 || number > 6) throw NotPacked();
    day = std::chrono::weekday(static_cast<unsigned>(number));
  }
}

template <class Io>
void describe(Io& io, Packs<std::chrono::month_day> auto& day) {
  int month = static_cast<int>(static_cast<unsigned>(day.month()));
  int number = static_cast<int>(static_cast<unsigned>(day.day()));
  io(month, number);
  if constexpr (kUnpacks<Io>) {
    day = std::chrono::month(static_cast<unsigned>(month)) /
          std::chrono::day(static_cast<unsigned>(number));
    if (!day.ok()) throw NotPacked();
  }
}

/// Without the file, which is known by its place in the catalogue.
void describe(auto& io, Packs<SourcePos> auto& pos) { io(pos.line, pos.column); }

void describe(auto& io, Packs<Duration> auto& duration) { io(duration.count, duration.unit); }
void describe(auto& io, Packs<Cycle> auto& cycle) {
  io(cycle.kind, cycle.count, cycle.every, cycle.unit);
}
void describe(auto& io, Packs<WeekdayTime> auto& time) { io(time.day, time.time); }
void describe(auto& io, Packs<DayOfMonth> auto& day) { io(day.day); }
void describe(auto& io, Packs<Slot> auto& slot) { io(slot.name, slot.from, slot.due); }
void describe(auto& io, Packs<DayFilter> auto& days) { io(days.weekdays, days.business_only); }
void describe(auto& io, Packs<Suspension> auto& one) { io(one.from, one.to, one.reason); }

void describe(auto& io, Packs<Schedule> auto& schedule) {
  io(schedule.mode, schedule.anchor, schedule.slots, schedule.due, schedule.arrears, schedule.days,
     schedule.roll, schedule.lead, schedule.grace, schedule.early, schedule.catch_up,
     schedule.tolerance_days, schedule.margin, schedule.last_done, schedule.within,
     schedule.max_shift);
}

void describe(auto& io, Packs<ScheduleVersion> auto& version) {
  io(version.effective_from, version.cycle, version.schedule);
}

template <class Io>
void describe(Io& io, Packs<Timetable> auto& timetable) {
  io(timetable.versions, timetable.effective_until, timetable.suspensions);
  if constexpr (kUnpacks<Io>) {
    if (timetable.versions.empty()) throw NotPacked();
  }
}

void describe(auto& io, Packs<Category> auto& category) {
  io(category.class_name, category.major, category.middle, category.minor);
}
void describe(auto& io, Packs<DutyCell> auto& cell) { io(cell.party, cell.duty); }
void describe(auto& io, Packs<Step> auto& step) {
  io(step.id, step.text, step.detail, step.contents, step.choices, step.party, step.confirm_by,
     step.required, step.evidence);
}
void describe(auto& io, Packs<RecordField> auto& field) {
  io(field.key, field.label, field.type, field.choices, field.required);
}
void describe(auto& io, Packs<Note> auto& note) { io(note.field, note.text, note.performers); }
void describe(auto& io, Packs<RunLimits> auto& limits) { io(limits.open, limits.sign_off); }

/// What an item is called, and what decides how it stands: the layer of the heads.
void describe(auto& io, Packs<Runbook> auto& book) {
  io(book.id, book.no, book.sheet, book.title, book.timetable, book.limits);
}
/// What an overview has besides: the layer of the details.
void describe_details(auto& io, Packs<Runbook> auto& book) {
  io(book.category, book.methods, book.duties, book.gate, book.notes, book.hash, book.pos);
}
/// What an overview does without: the layer of the rests.
void describe_rest(auto& io, Packs<Runbook> auto& book) {
  io(book.summary, book.order, book.steps, book.records);
}

void describe(auto& io, Packs<Sheet> auto& sheet) { io(sheet.prefix, sheet.title, sheet.annex); }
void describe(auto& io, Packs<Holidays> auto& holidays) {
  io(holidays.days, holidays.covers_until);
}

void describe(auto& io, Packs<Person> auto& person) {
  io(person.id, person.name, person.parties, person.supervisor, person.accounts,
     person.any_account);
}
void describe(auto& io, Packs<Deputation> auto& one) {
  io(one.deputy, one.represented, one.from, one.until);
}
void describe(auto& io, Packs<Roster> auto& roster) {
  io(roster.demonstration, roster.shared_accounts_may_sign, roster.signatures_required,
     roster.persons, roster.deputations, roster.hash);
}

void describe(auto& io, Packs<Party> auto& party) {
  io(party.id, party.organisation, party.function, party.supervised, party.directs);
}

void describe(auto& io, Packs<FileStamp> auto& stamp) {
  io(stamp.size, stamp.modified_at, stamp.changed_at, stamp.inode);
}

template <class Io>
void describe(Io& io, Packs<ZoneRules::Span> auto& span) {
  std::int64_t from = span.from.time_since_epoch().count();
  io(from, span.offset);
  if constexpr (kUnpacks<Io>) span.from = Instant(std::chrono::seconds(from));
}

void describe(auto& io, Packs<ZoneRules> auto& rules) { io(rules.name, rules.spans); }

template <class Io>
void describe(Io& io, Packs<CatalogHead> auto& head) {
  ZoneRules zone;
  if constexpr (!kUnpacks<Io>) {
    if (head.zone) zone = head.zone->rules();
  }
  io(head.title, zone, head.effective_from, head.fiscal_year_start, head.week_start, head.parties,
     head.limits, head.holidays);
  if constexpr (kUnpacks<Io>) {
    if (zone.spans.empty()) throw NotPacked();
    head.zone = Zone(std::move(zone));
  }
}

}  // namespace opsctl
