"""Single bits of a journal are flipped: no change of a record goes unnoticed, nothing crashes."""

import os
import random
import time

import checker
from place import Place
from report import Result
from tamper import Fixture

ASK_OPSCTL_EVERY = 10
DOCUMENTED = range(0, 8)


def content_of(path):
    """All records as any reader sees them; None where they cannot be read."""
    try:
        return checker.records_of(path)
    except (checker.sqlite3.Error, UnicodeError):
        return None


def integrity_is_ok(path):
    db = checker.sqlite3.connect(path)
    db.text_factory = bytes
    try:
        return db.execute("PRAGMA integrity_check").fetchall() == [(b"ok",)]
    except (checker.sqlite3.Error, UnicodeError):
        return False
    finally:
        db.close()


def flipped(original, bit):
    data = bytearray(original)
    data[bit // 8] ^= 1 << bit % 8
    return data


def look(path, bit, before, result):
    try:
        status, words = checker.verify(path)
    except Exception as problem:  # pylint: disable=broad-except
        result.require(False, f"bit {bit}: the verifier crashed: {problem!r}")
        return
    result.require(status in (checker.WHOLE, checker.BROKEN, checker.UNCHECKED),
                   f"bit {bit}: {status}")
    content = content_of(path)
    if content == before:
        result.count("no record changed")
        return
    result.count("record changed")
    result.require(status != checker.WHOLE, lambda: f"bit {bit} changed a record: {words}")
    # The control: SQLite's own check must miss some of these, or the flips prove nothing.
    result.count("missed by SQLite alone", integrity_is_ok(path))


def ask_opsctl(place, bit, result):
    """opsctl may refuse, but neither dies nor calls it a bug."""
    for line in (["log", "--format", "json"], ["due"]):
        answer = place.run(line)
        result.count("asked opsctl")
        result.require(answer.status in DOCUMENTED and "this is a bug" not in answer.err.lower(),
                       lambda: f"bit {bit}, {line[0]}: {answer}")


def run(opsctl, long):
    result = Result("bitflips")
    flips, deadline = (20000, time.monotonic() + 900) if long else (600, time.monotonic() + 30)
    with Place(opsctl) as place:
        Fixture(place)
        with open(place.journal, "rb") as file:
            original = file.read()
        before = checker.records_of(place.journal)
        place.journal = place.home + "/flipped.db"
        bits = random.Random(17).sample(range(len(original) * 8), min(flips, len(original) * 8))
        for number, bit in enumerate(bits):
            if time.monotonic() > deadline:
                break
            if os.path.exists(place.journal):
                os.unlink(place.journal)
            with open(place.journal, "wb") as file:
                file.write(flipped(original, bit))
            look(place.journal, bit, before, result)
            if number % ASK_OPSCTL_EVERY == 0:
                ask_opsctl(place, bit, result)
            result.count("flips")
    result.control("SQLite's check alone", result.figures.get("missed by SQLite alone", 0) > 0)
    return result
