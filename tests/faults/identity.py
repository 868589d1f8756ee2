"""Who may do what with a journal, by umask, mode and account; and who is recorded as having done it.

The tables are written by hand. Users are numbers without accounts; to be them, the test runs as root.
Without root, it looks at what one user can do, and says that the rest is skipped.
"""

import json
import os
import shutil
import stat

import checker
from place import DAILY, Place, write
from report import Result

IS_ROOT = os.getuid() == 0
OWNER = (60001, 60001) if IS_ROOT else (os.getuid(), os.getgid())  # uid, gid
MATE, STRANGER = (60002, 60001), (60003, 60003)
USERS = {"owner": OWNER, "mate": MATE, "stranger": STRANGER}

# umask: what a new journal and its lock file may be by those who are not its owner.
NEW_FILES = {0o000: 0o660, 0o002: 0o660, 0o022: 0o640, 0o027: 0o640, 0o077: 0o600}

# Mode of the folder, umask of the owner, who: the answer to reading, and to writing.
OK, UNREADABLE, READ_ONLY = "ok", "journal_unreadable", "journal_not_writable"
ACCESS = [
    (0o2770, 0o000, "owner", OK, OK),
    (0o2770, 0o000, "mate", OK, OK),
    (0o2770, 0o000, "stranger", UNREADABLE, UNREADABLE),
    (0o2770, 0o022, "owner", OK, OK),
    (0o2770, 0o022, "mate", OK, READ_ONLY),
    (0o2770, 0o022, "stranger", UNREADABLE, UNREADABLE),
    (0o2770, 0o077, "owner", OK, OK),
    (0o2770, 0o077, "mate", UNREADABLE, UNREADABLE),
    (0o2770, 0o077, "stranger", UNREADABLE, UNREADABLE),
    (0o755, 0o000, "owner", OK, OK),
    (0o755, 0o000, "mate", OK, READ_ONLY),
    (0o755, 0o000, "stranger", UNREADABLE, UNREADABLE),
    (0o755, 0o022, "mate", OK, READ_ONLY),
    (0o755, 0o022, "stranger", UNREADABLE, UNREADABLE),
    (0o755, 0o077, "mate", UNREADABLE, UNREADABLE),
    (0o777, 0o000, "mate", OK, OK),
    (0o777, 0o000, "stranger", UNREADABLE, UNREADABLE),
    (0o777, 0o022, "mate", OK, READ_ONLY),
    (0o777, 0o077, "stranger", UNREADABLE, UNREADABLE),
    (0o700, 0o000, "owner", OK, OK),
    (0o700, 0o000, "mate", UNREADABLE, UNREADABLE),
    (0o700, 0o077, "stranger", UNREADABLE, UNREADABLE),
]

