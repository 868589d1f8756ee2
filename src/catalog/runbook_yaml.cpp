#include "catalog/runbook_yaml.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "base/messages/catalog.h"
#include "base/text.h"
#include "catalog/runbook_parts.h"
#include "catalog/schedule_yaml.h"

namespace opsctl {
namespace {

const std::vector<std::string> kOrders = {"fixed", "free"};

std::optional<int> parse_no(std::string_view text) {
  const auto no = parse_count(text);
  return no && *no >= 1 && *no <= 999 ? no : std::nullopt;
}

/// A sheet's prefix, a dash, digits: whether they are the right ones is said at `no`.
std::optional<std::string> parse_id(std::string_view text) {
  const std::size_t dash = text.find('-');
  if (dash == std::string_view::npos) return std::nullopt;
  const std::string_view digits = text.substr(dash + 1);
  const bool fits = is_slug(text.substr(0, dash), '\0', 12) && digits.size() >= 2 &&
                    digits.size() <= 3 &&
                    std::ranges::all_of(digits, [](char c) { return c >= '0' && c <= '9'; });
  return fits ? std::optional(std::string(text)) : std::nullopt;
}

void check_identity(MapReader& map, const Runbook& book, const CatalogFrame& frame) {
  if (book.id.empty() || book.no == 0 || frame.prefix.empty()) return;
  const std::string wanted = fmt::format("{}-{:02}", frame.prefix, book.no);
  if (book.id != wanted)
    map.error("no", say<messages::id_not_of_no>(book.id, book.no), say<messages::write_id>(wanted));
}

/// The parties that take part in an item: those with a duty, and the performers a note names.
std::vector<std::string> taking_part(const Runbook& book) {
  std::vector<std::string> ids = performers_of(book);
  for (const DutyCell& cell : book.duties) ids.push_back(cell.party);
  return ids;
}

/// Somebody must perform: a party with ◎, or those whom a note names (sheet No. 5).
void check_performers(MapReader& map, const Runbook& book) {
  const bool marked = !parties_with(book, Duty::perform).empty();
  const bool named =
      std::ranges::any_of(book.notes, [](const Note& note) { return !note.performers.empty(); });
  if (!marked && !named)
    map.error_at_key("duties", say<messages::nobody_performs>(), say<messages::name_performers>());
  if (!marked || !named) return;
  for (MapReader& note : map.maps("notes")) {
    if (note.has("performers"))
      note.error_at_key("performers", say<messages::performers_besides_duties>());
  }
}

}  // namespace

ReadResult<Runbook> read_runbook(std::string_view text, const std::string& name,
                                 const CatalogFrame& frame) {
  Reading reading(text, name);
  const auto root = reading.tree();
  if (!root) return reading.nothing<Runbook>();
  MapReader map(*root, reading);
  map.expect_keys(
      {"id", "no", "title", "category", "summary", "cycle", "methods", "duties", "steps"},
      {"schedule", "effective_from", "effective_until", "suspend", "versions", "order", "limits",
       "requires", "records", "notes"});
  const bool keys_right = reading.complaints() == 0;
  Runbook book;
  book.id = map.parsed("id", parse_id, say<messages::an_item_id>()).value_or("");
  book.no = map.parsed("no", parse_no, say<messages::an_item_no>()).value_or(0);
  book.sheet = frame.prefix;
  check_identity(map, book, frame);
  book.title = map.text("title");
  book.category = read_category(map);
  book.summary = map.text("summary");
  book.timetable = read_timetable(map, frame.fiscal_year_start, frame.effective_from);
  book.methods = read_methods(map);
  book.gate = read_gate(map);
  book.order = static_cast<StepOrder>(map.word("order", kOrders).value_or(0));
  book.limits = read_limits(map, frame.limits);
  book.records = read_records(map);

  const std::size_t before = reading.complaints();
  book.duties = read_duties(map, frame.parties);
  book.notes = read_notes(map, frame.parties);
  const bool roles_right = keys_right && reading.complaints() == before;
  if (roles_right) check_performers(map, book);  // else the same mistake would be told twice
  book.steps =
      read_steps(map, frame.parties, roles_right ? taking_part(book) : std::vector<std::string>());
  if (std::ranges::find(book.notes, "schedule", &Note::field) != book.notes.end())
    reading.drop_warnings();
  book.text = text;
  book.hash = sha256(text);
  book.pos = reading.place(*root).pos;
  return reading.result(std::move(book), *root);
}

}  // namespace opsctl
