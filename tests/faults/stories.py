"""What people do all day, as generators: each yields a command and is sent what was recorded.

Stories of several writers do not disturb one another, so every command of theirs has to succeed.
"""

from place import DAILY, GATED, ON_DEMAND, WATCH


def finish(rng, run):
    """Steps, a note or two, the end of the work, and what the approver makes of it."""
    if rng.random() < 0.5:
        yield ["step", run, 1, "--ok", "--as", "op1"]
        yield ["fill", run, f"version={rng.randrange(100)}", "--as", "op1"]
        yield ["note", run, "様子を見ている " + "x" * rng.randrange(400), "--as", "op1"]
    if rng.random() < 0.2:
        yield ["abort", run, "--reason", "中止", "--as", "op1"]
        return
    yield ["done", run, "--all-ok", "--as", "op1"]
    if rng.random() < 0.2:
        yield ["correct", run, "--step", "look", "--ng", "--note", "未確認", "--reason", "確認漏れ",
               "--as", "op1"]
    if rng.random() < 0.2:
        yield ["return", run, "--reason", "不足", "--as", "owner1"]
        yield ["done", run, "--as", "op1"]
    if rng.random() < 0.2:
        yield ["reject", run, "--reason", "不備", "--as", "owner1"]
    else:
        yield ["approve", run, "--confirm", run, "--as", "owner1"]


def daily(rng):
    started = yield ["start", DAILY, "--parallel", "--as", "op1"]
    yield from finish(rng, started["run"])


def on_demand(rng):
    request = (yield ["request", ON_DEMAND, "--reason", "異常終了", "--as", "owner1"])["request"]
    if rng.random() < 0.3:
        yield ["withdraw", request, "--reason", "復旧済み", "--as", "owner1"]
        return
    started = yield ["start", ON_DEMAND, "--request", request, "--parallel", "--as", "op1"]
    yield from finish(rng, started["run"])


def gated(rng):
    request = (yield ["request", GATED, "--reason", "変更", "--as", "head1"])["request"]
    yield ["approve", request, "--as", "owner1"]
    started = yield ["start", GATED, "--request", request, "--parallel", "--as", "op1"]
    yield ["handover", started["run"], "--to", "op2", "--as", "op1"]
    yield ["done", started["run"], "--all-ok", "--as", "op2"]
    yield ["approve", started["run"], "--confirm", started["run"], "--as", "owner1"]


def watch(_rng):
    """Only for one writer: there is one watch at a time."""
    run = (yield ["start", WATCH, "--as", "op1"])["run"]
    yield ["confirm", run, "--as", "op1"]
    yield ["done", run, "--all-ok", "--leave-uncovered", "--as", "op1"]


def any_story(rng, keeps_watch):
    return rng.choice([daily, on_demand, gated] + [watch] * keeps_watch)(rng)
