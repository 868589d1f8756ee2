// The rows of a sheet: items as they stand, with everything irregular told of.
#pragma once

#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "catalog/delimited_text.h"
#include "catalog/sheet_header.h"
#include "model/cycle.h"
#include "model/runbook.h"

namespace opsctl {

/// A row that could be read. `duties` name the parties by the ids that were given.
struct SheetItem {
  int line = 0;
  int no = 0;
  Category category;
  std::string summary;
  Cycle cycle;
  std::vector<DutyCell> duties;
  std::vector<std::string> unmarked;    // ids of the parties with ◎ without ●
  std::vector<std::string> performers;  // who is put in where nobody has ◎
  std::vector<Method> methods;

  /// 小項目, or 中項目 where that is "-", or 大項目.
  const std::string& title() const;
};

/// ● in a cell of a party.
struct SupervisedMark {
  std::string party;  // its id
  int line = 0;
  int column = 0;
};

struct SheetItems {
  std::vector<SheetItem> items;              // by No.
  std::vector<std::pair<int, int>> skipped;  // lines, from and to: titles, legends, notes
  std::vector<SupervisedMark> marks;         // the first of each party
};

/// The rows between the heads. Each that looks like an item's is read or is an error at its line.
SheetItems read_items(const std::vector<TextRow>& rows, const std::vector<SheetHead>& heads,
                      const SheetHead& head, const std::vector<Party>& parties,
                      const std::string& name, Diagnostics& problems);

}  // namespace opsctl
