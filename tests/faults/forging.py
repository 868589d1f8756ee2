"""What somebody can do to a journal who may write its file and knows how it is made."""

import contextlib
import json
import sqlite3

from checker import verify_journal


@contextlib.contextmanager
def opened(path):
    """Without the triggers, which are put back as they were."""
    db = sqlite3.connect(path, isolation_level=None)
    db.execute("PRAGMA synchronous = OFF")
    triggers = db.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall()
    db.execute("BEGIN")
    for name, _ in triggers:
        db.execute(f"DROP TRIGGER {name}")
    yield db
    for _, sql in triggers:
        db.execute(sql)
    db.execute("COMMIT")
    db.close()


def canonical(event):
    return json.dumps(event, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


class Forger:
    """Reads the events of a journal, lets them be changed, and writes them so that all fits."""

    def __init__(self, path):
        self.path = path
        with opened(path) as db:
            rows = db.execute("SELECT seq, payload, hash FROM event ORDER BY seq").fetchall()
        self.events = [json.loads(payload) for _, payload, _ in rows]
        self.seqs = [seq for seq, _, _ in rows]
        self.hashes = [stored for _, _, stored in rows]

    def index_of(self, kind, nth=0):
        return [i for i, event in enumerate(self.events) if event["kind"] == kind][nth]

    def last(self, kind):
        return self.index_of(kind, -1)

    def edit(self, at):
        self.events[at]["data"]["note"] = "異常なし"

    def delete(self, at):
        del self.events[at], self.seqs[at], self.hashes[at]

    def insert(self, at, event):
        self.events.insert(at, event)
        self.seqs.insert(at, 0)
        self.hashes.insert(at, b"")

    def cut(self, at):
        del self.events[at:], self.seqs[at:], self.hashes[at:]

    def renumber(self):
        self.seqs = list(range(1, len(self.events) + 1))

    def rehash(self, only=None):
        previous = bytes(32)
        for at, (seq, event) in enumerate(zip(self.seqs, self.events)):
            if only is None or only == at:
                self.hashes[at] = verify_journal.chain_hash(previous, seq,
                                                            canonical(event).encode())
            previous = self.hashes[at]

    def save(self):
        """The events, and every derived row so that it fits them."""
        with opened(self.path) as db:
            db.execute("DELETE FROM event_index")
            db.execute("DELETE FROM event")
            refs = {}
            for seq, event, stored in zip(self.seqs, self.events, self.hashes):
                db.execute("INSERT INTO event VALUES (?, ?, ?)", (seq, canonical(event), stored))
                of = event["run"] or event["data"].get("request", "")
                ref = refs.setdefault(of, event["data"].get("ref", "")) if of else ""
                db.execute("INSERT INTO event_index VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                           (seq, *(event[name] for name in ("run", "item", "kind", "person",
                                                            "recorded_at", "idempotency_key")), ref))
            self.save_runs(db)

    def save_runs(self, db):
        there = {event["run"] for event in self.events}
        for (run,) in db.execute("SELECT id FROM run").fetchall():
            if run not in there:
                db.execute("DELETE FROM run WHERE id = ?", (run,))
                continue
            kinds = [(seq, event["kind"]) for seq, event in zip(self.seqs, self.events)
                     if event["run"] == run]
            ends = [seq for seq, kind in kinds if kind == "run-finished"]
            signed = any(kind == "signed-off" for _, kind in kinds)
            state = "approved" if signed else "awaiting-approval" if ends else "open"
            db.execute("UPDATE run SET last_seq = ?, finish_seq = ?, state = ? WHERE id = ?",
                       (kinds[-1][0], ends[-1] if ends else 0, state, run))
        db.execute("DELETE FROM last_done")
        db.execute("INSERT INTO last_done SELECT item, performed_at, finish_seq, for_key, valid_until, request, cycle, before_at "
                   "FROM (SELECT *, lead(performed_at) OVER past AS before_at, row_number() OVER past AS place FROM run "
                   "WHERE satisfies AND performed_at IS NOT NULL "
                   "WINDOW past AS (PARTITION BY item ORDER BY performed_at DESC, finish_seq DESC)) WHERE place = 1")
