// What holds for every view, in every format, at every width.
#include <functional>

#include <catch2/catch.hpp>

#include "base/json.h"
#include "log_in_parts.h"
#include "render/check_view.h"
#include "render/checklist.h"
#include "render/due_view.h"
#include "render/item_view.h"
#include "render/list_view.h"
#include "render/pending_view.h"
#include "render/raci.h"
#include "render/run_view.h"
#include "render/status_view.h"
#include "render_fixture.h"

using namespace opsctl;
using namespace opsctl::render;

namespace {

const std::string kHostile = "=1+1 \x1B[31m\u202E<b>|x\n# y\tz 侵入◎";

/// All that a view can be made of.
struct World {
  Catalog catalog;
  Run open;
  Run finished;
};

World plain_world() { return {sample_catalog(), open_run(), finished_run()}; }

void make_hostile(Runbook& book) {
  book.title = book.summary = kHostile;
  book.category = {kHostile, kHostile, kHostile, kHostile};
  for (Step& step : book.steps) {
    step.text = step.detail = kHostile;
    step.contents = step.choices = {kHostile, kHostile};
  }
  for (RecordField& field : book.records) field.label = kHostile;
  for (Note& note : book.notes) note.text = kHostile;
}

void make_hostile(std::vector<Party>& parties) {
  for (Party& party : parties) party.organisation = party.function = kHostile;
}

void make_hostile(Run& run) {
  for (Event& event : run.events) {
    event.actor.account = kHostile;
    if (auto* start = std::get_if<RunStarted>(&event.body)) {
      make_hostile(start->book);
      make_hostile(start->parties);
    }
    if (auto* step = std::get_if<StepRecorded>(&event.body)) {
      step->note = step->choice = kHostile;
      step->values = {{"version", kHostile}, {kHostile, "x"}};
    }
    if (auto* note = std::get_if<NoteAdded>(&event.body)) note->note = kHostile;
    if (auto* finish = std::get_if<RunFinished>(&event.body)) finish->reason = kHostile;
    if (auto* sign_off = std::get_if<SignedOff>(&event.body)) sign_off->comment = kHostile;
  }
}

World hostile_world() {
  World world = plain_world();
  make_hostile(world.catalog.parties);
  for (Runbook& book : world.catalog.runbooks) make_hostile(book);
  for (Person& person : world.catalog.roster.persons) person.name = kHostile;
  make_hostile(world.open);
  make_hostile(world.finished);
  return world;
}

struct View {
  std::string name;
  bool tabular;  // has csv and tsv
  bool has_md;
  std::function<std::string(Format, const Look&)> show;
};

std::vector<View> views_of(const World& world) {
  const Catalog& catalog = world.catalog;
  const auto books = all_books(catalog);
  const auto rows = sample_rows(catalog);
  const std::vector<PendingRow> waiting = {{world.finished, std::chrono::hours(1), true}};
  StatusReport report{kNow, "yamada", {}, {&world.open}, {&world.open}, {&world.finished}};
  for (const DueRow& row : rows) report.items.push_back(row);
  return {
      {"list", true, true,
       [=, &catalog](Format f, const Look& l) { return list(catalog, books, f, l); }},
      {"raci", true, true,
       [=, &catalog](Format f, const Look& l) { return raci(catalog, books, false, f, l); }},
      {"due", true, true,
       [=, &catalog](Format f, const Look& l) { return due(catalog, rows, kNow, f, l); }},
      {"pending", true, true,
       [=, &catalog](Format f, const Look& l) { return pending(catalog, {waiting}, f, l); }},
      {"log", true, true,
       [&](Format f, const Look& l) { return log(catalog, world.finished.events, f, l); }},
      {"show item", false, true,
       [&](Format f, const Look& l) {
         return show_item(catalog.runbooks[2], catalog.parties, f, l);
       }},
      {"show noted item", false, true,
       [&](Format f, const Look& l) {
         return show_item(catalog.runbooks[0], catalog.parties, f, l);
       }},
      {"show run", false, true,
       [&](Format f, const Look& l) { return show_run(world.finished, catalog, f, l); }},
      {"checklist", false, true,
       [&](Format f, const Look& l) { return checklist(catalog.runbooks[2], catalog, {}, f, l); }},
      {"checklist of a run", false, true,
       [&](Format f, const Look& l) { return checklist(world.finished, catalog, {}, f, l); }},
      {"check", false, false,
       [=, &catalog](Format f, const Look& l) {
         return check(catalog, report_of(CheckState::critical, rows, f), f, l);
       }},
      {"status", false, false,
       [=, &catalog](Format f, const Look& l) { return status(catalog, report, f, l); }}};
}

/// Without the first line of check, which is for a machine and has no width.
std::string for_people(const View& view, const std::string& text) {
  return view.name == "check" ? text.substr(text.find('\n') + 1) : text;
}

bool has_control(const std::string& text, const std::string& allowed) {
  for (const char c : text) {
    if (static_cast<unsigned char>(c) < 0x20 && allowed.find(c) == std::string::npos) return true;
  }
  return text.find("\u202E") != std::string::npos;
}

std::ptrdiff_t count_bars(const std::string& line) {
  std::ptrdiff_t bars = 0;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (line[i] == '\\') {
      ++i;
    } else if (line[i] == '|') {
      ++bars;
    }
  }
  return bars;
}

