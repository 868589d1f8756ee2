#include "model/catalog.h"

#include <algorithm>

namespace opsctl {

const Party* find_party(const Catalog& catalog, std::string_view id) {
  const auto found = std::ranges::find(catalog.parties, id, &Party::id);
  return found == catalog.parties.end() ? nullptr : &*found;
}

const Runbook* find_runbook(const Catalog& catalog, std::string_view id) {
  const auto found = std::ranges::find(catalog.runbooks, id, &Runbook::id);
  return found == catalog.runbooks.end() ? nullptr : &*found;
}

}  // namespace opsctl
