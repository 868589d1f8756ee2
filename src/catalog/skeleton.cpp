#include "catalog/skeleton.h"

#include <algorithm>

#include <fmt/format.h>
#include <yaml-cpp/yaml.h>

#include "catalog/map_reader.h"
#include "model/party_name.h"
#include "model/sheet_words.h"

namespace opsctl {
namespace {

/// The texts of a runbook are Japanese, whoever imports it.
constexpr const char* kBookRemark =
    "作業項目一覧から取り込んだ骨組み。手順（steps）と記録欄（records）は、作業概要をもとに書き直"
    "す。";
constexpr const char* kCatalogRemark =
    "作業項目一覧から取り込んだ。timezone、effective_from、fiscal_year_start、week_start は一覧に"
    "ないため、既定の値である。";
constexpr const char* kRosterRemark =
    "体験用の名簿。accounts: any の人には、どのOSアカウントからでもなれる。本番では demonstration "
    "の行を"
    "消し、一人ずつ accounts: [アカウント名] を書く。";
constexpr const char* kStepText = "作業概要のとおりに作業を実施し、結果を確認する";
constexpr const char* kNoMinor = "小項目は「-」のため、上位の見出しを題名にしている。";
constexpr const char* kNoPerformer =
    "作業項目一覧のこの行には作業実施（◎）の印がない。印は一覧のまま残し、performers は仮に置いた。"
    "実際に作業を行う組織を確かめて書き直す。";

constexpr std::string_view kSupervisorEnding = "-supervisor";

/// Text of the sheet's: quoted, so that nothing in it can be YAML. In single quotes, as the emitter
/// has escapes for double ones that no runbook may have ("\xa0").
void put(YAML::Emitter& out, const char* key, const std::string& text) {
  out << YAML::Key << key << YAML::Value << YAML::SingleQuoted << text;
}

void put_plain(YAML::Emitter& out, const char* key, std::string_view word) {
  out << YAML::Key << key << YAML::Value << std::string(word);
}

std::string finished(const YAML::Emitter& out) { return std::string(out.c_str()) + "\n"; }

void begin(YAML::Emitter& out, const char* remark) {
  if (remark != nullptr) out << YAML::Comment(remark) << YAML::Newline;
  out << YAML::BeginMap;
}

std::string catalog_yaml(const ImportedSheet& sheet) {
  YAML::Emitter out;
  begin(out, kCatalogRemark);
  put(out, "title", sheet.title);
  put_plain(out, "timezone", kSkeletonZone);
  put_plain(out, "effective_from", "journal");
  put_plain(out, "fiscal_year_start", kSkeletonFiscalYear);
  put_plain(out, "week_start", "monday");
  out << YAML::Key << "parties" << YAML::Value << YAML::BeginSeq;
  for (const Party& party : sheet.parties) {
    out << YAML::Flow << YAML::BeginMap;
    put_plain(out, "id", party.id);
    put(out, "organisation", party.organisation);
    put(out, "function", party.function);
    if (party.supervised) put_plain(out, "supervised", "true");
    if (party.directs) put_plain(out, "directs", "true");
    out << YAML::EndMap;
  }
  out << YAML::EndSeq << YAML::EndMap;
  return finished(out);
}

void put_person(YAML::Emitter& out, const std::string& id, const std::string& name,
                const std::vector<std::string>& parties, bool supervisor) {
  out << YAML::Flow << YAML::BeginMap;
  put_plain(out, "id", id);
  put(out, "name", name);
  out << YAML::Key << "parties" << YAML::Value << parties;
  if (supervisor) put_plain(out, "supervisor", "true");
  put_plain(out, "accounts", "any");
  out << YAML::EndMap;
}

/// What the ids of a party's persons begin with: that of the party, or, where they would become too
/// long (kLongestId), its column.
std::string stem_of(const ImportedSheet& sheet, const Party& party) {
  if (party.id.size() + kSupervisorEnding.size() <= kLongestId) return party.id;
  return fmt::format("column-{}", &party - sheet.parties.data() + 1);
}

/// A person for each party, and a supervisor for each organisation that works under one.
std::string roster_yaml(const ImportedSheet& sheet) {
  YAML::Emitter out;
  begin(out, kRosterRemark);
  put_plain(out, "demonstration", "true");
  put_plain(out, "shared_accounts_may_sign", "true");
  out << YAML::Key << "persons" << YAML::Value << YAML::BeginSeq;
  std::vector<std::string> organisations;
  for (const Party& party : sheet.parties) {
    const std::string stem = stem_of(sheet, party);
    put_person(out, stem + "-1", full_name(party) + "（例）", {party.id}, false);
    if (!party.supervised || std::ranges::count(organisations, party.organisation) > 0) continue;
    organisations.push_back(party.organisation);
    std::vector<std::string> supervised;
    for (const Party& other : sheet.parties) {
      if (other.supervised && other.organisation == party.organisation)
        supervised.push_back(other.id);
    }
    put_person(out, stem + std::string(kSupervisorEnding),
               party.organisation + " スーパーバイザ（例）", supervised, true);
  }
  out << YAML::EndSeq << YAML::EndMap;
  return finished(out);
}

std::string sheet_yaml(const ImportedSheet& sheet, const std::string& prefix) {
  YAML::Emitter out;
  begin(out, nullptr);
  put(out, "title", sheet.title);
  if (!sheet.annex.empty()) put(out, "annex", sheet.annex);
  put_plain(out, "prefix", prefix);
  out << YAML::EndMap;
  return finished(out);
}

void put_note(YAML::Emitter& out, const char* field, const char* text,
              const std::vector<std::string>& performers) {
  out << YAML::BeginMap;
  put_plain(out, "field", field);
  put(out, "text", text);
  if (!performers.empty())
    out << YAML::Key << "performers" << YAML::Value << YAML::Flow << performers;
  out << YAML::EndMap;
}

void put_notes(YAML::Emitter& out, const SheetItem& item) {
  const bool no_minor = item.category.minor == sheet_words::kNone;
  if (item.performers.empty() && !no_minor) return;
  out << YAML::Key << "notes" << YAML::Value << YAML::BeginSeq;
  if (!item.performers.empty()) put_note(out, "duties", kNoPerformer, item.performers);
  if (no_minor) put_note(out, "category", kNoMinor, {});
  out << YAML::EndSeq;
}

std::string book_yaml(const SheetItem& item, const std::string& prefix) {
  YAML::Emitter out;
  begin(out, kBookRemark);
  put_plain(out, "id", fmt::format("{}-{:02}", prefix, item.no));
  put_plain(out, "no", std::to_string(item.no));
  put(out, "title", item.title());
  out << YAML::Key << "category" << YAML::Value << YAML::Flow << YAML::BeginMap;
  put(out, "class", item.category.class_name);
  put(out, "major", item.category.major);
  put(out, "middle", item.category.middle);
  put(out, "minor", item.category.minor);
  out << YAML::EndMap;
  put(out, "summary", item.summary);
  put_plain(out, "cycle", to_text(item.cycle));
  out << YAML::Key << "methods" << YAML::Value << YAML::Flow << YAML::BeginSeq;
  for (const Method method : item.methods) out << std::string(name_of(method));
  out << YAML::EndSeq;
  out << YAML::Key << "duties" << YAML::Value << YAML::Flow << YAML::BeginMap;
  for (const DutyCell& cell : item.duties) put_plain(out, cell.party.c_str(), symbol_of(cell.duty));
  out << YAML::EndMap;
  out << YAML::Key << "schedule" << YAML::Value << YAML::Flow << YAML::BeginMap << YAML::EndMap;
  out << YAML::Key << "steps" << YAML::Value << YAML::BeginSeq << YAML::BeginMap;
  put_plain(out, "id", "work");
  put(out, "text", kStepText);
  out << YAML::EndMap << YAML::EndSeq;
  put_notes(out, item);
  out << YAML::EndMap;
  return finished(out);
}

}  // namespace

std::map<std::string, std::string> skeleton_files(const ImportedSheet& sheet,
                                                  const std::string& prefix) {
  std::map<std::string, std::string> files;
  files["catalog.yaml"] = catalog_yaml(sheet);
  files["roster.yaml"] = roster_yaml(sheet);
  files[prefix + "/sheet.yaml"] = sheet_yaml(sheet, prefix);
  for (const SheetItem& item : sheet.items)
    files[fmt::format("{}/{:02}-item.yaml", prefix, item.no)] = book_yaml(item, prefix);
  return files;
}

}  // namespace opsctl
