#include "model/manifest.h"

#include <stdexcept>

namespace opsctl {
namespace {

constexpr const char* kSchema = "opsctl.manifest/1";

}  // namespace

std::filesystem::path manifest_of(const std::filesystem::path& copy) {
  return copy.string() + ".manifest";
}

Json json_of(const Manifest& manifest) {
  return {{"schema", kSchema},
          {"journal", manifest.head.journal},
          {"seq", manifest.head.seq},
          {"hash", hex(manifest.head.hash)},
          {"records", manifest.counts.records},
          {"contents", manifest.counts.contents},
          {"runs", manifest.counts.runs},
          {"requests", manifest.counts.requests},
          {"waivers", manifest.counts.waivers},
          {"schema_version", manifest.schema},
          {"size", manifest.size},
          {"sha256", hex(manifest.sha256)},
          {"taken_at", utc_text(manifest.taken_at)},
          {"source", manifest.source},
          {"host", manifest.host},
          {"opsctl", manifest.opsctl}};
}

std::optional<Manifest> parse_manifest(std::string_view text) {
  try {
    const Json json = Json::parse(text);
    if (json.at("schema") != kSchema) return std::nullopt;
    const auto number = [&](const char* key) { return json.at(key).get<std::int64_t>(); };
    const auto word = [&](const char* key) { return json.at(key).get<std::string>(); };
    const auto utc = Zone::find("UTC");
    const auto taken_at = utc ? parse_instant(word("taken_at"), *utc) : std::nullopt;
    if (!taken_at) return std::nullopt;
    return Manifest{.head = {word("journal"), number("seq"), hash_from_hex(word("hash"))},
                    .counts = {number("records"), number("contents"), number("runs"),
                               number("requests"), number("waivers")},
                    .schema = static_cast<int>(number("schema_version")),
                    .size = number("size"),
                    .sha256 = hash_from_hex(word("sha256")),
                    .taken_at = *taken_at,
                    .source = word("source"),
                    .host = word("host"),
                    .opsctl = word("opsctl")};
  } catch (const nlohmann::json::exception&) {
    return std::nullopt;
  } catch (const std::invalid_argument&) {
    return std::nullopt;  // no digits of a hash
  }
}

}  // namespace opsctl
