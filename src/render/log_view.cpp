#include "render/log_view.h"

#include <array>

#include <fmt/format.h>

#include "base/messages/sheet.h"
#include "base/messages/views.h"
#include "base/text.h"
#include "render/event_words.h"
#include "render/lines.h"
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
Table screen_frame(const Look& look) {
  Table table;
  table.columns = {{word<messages::label_seq>(look), Align::right},
                   {word<messages::label_recorded>(look)},
                   {word<messages::label_person>(look)},
                   {word<messages::label_kind>(look)},
                   {word<messages::label_run_and_item>(look)},
                   {word<messages::label_data>(look), Align::left, 12},
                   {word<messages::label_hash>(look)}};
  return table;
}

Row screen_row(const Event& event, const Catalog& catalog, const Look& look) {
  return {std::to_string(event.seq),
          to_text(event.recorded_at, catalog.zone),
          actor_name(catalog.roster, event.actor, look),
          kind_word(event.body, look),
          run_and_item(event),
          content_words(event, catalog, look),
          hex(event.hash).substr(0, kHashDigits)};
}

/// On a narrow screen: two lines or more, so that no id and no time is broken.
std::string entry(const Event& event, std::size_t digits, const Catalog& catalog,
                  const Look& look) {
  const std::string content = content_words(event, catalog, look);
  return hanging(fmt::format("{:>{}}  ", event.seq, digits),
                 to_text(event.recorded_at, catalog.zone) + "  " + kind_word(event.body, look) +
                     "  " + run_and_item(event) + "  " + hex(event.hash).substr(0, kHashDigits),
                 look, Style::strong) +
         hanging(std::string(digits + 2, ' '),
                 actor_name(catalog.roster, event.actor, look) +
                     (content.empty() ? "" : ": " + content),
                 look);
}

Worksheet full_frame(const Look& look) {
  Worksheet worksheet{word<messages::log_sheet_title>(look), "", {}, {}};
  for (const auto& title :
       {word<messages::label_seq>(look), word<messages::label_recorded>(look),
        word<messages::label_performed>(look), word<messages::label_person>(look),
        word<messages::label_account>(look), word<messages::label_kind>(look),
        word<messages::label_item>(look), word<messages::label_run>(look),
        word<messages::label_data>(look), word<messages::label_hash>(look)})
    worksheet.table.columns.push_back({title});
  worksheet.table.columns.front().align = Align::right;
  return worksheet;
}

Row full_row(const Event& event, const Catalog& catalog, const Look& look) {
  return {std::to_string(event.seq),
          to_text(event.recorded_at, catalog.zone),
          to_text(event.performed_at, catalog.zone),
          actor_name(catalog.roster, event.actor, look),
          event.actor.account,
          kind_word(event.body, look),
          event.item,
          event.run,
          data_words(event.body, catalog, look),
          hex(event.hash)};
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

Json empty_document() {
  Json json = json_document("log");
  json["events"] = Json::array();
  return json;
}

}  // namespace

LogView::LogView(const Catalog& catalog, Format format, const Look& look, std::int64_t last)
    : catalog_(catalog),
      format_(format),
      look_(look),
      digits_(std::to_string(last).size()),
      is_narrow_(look.width != 0 && look.width < kTableColumns),
      screen_(screen_frame(look), look),
      workbook_(full_frame(look)),
      json_(empty_document()) {}

void LogView::measure(std::span<const Event> events) { screen_.measure(screen_rows(events)); }

std::string LogView::begin() {
  if (format_ == Format::json) return json_.begin();
  if (format_ == Format::xlsx) return "";
  if (format_ != Format::text) return written(workbook_, format_, look_);
  return is_narrow_ ? "" : screen_.begin();
}

std::string LogView::add(std::span<const Event> events) {
  if (format_ == Format::text && !is_narrow_) return screen_.add(screen_rows(events));
  std::string out;
  for (const Event& event : events) {
    if (format_ == Format::json)
      out += json_.add(event_json(event, catalog_.zone));
    else if (format_ == Format::text)
      out += entry(event, digits_, catalog_, look_);
    else if (format_ == Format::xlsx)
      workbook_.table.rows.push_back(full_row(event, catalog_, look_));
    else
      out += lines_of(std::array{full_row(event, catalog_, look_)}, format_);
  }
  return out;
}

std::string LogView::end() const {
  if (format_ == Format::json) return json_.end();
  return format_ == Format::xlsx ? written(workbook_, format_, look_) : "";
}

std::vector<Row> LogView::screen_rows(std::span<const Event> events) const {
  std::vector<Row> rows;
  for (const Event& event : events) rows.push_back(screen_row(event, catalog_, look_));
  return rows;
}

}  // namespace opsctl::render
