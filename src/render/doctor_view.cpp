#include "render/doctor_view.h"

#include <algorithm>
#include <array>

#include "base/messages/care.h"
#include "base/width.h"
#include "render/document.h"
#include "render/words.h"

namespace opsctl::render {
namespace {

std::string topic_word(Topic topic, const Look& look) {
  switch (topic) {
    case Topic::settings:
      return word<messages::topic_settings>(look);
    case Topic::runbooks:
      return word<messages::topic_runbooks>(look);
    case Topic::roster:
      return word<messages::topic_roster>(look);
    case Topic::account:
      return word<messages::topic_account>(look);
    case Topic::journal:
      return word<messages::topic_journal>(look);
    case Topic::rights:
      return word<messages::topic_rights>(look);
    case Topic::disk:
      return word<messages::topic_disk>(look);
    case Topic::clock:
      return word<messages::topic_clock>(look);
    case Topic::copies:
      return word<messages::topic_copies>(look);
    case Topic::terminal:
      break;
  }
  return word<messages::topic_terminal>(look);
}

/// All as wide as the widest, so that the topics stand below each other.
std::string health_word(Health health, const Look& look) {
  const std::array<std::string, 3> words = {word<messages::health_good>(look),
                                            word<messages::health_doubtful>(look),
                                            word<messages::health_wrong>(look)};
  int widest = 0;
  for (const std::string& one : words)
    widest = std::max(widest, display_width(one, look.ambiguous));
  return pad(words.at(static_cast<std::size_t>(health)), widest, look.ambiguous);
}

Style style_of(Health health) {
  if (health == Health::good) return Style::plain;
  return health == Health::doubtful ? Style::attention : Style::bad;
}

std::string text_of(const std::vector<Finding>& findings, const Look& look) {
  Document document;
  for (const Finding& finding : findings) {
    document.bullet(
        0, health_word(finding.health, look),
        word<messages::doctor_line>(look, topic_word(finding.topic, look), finding.what),
        style_of(finding.health));
    if (finding.hint) document.bullet(1, "→", to_text(*finding.hint, look.language));
  }
  const auto wrong = std::ranges::count(findings, Health::wrong, &Finding::health);
  const auto doubtful = std::ranges::count(findings, Health::doubtful, &Finding::health);
  const std::string sum = wrong > 0      ? word<messages::doctor_some_wrong>(look, wrong, doubtful)
                          : doubtful > 0 ? word<messages::doctor_no_wrong>(look, doubtful)
                                         : word<messages::doctor_all_good>(look);
  return to_text(document, look) + "\n" + styled(sum, wrong > 0 ? Style::bad : Style::good, look) +
         "\n";
}

Json json_of(const std::vector<Finding>& findings) {
  Json json = json_document("doctor");
  json["state"] = name_of(worst_of(findings));
  json["findings"] = Json::array();
  for (const Finding& finding : findings) {
    json["findings"].push_back(
        {{"topic", name_of(finding.topic)},
         {"state", name_of(finding.health)},
         {"code", finding.what.text->name},
         {"message", to_text(finding.what, Language::en)},
         {"hint", finding.hint ? Json(to_text(*finding.hint, Language::en)) : Json(nullptr)}});
  }
  return json;
}

}  // namespace

std::string doctor(const std::vector<Finding>& findings, Format format, const Look& look) {
  return format == Format::json ? to_text(json_of(findings)) : text_of(findings, look);
}

}  // namespace opsctl::render
