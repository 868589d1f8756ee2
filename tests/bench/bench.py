#!/usr/bin/env python3
"""How fast opsctl is, beside its yardsticks: measured in the same run, in turns, medians, as ratios.

    tests/bench/bench.py --bin build/release/bin [--events 1000000] [--items 75,1000,10000] [--rounds 25]
                         [--growth 1000,100000,1000000] [--keep FOLDER]

`--bin` has opsctl, make_journal and yardstick (cmake --preset release -DOPSCTL_BENCH=ON). What is missing on the
machine (task, remind, valgrind, PyYAML) is named as skipped. Prints Markdown.
"""
import argparse
import concurrent.futures
import os
import pathlib
import platform
import re
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
import make_catalogue  # noqa: E402  (beside this file)

SHIPPED = HERE.parent.parent / "runbooks"
RUNNING = ("check", "check, no cache", "due", "status", "pending", "list", "log --limit 20")


class Contestant:
    """A command line; `fine`: the exit statuses that are an answer. A word may be a function, asked before each run."""

    def __init__(self, name, argv, env=None, fine=(0,)):
        self.name, self.words, self.env, self.fine = name, list(argv), env or {}, fine
        self.times = []

    def run(self):
        actions = [(os.POSIX_SPAWN_OPEN, 1, "/dev/null", os.O_WRONLY, 0), (os.POSIX_SPAWN_OPEN, 2, "/dev/null", os.O_WRONLY, 0)]
        environment = {**os.environ, **self.env}
        argv = self.argv
        begin = time.perf_counter_ns()
        pid = os.posix_spawnp(argv[0], argv, environment, file_actions=actions)
        _, status = os.waitpid(pid, 0)
        self.times.append((time.perf_counter_ns() - begin) / 1e6)
        code = os.waitstatus_to_exitcode(status)
        if code not in self.fine:
            sys.exit(f"{' '.join(argv)}: exit status {code}\n" + subprocess.run(
                argv, env=environment, capture_output=True, text=True, check=False).stderr)

    @property
    def argv(self):
        return [str(word() if callable(word) else word) for word in self.words]

    @property
    def ms(self):
        return statistics.median(self.times)


def in_turns(contestants, rounds):
    for one in contestants:
        one.run()  # warms the caches
        one.times.clear()
    for _ in range(rounds):
        for one in contestants:
            one.run()


def instructions(contestant):
    """By callgrind, which gives the same number each time; nothing without valgrind."""
    if not shutil.which("valgrind"):
        return None
    done = subprocess.run(["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", *contestant.argv],
                          env={**os.environ, **contestant.env}, capture_output=True, text=True, check=False)
    found = re.search(r"Collected : (\d+)", done.stderr)
    return int(found[1]) / 1e6 if found else None


