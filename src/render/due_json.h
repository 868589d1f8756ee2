// One item's standing as JSON, as `due` and `check` print it.
#pragma once

#include "base/json.h"
#include "render/due_order.h"

namespace opsctl::render {

Json standing_json(const DueRow& row, const Zone& zone);

}  // namespace opsctl::render
