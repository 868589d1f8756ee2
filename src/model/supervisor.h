// ●: the supervisors of the organisations whose people work under one.
#pragma once

#include <string>
#include <string_view>
#include <variant>

#include "model/policy.h"

namespace opsctl {

/// The supervisor on duty of a run that `starter` begins; empty where nothing is done under ●.
/// `named` is --supervisor, or empty: then the only one whom the roster offers beside the starter.
std::variant<std::string, Refusal> supervisor_on_duty(const Scope& scope, const Actor& starter,
                                                      std::string_view named);

/// May sign ● for the organisation.
bool is_supervisor_of(const Scope& scope, const Person& person, std::string_view organisation);

}  // namespace opsctl
