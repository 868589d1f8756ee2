#!/usr/bin/env python3
"""What opsctl exports, read by somebody else: workbooks with Python's zip and XML, the journal's lines with hashlib.

    export_test.py OPSCTL RUNBOOKS
"""

import csv
import hashlib
import io
import json
import os
import pathlib
import pty
import re
import resource
import signal
import struct
import subprocess
import sys
import tempfile
import time
import xml.etree.ElementTree as ElementTree
import zipfile

NS = {"m": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}
NASTY = ["=HYPERLINK(\"http://x\")", "+1", "－1", "@SUM(A1)", "＝1", "_x000D_", "<b>&\"'"]

opsctl, runbooks = sys.argv[1], sys.argv[2]
home = pathlib.Path(tempfile.mkdtemp(prefix="opsctl-export-"))
environment = {"HOME": str(home), "LANG": "ja_JP.UTF-8", "OPSCTL_RUNBOOKS": runbooks, "PATH": os.environ["PATH"],
               **{name: value for name, value in os.environ.items() if name.endswith("SAN_OPTIONS")}}


def run(*words, expected=0):
    done = subprocess.run([opsctl, *words], env=environment, capture_output=True, stdin=subprocess.DEVNULL, timeout=120)
    assert done.returncode == expected, (words, done.returncode, done.stdout[-300:], done.stderr.decode())
    return done.stdout


def rows_of(table):
    """The cells of a workbook as a spreadsheet shows them, and its parts."""
    book = zipfile.ZipFile(io.BytesIO(table))
    assert book.testzip() is None
    parts = {name: book.read(name).decode() for name in book.namelist()}
    for name, text in parts.items():
        if name.endswith((".xml", ".rels")):
            ElementTree.fromstring(text)
    strings = ["".join(t.text or "" for t in si.iter("{%s}t" % NS["m"]))
               for si in ElementTree.fromstring(parts["xl/sharedStrings.xml"]).findall("m:si", NS)]
    sheet = ElementTree.fromstring(parts["xl/worksheets/sheet1.xml"])
    rows = []
    for row in sheet.iterfind("m:sheetData/m:row", NS):
        cells = {}
        for cell in row.findall("m:c", NS):
            kind, value = cell.get("t"), cell.find("m:v", NS)
            assert cell.find("m:f", NS) is None, "a formula"
            assert kind in ("s", None), kind
            column = re.match("[A-Z]+", cell.get("r")).group()
            if value is not None:
                cells[column] = strings[int(value.text)] if kind == "s" else int(value.text)
        rows.append(cells)
    return rows, sheet, parts


def unescaped(text):
    """As Excel reads a string."""
    return re.sub("_x([0-9A-Fa-f]{4})_", lambda found: chr(int(found.group(1), 16)), text)


def check_workbook(table, head_rows, name):
    rows, sheet, parts = rows_of(table)
    pane = sheet.find("m:sheetViews/m:sheetView/m:pane", NS)
    assert pane.get("state") == "frozen" and pane.get("ySplit") == str(head_rows), pane.attrib
    reference = sheet.find("m:autoFilter", NS).get("ref")
    assert re.match(r"A%d:[A-Z]+%d$" % (head_rows, len(rows)), reference), reference
    page = sheet.find("m:pageSetup", NS)
    assert page.get("paperSize") == "9" and page.get("orientation") == "landscape", page.attrib
    assert page.get("fitToHeight") == "0" and sheet.find("m:sheetPr/m:pageSetUpPr", NS).get("fitToPage") == "1"
    assert "&P" in sheet.find("m:headerFooter/m:oddFooter", NS).text
    workbook = ElementTree.fromstring(parts["xl/workbook.xml"])
    titles = [one.text for one in workbook.iter("{%s}definedName" % NS["m"]) if one.get("name") == "_xlnm.Print_Titles"]
    assert len(titles) == 1 and titles[0].endswith("$1:$%d" % head_rows), titles
    assert [one.get("name") for one in workbook.iter("{%s}sheet" % NS["m"])] == [name]
    assert "Yu Gothic" in parts["xl/styles.xml"]
    widths = [float(col.get("width")) for col in sheet.iterfind("m:cols/m:col", NS)]
    assert widths and max(widths) < 64, widths
    assert not any("<f>" in text or "externalLink" in text for text in parts.values())
    return rows


