// A runbook as JSON, for `show` and `checklist`.
#include "render/item_view.h"
#include "render/schedule_words.h"
#include "render/words.h"

namespace opsctl::render {
namespace {

Json keys_json(const std::vector<ScheduleKey>& keys) {
  Json json = Json::object();
  for (const ScheduleKey& key : keys) json[key.key] = key.value;
  return json;
}

/// The schedule in force last; all versions where there are several. A run's runbook has none.
Json schedule_json(const Timetable& timetable) {
  if (timetable.versions.empty()) return Json::object();
  Json json = keys_json(keys_of(timetable.versions.back()));
  json.update(keys_json(keys_of(timetable)));
  if (timetable.versions.size() == 1) return json;
  for (const ScheduleVersion& version : timetable.versions) {
    Json one = {{"cycle", to_text(version.cycle)}};
    one.update(keys_json(keys_of(version)));
    json["versions"].push_back(std::move(one));
  }
  return json;
}

Json steps_json(const std::vector<Step>& steps) {
  Json json = Json::array();
  int number = 0;
  for (const Step& step : steps) {
    json.push_back({{"n", ++number},
                    {"id", step.id},
                    {"text", step.text},
                    {"detail", json_or_null(step.detail)},
                    {"contents", step.contents},
                    {"choices", step.choices},
                    {"party", json_or_null(step.party)},
                    {"confirm_by", json_or_null(step.confirm_by)},
                    {"evidence", name_of(step.evidence)},
                    {"required", step.required}});
  }
  return json;
}

Json records_json(const std::vector<RecordField>& records) {
  Json json = Json::array();
  for (const RecordField& field : records) {
    json.push_back({{"key", field.key},
                    {"label", field.label},
                    {"type", name_of(field.type)},
                    {"choices", field.choices},
                    {"required", field.required}});
  }
  return json;
}

Json notes_json(const std::vector<Note>& notes) {
  Json json = Json::array();
  for (const Note& note : notes) {
    json.push_back({{"field", note.field}, {"text", note.text}, {"performers", note.performers}});
  }
  return json;
}

}  // namespace

Json item_json(const Runbook& book, std::string_view cycle, std::span<const Party> parties) {
  Json methods = Json::array();
  for (const Method method : book.methods) methods.push_back(name_of(method));
  Json duties = Json::object();
  for (const DutyCell& cell : book.duties) duties[cell.party] = symbol_of(cell.duty);
  Json supervised = Json::array();
  for (const Party& party : parties) {
    if (is_supervised(book, party)) supervised.push_back(party.id);
  }
  return {{"id", book.id},
          {"no", book.no},
          {"title", book.title},
          {"category", json_of(book.category)},
          {"summary", book.summary},
          {"cycle", cycle},
          {"methods", methods},
          {"duties", duties},
          {"supervised", supervised},
          {"requires", name_of(book.gate)},
          {"performers", performers_of(book)},
          {"schedule", schedule_json(book.timetable)},
          {"order", book.order == StepOrder::free ? "free" : "fixed"},
          {"steps", steps_json(book.steps)},
          {"records", records_json(book.records)},
          {"notes", notes_json(book.notes)},
          {"runbook_hash", hex(book.hash)}};
}

}  // namespace opsctl::render
