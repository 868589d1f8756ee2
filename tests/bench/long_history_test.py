"""A history longer than what `log` reads at once is shown whole, in order and in one table, whatever the form.

    long_history_test.py OPSCTL MAKE_JOURNAL
"""
import csv
import io
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

RUNBOOKS = pathlib.Path(__file__).resolve().parent.parent.parent / "runbooks"
RECORDS = 1700  # of which `log` reads 500 at once


def main(opsctl, make_journal):
    with tempfile.TemporaryDirectory() as temporary:
        journal = pathlib.Path(temporary) / "journal.db"
        subprocess.run([make_journal, RUNBOOKS, journal, str(RECORDS)], check=True)

        def shown(*words):
            return subprocess.run([opsctl, "--runbooks", RUNBOOKS, "--db", journal, "--no-input", *words], capture_output=True, check=True,
                                  env={"LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin"}).stdout.decode()

        events = json.loads(shown("log", "--format", "json"))["events"]
        assert len(events) >= RECORDS, len(events)
        assert [event["seq"] for event in events] == list(range(1, len(events) + 1))

        # Every form has the same records, and one head.
        for form, delimiter in (("csv", ","), ("tsv", "\t")):
            rows = list(csv.reader(io.StringIO(shown("log", "--format", form).lstrip("\ufeff"), newline=""), delimiter=delimiter))
            assert [row[0] for row in rows[1:]] == [str(event["seq"]) for event in events], form
            assert [row[-1] for row in rows[1:]] == [event["hash"] for event in events], form
        lines = shown("log", "--format", "md").splitlines()
        assert len(lines) == len(events) + 2
        lines = shown("log").splitlines()
        assert len(lines) == len(events) + 2
        assert [line.split()[0] for line in lines[2:]] == [str(event["seq"]) for event in events]
        assert all(line.endswith("  " + event["hash"][:8]) for line, event in zip(lines[2:], events))
        starts = {re.search(r"\d{4}-\d\d-\d\d ", line).start() for line in lines[2:]}  # the second column stands where it stood
        assert len(starts) == 1, starts

        # The last so many, and those of one item, across the parts.
        assert json.loads(shown("log", "--limit", "900", "--format", "json"))["events"] == events[-900:]
        item = events[-1]["item"]
        assert json.loads(shown("log", item, "--format", "json"))["events"] == [event for event in events if event["item"] == item]
        assert json.loads(shown("log", "--kind", "step-recorded", "--limit", "600", "--format", "json"))["events"] == [
            event for event in events if event["kind"] == "step-recorded"][-600:]
        assert shown("export", "log", "--format", "json") == shown("log", "--format", "json")
        # A tab offers the newest runs only, until the month is typed.
        def offered(*words):
            said = subprocess.run([opsctl, "__complete", "--", *words], capture_output=True, check=True, env={
                "LC_ALL": "C.UTF-8", "OPSCTL_RUNBOOKS": str(RUNBOOKS), "OPSCTL_DB": str(journal)}).stdout.decode()
            return [line.split("\t")[0] for line in said.splitlines()[1:]]
        runs = sorted({event["run"] for event in events if event["run"]})
        assert len(runs) > 110, len(runs)
        assert offered("show", runs[-1][:4]) == offered("show", runs[-1][:5]) == runs[:-101:-1]
        months = {run[:6] for run in runs}
        assert {month: offered("show", month) for month in months} == {
            month: [run for run in reversed(runs) if run.startswith(month)] for month in months}
        # Another journal in its place, while the pipe is full: it is said that what was printed is not all.
        other = pathlib.Path(temporary) / "other.db"
        subprocess.run([make_journal, RUNBOOKS, other, "50"], check=True)
        with subprocess.Popen([opsctl, "--runbooks", RUNBOOKS, "--db", journal, "log", "--format", "json"], env={"LC_ALL": "C.UTF-8"},
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE) as listing:
            listing.stdout.read(1000)
            os.replace(other, journal)
            listing.stdout.read()
            complaint = listing.stderr.read().decode()
        assert listing.returncode == 6, listing.returncode
        assert "the journal was replaced by another one while it was read" in complaint, complaint
        assert "run it again; what was printed before is not complete" in complaint, complaint
    print(f"{len(events)} records, shown whole in every form")


main(*sys.argv[1:])
