"""src/link_order.ld is what its maker makes, and speaks of functions that are still there.

    link_order_test.py OPSCTL
"""
import pathlib
import re
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
import link_order  # noqa: E402  (beside this file)

ENOUGH = 0.9  # of opsctl's own functions: what is gone only leaves its place to others


def without_suffix(name):
    return name.split(".")[0]


def main(opsctl):
    assert link_order.sections_of("_Z1fv") == ".text._Z1fv"
    assert link_order.sections_of("_Z1fv.isra.0") == ".text._Z1fv .text._Z1fv.isra.0"
    assert link_order.sections_of("_ZN1AC1Ev") == ".text._ZN1AC1Ev .text._ZN1AC2Ev"

    text = (HERE.parent.parent / "src" / "link_order.ld").read_text(encoding="utf-8")
    assert text.startswith(link_order.HEAD) and text.endswith(link_order.TAIL)
    lines = text[len(link_order.HEAD):-len(link_order.TAIL)].splitlines()
    if wrong := [line for line in lines if not re.fullmatch(r"    \*\((\.text\._Z\S+ ?)+\)", line)]:
        sys.exit(f"not made by link_order.py: {wrong}")

    there = {without_suffix(name) for _, _, name in link_order.Symbols(opsctl).functions}
    ours = [line for line in lines if "_ZN6opsctl" in line or "_ZNK6opsctl" in line]
    found = sum(any(without_suffix(name) in there for name in re.findall(r"_Z[^ )]+", line)) for line in ours)
    if found < ENOUGH * len(ours):
        sys.exit(f"{found} of {len(ours)} functions of src/link_order.ld are still there: make it anew with tests/bench/link_order.py")
    print(f"{found} of {len(ours)} functions are there")


main(*sys.argv[1:])
