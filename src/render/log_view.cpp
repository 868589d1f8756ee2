#include "render/log_view.h"

#include "render/event_words.h"
#include "render/table.h"
#include "render/words.h"

namespace opsctl::render {
namespace {

/// The acknowledgement of a record shows as many digits of its hash.
constexpr std::size_t kHashDigits = 8;

/// On a screen: what fits 80 columns. Run and item share a column, the account is left to the other
/// forms, and the time of the work is told where it is not that of the record.
Table screen_table(const Catalog& catalog, std::span<const Event> events, const Look& look) {
  Table table;
  table.columns = {{word<MessageId::label_seq>(look), Align::right},
                   {word<MessageId::label_recorded>(look), Align::left, 11},
                   {word<MessageId::label_person>(look), Align::left, 8},
                   {word<MessageId::label_kind>(look), Align::left, 7},
                   {word<MessageId::label_run_and_item>(look), Align::left, 9},
                   {word<MessageId::label_data>(look), Align::left, 12},
                   {word<MessageId::label_hash>(look)}};
  for (const Event& event : events) {
    std::vector<std::string> data = {data_words(event.body, catalog, look)};
    if (event.performed_at != event.recorded_at)
      data.push_back(
          word<MessageId::performed_at>(look, to_text(event.performed_at, catalog.zone)));
    if (!event.late_reason.empty()) data.push_back(event.late_reason);
    if (event.clock_back) data.push_back(word<MessageId::record_clock_back>(look));
    table.rows.push_back({std::to_string(event.seq), to_text(event.recorded_at, catalog.zone),
                          actor_name(catalog.roster, event.actor, look),
                          kind_word(event.body, look), event.run + " " + event.item,
                          listed(data, look), hex(event.hash).substr(0, kHashDigits)});
  }
  return table;
}

Table full_table(const Catalog& catalog, std::span<const Event> events, const Look& look) {
  Table table;
  for (const auto& title :
       {word<MessageId::label_seq>(look), word<MessageId::label_recorded>(look),
        word<MessageId::label_performed>(look), word<MessageId::label_person>(look),
        word<MessageId::label_account>(look), word<MessageId::label_kind>(look),
        word<MessageId::label_item>(look), word<MessageId::label_run>(look),
        word<MessageId::label_data>(look), word<MessageId::label_hash>(look)})
    table.columns.push_back({title});
  for (const Event& event : events) {
    table.rows.push_back({std::to_string(event.seq), to_text(event.recorded_at, catalog.zone),
                          to_text(event.performed_at, catalog.zone),
                          actor_name(catalog.roster, event.actor, look), event.actor.account,
                          kind_word(event.body, look), event.item, event.run,
                          data_words(event.body, catalog, look), hex(event.hash)});
  }
  return table;
}

Json event_json(const Event& event, const Zone& zone) {
  return {{"seq", event.seq},
          {"recorded_at", to_rfc3339(event.recorded_at, zone)},
          {"performed_at", to_rfc3339(event.performed_at, zone)},
          {"person", json_or_null(event.actor.person)},
          {"deputy_for", json_or_null(event.actor.deputy_for)},
          {"account", event.actor.account},
          {"kind", kind_of(event.body)},
          {"late_reason", json_or_null(event.late_reason)},
          {"clock_back", event.clock_back},
          {"item", json_or_null(event.item)},
          {"run", json_or_null(event.run)},
          {"data", data_json(event, zone)},
          {"hash", hex(event.hash)}};
}

}  // namespace

std::string log(const Catalog& catalog, std::span<const Event> events, Format format,
                const Look& look) {
  if (format == Format::text) return to_text(screen_table(catalog, events, look), look);
  if (format != Format::json) return written(full_table(catalog, events, look), format, look);
  Json json = json_document("log");
  json["events"] = Json::array();
  for (const Event& event : events) json["events"].push_back(event_json(event, catalog.zone));
  return to_text(json);
}

}  // namespace opsctl::render
