// `opsctl` alone: what concerns me now, on one screen, each line with what to type next.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "model/run.h"
#include "render/due_order.h"

namespace opsctl::render {

struct StatusReport {
  Instant as_of{};
  std::string person = {};                // id; empty: nobody, or one of several
  std::vector<DueRow> items = {};         // those that are overdue, late or due are shown
  std::vector<const Run*> open = {};      // that I may go on with
  std::vector<const Run*> returned = {};  // to me
  std::vector<const Run*> to_sign = {};   // by me
  std::string as = {};                    // " --as PERSON" as it was typed, for the commands
  std::vector<std::string> may_act = {};  // ids: whom the account serves, where it is several
};

/// At most 21 lines: three of each kind, the last of which says where the rest is to be seen. Text
/// or JSON.
std::string status(const Catalog& catalog, const StatusReport& report, Format format,
                   const Look& look);

}  // namespace opsctl::render
