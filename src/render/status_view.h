// `opsctl` alone: what concerns me now, on one screen, each line with what to type next.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "model/run.h"
#include "render/due_order.h"
#include "render/pending_view.h"

namespace opsctl::render {

/// A step that the person confirms as the second.
struct Confirmation {
  const Run* run = nullptr;
  int number = 0;
};

/// Somebody whose deputy the person may be.
struct Represented {
  std::string person;  // id
  Date until{};
};

struct StatusReport {
  Instant as_of{};
  std::string person = {};                // id; empty: nobody, or one of several
  std::vector<DueRow> items = {};         // those that are overdue, late or due are shown
  std::vector<const Run*> open = {};      // that I may go on with, or whose next step is mine
  std::vector<const Run*> returned = {};  // to me
  std::vector<const Run*> to_sign = {};   // by me; or to accept, after an emergency start
  std::vector<Confirmation> to_confirm = {};
  std::vector<PendingRequest> to_approve = {};
  std::vector<Represented> deputy_for = {};  // today
  std::string as = {};                       // " --as PERSON" as it was typed, for the commands
  std::vector<std::string> may_act = {};     // ids: whom the account serves, where it is several
  std::vector<const Run*> waiting = {};  // of open and returned: those whose next act is another's
};

/// At most a screen of 24 lines: three of each kind, the last of which says where the rest is to be
/// seen. Text or JSON.
std::string status(const Catalog& catalog, const StatusReport& report, Format format,
                   const Look& look);

}  // namespace opsctl::render
