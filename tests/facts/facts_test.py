#!/usr/bin/env python3
"""What opsctl prints of the 75 items equals the facts of the sheet, cell by cell.

usage: facts_test.py OPSCTL FACTS   (the runbooks: OPSCTL_RUNBOOKS)
"""
import csv
import json
import os
import subprocess
import sys

opsctl, facts = sys.argv[1:]
METHODS = {"ツール": ["tool"], "手作業": ["manual"], "ツール 手作業": ["tool", "manual"],
           "手作業 ツール": ["manual", "tool"], "ツール作業": ["tool"]}


def answer(command):
    return json.loads(subprocess.run([opsctl, *command.split(), "--format", "json"], check=True,
                                     capture_output=True).stdout)


with open(facts, encoding="utf-8") as file:
    rows = list(csv.DictReader(file, delimiter="\t"))
parties = list(rows[0])[6:-1]
items = {item["no"]: item for item in answer("list")["items"]}
raci = answer("raci")
matrix = {row["no"]: row for row in raci["rows"]}
assert len(rows) == len(items) == len(matrix) == 75, (len(rows), len(items), len(matrix))
assert [party["id"] for party in raci["parties"]] == parties, raci["parties"]

cells = 0
for row in rows:
    number = int(row["no"])
    item, cell = items[number], matrix[number]["cells"]
    title = row["minor"] if row["minor"] != "-" else row["middle"]
    assert item["title"] == title, (number, item["title"])
    assert item["category"] == {key: row[key] for key in ("class", "major", "middle", "minor")}, number
    assert item["cycle"] == row["cycle"] and item["methods"] == METHODS[row["method"]], number
    for party in parties:
        assert cell[party] == row[party], (number, party, cell[party], row[party])
        assert item["duties"].get(party, "-") == row[party], (number, party)
        cells += 1
    supervised = [party for party in ("ops-helpdesk", "ops-work") if row[party] == "◎"]
    assert matrix[number]["supervised"] == supervised, (number, matrix[number]["supervised"])

marked = sum("ops-work" in row["supervised"] for row in matrix.values())
assert marked == 71, marked
print(f"75 items, {cells} cells, {marked} times ● on ops-work: all as in the sheet")

# The gates: which items begin only on an instruction or after approval, and because of which words.
with open(os.path.join(os.path.dirname(facts), "gates.tsv"), encoding="utf-8") as file:
    gates = {int(row["no"]): row for row in csv.DictReader(file, delimiter="\t")}
assert {22, 46, 57} == {no for no, row in gates.items() if row["requires"] == "prior-approval"}, gates
assert all(row["because"] for row in gates.values())
for number in items:
    wanted = gates[number]["requires"] if number in gates else "none"
    found = answer(f"show {number}")["item"]["requires"]
    assert found == wanted, (number, found, wanted)
print(f"{len(gates)} gates as listed")
