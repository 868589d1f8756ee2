// What is read from a journal's records: canonical JSON, and the event that it describes. Only
// opsctl's own errors; what is read can be written, and that is one form.
#include <stdexcept>

#include "base/json.h"
#include "base/problem.h"
#include "fuzz/target.h"
#include "store/payload.h"

using namespace opsctl;
using opsctl::fuzz::require;

namespace {

void check_canonical(std::string_view text) {
  const auto json = nlohmann::json::parse(text, nullptr, false);
  if (json.is_discarded()) return;
  try {
    const std::string once = canonical(json);
    require(canonical(nlohmann::json::parse(once)) == once, "two canonical forms");
  } catch (const std::invalid_argument&) {
    return;  // a fraction, or no UTF-8
  }
}

void check_payload(std::string_view text) {
  try {
    const ReadPayload read = from_payload(text, 7);
    const std::string once = to_payload(read.event, read.journal);
    const ReadPayload again = from_payload(once, 7);
    require(again.journal == read.journal, "another journal");
    require(to_payload(again.event, again.journal) == once, "two payloads of one event");
  } catch (const Error& error) {
    require(error.exit() == Exit::journal || error.exit() == Exit::failure, "another exit");
    to_text(error.problem().what, Language::ja);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = fuzz::text_of(data, size);
  check_canonical(text);
  check_payload(text);
  return 0;
}
