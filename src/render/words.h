// The words of the views in the language asked for, and the names of parties and items.
#pragma once

#include <array>
#include <chrono>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/json.h"
#include "base/message.h"
#include "model/anchor.h"
#include "model/catalog.h"
#include "model/due.h"
#include "model/event.h"
#include "model/party_name.h"
#include "render/colour.h"
#include "render/look.h"

namespace opsctl::render {

// What is declared here does not hide what the model has.
using opsctl::full_name;
using opsctl::symbol_of;
using opsctl::to_text;

/// In the order of the sheet's legend.
inline constexpr std::array<Duty, 4> kAllDuties = {Duty::perform, Duty::approve, Duty::direct,
                                                   Duty::support};

/// A message in the language of `look`.
template <const MessageText& text, class... Args>
std::string word(const Look& look, Args&&... args) {
  return to_text(say<text>(std::forward<Args>(args)...), look.language);
}

/// "a, b, c" or 「a、b、c」.
std::string listed(std::span<const std::string> parts, const Look& look);

/// "2 days 5 hours", 「2日5時間」: the two largest units; from ten days on the days alone.
std::string span_words(std::chrono::seconds span, const Look& look);

std::string state_word(ItemState state, const Look& look);
Style style_of(ItemState state);
std::string reason_word(StateReason reason, const Look& look);  // "" for none
std::string warning_word(DueWarning warning, const Look& look);
std::string cycle_words(const Cycle& cycle, const Look& look);  // "once a day"
std::string method_words(const std::vector<Method>& methods, const Look& look);
std::string duty_words(Duty duty, const Look& look);  // what the symbol means
std::string type_word(FieldType type, const Look& look);

/// full_name() of the party with an id; an id that no party has is shown as it is.
std::string full_name(std::span<const Party> parties, std::string_view id);
/// The function, or the organisation where several parties have that function.
std::string short_name(std::span<const Party> parties, const Party& party);

/// "山田太郎 (yamada)"; an id that the roster does not have is shown as it is.
std::string person_name(const Roster& roster, std::string_view id);

/// The same of who acted; a deputy with the name of whom the deputy represented.
std::string actor_name(const Roster& roster, const Actor& actor, const Look& look);

/// What to type for an item: its number where only one loaded sheet has it, else its id.
std::string item_name(const Catalog& catalog, const Runbook& book);

/// The organisations that ● is about, listed; empty where there are none.
std::string supervised_organisations(std::span<const Party> parties, const Look& look);

/// ● belongs to the cell of this party: it performs (◎) and is supervised.
bool is_supervised(const Runbook& book, const Party& party);

/// "◎", "◎●"; "-" without a duty.
std::string duty_symbols(const Runbook& book, const Party& party);

/// ● or ▲.
std::string_view symbol_of(SignOffDuty duty);
/// Empty where nothing is asked for.
std::string gate_words(Gate gate, const Look& look);
std::string decision_word(Decision decision, const Look& look);
std::string result_word(StepResult result, const Look& look);

/// The first 12 hexadecimal digits, as people compare them.
std::string short_hash(const Hash& hash);

/// The beginning of every JSON document: {"schema": "opsctl.<command>/1"}.
Json json_document(std::string_view command);
Json json_of(const std::optional<Instant>& instant, const Zone& zone);
/// null for an empty text.
Json json_or_null(std::string_view text);
Json json_of(const Category& category);
Json json_of(const std::optional<Anchor>& anchor);

}  // namespace opsctl::render
