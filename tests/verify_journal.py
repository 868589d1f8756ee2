#!/usr/bin/env python3
"""Checks a journal of opsctl without any code of opsctl: standard library only.

    verify_journal.py JOURNAL [--anchor SEQ:HASH]...

Says for each check how many things it looked at and what is wrong. Exit 0: whole; 1: broken; 6: could
not check. It only reads. HASH may be the first 8 or more hexadecimal digits.
"""

import hashlib
import json
import os
import re
import sqlite3
import struct
import sys

APPLICATION_ID = 0x4F505343  # "OPSC"
VERSION = 1
SCHEMA = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "schema")
RUN_STATES = {"open", "returned", "awaiting-supervisor", "awaiting-approval", "approved",
              "rejected", "aborted"}
ENVELOPE = {
    "account": str, "clock_back": bool, "data": dict, "deputy_for": str, "duty": str, "host": str, "idempotency_key": str, "item": str,
    "journal": str, "kind": str, "late_reason": str, "party": str, "performed_at": int, "person": str,
    "recorded_at": int, "roster_hash": (str, type(None)), "run": str,
    "runbook_hash": (str, type(None)), "tty": str, "uid": int, "utc_offset_seconds": int,
    "version": str,
}
DATA = {
    "journal-created": set(),
    "run-started": {"runbook", "parties", "cycle", "supervisor", "request", "ref", "instructed_by",
                    "emergency", "keeper", "planned_end"},
    "step-recorded": {"step", "result", "note", "choice", "values", "evidence"},
    "step-confirmed": {"step"},
    "note-added": {"note"},
    "run-finished": {"outcome", "reason", "values", "steps", "for_key", "request"},
    "run-aborted": {"reason"},
    "signed-off": {"duty", "decision", "comment", "content", "signature", "signed_at"},
    "request-made": {"request", "reason", "deadline", "ref", "origin"},
    "request-withdrawn": {"request", "reason"},
    "occurrence-waived": {"key", "reason", "until"},
    "run-handed-over": {"to"},
    "watch-confirmed": set(),
    "request-approved": {"request"},
    "emergency-accepted": {"content"},
    "roster-recorded": {"roster", "changes"},
    "values-recorded": {"values"},
    "run-corrected": {"reason", "steps", "values", "performed_at"},
}


class Unusable(Exception):
    """The journal cannot be checked at all."""


class Report:
    """Counts what was looked at and collects what is wrong, by check."""

    def __init__(self):
        self.looked = {}
        self.wrong = []

    def look(self, check, is_right, words):
        self.looked[check] = self.looked.get(check, 0) + 1
        if not is_right:
            self.wrong.append(f"{check}: {words}")
        return is_right

    def show(self):
        for check, count in self.looked.items():
            bad = sum(1 for line in self.wrong if line.startswith(check + ":"))
            print(f"{check}: {count} checked, {bad} wrong")
        for line in self.wrong:
            print("  " + line)


def connect(path):
    if not os.path.isfile(path) or os.path.getsize(path) == 0:
        raise Unusable("no such journal, or an empty one")
    quoted = "".join("%%%02x" % byte if chr(byte) in "?#%" else chr(byte)
                     for byte in os.path.abspath(path).encode("utf-8"))
    db = sqlite3.connect(f"file:{quoted}?mode=ro", uri=True)
    db.text_factory = bytes  # the stored bytes, whatever they are
    db.execute("BEGIN")
    if db.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        raise Unusable("not a journal of opsctl")
    version = db.execute("PRAGMA user_version").fetchone()[0]
    if version != VERSION:
        raise Unusable(f"the journal has version {version}, this verifier knows {VERSION}")
    return db


def check_file(db, report):
    for (line,) in db.execute("PRAGMA integrity_check"):
        report.look("file", line == b"ok", line.decode("utf-8", "replace"))


def schema_of(db):
    return {bytes(name, "utf-8") if isinstance(name, str) else name: sql for name, sql in db.execute(
        "SELECT name, CAST(sql AS BLOB) FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%'")}


def check_schema(db, report):
    """Tables, indexes and triggers are, to the letter, those that opsctl creates."""
    shipped = sqlite3.connect(":memory:")
    for name in sorted(os.listdir(SCHEMA)):
        if name.endswith(".sql"):
            with open(os.path.join(SCHEMA, name), encoding="utf-8") as file:
                shipped.executescript(file.read())
    found, wanted = schema_of(db), schema_of(shipped)
    for name in sorted(set(found) | set(wanted)):
        report.look("schema", found.get(name) == wanted.get(name),
                    f"{name.decode('utf-8', 'replace')} is not as it is created")


def chain_hash(previous, seq, payload):
    return hashlib.sha256(b"opsctl-event-v1\n" + previous +
                          struct.pack(">QQ", seq, len(payload)) + payload).digest()


def check_chain(db, report):
    """All records as (seq, payload); each break is said once, then the chain goes on from there."""
    records = []
    previous, expected = bytes(32), 1
    for seq, payload, stored in db.execute("SELECT seq, payload, hash FROM event ORDER BY seq"):
        if not report.look("gaps", seq == expected, f"record {seq} follows record {expected - 1}"):
            previous = None
        if previous is None:
            report.look("chain", False, f"record {seq} has nothing to follow")
        else:
            report.look("chain", chain_hash(previous, seq, payload) == stored,
                        f"record {seq} does not match its hash")
        records.append((seq, payload, stored))
        previous, expected = stored, seq + 1
    report.look("genesis", bool(records), "there is no record")
    return records


def fields_are_right(event):
    for name, kind in ENVELOPE.items():
        if name not in event or not isinstance(event[name], kind):
            return False
        if kind is not bool and isinstance(event[name], bool):
            return False
    return event["kind"] in DATA and DATA[event["kind"]] <= set(event["data"])


