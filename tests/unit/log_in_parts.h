// What `opsctl log` prints of some records, when they come in two parts.
#pragma once

#include <span>
#include <string>

#include "render/log_view.h"

namespace opsctl::render {

inline std::string log(const Catalog& catalog, std::span<const Event> events, Format format,
                       const Look& look) {
  const auto first = events.first(events.size() / 2);
  const auto second = events.subspan(first.size());
  LogView view(catalog, format, look, events.empty() ? 0 : events.back().seq);
  if (view.is_aligned()) {
    view.measure(first);
    view.measure(second);
  }
  std::string text = view.begin();
  text += view.add(first);
  text += view.add(second);
  return text + view.end();
}

}  // namespace opsctl::render
