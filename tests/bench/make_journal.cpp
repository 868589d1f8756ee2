// Writes a journal of many records for measuring, through the journal's real format and with the
// rules' leave: `opsctl verify` accepts it.
//
//   make_journal CATALOGUE JOURNAL EVENTS [DAYS]
//
// The calendar items are done in every slot of the days up to now, the others fill the days. The
// first run of an item is worked out by the rules, act by act; those after it repeat its acts.

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "base/random.h"
#include "catalog/catalog_loader.h"
#include "model/gate.h"
#include "model/instruction.h"
#include "model/sign_off.h"
#include "store/journal.h"

namespace {

using namespace opsctl;
using std::chrono::days;
using std::chrono::minutes;

constexpr std::int64_t kEventsInOneTransaction = 20'000;
constexpr std::int64_t kEventsOfADay = 243;  // some 17 runs
constexpr std::int64_t kDaysAtMost = 15L * 365;

struct Act {
  Actor actor;
  EventBody body;
};

/// The acts of one run of an item, before the request's id and the signed content are filled in.
struct Story {
  const Runbook* book;
  std::vector<Act> before;  // a request, and its approval
  std::vector<Act> run;
};

std::string value_for(const RecordField& field) {
  switch (field.type) {
    case FieldType::text:
    case FieldType::list:
      return "異常なし";
    case FieldType::integer:
    case FieldType::decimal:
      return "12";
    case FieldType::date:
      return "2099-03-31";
    case FieldType::datetime:
      return "2024-04-01 09:00";
    case FieldType::boolean:
      return "true";
    case FieldType::ip:
      return "192.0.2.1";
    case FieldType::choice:
      break;
  }
  return field.choices.front();
}

std::vector<std::string> required_values(const Runbook& book) {
  std::vector<std::string> values;
  for (const RecordField& field : book.records) {
    if (field.required) values.push_back(field.key + "=" + value_for(field));
  }
  return values;
}

class Generator {
 public:
  Generator(Catalog catalog, Journal journal, Instant from, Instant until, std::int64_t events)
      : catalog_(std::move(catalog)),
        journal_(std::move(journal)),
        until_(until),
        now_(from),
        events_(events) {}

  void write() {
    begin_transaction();
    record_roster();
    for (const Runbook& book : catalog_.runbooks) {
      if (mode_of(book.cycle(), book.timetable.versions.back().schedule) == Mode::continuous)
        continue;
      const bool daily = book.cycle().unit == Cycle::Unit::day && book.cycle().every == 1 &&
                         book.cycle().kind == Cycle::Kind::frequency;
      (daily ? daily_ : others_).push_back(&book);
    }
    // Spread over the time, to its end: items that nobody has done for years cost more than others.
    const Instant from = now_;
    std::optional<Date> day;
    while (written_ < events_) {
      now_ = std::max(now_, from + (until_ - from) * written_ / events_);
      const Date today = catalog_.zone.date_of(now_);
      if (day != today && !daily_.empty()) {
        day = today;
        for (const Runbook* book : daily_) play(*book);
      } else if (!others_.empty()) {
        play(*others_[next_++ % others_.size()]);
      } else {
        play(*daily_.front());
      }
    }
    transaction_->commit();
    transaction_.reset();
  }

 private:
  void begin_transaction() {
    transaction_.reset();  // the one before is over before the next waits for its turn
    transaction_.reset(new Transaction(journal_.begin()));
  }

  void record_roster() {
    transaction_->put_blob(catalog_.roster.text);
    RosterRecorded seen{catalog_.roster};
    seen.roster.text.clear();
    record("", "", {}, {catalog_.roster.persons.front().id, "", "", "bench", 1000},
           std::move(seen));
  }

  void record(const std::string& run, const std::string& item, const Hash& book, Actor actor,
              EventBody body) {
    Event event;
    event.body = std::move(body);
    event.actor = std::move(actor);
    now_ += std::chrono::seconds(1);
    event.run = run;
    event.item = item;
    event.performed_at = event.recorded_at = now_;
    event.utc_offset_seconds = static_cast<std::int32_t>(catalog_.zone.offset(now_).count());
    event.origin = {"pts/0", "bench", OPSCTL_VERSION};
    event.runbook_hash = book;
    event.roster_hash = catalog_.roster.hash;
    event.idempotency_key = fmt::format("bench-{}", ++written_);
    transaction_->append(event);
    if (written_ % kEventsInOneTransaction != 0) return;
    transaction_->commit();
    begin_transaction();
  }

