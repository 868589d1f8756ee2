// Naming things: from what was typed to an item, a run, a time (spec product.md, "Naming things").
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "cli/session.h"
#include "model/run.h"

namespace opsctl::cli {

/// By id (folded) or by the sheet's number. Throws Error(Exit::not_found), or Error(Exit::usage)
/// where several loaded sheets have the number. For a command that records, as its file has it.
const Runbook& find_item(Session& session, const std::string& typed);

/// What `typed` names items by; all of them without any.
std::vector<const Runbook*> find_items(Session& session, const std::vector<std::string>& typed);

/// Which runs a command can be about, where it was not told by id.
using InQuestion = std::function<bool(const RunSummary&)>;

/// By id, its end ("-003") where unique, "@last", or the item with exactly one run in question
/// (with none in question, its last run: the rules then say why it is not). Without any text: my
/// only open one. Throws Error(Exit::not_found), or Error(Exit::usage) with the list where several
/// fit.
Run find_run(Session& session, const Journal& journal, const std::optional<std::string>& typed,
             const InQuestion& in_question);

/// True for what looks like a run and not like an item: "20261122-003", "-003", "@last".
bool names_run(const std::string& typed);

/// The shortest name that finds the run again: its item where the run is the only one of it that
/// takes work or waits for a sign-off, else its id.
std::string name_of_run(Session& session, const Journal& journal, const Run& run);

bool takes_work(const RunSummary& run);
bool awaits_sign_off(const RunSummary& run);

/// Values of options. Throw Error(Exit::usage) or Error(Exit::not_found) with what would be right.
const Person& find_person_typed(Session& session, const std::string& typed);
const Party& find_party_typed(Session& session, const std::string& typed);
/// The id of a request, folded: "r20261122-001" → "R20261122-001". Empty for nothing.
std::string request_typed(const std::optional<std::string>& typed);
Cycle cycle_typed(const std::string& typed);
/// The instant that a reading command speaks of: --as-of, else now.
Instant as_of_typed(Session& session, const std::optional<std::string>& typed);
Instant instant_typed(Session& session, const char* option, const std::string& typed);

}  // namespace opsctl::cli
