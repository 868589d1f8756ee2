"""The power fails at every moment of a day's commands: what was acknowledged is there afterwards.

The commands are traced; a model of the disk (disk.py) says what may be left of them. The same
transactions with less syncing are the controls: they must lose records in this model.
"""

import hashlib
import os
import random
import shutil
import sys
import tempfile
import time

import checker
import replay
import tracing
from disk import Disk
from place import DAILY, GATED, ON_DEMAND, Place
from report import Result

ASK_OPSCTL_EVERY = 500
# Where states are laid out to be looked at: undoing a transaction syncs, which here need not wait
# for a disk.
MEMORY = "/dev/shm"


class Judge:
    """Looks at the states of one journal: which records are there, is it whole?"""

    def __init__(self, place, result, rng):
        self.place, self.result, self.rng = place, result, rng
        self.states = 0
        self.missing = self.corrupt = 0
        self.seen = set()
        self.verdicts = {}  # of recovered journals, by their bytes
        memory = MEMORY if os.access(MEMORY, os.W_OK) else None
        self.folder = os.path.realpath(tempfile.mkdtemp(prefix="opsctl-faults-", dir=memory))

    def __enter__(self):
        return self

    def __exit__(self, *_):
        shutil.rmtree(self.folder, ignore_errors=True)

    def look(self, disk, count, acknowledged, in_flight):
        """States of this moment; `acknowledged`, `in_flight`: head hashes that have to, may be."""
        for state in disk.states(self.rng, count):
            digest = hashlib.sha256(repr((acknowledged, in_flight)).encode())
            for name in sorted(state):
                digest.update(name.encode() + hashlib.sha256(state[name]).digest())
            if digest.digest() in self.seen:
                continue
            self.seen.add(digest.digest())
            self.states += 1
            self.judge(state, acknowledged, in_flight)

    def judge(self, state, acknowledged, in_flight):
        for name in os.listdir(self.folder):
            os.unlink(f"{self.folder}/{name}")
        for name, data in state.items():
            with open(f"{self.folder}/{name}", "wb") as file:
                file.write(data)
        head = self.head(self.folder + "/journal.db")
        if head == "corrupt":
            self.corrupt += 1
        elif head not in (acknowledged, in_flight):
            self.missing += 1
        elif head is not None and self.states % ASK_OPSCTL_EVERY == 0:
            self.ask_opsctl()

    def head(self, journal):
        """The hash of its last record; None where there is no journal."""
        if not os.path.exists(journal):
            return None
        try:
            checker.recover(journal)
            with open(journal, "rb") as file:
                digest = hashlib.sha256(file.read()).digest()
            if digest not in self.verdicts:
                whole = checker.verify(journal)[0] == checker.WHOLE
                self.verdicts[digest] = checker.records_of(journal)[-1][2] if whole else "corrupt"
            return self.verdicts[digest]
        except (checker.sqlite3.Error, IndexError):
            return "corrupt"

    def ask_opsctl(self):
        journal, self.place.journal = self.place.journal, self.folder + "/journal.db"
        answer = self.place.run(["log", "--limit", "1"])
        self.place.journal = journal
        self.result.count("asked opsctl")
        self.result.require(answer.status == 0, lambda: f"after a power cut: {answer}")


def day(place):
    """Commands one after the other, told by functions: each knows what the ones before recorded."""
    big = place.folder + "/evidence.bin"
    with open(big, "wb") as file:  # more than SQLite's cache: written before the commit
        file.write(random.Random(3).randbytes(2_300_000))
    run = []
    yield ["init", "--as", "op1"]
    run.append((yield ["start", DAILY, "--as", "op1"]))
    yield ["note", run[0], "様子を見る", "--as", "op1"]
    yield ["step", run[0], 1, "--ok", "--as", "op1"]
    yield ["done", run[0], "--all-ok", "--as", "op1"]
    yield ["approve", run[0], "--confirm", run[0], "--as", "owner1"]
    yield ["request", ON_DEMAND, "--reason", "異常", "--as", "owner1"]
    yield ["request", GATED, "--reason", "変更", "--as", "head1"]
    second = yield ["start", DAILY, "--parallel", "--as", "op1"]
    yield ["step", second, 1, "--ok", "--evidence", big, "--as", "op1"]
    yield ["abort", second, "--reason", "中止", "--as", "op1"]


