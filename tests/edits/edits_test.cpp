// Every slip of one character in three shipped runbooks: what a strict parser (libyaml) refuses, we
// refuse; what we accept we read alike; and our complaints name the line of the slip.
#include <array>
#include <fstream>
#include <optional>
#include <sstream>

#include <fmt/format.h>
#include <yaml.h>
#include <catch2/catch.hpp>

#include "base/messages/catalog.h"
#include "base/text.h"
#include "catalog/catalog_yaml.h"
#include "catalog/runbook_yaml.h"

using namespace opsctl;

namespace {

std::string file(const std::string& name) {
  std::ifstream in(OPSCTL_SOURCE_DIR "/runbooks/" + name);
  std::ostringstream text;
  text << in.rdbuf();
  REQUIRE_FALSE(text.str().empty());
  return text.str();
}

/// All scalars in their order, as libyaml reads them; nothing where it refuses the text.
std::optional<std::string> scalars_of_libyaml(const std::string& text) {
  yaml_parser_t parser;
  REQUIRE(yaml_parser_initialize(&parser) == 1);
  yaml_parser_set_input_string(&parser, reinterpret_cast<const unsigned char*>(text.data()),
                               text.size());
  std::optional<std::string> scalars = "";
  for (bool more = true; more;) {
    yaml_event_t event;
    if (yaml_parser_parse(&parser, &event) != 1) {
      scalars.reset();
      break;
    }
    more = event.type != YAML_STREAM_END_EVENT;
    if (event.type == YAML_SCALAR_EVENT) {
      const auto& scalar = event.data.scalar;
      scalars->append(reinterpret_cast<const char*>(scalar.value), scalar.length).append("\n");
    }
    yaml_event_delete(&event);
  }
  yaml_parser_delete(&parser);
  return scalars;
}

void append_scalars(const YamlNode& node, std::string& out) {
  if (node.kind == YamlNode::Kind::text) out += node.text + "\n";
  for (const YamlNode& item : node.items) append_scalars(item, out);
  for (const auto& [key, value] : node.entries) {
    append_scalars(key, out);
    append_scalars(value, out);
  }
}

/// The same, as we read them.
std::string scalars_of_ours(const std::string& text) {
  std::string out;
  const auto tree = Reading(text, "r.yaml").tree();
  if (tree) append_scalars(*tree, out);
  return out;
}

/// One slip: `inserted` at a character, or, where it is empty, that character left out.
struct Edit {
  std::size_t at;
  std::string inserted;
};

const std::array<std::string, 11> kInsertions = {"\"", "'", ":",  "-", "[", "{",
                                                 ",",  "#", "\t", " ", "\n"};

class Edits {
 public:
  explicit Edits(std::string text) : text_(characters(text)) {
    frame_.parties = read_catalog_head(file("catalog.yaml"), "catalog.yaml").value->parties;
    frame_.prefix = "inc";
  }

  void run() {
    for (std::size_t at = 0; at < text_.size(); ++at) {
      check({at, ""});
      for (const std::string& insertion : kInsertions) check({at, insertion});
      check({at, "\u3000"});
      if (text_[at] == U'\n') ++line_;
    }
  }

  int edits = 0;
  int refused = 0;
  std::string too_lenient;  // accepted by us alone, or read as something else
  std::string misplaced;    // complaints that name another line

 private:
  std::string edited(const Edit& edit) const {
    std::u32string text = text_;
    if (edit.inserted.empty()) text.erase(edit.at, 1);
    text.insert(edit.at, characters(edit.inserted));
    return utf8(text);
  }

  /// The rest of the line becomes a comment: the file is then one that lacks something, and what
  /// that is shows elsewhere.
  bool comments_out(const Edit& edit) const {
    return edit.inserted == "#" &&
           (edit.at == 0 || text_[edit.at - 1] == U' ' || text_[edit.at - 1] == U'\n');
  }

  std::string described(const Edit& edit) const {
    const std::string what = edit.inserted.empty()
                                 ? "deletion of '" + utf8(text_.substr(edit.at, 1)) + "'"
                                 : "insertion of '" + edit.inserted + "'";
    return fmt::format("line {}, character {}: {}\n", line_, edit.at, visible(what));
  }

  void check(const Edit& edit) {
    const std::string text = edited(edit);
    const auto result = read_runbook(text, "r.yaml", frame_);
    ++edits;
    const bool accepted = result.value.has_value();
    if (!accepted) ++refused;
    if (accepted && scalars_of_libyaml(text) != scalars_of_ours(text))
      too_lenient += described(edit);
    const int last = line_ + (edit.inserted == "\n" ? 2 : 1);
    if (comments_out(edit)) return;
    bool near = accepted;
    for (const Diagnostic& d : result.diagnostics) {
      const bool here = d.pos.line >= line_ && d.pos.line <= last;
      near = near || here;
      // A missing key is told where its mapping begins.
      const bool parent = d.message.text == &messages::missing_key && d.pos.line < line_;
      if (!here && !parent) misplaced += described(edit) + "  " + to_text(d, Language::en, 1);
    }
    if (!near) misplaced += described(edit) + "  nothing is said of this line\n";
  }

  std::u32string text_;
  CatalogFrame frame_;
  int line_ = 1;
};

void check_edits(const std::string& name, int least) {
  Edits edits(file("incident/" + name));
  edits.run();
  WARN(fmt::format("{}: {} edits, {} refused", name, edits.edits, edits.refused));
  CHECK(edits.too_lenient == "");
  CHECK(edits.misplaced == "");
  CHECK(edits.edits > least);
  CHECK(edits.refused > least / 10);
  CHECK(edits.refused < edits.edits);
}

}  // namespace

TEST_CASE("no slip in runbook 05 is read as something else") {
  check_edits("05-monitoring-review.yaml", 10000);
}

TEST_CASE("no slip in runbook 13 is read as something else") {
  check_edits("13-dbms-recovery.yaml", 20000);
}

TEST_CASE("no slip in runbook 49 is read as something else") {
  check_edits("49-ips-signature-update.yaml", 15000);
}
