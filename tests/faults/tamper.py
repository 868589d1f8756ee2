"""Every tampering with a journal, and who finds it: the chain, or heads that were kept outside."""

import datetime
import json
import os
import shutil

import checker
from forging import Forger, canonical, opened
from checker import BROKEN, UNCHECKED, WHOLE
from place import DAILY, ON_DEMAND, Place, write
from report import Result


class Fixture:
    """Three runs: two signed, one at work; the heads that were kept outside; yesterday's file."""

    def __init__(self, place):
        self.place, self.anchors = place, []
        place.init()
        evidence = place.folder + "/evidence.txt"
        write(evidence, "結果\n")
        for number in range(2):
            run = self.start()
            place.must("step", run, 1, "--ok", "--evidence", evidence, "--as", "op1")
            place.must("note", run, f"警告 {number}", "--as", "op1")
            place.must("done", run, "--all-ok", "--as", "op1")
            place.must("approve", run, "--confirm", run, "--as", "owner1")
            self.anchors.append(checker.anchor_of(place.journal))
            if number == 0:
                self.yesterday = place.folder + "/yesterday.db"
                shutil.copy(place.journal, self.yesterday)
        run = self.start()
        place.must("note", run, "警告 2", "--as", "op1")
        place.must("request", ON_DEMAND, "--reason", "異常", "--as", "owner1")
        place.must("waive", DAILY, "--for", tomorrow(), "--reason", "停止", "--as", "owner1")
        self.anchors.append(checker.anchor_of(place.journal))
        self.copy_path = place.folder + "/forged.db"

    def start(self):
        return self.place.must("start", DAILY, "--parallel", "--as", "op1")[0]["run"]

    def copy(self):
        if os.path.exists(self.copy_path):
            os.unlink(self.copy_path)  # a new file: nobody has this one open
        shutil.copy(self.place.journal, self.copy_path)
        return self.copy_path


def tomorrow():
    now = datetime.datetime.now(datetime.timezone(datetime.timedelta(hours=9)))
    return (now.date() + datetime.timedelta(days=1)).isoformat()


def forged(change):
    """A tampering that a forger makes: `change` gets him; what follows from it, he adapts."""
    def tamper(fixture):
        forger = Forger(fixture.copy())
        change(forger)
        forger.save()
    return tamper


def edit(forger):
    forger.edit(forger.index_of("note-added"))


def edit_rehash_it(forger):
    edit(forger)
    forger.rehash(only=forger.index_of("note-added"))


def edit_rehash(forger):
    edit(forger)
    forger.rehash()


def edit_rehash_drop_approvals(forger):
    edit(forger)
    while any(event["kind"] == "signed-off" for event in forger.events):
        forger.delete(forger.index_of("signed-off"))
    forger.renumber()
    forger.rehash()


def edit_after_approval(forger):
    forger.edit(forger.last("note-added"))
    forger.rehash()


def delete_middle(forger):
    forger.delete(forger.index_of("note-added"))


def delete_renumber_rehash(forger):
    delete_middle(forger)
    forger.renumber()
    forger.rehash()


def swap(forger):
    one, other = (forger.events[forger.index_of("note-added", nth)]["data"] for nth in (0, 1))
    one["note"], other["note"] = other["note"], one["note"]
    forger.rehash()


def insert_back_dated(forger):
    at = forger.index_of("note-added")
    event = json.loads(canonical(forger.events[at]))
    event["data"]["note"], event["idempotency_key"] = "連絡済み", "another"
    forger.insert(at, event)
    forger.renumber()
    forger.rehash()


def cut_tail(forger):
    forger.cut(forger.last("note-added"))


def cut_approval(forger):
    forger.cut(forger.last("signed-off"))


def yesterdays_file(fixture):
    shutil.copy(fixture.yesterday, fixture.copy_path)


def new_journal(fixture):
    with Place(fixture.place.opsctl) as other:
        other.init()
        shutil.copy(other.journal, fixture.copy_path)


def no_bytes(fixture):
    write(fixture.copy_path, "")


def false_record(fixture):
    place, real = fixture.place, fixture.place.journal
    place.journal = fixture.copy()
    place.must("note", "@last", "確認した（していない）", "--as", "op1")
    place.journal = real


# What is done, what is said of it alone (each sign-off names the hashes of what was signed), and what
# with the heads kept outside.
FORGERIES = [
    ("edit", forged(edit), BROKEN, BROKEN),
    ("edit and re-hash it alone", forged(edit_rehash_it), BROKEN, BROKEN),
    ("edit and re-hash", forged(edit_rehash), BROKEN, BROKEN),
    ("edit, re-hash, drop later approvals", forged(edit_rehash_drop_approvals), WHOLE, BROKEN),
    ("edit after the last approval", forged(edit_after_approval), WHOLE, BROKEN),
    ("delete a middle record", forged(delete_middle), BROKEN, BROKEN),
    ("delete, renumber, re-hash", forged(delete_renumber_rehash), BROKEN, BROKEN),
    ("swap and re-hash", forged(swap), BROKEN, BROKEN),
    ("insert back-dated and re-hash", forged(insert_back_dated), BROKEN, BROKEN),
    ("cut the tail", forged(cut_tail), WHOLE, BROKEN),
    ("cut it and its approval", forged(cut_approval), WHOLE, BROKEN),
    ("put back yesterday's file", yesterdays_file, WHOLE, BROKEN),
    ("an empty journal", new_journal, WHOLE, BROKEN),
    ("an empty file", no_bytes, UNCHECKED, UNCHECKED),
    ("a false record through opsctl", false_record, WHOLE, WHOLE),
]

