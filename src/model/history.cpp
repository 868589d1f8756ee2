#include "model/history.h"

#include <algorithm>
#include <tuple>

namespace opsctl {
namespace {

void forget_after(Instant now, std::optional<Instant>& instant) {
  if (instant && *instant > now) instant.reset();
}

bool is_later(Instant now, const std::optional<Instant>& instant) {
  return instant && *instant > now;
}

}  // namespace

ItemHistory known_at(Instant now, const ItemHistory& history) {
  ItemHistory known = history;
  std::erase_if(known.executions, [now](const Execution& fact) { return fact.performed_at > now; });
  std::erase_if(known.requests, [now](const Request& one) { return one.requested_at > now; });
  std::erase_if(known.watches, [now](const Watch& watch) { return watch.start > now; });
  for (Request& request : known.requests) {
    forget_after(now, request.withdrawn_at);
    forget_after(now, request.approved_at);
  }
  for (Watch& watch : known.watches) {
    forget_after(now, watch.end);
    std::erase_if(watch.confirmations, [now](Instant at) { return at > now; });
    std::ranges::sort(watch.confirmations);
  }
  std::ranges::sort(known.executions, {},
                    [](const Execution& fact) { return std::tie(fact.performed_at, fact.seq); });
  std::ranges::sort(known.requests, {},
                    [](const Request& one) { return std::tie(one.requested_at, one.id); });
  std::ranges::sort(known.watches, {},
                    [](const Watch& watch) { return std::tie(watch.start, watch.run); });
  return known;
}

bool is_ahead_of(Instant now, const ItemHistory& history) {
  return std::ranges::any_of(history.executions,
                             [&](const Execution& fact) { return fact.performed_at > now; }) ||
         std::ranges::any_of(history.requests,
                             [&](const Request& one) {
                               return one.requested_at > now || is_later(now, one.withdrawn_at);
                             }) ||
         std::ranges::any_of(history.watches, [&](const Watch& watch) {
           return watch.start > now || is_later(now, watch.end) ||
                  std::ranges::any_of(watch.confirmations, [&](Instant at) { return at > now; });
         });
}

std::vector<Request> open_requests(const ItemHistory& known) {
  std::vector<Request> open;
  for (const Request& request : known.requests) {
    const bool closed = std::ranges::any_of(known.executions, [&](const Execution& fact) {
      return fact.kind == Execution::Kind::done && fact.request == request.id;
    });
    if (!closed && !request.withdrawn_at) open.push_back(request);
  }
  return open;
}

}  // namespace opsctl
