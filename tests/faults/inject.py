"""Every file system call of every writing command is made to fail, or is where the command dies.

Its exit status and its words have to agree with the journal, and a repeat records it exactly once.
"""

import datetime
import os
import random
import shutil
import time

import checker
import tracing
from place import DAILY, GATED, ON_DEMAND, WATCH, Answer, Place, write
from report import Result

FAULTS = {"kill": "signal=KILL", "EIO": "error=EIO", "ENOSPC": "error=ENOSPC"}
# execve: then it is not opsctl that is tested. mmap: mostly memory, no file.
UNTOUCHED = {"execve", "mmap"}
# Sanitizers make calls of these names for themselves, and do not bear that they fail.
OF_SANITIZERS = {"open", "read", "write", "close", "pipe2", "readlink"}


def request_of(place, item):
    place.must("request", item, "--reason", "異常終了", "--as", "head1")
    return checker.json.loads(checker.records_of(place.journal)[-1][1])["data"]["request"]


class Fixture:
    """A journal on which every writing command succeeds."""

    def __init__(self, place):
        self.place = place
        place.init()
        start = ["start", DAILY, "--parallel", "--as", "op1"]
        self.open = place.must(*start)[0]["run"]
        self.finished = place.must(*start)[0]["run"]
        place.must("done", self.finished, "--all-ok", "--as", "op1")
        self.watch = place.must("start", WATCH, "--as", "op1")[0]["run"]
        self.emergency = place.must("start", GATED, "--emergency", "--reason", "障害",
                                    "--as", "op1")[0]["run"]
        self.asked = request_of(place, ON_DEMAND)
        self.gated = request_of(place, GATED)
        self.evidence = place.folder + "/evidence.txt"
        write(self.evidence, "結果\n" * 2000)
        with open(place.journal, "rb") as file:
            self.content = file.read()

    def commands(self):
        today = datetime.datetime.now(datetime.timezone(datetime.timedelta(hours=9))).date()
        tomorrow = (today + datetime.timedelta(days=1)).isoformat()
        op, owner = ["--as", "op1"], ["--as", "owner1"]
        lines = [
            ["done", self.open, "--all-ok", *op],
            ["start", DAILY, "--parallel", *op],
            ["approve", self.finished, "--confirm", self.finished, *owner],
            ["request", ON_DEMAND, "--reason", "異常", *owner],
            ["start", ON_DEMAND, "--request", self.asked, *op],
            ["step", self.open, 1, "--ok", *op],
            ["step", self.open, 1, "--ok", "--evidence", self.evidence, *op],
            ["note", self.open, "様子を見る", *op],
            ["fill", self.open, "version=7", *op],
            ["abort", self.open, "--reason", "中止", *op],
            ["handover", self.open, "--to", "op2", *op],
            ["correct", self.finished, "--step", "look", "--ng", "--note", "未確認",
             "--reason", "確認漏れ", *op],
            ["return", self.finished, "--reason", "不足", *owner],
            ["reject", self.finished, "--reason", "不備", *owner],
            ["approve", self.gated, *owner],
            ["approve", self.emergency, "--confirm", self.emergency, *owner],
            ["withdraw", self.asked, "--reason", "復旧", "--as", "head1"],
            ["waive", DAILY, "--for", tomorrow, "--reason", "停止", *owner],
            ["confirm", self.watch, *op]]
        return [[str(word) for word in line] for line in lines]

    def restore(self):
        """The folder of the journal as it was, without what the last command left."""
        shutil.rmtree(self.place.home)
        os.mkdir(self.place.home)
        with open(self.place.journal, "wb") as file:
            file.write(self.content)


    def paths(self):
        return [self.place.home, self.place.journal, self.place.journal + "-journal",
                self.place.journal + "-lock", self.place.folder + "/out"]


class FirstUse:
    """A folder without a journal, in which the first command makes one."""

    def __init__(self, place):
        self.place = place
        place.use_default_path()

    def commands(self):
        return [["start", str(DAILY), "--as", "op1"], ["init", "--as", "op1"]]

    def restore(self):
        shutil.rmtree(self.place.home)
        os.mkdir(self.place.home)


class Attempt:
    """One command under one key, and what became of it."""

    def __init__(self, place, command, result):
        self.place, self.result = place, result
        self.command = command
        self.key = "key-" + "-".join(command[:2])
        self.line = [*command, "--idempotency-key", self.key, "--format", "json"]

    def run(self, prefix=()):
        """With standard output in a file, so that writing to it can be made to fail by its name."""
        with open(self.place.folder + "/out", "w+", encoding="utf-8") as out:
            process = self.place.start(self.line, prefix, stdout=out)
            _, err = process.communicate(timeout=120)
            out.seek(0)
            return Answer(process.returncode, out.read(), err)

    def there(self):
        if not os.path.exists(self.place.journal):
            return 0
        checker.recover(self.place.journal)
        return len(checker.by_key(self.place.journal).get(self.key, []))

    def judge(self, answer, where):
        """Do exit status and words say what is so? Does a repeat set it right?"""
        there = self.there()

        def tell():
            return f"{' '.join(self.command)}, {where}: there {there}; {answer}"

        self.agree(answer, there, tell)
        again = self.run()
        self.result.require(again.status == 0 and again.repeated() == (there == 1) and
                            self.there() == 1, lambda: f"{tell()}; then {again}")
        status, words = checker.verify(self.place.journal)
        self.result.require(status == checker.WHOLE, lambda: f"{tell()}; {words}")

    def agree(self, answer, there, tell):
        code = answer.code()
        self.result.count({0: "told recorded", -9: "killed"}.get(answer.status, "told failed"))
        self.result.require(there <= 1, tell)
        if answer.status == 0 or code == "output_lost":
            self.result.require(there == 1, tell)
        elif code == "commit_unknown":
            self.result.count("told unknown")
        elif answer.status == -9:
            self.result.count("killed, recorded", there)
        else:
            self.result.require(there == 0, tell)
            self.result.require(answer.status in (1, 3, 4, 5, 6, 75, 127), tell)
            self.result.require(code != "bug", tell)


