// Parts that the views of a run share: the words for what was done, and what to type next.
#pragma once

#include <string>
#include <vector>

#include "model/catalog.h"
#include "model/run.h"
#include "render/document.h"
#include "render/look.h"

namespace opsctl::render {

/// Name, size and hash of a file.
std::string evidence_words(const Evidence& evidence, const Look& look);

/// "[x]" done, "[!]" not good, "[-]" not applicable, "[ ]" not recorded.
std::string box_of(const StepStatus& status);

/// Result, person, times; note, choice, values; confirmation; earlier records. Bullets of level 1.
void add_step_records(Document& document, const Run& run, const StepStatus& status,
                      const Catalog& catalog, const Look& look);

/// The same without the first line: what else is to be said of the record.
void add_step_details(Document& document, const Run& run, const StepStatus& status,
                      const Catalog& catalog, const Look& look);

/// "step 3: NG: no answer", "entered late".
std::string exception_words(const Run& run, const RunException& exception, const Look& look);

/// The reason, then what was corrected.
std::string correction_words(const RunCorrected& corrected, const Zone& zone, const Look& look);

/// "● 運用業者", "▲ 労災保険業務課 業務運用".
std::string owed_words(const Run& run, const OwedSignOff& owed);

/// A record field's label; a key without a field is shown as it is.
std::string value_label(const Run& run, std::string_view key);

/// Names of those who performed.
std::string performed_by(const Run& run, const Roster& roster, const Look& look);

/// What a signer types next; empty where nothing is to be signed.
std::string sign_command(const Run& run);

}  // namespace opsctl::render
