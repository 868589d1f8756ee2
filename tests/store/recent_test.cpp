// What the journal leaves out of a long past is what it was told to leave out, and nothing else.
#include <catch2/catch.hpp>

#include <random>
#include <set>

#include "store/helpers.h"

using namespace opsctl;
using namespace opsctl::test;

namespace {

const Zone kTokyo = *Zone::find("Asia/Tokyo");
constexpr std::array<const char*, 3> kItems = {"inc-13", "inc-49", "inc-16"};
constexpr const char* kFirst = kItems[0];  // by name
constexpr const char* kLast = kItems[1];

/// Some years of an operations centre: runs that are done, failed, sent back, rejected, entered
/// late, for a named occurrence or a request; a watch item; waivers; requests of every fate.
class Past {
 public:
  explicit Past(unsigned seed) : random_(seed), journal_(make(folder_)) {
    auto transaction = journal_.begin();
    for (int i = 0; i < 120; ++i) {
      at_ += std::chrono::hours(1 + below(200));
      act(transaction, i);
    }
    transaction.commit();
  }

  Journal& journal() { return journal_; }
  std::map<std::string, ItemHistory> recent_histories(const std::string& first,
                                                      const std::string& last,
                                                      const Journal::FactsFrom& from) {
    const auto open = journal_.runs({.states = {RunState::open}});
    return journal_.recent_histories(kTokyo, first, last, from, open);
  }
  Instant some_time() { return kNoon + std::chrono::hours(below(120 * 110)); }

 private:
  static Journal make(const TempFolder& folder) {
    return Journal::create(folder.journal(), birth());
  }

  int below(int limit) { return static_cast<int>(random_() % static_cast<unsigned>(limit)); }

  void add(Transaction& transaction, Event event, std::chrono::hours ago = {}) {
    event.recorded_at = at_;
    event.performed_at = at_ - ago;
    transaction.append(event);
  }

  void act(Transaction& transaction, int number) {
    const std::string item = kItems[static_cast<std::size_t>(below(3))];
    const std::string run = "20261122-" + std::to_string(100 + number);
    const std::string request = "R20261122-" + std::to_string(100 + number);
    if (below(5) == 0) {
      add(transaction, event_of("", OccurrenceWaived{"2026-11-22", "計画停止"}, item));
      return;
    }
    const bool asked = below(3) == 0;
    if (asked) add(transaction, event_of("", RequestMade{request, "依頼"}, item));
    if (asked && below(3) == 0) {
      add(transaction, event_of("", RequestWithdrawn{request, "不要"}, item));
      return;
    }
    if (asked && below(3) == 0) return;
    Event start = start_of(run, item);
    if (item == kItems[2]) std::get<RunStarted>(start.body).cycle = "24H";
    const std::chrono::hours ago(below(4) == 0 ? below(3000) : 0);
    add(transaction, start, ago);
    if (below(8) == 0) return;  // it is still open
    RunFinished finish{.outcome = below(6) == 0 ? Outcome::failed : Outcome::done};
    if (finish.outcome == Outcome::failed) finish.reason = "故障";
    if (below(5) == 0) finish.for_key = "2026-11-22";
    if (asked) finish.request = request;
    add(transaction, event_of(run, finish, item), ago);
    const int fate = below(6);
    if (fate > 1) return;
    add(transaction,
        event_of(run,
                 SignedOff{SignOffDuty::supervisor,
                           fate == 0 ? Decision::return_run : Decision::reject, "不備"},
                 item));
  }