class Creation(Attempt):
    """`init`, which has no key: there is a whole journal afterwards, or none."""

    def __init__(self, place, command, result):
        super().__init__(place, command, result)
        self.line = command

    def judge(self, answer, where):
        journal = self.place.journal
        there = os.path.exists(journal)

        def tell():
            return f"init, {where}: there {there}; {answer}"

        self.result.count({0: "told recorded", -9: "killed"}.get(answer.status, "told failed"))
        self.result.require(there or answer.status != 0, tell)
        again = self.run()
        right = "exists already" in again.err if there else again.status == 0
        status, words = checker.verify(journal)
        self.result.require(right and status == checker.WHOLE, lambda: f"{tell()}; {again}; {words}")


def attempt_of(place, command, result):
    return (Creation if command[0] == "init" else Attempt)(place, command, result)


def is_sanitized(opsctl):
    with open(opsctl, "rb") as file:
        return b"__asan_init" in file.read()


def plan(fixture, commands, paths, result):
    """All (command, paths, call, fault). Without paths: from the start of the program on."""
    place = fixture.place
    trace = place.folder + "/trace"
    sanitized = not paths and is_sanitized(place.opsctl)
    todo = []
    for command in commands:
        fixture.restore()
        attempt = attempt_of(place, command, result)
        answer = attempt.run(tracing.prefix(trace, paths, named=True))
        result.require(answer.status == 0, lambda: f"{' '.join(command)}: {answer}")
        calls = tracing.calls_of(trace)
        for call, at in zip(calls, tracing.places_of(calls)):
            of_sanitizer = sanitized and (call.name in OF_SANITIZERS or
                                          place.home not in call.arguments)
            if call.name not in UNTOUCHED and not of_sanitizer:
                todo += [(command, paths, at, fault) for fault in FAULTS]
    return todo


def inject(fixture, todo, deadline, result):
    result.count("planned", len(todo))
    random.Random(5).shuffle(todo)
    for command, paths, (name, nth), fault in todo:
        if time.monotonic() > deadline:
            return
        fixture.restore()
        attempt = attempt_of(fixture.place, command, result)
        rule = f"{name}:{FAULTS[fault]}:when={nth}"
        trace = fixture.place.folder + "/trace"
        answer = attempt.run(tracing.prefix(trace, paths, rule, name))
        if not (answer.status == -9 if fault == "kill" else tracing.was_injected(trace)):
            result.count("not reached")
        attempt.judge(answer, f"{fault} at {name} {nth}")
        result.count("faults")


LIARS = {
    "tells recorded, is not": "echo '{{\"repeated\": false, \"records\": []}}'",
    "tells not recorded, is":
        "'{real}' \"$@\" >/dev/null; echo '{{\"error\": {{\"code\": \"x\"}}}}' >&2; exit 6"}


def controls(fixture, result):
    place, real = fixture.place, fixture.place.opsctl
    for name, script in LIARS.items():
        fixture.restore()
        place.opsctl = place.folder + "/fake"
        write(place.opsctl, "#!/bin/sh\n" + script.format(real=real) + "\n")
        os.chmod(place.opsctl, 0o755)
        seen = Result("control")
        attempt = Attempt(place, fixture.commands()[0], seen)
        answer = attempt.run()
        place.opsctl = real
        attempt.agree(answer, attempt.there(), lambda: "disagrees")
        result.control(name, "disagrees" in seen.violations)


def run(opsctl, long):
    tracing.require()
    result = Result("inject")
    began = time.monotonic()

    def until(seconds):
        """Where not all are to be made, as many as there is time for."""
        return began + (7200 if long else seconds)

    with Place(opsctl) as place:
        fixture = Fixture(place)
        controls(fixture, result)
        commands = fixture.commands()
        inject(fixture, plan(fixture, commands if long else commands[:4], fixture.paths(), result),
               until(20), result)
        if long:
            # What comes before the journal is opened is the same in all of them.
            inject(fixture, plan(fixture, commands[:1], [], result), until(0), result)
        place.new_home("first")
        first = FirstUse(place)
        inject(first, plan(first, first.commands(), [], result), until(30), result)
    made, planned = result.figures.get("faults", 0), result.figures["planned"]
    result.require(made > 0 and result.figures.get("not reached", 0) * 20 <= made,
                   "calls were not reached")
    result.require(made == planned or not long, "the time was too short for all of them")
    return result
