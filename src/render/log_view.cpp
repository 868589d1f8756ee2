#include "render/log_view.h"

#include <fmt/format.h>

#include "base/messages/sheet.h"
#include "base/messages/views.h"
#include "base/text.h"
#include "render/event_words.h"
#include "render/lines.h"
#include "render/table.h"
#include "render/words.h"

namespace opsctl::render {
namespace {

/// The acknowledgement of a record shows as many digits of its hash.
constexpr std::size_t kHashDigits = 8;

/// The fixed columns of the table take some 90; below this too little is left for the content.
constexpr int kTableColumns = 120;

/// What a record says, and what is unusual about its times.
std::string content_words(const Event& event, const Catalog& catalog, const Look& look) {
  std::vector<std::string> data;
  if (std::string words = data_words(event.body, catalog, look); !words.empty())
    data.push_back(std::move(words));
  if (event.performed_at != event.recorded_at)
    data.push_back(word<messages::performed_at>(look, to_text(event.performed_at, catalog.zone)));
  if (!event.late_reason.empty()) data.push_back(event.late_reason);
  if (event.clock_back) data.push_back(word<messages::record_clock_back>(look));
  return listed(data, look);
}

std::string run_and_item(const Event& event) { return trim(event.run + " " + event.item); }

/// In a pipe or on a wide screen. Run and item share a column, the account is left to the other
/// forms.
Table screen_table(const Catalog& catalog, std::span<const Event> events, const Look& look) {
  Table table;
  table.columns = {{word<messages::label_seq>(look), Align::right},
                   {word<messages::label_recorded>(look)},
                   {word<messages::label_person>(look)},
                   {word<messages::label_kind>(look)},
                   {word<messages::label_run_and_item>(look)},
                   {word<messages::label_data>(look), Align::left, 12},
                   {word<messages::label_hash>(look)}};
  for (const Event& event : events) {
    table.rows.push_back({std::to_string(event.seq), to_text(event.recorded_at, catalog.zone),
                          actor_name(catalog.roster, event.actor, look),
                          kind_word(event.body, look), run_and_item(event),
                          content_words(event, catalog, look),
                          hex(event.hash).substr(0, kHashDigits)});
  }
  return table;
}

/// On a narrow screen: two lines or more each, so that no id and no time is broken.
std::string entries(const Catalog& catalog, std::span<const Event> events, const Look& look) {
  const std::size_t digits = events.empty() ? 1 : std::to_string(events.back().seq).size();
  std::string out;
  for (const Event& event : events) {
    out += hanging(fmt::format("{:>{}}  ", event.seq, digits),
                   to_text(event.recorded_at, catalog.zone) + "  " + kind_word(event.body, look) +
                       "  " + run_and_item(event) + "  " + hex(event.hash).substr(0, kHashDigits),
                   look, Style::strong);
    const std::string content = content_words(event, catalog, look);
    out += hanging(
        std::string(digits + 2, ' '),
        actor_name(catalog.roster, event.actor, look) + (content.empty() ? "" : ": " + content),
        look);
  }
  return out;
}

Table full_table(const Catalog& catalog, std::span<const Event> events, const Look& look) {
  Table table;
  for (const auto& title :
       {word<messages::label_seq>(look), word<messages::label_recorded>(look),
        word<messages::label_performed>(look), word<messages::label_person>(look),
        word<messages::label_account>(look), word<messages::label_kind>(look),
        word<messages::label_item>(look), word<messages::label_run>(look),
        word<messages::label_data>(look), word<messages::label_hash>(look)})
    table.columns.push_back({title});
  table.columns.front().align = Align::right;
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
  const bool narrow = look.width != 0 && look.width < kTableColumns;
  if (format == Format::text && narrow) return entries(catalog, events, look);
  if (format == Format::text) return to_text(screen_table(catalog, events, look), look);
  if (format != Format::json) {
    return written(
        Worksheet{word<messages::log_sheet_title>(look), "", {}, full_table(catalog, events, look)},
        format, look);
  }
  Json json = json_document("log");
  json["events"] = Json::array();
  for (const Event& event : events) json["events"].push_back(event_json(event, catalog.zone));
  return to_text(json);
}

}  // namespace opsctl::render
