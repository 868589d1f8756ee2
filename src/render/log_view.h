// `opsctl log`: the journal's records, a line each.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "base/json.h"
#include "model/catalog.h"
#include "model/event.h"
#include "render/look.h"
#include "render/table.h"

namespace opsctl::render {

/// Shows the records in parts, so that a history of any length needs no more memory than a part
/// (but for a workbook, which is made as a whole).
class LogView {
 public:
  /// Text, JSON, csv, tsv, md or xlsx. `last`: the number of the last record that is shown. The
  /// catalogue must live as long.
  LogView(const Catalog& catalog, Format format, const Look& look, std::int64_t last);

  /// The columns are as wide as what is widest: every record is measured before the first is shown.
  bool is_aligned() const { return format_ == Format::text && !is_narrow_; }
  void measure(std::span<const Event> events);

  std::string begin();
  std::string add(std::span<const Event> events);
  std::string end() const;

 private:
  std::vector<Row> screen_rows(std::span<const Event> events) const;

  const Catalog& catalog_;
  Format format_;
  Look look_;
  std::size_t digits_;  // of the largest number
  bool is_narrow_;
  TextTable screen_;
  Worksheet workbook_;
  JsonParts json_;
};

}  // namespace opsctl::render
