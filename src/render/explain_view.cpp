#include "render/explain_view.h"

#include <fmt/format.h>

#include "base/messages/schedule.h"
#include "base/messages/views.h"
#include "model/owed.h"
#include "render/document.h"
#include "render/overloaded.h"
#include "render/words.h"

namespace opsctl::render {
namespace {

/// Civil time, which no offset belongs to.
std::string civil_text(LocalTime local) {
  const Date date = std::chrono::floor<std::chrono::days>(local);
  const std::chrono::hh_mm_ss time(local - date);
  const std::string text =
      fmt::format("{} {:02}:{:02}", to_text(date), time.hours().count(), time.minutes().count());
  return time.seconds().count() == 0 ? text : text + fmt::format(":{:02}", time.seconds().count());
}

std::string text_of(const ExplainedValue& value, const Zone& zone) {
  return std::visit(Overloaded{[](const std::string& text) { return text; },
                               [&](Instant instant) { return to_text(instant, zone); },
                               [](Date date) { return to_text(date); },
                               [](LocalTime local) { return civil_text(local); }},
                    value.value);
}

Json json_of(const ExplainedValue& value, const Zone& zone) {
  const auto* instant = std::get_if<Instant>(&value.value);
  return {{"name", value.name},
          {"value", instant != nullptr ? to_rfc3339(*instant, zone) : text_of(value, zone)}};
}

/// The word for a name, by the first of the enumerators that has it.
template <class T>
std::string word_for(const std::string& name, T last, std::string (*word_of)(T, const Look&),
                     const Look& look) {
  for (int i = 0; i <= static_cast<int>(last); ++i) {
    if (name_of(static_cast<T>(i)) == name) return word_of(static_cast<T>(i), look);
  }
  return name;
}

std::string mode_word(Mode mode, const Look& look) {
  switch (mode) {
    case Mode::calendar:
      return word<messages::mode_calendar>(look);
    case Mode::rolling:
      return word<messages::mode_rolling>(look);
    case Mode::on_demand:
      return word<messages::mode_on_demand>(look);
    case Mode::continuous:
      break;
  }
  return word<messages::mode_continuous>(look);
}

std::string obligation_word(Obligation obligation, const Look& look) {
  switch (obligation) {
    case Obligation::owed:
      return word<messages::obligation_owed>(look);
    case Obligation::skipped_by_zone:
      return word<messages::obligation_skipped_by_zone>(look);
    case Obligation::day_off:
      return word<messages::obligation_day_off>(look);
    case Obligation::before_effective:
      return word<messages::obligation_before_effective>(look);
    case Obligation::after_effective:
      return word<messages::obligation_after_effective>(look);
    case Obligation::suspended:
      break;
  }
  return word<messages::obligation_suspended>(look);
}

/// Names in words; states, reasons and warnings in those that every view has for them.
std::string said_text(const ExplainedValue& value, const Zone& zone, const Look& look) {
  const std::string text = text_of(value, zone);
  if (value.name == "state") return word_for(text, ItemState::covered, state_word, look);
  if (value.name == "reason") return word_for(text, StateReason::suspended, reason_word, look);
  if (value.name == "mode") return word_for(text, Mode::continuous, mode_word, look);
  if (value.name == "obligation")
    return word_for(text, Obligation::suspended, obligation_word, look);
  if (value.name == "settled" && text == "no") return word<messages::explain_not_settled>(look);
  if (value.name == "key" && text == kRollingKey) return word<messages::explain_no_name>(look);
  const bool warns = value.name == "warning" || value.name == "provisional";
  return warns ? word_for(text, DueWarning::orphan_key, warning_word, look) : text;
}

std::string text_of(const Catalog& catalog, const Runbook& book, Instant as_of,
                    std::span<const ExplainedPart> parts, const Look& look) {
  Document document;
  document.title = word<messages::explain_title>(look, item_name(catalog, book), book.title,
                                                 to_text(as_of, catalog.zone));
  for (const ExplainedPart& part : parts) {
    document.heading(to_text(part.title, look.language));
    for (const ExplainedValue& value : part.values) {
      std::string text = said_text(value, catalog.zone, look);
      if (value.because)
        text = word<messages::explain_because>(look, text, to_text(*value.because, look.language));
      document.field(to_text(value.label, look.language), text);
    }
  }
  return to_text(document, look);
}

}  // namespace

std::string explanation(const Catalog& catalog, const Runbook& book, Instant as_of,
                        std::span<const ExplainedPart> parts, Format format, const Look& look) {
  if (format != Format::json) return text_of(catalog, book, as_of, parts, look);
  Json json = json_document("explain");
  json["as_of"] = to_rfc3339(as_of, catalog.zone);
  json["id"] = book.id;
  json["no"] = book.no;
  json["title"] = book.title;
  json["parts"] = Json::array();
  for (const ExplainedPart& part : parts) {
    Json values = Json::array();
    for (const ExplainedValue& value : part.values) values.push_back(json_of(value, catalog.zone));
    json["parts"].push_back({{"name", part.name}, {"values", values}});
  }
  return to_text(json);
}

}  // namespace opsctl::render