  void play(const Runbook& book) {
    auto found = stories_.find(book.id);
    if (found == stories_.end()) {
      // Nobody of the roster can do it to the end: it is left out.
      Story story{&book, {}, {}};
      work_out(story);
      stories_.emplace(book.id, std::move(story));
      return;
    }
    const Story& story = found->second;
    const std::string request = story.before.empty() ? "" : next_id("R");
    for (Act act : story.before) {
      name_request(act.body, request);
      record("", book.id, book.hash, act.actor, std::move(act.body));
    }
    const std::string run = next_id("");
    for (Act act : story.run) {
      name_request(act.body, request);
      if (auto* signing = std::get_if<SignedOff>(&act.body))
        signing->content = content_hash(*journal_.run(run));
      record(run, book.id, book.hash, act.actor, std::move(act.body));
    }
  }

  static void name_request(EventBody& body, const std::string& request) {
    if (auto* made = std::get_if<RequestMade>(&body)) made->request = request;
    if (auto* approved = std::get_if<RequestApproved>(&body)) approved->request = request;
    if (auto* started = std::get_if<RunStarted>(&body)) started->request = request;
    if (auto* finished = std::get_if<RunFinished>(&body)) {
      if (finished->outcome == Outcome::done) finished->request = request;
    }
  }

  std::string next_id(const std::string& prefix) {
    const std::chrono::year_month_day day(catalog_.zone.date_of(now_));
    const std::string stem =
        fmt::format("{}{:04}{:02}{:02}-", prefix, static_cast<int>(day.year()),
                    static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()));
    auto& [last_stem, number] = numbers_[prefix];
    if (last_stem != stem) number = 0;
    last_stem = stem;
    return fmt::format("{}{:03}", stem, ++number);
  }

  /// The first act that the rules accept, of anybody.
  template <class Try>
  std::optional<Accepted> by_anybody(const Try& attempt) {
    for (const Person& person : catalog_.roster.persons) {
      const Acting acting{.person = person, .account = "bench", .uid = 1000};
      Verdict verdict = attempt(acting);
      if (auto* accepted = std::get_if<Accepted>(&verdict)) return std::move(*accepted);
    }
    return std::nullopt;
  }

  Accepted require(std::optional<Accepted> accepted, const Runbook& book, const char* act) {
    if (accepted) return *std::move(accepted);
    throw std::runtime_error(fmt::format("{}: nobody may {}", book.id, act));
  }

  /// Records the act, and keeps it for the runs to come.
  void act(Story& story, std::vector<Act>& part, const std::string& run, const Accepted& accepted) {
    part.push_back({accepted.actor, accepted.body});
    record(run, story.book->id, story.book->hash, accepted.actor, accepted.body);
  }

  std::vector<Request> ask_for(Story& story) {
    const Runbook& book = *story.book;
    if (book.gate == Gate::none) return {};
    const std::string id = next_id("R");
    const NewRequest wanted{.id = id, .reason = "計画による"};
    act(story, story.before, "",
        require(by_anybody([&](const Acting& me) {
                  return make_request(catalog_, book, me, wanted, now_);
                }),
                book, "ask for it"));
    if (book.gate == Gate::prior_approval) {
      const std::vector<Request> open{*journal_.request(id)};
      act(story, story.before, "",
          require(by_anybody([&](const Acting& me) {
                    return approve_request(catalog_, book, me, open.front(), open);
                  }),
                  book, "approve the request"));
    }
    return {*journal_.request(id)};
  }

  Accepted begin(const Runbook& book, const std::vector<Request>& open) {
    std::vector<std::string> supervisors{""};
    for (const Person& person : catalog_.roster.persons) {
      if (person.supervisor) supervisors.push_back(person.id);
    }
    std::optional<Accepted> start;
    for (const std::string& supervisor : supervisors) {
      start = by_anybody([&](const Acting& me) {
        Verdict verdict = start_run(catalog_, book, me, {.supervisor = supervisor}, {});
        verdict = started_for_request(std::move(verdict), book, open, "");
        return through_gate(std::move(verdict), catalog_, book, me, open, {});
      });
      if (start) break;
    }
    return require(std::move(start), book, "start it");
  }

