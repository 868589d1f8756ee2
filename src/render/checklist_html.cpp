#include "render/checklist_html.h"

#include "base/messages/paper.h"
#include "base/messages/views.h"
#include "base/messages/words.h"
#include "render/checklist_steps_html.h"
#include "render/document_html.h"
#include "render/html_page.h"
#include "render/run_history.h"
#include "render/words.h"

namespace opsctl::render {
namespace {

/// What is written by hand stays empty: the cell is high enough.
constexpr std::string_view kStyle = R"css(
.head { display: flex; flex-wrap: wrap; gap: 2mm 3mm; align-items: flex-start; margin-bottom: 2mm; }
.head .name { flex: 1 1 80mm; }
.stamps { display: flex; flex-wrap: wrap; margin-left: auto; padding: 0 0.25mm 0.25mm 0; }
.stamp { width: 24mm; border: 0.25mm solid #000; margin: 0 -0.25mm -0.25mm 0; text-align: center;
  display: flex; flex-direction: column; break-inside: avoid; }
.stamp .role { font-size: 7.5pt; background: #eee; border-bottom: 0.25mm solid #000;
  print-color-adjust: exact; }
.stamp .who { font-size: 6pt; line-height: 1.2; min-height: 8mm; padding: 0.5mm; }
.stamp .seal { flex: 1; min-height: 15mm; display: flex; flex-direction: column;
  align-items: center; justify-content: center; font-size: 7.5pt; line-height: 1.25; }
.stamp .seal .place { width: 12mm; height: 12mm; border: 0.2mm dotted #888; border-radius: 50%;
  color: #888; font-size: 7pt; line-height: 12mm; }
.stamp .date { font-size: 6.5pt; line-height: 1.2; min-height: 4.5mm; padding: 0.5mm; text-align: right;
  border-top: 0.2mm dotted #888; }
table.facts { table-layout: fixed; }
table.facts th { font-size: 8pt; font-weight: normal; }
table.facts tr { height: 6mm; }
table.duties { table-layout: fixed; margin-top: 2mm; }
table.duties th { font-size: 6pt; line-height: 1.2; font-weight: normal; text-align: center;
  padding: 0.5mm; vertical-align: middle; }
table.duties td { text-align: center; font-size: 10pt; padding: 0.3mm; }
.legend { font-size: 6.5pt; line-height: 1.3; margin: 1mm 0 0; }
table.steps { table-layout: fixed; }
table.steps tr { height: 15mm; }
table.steps thead tr { height: auto; }
table.steps th { white-space: nowrap; }
table.steps p { margin: 0 0 0.3mm; }
.step { font-size: 9.5pt; }
.results { font-size: 7.5pt; white-space: nowrap; }
.choice { padding-left: 4.5mm; text-indent: -4.5mm; }
.confirm { margin-top: 1mm; }
.line { display: inline-block; width: 22mm; height: 4.5mm; border-bottom: 0.2mm solid #000; }
.rule { height: 7mm; border-bottom: 0.2mm dotted #888; }
.rule:last-child { border-bottom: none; }
table.records { table-layout: fixed; }
table.records th { width: 60mm; font-weight: normal; }
.frame { border: 0.25mm solid #000; padding: 0 2mm; break-inside: avoid; }
.bullet { padding-left: 4mm; text-indent: -4mm; break-inside: avoid; }
.bullet.level1 { padding-left: 8mm; }
.proof { margin-top: 3mm; break-inside: avoid; }
.proof p { font-size: 6.5pt; line-height: 1.3; }
)css";

std::string role_words(SignatureBox::Role role, const Look& look) {
  switch (role) {
    case SignatureBox::Role::perform:
      return word<messages::role_perform>(look);
    case SignatureBox::Role::supervise:
      return word<messages::role_supervise>(look) + " " + std::string(kSupervisedSymbol);
    case SignatureBox::Role::approve:
      break;
  }
  return word<messages::role_approve>(look) + " " + std::string(symbol_of(Duty::approve));
}

Html stamp(const SignatureBox& box, const Paper& paper, const Catalog& catalog, const Look& look) {
  const bool is_signed = !box.person.empty();
  const Actor actor{
      .person = box.person, .party = {}, .duty = {}, .account = {}, .deputy_for = box.deputy_for};
  const Html seal = is_signed ? escaped(actor_name(catalog.roster, actor, look))
                              : element("span", "place", escaped(word<messages::paper_seal>(look)));
  const std::string date =
      box.at ? to_text(*box.at, catalog.zone) : (is_signed ? "" : word<messages::paper_date>(look));
  return element("div", is_signed ? "stamp signed" : "stamp",
                 element("div", "role", escaped(role_words(box.role, look))) +
                     element("div", "who", escaped(full_name(paper.parties, box.owner))) +
                     element("div", "seal", seal) + element("div", "date", escaped(date)));
}

Html head(const Paper& paper, const Catalog& catalog, const Look& look) {
  const std::string kind =
      paper.run == nullptr ? word<messages::paper_blank>(look) : word<messages::paper_record>(look);
  const Html name =
      element("p", "small", escaped(catalog.title)) + element("p", escaped(kind)) +
      element("h1", escaped("No." + std::to_string(paper.book.no) + " " + paper.book.title)) +
      element("p", "small", escaped(paper.book.summary));
  Html stamps;
  for (const SignatureBox& box : paper.boxes) stamps += stamp(box, paper, catalog, look);
  return element("div", "head", element("div", "name", name) + element("div", "stamps", stamps));
}

/// Of an empty form, what is written in by hand.
void add_blank_facts(Document& document, const Paper& paper, const Look& look) {
  const auto room = [&](std::string label) {
    document.blocks.emplace_back(Field{std::move(label), ""});
  };
  room(word<messages::label_run>(look));
  room(word<messages::label_ref>(look));
  room(word<messages::paper_started>(look));
  room(word<messages::paper_performed>(look));
  for (const SignatureBox& box : paper.boxes) {
    if (box.role != SignatureBox::Role::supervise) continue;
    room(word<messages::label_supervisor>(look));
    break;
  }
  room(word<messages::label_instructed_by>(look));
  document.field(word<messages::label_runbook>(look), short_hash(paper.book.hash));
}

Html facts(const Paper& paper, const Catalog& catalog, const Look& look) {
  Document document;
  add_item_facts(document, paper, look);
  if (paper.run == nullptr) {
    add_blank_facts(document, paper, look);
  } else {
    document.field(word<messages::label_run>(look), paper.run->id);
    add_run_facts(document, *paper.run, catalog, look);
  }
  return field_table(document);
}

std::string legend(const Paper& paper, const Look& look) {
  std::string words;
  for (const Duty duty : kAllDuties)
    words += std::string(symbol_of(duty)) + " " + duty_words(duty, look) + "　";
  const std::string supervised = supervised_organisations(paper.parties, look);
  if (supervised.empty()) return words;
  return words + std::string(kSupervisedSymbol) + " " +
         word<messages::legend_supervised>(look, supervised, symbol_of(Duty::perform));
}

/// As the sheet has it: a column for each party, neighbours of one organisation under one heading.
Html duties(const Paper& paper, const Look& look) {
  Html organisations;
  Html functions;
  Html cells;
  for (std::size_t i = 0; i < paper.parties.size();) {
    std::size_t end = i;
    while (end < paper.parties.size() &&
           paper.parties[end].organisation == paper.parties[i].organisation)
      ++end;
    organisations += element("th", {{"colspan", std::to_string(end - i)}},
                             escaped(paper.parties[i].organisation));
    for (; i < end; ++i) {
      functions += element("th", escaped(paper.parties[i].function));
      cells += element("td", escaped(duty_symbols(paper.book, paper.parties[i])));
    }
  }
  Document performers;  // those that only a note names
  if (parties_with(paper.book, Duty::perform).empty()) {
    for (const std::string& id : performers_of(paper.book))
      performers.bullet(0, "!",
                        word<messages::performs_by_note>(look, full_name(paper.parties, id)));
  }
  return element("h2", escaped(word<messages::label_duties>(look))) +
         element("table", "duties",
                 element("thead", element("tr", organisations) + element("tr", functions)) +
                     element("tbody", element("tr", cells))) +
         to_html(performers) + element("p", "legend", escaped(legend(paper, look)));
}

/// What is to be said of the whole work: as recorded, or room for it.
Html remarks(const Paper& paper, const Catalog& catalog, const Look& look) {
  if (paper.run == nullptr) {
    return element("h2", escaped(word<messages::paper_special>(look))) +
           element("div", "frame", writing_lines(4));
  }
  Document document;
  add_exceptions(document, *paper.run, look);
  add_history(document, *paper.run, catalog, look);
  return to_html(document);
}

/// What ties the sheet of paper to runbook and journal.
Html proof(const Paper& paper, const Look& look) {
  Html lines;
  if (paper.run == nullptr) {
    const std::string no = std::to_string(paper.book.no);
    lines += element(
        "p", escaped(word<messages::paper_enter>(
                 look, "opsctl start " + no + " / opsctl step " + no + " N / opsctl done " + no)));
  }
  lines +=
      element("p", "mono", escaped(word<messages::paper_hash>(look) + ": " + hex(paper.book.hash)));
  if (paper.anchor) {
    lines += element(
        "p", "mono",
        escaped(word<messages::label_anchor>(look) + ": " + opsctl::to_text(*paper.anchor)));
  }
  return element("div", "proof", lines);
}

}  // namespace

std::string checklist_html(const Paper& paper, const Catalog& catalog, const Look& look) {
  const std::string run =
      paper.run == nullptr ? word<messages::paper_not_numbered>(look) : paper.run->id;
  HtmlPage page;
  page.title = (paper.run == nullptr ? "" : run + " ") +
               word<messages::checklist_title>(look, paper.book.no, paper.book.title);
  page.foot = word<messages::paper_foot>(look, paper.book.no, paper.book.title,
                                         short_hash(paper.book.hash), run);
  page.style = kStyle.substr(1);
  page.body = head(paper, catalog, look) + facts(paper, catalog, look) + duties(paper, look) +
              steps_html(paper, catalog, look) + records_html(paper, look) +
              remarks(paper, catalog, look) + proof(paper, look);
  return to_html(page, look);
}

}  // namespace opsctl::render
