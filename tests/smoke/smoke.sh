#!/usr/bin/env bash
# The real binary in the real world: streams, environment, exit statuses, two terminals at once.
# usage: smoke.sh OPSCTL RUNBOOKS
set -u
opsctl=$1
export OPSCTL_RUNBOOKS=$2 LANG=C
unset OPSCTL_DB XDG_STATE_HOME LC_ALL LC_MESSAGES
HOME=$(mktemp -d)
export HOME
trap 'rm -rf "$HOME"' EXIT
failed=0

# expect NAME EXIT TEXT: compares the status and the output of the last `run`.
run() { output=$("$@" 2>&1 </dev/null); status=$?; }
expect() {
  if [ "$status" = "$2" ] && [[ "$output" == *"$3"* ]]; then
    echo "ok - $1"
  else
    echo "not ok - $1: exit $status (expected $2), output:"
    echo "$output"
    failed=1
  fi
}

run "$opsctl" --version
expect "the version is printed" 0 "opsctl "

run "$opsctl" nope
expect "an unknown command is a usage error" 2 "there is no command 'nope'"

run "$opsctl" check
expect "check without a journal is unknown" 3 "OPSCTL UNKNOWN - there is no journal yet"
[ -e "$HOME/.local" ] && { echo "not ok - a reading command created something"; failed=1; }

run env -i "$opsctl" --runbooks "$OPSCTL_RUNBOOKS" check
expect "cron's empty environment is told where the journal could be" 3 "neither XDG_STATE_HOME nor HOME is set"

run env -i OPSCTL_DB="$HOME/none.db" "$opsctl" --runbooks "$OPSCTL_RUNBOOKS" check --quiet
expect "cron's empty environment works with OPSCTL_DB" 3 "there is no journal yet"

run "$opsctl" start 49 --as operator1 --supervisor supervisor1
expect "the first use creates the journal" 0 "started: "
mode=$(stat -c %a "$HOME/.local/state/opsctl/journal.db")
output=$mode status=0
expect "nobody else may write the journal" 0 "6"
case $mode in 6?0 | 64? | 60?) ;; *) echo "not ok - the journal has mode $mode"; failed=1 ;; esac

run bash -c '"$0" list > /dev/full' "$opsctl"
expect "a full disk is noticed" 1 "No space left on device"

run bash -c '"$0" check > /dev/full' "$opsctl"
expect "check whose answer is lost is unknown" 3 "No space left on device"

run bash -c 'set -o pipefail; "$0" list | head -n 1' "$opsctl"
expect "a closed pipe is quiet" 0 ""
[[ "$output" == *"Broken pipe"* ]] && { echo "not ok - a closed pipe is not quiet"; failed=1; }

run bash -c '"$0" list >&-' "$opsctl"
expect "a closed standard output is noticed" 1 "Bad file descriptor"

run "$opsctl" approve 49 --confirm 20000101-001 --as supervisor1
expect "what is not finished is not signed" 4 "not finished"

run "$opsctl" done 49 --all-ok --as operator1
expect "the daily item is finished" 0 "finished: "

run "$opsctl" approve 49 --as supervisor1
expect "without a terminal the run must be named again" 2 "--confirm"

# The same JSON under any time zone and locale of the host.
run "$opsctl" request 13 --reason why --as controller1
as_of=2027-03-31T08:00:00+09:00
views=("due --all" "check" "explain 38" "explain 49" "log 49 --occurrences --to $as_of")
for view in "${views[@]}"; do
  read -ra words <<<"$view"
  [[ $view == log* ]] || words+=(--as-of $as_of)
  TZ=UTC LANG=C "$opsctl" "${words[@]}" --format json >"$HOME/here"
  for place in Asia/Tokyo America/New_York Pacific/Apia No/Such_Zone; do
    TZ=$place LANG=ja_JP.UTF-8 LC_ALL=de_DE.UTF-8 "$opsctl" "${words[@]}" --format json >"$HOME/there"
    cmp -s "$HOME/here" "$HOME/there" || { echo "not ok - '$view' differs under TZ=$place"; failed=1; }
  done
done
output=$(wc -c <"$HOME/here") status=0
expect "the same JSON under any time zone and locale" 0 ""
"$opsctl" withdraw R"$(date +%Y%m%d)"-001 --reason done --as controller1 >/dev/null 2>&1 ||
  "$opsctl" withdraw R"$(TZ=Asia/Tokyo date +%Y%m%d)"-001 --reason done --as controller1 >/dev/null

# Evidence is what was named: no link is followed, nothing but a file is read.
"$opsctl" request 24 --reason why --as controller1 >/dev/null 2>&1
"$opsctl" start 24 --as operator1 --supervisor supervisor1 --quiet >/dev/null 2>&1
echo result >"$HOME/result.csv"
ln -s "$HOME/result.csv" "$HOME/link.csv"
mkfifo "$HOME/pipe"
run "$opsctl" step 24 1 --ok --as operator1 --evidence "$HOME/link.csv"
expect "a link is no evidence" 1 "a symbolic link"
run "$opsctl" step 24 1 --ok --as operator1 --evidence "$HOME/pipe"
expect "a pipe is no evidence" 1 "not a regular file"
head -c 10485761 /dev/zero >"$HOME/large.bin"
run "$opsctl" step 24 1 --ok --as operator1 --evidence "$HOME/large.bin" --evidence "$HOME/result.csv"
expect "evidence is recorded" 0 "step 1 ok"
run "$opsctl" show @last
expect "a large file is recorded by its hash" 0 "large.bin, 10485761 bytes"
kept=$(sqlite3 "$HOME/.local/state/opsctl/journal.db" \
  "SELECT CAST(content AS TEXT) FROM blob WHERE hash = X'$(sha256sum <"$HOME/result.csv" | cut -d' ' -f1)'")
output=$kept status=0
expect "a small file is kept in the journal" 0 "result"

# Two terminals at once: of two starts one wins, and the other is told; of many notes none is lost.
"$opsctl" start 13 --as operator1 --supervisor supervisor1 >"$HOME/a" 2>&1 &
first=$!
"$opsctl" start 13 --as operator2 --supervisor supervisor1 >"$HOME/b" 2>&1 &
second=$!
wait $first; a=$?
wait $second; b=$?
output=$(cat "$HOME/a" "$HOME/b") status=$((a + b))
expect "of two starts at once one is refused" 4 "already has the open run"

writers=()
for i in 1 2 3 4 5 6 7 8; do
  for j in 1 2 3; do "$opsctl" note 13 "note $i.$j" --as operator1 >/dev/null || echo "lost" >>"$HOME/lost"; done &
  writers+=($!)
done
wait "${writers[@]}"
# (Who did not start the run continues a colleague's.)
run "$opsctl" log 13 --kind note-added --format tsv
lines=$(($(wc -l <<<"$output") - 1))
output="notes: $lines" status=0
[ -e "$HOME/lost" ] && status=1
expect "eight terminals at once lose nothing" 0 "notes: 24"

# A journal that is locked for longer than the timeout is not evaluated.
sqlite3 "$HOME/.local/state/opsctl/journal.db" 'BEGIN EXCLUSIVE;' '.shell sleep 4' &
holder=$!
sleep 1
run "$opsctl" check --timeout 1
expect "check does not wait beyond its timeout" 3 "OPSCTL UNKNOWN"
wait $holder

exit $failed
