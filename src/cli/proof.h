// What opsctl knows of the anchors of a journal that were kept outside it.
#pragma once

#include "cli/session.h"
#include "model/report_proof.h"

namespace opsctl::cli {

/// The copies are those in the site's folder for them. Never throws for what is wrong there: a
/// report says it.
ReportProof proof_of(const Session& session, const Journal& journal, Instant as_of);

}  // namespace opsctl::cli
