// opsctl list: the work items, filtered.

#include <algorithm>
#include <memory>

#include "base/messages/cli.h"
#include "base/messages/help.h"
#include "base/text.h"
#include "cli/command.h"
#include "cli/lookup.h"
#include "render/list_view.h"

namespace opsctl::cli {
namespace {

struct Options {
  std::optional<std::string> category;
  std::optional<std::string> cycle;
  std::optional<std::string> party;
  std::optional<std::string> duty;
  std::optional<std::string> method;
  std::optional<std::string> text;
};

/// The options as they are meant; what is empty lets everything through.
struct Filter {
  std::string category;
  std::optional<Cycle> cycle;
  const Party* party = nullptr;
  std::optional<Duty> duty;
  std::optional<Method> method;
  std::string text;
};

Duty duty_typed(const std::string& typed) {
  if (const auto duty = duty_of_symbol(typed)) return *duty;
  if (const auto duty = duty_of_name(fold_id(typed))) return *duty;
  throw Error(Exit::usage, say<messages::option_value_unknown>("--duty", visible(typed)),
              say<messages::try_one_of>("perform (◎), approve (▲), direct (△), support (□)"));
}

Method method_typed(const std::string& typed) {
  for (const Method method : {Method::tool, Method::manual}) {
    if (fold_id(typed) == name_of(method)) return method;
  }
  throw Error(Exit::usage, say<messages::option_value_unknown>("--method", visible(typed)),
              say<messages::try_one_of>("tool, manual"));
}

Filter filter_of(const Options& options, Session& session) {
  Filter filter;
  filter.category = options.category.value_or("");
  filter.text = options.text.value_or("");
  if (options.cycle) filter.cycle = cycle_typed(*options.cycle);
  if (options.party) filter.party = &find_party_typed(session, *options.party);
  if (options.duty) filter.duty = duty_typed(*options.duty);
  if (options.method) filter.method = method_typed(*options.method);
  return filter;
}

bool has_duty(const Runbook& book, const Filter& filter) {
  if (filter.party == nullptr && !filter.duty) return true;
  return std::ranges::any_of(book.duties, [&](const DutyCell& cell) {
    return (filter.party == nullptr || cell.party == filter.party->id) &&
           (!filter.duty || cell.duty == *filter.duty);
  });
}

std::string headings(const Runbook& book) {
  const auto& [class_name, major, middle, minor] = book.category;
  return join(std::vector{class_name, major, middle, minor}, "\n");
}

bool matches(const Runbook& book, const Filter& filter) {
  if (!contains_folded(headings(book), filter.category)) return false;
  if (filter.cycle && book.cycle() != *filter.cycle) return false;
  if (filter.method && std::ranges::count(book.methods, *filter.method) == 0) return false;
  const std::string all =
      join(std::vector{book.id, book.title, headings(book), book.summary}, "\n");
  return has_duty(book, filter) && contains_folded(all, filter.text);
}

Exit list(const Options& options, Session& session) {
  const Filter filter = filter_of(options, session);
  std::vector<const Runbook*> books;
  for (const Runbook& book : session.catalog().runbooks) {
    if (matches(book, filter)) books.push_back(&book);
  }
  session.print(render::list(session.catalog(), books, session.format(), session.look()));
  return Exit::ok;
}

}  // namespace

Command list_command() {
  auto options = std::make_shared<Options>();
  return {.summary = say<messages::about_list>(),
          .words = {{"TEXT", "TEXT", &options->text, say<messages::arg_search>()}},
          .options = {{"--category", "TEXT", &options->category, say<messages::opt_category>()},
                      {"--cycle", "CYCLE", &options->cycle, say<messages::opt_cycle>()},
                      {"--party", "PARTY", &options->party, say<messages::opt_party_filter>()},
                      {"--duty", "perform|approve|direct|support", &options->duty,
                       say<messages::opt_duty>()},
                      {"--method", "tool|manual", &options->method, say<messages::opt_method>()}},
          .examples = {"opsctl list", "opsctl list 証明書",
                       "opsctl list --party ops-helpdesk --duty perform"},
          .formats = any_table(),
          .is_listing = true,
          .purpose = Purpose::reading,
          .action = [options](Session& session) { return list(*options, session); }};
}

}  // namespace opsctl::cli
