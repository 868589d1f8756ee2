"""Every command, in both languages, where nothing is as usual: no locale, no environment, a dumb terminal of 40 columns, no
stdin, a stdout or stderr that is closed, a disk that is full. It answers as on a good day or says why not, and what it
records is the same.

    conditions.py OPSCTL RUNBOOKS
"""
import fcntl
import os
import pathlib
import pty
import re
import shutil
import sqlite3
import struct
import subprocess
import sys
import tempfile
import termios

# Each from the same state of the journal: 49 waits for its supervisor, 13 is open, 16 is watched, 33 is asked for.
COMMANDS = {
    "status": "status --as operator1", "due": "due --all", "list": "list", "show": "show 13", "checklist": "checklist 13",
    "raci": "raci 5 20 49", "start": "start 1 --supervisor supervisor1 --as operator1", "step": "step 13 1 --ok --as operator1",
    "fill": "fill 13 cause=調査中 --as operator1", "note": "note 13 連絡済み --as operator1", "done": "done 13 --all-ok --as operator1",
    "abort": "abort 13 --reason 誤り --as operator1", "guide": "guide 13 --as operator1",
    "correct": "correct 49 --reason 誤記 --value signature_version=9021 --as operator1", "confirm": "confirm 45 --as operator1",
    "handover": "handover 13 --to operator2 --as operator1", "request": "request 14 --reason 異常 --as controller1",
    "withdraw": "withdraw REQUEST --reason 不要 --as controller1", "waive": "waive 49 --for TODAY --reason 停止 --as approver1",
    "pending": "pending", "approve": "approve 49 --confirm RUN --as supervisor1",
    "return": "return 49 --reason 不備 --as supervisor1", "reject": "reject 49 --reason 誤り --as supervisor1", "check": "check",
    "metrics": "metrics", "log": "log", "verify": "verify", "report": "report --month 2026-11", "calendar": "calendar --year FY2026",
    "register": "register 49", "evidence": "evidence 13", "explain": "explain 49", "validate": "validate", "schema": "schema",
    "import": "import SHEET -o OUT", "export": "export runs --format csv", "doctor": "doctor", "backup": "backup COPY",
    "init": "init --db NEW", "completion": "completion bash", "man": "man",
}


class Site:
    def __init__(self, opsctl, runbooks, folder):
        self.opsctl, self.folder = opsctl, folder
        self.runbooks = pathlib.Path(runbooks).resolve()
        self.master = folder / "master.db"
        self.journal = folder / "journal.db"
        self.act("init")
        for line in ("start 49 --supervisor supervisor1 --as operator1", "done 49 --all-ok --as operator1",
                     "start 13 --supervisor supervisor1 --as operator1", "start 45 --supervisor supervisor1 --as operator1",
                     "request 33 --reason 更新 --as controller1"):
            self.act(line)
        shutil.copy(self.journal, self.master)
        with sqlite3.connect(self.journal) as db:
            self.request = db.execute("SELECT id FROM request").fetchone()[0]
            self.done_run = db.execute("SELECT id FROM run WHERE item = 'inc-49'").fetchone()[0]
        self.today = f"{self.done_run[:4]}-{self.done_run[4:6]}-{self.done_run[6:8]}"
        sheet = subprocess.run([opsctl, "export", "sheet", "--format", "tsv"], env=self.env(), capture_output=True, check=True)
        (folder / "sheet.tsv").write_bytes(sheet.stdout)

    def env(self, **more):
        return {"OPSCTL_RUNBOOKS": str(self.runbooks), "OPSCTL_DB": str(self.journal), "HOME": str(self.folder), **more}

    def act(self, line):
        done = subprocess.run([self.opsctl, *line.split()], env=self.env(), capture_output=True, check=False)
        if done.returncode != 0:
            sys.exit(f"opsctl {line}: {done.stderr.decode()}")

    def words(self, line):
        places = {"REQUEST": self.request, "RUN": self.done_run, "TODAY": self.today, "SHEET": self.folder / "sheet.tsv",
                  "OUT": self.folder / "out", "COPY": self.folder / "copy.db", "NEW": self.folder / "new.db"}
        return [self.opsctl, *(str(places.get(word, word)) for word in line.split())]

    def reset(self):
        for name in ("out", "copy.db", "copy.db.manifest", "new.db"):
            path = self.folder / name
            shutil.rmtree(path, ignore_errors=True) if path.is_dir() else path.unlink(missing_ok=True)
        shutil.copy(self.master, self.journal)

    def records(self):
        """What was recorded since, by kind."""
        with sqlite3.connect(f"file:{self.journal}?mode=ro", uri=True) as db:
            kinds = [kind for (kind,) in db.execute("SELECT kind FROM event_index ORDER BY seq")]
        return kinds

    def run(self, line, language, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, close=(), **env):
        self.reset()
        words = [*self.words(line), *(["--lang", language] if language else [])]

        def prepare():
            for descriptor in close:
                os.close(descriptor)
        done = subprocess.run(words, env=self.env(**env), stdin=stdin, stdout=stdout, stderr=stderr, check=False,
                              preexec_fn=prepare if close else None, timeout=60)
        return done.returncode, done.stdout or b"", done.stderr or b"", self.records()

    def on_terminal(self, line, language, columns, **env):
        """Standard output and error on a terminal; nobody types."""
        self.reset()
        ours, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
        child = subprocess.Popen([*self.words(line), "--lang", language], env=self.env(**env), stdin=subprocess.DEVNULL,
                                 stdout=theirs, stderr=theirs)
        os.close(theirs)
        shown = b""
        while True:
            try:
                read = os.read(ours, 65536)
            except OSError:  # the terminal is gone with the child
                break
            if not read:
                break
            shown += read
        os.close(ours)
        return child.wait(timeout=60), shown, b"", self.records()


