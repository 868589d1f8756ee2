#!/usr/bin/python3
"""A strict reader of Prometheus' text format (version 0.0.4) and of the conventions that `promtool
check metrics` knows. usage: exposition.py FILE; prints what is wrong, a line each; exit 1 where
anything is. What it must notice is at the end: exposition.py --self-test."""

import re
import sys

NAME = r"[a-zA-Z_:][a-zA-Z0-9_:]*"
LABEL = r'[a-zA-Z_][a-zA-Z0-9_]*="(?:[^"\\\n]|\\["\\n])*"'
SAMPLE = re.compile(rf"({NAME})(?:\{{({LABEL}(?:,{LABEL})*)\}})? ([-+]?[0-9]+(?:\.[0-9]+)?(?:e[-+]?[0-9]+)?|NaN|[-+]Inf)")
TYPES = {"counter", "gauge"}
UNITS = {"milliseconds", "minutes", "hours", "days", "weeks", "kilobytes", "megabytes", "percent"}


def problems_in(data):
    found = []
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return [f"not UTF-8: {error}"]
    if not text.endswith("\n"):
        found.append("the last line does not end")
    family = None  # name, type, what is still missing
    seen_families, seen_samples = set(), set()
    helped = None
    for number, line in enumerate(text.split("\n")[:-1], 1):
        def wrong(what):
            found.append(f"{number}: {what}: {line}")
        if line.startswith("# HELP "):
            match = re.fullmatch(rf"# HELP ({NAME}) ([^\\]|\\\\|\\n)+", line)
            if not match:
                wrong("no HELP with a name and a text")
                continue
            helped = match[1]
            if helped in seen_families:
                wrong("a second HELP of one name, or its samples do not stand together")
            seen_families.add(helped)
            family = None
        elif line.startswith("# TYPE "):
            match = re.fullmatch(rf"# TYPE ({NAME}) (\w+)", line)
            if not match or match[2] not in TYPES:
                wrong("no TYPE")
                continue
            name, kind = match[1], match[2]
            if name != helped:
                wrong("TYPE without its HELP just before")
            family = name
            if not name.startswith("opsctl_"):
                wrong("a name that is not ours")
            if (kind == "counter") != name.endswith("_total"):
                wrong("_total is for counters, and counters have it")
            if name.endswith(("_count", "_sum", "_bucket")):
                wrong("a suffix of histograms")
            if UNITS & set(name.split("_")):
                wrong("not a base unit")
            if kind in name.split("_"):
                wrong("the type in the name")
            if name != name.lower():
                wrong("capitals in the name")
        elif not line or line.startswith("#"):
            wrong("a line that nobody needs")
        else:
            match = SAMPLE.fullmatch(line)
            if not match:
                wrong("no sample")
                continue
            if match[1] != family:
                wrong("a sample outside its family")
            labels = re.findall(r'([a-zA-Z0-9_]+)="', re.sub(r"\\.", "", match[2] or ""))
            if len(labels) != len(set(labels)):
                wrong("a label twice")
            if (match[1], match[2]) in seen_samples:
                wrong("the same sample twice")
            seen_samples.add((match[1], match[2]))
    if not seen_samples:
        found.append("no samples")
    return found


GOOD = b"# HELP opsctl_items Items.\n# TYPE opsctl_items gauge\nopsctl_items{state=\"due\",title=\"a\\\"b\\\\c\\nd\"} 1\n"
BAD = [
    b"",
    GOOD[:-1],
    GOOD + b"\n",
    GOOD.replace(b"due", b"\xff"),
    GOOD.replace(b"\\\"", b"\""),
    GOOD.replace(b"\\n", b"\n"),
    GOOD.replace(b"\\\\c", b"\\c"),
    GOOD.replace(b" gauge", b" counter"),
    GOOD.replace(b" gauge", b" number"),
    GOOD.replace(b"opsctl_items", b"opsctl_items_total"),
    GOOD.replace(b"opsctl_items", b"opsctl_age_days"),
    GOOD.replace(b"opsctl_items", b"items"),
    GOOD.replace(b"opsctl_items{", b"opsctl_item{"),
    GOOD.replace(b"# HELP opsctl_items Items.\n", b""),
    GOOD.replace(b"# HELP opsctl_items Items.", b"# HELP opsctl_items"),
    GOOD.replace(b"} 1", b"} one"),
    GOOD.replace(b"title", b"state"),
    GOOD + GOOD,
    GOOD + GOOD[GOOD.index(b"opsctl_items{"):],
]


def self_test():
    wrong = problems_in(GOOD)
    return wrong + [f"not noticed: {bad!r}" for bad in BAD if not problems_in(bad)]


if __name__ == "__main__":
    if sys.argv[1] == "--self-test":
        answer = self_test()
    else:
        with open(sys.argv[1], "rb") as file:
            answer = problems_in(file.read())
    for line in answer:
        print(line)
    sys.exit(1 if answer else 0)