def opsctl_cuts(place, judge, states_of_a_moment, deadline):
    """The day with opsctl. Every command is traced, then cut at each of its moments."""
    disk, acknowledged = Disk(), None
    commands = day(place)
    recorded = None
    while time.monotonic() < deadline:
        try:
            command = [str(word) for word in commands.send(recorded)]
        except StopIteration:
            return
        trace = place.folder + "/trace"
        answer = place.run([*command, "--quiet"], prefix=replay.prefix(trace))
        if answer.status != 0:
            raise AssertionError(f"{' '.join(command)}: {answer}")
        last = checker.records_of(place.journal)[-1]
        recorded = checker.json.loads(last[1])["run"]
        played = replay.Replay(disk, place.home)
        for _ in played.moments(trace):
            # A large transaction has many moments and large states: fewer of each.
            count = max(2, states_of_a_moment // (1 + len(disk.pending) +
                                                  sum(len(i.pending) for i in disk.live.values()) // 40))
            judge.look(disk, count, last[2] if played.acknowledged else acknowledged, last[2])
        judge.result.require(played.acknowledged, f"{' '.join(command)} acknowledged nothing")
        acknowledged = last[2]
        judge.result.count("commands")


def control_cuts(place, judge, synchronous):
    """The same kind of transactions by another writer, with this `PRAGMA synchronous`."""
    source, journal = place.journal, place.home + "-control/journal.db"
    shutil.rmtree(place.home + "-control", ignore_errors=True)
    os.mkdir(place.home + "-control")
    shutil.copy(place.folder + "/base.db", journal)
    disk = Disk()
    with open(journal, "rb") as file:
        disk.set_name("journal.db", replay.Inode(file.read()))
    disk.sync_all()
    before = len(checker.records_of(journal))
    trace = place.folder + "/trace"
    tool = os.path.join(os.path.dirname(os.path.abspath(__file__)), "transact.py")
    real, place.opsctl = place.opsctl, sys.executable
    answer = place.run([tool, journal, source, synchronous], prefix=replay.prefix(trace))
    place.opsctl = real
    if answer.status != 0:
        raise AssertionError(f"transact.py: {answer}")
    heads = [stored for _, _, stored in checker.records_of(journal)][before - 1:]
    played = replay.Replay(disk, os.path.dirname(journal))
    done = 0
    for _ in played.moments(trace):
        done += played.acknowledged
        played.acknowledged = False
        judge.look(disk, 12, heads[done], heads[min(done + 1, len(heads) - 1)])


def controls(opsctl, result):
    with Place(opsctl) as place:
        place.init()
        shutil.copy(place.journal, place.folder + "/base.db")
        for number in range(4):
            place.must("request", ON_DEMAND, "--reason", f"異常 {number}", "--as", "owner1")
        for synchronous in ("OFF", "FULL", "EXTRA"):
            with Judge(place, result, random.Random(synchronous)) as judge:
                control_cuts(place, judge, synchronous)
            lost = judge.missing + judge.corrupt
            result.figures[f"{synchronous} lost"] = f"{lost} of {judge.states}"
            if synchronous == "EXTRA":
                result.require(lost == 0, f"EXTRA loses {lost}: the model is harsher than meant")
            else:
                result.control(f"synchronous={synchronous}", lost > 0)


def run(opsctl, long):
    tracing.require()
    result = Result("powercut")
    controls(opsctl, result)
    deadline = time.monotonic() + (1200 if long else 30)
    with Place(opsctl) as place, Judge(place, result, random.Random(11)) as judge:
        opsctl_cuts(place, judge, 400 if long else 6, deadline)
        result.figures.update(states=judge.states, missing=judge.missing, corrupt=judge.corrupt)
        result.require(judge.missing == 0, f"{judge.missing} states miss an acknowledged record")
        result.require(judge.corrupt == 0, f"{judge.corrupt} states are not whole")
        result.require(judge.states >= (50000 if long else 500), f"only {judge.states} states")
    return result