  TempFolder folder_;
  std::mt19937 random_;
  Instant at_ = kNoon;
  Journal journal_;
};

/// Executions by what tells them apart.
using Facts = std::set<std::tuple<std::int64_t, Instant, std::string, std::string>>;

Facts facts_of(const ItemHistory& history, Instant from) {
  Facts facts;
  for (const Execution& one : history.executions) {
    const bool stays = one.kind == Execution::Kind::waived || !one.for_key.empty();
    if (stays || one.performed_at >= from)
      facts.emplace(one.seq, one.performed_at, one.for_key, one.request);
  }
  return facts;
}

std::set<std::string> open_ids(const ItemHistory& history) {
  std::set<std::string> ids;
  for (const Request& request : open_requests(history)) ids.insert(request.id);
  return ids;
}

std::set<std::string> open_watches(const ItemHistory& history) {
  std::set<std::string> runs;
  for (const Watch& watch : history.watches) {
    if (!watch.end) runs.insert(watch.run);
  }
  return runs;
}

std::set<std::string> watches_ended_after(const ItemHistory& history, Instant instant) {
  std::set<std::string> runs;
  for (const Watch& watch : history.watches) {
    if (watch.end && *watch.end > instant) runs.insert(watch.run);
  }
  return runs;
}

/// The end of the last but `n` watches that have ended; nothing where there are fewer.
std::optional<Instant> end_before_last(const ItemHistory& history, std::size_t n) {
  std::vector<Instant> ends;
  for (const Watch& watch : history.watches) {
    if (watch.end) ends.push_back(*watch.end);
  }
  std::ranges::sort(ends, std::greater<>());
  return ends.size() > n ? std::optional(ends[n]) : std::nullopt;
}

}  // namespace

TEST_CASE("recent histories: all that all histories have since the instant asked for") {
  for (unsigned seed = 1; seed <= 12; ++seed) {
    CAPTURE(seed);
    Past past(seed);
    const auto all = past.journal().histories(kTokyo);
    for (int i = 0; i < 5; ++i) {
      const Instant from = past.some_time();
      std::map<std::string, Instant> last;
      const auto recent =
          past.recent_histories(kFirst, kLast, [&](const std::string& item, Instant last_done) {
            last[item] = last_done;
            return from;
          });
      for (const std::string item : kItems) {
        CAPTURE(item, i);
        const ItemHistory whole = all.contains(item) ? all.at(item) : ItemHistory{};
        const ItemHistory part = recent.contains(item) ? recent.at(item) : ItemHistory{};
        CHECK(facts_of(part, Instant::min()) == facts_of(whole, from));
        CHECK(open_ids(part) == open_ids(whole));
        CHECK(open_watches(part) == open_watches(whole));
        Instant latest = Instant::min();
        for (const Execution& one : whole.executions) {
          if (one.kind == Execution::Kind::done) latest = std::max(latest, one.performed_at);
        }
        CHECK((last.contains(item) ? last[item] : Instant::min()) == latest);
        const bool watched = item == kItems[2] && latest >= from;
        if (const auto end = end_before_last(whole, 3); end && watched)
          CHECK(watches_ended_after(part, *end) == watches_ended_after(whole, *end));
      }
    }
  }
}

TEST_CASE("recent histories: of the items that are wanted, and of no others") {
  const auto all = [](const std::string&, Instant) { return Instant::min(); };
  for (unsigned seed = 1; seed <= 12; ++seed) {
    CAPTURE(seed);
    Past past(seed);
    const auto whole = past.recent_histories(kFirst, kLast, all);
    const auto always = past.recent_histories(
        kFirst, kLast, [](const std::string&, Instant) { return std::nullopt; });
    const auto facts = [](const std::map<std::string, ItemHistory>& histories,
                          const std::string& item) {
      return histories.contains(item) ? facts_of(histories.at(item), Instant::min()) : Facts{};
    };
    for (const std::string wanted : kItems) {
      const auto in_range = past.recent_histories(wanted, wanted, all);
      const auto asked_for =
          past.recent_histories(kFirst, kLast, [&](const std::string& item, Instant) {
            return item == wanted ? std::optional(Instant::min()) : std::nullopt;
          });
      for (const std::string item : kItems) {
        CAPTURE(wanted, item);
        const Facts expected = facts(item == wanted ? whole : always, item);
        CHECK(facts(in_range, item) == expected);
        CHECK(facts(asked_for, item) == expected);
      }
    }
    CHECK(facts(whole, kItems[0]) != facts(always, kItems[0]));
  }
}
