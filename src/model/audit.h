// The rules once more, after the fact: would they have let happen what is recorded? Judged from the
// events alone, each by the roster that was on record when it was written.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "base/message.h"
#include "model/catalog.h"
#include "model/event.h"
#include "model/run.h"

namespace opsctl {

struct AuditFinding {
  std::int64_t seq = 0;  // of the record that should not be there
  Message what;
};

class Audit {
 public:
  /// To be given every event, in the order of seq. Judges what is about no run, the ids, and who
  /// acted; remembers rosters and requests for judge().
  std::vector<AuditFinding> follow(const Event& event);

  /// A run as a whole, when all events have been followed.
  std::vector<AuditFinding> judge(const Run& run) const;

 private:
  /// When a request came to be, and what became of it: numbers of records, 0 for never.
  struct RequestLife {
    std::string item;
    std::int64_t made = 0;
    std::int64_t withdrawn = 0;
    std::int64_t approved = 0;
  };
  struct Bench;  // what judges one event (audit.cpp)

  const Catalog* catalog_at(std::int64_t seq) const;
  void take_in(const Event& event);

  std::map<std::int64_t, Catalog> catalogs_;     // rosters by the record that brought them
  std::map<std::string, RequestLife> requests_;  // by id
  std::map<std::string, int> numbers_;           // the last one, by what stands before it in an id
};

}  // namespace opsctl
