#include "catalog/runbook_parts.h"

#include <algorithm>

#include "base/messages/base.h"
#include "base/messages/catalog.h"
#include "base/text.h"
#include "catalog/references.h"
#include "catalog/schedule_words.h"
#include "model/sheet_words.h"

namespace opsctl {
namespace {

const std::vector<std::string> kMethods = {"tool", "manual"};
const std::vector<std::string> kFieldTypes = {"text",    "integer", "decimal", "date",  "datetime",
                                              "boolean", "ip",      "list",    "choice"};
const std::vector<std::string> kNoteFields = {"title",  "category", "cycle",   "methods",
                                              "duties", "steps",    "records", "schedule"};

std::optional<Message> duty_hint(const std::string& text) {
  if (text == kSupervisedSymbol) return say<messages::supervised_is_a_rule>();
  if (sheet_words::means_none(text)) return say<messages::leave_party_out>();
  const std::u32string signs = characters(text);
  if (const auto like = signs.size() == 1 ? sheet_words::duty_like(signs[0]) : std::nullopt)
    return say<messages::did_you_mean>(symbol_of(*like));
  for (const Duty duty : {Duty::perform, Duty::approve, Duty::direct, Duty::support}) {
    if (text == letter_of(duty) || fold_id(text) == name_of(duty))
      return say<messages::did_you_mean>(symbol_of(duty));
  }
  return std::nullopt;
}

std::optional<std::string> parse_step_id(std::string_view text) {
  return is_slug(text, '-', 24) ? std::optional(std::string(text)) : std::nullopt;
}

std::optional<std::string> parse_record_key(std::string_view text) {
  return is_slug(text, '_', 40) ? std::optional(std::string(text)) : std::nullopt;
}

/// A list of different texts, at least `least` of them where the key is there at all.
std::vector<std::string> read_texts(MapReader& map, std::string_view key, std::size_t least) {
  const auto values = map.texts(key);
  expect_unique(map, values);
  map.expect_entries(key, least);
  std::vector<std::string> texts;
  texts.reserve(values.size());
  for (const TextValue& value : values) texts.push_back(value.text);
  return texts;
}

/// In the order of EvidenceWish.
const std::vector<std::string> kEvidenceWishes = {"none", "optional", "required"};

const std::vector<std::string> kGates = {"instruction", "prior-approval"};

class StepReader {
 public:
  StepReader(std::span<const Party> parties, std::span<const std::string> taking_part)
      : parties_(parties), taking_part_(taking_part) {}

  Step read(MapReader& map) const {
    map.expect_keys({"id", "text"}, {"detail", "contents", "choose", "party", "confirm_by",
                                     "evidence", "required"});
    Step step;
    step.id = map.parsed("id", parse_step_id, say<messages::a_step_id>()).value_or("");
    step.text = map.text("text");
    step.detail = map.text("detail");
    step.contents = read_texts(map, "contents", 1);
    step.choices = read_texts(map, "choose", 2);
    step.party = read_party(map, "party");
    step.confirm_by = read_party(map, "confirm_by");
    const auto evidence = map.word("evidence", kEvidenceWishes);
    if (evidence) step.evidence = static_cast<EvidenceWish>(*evidence);
    step.required = map.flag("required", true);
    return step;
  }

 private:
  std::string read_party(MapReader& map, std::string_view key) const {
    const auto id = map.text_value(key);
    if (!id) return "";
    const bool takes_part =
        taking_part_.empty() || std::ranges::find(taking_part_, id->text) != taking_part_.end();
    if (expect_party(map, *id, parties_) && !takes_part)
      map.error(*id->node, say<messages::party_without_duty>(id->text));
    return id->text;
  }