def read_records(records, report):
    """The events that can be read, by seq."""
    events = {}
    for seq, payload, _ in records:
        try:
            event = json.loads(payload.decode("utf-8"))
            again = json.dumps(event, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
            canonical = again.encode("utf-8") == payload
        except (ValueError, UnicodeEncodeError):
            event, canonical = None, False
        report.look("canonical", canonical, f"record {seq} is not canonical JSON")
        readable = isinstance(event, dict) and fields_are_right(event)
        report.look("fields", readable, f"record {seq} lacks fields or has wrong ones")
        if readable:
            events[seq] = event
    return events


def check_genesis(events, report):
    if 1 not in events:
        report.look("genesis", False, "record 1 cannot be read")
        return
    uuid = events[1]["journal"]
    report.look("genesis", events[1]["kind"] == "journal-created", "record 1 is no creation")
    report.look("genesis", re.fullmatch(
        "[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}", uuid),
        f"'{uuid}' is no random uuid")
    for seq, event in events.items():
        report.look("genesis", event["journal"] == uuid, f"record {seq} is of another journal")
        if seq > 1:
            report.look("genesis", event["kind"] != "journal-created", f"record {seq} creates again")


def check_clock(events, report):
    last = None
    for seq, event in sorted(events.items()):
        if last is not None:
            report.look("clock", (event["recorded_at"] < last) == event["clock_back"],
                        f"record {seq} and the one before it: the clock, and what is said of it")
        last = event["recorded_at"]


def check_index(db, events, report):
    rows = {row[0]: row[1:] for row in db.execute(
        "SELECT seq, run, item, kind, person, recorded_at, idempotency_key, ref FROM event_index")}
    refs = {}  # of runs and requests
    for seq, event in sorted(events.items()):
        wanted = tuple(event[name].encode("utf-8") for name in ("run", "item", "kind", "person"))
        belongs = event["run"] or event["data"].get("request", "")
        ref = refs.setdefault(belongs, event["data"].get("ref", "")) if belongs else ""
        wanted += (event["recorded_at"], event["idempotency_key"].encode("utf-8"), ref.encode("utf-8"))
        report.look("index", rows.pop(seq, None) == wanted, f"record {seq} is not indexed as it is")
    for seq in rows:
        report.look("index", False, f"entry {seq} has no record that can be read")


def check_runs(db, events, report):
    """What can be said of a run's row without the rules: it is there, and of these records."""
    wanted = {}
    for seq, event in sorted(events.items()):
        if not event["run"]:
            continue
        if event["run"] not in wanted:
            report.look("runs", event["kind"] == "run-started",
                        f"run {event['run']} does not begin with its start")
            wanted[event["run"]] = [event["item"], event["performed_at"], seq]
        else:
            report.look("runs", event["kind"] != "run-started", f"run {event['run']} starts twice")
        wanted[event["run"]][2] = seq
    for run, item, state, started, last in db.execute(
            "SELECT id, item, state, started_at, last_seq FROM run"):
        run = run.decode("utf-8", "replace")
        report.look("runs", wanted.pop(run, None) == [item.decode(), started, last],
                    f"the row of run {run} is not that of its records")
        report.look("runs", state.decode() in RUN_STATES, f"run {run} has an unknown state")
    for run in wanted:
        report.look("runs", False, f"run {run} has no row")


def check_blobs(db, report):
    for stored, content in db.execute("SELECT hash, content FROM blob"):
        report.look("blobs", hashlib.sha256(content).digest() == stored,
                    f"text {stored.hex()} does not match its hash")


def check_anchors(records, anchors, report):
    hashes = {seq: stored.hex() for seq, _, stored in records}
    for anchor in anchors:
        match = re.fullmatch("([0-9]+):([0-9a-f]{8,64})", anchor)
        if not match:
            raise Unusable(f"'{anchor}' is not SEQ:HASH")
        report.look("anchors", hashes.get(int(match[1]), "").startswith(match[2]),
                    f"record {match[1]} is not the one with hash {match[2]}")


def verify(path, anchors):
    report = Report()
    db = connect(path)
    try:
        check_file(db, report)
        check_schema(db, report)
        records = check_chain(db, report)
        check_anchors(records, anchors, report)
        events = read_records(records, report)
        check_genesis(events, report)
        check_clock(events, report)
        check_index(db, events, report)
        check_runs(db, events, report)
        check_blobs(db, report)
    finally:
        db.close()
    report.show()
    print("broken" if report.wrong else "whole")
    return 1 if report.wrong else 0


def main(arguments):
    paths = [word for i, word in enumerate(arguments)
             if word != "--anchor" and (i == 0 or arguments[i - 1] != "--anchor")]
    anchors = [word for i, word in enumerate(arguments) if i > 0 and arguments[i - 1] == "--anchor"]
    try:
        if len(paths) != 1 or arguments[-1] == "--anchor":
            raise Unusable("usage: verify_journal.py JOURNAL [--anchor SEQ:HASH]...")
        return verify(paths[0], anchors)
    except (Unusable, OSError) as problem:
        print(f"could not check: {problem}", file=sys.stderr)
        return 6
    except sqlite3.DatabaseError as problem:
        damaged = "malformed" in str(problem)
        print(f"{'broken' if damaged else 'could not check'}: {problem}", file=sys.stderr)
        return 1 if damaged else 6
    except (AttributeError, TypeError, ValueError, OverflowError, struct.error) as problem:
        # A value of a type that its column cannot have: the file was damaged below SQL.
        print(f"broken: {problem!r}", file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
