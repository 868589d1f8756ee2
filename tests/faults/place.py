"""A place to work in: a small catalogue, a journal, and the real binary that writes it."""

import datetime
import json
import os
import shutil
import subprocess
import tempfile

CATALOG = """\
title: 障害試験
timezone: Asia/Tokyo
effective_from: {yesterday}
fiscal_year_start: 04-01
week_start: monday
holidays: holidays.yaml
limits: {{open: 2d, sign_off: 3d}}
parties:
  - {{id: owner, organisation: 発注者, function: 業務}}
  - {{id: head, organisation: 統括者, function: 統括, directs: true}}
  - {{id: ops, organisation: 運用業者, function: 運用}}
"""

HOLIDAYS = """\
covers_until: {next_year}
holidays:
  - {{date: {yesterday}, name: 休日}}
"""

ROSTER = """\
demonstration: true
shared_accounts_may_sign: true
persons:
  - {id: op1, name: 運用一, parties: [ops], accounts: any}
  - {id: op2, name: 運用二, parties: [ops], accounts: any}
  - {id: owner1, name: 承認一, parties: [owner], accounts: any}
  - {id: head1, name: 統括一, parties: [head], accounts: any}
"""

RUNBOOK = """\
id: tst-{no:02}
no: {no}
title: {title}
category: {{class: 定常, major: 監視, middle: 確認, minor: {title}}}
summary: {title}を行う。
cycle: {cycle}
methods: [manual]
{requires}duties: {{owner: ▲, head: △, ops: ◎}}
schedule: {schedule}
steps:
  - id: look
    text: 見る
  - id: act
    text: 直す
records:
  - {{key: version, label: 版, type: text}}
"""

WATCH, DAILY, ON_DEMAND, GATED = 1, 2, 13, 33


def write(path, text):
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)


def write_catalogue(folder, roster=ROSTER):
    """Four items: a watch, a daily one, one that is asked for, one whose request needs approval."""
    today = datetime.date.today()
    dates = {"yesterday": today - datetime.timedelta(days=1),
             "next_year": today + datetime.timedelta(days=400)}
    os.makedirs(folder + "/a")
    write(folder + "/catalog.yaml", CATALOG.format(**dates))
    write(folder + "/holidays.yaml", HOLIDAYS.format(**dates))
    write(folder + "/roster.yaml", roster)
    write(folder + "/a/sheet.yaml", "title: 試験\nannex: 別紙1\nprefix: tst\n")
    watch = "{max_shift: 4h, grace: 15min, lead: 30min}"
    for no, title, cycle, requires, schedule in (
            (WATCH, "死活監視", "24H", "", watch), (DAILY, "日次確認", "1/D", "", "{}"),
            (ON_DEMAND, "復旧", "随時", "", "{within: 3BD}"),
            (GATED, "変更", "随時", "requires: [prior-approval]\n", "{within: 3BD}")):
        write(f"{folder}/a/{no:02}-item.yaml",
              RUNBOOK.format(no=no, title=title, cycle=cycle, requires=requires, schedule=schedule))


class Answer:
    """What a command left behind: its exit status (negative: the signal) and its words."""

    def __init__(self, status, out, err):
        self.status, self.out, self.err = status, out, err

    def records(self):
        """The records that it acknowledged, or None where there is no complete acknowledgement."""
        try:
            return json.loads(self.out)["records"]
        except (ValueError, KeyError, TypeError):
            return None

    def repeated(self):
        return json.loads(self.out)["repeated"]

    def code(self):
        """The name of the error; '' where none was told in full."""
        try:
            return json.loads(self.err[self.err.index("{"):])["error"]["code"]
        except (ValueError, KeyError, TypeError):
            return ""

    def __str__(self):
        return f"exit {self.status}: {self.out.strip()} {self.err.strip()}"


class Place:
    """A temporary folder with a catalogue and room for a journal; removed at the end."""

    def __init__(self, opsctl, roster=ROSTER):
        self.opsctl = os.path.abspath(opsctl)
        self.folder = os.path.realpath(tempfile.mkdtemp(prefix="opsctl-faults-"))
        self.runbooks = self.folder + "/runbooks"
        write_catalogue(self.runbooks, roster)
        self.new_home("journal")

    def new_home(self, name):
        """A fresh, empty folder for the next journal."""
        self.home = f"{self.folder}/{name}"
        os.mkdir(self.home)
        self.journal = self.home + "/journal.db"
        self.by_default = False

    def use_default_path(self):
        """From now on the journal is where opsctl looks, and creates it, of its own accord."""
        self.journal = self.home + "/opsctl/journal.db"
        self.by_default = True

    def __enter__(self):
        return self

    def __exit__(self, *_):
        shutil.rmtree(self.folder, ignore_errors=True)

    def environment(self):
        # Leaks are looked for with ptrace, which strace holds.
        where = {"XDG_STATE_HOME": self.home} if self.by_default else {"OPSCTL_DB": self.journal}
        return {"OPSCTL_RUNBOOKS": self.runbooks, **where, "LANG": "C",
                "HOME": self.folder, "PATH": os.environ.get("PATH", "/usr/bin:/bin"),
                "ASAN_OPTIONS": "detect_leaks=0"}

    def start(self, arguments, prefix=(), **options):
        return subprocess.Popen([*prefix, self.opsctl, *arguments], stdin=subprocess.DEVNULL,
                                stderr=subprocess.PIPE, text=True, env=self.environment(),
                                **{"stdout": subprocess.PIPE, **options})

    def run(self, arguments, prefix=(), timeout=120, **options):
        process = self.start(arguments, prefix, **options)
        try:
            out, err = process.communicate(timeout=timeout)
        except subprocess.TimeoutExpired:
            process.kill()
            process.communicate()
            raise
        return Answer(process.returncode, out, err)

    def must(self, *arguments, **options):
        """Runs a command that has to succeed; its records."""
        answer = self.run([*map(str, arguments), "--format", "json"], **options)
        if answer.status != 0:
            raise AssertionError(f"opsctl {' '.join(map(str, arguments))}: {answer}")
        return answer.records()

    def init(self):
        answer = self.run(["init", "--as", "op1"])
        if answer.status != 0:
            raise AssertionError(f"opsctl init: {answer}")
