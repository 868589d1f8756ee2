"""strace: what a command asks of the file system, and making single calls of it fail."""

import collections
import re
import shutil
import subprocess

from report import Skipped

# Everything that takes a file name or a descriptor.
FILE_CALLS = "%file,%desc"
LINE = re.compile(r"^(?:\d+ +)?(\w+)\((.*)\) += (-?\d+|\?)(.*)$")


def require():
    """A system that has no strace is set up wrongly; one that forbids it cannot be tested so."""
    if not shutil.which("strace"):
        raise AssertionError("strace is not installed (see .ci/packages)")
    tried = subprocess.run(["strace", "-f", "-o", "/dev/null", "true"], capture_output=True,
                           text=True, check=False)
    if tried.returncode != 0:
        raise Skipped("strace is not permitted here: " + tried.stderr.strip())


def prefix(output, paths=(), inject=None, calls=FILE_CALLS, named=False):
    """Words to put before a command. `paths`: only calls on these; `named`: with the files of descriptors."""
    words = ["strace", "-f", "-qq", "-o", output, "-e", "trace=" + calls]
    if inject and "signal=" not in inject:  # which does not go together
        words.append("--seccomp-bpf")  # all other calls run at full speed
    if named:
        words += ["-y"]
    if inject:
        words += ["-e", "inject=" + inject]
    return words + [word for path in paths for word in ("-P", path)]


Call = collections.namedtuple("Call", "name arguments result")


def calls_of(output):
    """The calls that a trace shows, in order."""
    found = []
    with open(output, encoding="utf-8", errors="replace") as file:
        for line in file:
            match = LINE.match(line)
            if match:
                result = None if match[3] == "?" else int(match[3])
                found.append(Call(match[1], match[2], result))
    return found


def places_of(calls):
    """Each call as (its name, the how-manieth of that name): what strace's when= takes."""
    counts = collections.Counter()
    places = []
    for call in calls:
        counts[call.name] += 1
        places.append((call.name, counts[call.name]))
    return places


def was_injected(output):
    with open(output, encoding="utf-8", errors="replace") as file:
        return "(INJECTED)" in file.read()
