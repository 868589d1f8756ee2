"""What the tests ask of a journal: is it whole, and what is in it?

`verify` is the one way to check a journal, so that another verifier can be put in its place.
"""

import contextlib
import io
import json
import os
import sqlite3
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
import verify_journal  # noqa: E402

WHOLE, BROKEN, UNCHECKED = 0, 1, 6


def verify(path, anchors=()):
    """Exit status of the independent verifier, and what it said."""
    said = io.StringIO()
    with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
        words = [word for anchor in anchors for word in ("--anchor", anchor)]
        status = verify_journal.main([path, *words])
    return status, said.getvalue()


def recover(path):
    """Undoes a half-written transaction, as the next command would; does not wait for the disk."""
    db = sqlite3.connect(path)
    try:
        db.execute("PRAGMA synchronous = OFF")
        return db.execute("SELECT count(*) FROM event").fetchone()[0]
    finally:
        db.close()


def records_of(path):
    """All records as (seq, payload, hash)."""
    db = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    db.text_factory = bytes
    try:
        return db.execute("SELECT seq, payload, hash FROM event ORDER BY seq").fetchall()
    finally:
        db.close()


def anchor_of(path):
    seq, _, stored = records_of(path)[-1]
    return f"{seq}:{stored.hex()}"


def by_key(path):
    """The (seq, hash) of the records of each idempotency key."""
    keys = {}
    for seq, payload, stored in records_of(path):
        keys.setdefault(json.loads(payload)["idempotency_key"], []).append((seq, stored.hex()))
    return keys
