#!/usr/bin/env bash
# Completion in fish: its own answers, then TAB on a terminal.
# usage: fish.sh OPSCTL COMPLETIONS RUNBOOKS
set -u
. "${0%/*}/office.sh"

# at LINE: the answers, "value TAB text" each.
at() { answer=$(fish --no-config -c "source '$completions/opsctl.fish'; complete -C '$1'" 2>&1); }
is() { [ "$(cut -f1 <<<"$answer" | tr '\n' ' ')" = "$2 " ] || wrong "$1: $answer, expected $2"; }

at 'opsctl sta'; is commands 'status start'
expect texts "$answer" $'start\tBegin an item'
at 'opsctl --lang ja sta'; expect 'Japanese texts' "$answer" $'start\t作業項目を開始'
at 'opsctl start 4'; expect items "$answer" $'49\tinc-49 侵入防御装置のシグネチャ更新'
at 'opsctl start --sup'; is 'an option' --supervisor
at 'opsctl start 49 --supervisor '; is supervisors 'supervisor1 supervisor2'
at 'opsctl step 45 '; expect steps "$answer" $'1\t[ ]'
at 'opsctl approve '; expect 'waiting runs' "$answer" $'49\t' -- $'45\t'
at 'opsctl fill 13 ca'; is fields cause=
at 'opsctl due --format=c'; is 'formats behind =' --format=csv
at 'opsctl step 45 1 --evidence pro'; is files proof.txt
at 'opsctl step 45 1 --evidence=pro'; is 'files behind =' --evidence=proof.txt
at 'opsctl evidence 45 --save fo'; is folders folder/
at "opsctl --runbooks $home/none sta"; is 'no runbooks' 'status start'

open_terminal 100 40 'fish --no-config'
typed "source '$completions/opsctl.fish'; clear; echo ready"
key Enter
sees ready
sleep 0.5
typed 'opsctl star'
key Tab
typed '49 --superv'
key Tab
typed 'supervisor1'
sees 'opsctl start 49 --supervisor supervisor1'
finish
