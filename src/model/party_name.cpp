#include "model/party_name.h"

namespace opsctl {

std::string full_name(const Party& party) {
  if (party.function.empty()) return party.organisation;
  return party.organisation + " " + party.function;
}

}  // namespace opsctl
