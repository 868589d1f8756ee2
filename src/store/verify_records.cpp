// One pass over all records.
#include <algorithm>
#include <memory>
#include <set>
#include <stdexcept>

#include "base/json.h"
#include "base/messages/store.h"
#include "base/problem.h"
#include "model/signature.h"
#include "store/columns.h"
#include "store/payload.h"
#include "store/records.h"
#include "store/verify_parts.h"

namespace opsctl {
namespace {

/// Deeper than any payload of ours; what writes JSON goes down as deep as it is.
constexpr int kDeepest = 32;

bool is_too_deep(std::string_view payload) {
  int depth = 0;
  bool in_text = false;
  for (std::size_t i = 0; i < payload.size(); ++i) {
    const char c = payload[i];
    if (in_text && c == '\\') ++i;
    if (c == '"') in_text = !in_text;
    if (in_text) continue;
    if (c == '[' || c == '{') ++depth;
    if (c == ']' || c == '}') --depth;
    if (depth > kDeepest) return true;
  }
  return false;
}

/// Discarded where it is no JSON, or none that could be ours.
nlohmann::json parsed(const std::string& payload) {
  if (is_too_deep(payload)) return nlohmann::json::value_t::discarded;
  return nlohmann::json::parse(payload, nullptr, /*allow_exceptions=*/false);
}

bool is_canonical(const nlohmann::json& json, const std::string& payload) {
  if (json.is_discarded()) return false;
  try {
    return canonical(json) == payload;
  } catch (const std::invalid_argument&) {
    return false;
  }
}

/// 8-4-4-4-12 hexadecimal digits, random (version 4).
bool is_random_uuid(std::string_view text) {
  constexpr std::string_view kForm = "xxxxxxxx-xxxx-4xxx-Nxxx-xxxxxxxxxxxx";
  return std::ranges::equal(text, kForm, [](char c, char form) {
    constexpr std::string_view kHex = "0123456789abcdef";
    constexpr std::string_view kVariant = "89ab";
    if (form == 'x') return kHex.find(c) != kHex.npos;
    if (form == 'N') return kVariant.find(c) != kVariant.npos;
    return c == form;
  });
}

/// What an event belongs to: as the store has it (derived.cpp), asked of the events alone.
class Refs {
 public:
  std::string of(const Event& event) {
    if (const auto* start = std::get_if<RunStarted>(&event.body))
      return keep(event.run, start->ref);
    if (const auto* made = std::get_if<RequestMade>(&event.body))
      return keep(made->request, made->ref);
    if (const auto* withdrawn = std::get_if<RequestWithdrawn>(&event.body))
      return known(withdrawn->request);
    if (const auto* approved = std::get_if<RequestApproved>(&event.body))
      return known(approved->request);
    return known(event.run);
  }

 private:
  std::string keep(const std::string& id, const std::string& ref) {
    return ref.empty() ? known(id) : refs_.try_emplace(id, ref).first->second;
  }
  std::string known(const std::string& id) const {
    const auto found = refs_.find(id);
    return found == refs_.end() ? "" : found->second;
  }

  std::map<std::string, std::string> refs_;  // of runs and requests; those without are left out
};

class RecordPass {
 public:
  explicit RecordPass(Verification& verification)
      : verification_(verification), findings_(verification.findings) {
    for (const KeptAnchor& anchor : verification.options.anchors)
      anchors_.emplace(anchor.seq, &anchor);
  }

  void look_at_all() {
    SQLite::Statement query(verification_.db, "SELECT seq, payload, hash FROM event ORDER BY seq");
    while (query.executeStep()) look_at(record_of(query));
  }

  /// What can be said only at the end.
  void conclude() {
    findings_.look(Check::genesis, end_.seq != 0, say<messages::verify_no_record>());
    for (const auto& [seq, anchor] : anchors_) {
      if (seen_anchors_.contains(anchor)) continue;
      auto wrong = wrong_journal(*anchor);
      findings_.look(
          Check::anchors, false,
          wrong ? *wrong : say<messages::verify_anchor_gone>(seq, anchor->digits, end_.seq));
    }
    if (end_.seq != 0) verification_.head = Anchor{verification_.uuid, end_.seq, end_.hash};
  }

