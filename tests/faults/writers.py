"""Many writers at once on a slow disk, with readers: nobody is turned away, nothing is lost."""

import fcntl
import itertools
import json
import random
import statistics
import subprocess
import threading
import time

import checker
import stories
import tracing
from place import Place
from report import Result

DELAY_MICROSECONDS = 5000
SYNCS_OF_A_COMMIT = 5
READINGS = [["log", "--limit", "20", "--format", "json"], ["status", "--as", "op1"], ["due"],
            ["pending"]]


def slow():
    """A disk on which every sync takes 5 ms longer."""
    return tracing.prefix("/dev/null", calls="fsync,fdatasync",
                          inject=f"fsync,fdatasync:delay_exit={DELAY_MICROSECONDS}")


class Office:
    """So many writers and three readers at one journal, until so many records are written."""

    def __init__(self, place, writers, commits, result, deadline):
        self.place, self.writers, self.left = place, writers, commits
        self.result, self.deadline = result, deadline
        self.lock = threading.Lock()
        self.acknowledged, self.waits = [], []

    def goes_on(self):
        return self.left > 0 and not self.result.violations and time.monotonic() < self.deadline

    def work(self, number):
        rng = random.Random(number)
        while self.goes_on():
            recorded, story = None, stories.daily(rng)
            for _ in itertools.count():
                try:
                    line = [str(word) for word in story.send(recorded)]
                except StopIteration:
                    break
                recorded = self.commit(line)
                if recorded is None or not self.goes_on():
                    return

    def commit(self, line):
        began = time.monotonic()
        answer = self.place.run([*line, "--format", "json"], prefix=slow())
        wait = time.monotonic() - began
        if not self.result.require(answer.status == 0,
                                   lambda: f"{' '.join(line)} after {wait:.1f} s: {answer}"):
            return None
        record = json.loads(answer.out)["records"][0]
        with self.lock:
            self.left -= 1
            self.waits.append(wait)
            self.acknowledged.append((record["seq"], record["hash"]))
        return record

    def read(self, number):
        for line in itertools.cycle(READINGS[number:] + READINGS[:number]):
            if not self.goes_on():
                return
            answer = self.place.run(line)
            self.result.count("readings")
            self.result.require(answer.status == 0, lambda: f"{line}: {answer}")
            time.sleep(0.05)

    def page(self):
        """Reads everything into a pager that shows the first page only: that must block nobody."""
        while self.goes_on():
            process = self.place.start(["log", "--limit", "0"])
            time.sleep(1)
            process.communicate()
            self.result.count("readings")

    def open(self):
        threads = [threading.Thread(target=self.work, args=(number,))
                   for number in range(self.writers)]
        threads += [threading.Thread(target=self.read, args=(number,)) for number in range(2)]
        threads.append(threading.Thread(target=self.page))
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.check()

    def check(self):
        status, words = checker.verify(self.place.journal)
        self.result.require(status == checker.WHOLE, words)
        there = {(seq, stored.hex()) for seq, _, stored in checker.records_of(self.place.journal)}
        lost = set(self.acknowledged) - there
        self.result.require(not lost, f"lost: {sorted(lost)}")
        # Besides what was answered: the journal's beginning, and the roster with the first act.
        self.result.require(len(there) == len(self.acknowledged) + 2, "records that nobody wrote")
        self.result.count("commits", len(self.acknowledged))
        if not self.result.require(self.waits, "nobody could write anything"):
            return
        self.result.figures[f"{self.writers} writers"] = (
            f"median {statistics.median(self.waits):.2f} s, longest {max(self.waits):.2f} s")
        least = SYNCS_OF_A_COMMIT * DELAY_MICROSECONDS / 1e6
        self.result.require(min(self.waits) >= least, "the disk was not slow: nothing was tested")


class Held(threading.Thread):
    """The control: a journal that is held for good. Its writer has to be told that it is busy."""

    def __init__(self, opsctl):
        super().__init__()
        self.opsctl, self.answer = opsctl, None

    def run(self):
        with Place(self.opsctl) as place:
            place.init()
            with open(place.journal + "-lock", "ab") as lock:
                fcntl.flock(lock, fcntl.LOCK_EX)
                self.answer = place.run(["start", "2", "--as", "op1", "--format", "json"])


def run(opsctl, long):
    tracing.require()
    result = Result("writers")
    held = Held(opsctl)
    held.start()
    commits, seconds = (6700, 2400) if long else (60, 12)
    try:
        for writers in (8, 16, 32) if long else (8, 16):
            with Place(opsctl) as place:
                place.init()
                office = Office(place, writers, commits, result, time.monotonic() + seconds)
                office.open()
                result.require(office.left <= 0 or not long, "the time was too short for all")
    except subprocess.TimeoutExpired as problem:
        result.require(False, f"somebody waited for ever: {problem}")
    held.join()
    result.control("a journal that is held", held.answer is not None and held.answer.status == 75 and
                   held.answer.code() == "journal_busy_by")
    return result
