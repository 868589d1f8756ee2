// What the files of a catalogue were read as, and the catalogue that it makes.
#pragma once

#include <vector>

#include "catalog/catalog_yaml.h"
#include "model/catalog.h"

namespace opsctl {

struct CatalogParts {
  CatalogHead head;
  Holidays holidays;
  Roster roster;
  std::vector<Sheet> sheets;
  std::vector<Runbook> books;
};

/// The head must have its zone.
Catalog assembled(CatalogParts parts);

}  // namespace opsctl
