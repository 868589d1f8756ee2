#include "render/jsonl.h"

#include "base/hex.h"
#include "base/json.h"
#include "base/text.h"

namespace opsctl::render {
namespace {

/// What its person signed with a key, where the record is a sign-off that has it.
Json signature_of(const std::string& payload) {
  const Json json = Json::parse(payload, nullptr, false);
  const auto signature = json.is_object() && json.contains("data") && json["data"].is_object()
                             ? json["data"].value("signature", Json())
                             : Json();
  return signature.is_string() && !signature.get_ref<const std::string&>().empty() ? signature
                                                                                   : Json(nullptr);
}

}  // namespace

std::string lines_of(const std::string& document, std::string_view key) {
  std::string out;
  const Json json = Json::parse(document);
  for (const Json& object : json.at(key)) out += to_line(object);
  return out;
}

std::string record_line(std::int64_t seq, const Hash& previous, const Hash& hash,
                        const std::string& payload) {
  Json json = {{"seq", seq}, {"previous", hex(previous)}, {"hash", hex(hash)}};
  if (is_utf8(payload)) {
    json["payload"] = payload;
    json["signature"] = signature_of(payload);
  } else {
    json["payload_hex"] = hex_digits(payload);
    json["signature"] = nullptr;
  }
  return to_line(json);
}

}  // namespace opsctl::render
