#include "catalog/references.h"

#include <algorithm>
#include <vector>

#include "base/messages/base.h"
#include "base/messages/catalog.h"
#include "base/text.h"

namespace opsctl {

bool expect_party(MapReader& map, const TextValue& id, std::span<const Party> parties) {
  if (parties.empty() || std::ranges::find(parties, id.text, &Party::id) != parties.end())
    return true;
  std::vector<std::string> ids;
  for (const Party& party : parties) ids.push_back(party.id);
  const auto near = nearest(id.text, ids);
  map.error(
      *id.node, say<messages::unknown_party>(id.text),
      near ? say<messages::did_you_mean>(*near) : say<messages::known_parties>(join(ids, ", ")));
  return false;
}

}  // namespace opsctl
