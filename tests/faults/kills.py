"""Writers are killed at random moments; what they acknowledged stays, and nothing is there twice."""

import json
import os
import random
import statistics
import threading
import time
import uuid

import checker
import stories
from place import Place, write
from report import Result

WRITERS = 8
KILLS_OF_ONE_JOURNAL = 1000
TRIES_THAT_ARE_KILLED = 3


class Run:
    """One journal with its writers, until so many of their commands were killed."""

    def __init__(self, place, kills, seed, result, deadline):
        self.place, self.left, self.seed, self.result = place, kills, seed, result
        self.deadline = deadline
        self.lock = threading.Lock()
        self.acknowledged = {}  # idempotency key -> (seq, hash)
        self.durations = [0.05]

    def go_on(self):
        return self.left > 0 and not self.result.violations and time.monotonic() < self.deadline

    def write(self, number):
        try:
            rng = random.Random(f"{self.seed}/{number}")
            while self.go_on():
                self.play(rng, stories.any_story(rng, keeps_watch=number == 0))
        except Exception as problem:  # pylint: disable=broad-except
            self.result.require(False, f"writer {number}: {problem!r}")

    def play(self, rng, story):
        recorded = None
        try:
            while True:  # to its end: a watch that is left open would be in the next one's way
                command = [str(word) for word in story.send(recorded)]
                recorded = self.insist(rng, command)
                if recorded is None:
                    return
        except StopIteration:
            pass

    def insist(self, rng, command):
        """Repeats a command that was killed, under its key, until it answers."""
        key = str(uuid.UUID(int=rng.getrandbits(128)))
        line = [*command, "--idempotency-key", key, "--format", "json"]
        killed = 0
        while True:
            kill = killed < TRIES_THAT_ARE_KILLED and self.go_on() and rng.random() < 0.8
            answer = self.command(rng, line, kill)
            if answer is None:
                killed += 1
                continue
            if answer[0] != 0:
                self.result.require(False, f"{' '.join(command)} after {killed} kills: {answer}")
                return None
            return self.take(command, key, json.loads(answer[1]), killed)

    def command(self, rng, line, kill):
        """Exit status and words; None where it died of the kill without a full acknowledgement."""
        began = time.monotonic()
        process = self.place.start(line)
        killer = self.killer(rng, process) if kill else None
        if killer:
            killer.start()
        out, err = process.communicate()
        if killer:
            killer.cancel()
        if process.returncode != -9:
            self.durations.append(time.monotonic() - began)
            return process.returncode, out, err
        with self.lock:
            self.left -= 1
            self.result.count("kills")
        try:  # killed after it had told everything: that is an acknowledgement
            json.loads(out)
        except ValueError:
            return None
        self.result.count("acknowledged before the kill")
        return 0, out, err

    def killer(self, rng, process):
        if rng.random() < 0.3:
            return threading.Timer(0, self.kill_after_commit, [process])
        share = rng.uniform(rng.choice([0, 0.7]), 1.1)  # half of them late, where the writing is
        return threading.Timer(share * statistics.median(self.durations[-50:]), process.kill)

    def kill_after_commit(self, process):
        """When somebody's rollback journal goes away: that is the moment of a commit."""
        was_there = False
        while process.poll() is None:
            is_there = os.path.exists(self.place.journal + "-journal")
            if was_there and not is_there:
                process.kill()
                return
            was_there = is_there
            time.sleep(0.0001)

    def take(self, command, key, told, killed):
        if len(told["records"]) != 1:
            self.result.require(False, f"{' '.join(command)}: {told}")
            return None
        record = told["records"][0]
        with self.lock:
            self.acknowledged[key] = (record["seq"], record["hash"])
            self.result.count("acknowledged")
            if told["repeated"]:
                self.result.count("already recorded")
                self.result.require(killed > 0, f"{' '.join(command)}: a first try was a repeat")
        if command[0] == "request":
            record["request"] = self.request_of(command[1], record["seq"])
        return record

    def request_of(self, item, seq):
        log = self.place.run(["log", item, "--kind", "request-made", "--limit", "100",
                              "--format", "json"])
        return next(event["data"]["request"] for event in json.loads(log.out)["events"]
                    if event["seq"] == seq)

    def check(self):
        journal = self.place.journal
        checker.recover(journal)
        status, words = checker.verify(journal)
        self.result.require(status == checker.WHOLE, f"the journal is not whole: {words}")
        found = checker.by_key(journal)
        for key, record in self.acknowledged.items():
            there = found.pop(key, [])
            self.result.require(record in there, f"lost: record {record} of key {key}")
            self.result.require(len(there) <= 1, f"twice: {there} of key {key}")
        found.pop("", None)  # its creation
        left = sum(len(there) for there in found.values())
        # Nothing is there that nobody asked for: stories end with an answer to every command.
        self.result.require(left == 0, f"{left} records that no writer knows of")

    def all(self):
        self.place.init()
        threads = [threading.Thread(target=self.write, args=(number,)) for number in range(WRITERS)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.check()


# Acknowledges notes without writing them.
LIAR = """#!/bin/sh
[ "$1" = note ] || exec '{opsctl}' "$@"
echo '{{"repeated": false, "records": [{{"run": "", "seq": 2, "hash": "00"}}]}}'
"""

# Records notes twice, once without their idempotency key.
STUTTERER = """#!/bin/sh
[ "$1" = note ] && '{opsctl}' note "$2" "$3" --as op1 >/dev/null 2>&1
exec '{opsctl}' "$@"
"""


def finds(opsctl, script, words):
    """Whether this test says these words of the program that `script` is."""
    result = Result("control")
    with Place(opsctl) as place:
        real, place.opsctl = place.opsctl, place.folder + "/fake"
        write(place.opsctl, script.format(opsctl=real))
        os.chmod(place.opsctl, 0o755)
        Run(place, 15, 1, result, time.monotonic() + 30).all()
    return any(words in violation for violation in result.violations)


# Without one of each nothing was tried. On a slow machine that takes a while.
FIGURES = ("kills", "acknowledged", "already recorded")


def run(opsctl, long):
    result = Result("kills")
    kills, deadline = (20000, time.monotonic() + 7200) if long else (200, time.monotonic() + 120)
    result.control("a liar", finds(opsctl, LIAR, "lost: record"))
    result.control("a stutterer", finds(opsctl, STUTTERER, "that no writer knows of"))
    while time.monotonic() < deadline:
        left = kills - result.figures.get("kills", 0)
        if left <= 0 and all(result.figures.get(figure, 0) > 0 for figure in FIGURES):
            break
        left = max(left, 50)
        with Place(opsctl) as place:
            Run(place, min(left, KILLS_OF_ONE_JOURNAL), left, result, deadline).all()
        if result.violations:
            break
    result.require(not long or result.figures.get("kills", 0) >= kills, "the time was too short for all of them")
    for figure in FIGURES:
        result.require(result.figures.get(figure, 0) > 0, f"{figure}: none")
    return result
