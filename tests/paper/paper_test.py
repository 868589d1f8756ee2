#!/usr/bin/env python3
"""What is printed, read by strict parsers: the HTML of checklist, report and calendar is well-formed
XML, runs no script, fetches nothing, says hostile words as words and has its boxes; the iCalendar
file keeps RFC 5545's lines.
usage: paper_test.py OPSCTL RUNBOOKS"""
import datetime
import html.parser
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET

OPSCTL, RUNBOOKS = sys.argv[1], sys.argv[2]
X = "{http://www.w3.org/1999/xhtml}"
S = "{http://www.w3.org/2000/svg}"
HOSTILE = "</style><script>alert(1)</script> \" ' & <b> ]]> -->"
# Each kind: many performers, choices, second persons, evidence, contents, no ◎, cyclic.
ITEMS = {"ja": (1, 3, 5, 13, 24, 46, 49, 51, 56), "en": (13, 49)}
failures = 0


def check(truth, what):
    global failures
    if not truth:
        failures += 1
        print("wrong:", what)


def opsctl(world, *words, status=0):
    done = subprocess.run([OPSCTL, *words], env=world, capture_output=True, stdin=subprocess.DEVNULL)
    if done.returncode != status:
        sys.exit(f"opsctl {' '.join(words)}: {done.returncode}\n{done.stderr.decode()}")
    return done.stdout


class Lenient(html.parser.HTMLParser):
    """As a browser reads it: the same elements, none of them a script."""

    def __init__(self):
        super().__init__()
        self.tags = []

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.tags.append(tag)


def page(data, what):
    """The root of a page, after what every page must be."""
    text = data.decode("utf-8")
    root = ET.fromstring(text)
    check(text.startswith("<!DOCTYPE html>\n"), f"{what}: no doctype")
    tags = [element.tag.split("}")[1] for element in root.iter()]
    lenient = Lenient()
    lenient.feed(text)
    check(sorted(lenient.tags) == sorted(tag.lower() for tag in tags),
          f"{what}: a browser sees other elements than an XML parser")
    for forbidden in ("script", "link", "img", "iframe", "object", "embed", "form", "base", "b"):
        check(forbidden not in tags, f"{what}: has <{forbidden}>")
    for element in root.iter():
        for name, value in element.attrib.items():
            check(not name.startswith("on") and name not in ("href", "src"), f"{what}: {name}")
            check("url(" not in value, f"{what}: {name}={value}")
    style = root.find(f"{X}head/{X}style").text
    check("url(" not in style and "@import" not in style, f"{what}: the style fetches something")
    check("size: A4" in style, f"{what}: no paper size")
    policy = [m.get("content") for m in root.iter(f"{X}meta") if m.get("http-equiv")]
    check(policy == ["default-src 'none'; style-src 'unsafe-inline'"], f"{what}: policy {policy}")
    check(not re.search(r"[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e\ufffe]", text), f"{what}: raw control")
    return root


def by_class(root, name):
    return [e for e in root.iter() if name in e.get("class", "").split()]


def words(element):
    return "".join(element.itertext())


def table(root, name):
    return by_class(root, name)[0]


def check_blank_forms(world):
    for language, items in ITEMS.items():
        for no in map(str, items):
            what = f"checklist {no} ({language})"
            root = page(opsctl(world, "checklist", no, "--format", "html", "--lang", language), what)
            check(root.get("lang") == language, f"{what}: lang")
            steps = table(root, "steps").find(f"{X}tbody")
            check(len(steps) >= 2, f"{what}: steps {len(steps)}")
            for row in steps:
                check(len(by_class(row[2], "box")) == 3, f"{what}: boxes of a step")
            check(table(root, "steps").find(f"{X}thead") is not None, f"{what}: no repeated head")
            check(not by_class(root, "ticked"), f"{what}: ticked")
            check(len(table(root, "duties").find(f"{X}tbody/{X}tr")) == 11, f"{what}: parties")
            stamps = by_class(root, "stamp")
            check(len(stamps) >= 2, f"{what}: stamps")
            for stamp in stamps:
                check(len(by_class(stamp, "place")) == 1, f"{what}: no place for the seal")
            if language == "ja":
                check(any("承認 ▲" in words(s) for s in stamps), f"{what}: approval")


CATALOG = """title: '{t}'
timezone: Asia/Tokyo
effective_from: 2026-04-01
fiscal_year_start: 04-01
week_start: monday
parties:
  - {{id: owner, organisation: '{t}', function: '{t}'}}
  - {{id: ops, organisation: 運用業者, function: 運用, supervised: true}}
"""
ROSTER = """demonstration: true
shared_accounts_may_sign: true
persons:
  - {{id: shonin, name: '{t}', parties: [owner], accounts: any}}
  - {{id: hanako, name: '{t}', parties: [ops], accounts: any}}
  - {{id: kantoku, name: '{t}', parties: [ops], supervisor: true, accounts: any}}
"""
ITEM = """id: tst-{n:02}
no: {n}
title: '{t}'
category: {{class: '{t}', major: '{t}', middle: '{t}', minor: '{t}'}}
summary: '{t}'
cycle: {cycle}
methods: [manual]
duties: {{owner: ▲, ops: ◎}}
schedule: {{}}
steps:
  - id: one
    text: '{t}'
    detail: '{t}'
    contents: ['{t}', 'x']
    choose: ['{t}', 'other']
    confirm_by: ops
  - {{id: two, text: '{t}'}}
records:
  - {{key: what, label: '{t}', type: text, required: false}}
  - {{key: yes_no, label: '{t}', type: boolean, required: false}}
"""


