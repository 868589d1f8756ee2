#include "render/words.h"

#include <algorithm>

#include "base/messages/views.h"
#include "base/messages/words.h"
#include "base/sha256.h"
#include "base/text.h"

namespace opsctl::render {
namespace {

using std::chrono::days;
using std::chrono::duration_cast;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

std::string days_word(std::int64_t count, const Look& look) {
  return count == 1 ? word<messages::span_one_day>(look) : word<messages::span_days>(look, count);
}
std::string hours_word(std::int64_t count, const Look& look) {
  return count == 1 ? word<messages::span_one_hour>(look) : word<messages::span_hours>(look, count);
}
std::string minutes_word(std::int64_t count, const Look& look) {
  return count == 1 ? word<messages::span_one_minute>(look)
                    : word<messages::span_minutes>(look, count);
}

Message period_of(const Cycle& cycle) {
  const bool one = cycle.every == 1;
  const int k = cycle.every;
  switch (cycle.unit) {
    case Cycle::Unit::day:
      return one ? say<messages::period_day>() : say<messages::period_days>(k);
    case Cycle::Unit::week:
      return one ? say<messages::period_week>() : say<messages::period_weeks>(k);
    case Cycle::Unit::month:
      return one ? say<messages::period_month>() : say<messages::period_months>(k);
    case Cycle::Unit::quarter:
      return one ? say<messages::period_quarter>() : say<messages::period_quarters>(k);
    case Cycle::Unit::year:
      break;
  }
  return one ? say<messages::period_year>() : say<messages::period_years>(k);
}

Message times_of(int count) {
  if (count == 1) return say<messages::times_once>();
  if (count == 2) return say<messages::times_twice>();
  return say<messages::times_many>(count);
}

}  // namespace

std::string listed(std::span<const std::string> parts, const Look& look) {
  return join(parts, word<messages::list_separator>(look));
}

std::string span_words(seconds span, const Look& look) {
  span = std::max(span, -span);
  const auto whole_days = duration_cast<days>(span);
  const auto whole_hours = duration_cast<hours>(span - whole_days);
  const auto whole_minutes = duration_cast<minutes>(span - whole_days - whole_hours);
  std::vector<std::string> parts;
  if (whole_days.count() > 0) {
    parts.push_back(days_word(whole_days.count(), look));
    if (whole_days.count() < 10 && whole_hours.count() > 0)
      parts.push_back(hours_word(whole_hours.count(), look));
  } else {
    if (whole_hours.count() > 0) parts.push_back(hours_word(whole_hours.count(), look));
    if (whole_minutes.count() > 0) parts.push_back(minutes_word(whole_minutes.count(), look));
  }
  if (parts.empty()) return word<messages::span_no_minute>(look);
  return parts.size() == 1 ? parts[0] : word<messages::span_two>(look, parts[0], parts[1]);
}

std::string state_word(ItemState state, const Look& look) {
  switch (state) {
    case ItemState::not_scheduled:
      return word<messages::state_not_scheduled>(look);
    case ItemState::upcoming:
      return word<messages::state_upcoming>(look);
    case ItemState::due:
      return word<messages::state_due>(look);
    case ItemState::late:
      return word<messages::state_late>(look);
    case ItemState::overdue:
      return word<messages::state_overdue>(look);
    case ItemState::done:
      return word<messages::state_done>(look);
    case ItemState::covered:
      return word<messages::state_covered>(look);
  }
  return {};
}

Style style_of(ItemState state) {
  switch (state) {
    case ItemState::overdue:
      return Style::bad;
    case ItemState::late:
    case ItemState::due:
      return Style::attention;
    case ItemState::done:
    case ItemState::covered:
      return Style::good;
    case ItemState::upcoming:
    case ItemState::not_scheduled:
      break;
  }
  return Style::faint;
}

std::string reason_word(StateReason reason, const Look& look) {
  switch (reason) {
    case StateReason::none:
      break;
    case StateReason::on_demand:
      return word<messages::reason_on_demand>(look);
    case StateReason::not_yet_effective:
      return word<messages::reason_not_yet_effective>(look);
    case StateReason::ended:
      return word<messages::reason_ended>(look);
    case StateReason::no_baseline:
      return word<messages::reason_no_baseline>(look);
    case StateReason::requested:
      return word<messages::reason_requested>(look);
    case StateReason::hand_over:
      return word<messages::reason_hand_over>(look);
    case StateReason::suspended:
      return word<messages::reason_suspended>(look);
  }
  return {};
}

std::string warning_word(DueWarning warning, const Look& look) {
  switch (warning) {
    case DueWarning::future_execution:
      return word<messages::warning_future_execution>(look);
    case DueWarning::holidays_provisional:
      return word<messages::warning_holidays_provisional>(look);
    case DueWarning::expired:
      return word<messages::warning_expired>(look);
    case DueWarning::orphan_key:
      return word<messages::warning_orphan_key>(look);
  }
  return {};
}

std::string cycle_words(const Cycle& cycle, const Look& look) {
  if (cycle.kind == Cycle::Kind::continuous) return word<messages::cycle_continuous>(look);
  if (cycle.kind == Cycle::Kind::on_demand) return word<messages::cycle_on_demand>(look);
  return word<messages::cycle_frequency>(look, times_of(cycle.count), period_of(cycle));
}

std::string method_words(const std::vector<Method>& methods, const Look& look) {
  std::vector<std::string> words;
  for (const Method method : methods) {
    words.push_back(method == Method::tool ? word<messages::method_tool>(look)
                                           : word<messages::method_manual>(look));
  }
  return listed(words, look);
}

std::string duty_words(Duty duty, const Look& look) {
  switch (duty) {
    case Duty::perform:
      return word<messages::duty_perform>(look);
    case Duty::approve:
      return word<messages::duty_approve>(look);
    case Duty::direct:
      return word<messages::duty_direct>(look);
    case Duty::support:
      return word<messages::duty_support>(look);
  }
  return {};
}

std::string gate_words(Gate gate, const Look& look) {
  switch (gate) {
    case Gate::none:
      break;
    case Gate::instruction:
      return word<messages::gate_instruction>(look);
    case Gate::prior_approval:
      return word<messages::gate_prior_approval>(look);
  }
  return {};
}

std::string decision_word(Decision decision, const Look& look) {
  switch (decision) {
    case Decision::approve:
      return word<messages::decision_approve>(look);
    case Decision::return_run:
      return word<messages::decision_return>(look);
    case Decision::reject:
      return word<messages::decision_reject>(look);
  }
  return {};
}

std::string result_word(StepResult result, const Look& look) {
  switch (result) {
    case StepResult::ok:
      return word<messages::result_ok>(look);
    case StepResult::ng:
      return word<messages::result_ng>(look);
    case StepResult::na:
      return word<messages::result_na>(look);
  }
  return {};
}

std::string type_word(FieldType type, const Look& look) {
  switch (type) {
    case FieldType::text:
      return word<messages::type_text>(look);
    case FieldType::integer:
      return word<messages::type_integer>(look);
    case FieldType::decimal:
      return word<messages::type_decimal>(look);
    case FieldType::date:
      return word<messages::type_date>(look);
    case FieldType::datetime:
      return word<messages::type_datetime>(look);
    case FieldType::boolean:
      return word<messages::type_boolean>(look);
    case FieldType::ip:
      return word<messages::type_ip>(look);
    case FieldType::list:
      return word<messages::type_list>(look);
    case FieldType::choice:
      return word<messages::type_choice>(look);
  }
  return {};
}

}  // namespace opsctl::render
