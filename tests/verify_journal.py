#!/usr/bin/env python3
"""Checks a journal of opsctl without any code of opsctl: standard library only.

    verify_journal.py JOURNAL [--anchor SEQ:HASH]...

Says for each check how many things it looked at and what is wrong. Exit 0: whole; 1: broken; 6: could
not check. It only reads. HASH may be the first 8 or more hexadecimal digits.
"""

import datetime
import hashlib
import json
import pathlib
import re
import sqlite3
import struct
import sys

APPLICATION_ID = 0x4F505343  # "OPSC"
SCHEMA = pathlib.Path(__file__).resolve().parent.parent / "schema"
MIGRATIONS = sorted(SCHEMA.glob("[0-9]*.sql"))
OUT_OF_REACH = "locked|unable to open|disk I/O|readonly|not a database|out of memory"
ENVELOPE = {"clock_back": bool, "data": dict, "runbook_hash": (str, type(None)), "roster_hash": (str, type(None)),
            **dict.fromkeys("performed_at recorded_at uid utc_offset_seconds".split(), int),
            **dict.fromkeys("account deputy_for duty host idempotency_key item journal kind late_reason party "
                            "person run tty version".split(), str)}
DATA = {kind: set(fields.split()) for kind, fields in {
    "journal-created": "", "watch-confirmed": "", "step-confirmed": "step", "note-added": "note",
    "run-started": "runbook parties cycle supervisor request ref instructed_by emergency keeper planned_end",
    "step-recorded": "step result note choice values evidence", "values-recorded": "values",
    "run-finished": "outcome reason values steps for_key request", "run-aborted": "reason",
    "signed-off": "duty decision comment content signature signed_at", "emergency-accepted": "content",
    "request-made": "request reason deadline ref origin", "request-withdrawn": "request reason",
    "request-approved": "request", "occurrence-waived": "key reason until", "run-handed-over": "to",
    "roster-recorded": "roster changes", "run-corrected": "reason steps values performed_at"}.items()}
PERFORMANCES = set("run-started step-recorded step-confirmed run-finished watch-confirmed values-recorded "
                   "run-corrected".split())


class Unusable(Exception): """The journal cannot be checked at all."""


class Report:
    def __init__(self):
        self.looked, self.wrong = {}, []

    def look(self, check, is_right, words):
        self.looked[check] = self.looked.get(check, 0) + 1
        if not is_right:
            self.wrong.append((check, words))
        return is_right

    def show(self):
        for check, count in self.looked.items():
            print(f"{check}: {count} checked, {sum(1 for one, _ in self.wrong if one == check)} wrong")
        print("\n".join([*(f"  {check}: {words}" for check, words in self.wrong),
                         "broken" if self.wrong else "whole"]))
        return 1 if self.wrong else 0


def connect(path):
    file = pathlib.Path(path).resolve()
    if not file.is_file() or file.stat().st_size == 0:
        raise Unusable("no such journal, or an empty one")
    db = sqlite3.connect(file.as_uri() + "?mode=ro", uri=True)
    db.text_factory = lambda stored: stored.decode("utf-8", "surrogateescape")
    db.execute("BEGIN")
    ours, version = (db.execute("PRAGMA " + name).fetchone()[0] for name in ("application_id", "user_version"))
    if (ours, version) != (APPLICATION_ID, len(MIGRATIONS)):
        raise Unusable("not a journal of opsctl, or one of another version")
    return db


def check_file(db, report):
    for (line,) in db.execute("PRAGMA integrity_check"):
        report.look("file", line == "ok", line)
    fresh = sqlite3.connect(":memory:")
    fresh.executescript("".join(file.read_text(encoding="utf-8") for file in MIGRATIONS))
    ask = "SELECT type, name, tbl_name, sql FROM sqlite_schema"
    shipped, found = set(fresh.execute(ask)), set(db.execute(ask))
    for row in shipped | found:
        report.look("schema", row in shipped and row in found, f"{row[0]} {row[1]} is not as shipped")


def chain_hash(previous, seq, payload):
    hashed = b"opsctl-event-v1\n" + previous + struct.pack(">qQ", seq, len(payload)) + payload
    return hashlib.sha256(hashed).digest()


def check_chain(db, report, records):
    """All records as (seq, payload, hash); each break is said once, the chain goes on from there."""
    previous, expected = bytes(32), 1
    # A torn page may hold NULL in spite of NOT NULL: that matches no hash.
    for seq, payload, stored in db.execute("SELECT seq, ifnull(CAST(payload AS BLOB), x''), "
                                           "ifnull(CAST(hash AS BLOB), x'') FROM event ORDER BY seq"):
        follows = report.look("gaps", seq == expected, f"record {seq} follows record {expected - 1}")
        report.look("chain", follows and chain_hash(previous, seq, payload) == stored,
                    f"record {seq} does not match its hash, or what is before it")
        records.append((seq, payload, stored))
        previous, expected = stored, seq + 1


