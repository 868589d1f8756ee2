#!/usr/bin/env python3
"""Tries to break what opsctl promises of its records (spec: "Records: the journal").

    run.py [--long] [TEST…] --opsctl BINARY

Prints a table of figures, and every violation. Exit 0: none; 1: some, or a test could not be made.
Exit 77: nothing was violated, but something was skipped.
"""

import argparse
import importlib
import os
import sys
import time
import traceback

from report import Skipped

TESTS = ["kills", "inject", "powercut", "tamper", "bitflips", "writers", "identity"]


def main():
    parser = argparse.ArgumentParser(description="tries to break opsctl's promise of its records")
    parser.add_argument("tests", nargs="*", metavar="TEST", help=", ".join(TESTS))
    parser.add_argument("--long", action="store_true", help="the full counts: some hours")
    parser.add_argument("--opsctl", required=True, metavar="BINARY")
    options = parser.parse_args()
    unknown = set(options.tests) - set(TESTS)
    if unknown or not os.access(options.opsctl, os.X_OK):
        parser.error(f"there is no test {sorted(unknown)}" if unknown else "no such binary")
    failed = skipped = False
    for name in options.tests or TESTS:
        began = time.monotonic()
        try:
            result = importlib.import_module(name).run(options.opsctl, options.long)
        except Skipped as why:
            print(f"SKIPPED {name}: {why}", flush=True)
            skipped = True
            continue
        except Exception:  # pylint: disable=broad-except
            print(f"FAILED {name}: {traceback.format_exc()}", flush=True)
            failed = True
            continue
        result.figures["seconds"] = round(time.monotonic() - began)
        result.show()
        failed = failed or bool(result.violations)
        skipped = skipped or bool(result.skipped)
    return 1 if failed else 77 if skipped else 0


if __name__ == "__main__":
    sys.exit(main())
