#include "render/verify_view.h"

#include "base/messages/views.h"
#include "render/words.h"

namespace opsctl::render {
namespace {

std::string check_words(Check check, const Look& look) {
  switch (check) {
    case Check::file:
      return word<messages::check_file>(look);
    case Check::schema:
      return word<messages::check_schema>(look);
    case Check::gaps:
      return word<messages::check_gaps>(look);
    case Check::chain:
      return word<messages::check_chain>(look);
    case Check::genesis:
      return word<messages::check_genesis>(look);
    case Check::canonical:
      return word<messages::check_canonical>(look);
    case Check::fields:
      return word<messages::check_fields>(look);
    case Check::clock:
      return word<messages::check_clock>(look);
    case Check::index:
      return word<messages::check_index>(look);
    case Check::runs:
      return word<messages::check_runs>(look);
    case Check::derived:
      return word<messages::check_derived>(look);
    case Check::blobs:
      return word<messages::check_blobs>(look);
    case Check::rules:
      return word<messages::check_rules>(look);
    case Check::signatures:
      return word<messages::check_signatures>(look);
    case Check::anchors:
      break;
  }
  return word<messages::check_anchors>(look);
}

Table counts_of(const VerifyReport& report, const Look& look) {
  Table table;
  table.columns = {{word<messages::label_check>(look)},
                   {word<messages::label_looked_at>(look), Align::right},
                   {word<messages::label_wrong>(look), Align::right}};
  for (const CheckResult& result : report.checks) {
    table.rows.push_back(
        {check_words(result.check, look),
         std::to_string(result.looked_at),
         {std::to_string(result.wrong), result.wrong == 0 ? Style::plain : Style::bad}});
  }
  return table;
}

void add_findings(Document& document, const CheckResult& result, const Look& look) {
  if (result.wrong == 0) return;
  document.heading(check_words(result.check, look));
  for (const Message& finding : result.findings)
    document.bullet(0, "-", to_text(finding, look.language), Style::bad);
  const std::int64_t more = result.wrong - static_cast<std::int64_t>(result.findings.size());
  if (more > 0) document.bullet(0, "-", word<messages::verify_more>(look, more));
}

bool looked_at_anchors(const VerifyReport& report) {
  return !report.checks.empty() && report.checks.back().check == Check::anchors;
}

std::string text_of(const VerifyReport& report, const Look& look) {
  Document document;
  document.title = word<messages::verify_title>(look, report.path);
  add_checks(document, report, look);
  std::string out = to_text(document, look) + "\n";
  if (report.unchecked_signatures > 0)
    out += word<messages::verify_unchecked_signatures>(look, report.unchecked_signatures) + "\n";
  if (!is_whole(report))
    return out + styled(word<messages::verify_broken>(look), Style::bad, look) + "\n" +
           word<messages::verify_broken_hint>(look) + "\n";
  out += styled(word<messages::verify_whole>(look), Style::good, look) + "\n";
  if (!looked_at_anchors(report)) out += word<messages::verify_no_anchor>(look) + "\n";
  out += word<messages::verify_keep_anchor>(look) + "\n";
  // Never wrapped: it is to be copied.
  return out + opsctl::to_text(*report.head) + "\n";
}

Json json_of(const CheckResult& result) {
  Json findings = Json::array();
  // What scripts read is never translated.
  for (const Message& finding : result.findings) findings.push_back(to_text(finding, Language::en));
  return {{"check", name_of(result.check)},
          {"looked_at", result.looked_at},
          {"wrong", result.wrong},
          {"findings", findings}};
}

Json verify_json(const VerifyReport& report) {
  Json json = json_document("verify");
  json["path"] = report.path;
  json["deep"] = report.deep;
  json["state"] = is_whole(report) ? "whole" : "broken";
  json["checks"] = json_of_checks(report);
  json["unchecked_signatures"] = report.unchecked_signatures;
  json["head"] = report.head ? render::json_of(*report.head) : Json(nullptr);
  return json;
}

}  // namespace

void add_checks(Document& document, const VerifyReport& report, const Look& look) {
  document.table(counts_of(report, look));
  for (const CheckResult& result : report.checks) add_findings(document, result, look);
}

Json json_of_checks(const VerifyReport& report) {
  Json checks = Json::array();
  for (const CheckResult& result : report.checks) checks.push_back(json_of(result));
  return checks;
}

Json json_of(const Anchor& anchor) {
  return {{"journal", anchor.journal}, {"seq", anchor.seq}, {"hash", hex(anchor.hash)}};
}

std::string verify(const VerifyReport& report, Format format, const Look& look) {
  return format == Format::json ? to_text(verify_json(report)) : text_of(report, look);
}

}  // namespace opsctl::render