def check_chain(lines):
    """The number of records and the last hash; nothing else but the lines is needed."""
    previous = bytes(32)
    for number, line in enumerate(lines, 1):
        record = json.loads(line)
        payload = record["payload"].encode()
        digest = hashlib.sha256(b"opsctl-event-v1\n" + previous + struct.pack(">QQ", number, len(payload)) + payload).digest()
        assert record["seq"] == number and record["previous"] == previous.hex() and record["hash"] == digest.hex(), number
        previous = digest
    return len(lines), previous.hex()


# --- a journal with what spreadsheets stumble over
run("start", "49", "--as", "operator1", "--supervisor", "supervisor1", "--quiet", "--ref", NASTY[0])
for text in NASTY[1:]:
    run("note", "49", text, "--as", "operator1")
run("done", "49", "--all-ok", "--as", "operator1", "--value", "signature_version==1+1")
run("approve", "49", "--as", "supervisor1", "--confirm", run("export", "runs", "--format", "tsv").decode().split("\n")[1].split("\t")[0])

# --- workbooks
first = {table: run("export", *table.split(), "--format", "xlsx") for table in ("sheet", "runs", "raci", "register 49", "log")}
sheet = check_workbook(first["sheet"], 4, "運用作業項目一覧（インシデント）")
assert sheet[0]["A"] == "別紙6-2 運用作業項目一覧（インシデント）" and sheet[3]["A"] == "No." and sheet[4]["A"] == 1
assert len(sheet) == 4 + 75 and sheet[3 + 49]["N"] == "◎●"
assert 'ref="J3:L3"' in rows_of(first["sheet"])[2]["xl/worksheets/sheet1.xml"], "an organisation spans its functions"
runs = check_workbook(first["runs"], 1, "実行一覧")
assert len(runs) == 2 and NASTY[0] in runs[1].values()
register = check_workbook(first["register 49"], 1, "49 侵入防御装置のシグネチャ更新 の台帳")
assert "=1+1" in register[1].values()
check_workbook(first["raci"], 1, "役割分担表")
check_workbook(run("export", "due", "--format", "xlsx"), 1, "期限一覧")
log = check_workbook(first["log"], 1, "記録簿")
shown = [unescaped(row.get("I", "")) for row in log]
for text in NASTY[1:]:
    assert text in shown, text
assert all(isinstance(row["A"], int) for row in log[1:])

# --- the same again, later: not one byte differs
time.sleep(2.1)
for table, before in first.items():
    assert run("export", *table.split(), "--format", "xlsx") == before, table

# --- csv and json lines say the same as the workbook
lines = list(csv.reader(io.StringIO(run("export", "register", "49", "--format", "csv").decode("utf-8-sig"))))
assert "'=1+1" in lines[1]
assert json.loads(run("export", "register", "49", "--format", "jsonl"))["values"]["signature_version"] == "=1+1"
items = [json.loads(line) for line in run("export", "sheet", "--format", "jsonl").splitlines()]
assert len(items) == 75 and items == json.loads(run("export", "sheet", "--format", "json"))["items"]

# --- the journal from its export alone
records = run("export", "log", "--format", "jsonl").splitlines()
events = json.loads(run("log", "--format", "json"))["events"]
assert check_chain(records) == (len(events), events[-1]["hash"])
forged = [line.replace(b"operator1", b"operator2") for line in records]
try:
    check_chain(forged)
    raise SystemExit("a forged export was not noticed")
except AssertionError:
    pass

