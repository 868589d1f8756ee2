#!/usr/bin/env python3
"""Runs the corpus and the shipped catalogue through a JSON Schema validator.

The first line of each file in bad/ says what opsctl finds first and whether the schema can see that
something is wrong. The test "the corpus" checks the former, this script the latter: so where a
schema can express a rule, the two agree.
"""
import json
import re
import sys
from pathlib import Path

import jsonschema
import yaml

ROOT = Path(__file__).resolve().parents[2]
KINDS = ("runbook", "catalog", "roster", "sheet", "holidays")


class CoreLoader(yaml.SafeLoader):
    """Reads scalars as a YAML 1.2 editor does: PyYAML itself would make a boolean of `yes`, the
    number 750 of 12:30 and a date object of every date."""


CoreLoader.yaml_implicit_resolvers = {}
for tag, pattern, first in (
    ("null", r"^(~|null|Null|NULL|)$", ["~", "n", "N", ""]),
    ("bool", r"^(true|True|TRUE|false|False|FALSE)$", list("tTfF")),
    ("int", r"^[-+]?[0-9]+$", list("-+0123456789")),
    ("float", r"^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$", list("-+.0123456789")),
):
    CoreLoader.add_implicit_resolver("tag:yaml.org,2002:" + tag, re.compile(pattern), first)
CoreLoader.add_constructor("tag:yaml.org,2002:int", lambda _, node: int(node.value))


def validators():
    found = {}
    for kind in KINDS:
        schema = json.loads((ROOT / "schema" / f"{kind}.schema.json").read_text(encoding="utf-8"))
        jsonschema.Draft7Validator.check_schema(schema)
        found[kind] = jsonschema.Draft7Validator(schema)
    return found


def verdict(validator, path):
    """None where the file is valid, else what is wrong; "unreadable" where it is no YAML."""
    try:
        with open(path, encoding="utf-8", newline="") as file:
            value = yaml.load(file, Loader=CoreLoader)
    except yaml.YAMLError:
        return "unreadable"
    error = jsonschema.exceptions.best_match(validator.iter_errors(value))
    return None if error is None else error.message.replace("\n", " ")[:100]


def shipped():
    yield "catalog", ROOT / "runbooks/catalog.yaml"
    yield "roster", ROOT / "runbooks/roster.yaml"
    yield "holidays", ROOT / "runbooks/holidays-jp.yaml"
    for path in sorted((ROOT / "runbooks").glob("*/*.yaml")):
        yield ("sheet" if path.name == "sheet.yaml" else "runbook"), path


def main():
    validator = validators()
    corpus = ROOT / "tests/corpus"
    good = sorted((corpus / "good").glob("*.yaml"))
    bad = sorted((corpus / "bad").glob("*.yaml"))
    complaints = []
    for kind, path in [*shipped(), *((path.name.split("-")[0], path) for path in good)]:
        said = verdict(validator[kind], path)
        if said is not None:
            complaints.append(f"{path}: should be valid, but: {said}")
    seen = 0
    for path in bad:
        first = path.read_text(encoding="utf-8").partition("\n")[0]
        said = verdict(validator[path.name.split("-")[0]], path)
        if first.endswith("; schema sees it"):
            seen += 1
            if said in (None, "unreadable"):
                complaints.append(f"{path}: the schema should refuse this, but: {said or 'valid'}")
        elif not first.endswith("; schema cannot see it"):
            complaints.append(f"{path}: the first line does not say what the schema sees")
        elif said not in (None, "unreadable"):
            complaints.append(f"{path}: the schema sees more than it should: {said}")
    if len(good) < 20 or seen < 50 or len(bad) - seen < 30:
        complaints.append(f"only {len(good)} good, {seen} + {len(bad) - seen} bad files found")
    print("\n".join(complaints) or f"{len(good)} good and {len(bad)} bad files, {seen} seen: agreed")
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main())
