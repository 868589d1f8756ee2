// Cycles, durations, times and keys of occurrences, as people and files write them: what is taken
// is written in one form, and that form means the same.
#include "base/text.h"
#include "fuzz/target.h"
#include "model/cycle.h"
#include "model/duration.h"
#include "model/slot_key.h"

using namespace opsctl;
using opsctl::fuzz::require;

namespace {

const Zone& zone() {
  // New York has gaps and overlaps.
  static const Zone found = Zone::find("America/New_York").value();
  return found;
}

void cycle(std::string_view text) {
  const auto parsed = parse_cycle(text);
  const auto* found = std::get_if<Cycle>(&parsed);
  if (found == nullptr) return;
  const auto again = parse_cycle(to_text(*found));
  require(again == decltype(again)(*found), "a cycle that is another when written");
  if (found->kind != Cycle::Kind::frequency) return;
  require(found->count >= 1 && found->count <= 999 && found->every >= 1 && found->every <= 99,
          "a cycle without bounds");
}

void duration(std::string_view text) {
  const auto found = parse_duration(text);
  if (!found) return;
  require(parse_duration(to_text(*found)) == found, "a duration that is another when written");
  if (found->unit == Duration::Unit::business_day) return;
  const Instant noon(std::chrono::seconds(1795316400));
  require(plus(noon, *found, zone()) >= noon, "a duration that goes back");
  require(minus(noon, *found, zone()) <= noon, "a duration back that goes on");
}

void time(std::string_view text) {
  if (const auto date = parse_date(text)) require(to_text(*date) == text, "another date");
  if (const auto of_day = parse_time_of_day(text))
    require(of_day->count() >= 0 && of_day->count() <= 86'400, "a time beyond the day");
  const auto instant = parse_instant(text, zone());
  if (!instant) return;
  const std::string written = to_rfc3339(*instant, zone());
  // At the very ends of the range another offset may be of another year.
  if (parse_date(written.substr(0, 10)))
    require(parse_instant(written, zone()) == instant, "an instant that is another when written");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = fuzz::text_of(data, size);
  cycle(text);
  duration(text);
  time(text);
  return 0;
}
