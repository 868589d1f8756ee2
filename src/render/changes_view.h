// What changed in a runbook since its item's last run, told when the next one starts.
#pragma once

#include <string>

#include "model/catalog.h"
#include "model/run.h"
#include "model/runbook_changes.h"
#include "render/look.h"

namespace opsctl::render {

std::string changes(const RunbookChanges& changes, const Run& last, const Zone& zone,
                    const Look& look);

}  // namespace opsctl::render