# --- files: whole or not at all, never over another
target = home / "runs.xlsx"
run("export", "runs", "-o", str(target))
assert target.read_bytes() == first["runs"] and target.stat().st_mode & 0o777 in (0o640, 0o600)
run("export", "runs", "-o", str(target), expected=1)
target.write_text("mine")
run("export", "runs", "-o", str(target), expected=1)
assert target.read_text() == "mine"
run("export", "runs", "-o", str(target), "--overwrite")
assert target.read_bytes() == first["runs"]
(home / "link.xlsx").symlink_to(target)
run("export", "runs", "-o", str(home / "link.xlsx"), "--overwrite", expected=1)
run("export", "runs", "-o", "/dev/full", "--format", "csv", "--overwrite", expected=1)
run("export", "runs", "-o", str(home / "none" / "runs.xlsx"), expected=1)
full = subprocess.run(["sh", "-c", '"$0" export log --format jsonl > /dev/full', opsctl], env=environment, capture_output=True)
assert full.returncode == 1, full
assert sorted(one.name for one in home.iterdir() if "xlsx" in one.name) == ["link.xlsx", "runs.xlsx"], "something was left"

# --- a workbook is nothing for a terminal
parent, child = pty.openpty()
done = subprocess.run([opsctl, "export", "sheet", "--format", "xlsx"], env=environment, stdin=child, stdout=child, stderr=subprocess.PIPE)
assert done.returncode == 2, done
os.close(child)
os.close(parent)

# --- the sheet in, out, and in again
annex = pathlib.Path(__file__).parent / "annex.tsv"


def tree(folder):
    return {str(one.relative_to(folder)): one.read_bytes() for one in sorted(folder.rglob("*")) if one.is_file()}


run("import", str(annex), "-o", str(home / "first"))
run("validate", str(home / "first"))
for form in ("csv", "tsv"):
    table = home / f"again.{form}"
    run("export", "sheet", "--runbooks", str(home / "first"), "-o", str(table))
    run("import", str(table), "-o", str(home / form))
    assert tree(home / form) == tree(home / "first"), form
run("import", str(annex), "-o", str(home / "first"), expected=1)

# --- the shipped catalogue's own sheet, and back: the same table, with the parties that it has
run("export", "sheet", "-o", str(home / "shipped.csv"))
run("import", str(home / "shipped.csv"), "-o", str(home / "shipped"), "--prefix", "inc", "--parties", os.path.join(runbooks, "catalog.yaml"))
run("validate", str(home / "shipped"))
for form in ("csv", "tsv", "xlsx"):
    assert run("export", "sheet", "--runbooks", str(home / "shipped"), "--format", form) == run("export", "sheet", "--format", form), form

# --- where the answer is lost, it is known all the same what was made
lost = subprocess.run(["sh", "-c", '"$0" import "$1" -o "$2" > /dev/full', opsctl, str(annex), str(home / "lost")], env=environment, capture_output=True)
assert lost.returncode == 1 and f"作成しました: {home}/lost（" in lost.stderr.decode(), lost
assert tree(home / "lost") == tree(home / "first")


# --- a disk that is full: the error names what the user asked for, and nothing is left
def small_files():
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))


full = subprocess.run([opsctl, "import", str(annex), "-o", str(home / "full")], env=environment, capture_output=True,
                      preexec_fn=small_files, restore_signals=False)
assert full.returncode == 1 and f"{home}/full/" in full.stderr.decode() and "/." not in full.stderr.decode(), full
assert not [one.name for one in home.iterdir() if "full" in one.name], "something was left"

# --- a text longer than a cell of a workbook says that it goes on
head, row = (line.split("\t") for line in run("export", "sheet", "--runbooks", str(home / "first"), "--format", "tsv").decode().split("\n")[3:5])
(home / "long.tsv").write_text("\n".join(["長い", "\t" * 7 + "組織" + "\t組織" * (len(head) - 9), "\t".join(head), "\t".join(
    [*row[:5], "長い" * 20000, *row[6:]])]))
run("import", str(home / "long.tsv"), "-o", str(home / "long"))
cell = rows_of(run("export", "sheet", "--runbooks", str(home / "long"), "--format", "xlsx"))[0][-1]["F"]
assert len(cell) == 32767 and cell.endswith("い…"), cell[-9:]

subprocess.run(["rm", "-rf", str(home)], check=True)
print(f"{len(first) + 1} workbooks, {len(records)} records, {len(items)} items: as they should be")