def hostile_world(folder):
    quoted = HOSTILE.replace("'", "''")
    catalog = pathlib.Path(folder, "runbooks")
    (catalog / "a").mkdir(parents=True)
    catalog.joinpath("catalog.yaml").write_text(CATALOG.format(t=quoted))
    catalog.joinpath("roster.yaml").write_text(ROSTER.format(t=quoted))
    catalog.joinpath("a/sheet.yaml").write_text("title: t\nannex: a\nprefix: tst\n")
    for n, cycle in ((1, "随時"), (2, "1/D")):
        catalog.joinpath(f"a/{n:02}-i.yaml").write_text(ITEM.format(n=n, cycle=cycle, t=quoted))
    return {"HOME": folder, "OPSCTL_RUNBOOKS": str(catalog), "LANG": "ja_JP.UTF-8"}


def record_hostile_run(world):
    def act(*given):
        opsctl(world, *given)
    act("start", "1", "--as", "hanako", "--supervisor", "kantoku", "--ref", HOSTILE)
    act("step", "1", "1", "--ok", "--choice", "1", "--note", HOSTILE, "--as", "hanako")
    act("step", "1", "1", "--confirm", "--as", "kantoku")
    act("step", "1", "2", "--ng", "--note", "二行目 " + HOSTILE, "--as", "hanako")
    act("note", "1", HOSTILE, "--as", "hanako")
    act("done", "1", "--value", "what=" + HOSTILE, "--as", "hanako")


def check_record(world):
    run = page(opsctl(world, "checklist", "@last", "--format", "html"), "record")
    steps = table(run, "steps").find(f"{X}tbody")
    ticked = [[e for e in by_class(row[2], "box") if "ticked" in e.get("class")] for row in steps]
    check([len(t) for t in ticked] == [1, 1], "record: a result each")
    check(len([e for e in by_class(steps[0][1], "one") if "ticked" in e.get("class")]) == 1,
          "record: the choice")
    check(HOSTILE in words(run.find(f"{X}body/{X}div/{X}div/{X}h1")), "record: the title as words")
    said = words(steps[1][5])
    check("二行目 " + HOSTILE in said, f"record: the note: {said}")
    check(len(by_class(run, "signed")) == 2, "record: who did and who confirmed")
    check(any("スーパーバイザ" in words(s) for s in by_class(run, "stamp")), "record: supervisor")
    check("hanako" in words(run), "record: the performer")
    style = run.find(f"{X}head/{X}style").text
    check("@bottom-left" in style and "alert(1)" not in style, "record: the foot's words")


def check_report(world):
    today = datetime.datetime.now(datetime.timezone(datetime.timedelta(hours=9))).date()
    words_of_month = ["report", "--month", f"{today:%Y-%m}", "--format", "html"]
    root = page(opsctl(world, *words_of_month), "report")
    charts = list(root.iter(f"{S}svg"))
    check(len(charts) == 2, f"report: {len(charts)} charts")
    for chart in charts:
        check(chart.get("role") == "img" and chart.get("aria-label"), "report: chart's name")
        check(len(list(chart.iter(f"{S}rect"))) >= 1, "report: bars")
    check("script" in words(root), "report: hostile words are words")
    check(words_of_month[2] in words(root), "report: the period")
    journal = opsctl(world, "log", "--format", "json").decode()
    check(re.findall(r'"hash": "([0-9a-f]{64})"', journal)[-1] in words(root), "report: the chain")


def check_calendar(world, items):
    for language in ("ja", "en"):
        root = page(opsctl(world, "calendar", "--format", "html", "--lang", language), "calendar")
        rows = root.find(f"{X}body/{X}table/{X}tbody")
        check(len(rows) == items and all(len(row) == 15 for row in rows), "calendar: rows")
        check("A4 landscape" in root.find(f"{X}head/{X}style").text, "calendar: paper")


def check_ics(world):
    first = opsctl(world, "calendar", "--year", "FY2026", "--format", "ics", "--as-of", "2026-11-22")
    again = opsctl(world, "calendar", "--year", "FY2026", "--format", "ics", "--as-of", "2026-11-22")
    check(first == again, "ics: not the same twice")
    check(first.endswith(b"END:VCALENDAR\r\n") and b"\n" not in first.replace(b"\r\n", b""),
          "ics: line ends")
    for line in first.split(b"\r\n"):
        check(len(line) <= 75, f"ics: {len(line)} octets")
        line.decode("utf-8")  # no character is cut
    lines = first.decode().replace("\r\n ", "").split("\r\n")
    uids = [line for line in lines if line.startswith("UID:")]
    check(len(uids) == len(set(uids)) > 100, f"ics: {len(uids)} events")
    check({line for line in lines if line.startswith("DTSTAMP")} == {"DTSTAMP:20261121T150000Z"},
          "ics: the stamp")
    check(lines.count("BEGIN:VEVENT") == lines.count("END:VEVENT") == len(uids), "ics: events")
    for line in lines:
        if line.startswith("SUMMARY:"):
            check(not re.search(r"(?<!\\)[;,]", line), f"ics: {line}")


def main():
    with tempfile.TemporaryDirectory() as folder:
        shipped = {"HOME": folder, "OPSCTL_RUNBOOKS": RUNBOOKS, "LANG": "ja_JP.UTF-8"}
        check_blank_forms(shipped)
        check_calendar(shipped, 8)
        check_ics(shipped)
    with tempfile.TemporaryDirectory() as folder:
        world = hostile_world(folder)
        page(opsctl(world, "checklist", "1", "--format", "html"), "hostile form")
        record_hostile_run(world)
        check_record(world)
        check_report(world)
        check_calendar(world, 1)
        check_ics(world)
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    os.umask(0o077)
    main()