def changing_hidden(out):
    """Without what differs from one run to the next: times, hashes, a new journal's name, the room on the disk."""
    return re.sub(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|\d{4}-\d\d-\d\d[ T]\d\d:\d\d(:\d\d)?|_seconds(\":)? -?\d+|"
                  r"(\d+ ?(days?|hours?|minutes?|seconds?|日|時間|分|秒) ?)+|less than a minute|1分未満|[0-9a-f]{8,}|\d+ MiB|\d{8}T\d{6}Z", "?", out.decode())


def main(opsctl, runbooks):
    opsctl = str(pathlib.Path(opsctl).resolve())
    failed = []
    known = subprocess.run([opsctl, "__complete", "--", ""], capture_output=True, check=True, text=True).stdout
    missing = {line.split("\t")[0] for line in known.splitlines() if "\t" in line} ^ set(COMMANDS)
    if missing:
        failed.append(f"commands without a case, or cases without a command: {sorted(missing)}")
    cases = 0
    with tempfile.TemporaryDirectory() as temporary:
        site = Site(opsctl, runbooks, pathlib.Path(temporary))
        in_json = {}
        for name, line in COMMANDS.items():
            for language in ("ja", "en"):
                usual = site.run(line, language, LC_ALL="C.UTF-8")

                def check(condition, answer, same_text=True, usual=usual, language=language, line=line):
                    nonlocal cases
                    cases += 1
                    status, out, err, records = answer
                    where = f"opsctl {line} --lang {language}, {condition}"
                    try:
                        text = (out + err).decode()
                    except UnicodeDecodeError:
                        failed.append(f"{where}: not UTF-8")
                        return
                    if "bug in opsctl" in text or "opsctl の不具合" in text or status < 0:
                        failed.append(f"{where}: {status} {text}")
                    if records != usual[3]:
                        failed.append(f"{where}: recorded {records[5:]}, not {usual[3][5:]}")
                    if same_text and status != usual[0]:
                        failed.append(f"{where}: exit {status}, not {usual[0]}: {text}")
                    # What doctor says of terminal and locale is what this is about.
                    if same_text is True and not line.startswith("doctor") and changing_hidden(out) != changing_hidden(usual[1]):
                        failed.append(f"{where}: prints something else:\n{out.decode()}\n---\n{usual[1].decode()}")

                json = site.run(line.removesuffix(" --format csv") + " --format json", language, LC_ALL="C.UTF-8")
                in_json.setdefault(name, []).append(json)
                if usual[0] not in (0, 1, 2, 4) or b"Traceback" in usual[2]:
                    failed.append(f"opsctl {line}: exit {usual[0]}: {usual[2].decode()}")
                check("LANG=C", site.run(line, language, LANG="C"))
                check("an environment with nothing in it but places", site.run(line, language))
                check("an unknown locale", site.run(line, language, LC_ALL="xx_YY.NOTHING", TERM="nonsense", COLUMNS="x"))
                check("stdin closed", site.run(line, language, stdin=None, close=(0,)))
                check("stderr closed", site.run(line, language, stderr=None, close=(2,)))
                dumb = site.on_terminal(line, language, 40, TERM="dumb", LC_ALL="C.UTF-8")
                check("a dumb terminal", dumb, same_text="exit alone")
                if b"\x1b" in dumb[1]:
                    failed.append(f"opsctl {line}: escape sequences on a dumb terminal")
                # Lost output is said, with exit status 1 (3 of check), but nothing is done by halves.
                lost = 3 if name == "check" else 1
                with open("/dev/full", "wb") as full:
                    answer = site.run(line, language, stdout=full)
                check("/dev/full", answer, same_text=False)
                if usual[1] and (answer[0] != lost or not answer[2]):
                    failed.append(f"opsctl {line} > /dev/full: exit {answer[0]}: {answer[2].decode()}")
                answer = site.run(line, language, stdout=None, close=(1,))
                check("stdout closed", answer, same_text=False)
                if usual[1] and (answer[0] != lost or not answer[2]):
                    failed.append(f"opsctl {line} >&-: exit {answer[0]}: {answer[2].decode()}")
        # Scripts read the same, whoever runs them. What a command that did something says to type next is for people.
        for name, (ja, en) in in_json.items():
            same = ja[0] == en[0] and changing_hidden(ja[1]) == changing_hidden(en[1])
            if not same or (en[0] != 0 and changing_hidden(ja[2]) != changing_hidden(en[2])):
                failed.append(f"opsctl {name} --format json is translated:\n{ja[1].decode()}{ja[2].decode()}")
    for one in failed:
        print("not ok -", one)
    print(f"{cases} cases, {len(failed)} failures")
    sys.exit(1 if failed else 0)


main(*sys.argv[1:])