  std::span<const Party> parties_;
  std::span<const std::string> taking_part_;
};

RecordField read_record(MapReader& map) {
  map.expect_keys({"key", "label", "type"}, {"choices", "required"});
  RecordField field;
  field.key = map.parsed("key", parse_record_key, say<messages::a_record_key>()).value_or("");
  field.label = map.text("label");
  const auto type = map.word("type", kFieldTypes);
  if (type) field.type = *field_type_of_name(kFieldTypes.at(*type));
  field.choices = read_texts(map, "choices", 2);
  field.required = map.flag("required", false);
  if (!type) return field;
  const bool is_choice = field.type == FieldType::choice;
  if (is_choice && !map.has("choices")) map.error("type", say<messages::choice_without_choices>());
  if (!is_choice && map.has("choices"))
    map.error_at_key("choices", say<messages::choices_without_choice>());
  if (field.key == kValidUntil && field.type != FieldType::date &&
      field.type != FieldType::datetime)
    map.error("type", say<messages::valid_until_is_date>());
  return field;
}

Note read_note(MapReader& map, std::span<const Party> parties) {
  map.expect_keys({"field", "text"}, {"performers"});
  Note note;
  const auto field = map.word("field", kNoteFields);
  if (field) note.field = kNoteFields.at(*field);
  note.text = map.text("text");
  note.performers = read_texts(map, "performers", 1);
  for (const TextValue& id : map.texts("performers")) expect_party(map, id, parties);
  if (field && note.field != "duties" && map.has("performers"))
    map.error_at_key("performers", say<messages::performers_elsewhere>());
  return note;
}

}  // namespace

std::vector<DutyCell> read_duties(MapReader& book, std::span<const Party> parties) {
  std::vector<DutyCell> cells;
  auto map = book.map("duties");
  if (!map) return cells;
  for (const auto& [party, symbol] : map->text_entries()) {
    expect_party(*map, party, parties);
    if (const auto duty = duty_of_symbol(symbol.text)) {
      cells.push_back({party.text, *duty});
    } else {
      map->error(*symbol.node, say<messages::unknown_duty>(symbol.text), duty_hint(symbol.text));
    }
  }
  if (map->node().entries.empty()) map->error(map->node(), say<messages::no_duties>());
  std::ranges::stable_sort(cells, {}, [&](const DutyCell& cell) {
    return std::ranges::find(parties, cell.party, &Party::id) - parties.begin();
  });
  return cells;
}

Gate read_gate(MapReader& book) {
  const auto values = book.texts("requires");
  if (book.has("requires")) book.expect_entries("requires", 1);
  Gate gate = Gate::none;
  for (const TextValue& value : values) {
    const auto word = book.word_of(value, kGates);
    if (word && gate != Gate::none) book.error(*value.node, say<messages::one_gate>());
    if (word) gate = *gate_of_name(kGates.at(*word));
  }
  return gate;
}

std::vector<Method> read_methods(MapReader& book) {
  std::vector<Method> methods;
  const auto values = book.texts("methods");
  expect_unique(book, values);
  book.expect_entries("methods", 1);
  for (const TextValue& value : values) {
    if (const auto word = book.word_of(value, kMethods))
      methods.push_back(*word == 0 ? Method::tool : Method::manual);
  }
  return methods;
}

Category read_category(MapReader& book) {
  auto map = book.map("category");
  if (!map) return {};
  map->expect_keys({"class", "major", "middle", "minor"});
  return {map->text("class"), map->text("major"), map->text("middle"), map->text("minor")};
}

std::vector<Step> read_steps(MapReader& book, std::span<const Party> parties,
                             std::span<const std::string> taking_part) {
  const StepReader reader(parties, taking_part);
  std::vector<Step> steps;
  std::vector<TextValue> ids;
  book.expect_entries("steps", 1);
  for (MapReader& map : book.maps("steps")) {
    steps.push_back(reader.read(map));
    if (const auto id = map.text_value("id")) ids.push_back(*id);
  }
  expect_unique(book, ids);
  return steps;
}

std::vector<RecordField> read_records(MapReader& book) {
  std::vector<RecordField> records;
  std::vector<TextValue> keys;
  for (MapReader& map : book.maps("records")) {
    records.push_back(read_record(map));
    if (const auto key = map.text_value("key")) keys.push_back(*key);
  }
  expect_unique(book, keys);
  return records;
}

std::vector<Note> read_notes(MapReader& book, std::span<const Party> parties) {
  std::vector<Note> notes;
  for (MapReader& map : book.maps("notes")) notes.push_back(read_note(map, parties));
  return notes;
}

RunLimits read_limits(MapReader& holder, const RunLimits& otherwise) {
  RunLimits limits = otherwise;
  auto map = holder.map("limits");
  if (!map) return limits;
  map->expect_keys({}, {"open", "sign_off"});
  const auto duration = [&](std::string_view key, std::optional<Duration>& limit) {
    const auto parsed = map->parsed(key, parse_plain_duration, say<messages::a_duration>());
    if (parsed) limit = *parsed;
  };
  duration("open", limits.open);
  duration("sign_off", limits.sign_off);
  return limits;
}

}  // namespace opsctl
