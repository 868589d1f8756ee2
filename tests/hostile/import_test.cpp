// Every hostile text in every kind of cell of a sheet that is imported, and as its --title.
#include <catch2/catch.hpp>

#include "base/text.h"
#include "hostile/checks.h"
#include "hostile/stage.h"
#include "hostile/texts.h"

using namespace opsctl;
using namespace opsctl::hostile;

namespace {

/// A sheet with a mark wherever the user has texts.
constexpr std::string_view kSheet =
    "{title},,,,,,,,,\n"
    "No.,分類,大項目,中項目,小項目,作業概要,作業実施周期,発注者,{organisation},ツール化等実施方法\n"
    ",,,,,,,業務,{function},\n"
    "1,{class},監視,画面,{minor},{summary},1/D,▲,{duty},{method}\n";

std::string in_quotes(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) out += c == '"' ? "\"\"" : std::string(1, c);
  return out + "\"";
}

/// `text` at the place; harmless words at the others.
std::string sheet_with(std::string_view place, std::string_view text) {
  std::string sheet(kSheet);
  for (const auto& [mark, usual] : {std::pair<std::string_view, std::string_view>{"title", "題名"},
                                    {"organisation", "受託者"},
                                    {"function", "監視"},
                                    {"class", "点検"},
                                    {"minor", "確認"},
                                    {"summary", "見る"},
                                    {"duty", "◎"},
                                    {"method", "ツール"}}) {
    const std::string marked = "{" + std::string(mark) + "}";
    const std::string cell = place == mark ? in_quotes(text) : std::string(usual);
    sheet.replace(sheet.find(marked), marked.size(), cell);
  }
  return sheet;
}

/// One of the answers that a user can do something with; never "a bug in opsctl".
void require_answer(const Answer& answer, bool json) {
  CHECK((answer.exit == 0 || answer.exit == 1 || answer.exit == 2));
  CHECK(wrong_with(json && answer.exit == 0 ? Form::json : Form::text, answer.out) == "");
  CHECK(wrong_with(json && answer.err.starts_with("{") ? Form::json : Form::text, answer.err) ==
        "");
  CHECK(answer.err.find("a bug in opsctl") == std::string::npos);
  if (answer.exit == 0) return;
  CHECK(answer.err.find("nothing was written") + answer.err.find("--title") !=
        2 * std::string::npos);
}

}  // namespace

TEST_CASE("a hostile text in a sheet is refused at its place, or becomes a catalogue", "[import]") {
  const Stage stage;
  int made = 0;
  int turn = 0;
  for (const Text& text : texts()) {
    for (const char* place :
         {"title", "organisation", "function", "class", "minor", "summary", "duty", "method"}) {
      INFO(text.name << " as " << place);
      const std::string file = stage.path("sheet.csv").string();
      const std::string folder = stage.path("made" + std::to_string(++turn)).string();
      stage.write("sheet.csv", sheet_with(place, text.bytes));
      const bool json = turn % 3 == 0;
      const Answer answer =
          stage.run({"import", file, "-o", folder, json ? "--format=json" : "--partial"});
      require_answer(answer, json);
      CHECK(std::filesystem::exists(folder) == (answer.exit == 0));
      if (answer.exit != 0) continue;
      ++made;
      CHECK(stage.run({"validate", folder}).exit == 0);
    }
    const std::string t = text.bytes.c_str();  // an argument ends at the first NUL
    stage.write("sheet.csv", sheet_with("", ""));
    INFO(text.name << " as --title");
    require_answer(
        stage.run({"import", stage.path("sheet.csv").string(), "-o",
                   stage.path("titled" + std::to_string(turn)).string(), "--title=" + t}),
        false);
  }
  CHECK(made > 150);
}
