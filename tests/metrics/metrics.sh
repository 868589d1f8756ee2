#!/usr/bin/env bash
# opsctl metrics in every state of a site: what is printed is Prometheus' text format, what is
# written appears whole, and the exit status says what was wrong.
# usage: metrics.sh OPSCTL RUNBOOKS
set -u
opsctl=$1 here=${0%/*}
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
export XDG_STATE_HOME=$home HOME=$home LC_ALL=C.UTF-8
unset OPSCTL_DB
failed=0
wrong() { echo "not ok - $*"; failed=1; }
/usr/bin/python3 "$here/exposition.py" --self-test || wrong "the reader of the format is not strict"

cp -r "$2" "$home/runbooks"
export OPSCTL_RUNBOOKS=$home/runbooks
# measure STATE EXIT: the figures are in $home/out.
measure() {
  "$opsctl" metrics >"$home/out" 2>"$home/err"
  local status=$?
  [ $status = "$2" ] || wrong "$1: exit $status (expected $2): $(cat "$home/err")"
  /usr/bin/python3 "$here/exposition.py" "$home/out" || wrong "$1: not the text format"
  # Prometheus' own reader, where it is installed (package prometheus).
  ! command -v promtool >/dev/null || promtool check metrics <"$home/out" || wrong "$1: promtool"
}
has() { grep -qxF -- "$1" "$home/out" || wrong "$state: no '$1'"; }
lacks() { ! grep -qF -- "$1" "$home/out" || wrong "$state: '$1' is there"; }

state='no journal'; measure "$state" 0
has 'opsctl_journal_present 0'
has 'opsctl_items{cycle="1/D",state="due"} 1'
lacks opsctl_runs
by() { "$opsctl" --as "$1" --quiet "${@:2}" >/dev/null || wrong "cannot prepare: $*"; }
by operator1 start 49 --supervisor supervisor1
by operator1 done 49 --all-ok
by operator1 start 45 --supervisor supervisor1
by controller1 request 13 --reason '夜間処理の異常終了'
state='some work'; measure "$state" 0
has 'opsctl_runs{state="awaiting-supervisor"} 1'
has 'opsctl_runs{state="open"} 1'
has 'opsctl_items{cycle="1/D",state="done"} 1'
has 'opsctl_requests_open 1'
has 'opsctl_catalogue_valid 1'
has "opsctl_journal_records_total $("$opsctl" log --format json | grep -c '"seq"')"

# Written: whole, for everybody, over what was there, and nothing beside it.
mkdir "$home/textfile"
(umask 077; "$opsctl" metrics --output "$home/textfile/opsctl.prom") || wrong "--output fails"
/usr/bin/python3 "$here/exposition.py" "$home/textfile/opsctl.prom" || wrong "--output: not the text format"
[ "$(stat -c %a "$home/textfile/opsctl.prom")" = 644 ] || wrong "--output: not for everybody"
first=$(stat -c %i "$home/textfile/opsctl.prom")
"$opsctl" metrics --output "$home/textfile/opsctl.prom" || wrong "--output fails over a file"
[ "$(stat -c %i "$home/textfile/opsctl.prom")" != "$first" ] || wrong "--output wrote into the old file"
[ "$(ls "$home/textfile")" = opsctl.prom ] || wrong "--output leaves something: $(ls "$home/textfile")"
mkdir "$home/textfile/folder"
"$opsctl" metrics --output "$home/textfile/folder" 2>"$home/err" && wrong "--output over a folder"
"$opsctl" metrics --output "$home/none/opsctl.prom" 2>"$home/err" && wrong "--output into no folder"
grep -q 'none/opsctl.prom could not be written: No such file' "$home/err" || wrong "--output into no folder: $(cat "$home/err")"
[ "$(ls "$home/textfile")" = $'folder\nopsctl.prom' ] || wrong "a failed --output leaves something"

# Figures are most needed where something is broken.
echo broken >"$OPSCTL_RUNBOOKS/roster.yaml"
state='broken runbooks'; measure "$state" 5
has 'opsctl_catalogue_valid 0'
has 'opsctl_runs{state="open"} 1'
lacks opsctl_items
dd if=/dev/zero of="$home/opsctl/journal.db" bs=512 count=1 conv=notrunc 2>/dev/null
state='and no journal'; measure "$state" 5
has 'opsctl_journal_readable 0'
rm -r "$OPSCTL_RUNBOOKS"
cp -r "$2" "$OPSCTL_RUNBOOKS"
state='only no journal'; measure "$state" 6
has 'opsctl_catalogue_valid 1'
lacks opsctl_items
unset HOME XDG_STATE_HOME
state='no place for a journal'; measure "$state" 6
has 'opsctl_journal_readable 0'
lacks opsctl_journal_present
lacks opsctl_items
exit $failed
