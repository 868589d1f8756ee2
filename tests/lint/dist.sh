#!/usr/bin/env bash
# Every opsctl call in the shipped examples is one that opsctl understands.
# usage: dist.sh OPSCTL FOLDER RUNBOOKS
set -u
opsctl=$1 folder=$2 runbooks=$3
failed=0
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
journal=$home/journal.db
OPSCTL_RUNBOOKS=$runbooks "$opsctl" init --db "$journal" >/dev/null 2>&1 || exit 1

calls=$(grep -rhoE '/usr/local/bin/opsctl [^#]*' "$folder" | sed 's/ *$//' | sort -u)
[ "$(wc -l <<<"$calls")" -ge 4 ] || { echo "too few calls in $folder: $calls"; failed=1; }
while read -r call; do
  read -ra words <<<"${call//\/var\/lib\/prometheus\/node-exporter/$home}"
  OPSCTL_DB=$journal OPSCTL_RUNBOOKS=$runbooks "$opsctl" "${words[@]:1}" >"$home/out" 2>&1
  # A fresh journal has nothing overdue; 3 would be a call that makes no sense.
  [ $? -le 1 ] || { echo "'$call' fails:"; cat "$home/out"; failed=1; }
done <<<"$calls"
exit $failed
