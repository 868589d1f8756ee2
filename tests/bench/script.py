"""What a good practitioner would write in an afternoon: which items are overdue.

    script.py RUNBOOKS JOURNAL

PyYAML with libyaml (CSafeLoader), one query. It knows daily, weekly … yearly cycles and no holidays,
versions, suspensions or requests: less than `opsctl check` answers.
"""
import datetime
import pathlib
import re
import sqlite3
import sys

import yaml

DAYS = {"D": 1, "W": 7, "M": 31, "Q": 92, "Y": 366}


def main(runbooks, journal):
    items = []
    for path in pathlib.Path(runbooks).glob("*/*.yaml"):
        if path.name == "sheet.yaml":
            continue
        with open(path, encoding="utf-8") as file:
            items.append(yaml.load(file, Loader=yaml.CSafeLoader))
    db = sqlite3.connect(f"file:{journal}?mode=ro", uri=True)
    last = dict(db.execute("SELECT item, max(performed_at) FROM run WHERE satisfies GROUP BY item"))
    now = datetime.datetime.now().timestamp()
    overdue = []
    for item in items:
        cycle = re.fullmatch(r"(\d+)/(\d*)([DWMQY])", item["cycle"])
        if not cycle:
            continue
        slot = 86400 * DAYS[cycle[3]] * int(cycle[2] or 1) / int(cycle[1])
        if now - (last.get(item["id"]) or 0) > 2 * slot:
            overdue.append(item)
    print(f"{len(items)} items, {len(overdue)} overdue")
    for item in overdue:
        print(item["id"], item["title"])


main(*sys.argv[1:])