# What is made of the place of a good journal, always its owner: reading, writing, creating.
TAKEN = "journal_exists"
PLACES = [
    ("as it is", lambda p: None, OK, OK, TAKEN),
    ("journal 0400", lambda p: os.chmod(p.journal, 0o400), OK, READ_ONLY, TAKEN),
    ("journal 0200", lambda p: os.chmod(p.journal, 0o200), UNREADABLE, UNREADABLE, TAKEN),
    ("journal 0000", lambda p: os.chmod(p.journal, 0), UNREADABLE, UNREADABLE, TAKEN),
    ("folder 0500", lambda p: os.chmod(p.home, 0o500), OK, READ_ONLY, TAKEN),
    ("folder 0400", lambda p: os.chmod(p.home, 0o400), UNREADABLE, UNREADABLE, READ_ONLY),
    ("folder 0000", lambda p: os.chmod(p.home, 0), UNREADABLE, UNREADABLE, READ_ONLY),
    ("no journal", lambda p: os.unlink(p.journal), "none", "journal_missing", OK),
    ("no journal, folder 0500", lambda p: (os.unlink(p.journal), os.chmod(p.home, 0o500)),
     "none", "journal_missing", READ_ONLY),
    ("no folder", lambda p: shutil.rmtree(p.home), "none", "journal_folder_missing",
     "journal_folder_missing"),
    ("a file for the folder", lambda p: (shutil.rmtree(p.home), write(p.home, "")), "none",
     "journal_folder_unusable", "journal_folder_unusable"),
    ("a link to it", lambda p: link(p), "journal_is_link", "journal_is_link", TAKEN),
    ("a link to nothing", lambda p: replaced(p, lambda: os.symlink("nothing", p.journal)),
     "journal_is_link", "journal_is_link", TAKEN),
    ("a folder", lambda p: replaced(p, lambda: os.mkdir(p.journal)), "journal_is_folder",
     "journal_is_folder", TAKEN),
    ("a pipe", lambda p: replaced(p, lambda: os.mkfifo(p.journal)), "journal_is_no_file",
     "journal_is_no_file", TAKEN),
    ("an empty file", lambda p: write(p.journal, ""), "journal_is_empty", "journal_is_empty", TAKEN),
    ("a text", lambda p: write(p.journal, "text\n" * 500), "journal_not_ours", "journal_not_ours",
     TAKEN),
    ("lock file 0000", lambda p: os.chmod(p.journal + "-lock", 0), OK, READ_ONLY, TAKEN),
    ("lock file a link", lambda p: lock_is_link(p), OK, READ_ONLY, TAKEN),
]

# Of a roster that names accounts: who says to be whom, and what comes of it.
ROSTER = """\
persons:
  - {id: op1, name: 運用一, parties: [ops], accounts: ["60001"]}
  - {id: op2, name: 運用二, parties: [ops], accounts: ["60002"]}
  - {id: owner1, name: 承認一, parties: [owner], accounts: [root]}
"""
PERSONS = [
    ("owner", [], "op1"), ("mate", [], "op2"),
    ("owner", ["--as", "op1"], "op1"),
    ("owner", ["--as", "op2"], "not_your_person"),
    ("mate", ["--as", "owner1"], "not_your_person"),
    ("stranger", [], "not_in_roster"),
    ("stranger", ["--as", "op1"], "not_your_person"),
]
CLAIMS = {"USER": "root", "LOGNAME": "root", "SUDO_USER": "root", "SUDO_UID": "0"}


def link(place):
    os.rename(place.journal, place.home + "/real.db")
    os.symlink("real.db", place.journal)


def replaced(place, make):
    os.unlink(place.journal)
    make()


def lock_is_link(place):
    os.unlink(place.journal + "-lock")
    os.symlink("elsewhere", place.journal + "-lock")


class Site(Place):
    """A place that others may enter, with a binary that they may run."""

    def __init__(self, opsctl, **options):
        super().__init__(opsctl, **options)
        self.count = 0
        os.chmod(self.folder, 0o755)
        shutil.copy(self.opsctl, self.folder + "/opsctl")
        self.opsctl = self.folder + "/opsctl"

    def journal_of_owner(self, umask=0o022):
        """In a folder of his; a run is open in it."""
        self.count += 1
        self.new_home(f"home{self.count}")
        os.chown(self.home, *OWNER)
        os.chmod(self.home, 0o2770)
        for line in (["init"], ["start", str(DAILY)]):
            answer = self.ask([*line, "--as", "op1"], OWNER, umask)
            if answer.status != 0:
                raise AssertionError(f"{line}: {answer}")

    def ask(self, line, user, umask=0o022, **options):
        become = {"user": user[0], "group": user[1], "extra_groups": []} if IS_ROOT else {}
        return self.run(line, umask=umask, **become, **options)

    def told(self, line, user):
        """ok, or the name of the error; for a reader without a journal: none."""
        answer = self.ask([*line, "--format", "json"], user)
        if answer.status == 0:
            return "none" if line[0] == "log" and not json.loads(answer.out)["events"] else OK
        return answer.code() if answer.status == 6 else f"exit {answer.status} {answer.code()}"

    def reading(self, user):
        return self.told(["log"], user)

    def writing(self, user):
        return self.told(["start", str(DAILY), "--parallel", "--as", "op1"], user)


