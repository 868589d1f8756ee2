// The signature boxes at the end of a checklist: 作業, スーパーバイザ ●, 承認 ▲.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "base/json.h"
#include "model/catalog.h"
#include "model/run.h"
#include "render/table.h"

namespace opsctl::render {

struct SignatureBox {
  enum class Role { perform, supervise, approve };

  Role role{};
  std::string owner;   // a party's id; of ●, the organisation
  std::string person;  // an id; empty: still to be signed
  std::optional<Instant> at;
  std::string deputy_for = {};  // an id
};

/// One box for each performing party, for each supervised organisation among them, and for each
/// approving party.
std::vector<SignatureBox> signature_boxes(const Runbook& book, std::span<const Party> parties);

/// Those who performed, the sign-offs in force, and empty boxes for those still owed.
std::vector<SignatureBox> signature_boxes(const Run& run);

Table table_of(const std::vector<SignatureBox>& boxes, std::span<const Party> parties,
               const Catalog& catalog, const Look& look);
Json json_of(const std::vector<SignatureBox>& boxes, const Zone& zone);

}  // namespace opsctl::render
