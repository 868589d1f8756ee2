#include "store/payload.h"

#include <random>

#include <catch2/catch.hpp>

#include "base/json.h"
#include "store/helpers.h"

using namespace opsctl;
using opsctl::test::error_of;

namespace {

/// Values of every shape, from one seed.
class Maker {
 public:
  explicit Maker(unsigned seed) : random_(seed) {}

  int below(int limit) { return std::uniform_int_distribution(0, limit - 1)(random_); }
  bool flag() { return below(2) == 0; }

  std::string text() {
    static const std::vector<std::string> kParts = {"a",
                                                    "Z",
                                                    "0",
                                                    " ",
                                                    "\"",
                                                    "\\",
                                                    "/",
                                                    "\n",
                                                    "\t",
                                                    "\x01",
                                                    "\x1f",
                                                    "\x7f",
                                                    "◎",
                                                    "日本語",
                                                    "😀",
                                                    std::string(1, '\0'),
                                                    "é",
                                                    "e\xCC\x81",
                                                    "\xE2\x80\xAE",
                                                    "{",
                                                    "}",
                                                    "null"};
    std::string made;
    for (int left = below(6); left > 0; --left)
      made += kParts[static_cast<std::size_t>(below(static_cast<int>(kParts.size())))];
    return made;
  }
  Hash hash() { return flag() ? Hash{} : sha256(text()); }
  Instant instant() { return Instant(std::chrono::seconds(below(2'000'000'000) - 10)); }
  std::vector<std::string> texts() {
    std::vector<std::string> made;
    for (int left = below(4); left > 0; --left) made.push_back(text());
    return made;
  }
  std::map<std::string, std::string> values() {
    std::map<std::string, std::string> made;
    for (int left = below(4); left > 0; --left) made[text()] = text();
    return made;
  }
  StepRecorded step_record() {
    StepRecorded made{text(), static_cast<StepResult>(below(3)), text(), text(), values(), {}};
    for (int left = below(3); left > 0; --left)
      made.evidence.push_back({text(), below(1'000'000), hash(), flag()});
    return made;
  }
  RunStarted start() {
    RunStarted made;
    Runbook& book = made.book;
    book.id = text();
    book.no = below(100) - 1;
    book.sheet = text();
    book.title = text();
    book.category = {text(), text(), text(), text()};
    book.summary = text();
    book.order = static_cast<StepOrder>(below(2));
    book.gate = static_cast<Gate>(below(3));
    book.hash = hash();
    for (int left = below(4); left > 0; --left) {
      book.methods.push_back(static_cast<Method>(below(2)));
      book.duties.push_back({text(), static_cast<Duty>(below(4))});
      book.steps.push_back({text(), text(), text(), texts(), texts(), text(), text(), flag(),
                            static_cast<EvidenceWish>(below(3))});
      book.records.push_back({text(), text(), static_cast<FieldType>(below(9)), texts(), flag()});
      book.notes.push_back({text(), text(), texts()});
      made.parties.push_back({text(), text(), text(), flag(), flag()});
    }
    made.cycle = text();
    made.supervisor = text();
    made.request = text();
    made.ref = text();
    made.instructed_by = text();
    made.emergency = text();
    made.keeper = text();
    if (flag()) made.planned_end = instant();
    return made;
  }
  Date date() { return Date(std::chrono::days(below(40'000))); }
  RosterRecorded roster() {
    RosterRecorded made;
    made.roster.demonstration = flag();
    made.roster.shared_accounts_may_sign = flag();
    made.roster.signatures_required = flag();
    made.roster.hash = hash();
    for (int left = below(4); left > 0; --left) {
      made.roster.persons.push_back({text(), text(), texts(), flag(), texts(), flag()});
      made.roster.deputations.push_back({text(), text(), date(), date()});
      made.changes.push_back({static_cast<RosterChange::Kind>(below(3)), text()});
    }
    return made;
  }
  RunCorrected correction() {
    RunCorrected made{text(), {}, values(), {}};
    if (flag()) made.steps.push_back(step_record());
    if (flag()) made.performed_at = instant();
    return made;
  }
  EventBody body(int kind) {
    switch (kind) {
      case 0:
        return JournalCreated{text()};
      case 1:
        return start();
      case 2:
        return step_record();
      case 3:
        return StepConfirmed{text()};
      case 4:
        return NoteAdded{text()};
      case 5: {
        RunFinished made{static_cast<Outcome>(below(2)), text(), values(), {}};
        for (int left = below(3); left > 0; --left) made.steps.push_back(step_record());
        made.for_key = text();
        made.request = text();
        return made;
      }
      case 6:
        return RunAborted{text()};
      case 7:
        return RequestMade{text(), text(), flag() ? std::optional(instant()) : std::nullopt, text(),
                           text()};
      case 8:
        return RequestWithdrawn{text(), text()};
      case 9:
        return OccurrenceWaived{text(), text(), flag() ? std::optional(date()) : std::nullopt};
      case 10:
        return RunHandedOver{text()};
      case 11:
        return WatchConfirmed{};
      case 12:
        return RequestApproved{text()};
      case 13:
        return EmergencyAccepted{hash()};
      case 14:
        return roster();
      case 15:
        return ValuesRecorded{values()};
      case 16:
        return correction();
      default:
        return SignedOff{static_cast<SignOffDuty>(below(2)),
                         static_cast<Decision>(below(3)),
                         text(),
                         hash(),
                         text(),
                         flag() ? std::optional(instant()) : std::nullopt};
    }
  }
  Event event(int kind) {
    Event made;
    made.run = text();
    made.item = text();
    made.body = body(kind);
    made.actor = {text(), text(), text(), text(), static_cast<std::uint32_t>(random_()), text()};
    made.performed_at = instant();
    made.recorded_at = instant();
    made.late_reason = text();
    made.clock_back = flag();
    made.utc_offset_seconds = below(100'000) - 50'000;
    made.origin = {text(), text(), text()};
    made.runbook_hash = hash();
    made.roster_hash = hash();
    made.idempotency_key = text();
    return made;
  }

 private:
  std::mt19937 random_;
};

// Each takes its value apart completely: a field that is added does not compile until it is here,
// and is not equal until it is in payload_fields.h.

bool same(const Runbook& a, const Runbook& b) {
  const auto& [id, no, sheet, title, category, summary, methods, duties, gate, timetable, order,
               limits, steps, records, notes, text, hash, pos] = a;
  return id == b.id && no == b.no && sheet == b.sheet && title == b.title &&
         category == b.category && summary == b.summary && methods == b.methods &&
         duties == b.duties && timetable.versions.empty() && b.timetable.versions.empty() &&
         order == b.order && gate == b.gate && !limits.open && !limits.sign_off &&
         steps == b.steps && records == b.records && notes == b.notes && text == b.text &&
         hash == b.hash && pos == b.pos;
}
bool same(const JournalCreated& a, const JournalCreated& b) {
  const auto& [uuid] = a;
  return uuid == b.uuid;
}
bool same(const RunStarted& a, const RunStarted& b) {
  const auto& [book, parties, cycle, supervisor, request, ref, instructed_by, emergency, keeper,
               planned_end] = a;
  return same(book, b.book) && parties == b.parties && cycle == b.cycle &&
         supervisor == b.supervisor && request == b.request && ref == b.ref &&
         instructed_by == b.instructed_by && emergency == b.emergency && keeper == b.keeper &&
         planned_end == b.planned_end;
}
bool same(const StepRecorded& a, const StepRecorded& b) {
  const auto& [step, result, note, choice, values, evidence] = a;
  return step == b.step && result == b.result && note == b.note && choice == b.choice &&
         values == b.values && evidence == b.evidence;
}
bool same(const StepConfirmed& a, const StepConfirmed& b) {
  const auto& [step] = a;
  return step == b.step;
}
bool same(const NoteAdded& a, const NoteAdded& b) {
  const auto& [note] = a;
  return note == b.note;
}
bool same(const RunFinished& a, const RunFinished& b) {
  const auto& [outcome, reason, values, steps, for_key, request] = a;
  return outcome == b.outcome && reason == b.reason && values == b.values && for_key == b.for_key &&
         request == b.request &&
         std::ranges::equal(steps, b.steps,
                            [](const auto& x, const auto& y) { return same(x, y); });
}
bool same(const RunAborted& a, const RunAborted& b) {
  const auto& [reason] = a;
  return reason == b.reason;
}
bool same(const SignedOff& a, const SignedOff& b) {
  const auto& [duty, decision, comment, content, signature, signed_at] = a;
  return signature == b.signature && signed_at == b.signed_at && duty == b.duty &&
         decision == b.decision && comment == b.comment && content == b.content;
}
bool same(const RequestMade& a, const RequestMade& b) {
  const auto& [request, reason, deadline, ref, origin] = a;
  return request == b.request && reason == b.reason && deadline == b.deadline && ref == b.ref &&
         origin == b.origin;
}
bool same(const RequestWithdrawn& a, const RequestWithdrawn& b) {
  const auto& [request, reason] = a;
  return request == b.request && reason == b.reason;
}
bool same(const OccurrenceWaived& a, const OccurrenceWaived& b) {
  const auto& [key, reason, until] = a;
  return key == b.key && reason == b.reason && until == b.until;
}
bool same(const RunHandedOver& a, const RunHandedOver& b) {
  const auto& [to] = a;
  return to == b.to;
}
bool same(const WatchConfirmed&, const WatchConfirmed&) { return true; }
bool same(const RequestApproved& a, const RequestApproved& b) {
  const auto& [request] = a;
  return request == b.request;
}
bool same(const EmergencyAccepted& a, const EmergencyAccepted& b) {
  const auto& [content] = a;
  return content == b.content;
}
bool same(const RosterRecorded& a, const RosterRecorded& b) {
  const auto& [roster, changes] = a;
  const auto& [demonstration, shared_may_sign, signatures, persons, deputations, text, hash] =
      roster;
  return signatures == b.roster.signatures_required && demonstration == b.roster.demonstration &&
         shared_may_sign == b.roster.shared_accounts_may_sign && persons == b.roster.persons &&
         deputations == b.roster.deputations && text == b.roster.text && hash == b.roster.hash &&
         changes == b.changes;
}
bool same(const ValuesRecorded& a, const ValuesRecorded& b) {
  const auto& [values] = a;
  return values == b.values;
}
bool same(const RunCorrected& a, const RunCorrected& b) {
  const auto& [reason, steps, values, performed_at] = a;
  return reason == b.reason && values == b.values && performed_at == b.performed_at &&
         std::ranges::equal(steps, b.steps,
                            [](const auto& x, const auto& y) { return same(x, y); });
}
bool same(const Event& a, const Event& b) {
  const auto& [seq, run, item, body, actor, performed_at, recorded_at, late_reason, clock_back,
               offset, origin, runbook_hash, roster_hash, key, hash] = a;
  const auto& [tty, host, version] = origin;
  const bool envelope = seq == b.seq && run == b.run && item == b.item && actor == b.actor &&
                        performed_at == b.performed_at && recorded_at == b.recorded_at &&
                        late_reason == b.late_reason && clock_back == b.clock_back &&
                        offset == b.utc_offset_seconds && tty == b.origin.tty &&
                        host == b.origin.host && version == b.origin.version &&
                        runbook_hash == b.runbook_hash && roster_hash == b.roster_hash &&
                        key == b.idempotency_key && hash == b.hash;
  return envelope && body.index() == b.body.index() &&
         std::visit(
             [&](const auto& mine) {
               return same(mine, std::get<std::remove_cvref_t<decltype(mine)>>(b.body));
             },
             body);
}

constexpr int kKinds = static_cast<int>(std::variant_size_v<EventBody>);

/// The payload of a run's start with one change made to its JSON.
std::string changed(const std::function<void(nlohmann::json&)>& change) {
  auto json = nlohmann::json::parse(to_payload(test::start_of("20261122-001"), "uuid"));
  change(json);
  return json.dump();
}

std::string reading(const std::string& payload) {
  return test::words_of_error([&] { from_payload(payload, 7); });
}

/// Removes each field in turn, at every depth, and reads what is left.
void remove_each(nlohmann::json& whole, nlohmann::json& part, const std::string& name) {
  if (part.is_array()) {
    for (auto& element : part) remove_each(whole, element, name);
    return;
  }
  if (!part.is_object()) return;
  const nlohmann::json fields = part;
  for (const auto& [key, value] : fields.items()) {
    part.erase(key);
    INFO(name + "." + key);
    CHECK(error_of([&] { from_payload(whole.dump(), 7); }) == "6 record_field_missing");
    for (const char* wrong : {"1.5", "[[]]"}) {
      part[key] = nlohmann::json::parse(wrong);
      CHECK(error_of([&] { from_payload(whole.dump(), 7); }) == "6 record_field_wrong");
    }
    part[key] = value;
    if (key != "values") remove_each(whole, part[key], name + "." + key);
  }
}

}  // namespace

TEST_CASE("what is written to a payload is what is read from it") {
  for (unsigned seed = 0; seed < 400; ++seed) {
    Maker maker(seed);
    const Event event = maker.event(static_cast<int>(seed) % kKinds);
    const auto* created = std::get_if<JournalCreated>(&event.body);
    const std::string journal = created == nullptr ? random_uuid() : created->uuid;
    const std::string payload = to_payload(event, journal);
    const ReadPayload read = from_payload(payload, 1);
    INFO(payload);
    REQUIRE(read.journal == journal);
    REQUIRE(same(read.event, event));
    REQUIRE(to_payload(read.event, journal) == payload);
  }
}

TEST_CASE("a payload is canonical JSON with the names that scripts rely on") {
  Event event =
      test::event_of("20261122-001", StepRecorded{"1", StepResult::ng, "漏れ", "", {{"k", "v"}}});
  event.idempotency_key = "key";
  event.roster_hash = {};
  CHECK(
      to_payload(event, "u") ==
      R"({"account":"sato","clock_back":false,"data":{"choice":"","evidence":[],"note":"漏れ","result":"ng","step":"1",)"
      R"("values":{"k":"v"}},"deputy_for":"","duty":"perform","host":"ops1","idempotency_key":"key",)"
      R"("item":"inc-13","journal":"u","kind":"step-recorded","late_reason":"","party":"operator",)"
      R"("performed_at":1795316400,"person":"p-sato","recorded_at":1795316400,)"
      R"("roster_hash":null,"run":"20261122-001",)"
      R"("runbook_hash":")" +
          hex(sha256("book")) +
          R"(","tty":"pts/1","uid":1001,"utc_offset_seconds":32400,"version":"0.1.0"})");
}

TEST_CASE("a field that is missing or of another type is said by name, wherever it is") {
  CHECK(reading(changed([](auto& json) { json["data"]["runbook"]["steps"][1].erase("text"); })) ==
        "record 7 of the journal has no field 'data.runbook.steps[1].text'");
  CHECK(reading(changed([](auto& json) { json["data"]["runbook"]["duties"][0]["duty"] = "◎"; })) ==
        "record 7 of the journal has an unexpected value in field 'data.runbook.duties[0].duty'");
  for (int kind = 0; kind < kKinds; ++kind) {
    Maker maker(static_cast<unsigned>(kind));
    auto json = nlohmann::json::parse(to_payload(maker.event(kind), "uuid"));
    remove_each(json, json, "");
  }
}

TEST_CASE("numbers beyond their range and broken hashes are refused") {
  const auto error = [](const std::function<void(nlohmann::json&)>& change) {
    return error_of([&] { from_payload(changed(change), 7); });
  };
  CHECK(error([](auto& json) { json["uid"] = -1; }) == "6 record_field_wrong");
  CHECK(error([](auto& json) { json["uid"] = 4294967296; }) == "6 record_field_wrong");
  CHECK(error([](auto& json) { json["performed_at"] = 18446744073709551615U; }) ==
        "6 record_field_wrong");
  CHECK(error([](auto& json) { json["utc_offset_seconds"] = 2147483648; }) ==
        "6 record_field_wrong");
  CHECK(error([](auto& json) { json["roster_hash"] = "abc"; }) == "6 record_field_wrong");
  CHECK(error([](auto& json) { json["uid"] = 4294967295; }).empty());
}

TEST_CASE("an unknown kind and what is no JSON object are refused with words") {
  CHECK(reading(changed([](auto& json) { json["kind"] = "run-started-2"; })) ==
        "record 7 of the journal is of an unknown kind 'run-started-2'");
  for (const char* payload : {"", "{", "[]", "null", "7", "{}x", "\xFF"})
    CHECK(reading(payload) == "record 7 of the journal is not a JSON object");
  CHECK(reading("{}") == "record 7 of the journal has no field 'journal'");
  CHECK(reading(std::string(100'000, '[')) == "record 7 of the journal is not a JSON object");
}

TEST_CASE("text that is not UTF-8 is never written") {
  CHECK(error_of([] { to_payload(test::event_of("r", NoteAdded{"\xC3"}), "u"); }) ==
        "1 record_not_utf8");
}
