#include "store/payload.h"

#include <cstddef>
#include <stdexcept>
#include <variant>

#include "base/messages/store.h"
#include "store/payload_fields.h"
#include "store/payload_io.h"

namespace opsctl {
namespace {

template <std::size_t i = 0>
EventBody empty_body(const std::string& kind, std::int64_t seq) {
  if constexpr (i == std::variant_size_v<EventBody>) {
    throw Error(Exit::journal, say<messages::record_kind_unknown>(seq, kind));
  } else {
    EventBody body{std::in_place_index<i>};
    return kind_of(body) == kind ? body : empty_body<i + 1>(kind, seq);
  }
}

}  // namespace

std::string to_payload(const Event& event, std::string_view journal) {
  PayloadWriter envelope;
  describe(envelope, event);
  envelope("journal", std::string(journal));
  envelope("kind", std::string(kind_of(event.body)));
  PayloadWriter data;
  std::visit([&](const auto& body) { describe(data, body); }, event.body);
  envelope.json["data"] = std::move(data.json);
  try {
    return canonical(envelope.json);
  } catch (const std::invalid_argument&) {
    throw Error(Exit::failure, say<messages::record_not_utf8>());
  }
}

ReadPayload from_payload(std::string_view payload, std::int64_t seq) {
  return from_parsed(nlohmann::json::parse(payload, nullptr, /*allow_exceptions=*/false), seq);
}

ReadPayload from_parsed(const nlohmann::json& json, std::int64_t seq) {
  if (!json.is_object()) throw Error(Exit::journal, say<messages::record_not_json>(seq));
  const PayloadReader envelope(json, seq, "");
  ReadPayload read;
  envelope("journal", read.journal);
  describe(envelope, read.event);
  std::string kind;
  envelope("kind", kind);
  read.event.body = empty_body(kind, seq);
  const PayloadReader data = envelope.in("data");
  std::visit([&](auto& body) { describe(data, body); }, read.event.body);
  if (auto* created = std::get_if<JournalCreated>(&read.event.body)) created->uuid = read.journal;
  return read;
}

}  // namespace opsctl
