#!/usr/bin/env python3
"""transact.py JOURNAL SOURCE SYNCHRONOUS: adds the records that SOURCE has more, one transaction
each, as opsctl does it but for `PRAGMA synchronous`, and acknowledges each on standard output.
"""

import os
import sqlite3
import sys


def rows(db, table, condition):
    return db.execute(f"SELECT * FROM {table} WHERE {condition}").fetchall()


def insert(db, table, records):
    for record in records:
        db.execute(f"INSERT INTO {table} VALUES ({', '.join('?' * len(record))})", record)


def main(journal, source, synchronous):
    db = sqlite3.connect(journal, isolation_level=None)
    more = sqlite3.connect(source)
    db.execute(f"PRAGMA synchronous = {synchronous}")
    db.execute("PRAGMA temp_store = MEMORY")
    first = db.execute("SELECT max(seq) + 1 FROM event").fetchone()[0]
    last = more.execute("SELECT max(seq) FROM event").fetchone()[0]
    for seq in range(first, last + 1):
        db.execute("BEGIN IMMEDIATE")
        insert(db, "blob", rows(more, "blob", "1"))
        insert(db, "event", rows(more, "event", f"seq = {seq}"))
        insert(db, "event_index", rows(more, "event_index", f"seq = {seq}"))
        db.execute("COMMIT")
        os.write(1, b"recorded\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
