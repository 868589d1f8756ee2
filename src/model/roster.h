// The people: who they are, what they belong to, and from which OS accounts they act.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/sha256.h"
#include "base/time.h"

namespace opsctl {

struct Person {
  std::string id;
  std::string name;
  std::vector<std::string> parties;  // ids of Party
  bool supervisor = false;  // may sign ● for the supervised organisations of their parties
  std::vector<std::string> accounts;
  bool any_account = false;  // `accounts: any`: a demonstration

  friend bool operator==(const Person&, const Person&) = default;
};

/// 代行: the deputy may act with the duties of another, on these days and those between.
struct Deputation {
  std::string deputy;       // a person's id
  std::string represented;  // a person's id
  Date from{};
  Date until{};

  friend bool operator==(const Deputation&, const Deputation&) = default;
};

struct Roster {
  bool demonstration = false;
  bool shared_accounts_may_sign = false;
  bool signatures_required = false;  // of sign-offs, by the signer's key
  std::vector<Person> persons;
  std::vector<Deputation> deputations = {};
  std::string text;  // the file, byte for byte
  Hash hash{};

  friend bool operator==(const Roster&, const Roster&) = default;
};

/// A person of the roster who was not there before, is gone, or is described otherwise.
struct RosterChange {
  enum class Kind { added, removed, changed };
  Kind kind{};
  std::string person;  // its id

  friend bool operator==(const RosterChange&, const RosterChange&) = default;
};
std::string_view name_of(RosterChange::Kind kind);  // "added", "removed", "changed"
std::optional<RosterChange::Kind> roster_change_of_name(std::string_view name);

/// Persons are known again by their id; in the order of `now`, then those who are gone. A person
/// whose deputation changed is changed.
std::vector<RosterChange> changes_between(const Roster& before, const Roster& now);

const Person* find_person(const Roster& roster, std::string_view id);

/// The persons who may act from this OS account, in the roster's order.
std::vector<const Person*> persons_of_account(const Roster& roster, std::string_view account);

/// True where more than one person acts from the account: such an account proves nobody.
bool is_shared(const Roster& roster, std::string_view account);

/// Those whom the person may represent on that day, in the roster's order.
std::vector<const Person*> represented_by(const Roster& roster, std::string_view deputy, Date day);

bool belongs_to(const Person& person, std::string_view party);

}  // namespace opsctl