# Derived columns that only follow from the rules: `opsctl verify --deep` rebuilds and compares them.
FROM_THE_RULES = {("run", column) for column in (
    "state outcome performed_at finished_at satisfies valid_until cycle planned_end for_key request "
    "finish_seq emergency").split()} | {(table, None) for table in ("request", "waiver")}

SCHEMA = [
    "DROP TRIGGER event_in_order", "DROP TRIGGER event_unchanged", "DROP TRIGGER event_kept",
    "DROP TRIGGER blob_once", "DROP TRIGGER blob_unchanged", "DROP TRIGGER blob_kept",
    "DROP TRIGGER event_kept; CREATE TRIGGER event_kept BEFORE DELETE ON event BEGIN SELECT 1; END",
    "CREATE TRIGGER more AFTER INSERT ON event BEGIN SELECT 1; END",
    "ALTER TABLE event ADD COLUMN more TEXT", "ALTER TABLE run DROP COLUMN outcome",
    "DROP INDEX event_index_key", "CREATE TABLE more (x)"]


def forgeries(fixture, verify, result):
    for name, tamper, alone, with_heads in FORGERIES:
        tamper(fixture)
        for anchors, expected in (((), alone), (fixture.anchors, with_heads)):
            status, words = verify(fixture.copy_path, anchors)
            result.count("forgeries found" if status else "forgeries not found")
            result.require(status == expected, lambda: f"{name}, {len(anchors)} heads outside: "
                                                       f"{status}, expected {expected}: {words}")


def changed(value):
    if value is None or isinstance(value, str):
        return (value or "") + "x"
    if isinstance(value, bytes):
        return bytes([value[0] ^ 1]) + value[1:] if value else b"x"
    return not value if isinstance(value, bool) else value + 1


def cells(fixture, verify, result):
    """Every column of every row, each changed by itself."""
    with opened(fixture.copy()) as db:
        tables = [name for (name,) in db.execute(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")]
        rows = [(table, row[0], column[1]) for table in tables
                for row in db.execute(f"SELECT rowid FROM {table}").fetchall()
                for column in db.execute(f"PRAGMA table_info({table})").fetchall()]
    for table, rowid, column in rows:
        with opened(fixture.copy()) as db:
            db.execute("PRAGMA ignore_check_constraints = ON")
            (old,) = db.execute(f"SELECT {column} FROM {table} WHERE rowid = ?", (rowid,)).fetchone()
            new = old + 1000 if column == "seq" else changed(old)
            if (table, column) in (("run", "satisfies"), ("run", "emergency")):
                new = 1 - old
            integer = column.endswith("_at") or column in ("deadline", "planned_end")
            new = 1 if old is None and integer else new
            db.execute(f"UPDATE {table} SET {column} = ? WHERE rowid = ?", (new, rowid))
        status, _ = verify(fixture.copy_path, ())
        if {(table, column), (table, None)} & FROM_THE_RULES:
            result.count("cells left to verify --deep", status == WHOLE)
        else:
            result.count("cells")
            result.require(status == BROKEN, lambda: f"{table}.{column} of {rowid}: {status}")


def leaves(value, path=()):
    if isinstance(value, dict):
        return [leaf for key in value for leaf in leaves(value[key], path + (key,))]
    if isinstance(value, list):
        return [leaf for at, part in enumerate(value) for leaf in leaves(part, path + (at,))]
    return [path]


def fields(fixture, verify, result):
    """Every value in every payload, each changed by itself, everything else adapted but the hash."""
    paths = [(at, path) for at, event in enumerate(Forger(fixture.copy()).events)
             for path in leaves(event)]
    for at, path in paths:
        forger = Forger(fixture.copy())
        parent = forger.events[at]
        for key in path[:-1]:
            parent = parent[key]
        parent[path[-1]] = changed(parent[path[-1]])
        forger.save()
        result.count("fields")
        status, _ = verify(fixture.copy_path, ())
        result.require(status == BROKEN, lambda: f"record {at + 1}, field {path}: {status}")


def schema(fixture, verify, result):
    for sql in SCHEMA:
        db = checker.sqlite3.connect(fixture.copy())
        db.executescript("PRAGMA synchronous = OFF;" + sql)
        db.close()
        result.count("changes of the schema")
        status, _ = verify(fixture.copy_path, ())
        result.require(status == BROKEN, lambda: f"{sql}: {status}")
    for pragma in ("user_version", "application_id"):
        db = checker.sqlite3.connect(fixture.copy())
        db.execute(f"PRAGMA {pragma} = 7")
        db.close()
        status, _ = verify(fixture.copy_path, ())
        result.require(status == UNCHECKED, lambda: f"{pragma}: {status}")


def run(opsctl, _long):
    result = Result("tamper")
    with Place(opsctl) as place:
        fixture = Fixture(place)
        status, words = checker.verify(fixture.copy(), fixture.anchors)
        result.require(status == WHOLE, f"untouched: {words}")
        for check in (forgeries, cells, fields, schema):
            check(fixture, checker.verify, result)
            if check is not schema:
                blind = Result("control")
                check(fixture, lambda *_: (WHOLE, "blind"), blind)
                result.control(f"a blind verifier of {check.__name__}", bool(blind.violations))
    return result