 private:
  void look_at(const StoredRecord& record) {
    look_at_chain(record);
    const nlohmann::json json = parsed(record.payload);
    findings_.look(Check::canonical, is_canonical(json, record.payload),
                   say<messages::verify_not_canonical>(record.seq));
    const auto read = read_of(record, json);
    if (record.seq == 1) look_at_birth(read);
    if (read) look_at_event(read->journal, read->event);
    look_at_anchors(record);
    end_ = {record.seq, record.hash};
  }

  void look_at_chain(const StoredRecord& record) {
    const bool follows = findings_.look(Check::gaps, record.seq == end_.seq + 1,
                                        say<messages::verify_gap>(record.seq, end_.seq));
    if (!follows) {
      findings_.look(Check::chain, false, say<messages::verify_follows_nothing>(record.seq));
      return;
    }
    findings_.look(Check::chain, record.hash == chain_hash(end_.hash, record.seq, record.payload),
                   say<messages::record_damaged>(record.seq));
  }

  /// With seq and hash; nothing where it cannot be read.
  std::optional<ReadPayload> read_of(const StoredRecord& record, const nlohmann::json& json) {
    findings_.look(Check::fields);
    try {
      ReadPayload read = from_parsed(json, record.seq);
      read.event.seq = record.seq;
      read.event.hash = record.hash;
      return read;
    } catch (const Error& error) {
      findings_.blame(Check::fields, error.problem().what);
      return std::nullopt;
    }
  }

  void look_at_birth(const std::optional<ReadPayload>& first) {
    const bool is_birth = first && std::holds_alternative<JournalCreated>(first->event.body);
    findings_.look(Check::genesis, is_birth, say<messages::verify_first>());
    if (!first) return;
    verification_.uuid = first->journal;
    findings_.look(Check::genesis, is_random_uuid(first->journal),
                   say<messages::verify_uuid>(first->journal));
  }

  void look_at_event(const std::string& journal, const Event& event) {
    findings_.look(Check::genesis, journal == verification_.uuid,
                   say<messages::verify_other_journal>(event.seq, journal));
    if (event.seq > 1)
      findings_.look(Check::genesis, !std::holds_alternative<JournalCreated>(event.body),
                     say<messages::verify_created_again>(event.seq));
    look_at_clock(event);
    verification_.attempt(Check::index, [&] { look_at_index(event); });
    verification_.attempt(Check::blobs, [&] { look_at_references(event); });
    if (const auto* sign_off = std::get_if<SignedOff>(&event.body))
      look_at_signature(event, *sign_off);
    findings_.look(Check::rules);
    for (AuditFinding& finding : verification_.audit.follow(event))
      findings_.blame(Check::rules,
                      say<messages::verify_of_record>(finding.seq, std::move(finding.what)));
  }

  void look_at_signature(const Event& event, const SignedOff& sign_off) {
    if (sign_off.signature.empty()) return;
    if (!verification_.options.verifies) {
      ++verification_.unchecked_signatures;
      return;
    }
    const bool is_theirs =
        sign_off.signed_at &&
        verification_.options.verifies(
            event.actor.person, signed_text(verification_.uuid, event.run, sign_off, event.actor),
            sign_off.signature, event.recorded_at);
    findings_.look(Check::signatures, is_theirs,
                   say<messages::verify_signature>(event.seq, event.actor.person));
  }

  void look_at_clock(const Event& event) {
    if (last_) {
      const bool went_back = event.recorded_at < *last_;
      findings_.look(Check::clock, went_back == event.clock_back,
                     went_back ? say<messages::verify_clock_went_back>(event.seq)
                               : say<messages::verify_clock_did_not>(event.seq));
    }
    last_ = event.recorded_at;
  }

  void look_at_index(const Event& event) {
    const std::string ref = refs_.of(event);
    SQLite::Statement& row =
        prepared(index_,
                 "SELECT 1 FROM event_index WHERE seq = ? AND run = ? AND item = ? AND kind = ? AND"
                 " person = ? AND recorded_at = ? AND idempotency_key = ? AND ref = ?");
    row.bind(1, event.seq);
    row.bind(2, event.run);
    row.bind(3, event.item);
    row.bind(4, std::string(kind_of(event.body)));
    row.bind(5, event.actor.person);
    row.bind(6, seconds_of(event.recorded_at));
    row.bind(7, event.idempotency_key);
    row.bind(8, ref);
    findings_.look(Check::index, row.executeStep(), say<messages::verify_index>(event.seq));
  }