def new_files(site, table, result):
    for umask, expected in table:
        site.journal_of_owner(umask)
        for name in (site.journal, site.journal + "-lock"):
            mode = stat.S_IMODE(os.stat(name).st_mode)
            result.count("cells")
            result.require(mode == expected, f"umask {umask:03o}: {name} has mode {mode:03o}")


def access(site, table, result):
    for folder, umask, who, reading, writing in table:
        site.journal_of_owner(umask)
        os.chmod(site.home, folder)
        for told, expected in ((site.reading(USERS[who]), reading),
                               (site.writing(USERS[who]), writing)):
            result.count("cells")
            result.require(told == expected, f"folder {folder:o}, umask {umask:03o}, {who}: "
                                             f"'{told}', expected '{expected}'")


def places(site, table, result):
    for name, make, *expected in table:
        site.journal_of_owner()
        make(site)
        told = [site.reading(OWNER), site.writing(OWNER),
                site.ask(["init", "--as", "op1"], OWNER)]
        # `init` has no form for programs: its words are compared.
        told[2] = OK if told[2].status == 0 else next(
            (code for code, words in WORDS.items() if words in told[2].err), str(told[2]))
        for act, one, wanted in zip(("reading", "writing", "creating"), told, expected):
            result.count("cells")
            result.require(one == wanted, f"{name}, {act}: '{one}', expected '{wanted}'")


WORDS = {TAKEN: "exists already; nothing was changed", READ_ONLY: "cannot be written to",
         "journal_folder_missing": "there is no folder",
         "journal_folder_unusable": "cannot be used"}


def persons(site, table, result):
    """The account is that of the real user, whatever the environment claims."""
    claims = {**site.environment(), **CLAIMS}
    site.environment = lambda: {**claims, "OPSCTL_DB": site.journal}
    site.journal_of_owner(0)
    for who, more, expected in table:
        answer = site.ask(["start", str(DAILY), "--parallel", "--format", "json", *more],
                          USERS[who][:1] + OWNER[1:])
        told = answer.code()
        if answer.status == 0:
            event = json.loads(checker.records_of(site.journal)[-1][1])
            told = event["person"]
            result.require((event["account"], event["uid"]) == (str(USERS[who][0]), USERS[who][0]),
                           f"{who} is recorded as {event['account']}, {event['uid']}")
        result.count("cells")
        result.require(told == expected, f"{who} {more}: '{told}', expected '{expected}'")


def real_user(site, result):
    """A program that runs with somebody else's rights still records who started it."""
    site.journal_of_owner(0)
    os.chown(site.opsctl, *OWNER)
    os.chmod(site.opsctl, 0o4755)
    before = len(checker.records_of(site.journal))
    answer = site.ask(["start", str(DAILY), "--parallel", "--as", "op2"], STRANGER)
    # Not its exit status: a leak sanitizer does not bear such a program.
    events = [json.loads(payload) for _, payload, _ in checker.records_of(site.journal)][before:]
    result.count("cells")
    result.require([event["uid"] for event in events] == [STRANGER[0]],
                   f"setuid: recorded {events}: {answer}")


def run(opsctl, _long):
    result = Result("identity")
    tables = [(new_files, list(NEW_FILES.items())), (places, PLACES)]
    if IS_ROOT:
        tables.append((access, ACCESS))
    with Site(opsctl) as site:
        for check, table in tables:
            check(site, table, result)
            wrong = Result("control")  # a table with one wrong cell
            check(site, [(*table[0][:-1], "wrong")], wrong)
            result.control(f"a wrong cell of {check.__name__}", len(wrong.violations) > 0)
        if IS_ROOT:
            real_user(site, result)
    if not IS_ROOT:
        result.skipped = "several users, and who is recorded: only root can be somebody else"
        return result
    with Site(opsctl, roster=ROSTER) as site:
        persons(site, PERSONS, result)
    return result
