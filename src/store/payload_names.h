// Enumerations in payloads: by the names the model gives them, and back.
#pragma once

#include <initializer_list>
#include <optional>
#include <string_view>

#include "model/event.h"
#include "model/runbook.h"

namespace opsctl {

template <class T>
std::string_view payload_name(T value) {
  return name_of(value);
}
inline std::string_view payload_name(StepOrder order) {
  return order == StepOrder::fixed ? "fixed" : "free";
}

template <class T>
std::optional<T> payload_value(std::string_view name, std::initializer_list<T> all) {
  for (const T value : all) {
    if (payload_name(value) == name) return value;
  }
  return std::nullopt;
}

template <class T>
std::optional<T> payload_value(std::string_view name) = delete;

template <>
inline std::optional<StepOrder> payload_value<StepOrder>(std::string_view name) {
  return payload_value(name, {StepOrder::fixed, StepOrder::free});
}
template <>
inline std::optional<Method> payload_value<Method>(std::string_view name) {
  return payload_value(name, {Method::tool, Method::manual});
}
template <>
inline std::optional<Duty> payload_value<Duty>(std::string_view name) {
  return duty_of_name(name);
}
template <>
inline std::optional<FieldType> payload_value<FieldType>(std::string_view name) {
  return field_type_of_name(name);
}
template <>
inline std::optional<EvidenceWish> payload_value<EvidenceWish>(std::string_view name) {
  return evidence_wish_of_name(name);
}
template <>
inline std::optional<Gate> payload_value<Gate>(std::string_view name) {
  return gate_of_name(name);
}
template <>
inline std::optional<StepResult> payload_value<StepResult>(std::string_view name) {
  return step_result_of_name(name);
}
template <>
inline std::optional<RosterChange::Kind> payload_value<RosterChange::Kind>(std::string_view name) {
  return roster_change_of_name(name);
}
template <>
inline std::optional<Outcome> payload_value<Outcome>(std::string_view name) {
  return outcome_of_name(name);
}
template <>
inline std::optional<Decision> payload_value<Decision>(std::string_view name) {
  return decision_of_name(name);
}
template <>
inline std::optional<SignOffDuty> payload_value<SignOffDuty>(std::string_view name) {
  return sign_off_duty_of_name(name);
}

}  // namespace opsctl
