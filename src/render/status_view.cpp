#include "render/status_view.h"

#include <algorithm>

#include "base/messages/views.h"
#include "base/text.h"
#include "base/width.h"
#include "model/workflow.h"
#include "render/due_json.h"
#include "render/lines.h"
#include "render/run_json.h"
#include "render/run_parts.h"
#include "render/words.h"

namespace opsctl::render {
namespace {

constexpr std::size_t kLinesEach = 3;  // the last of them counts the rest where there are more

/// Less of a text than this says nothing: its command goes on a line of its own.
constexpr int kLeastText = 24;

/// What is to be done, and what to type for it.
struct Line {
  std::string text;
  std::string command;
  Style style = Style::plain;
  std::string comment = {};  // on a line of its own
};

struct Section {
  std::string title;
  std::string rest_command;  // shows those that are left out here
  std::vector<Line> lines = {};
};

/// The command is never cut, the text gives way to it.
std::string line_text(const Line& line, const Look& look) {
  const std::string command = visible("-> " + line.command);
  const std::string text = visible(line.text);
  const int room = columns_of(look) - display_width(command, look.ambiguous) - 4;
  const bool beside = room >= std::min(display_width(text, look.ambiguous), kLeastText);
  const std::string comment =
      line.comment.empty() ? "" : one_line("    " + line.comment, look, Style::faint);
  if (!beside) return one_line("  " + text, look, line.style) + comment + "  " + command + "\n";
  return "  " + styled(cut(text, room, look.ambiguous), line.style, look) + "  " + command + "\n" +
         comment;
}

std::string section_text(const Section& section, const Look& look) {
  if (section.lines.empty()) return "";
  const std::size_t count = section.lines.size();
  const std::size_t shown = count > kLinesEach ? kLinesEach - 1 : count;
  std::string out =
      one_line(section.title + " (" + std::to_string(count) + ")", look, Style::strong);
  for (std::size_t i = 0; i < shown; ++i) out += line_text(section.lines[i], look);
  if (shown < count) {
    out += line_text(
        {word<messages::status_more>(look, count - shown), section.rest_command, Style::faint},
        look);
  }
  return out;
}

Section due_section(const Catalog& catalog, const StatusReport& report, bool overdue,
                    const Look& look) {
  Section section{overdue ? word<messages::status_overdue>(look) : word<messages::status_due>(look),
                  (overdue ? "opsctl due --overdue" : "opsctl due") + report.as};
  for (const DueRow* row : most_urgent_first(report.items)) {
    const ItemState state = row->standing.state;
    if (!needs_doing(state) || (state == ItemState::due) == overdue) continue;
    const std::string time = time_words(row->standing, report.as_of, look);
    section.lines.push_back(
        {item_name(catalog, row->book) + " " + row->book.title + (time.empty() ? "" : ": " + time),
         next_command(catalog, *row) + report.as, style_of(state)});
  }
  return section;
}

/// The run's id stands in the command.
std::string run_text(const Run& run) {
  return std::to_string(started(run).book.no) + " " + started(run).book.title;
}

/// What the signer said who sent the run back.
std::string why_returned(const Run& run) {
  if (state_of(run) != RunState::returned) return "";
  std::string why;
  for (const Event& event : run.events) {
    if (const auto* sign_off = std::get_if<SignedOff>(&event.body)) why = sign_off->comment;
  }
  return why;
}

/// A command that is wider than the screen cannot be pasted: the guide asks for all of it.
std::string work_command(const Run& run, bool waits, const std::string& as, const Look& look) {
  if (waits) return "opsctl show " + run.id + as;
  std::string command = next_work_command(run, as);
  const bool fits = display_width("  -> " + command, look.ambiguous) <= columns_of(look);
  return fits ? command : "opsctl guide " + run.id + as;
}

Section work_section(std::string title, const std::vector<const Run*>& runs,
                     const StatusReport& report, const Look& look) {
  Section section{std::move(title), "opsctl log" + report.as};
  for (const Run* run : runs) {
    const bool waits = std::ranges::find(report.waiting, run) != report.waiting.end();
    section.lines.push_back({.text = run_text(*run),
                             .command = work_command(*run, waits, report.as, look),
                             .comment = why_returned(*run)});
  }
  return section;
}

/// Whatever waits for the person's word: confirmations first, somebody is standing there.
Section sign_section(const StatusReport& report, const Look& look) {
  Section section{word<messages::status_to_sign>(look), "opsctl pending" + report.as};
  for (const auto& [run, number] : report.to_confirm) {
    section.lines.push_back(
        {word<messages::status_confirm>(look, run_text(*run), number),
         "opsctl step " + run->id + " " + std::to_string(number) + " --confirm" + report.as});
  }
  for (const PendingRequest& one : report.to_approve) {
    section.lines.push_back({word<messages::status_request>(look, one.book.no, one.book.title),
                             "opsctl approve " + one.request.id + report.as});
  }
  for (const Run* run : report.to_sign) {
    const bool exceptional = !exceptions_of(*run).empty();
    section.lines.push_back(
        {(exceptional ? word<messages::status_exceptional>(look) + " " : "") + run_text(*run),
         sign_command(*run) + report.as, exceptional ? Style::bad : Style::plain});
  }
  return section;
}

std::string who_is_asking(const Catalog& catalog, const StatusReport& report, const Look& look) {
  if (!report.person.empty()) return person_name(catalog.roster, report.person);
  return report.may_act.empty() ? word<messages::status_nobody>(look)
                                : word<messages::status_several>(look);
}

std::string deputy_lines(const Catalog& catalog, const StatusReport& report, const Look& look) {
  std::string out;
  const std::size_t shown = std::min(report.deputy_for.size(), kLinesEach);
  for (const auto& [person, until] : std::span(report.deputy_for).first(shown)) {
    out += line_text(
        {word<messages::status_deputy>(look, person_name(catalog.roster, person), to_text(until)),
         "opsctl" + report.as + " --deputy-for " + person, Style::faint},
        look);
  }
  return out;
}

std::string text_of(const Catalog& catalog, const StatusReport& report, const Look& look) {
  const std::string sections =
      section_text(due_section(catalog, report, true, look), look) +
      section_text(due_section(catalog, report, false, look), look) +
      section_text(work_section(word<messages::status_open>(look), report.open, report, look),
                   look) +
      section_text(
          work_section(word<messages::status_returned>(look), report.returned, report, look),
          look) +
      section_text(sign_section(report, look), look) + deputy_lines(catalog, report, look);
  return hanging(to_text(report.as_of, catalog.zone) + "  ", who_is_asking(catalog, report, look),
                 look) +
         (report.may_act.empty() ? "" : hanging("  --as ", join(report.may_act, " "), look)) +
         (sections.empty() ? one_line(word<messages::status_nothing>(look), look) : sections);
}

Json runs_json(const std::vector<const Run*>& runs, const Zone& zone) {
  Json json = Json::array();
  for (const Run* run : runs) json.push_back(run_json(*run, zone));
  return json;
}

Json json_of(const Catalog& catalog, const StatusReport& report) {
  Json json = json_document("status");
  json["as_of"] = to_rfc3339(report.as_of, catalog.zone);
  json["person"] = json_or_null(report.person);
  json["may_act"] = report.may_act;
  json["overdue"] = Json::array();
  json["due"] = Json::array();
  for (const DueRow* row : most_urgent_first(report.items)) {
    if (!needs_doing(row->standing.state)) continue;
    const bool only_due = row->standing.state == ItemState::due;
    json[only_due ? "due" : "overdue"].push_back(standing_json(*row, catalog.zone));
  }
  json["open"] = runs_json(report.open, catalog.zone);
  json["returned"] = runs_json(report.returned, catalog.zone);
  json["to_sign"] = runs_json(report.to_sign, catalog.zone);
  json["to_confirm"] = Json::array();
  for (const auto& [run, number] : report.to_confirm)
    json["to_confirm"].push_back({{"run", run->id}, {"step", number}});
  json["to_approve"] = Json::array();
  for (const PendingRequest& one : report.to_approve)
    json["to_approve"].push_back({{"request", one.request.id}, {"item", one.book.id}});
  json["deputy_for"] = Json::array();
  for (const auto& [person, until] : report.deputy_for)
    json["deputy_for"].push_back({{"person", person}, {"until", to_text(until)}});
  return json;
}

}  // namespace

std::string status(const Catalog& catalog, const StatusReport& report, Format format,
                   const Look& look) {
  if (format == Format::json) return to_text(json_of(catalog, report));
  return text_of(catalog, report, look);
}

}  // namespace opsctl::render
