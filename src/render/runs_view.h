// `opsctl export runs`: every run, a row each.
#pragma once

#include <string>

#include "base/json.h"
#include "model/catalog.h"
#include "model/run.h"
#include "render/look.h"
#include "render/table.h"

namespace opsctl::render {

/// Takes run by run and keeps of each what is shown of it: the histories are never in memory
/// together, the table is, as all of it is from one moment and a workbook is written as a whole.
class RunsView {
 public:
  RunsView(const Catalog& catalog, Format format, const Look& look);

  void add(const Run& run);
  std::string text() const;

 private:
  const Catalog& catalog_;
  Format format_;
  Look look_;
  Worksheet worksheet_;
  Json json_;
};

}  // namespace opsctl::render
