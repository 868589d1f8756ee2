// An event as the bytes that are stored and hashed, and back: canonical JSON of everything that
// matters.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/json.h"
#include "model/event.h"

namespace opsctl {

/// `journal` is the journal's uuid, which every record carries. Throws Error (failure) where a text
/// is no valid UTF-8: it must not be written.
std::string to_payload(const Event& event, std::string_view journal);

struct ReadPayload {
  std::string journal;
  Event event;  // without seq and hash, which are not in the payload
};

/// Throws Error (journal) for anything but a payload of ours, naming the record and the field.
ReadPayload from_payload(std::string_view payload, std::int64_t seq);

/// The same of JSON that was parsed already, which may be discarded.
ReadPayload from_parsed(const nlohmann::json& json, std::int64_t seq);

}  // namespace opsctl
