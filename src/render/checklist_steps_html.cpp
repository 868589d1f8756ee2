#include "render/checklist_steps_html.h"

#include <algorithm>
#include <array>

#include "base/messages/paper.h"
#include "base/messages/views.h"
#include "base/messages/words.h"
#include "render/item_view.h"
#include "render/run_parts.h"
#include "render/words.h"

namespace opsctl::render {
namespace {

constexpr std::array<StepResult, 3> kResults = {StepResult::ok, StepResult::ng, StepResult::na};

Html boxed(bool ticked, std::string_view words, bool one_of = false) {
  return element("p", "choice", tick_box(ticked, one_of) + escaped(" " + std::string(words)));
}

Html blank_line() { return element("span", "line"); }

/// Each block of a small document as a line of a cell.
Html small_lines(const Document& document) {
  Html out;
  for (const Block& block : document.blocks)
    out += element("p", "small", escaped(std::get<Bullet>(block).text));
  return out;
}

/// Who confirmed, or where the second person writes.
Html confirmation(const StepStatus& status, const Catalog& catalog, const Look& look) {
  if (status.step.confirm_by.empty()) return {};
  const StepRecord* latest = status.latest();
  if (latest != nullptr && latest->what.result == StepResult::na) return {};
  const std::string label = " " + word<messages::paper_confirmed>(look) + ": ";
  if (status.confirmed) {
    return element(
        "p", "confirm",
        tick_box(true) + escaped(label + actor_name(catalog.roster, status.confirmed->by, look) +
                                 "  " + to_text(status.confirmed->performed_at, catalog.zone)));
  }
  return element("p", "confirm",
                 tick_box(false) + escaped(label) + blank_line() +
                     escaped(" " + word<messages::paper_time>(look) + ": ") + blank_line());
}

Html step_cell(const Paper& paper, const StepStatus& status, const Catalog& catalog,
               const Look& look) {
  const Step& step = status.step;
  const StepRecord* latest = status.latest();
  Html cell = element("p", "step", escaped(step.text));
  if (!step.detail.empty()) cell += element("p", "small", escaped(step.detail));
  for (const std::string& content : step.contents) {
    cell += latest == nullptr ? boxed(false, content)
                              : element("p", "choice", escaped("・ " + content));
  }
  for (const std::string& choice : step.choices)
    cell += boxed(latest != nullptr && latest->what.choice == choice, choice, true);
  Document terms;
  add_step_terms(terms, step, paper.parties, look);
  return cell + small_lines(terms) + confirmation(status, catalog, look);
}

/// The column is narrow.
std::string result_on_paper(StepResult result, const Look& look) {
  return result == StepResult::na ? word<messages::paper_na>(look) : result_word(result, look);
}

Html result_cell(const StepStatus& status, const Look& look) {
  const StepRecord* latest = status.latest();
  Html cell;
  for (const StepResult result : kResults)
    cell +=
        boxed(latest != nullptr && latest->what.result == result, result_on_paper(result, look));
  return cell;
}

/// What was remarked, or the room for it.
Html remarks_cell(const Paper& paper, const StepStatus& status, const Catalog& catalog,
                  const Look& look) {
  const StepRecord* latest = status.latest();
  if (latest == nullptr) {
    const bool wanted = status.step.evidence != EvidenceWish::none;
    return wanted ? element("p", "small", escaped(word<messages::paper_evidence>(look) + ":"))
                  : Html();
  }
  Document details;
  if (latest->recorded_at != latest->performed_at) {
    details.bullet(1, "",
                   word<messages::recorded_at>(look, to_text(latest->recorded_at, catalog.zone)));
  }
  if (latest->ticked) details.bullet(1, "", word<messages::record_ticked>(look));
  add_step_details(details, *paper.run, status, catalog, look);
  // The choice is ticked and the confirmation written where the form has them.
  std::vector<std::string> said = {word<messages::record_choice>(look, latest->what.choice)};
  if (status.confirmed) {
    said.push_back(word<messages::record_confirmed>(
        look, actor_name(catalog.roster, status.confirmed->by, look),
        to_text(status.confirmed->performed_at, catalog.zone)));
  }
  std::erase_if(details.blocks, [&](const Block& block) {
    return std::ranges::count(said, std::get<Bullet>(block).text) > 0;
  });
  return small_lines(details);
}

Html step_row(const Paper& paper, const StepStatus& status, int number, const Catalog& catalog,
              const Look& look) {
  const StepRecord* latest = status.latest();
  const std::string who = latest == nullptr ? "" : actor_name(catalog.roster, latest->by, look);
  const std::string when = latest == nullptr ? "" : to_text(latest->performed_at, catalog.zone);
  return element("tr", element("td", "center", escaped(std::to_string(number))) +
                           element("td", step_cell(paper, status, catalog, look)) +
                           element("td", "results", result_cell(status, look)) +
                           element("td", "small", escaped(who)) +
                           element("td", "small", escaped(when)) +
                           element("td", remarks_cell(paper, status, catalog, look)));
}

Html blank_value(const RecordField& field, const Look& look) {
  if (field.type == FieldType::boolean) {
    return boxed(false, word<messages::paper_yes>(look), true) +
           boxed(false, word<messages::paper_no>(look), true);
  }
  Html boxes;
  for (const std::string& choice : field.choices) boxes += boxed(false, choice, true);
  if (!boxes.empty()) return boxes;
  const bool long_text = field.type == FieldType::text || field.type == FieldType::list;
  return writing_lines(long_text ? 2 : 1);
}

}  // namespace

Html tick_box(bool ticked, bool one_of) {
  const std::string css_class = one_of ? "box one" : "box";
  if (!ticked) return element("span", css_class);
  const Html tick =
      element("svg", {{"viewBox", "0 0 10 10"}}, element("path", {{"d", "M1.5 5 L4 8 L8.5 2"}}));
  return element("span", css_class + " ticked", tick);
}

Html writing_lines(int count) {
  Html lines;
  for (; count > 0; --count) lines += element("div", "rule");
  return lines;
}

Html steps_html(const Paper& paper, const Catalog& catalog, const Look& look) {
  Html columns;
  for (const char* width : {"9mm", "auto", "17mm", "23mm", "20mm", "32mm"})
    columns += element("col", {{"style", "width: " + std::string(width)}});
  Html head;
  for (const std::string& title :
       {word<messages::label_no>(look), word<messages::label_steps>(look),
        word<messages::paper_result>(look), word<messages::label_performers>(look),
        word<messages::paper_time>(look), word<messages::paper_remarks>(look)})
    head += element("th", "center", escaped(title));
  Html rows;
  int number = 0;
  for (const StepStatus& status : paper.steps)
    rows += step_row(paper, status, ++number, catalog, look);
  const std::string title = paper.book.order == StepOrder::free
                                ? word<messages::label_steps_free>(look)
                                : word<messages::label_steps>(look);
  return element("h2", escaped(title)) +
         element("table", "steps",
                 element("colgroup", columns) + element("thead", element("tr", head)) +
                     element("tbody", rows));
}

Html records_html(const Paper& paper, const Look& look) {
  if (paper.book.records.empty()) return {};
  const auto values =
      paper.run == nullptr ? std::map<std::string, std::string>{} : values_of(*paper.run);
  Html rows;
  for (const RecordField& field : paper.book.records) {
    const auto value = values.find(field.key);
    rows += element("tr", element("th", escaped(field_label(field, look))) +
                              element("td", value == values.end() ? blank_value(field, look)
                                                                  : escaped(value->second)));
  }
  return element("h2", escaped(word<messages::label_records>(look))) +
         element("table", "records", element("tbody", rows));
}

}  // namespace opsctl::render