/// True where nothing but spaces covers the column (counted from 0).
bool is_blank_at(const std::string& line, int column, int ambiguous) {
  int start = 0;
  for (const char32_t c : characters(line)) {
    const int width = display_width(utf8(std::u32string(1, c)), ambiguous);
    if (start <= column && column < start + width) return c == ' ';
    start += width;
  }
  return true;
}

/// The columns between the dashes of a rule such as "---  ------".
std::vector<int> gaps_of(const std::string& rule) {
  std::vector<int> gaps;
  for (std::size_t i = rule.find('-'); i < rule.size(); ++i) {
    if (rule[i] == ' ') gaps.push_back(static_cast<int>(i));
  }
  return gaps;
}

bool is_rule(const std::string& line) {
  return !line.empty() && line.find_first_not_of("- ") == std::string::npos;
}

}  // namespace

TEST_CASE("no line of any text exceeds the width, and none ends with a space") {
  for (const World& world : {plain_world(), hostile_world()}) {
    for (const View& view : views_of(world)) {
      for (const int ambiguous : {1, 2}) {
        for (const Language language : {Language::ja, Language::en}) {
          for (const int width : {40, 41, 47, 60, 80, 81, 120, 200}) {
            const Look look{language, width, ambiguous, false};
            const std::string text = for_people(view, view.show(Format::text, look));
            INFO(view.name << " " << width << " " << ambiguous << "\n" << text);
            CHECK(widest_line(text, ambiguous) <= width);
            CHECK_FALSE(has_trailing_space(text));
          }
        }
      }
    }
  }
}

TEST_CASE("columns stay aligned under both widths of ambiguous characters") {
  const World world = plain_world();
  for (const View& view : views_of(world)) {
    if (view.name != "list" && view.name != "raci" && view.name != "log") continue;
    for (const int ambiguous : {1, 2}) {
      for (const int width : {0, 80, 120}) {
        if (view.name == "log" && width == 80) continue;  // no table there
        const std::string text = view.show(Format::text, {Language::ja, width, ambiguous, false});
        std::vector<int> gaps;
        bool aligned = true;
        for (const std::string& line : split(text, '\n')) {
          if (line.empty()) break;  // the legend follows
          if (is_rule(line)) gaps = gaps_of(line);
          for (const int gap : gaps) aligned = aligned && is_blank_at(line, gap, ambiguous);
        }
        INFO(view.name << " " << width << " " << ambiguous << "\n" << text);
        CHECK(gaps.size() >= 4);
        CHECK(aligned);
      }
    }
  }
}

TEST_CASE("hostile text reaches no terminal, in no view and no format") {
  const World world = hostile_world();
  for (const View& view : views_of(world)) {
    INFO(view.name);
    const Look look{Language::ja, 80, 1, false};
    CHECK_FALSE(has_control(view.show(Format::text, look), "\n"));
    CHECK(view.show(Format::text, look).find("␛[31m") != std::string::npos);
    if (view.has_md) {
      const std::string md = view.show(Format::md, look);
      CHECK_FALSE(has_control(md, "\n"));
      CHECK(md.find("<b>") == std::string::npos);
      CHECK(md.find("\n# y") == std::string::npos);
    }
    if (view.tabular) {
      CHECK_FALSE(has_control(view.show(Format::tsv, look), "\n\t"));
      CHECK_FALSE(has_control(view.show(Format::csv, look), "\r\n"));
    }
  }
}

TEST_CASE("hostile text breaks no table") {
  const World world = hostile_world();
  for (const View& view : views_of(world)) {
    if (!view.tabular) continue;
    INFO(view.name);
    const Look look{Language::ja, 80, 1, false};
    std::vector<std::string> lines = split(view.show(Format::tsv, look), '\n');
    for (std::size_t i = 0; i + 1 < lines.size(); ++i)
      CHECK(std::ranges::count(lines[i], '\t') == std::ranges::count(lines[0], '\t'));
    lines = split(view.show(Format::md, look), '\n');
    for (const std::string& line : lines) {
      if (line.starts_with("| ")) CHECK(count_bars(line) == count_bars(lines[0]));
    }
    const std::string csv = view.show(Format::csv, look);
    CHECK(csv.find(",=") == std::string::npos);
    CHECK(csv.find("\n=") == std::string::npos);
    CHECK(csv.find("\"=") == std::string::npos);
  }
}

TEST_CASE("JSON is whole and unchanged whatever the texts hold") {
  const World world = hostile_world();
  const Look look{Language::en, 80, 1, true};
  for (const View& view : views_of(world)) {
    INFO(view.name);
    const std::string text = view.show(Format::json, look);
    const Json json = Json::parse(text);
    CHECK(json.is_object());
    CHECK(json.begin().key() == "schema");
    CHECK(text == view.show(Format::json, {Language::ja, 40, 2, false}));
    CHECK_FALSE(has_control(text, "\n"));
  }
  const Json items = Json::parse(views_of(world)[0].show(Format::json, look))["items"];
  CHECK(items[0]["title"] == kHostile);
}

TEST_CASE("without colour no view sends an escape, with colour the text is the same") {
  const World world = plain_world();
  for (const View& view : views_of(world)) {
    INFO(view.name);
    const std::string plain = view.show(Format::text, {Language::ja, 0, 1, false});
    std::string coloured = view.show(Format::text, {Language::ja, 0, 1, true});
    CHECK(plain.find('\x1B') == std::string::npos);
    for (std::size_t start = coloured.find('\x1B'); start != std::string::npos;
         start = coloured.find('\x1B'))
      coloured.erase(start, coloured.find('m', start) - start + 1);
    CHECK(coloured == plain);
  }
}
