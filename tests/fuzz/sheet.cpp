// The reader of work items' sheets: whatever the bytes, an answer; what is wrong is said in one
// line, of a place that exists; and what was read can be shown.
#include <algorithm>

#include "base/text.h"
#include "catalog/catalog_yaml.h"
#include "catalog/runbook_yaml.h"
#include "catalog/sheet_import.h"
#include "catalog/skeleton.h"
#include "fuzz/complaints.h"

using namespace opsctl;
using opsctl::fuzz::require;

namespace {

void check_words(const std::string& text) {
  require(hostile::detail::wrong_characters(text, U"\n").empty(), "a text that cannot be shown");
}

/// What import writes, the other commands read.
void check_skeleton(ImportedSheet sheet) {
  if (sheet.title.empty()) sheet.title = "x";
  for (const auto& [name, text] : skeleton_files(sheet, "inc")) {
    if (name == "catalog.yaml") {
      require(!has_errors(read_catalog_head(text, name).diagnostics), "a head with errors");
    } else if (name.find('/') != std::string::npos && !name.ends_with("/sheet.yaml")) {
      const auto book = read_runbook(text, name, {sheet.parties, "inc"});
      require(!has_errors(book.diagnostics), "a runbook with errors");
    }
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = fuzz::text_of(data, size);
  const ImportResult result = import_sheet(text, "x.csv", {});
  require(result.sheet.has_value() || has_errors(result.diagnostics), "no sheet, and no reason");
  // A sheet may end its lines with CR alone.
  fuzz::check_complaints(result.diagnostics,
                         1 + std::ranges::count(text, '\n') + std::ranges::count(text, '\r'));
  if (!result.sheet) return 0;
  check_words(result.sheet->title);
  for (const Party& party : result.sheet->parties) check_words(party.function);
  for (const SheetItem& item : result.sheet->items) {
    check_words(item.title());
    check_words(item.summary);
  }
  if (!has_errors(result.diagnostics)) check_skeleton(*result.sheet);
  return 0;
}
