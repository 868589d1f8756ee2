// opsctl calendar: the cyclic items over the months of a fiscal year.

#include <memory>

#include "base/messages/cli.h"
#include "base/messages/help.h"
#include "base/messages/paper.h"
#include "base/text.h"
#include "cli/command.h"
#include "cli/lookup.h"
#include "cli/standings.h"
#include "model/year_plan.h"
#include "render/year_plan_view.h"

namespace opsctl::cli {
namespace {

struct Options {
  std::optional<std::string> year;
  std::optional<std::string> as_of;
};

/// "FY2026"; also "fy2026" and "2026", as there is one beginning in each year.
FiscalYear year_typed(const std::string& typed, const SiteCalendar& site) {
  std::string key = fold_id(typed);
  if (key.starts_with("fy")) key.erase(0, 2);
  if (const auto year = fiscal_year("FY" + key, site)) return *year;
  throw Error(Exit::usage, say<messages::option_value_unknown>("--year", visible(typed)),
              say<messages::year_hint>());
}

Exit calendar(const Options& options, Session& session) {
  const Catalog& catalog = session.catalog();
  const Instant as_of = as_of_typed(session, options.as_of);
  std::optional<Journal> journal = session.read_journal();
  remark_on_missing(session, journal);
  const SiteCalendar site = site_calendar(session, pointer_to(journal));
  const std::map<std::string, ItemHistory> known = histories(session, pointer_to(journal), as_of);
  journal.reset();  // a pager on our output must not hold up a writer
  const FiscalYear year =
      options.year ? year_typed(*options.year, site) : fiscal_year_at(as_of, site);
  session.print(render::year_plan(year_plan(catalog, site, known, year, as_of), catalog,
                                  session.format(), session.look()));
  return Exit::ok;
}

}  // namespace

Command calendar_command() {
  auto options = std::make_shared<Options>();
  Formats formats = any_table();
  formats.push_back(render::Format::html);
  formats.push_back(render::Format::ics);
  return {.summary = say<messages::about_calendar>(),
          .words = {},
          .options = {{"--year", "YEAR", &options->year, say<messages::opt_year>()},
                      {"--as-of", "TIME", &options->as_of, say<messages::opt_as_of>()}},
          .examples = {"opsctl calendar --year FY2026", "opsctl calendar --format html > plan.html",
                       "opsctl calendar --year FY2027 --format ics > plan.ics"},
          .formats = formats,
          .is_listing = true,
          .purpose = Purpose::reading,
          .action = [options](Session& session) { return calendar(*options, session); }};
}

}  // namespace opsctl::cli
