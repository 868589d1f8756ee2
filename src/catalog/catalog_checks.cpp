#include "catalog/catalog_checks.h"

#include "base/messages/base.h"
#include "base/messages/catalog.h"

#include <map>
#include <utility>

#include <fmt/format.h>

namespace opsctl {
namespace {

Message place_text(const Place& place) {
  return say<messages::plain>(fmt::format("{}:{}", place.pos.file, place.pos.line));
}

}  // namespace

Place place_of(const LoadedBook& loaded, std::string_view key) {
  const auto found = loaded.places.find(key);
  return found == loaded.places.end() ? Place{loaded.book.pos, ""} : found->second;
}

Diagnostics check_books(std::span<const LoadedBook> books) {
  Diagnostics diagnostics;
  std::map<std::string, const LoadedBook*> by_id;
  std::map<std::pair<std::string, int>, const LoadedBook*> by_no;
  const auto error = [&](const Place& place, Message message) {
    diagnostics.push_back(complaint(Severity::error, place, std::move(message)));
  };
  for (const LoadedBook& loaded : books) {
    const Runbook& book = loaded.book;
    if (const auto [first, is_new] = by_id.emplace(book.id, &loaded); !is_new) {
      error(place_of(loaded, "id"),
            say<messages::duplicate_id>(book.id, place_text(place_of(*first->second, "id"))));
    }
    if (const auto [first, is_new] = by_no.emplace(std::pair(book.sheet, book.no), &loaded);
        !is_new) {
      error(place_of(loaded, "no"),
            say<messages::duplicate_no>(book.no, place_text(place_of(*first->second, "no"))));
    }
    const std::string beginning = fmt::format("{:02}-", book.no);
    if (!loaded.file.starts_with(beginning))
      error(place_of(loaded, "no"), say<messages::file_not_of_no>(loaded.file, beginning));
  }
  return diagnostics;
}

Diagnostics check_sheets(std::span<const LoadedSheet> sheets) {
  Diagnostics diagnostics;
  std::map<std::string, Place> by_prefix;
  for (const LoadedSheet& loaded : sheets) {
    const Place& place = loaded.places.at("prefix");
    if (const auto [first, is_new] = by_prefix.emplace(loaded.sheet.prefix, place); !is_new) {
      diagnostics.push_back(complaint(
          Severity::error, place,
          say<messages::duplicate_prefix>(loaded.sheet.prefix, place_text(first->second))));
    }
  }
  return diagnostics;
}

}  // namespace opsctl
