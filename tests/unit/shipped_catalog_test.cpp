// The shipped catalogue is data of the product: it loads without an error, a warning, or a
// surprise.
#include <catch2/catch.hpp>

#include "catalog/catalog_loader.h"
#include "catalog_helpers.h"

using namespace opsctl;

namespace {

const std::string kRunbooks = OPSCTL_SOURCE_DIR "/runbooks";

Instant day(const char* date) { return Zone::find("Asia/Tokyo")->start_of(*parse_date(date)); }

}  // namespace

TEST_CASE("the shipped catalogue loads without error or warning") {
  const LoadResult loaded = load_catalog(kRunbooks, day("2026-11-22"));
  CHECK(brief(loaded.diagnostics) == "");
  REQUIRE(loaded.catalog);
  CHECK(loaded.catalog->zone.name() == "Asia/Tokyo");
  CHECK(loaded.catalog->parties.size() == 11);
  CHECK(loaded.catalog->runbooks.size() == 75);
  CHECK(loaded.catalog->roster.demonstration);
  CHECK(loaded.catalog->holidays.days.size() == 35);
}
