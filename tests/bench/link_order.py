#!/usr/bin/env python3
"""Which functions the everyday commands run, for the linker to lay side by side.

    cmake --preset release -DOPSCTL_BENCH=ON && cmake --build --preset release --target opsctl_unordered make_journal
    tests/bench/link_order.py --bin build/release/bin > src/link_order.ld

A binary is read in as it is run through, 64 KiB around each place: where what is run lies scattered, most of the binary.
The commands are typed under valgrind, and what they ran is written as a linker script: first what `check` runs, which
cron asks for all day, then the rest by how many of them ran it. A function that is not named, or no longer there, costs
a page, nothing else; so this is worth repeating when `tests/bench/bench.py` shows that the peak of `check` has grown.
"""
import argparse
import bisect
import collections
import os
import pathlib
import re
import sqlite3
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
import make_catalogue  # noqa: E402  (beside this file)

SHIPPED = HERE.parent.parent / "runbooks"
TYPED = """
check
due
status
pending
list
log --limit 20
__complete -- start ''
start 49 --supervisor supervisor1 --as operator1
step 49 1 --ok --as operator1
note RUN 様子を見る --as operator1
done 49 --all-ok --as operator1
return 49 --reason 手順を見直す --as supervisor1
done 49 --all-ok --as operator1
approve 49 --confirm RUN --as supervisor1
approve 49 --confirm RUN --as approver1
check
status
"""

HEAD = """\
/* Made by tests/bench/link_order.py, which says why: what everyday commands run lies side by side. */
SECTIONS
{
  .text.everyday :
  {
"""
TAIL = """\
  }
}
INSERT BEFORE .text;
"""


class Symbols:
    """The functions of the binary, by address: callgrind itself may know one by another name than the linker."""

    def __init__(self, binary):
        listed = subprocess.run(["nm", "-S", "--defined-only", binary], capture_output=True, text=True, check=True)
        self.functions = []
        for line in listed.stdout.splitlines():
            address, size, *rest = line.split()
            if len(rest) == 2 and rest[0] in "tTwW" and rest[1].startswith("_Z"):
                self.functions.append((int(address, 16), int(size, 16), rest[1]))
        self.functions.sort()
        self.addresses = [address for address, _, _ in self.functions]

    def at(self, address):
        address_of, size, name = self.functions[bisect.bisect(self.addresses, address) - 1]
        return name if address_of <= address < address_of + size else None


def functions_of(profile, binary, symbols):
    """The names of what ran in the binary itself."""
    ran, is_ours = set(), False
    for line in profile.read_text(encoding="utf-8").splitlines():
        if line.startswith("ob="):
            is_ours = line == f"ob={binary}"
        elif is_ours and line.startswith("0x"):
            ran.add(symbols.at(int(line.split()[0], 16)))
    return ran - {None}


def sections_of(name):
    """Where the function may be: one that the compiler made of another may be in the place of that one, and a complete
    constructor is the base's, where both are the same code."""
    names = {name, name.split(".")[0]}
    names |= {re.sub(r"([CD])1(?=[EI])", r"\g<1>2", one) for one in names}
    return " ".join(f".text.{one}" for one in sorted(names))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bin", required=True, type=pathlib.Path, help="where the two were built")
    binary = parser.parse_args().bin.resolve() / "opsctl_unordered"
    symbols = Symbols(binary)
    ran = collections.Counter()
    by_check = set()
    with tempfile.TemporaryDirectory(prefix="opsctl-order-") as temporary:
        folder = pathlib.Path(temporary)
        make_catalogue.make(SHIPPED, folder / "runbooks", 75)
        for path in (folder / "runbooks").rglob("*"):
            os.utime(path, (1_700_000_000, 1_700_000_000))  # old enough to be kept
        environment = {"HOME": temporary, "PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8",
                       "OPSCTL_RUNBOOKS": str(folder / "runbooks"), "OPSCTL_DB": str(folder / "journal.db")}

        def last_run():
            with sqlite3.connect(folder / "journal.db") as db:
                return db.execute("SELECT run FROM event_index WHERE run <> '' ORDER BY seq DESC LIMIT 1").fetchone()[0]

        def opsctl(words, *before):
            words = [last_run() if word == "RUN" else word.strip("'") for word in words]
            done = subprocess.run([*before, binary, *words], env=environment, capture_output=True, text=True, check=False)
            if done.returncode not in ((0, 1, 2) if words[0] == "check" else (0,)):
                sys.exit(f"opsctl {' '.join(words)}: exit status {done.returncode}\n{done.stderr}")

        subprocess.run([binary.with_name("make_journal"), folder / "runbooks", folder / "journal.db", "2000"], check=True)
        opsctl(["list"])  # compiles the catalogue
        for line in TYPED.split("\n")[1:-1]:
            profile = folder / "profile"
            opsctl(line.split(), "valgrind", "--tool=callgrind", "--dump-instr=yes", "--compress-pos=no",
                   "--compress-strings=no", f"--callgrind-out-file={profile}")
            functions = functions_of(profile, binary, symbols)
            ran.update(functions)
            if line == "check":
                by_check |= functions
    print(HEAD, end="")
    for name, _ in sorted(ran.items(), key=lambda one: (one[0] not in by_check, -one[1], one[0])):
        print(f"    *({sections_of(name)})")
    print(TAIL, end="")


if __name__ == "__main__":
    main()