def fields_are_right(event):
    return all(isinstance(event.get(name, ...), kind) and (kind is bool or not isinstance(event[name], bool))
               for name, kind in ENVELOPE.items()) and DATA.get(event["kind"], {"?"}) <= set(event["data"])


def read_records(records, report):
    events = {}
    for seq, payload, stored in records:
        try:
            event = json.loads(payload.decode("utf-8"))
            again = json.dumps(event, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
            canonical = again.encode("utf-8") == payload
        except (ValueError, RecursionError):
            event, canonical = None, False
        report.look("canonical", canonical, f"record {seq} is not canonical JSON")
        readable = isinstance(event, dict) and fields_are_right(event)
        if report.look("fields", readable, f"record {seq} lacks fields or has wrong ones"):
            events[seq] = dict(event, seq=seq, hash=stored)
    return events


def check_order(events, report):
    for before, event in zip(list(events.values()), list(events.values())[1:]):
        report.look("clock", (event["recorded_at"] < before["recorded_at"]) == event["clock_back"],
                    f"record {event['seq']} and the one before it: the clock, and what is said of it")
    if not report.look("genesis", 1 in events, "there is no record 1 that can be read"):
        return
    uuid = events[1]["journal"]
    random = "[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"
    report.look("genesis", re.fullmatch(random, uuid), f"'{uuid}' is no random uuid")
    for seq, event in events.items():
        report.look("genesis", event["journal"] == uuid, f"record {seq} is of another journal")
        report.look("genesis", (event["kind"] == "journal-created") == (seq == 1), f"record {seq}: the creation")


def check_index(events, report, db):
    columns, refs = ("run", "item", "kind", "person", "recorded_at", "idempotency_key"), {}
    rows = {row[0]: row[1:] for row in db.execute(f"SELECT seq, {', '.join(columns)}, ref FROM event_index")}
    for seq, event in events.items():
        belongs = event["run"] or event["data"].get("request", "")
        ref = refs.setdefault(belongs, event["data"].get("ref", "")) if belongs else ""
        wanted = (*(event[name] for name in columns), ref)
        report.look("index", rows.pop(seq, None) == wanted, f"record {seq} is not indexed as it is")
    for seq in rows:
        report.look("index", False, f"entry {seq} has no record that can be read")


def content_of(run):
    """What a decision is bound to: the hashes up to the last event that is not a sign-off."""
    last = max((i for i, event in enumerate(run) if event["kind"] != "signed-off"), default=-1)
    return hashlib.sha256(b"".join(event["hash"] for event in run[:last + 1])).hexdigest()


def state_of(run):
    start, state, finished, given = run[0]["data"], "open", False, []
    organisation = {party["id"]: party["organisation"] for party in start["parties"]}
    for event in run:
        finished = finished or event["kind"] == "run-finished"
        if event["kind"] == "run-aborted":
            return "aborted"
        if event["kind"] == "signed-off":
            data, party = event["data"], event["party"]
            if data["decision"] == "reject":
                return "rejected"
            if data["decision"] == "return":
                finished, state, given = False, "returned", []
            elif data["content"] == content_of(run):
                given.append((data["duty"], organisation.get(party) if data["duty"] == "supervisor" else party))
    if not finished:
        return state
    parties = {event["party"] for event in run if event["kind"] in PERFORMANCES}
    if any(party["supervised"] and party["id"] in parties and ("supervisor", party["organisation"]) not in given
           for party in start["parties"]):
        return "awaiting-supervisor"
    owed = [("approver", cell["party"]) for cell in start["runbook"]["duties"] if cell["duty"] == "approve"]
    return "approved" if set(owed) <= set(given) else "awaiting-approval"


def runs_of(events):
    runs = {}
    for event in events.values():
        runs.setdefault(event["run"], []).append(event)
    return {name: run for name, run in runs.items() if name}


def check_runs(events, report, db):
    rows = {row[0]: row[1:] for row in db.execute("SELECT id, item, state, started_at, last_seq, ref FROM run")}
    for name, run in runs_of(events).items():
        starts = [event["kind"] == "run-started" for event in run]
        if report.look("runs", starts[0] and not any(starts[1:]), f"run {name} has not one start"):
            wanted = (run[0]["item"], state_of(run), run[0]["performed_at"], run[-1]["seq"], run[0]["data"]["ref"])
            report.look("runs", rows.pop(name, None) == wanted, f"the row of run {name} is not of its records")
    for name in rows:
        report.look("runs", False, f"run {name} has no records")
    look_at_last_done(report, db)


def look_at_last_done(report, db):
    done = {}
    for row in db.execute("SELECT item, performed_at, finish_seq, for_key, valid_until, request, cycle FROM run WHERE "
                          "satisfies AND performed_at IS NOT NULL ORDER BY performed_at DESC, finish_seq DESC"):
        done.setdefault(row[0], []).append(row)
    wanted = {(*rows[0], rows[1][1] if len(rows) > 1 else None) for rows in done.values()}
    for row in wanted ^ set(db.execute("SELECT * FROM last_done")):
        report.look("runs", False, f"the last execution of {row[0]} is not that of its runs")


def check_blobs(events, report, db):
    sizes = {}
    for stored, content in db.execute("SELECT CAST(hash AS BLOB), CAST(content AS BLOB) FROM blob"):
        report.look("blobs", hashlib.sha256(content).digest() == stored, f"{stored.hex()} is not its hash")
        sizes[stored.hex()] = len(content)
    for event in events.values():
        data = event["data"]
        steps = [data] if event["kind"] == "step-recorded" else data.get("steps", [])
        needed = [(one["hash"], one["size"]) for step in steps for one in step["evidence"] if one["kept"]]
        needed += [(event["runbook_hash"], None)] if event["kind"] == "run-started" else []
        needed += [(data["roster"]["hash"], None)] if event["kind"] == "roster-recorded" else []
        for name, size in needed:
            report.look("blobs", name in sizes and size in (None, sizes[name]),
                        f"record {event['seq']} names {name}, which is not here as it should be")


def wrong_identity(event, roster):
    if roster is None or roster["hash"] != event["roster_hash"]:
        return "the roster on record is another one"
    persons = {one["id"]: one for one in roster["persons"]}
    if event["person"] not in persons or event["deputy_for"] not in {"", *persons}:
        return "somebody is not in the roster"
    person, holder = persons[event["person"]], persons[event["deputy_for"] or event["person"]]
    if not person["any_account"] and event["account"] not in person["accounts"]:
        return f"{event['account']} is no account of {event['person']}"
    day = datetime.date(1970, 1, 1) + datetime.timedelta(
        days=(event["performed_at"] + event["utc_offset_seconds"]) // 86400)
    if person is not holder and not any((one["deputy"], one["represented"]) == (person["id"], holder["id"]) and
                                        one["from"] <= day.isoformat() <= one["until"]
                                        for one in roster["deputations"]):
        return f"{person['id']} is no deputy of {holder['id']}"
    if event["party"] and event["party"] not in holder["parties"]:
        return f"{holder['id']} does not belong to {event['party']}"
    supervises = event["kind"] == "signed-off" and event["data"]["duty"] == "supervisor"
    return f"{holder['id']} is no supervisor" if supervises and not holder["supervisor"] else None


def check_rules(events, report):
    """Who it was, that nobody is in two duties of a run, and that a decision is on what was there."""
    roster = None
    for seq, event in events.items():
        roster = event["data"]["roster"] if event["kind"] == "roster-recorded" else roster
        wrong = seq > 1 and wrong_identity(event, roster)
        report.look("rules", not wrong, f"record {seq}: {wrong}")
    for run in runs_of(events).values():
        duties = {"performer": set(), "supervisor": set(), "approver": set()}
        for i, event in enumerate(run):
            decides = event["kind"] == "signed-off"
            duty = event["data"]["duty"] if decides else "performer"
            if decides or event["kind"] in PERFORMANCES:
                duties[duty] |= {event["person"], event["deputy_for"], event["data"].get("keeper", "")} - {""}
            if decides:
                turn = {"supervisor": "awaiting-supervisor", "approver": "awaiting-approval"}[duty]
                right = state_of(run[:i]) == turn and event["data"]["content"] == content_of(run[:i])
                report.look("rules", right, f"record {event['seq']}: a sign-off out of turn, or of something else")
        apart = len(set().union(*duties.values())) == sum(map(len, duties.values()))
        report.look("rules", apart, f"run {run[0]['run']}: somebody is in two duties")


def verify(path, anchors):
    report, records = Report(), []
    db = connect(path)

    def attempt(check, *arguments):
        try:
            check(*arguments)
        except sqlite3.DatabaseError as problem:
            if re.search(OUT_OF_REACH, str(problem)):
                raise
            report.look("file", False, str(problem))
        except (LookupError, TypeError, AttributeError, ValueError, ArithmeticError, struct.error) as problem:
            report.look("fields", False, f"{check.__name__}: {problem!r}")

    attempt(check_file, db, report)
    attempt(check_chain, db, report, records)
    hashes = {seq: stored.hex() for seq, _, stored in records}
    for seq, digits in anchors:
        report.look("anchors", hashes.get(seq, "").startswith(digits), f"record {seq} is not {digits}")
    events = read_records(records, report)
    attempt(check_order, events, report)
    attempt(check_rules, events, report)
    for check in (check_index, check_runs, check_blobs):
        attempt(check, events, report, db)
    db.close()
    return report.show()


def main(arguments):
    path, *words = arguments or [""]
    try:
        found = [re.fullmatch("--anchor ([0-9]+):([0-9a-f]{8,64})", " ".join(words[i:i + 2]))
                 for i in range(0, len(words), 2)]
        if not path or None in found:
            raise Unusable("usage: verify_journal.py JOURNAL [--anchor SEQ:HASH]...")
        return verify(path, [(int(anchor[1]), anchor[2]) for anchor in found])
    except (Unusable, OSError, sqlite3.DatabaseError) as problem:
        status = 1 if "malformed" in str(problem) else 6
        print(f"{'broken' if status == 1 else 'could not check'}: {problem}", file=sys.stderr)
        return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
