// Work that is entered later than it was done (spec product.md, "Time").
#include <algorithm>

#include "base/messages/model.h"
#include "model/record_value.h"
#include "model/workflow.h"

namespace opsctl {
namespace {

/// Clocks of two machines may differ; a fact further ahead is a mistake (spec schedule.md 1).
constexpr std::chrono::minutes kAhead{5};

Instant last_work(const Run& run) {
  Instant last = run.events.front().performed_at;
  for (const Event& event : run.events) {
    if (is_performance(event)) last = std::max(last, event.performed_at);
  }
  return last;
}

std::optional<Refusal> wrong_time(const EventBody& body, const Run* run, Instant at, Instant now) {
  if (at > now + kAhead)
    return Refusal{{say<messages::late_in_future>(), {}, say<messages::late_hint>()}};
  if (run == nullptr) return std::nullopt;
  const bool finishes = std::holds_alternative<RunFinished>(body);
  if (at < run->events.front().performed_at)
    return Refusal{
        {say<messages::late_before_start>(run->id), {}, say<messages::late_show_hint>(run->id)}};
  if (finishes && at < last_work(*run))
    return Refusal{
        {say<messages::late_before_work>(run->id), {}, say<messages::late_show_hint>(run->id)}};
  return std::nullopt;
}

}  // namespace

Verdict entered_late(Verdict verdict, const Run* run, const std::optional<LateEntry>& late,
                     Instant now) {
  auto* accepted = std::get_if<Accepted>(&verdict);
  if (accepted == nullptr || !late) return verdict;
  auto reason = checked_text("--reason", late->reason);
  if (auto* refusal = std::get_if<Refusal>(&reason)) return *refusal;
  if (auto refusal = wrong_time(accepted->body, run, late->at, now)) return *refusal;
  accepted->late = LateEntry{late->at, std::get<std::string>(reason)};
  return verdict;
}

}  // namespace opsctl
