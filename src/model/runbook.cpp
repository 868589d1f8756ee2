#include "model/runbook.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/text.h"

namespace opsctl {
namespace {

struct DutyWords {
  Duty duty;
  std::string_view symbol;
  std::string_view letter;
  std::string_view name;
};

constexpr std::array<DutyWords, 4> kDuties = {{{Duty::perform, "◎", "R", "perform"},
                                               {Duty::approve, "▲", "A", "approve"},
                                               {Duty::direct, "△", "C", "direct"},
                                               {Duty::support, "□", "S", "support"}}};

constexpr std::array<std::pair<FieldType, std::string_view>, 9> kFieldTypes = {
    {{FieldType::text, "text"},
     {FieldType::integer, "integer"},
     {FieldType::decimal, "decimal"},
     {FieldType::date, "date"},
     {FieldType::datetime, "datetime"},
     {FieldType::boolean, "boolean"},
     {FieldType::ip, "ip"},
     {FieldType::list, "list"},
     {FieldType::choice, "choice"}}};

constexpr std::array<std::pair<EvidenceWish, std::string_view>, 3> kEvidenceWishes = {
    {{EvidenceWish::none, "none"},
     {EvidenceWish::optional, "optional"},
     {EvidenceWish::required, "required"}}};

constexpr std::array<std::pair<Gate, std::string_view>, 3> kGates = {
    {{Gate::none, "none"},
     {Gate::instruction, "instruction"},
     {Gate::prior_approval, "prior-approval"}}};

template <class T, std::size_t n>
std::string_view name_in(const std::array<std::pair<T, std::string_view>, n>& names, T value) {
  return std::ranges::find(names, value, &std::pair<T, std::string_view>::first)->second;
}

template <class T, std::size_t n>
std::optional<T> value_in(const std::array<std::pair<T, std::string_view>, n>& names,
                          std::string_view name) {
  const auto* found = std::ranges::find(names, name, &std::pair<T, std::string_view>::second);
  return found == names.end() ? std::nullopt : std::optional(found->first);
}

const DutyWords& words_of(Duty duty) { return *std::ranges::find(kDuties, duty, &DutyWords::duty); }

}  // namespace

std::string_view symbol_of(Duty duty) { return words_of(duty).symbol; }
std::string_view letter_of(Duty duty) { return words_of(duty).letter; }
std::string_view name_of(Duty duty) { return words_of(duty).name; }

std::optional<Duty> duty_of_symbol(std::string_view symbol) {
  const auto* found = std::ranges::find(kDuties, symbol, &DutyWords::symbol);
  return found == kDuties.end() ? std::nullopt : std::optional(found->duty);
}

std::optional<Duty> duty_of_name(std::string_view name) {
  const auto* found = std::ranges::find(kDuties, name, &DutyWords::name);
  return found == kDuties.end() ? std::nullopt : std::optional(found->duty);
}

std::string_view name_of(Method method) { return method == Method::tool ? "tool" : "manual"; }

std::string_view name_of(FieldType type) { return name_in(kFieldTypes, type); }
std::optional<FieldType> field_type_of_name(std::string_view name) {
  return value_in(kFieldTypes, name);
}

std::string_view name_of(EvidenceWish wish) { return name_in(kEvidenceWishes, wish); }
std::optional<EvidenceWish> evidence_wish_of_name(std::string_view name) {
  return value_in(kEvidenceWishes, name);
}

std::string_view name_of(Gate gate) { return name_in(kGates, gate); }
std::optional<Gate> gate_of_name(std::string_view name) { return value_in(kGates, name); }

std::optional<Duty> duty_of(const Runbook& book, std::string_view party) {
  const auto found = std::ranges::find(book.duties, party, &DutyCell::party);
  return found == book.duties.end() ? std::nullopt : std::optional(found->duty);
}

std::vector<std::string> parties_with(const Runbook& book, Duty duty) {
  std::vector<std::string> ids;
  for (const DutyCell& cell : book.duties) {
    if (cell.duty == duty) ids.push_back(cell.party);
  }
  return ids;
}

std::vector<std::string> performers_of(const Runbook& book) {
  std::vector<std::string> ids = parties_with(book, Duty::perform);
  if (!ids.empty()) return ids;
  for (const Note& note : book.notes)
    ids.insert(ids.end(), note.performers.begin(), note.performers.end());
  return ids;
}

const Step* find_step(const Runbook& book, std::string_view number_or_id) {
  const std::string word = fold_id(number_or_id);
  if (const std::optional<int> number = parse_count(word)) {
    const bool exists = *number >= 1 && static_cast<std::size_t>(*number) <= book.steps.size();
    return exists ? &book.steps[static_cast<std::size_t>(*number) - 1] : nullptr;
  }
  const auto found = std::ranges::find(book.steps, word, &Step::id);
  return found == book.steps.end() ? nullptr : &*found;
}

int number_of(const Runbook& book, const Step& step) {
  const auto found = std::ranges::find(book.steps, step.id, &Step::id);
  return static_cast<int>(found - book.steps.begin()) + 1;
}

}  // namespace opsctl
