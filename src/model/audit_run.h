// What is asked of every act of a run when a journal is audited.
#pragma once

#include <optional>

#include "model/catalog.h"
#include "model/event.h"
#include "model/run.h"

namespace opsctl {

/// Why the rules would not have let the run begin so; who acts is known (audit_record.h). What its
/// gate asks for is not looked at.
std::optional<Message> wrong_start(const Event& event, const Catalog& then);

/// The start is itself an instruction, or names somebody who could give one.
bool is_instructed(const Event& event, const Catalog& then);

/// Why the rules would not have let the act happen, with the run as it was before it.
std::optional<Message> wrong_act(const Run& before, const Event& event, const Catalog& then);

}  // namespace opsctl