class Bench:
    def __init__(self, args, folder):
        self.args, self.folder = args, folder
        self.bin = pathlib.Path(args.bin).resolve()
        self.home = folder / "home"
        self.home.mkdir(exist_ok=True)
        self.skipped = [f"{name}: not installed" for name in ("task", "remind", "valgrind", "sqlite3") if not shutil.which(name)]
        try:
            import yaml
            if not yaml.__with_libyaml__:
                self.skipped.append("the Python script: PyYAML without libyaml")
        except ImportError:
            self.skipped.append("the Python script: PyYAML is not installed")

    def lacks(self, name):
        return any(one.startswith(name) for one in self.skipped)

    # --- what is measured with

    def catalogue(self, items):
        place = self.folder / f"runbooks-{items}"
        if not place.exists():
            make_catalogue.make(SHIPPED, place, items)
            # A file that is younger than a moment could still be written to: nothing may be kept of it.
            old = time.time() - 3600
            for path in place.rglob("*"):
                os.utime(path, (old, old))
        return place

    def journal(self, catalogue, events):
        place = self.folder / f"{catalogue.name}-{events}.db"
        if not place.exists():
            begin = time.perf_counter()
            subprocess.run([self.bin / "make_journal", catalogue, place, str(events)], check=True)
            print(f"({place.name}: made in {time.perf_counter() - begin:.0f} s)", file=sys.stderr)
        return place

    def summary(self, items):
        """One table that has the answer already: the least that SQLite's own shell must read."""
        place = self.folder / f"summary-{items}.db"
        if not place.exists():
            db = sqlite3.connect(place)
            db.execute("CREATE TABLE item (id TEXT PRIMARY KEY, title TEXT, state TEXT, last_done INTEGER, due INTEGER)")
            db.executemany("INSERT INTO item VALUES (?, ?, ?, ?, ?)",
                           [(f"inc-{n}", f"項目 {n}", "done", 1790000000 + n, 1795000000 + n) for n in range(items)])
            db.commit()
            db.close()
        return Contestant("sqlite3, one summary table", ["sqlite3", place, "SELECT id, title, state, due FROM item WHERE due < 1795000010"])

    def script(self, catalogue, journal):
        return Contestant("Python script (CSafeLoader, one query)", [sys.executable, HERE / "script.py", catalogue, journal])

    def yardstick(self, name, *words):
        return Contestant(name, [self.bin / "yardstick", *words])

    def opsctl(self, name, catalogue, journal, words=None, cache=True, fine=(0, 1, 2)):
        env = {"HOME": str(self.home) if cache else "", "XDG_CACHE_HOME": "", "LC_ALL": "C.UTF-8",
               "OPSCTL_RUNBOOKS": str(catalogue), "OPSCTL_DB": str(journal)}
        return Contestant(f"opsctl {name}", [self.bin / "opsctl", *(words or name.split())], env, fine)

    def peak_of(self, contestant):
        """In MiB."""
        done = subprocess.run([self.bin / "yardstick", "peak", *contestant.argv], env={**os.environ, **contestant.env},
                              capture_output=True, text=True, check=True)
        return int(done.stdout) / 1024

    # --- the tables

    def reading(self, items):
        catalogue = self.catalogue(items)
        journal = self.journal(catalogue, self.args.events)
        yardsticks = [self.yardstick("an empty process", "nothing"), self.yardstick("stat of every file", "stat", catalogue)]
        if not self.lacks("sqlite3"):
            yardsticks.append(self.summary(items))
        if not self.lacks("the Python script"):
            yardsticks.append(self.script(catalogue, journal))
        if not self.lacks("remind"):
            yardsticks.append(self.remind(items))
        if not self.lacks("task") and items == 75:
            yardsticks.append(self.task(journal))
        ours = [self.opsctl(name, catalogue, journal, name.split(",")[0].split(), cache="no cache" not in name)
                for name in RUNNING]
        for one, name in zip(ours, RUNNING):
            one.name = f"opsctl {name}"
        every = yardsticks + ours
        in_turns(every, self.args.rounds if items < 10000 else max(3, self.args.rounds // 3))
        self.print_table(f"Reading: {items} runbooks, {self.args.events} records", every,
                         next((y for y in yardsticks if y.name.startswith("sqlite3")), yardsticks[0]))

    def remind(self, items):
        """remind with as many recurring dates in one file, a third of which it tells of today."""
        place = self.folder / f"remind-{items}.rem"
        place.write_text("".join(f"REM {n % 28 + 1} +10 MSG 項目 {n} まで %b%\n" for n in range(items)), encoding="utf-8")
        return Contestant("remind, one file", ["remind", place])

    def task(self, journal):
        """Taskwarrior with as many completed tasks as the journal has executions: its files are lines of its own format."""
        with sqlite3.connect(journal) as db:
            runs, = db.execute("SELECT count(*) FROM run").fetchone()
        data = self.folder / f"task-{runs}"
        data.mkdir(exist_ok=True)
        if not (data / "completed.data").exists():
            with open(data / "completed.data", "w", encoding="utf-8") as file:
                for n in range(runs):
                    file.write(f'[description:"work {n}" due:"1700000000" end:"1700000000" entry:"1690000000" '
                               f'status:"completed" uuid:"00000000-0000-4000-8000-{n:012x}"]\n')
            with open(data / "pending.data", "w", encoding="utf-8") as file:
                for n in range(75):
                    file.write(f'[description:"open {n}" due:"1700000000" entry:"1690000000" status:"pending" '
                               f'uuid:"00000000-0000-4000-9000-{n:012x}"]\n')
        return Contestant(f"task overdue, {runs} completed tasks", ["task", "rc:/dev/null", f"rc.data.location={data}",
                          "rc.verbose=nothing", "rc.gc=on", "rc.confirmation=no", "overdue"], fine=(0, 1))

    def writing(self):
        catalogue = self.catalogue(75)
        journal = self.folder / "writing.db"
        shutil.copy(self.journal(catalogue, self.args.events), journal)
        other = self.folder / "insert.db"
        subprocess.run(["sqlite3", other, "CREATE TABLE IF NOT EXISTS event (seq INTEGER PRIMARY KEY, payload TEXT)"], check=True)
        yardsticks = [self.yardstick("a bare durable commit", "commit", self.folder / "commit"),
                      Contestant("sqlite3, one INSERT", ["sqlite3", other,
                                 "PRAGMA synchronous=EXTRA; INSERT INTO event (payload) VALUES ('" + "x" * 900 + "')"])]

        def ours(name, *words):
            return self.opsctl(name, catalogue, journal, words)

        def last_run():
            with sqlite3.connect(journal) as db:
                return db.execute("SELECT run FROM event_index WHERE run <> '' ORDER BY seq DESC LIMIT 1").fetchone()[0]
        acts = [ours("start", "start", "49", "--supervisor", "supervisor1", "--as", "operator1", "--quiet"),
                ours("step", "step", "49", "1", "--ok", "--as", "operator1"),
                ours("done", "done", "49", "--all-ok", "--as", "operator1"),
                ours("approve (●)", "approve", "49", "--confirm", last_run, "--as", "supervisor1"),
                ours("approve (▲)", "approve", "49", "--confirm", last_run, "--as", "approver1")]
        for act in acts:
            act.fine = (0,)
        in_turns(yardsticks + acts, self.args.rounds)
        # The acts follow one another and cannot be counted twice: their numbers come from a run of all.
        self.print_table(f"Writing: 75 runbooks, {self.args.events} records before", yardsticks + acts, yardsticks[1])

    def crowd(self):
        """Eight writers at once: none may be turned away, and none should wait long."""
        catalogue = self.catalogue(75)
        journal = self.folder / "crowd.db"
        shutil.copy(self.journal(catalogue, self.args.events), journal)
        other = self.folder / "crowd-insert.db"
        subprocess.run(["sqlite3", other, "CREATE TABLE IF NOT EXISTS event (seq INTEGER PRIMARY KEY, payload TEXT)"], check=True)
        self.opsctl("start", catalogue, journal, ("start", "13", "--supervisor", "supervisor1", "--as", "operator1",
                                                  "--parallel", "--quiet"), fine=(0,)).run()
        with sqlite3.connect(journal) as db:
            run, = db.execute("SELECT run FROM event_index WHERE kind = 'run-started' ORDER BY seq DESC LIMIT 1").fetchone()
        writers = [Contestant("sqlite3, one INSERT, busy timeout", ["sqlite3", "-cmd", ".timeout 60000", other,
                              "PRAGMA synchronous=EXTRA; INSERT INTO event (payload) VALUES ('" + "x" * 900 + "')"]),
                   self.opsctl("note", catalogue, journal, ("note", run, "様子を見る", "--as", "operator1"), fine=(0,))]
        print("\n### Eight writers at once\n\n| | median | longest | a second |\n|---|---|---|---|")
        for one in writers:
            begin = time.perf_counter()
            with concurrent.futures.ThreadPoolExecutor(8) as pool:
                for done in [pool.submit(one.run) for _ in range(8 * self.args.rounds)]:
                    done.result()
            each = len(one.times) / (time.perf_counter() - begin)
            print(f"| {one.name} | {one.ms:.1f} ms | {max(one.times):.1f} ms | {each:.0f} |", flush=True)

    def proving(self):
        """What `verify` takes beside reading all that it looks at, and a tab beside `check`."""
        catalogue = self.catalogue(75)
        journal = self.journal(catalogue, self.args.events)
        reading = Contestant("sqlite3, every record read", ["sqlite3", journal,
                             "SELECT sum(length(payload)), sum(length(hash)) FROM event"])
        verify = self.opsctl("verify", catalogue, journal)
        in_turns([reading, verify], max(3, self.args.rounds // 5))
        self.print_table(f"Proving: {self.args.events} records", [reading, verify], reading)
        check = self.opsctl("check", catalogue, journal)
        tabs = [self.opsctl(f"a tab behind '{' '.join(words)}'", catalogue, journal, ("__complete", "--", *words, ""))
                for words in (("start",), ("show",))]
        in_turns([check, *tabs], self.args.rounds)
        self.print_table("A tab", [check, *tabs], check)

    def growth(self):
        catalogue = self.catalogue(75)
        names = ("check", "due", "status", "pending", "log --limit 20")
        by_size = {}
        for events in self.args.growth:
            journal = self.journal(catalogue, events)
            by_size[events] = [self.opsctl(name, catalogue, journal) for name in names]
        in_turns([one for ours in by_size.values() for one in ours], self.args.rounds)
        least = by_size[self.args.growth[0]]
        print("\n### Growth with the history: 75 runbooks\n")
        print("| | " + " | ".join(f"{events} records" for events in by_size) + " |")
        print("|---|" + "---|" * len(by_size))
        for number, name in enumerate(names):
            cells = [f"{ours[number].ms:.2f} ms ({ours[number].ms / least[number].ms:.2f} ×)" for ours in by_size.values()]
            print(f"| opsctl {name} | " + " | ".join(cells) + " |")

    def print_table(self, title, contestants, base):
        print(f"\n### {title}\n")
        print("| | median | × " + base.name.split(",")[0] + " | M instructions | peak MiB |")
        print("|---|---|---|---|---|")
        for one in contestants:
            repeatable = not any(word in one.argv for word in ("start", "step", "done", "approve"))
            quick = one.ms < 1000  # callgrind takes fifty times as long
            count = instructions(one) if repeatable and quick and self.args.callgrind else None
            peak = self.peak_of(one) if repeatable else None
            print(f"| {one.name} | {one.ms:.2f} ms | {one.ms / base.ms:.2f} | {count and f'{count:.2f}' or '–'} "
                  f"| {peak and f'{peak:.1f}' or '–'} |", flush=True)


def numbers(text):
    return [int(one) for one in text.split(",") if one]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bin", required=True)
    parser.add_argument("--events", type=int, default=1000000)
    parser.add_argument("--items", type=numbers, default=[75, 1000, 10000])
    parser.add_argument("--growth", type=numbers, default=[1000, 10000, 100000, 1000000])
    parser.add_argument("--rounds", type=int, default=25)
    parser.add_argument("--no-callgrind", dest="callgrind", action="store_false")
    parser.add_argument("--keep", type=pathlib.Path, help="keeps the generated data here, and uses what is there")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="opsctl-bench-") as temporary:
        folder = args.keep or pathlib.Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        bench = Bench(args, folder.resolve())
        print(f"{platform.machine()}, {os.cpu_count()} cores, Linux {platform.release()}, load before {os.getloadavg()[0]:.1f}; "
              f"medians of {args.rounds}, in turns")
        for items in args.items:
            bench.reading(items)
        if not bench.lacks("sqlite3"):
            bench.writing()
            bench.crowd()
            bench.proving()
        if args.growth:
            bench.growth()
        for one in bench.skipped:
            print(f"\nSKIPPED {one}")
        print(f"\nload after {os.getloadavg()[0]:.1f}")


if __name__ == "__main__":
    main()
