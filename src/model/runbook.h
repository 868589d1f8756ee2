// What a catalogue holds: parties, sheets, runbooks, and the words of the sheet (spec
// catalogue.md).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/sha256.h"
#include "model/schedule.h"

namespace opsctl {

/// What a party does for an item: ◎ ▲ △ □.
enum class Duty { perform, approve, direct, support };

std::string_view symbol_of(Duty duty);  // "◎"
std::string_view letter_of(Duty duty);  // "R", "A", "C", "S"
std::string_view name_of(Duty duty);    // "perform", for JSON and the journal
std::optional<Duty> duty_of_symbol(std::string_view symbol);
std::optional<Duty> duty_of_name(std::string_view name);

/// ●: performed under the contractor's supervisor. Follows from Party::supervised.
inline constexpr std::string_view kSupervisedSymbol = "●";

/// One 実施者 column: an organisation's function.
struct Party {
  std::string id;
  std::string organisation;
  std::string function;
  bool supervised = false;
  bool directs = false;  // instructs the performers also where it performs itself (△, workflow.md)

  friend bool operator==(const Party&, const Party&) = default;
};

struct DutyCell {
  std::string party;  // a Party's id
  Duty duty{};

  friend bool operator==(const DutyCell&, const DutyCell&) = default;
};

enum class Method { tool, manual };
std::string_view name_of(Method method);  // "tool", "manual"

/// 分類, 大項目, 中項目, 小項目; "-" where the sheet has that.
struct Category {
  std::string class_name;
  std::string major;
  std::string middle;
  std::string minor;

  friend bool operator==(const Category&, const Category&) = default;
};

/// Whether a step asks for files that prove it.
enum class EvidenceWish { none, optional, required };
std::string_view name_of(EvidenceWish wish);
std::optional<EvidenceWish> evidence_wish_of_name(std::string_view name);

/// What must be there before the start (spec workflow.md, "Gates before the start").
enum class Gate { none, instruction, prior_approval };
std::string_view name_of(Gate gate);  // "none", "instruction", "prior-approval"
std::optional<Gate> gate_of_name(std::string_view name);

struct Step {
  std::string id;
  std::string text;
  std::string detail = {};                 // caution, what to do when it fails
  std::vector<std::string> contents = {};  // what a document must contain, a box each
  std::vector<std::string> choices = {};   // exactly one is recorded; empty: nothing to choose
  std::string party = {};                  // who does it; empty: every performing party
  std::string confirm_by = {};             // a second person of this party confirms; empty: nobody
  bool required = true;
  EvidenceWish evidence = EvidenceWish::none;

  friend bool operator==(const Step&, const Step&) = default;
};

enum class FieldType { text, integer, decimal, date, datetime, boolean, ip, list, choice };
std::string_view name_of(FieldType type);
std::optional<FieldType> field_type_of_name(std::string_view name);

/// A field to be filled in before `done`.
struct RecordField {
  std::string key;
  std::string label;
  FieldType type = FieldType::text;
  std::vector<std::string> choices = {};  // of FieldType::choice
  bool required = false;

  friend bool operator==(const RecordField&, const RecordField&) = default;
};

/// The key under which a certificate's expiry is recorded; it moves the due date of a rolling item.
inline constexpr std::string_view kValidUntil = "valid_until";

/// An irregularity of the sheet, kept as it is and explained. Silences the warnings of its field.
struct Note {
  std::string field;
  std::string text;
  std::vector<std::string> performers = {};  // who performs where no party has ◎

  friend bool operator==(const Note&, const Note&) = default;
};

enum class StepOrder { fixed, free };

/// How long a run may wait for its next act before `check` warns of it. Nothing: for ever.
struct RunLimits {
  std::optional<Duration> open = {};      // since its start
  std::optional<Duration> sign_off = {};  // since its finish

  friend bool operator==(const RunLimits&, const RunLimits&) = default;
};

struct Runbook {
  std::string id;
  int no = 0;
  std::string sheet;  // the prefix of its sheet
  std::string title;
  Category category;
  std::string summary;
  std::vector<Method> methods;
  std::vector<DutyCell> duties;  // in the order of the catalogue's parties
  Gate gate = Gate::none;
  Timetable timetable;
  StepOrder order = StepOrder::fixed;
  RunLimits limits;  // its own, else the catalogue's
  std::vector<Step> steps;
  std::vector<RecordField> records;
  std::vector<Note> notes;

  std::string text;  // the file, byte for byte
  Hash hash{};       // of `text`
  SourcePos pos;     // of its first key

  const Cycle& cycle() const { return timetable.versions.back().cycle; }

  friend bool operator==(const Runbook&, const Runbook&) = default;
};

struct Sheet {
  std::string prefix;
  std::string title;
  std::string annex;

  friend bool operator==(const Sheet&, const Sheet&) = default;
};

/// The duty of a party for an item; nothing for "-".
std::optional<Duty> duty_of(const Runbook& book, std::string_view party);

/// The ids of the performing parties: those with ◎, else those the notes name (sheet No. 5).
std::vector<std::string> performers_of(const Runbook& book);

/// Steps are known to people by their number, from 1, or by their id; nothing for other words.
const Step* find_step(const Runbook& book, std::string_view number_or_id);
int number_of(const Runbook& book, const Step& step);

/// The ids of the parties with this duty, in the sheet's order.
std::vector<std::string> parties_with(const Runbook& book, Duty duty);

}  // namespace opsctl