  /// The texts and files that the event names must be here.
  void look_at_references(const Event& event) {
    if (std::holds_alternative<RunStarted>(event.body)) need(event, event.runbook_hash);
    if (const auto* start = std::get_if<RunStarted>(&event.body)) need(event, start->book.hash);
    if (const auto* seen = std::get_if<RosterRecorded>(&event.body)) need(event, seen->roster.hash);
    if (const auto* step = std::get_if<StepRecorded>(&event.body)) need_evidence(event, *step);
    if (const auto* corrected = std::get_if<RunCorrected>(&event.body)) {
      for (const StepRecorded& step : corrected->steps) need_evidence(event, step);
    }
  }

  void need_evidence(const Event& event, const StepRecorded& step) {
    for (const Evidence& evidence : step.evidence) {
      if (evidence.kept) need(event, evidence.hash, evidence.size);
    }
  }

  void need(const Event& event, const Hash& hash, std::int64_t size = -1) {
    SQLite::Statement& row = prepared(blob_, "SELECT length(content) FROM blob WHERE hash = ?");
    row.bind(1, hash.data(), static_cast<int>(hash.size()));
    const bool is_here = row.executeStep() && (size < 0 || row.getColumn(0).getInt64() == size);
    findings_.look(Check::blobs, is_here, say<messages::verify_blob_missing>(event.seq, hex(hash)));
  }

  void look_at_anchors(const StoredRecord& record) {
    const auto [from, to] = anchors_.equal_range(record.seq);
    for (auto kept = from; kept != to; ++kept) {
      const KeptAnchor& anchor = *kept->second;
      seen_anchors_.insert(&anchor);
      const std::string digits = hex(record.hash);
      findings_.look(Check::anchors);
      if (auto wrong = wrong_journal(anchor))
        findings_.blame(Check::anchors, std::move(*wrong));
      else if (!digits.starts_with(anchor.digits))
        findings_.blame(Check::anchors, say<messages::verify_anchor_wrong>(
                                            anchor.seq, anchor.digits, digits.substr(0, 8)));
    }
  }

  std::optional<Message> wrong_journal(const KeptAnchor& anchor) const {
    if (anchor.journal.empty() || anchor.journal == verification_.uuid) return std::nullopt;
    return say<messages::verify_anchor_of_other>(anchor.seq, anchor.journal, verification_.uuid);
  }

  /// Made when first needed: a table that is gone must not keep the others from being looked at.
  SQLite::Statement& prepared(std::unique_ptr<SQLite::Statement>& statement, const char* sql) {
    if (!statement) statement = std::make_unique<SQLite::Statement>(verification_.db, sql);
    statement->reset();
    return *statement;
  }

  Verification& verification_;
  Findings& findings_;
  std::multimap<std::int64_t, const KeptAnchor*> anchors_;
  std::set<const KeptAnchor*> seen_anchors_;
  ChainEnd end_;
  std::optional<Instant> last_;  // recorded_at of the record before
  Refs refs_;
  std::unique_ptr<SQLite::Statement> index_;
  std::unique_ptr<SQLite::Statement> blob_;
};

void check_orphans(Verification& verification) {
  SQLite::Statement query(verification.db,
                          "SELECT seq FROM event_index WHERE seq NOT IN (SELECT seq FROM event)");
  while (query.executeStep())
    verification.findings.blame(Check::index,
                                say<messages::verify_index_orphan>(query.getColumn(0).getInt64()));
}

void check_blobs(Verification& verification) {
  SQLite::Statement query(verification.db, "SELECT hash, content, lower(hex(hash)) FROM blob");
  while (query.executeStep()) {
    const SQLite::Column stored = query.getColumn(0);
    const SQLite::Column content = query.getColumn(1);
    const Hash hash = sha256(std::string_view(static_cast<const char*>(content.getBlob()),
                                              static_cast<std::size_t>(content.getBytes())));
    const bool matches = std::string_view(static_cast<const char*>(stored.getBlob()),
                                          static_cast<std::size_t>(stored.getBytes())) ==
                         std::string_view(reinterpret_cast<const char*>(hash.data()), hash.size());
    verification.findings.look(Check::blobs, matches,
                               say<messages::blob_damaged>(query.getColumn(2).getString()));
  }
}

}  // namespace

void check_records(Verification& verification) {
  RecordPass pass(verification);
  verification.attempt(Check::file, [&] { pass.look_at_all(); });
  pass.conclude();
  verification.attempt(Check::index, [&] { check_orphans(verification); });
  verification.attempt(Check::blobs, [&] { check_blobs(verification); });
}

}  // namespace opsctl
