"""Whether there is a cache or not makes no difference but time: every reading command prints the same, byte by byte,
without a cache, while the cache is made, and from the cache. Nor does it show in what is recorded.

    cache_test.py OPSCTL RUNBOOKS
"""
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import time

READING = [
    "", "status --as operator1", "due", "due --all", "due --format json", "due --overdue --format csv", "list",
    "list --format json", "list 証明書", "show 13", "show 49 --format json", "show inc-05", "checklist 13",
    "checklist 46 --format md", "raci", "raci --format json", "raci 5 20 49 --letters", "pending", "pending --format json",
    "check", "check --format json", "check 47 48", "log", "log --format json", "log 49 --occurrences", "register 49",
    "explain 49", "explain 33", "explain 47 --format json", "validate", "validate --format json", "list --party ops-work",
    "show 99", "due --cycle 1/D --lang ja", "check --party ops-work", "calendar --year FY2026",
    "calendar --year FY2026 --format json", "calendar --year FY2026 --format ics", "report --month 2026-11",
    "report --from 2026-01-01 --to 2026-12-31 --format json", "evidence 49", "metrics", "verify", "schema",
    "export sheet --format csv", "export runs --format jsonl", "export due --format json", "export raci --format tsv",
    "export register 49 --format csv", "export log --format csv",
]


class Site:
    def __init__(self, opsctl, runbooks, folder):
        self.opsctl, self.folder = opsctl, folder
        self.runbooks = folder / "runbooks"
        shutil.copytree(runbooks, self.runbooks)
        self.home = folder / "home"
        self.home.mkdir()

    def run(self, line, cache, strace=None):
        env = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "OPSCTL_RUNBOOKS": str(self.runbooks),
               "OPSCTL_DB": str(self.folder / "journal.db")}
        if cache:
            env["HOME"] = str(self.home)
        words = [self.opsctl, *line.split()]
        if strace:
            words = ["strace", "-f", "-qq", "-e", "trace=openat", "-o", strace, *words]
        done = subprocess.run(words, env=env, capture_output=True, check=False)
        # The instant of the command itself is the only thing that may differ.
        hidden = re.sub(rb"\d{4}-\d\d-\d\d[ T]\d\d:\d\d(:\d\d)?|\d+ (hours?|minutes?|seconds?)|less than a minute|_seconds -?\d+|\d{8}T\d{6}Z", b"?", done.stdout + done.stderr)
        return done.returncode, hidden

    def caches(self):
        return list((self.home / ".cache").rglob("catalogue-*"))

    def act(self, line):
        status, words = self.run(line, cache=True)
        if status != 0:
            sys.exit(f"opsctl {line}: {status} {words.decode()}")


def main(opsctl, runbooks):
    failed = []
    with tempfile.TemporaryDirectory() as temporary:
        site = Site(pathlib.Path(opsctl).resolve(), runbooks, pathlib.Path(temporary))
        site.act(f"init --db {site.folder / 'journal.db'}")
        time.sleep(2.2)  # files as young as the cache are not believed
        site.act("start 49 --supervisor supervisor1 --as operator1 --quiet")
        if site.caches():
            failed.append("a command that records made a cache")
        for line in READING:
            shutil.rmtree(site.home / ".cache", ignore_errors=True)
            answers = [site.run(line, cache=False), site.run(line, cache=True), site.run(line, cache=True)]
            if not answers[0] == answers[1] == answers[2]:
                failed.append(f"opsctl {line}: not the same\n" + "\n---\n".join(a[1].decode() for a in answers))
        site.run("check", cache=True)
        if len(site.caches()) != 3:  # by who needs it
            failed.append(f"caches: {site.caches()}")
        # From the cache, a run's beginning still records the file itself.
        book = next(site.runbooks.glob("incident/68-*.yaml"))
        book.write_text(book.read_text(encoding="utf-8") + "# 追記\n", encoding="utf-8")
        site.act("start 68 --supervisor supervisor1 --as operator1 --quiet")
        stored = subprocess.run([sys.executable, "-c", "import sqlite3,sys; print(sqlite3.connect(sys.argv[1]).execute("
                                 "'SELECT count(*) FROM blob WHERE content = ?', (open(sys.argv[2], 'rb').read(),)).fetchone()[0])",
                                 site.folder / "journal.db", book], capture_output=True, text=True, check=True).stdout
        if stored.strip() != "1":
            failed.append("the runbook that was started is not the one that is kept")
        if shutil.which("strace"):
            trace = site.folder / "trace"
            site.run("check", cache=True, strace=trace)
            opened = re.findall(r"incident/\d[^\"]*\.yaml", trace.read_text())
            if opened and opened != [f"incident/{book.name}"]:
                failed.append(f"one edited runbook, but opened: {opened}")
            time.sleep(2.2)
            site.run("check", cache=True)
            site.run("check", cache=True, strace=trace)
            if ".yaml" in trace.read_text().replace("config.yaml", ""):
                failed.append("an unchanged catalogue was read again")
            if "zoneinfo" in trace.read_text():
                failed.append("unchanged zone data were read again")
        else:
            print("SKIPPED which files are opened: strace is not installed")
    for one in failed:
        print("not ok -", one)
    print(f"{len(READING)} commands, {len(failed)} failures")
    sys.exit(1 if failed else 0)


main(*sys.argv[1:])
