#include "render/backup_view.h"

#include "base/messages/care.h"
#include "base/messages/views.h"
#include "base/text.h"
#include "model/manifest.h"
#include "render/document.h"
#include "render/verify_view.h"
#include "render/words.h"

namespace opsctl::render {
namespace {

std::string content_words(const JournalCounts& counts, const Look& look) {
  return word<messages::copy_content>(look, counts.records, counts.runs, counts.requests,
                                      counts.waivers, counts.contents);
}

std::string standing_words(const CopyStanding& standing, const Look& look) {
  if (standing.not_compared)
    return word<messages::copy_not_compared>(look, standing.journal, *standing.not_compared);
  if (!standing.behind) return word<messages::copy_contradicted>(look, standing.journal);
  return *standing.behind == 0
             ? word<messages::copy_up_to_date>(look, standing.journal)
             : word<messages::copy_behind>(look, standing.journal, *standing.behind);
}

std::string verdict_words(CopyVerdict verdict, const Look& look) {
  switch (verdict) {
    case CopyVerdict::good:
      return styled(word<messages::copy_good>(look), Style::good, look) + "\n";
    case CopyVerdict::other:
      return styled(word<messages::copy_other>(look), Style::bad, look) + "\n" +
             word<messages::copy_other_hint>(look) + "\n";
    case CopyVerdict::bad:
      break;
  }
  return styled(word<messages::copy_bad>(look), Style::bad, look) + "\n" +
         word<messages::copy_bad_hint>(look) + "\n";
}

std::string text_of(const BackupCheck& check, const Look& look) {
  const Manifest& manifest = check.manifest;
  Document document{.title = word<messages::backup_title>(look, check.path)};
  document.field(word<messages::label_copy_taken>(look),
                 utc_text(manifest.taken_at) + " " + manifest.host);
  document.field(word<messages::label_copy_of>(look), manifest.source);
  document.field(word<messages::label_copy_content>(look), content_words(manifest.counts, look));
  if (check.standing)
    document.field(word<messages::label_copy_standing>(look),
                   standing_words(*check.standing, look));
  if (!check.findings.empty()) document.heading(word<messages::label_copy_wrong>(look));
  for (const Message& finding : check.findings)
    document.bullet(0, "-", to_text(finding, look.language), Style::bad);
  if (!check.verified.checks.empty()) add_checks(document, check.verified, look);
  const std::string text = to_text(document, look) + "\n";
  return text + verdict_words(verdict_of(check), look);
}

Json json_of(const CopyStanding& standing) {
  return {
      {"path", standing.journal},
      {"behind", standing.behind ? Json(*standing.behind) : Json(nullptr)},
      {"not_compared", standing.not_compared ? Json(to_text(*standing.not_compared, Language::en))
                                             : Json(nullptr)}};
}

Json json_of(const BackupCheck& check) {
  Json json = json_document("backup");
  json["path"] = check.path;
  json["state"] = std::string(name_of(verdict_of(check)));
  json["manifest"] = json_of(check.manifest);
  json["findings"] = Json::array();
  for (const Message& finding : check.findings)
    json["findings"].push_back(to_text(finding, Language::en));
  json["checks"] = json_of_checks(check.verified);
  json["journal"] = check.standing ? json_of(*check.standing) : Json(nullptr);
  return json;
}

}  // namespace

std::string backup(const std::string& path, const Manifest& manifest, Format format,
                   const Look& look) {
  if (format == Format::json) {
    Json json = json_document("backup");
    json["path"] = path;
    json["state"] = "taken";
    json["manifest"] = json_of(manifest);
    return to_text(json);
  }
  return word<messages::backup_taken>(look, manifest.counts.records, visible(path)) + "\n" +
         word<messages::backup_manifest>(look, visible(manifest_of(path).string())) + "\n" +
         word<messages::verify_keep_anchor>(look) + "\n" + to_text(manifest.head) + "\n";
}

std::string backup_check(const BackupCheck& check, Format format, const Look& look) {
  return format == Format::json ? to_text(json_of(check)) : text_of(check, look);
}

}  // namespace opsctl::render
