// Checks of a catalogue that need several files.
#pragma once

#include <span>
#include <string>

#include "catalog/reading.h"
#include "model/runbook.h"

namespace opsctl {

/// A runbook that is right in itself, and where its keys stand.
struct LoadedBook {
  Runbook book;
  Places places;
  std::string file;  // its name without the folder
};

struct LoadedSheet {
  Sheet sheet;
  Places places;
};

/// The place of a key at the top of a runbook; the file's beginning where it has no such key.
Place place_of(const LoadedBook& loaded, std::string_view key);

/// Each id and No. once; the file is named after its No.
Diagnostics check_books(std::span<const LoadedBook> books);

/// Each prefix once.
Diagnostics check_sheets(std::span<const LoadedSheet> sheets);

}  // namespace opsctl
