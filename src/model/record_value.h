// What people type into record fields, notes and reasons: checked, and brought into the one form
// in which it is kept.
#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <variant>

#include "base/problem.h"
#include "base/time.h"
#include "model/runbook.h"

namespace opsctl {

/// Trimmed text of 1 to 1000 characters without control characters. `what` names it in a refusal:
/// "--note", or a field's label.
std::variant<std::string, Refusal> checked_text(std::string_view what, std::string_view typed);

/// The same where it may be left out: empty stays empty.
std::variant<std::string, Refusal> optional_text(std::string_view what, std::string_view typed);

/// The choice that is meant by its number or its beginning, where only one is; else as typed.
std::string meant_choice(std::span<const std::string> choices, const std::string& typed);

/// The value as kept: numbers and dates in ASCII, date and time in RFC 3339 with the zone's
/// offset, yes and no as true and false, lists joined with "、".
std::variant<std::string, Refusal> record_value(const RecordField& field, std::string_view typed,
                                                const Zone& zone);

/// Assignments KEY=VALUE to the record fields of a runbook; of a repeated key the last one counts.
std::variant<std::map<std::string, std::string>, Refusal> record_values(
    const Runbook& book, std::span<const std::string> assignments, const Zone& zone);

}  // namespace opsctl
