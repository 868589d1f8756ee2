// The people: who they are, what they belong to, and from which OS accounts they act.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/sha256.h"

namespace opsctl {

struct Person {
  std::string id;
  std::string name;
  std::vector<std::string> parties;  // ids of Party
  bool supervisor = false;  // may sign ● for the supervised organisations of their parties
  std::vector<std::string> accounts;
  bool any_account = false;  // `accounts: any`: a demonstration
};

struct Roster {
  bool demonstration = false;
  bool shared_accounts_may_sign = false;
  std::vector<Person> persons;
  std::string text;  // the file, byte for byte
  Hash hash{};
};

const Person* find_person(const Roster& roster, std::string_view id);

/// The persons who may act from this OS account, in the roster's order.
std::vector<const Person*> persons_of_account(const Roster& roster, std::string_view account);

/// True where more than one person acts from the account: such an account proves nobody.
bool is_shared(const Roster& roster, std::string_view account);

bool belongs_to(const Person& person, std::string_view party);

}  // namespace opsctl