  void do_steps(Story& story, const std::string& id) {
    const Runbook& book = *story.book;
    int number = 0;
    for (const Step& step : book.steps) {
      const std::string name = std::to_string(++number);
      StepRequest wanted{.step = name, .result = StepResult::ok};
      if (!step.choices.empty()) wanted.choice = "1";
      if (step.evidence == EvidenceWish::required)
        wanted.evidence = {{"log.txt", 3, transaction_->put_blob("ok\n"), true}};
      const Run run = *journal_.run(id);
      act(story, story.run, id,
          require(
              by_anybody([&](const Acting& me) { return record_step(catalog_, run, me, wanted); }),
              book, "record a step"));
      if (step.confirm_by.empty()) continue;
      const Run recorded = *journal_.run(id);
      act(story, story.run, id,
          require(by_anybody(
                      [&](const Acting& me) { return confirm_step(catalog_, recorded, me, name); }),
                  book, "confirm a step"));
    }
  }

  void sign(Story& story, const std::string& id) {
    for (Run run = *journal_.run(id); !missing_sign_offs(run).empty(); run = *journal_.run(id)) {
      const SignOffRequest wanted{.decision = Decision::approve, .shown = content_hash(run)};
      act(story, story.run, id,
          require(by_anybody(
                      [&](const Acting& me) { return sign_off(run, catalog_.roster, me, wanted); }),
                  *story.book, "sign it"));
    }
  }

  void work_out(Story& story) {
    const Runbook& book = *story.book;
    transaction_->put_blob(book.text);
    const std::vector<Request> open = ask_for(story);
    const Accepted start = begin(book, open);
    const std::string id = next_id("");
    act(story, story.run, id, start);
    do_steps(story, id);
    const Run run = *journal_.run(id);
    Accepted finish =
        require(by_anybody([&](const Acting& me) {
                  return finish_run(catalog_, run, me, {.values = required_values(book)});
                }),
                book, "finish it");
    if (!open.empty()) std::get<RunFinished>(finish.body).request = open.front().id;
    act(story, story.run, id, finish);
    sign(story, id);
  }

  Catalog catalog_;
  Journal journal_;
  Instant until_;
  Instant now_;
  std::int64_t events_;
  std::int64_t written_ = 0;
  std::size_t next_ = 0;
  std::unique_ptr<Transaction> transaction_;
  std::vector<const Runbook*> daily_;
  std::vector<const Runbook*> others_;
  std::map<std::string, Story> stories_;  // by item
  std::map<std::string, std::pair<std::string, int>> numbers_;
};

int make(int argc, char** argv) {
  if (argc < 4) {
    fmt::print(stderr, "usage: make_journal CATALOGUE JOURNAL EVENTS [DAYS]\n");
    return 2;
  }
  const std::int64_t events = std::atoll(argv[3]);
  const auto real_now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  LoadResult loaded = load_catalog(argv[1], real_now);
  if (!loaded.catalog) throw std::runtime_error("the catalogue has mistakes: opsctl validate");
  const std::int64_t span = argc > 4
                                ? std::atoll(argv[4])
                                : std::clamp<std::int64_t>(events / kEventsOfADay, 2, kDaysAtMost);
  const Instant until = real_now - minutes(10);
  const Instant from = until - days(span);

  Event birth;
  birth.body = JournalCreated{random_uuid()};
  birth.actor = {loaded.catalog->roster.persons.front().id, "", "", "bench", 1000};
  birth.performed_at = birth.recorded_at = from;
  birth.utc_offset_seconds = static_cast<std::int32_t>(loaded.catalog->zone.offset(from).count());
  birth.origin = {"pts/0", "bench", OPSCTL_VERSION};
  birth.roster_hash = loaded.catalog->roster.hash;
  Generator(*std::move(loaded.catalog), Journal::create(argv[2], birth), from, until, events)
      .write();
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return make(argc, argv);
  } catch (const std::exception& error) {
    std::fputs(("make_journal: " + std::string(error.what()) + "\n").c_str(), stderr);
    return 1;
  }
}
