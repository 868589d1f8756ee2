// `opsctl log`: the journal's records, a line each.
#pragma once

#include <span>
#include <string>

#include "model/catalog.h"
#include "model/event.h"
#include "render/look.h"

namespace opsctl::render {

std::string log(const Catalog& catalog, std::span<const Event> events, Format format,
                const Look& look);

}  // namespace opsctl::render
