#!/usr/bin/env bash
# Completion in zsh, on a terminal.
# usage: zsh.sh OPSCTL COMPLETIONS RUNBOOKS
set -u
. "${0%/*}/office.sh"

open_terminal 100 40 "PS1='> ' zsh -f"
typed "PS1='> '; fpath=('$completions' \$fpath); autoload -Uz compinit; compinit -u -D; clear; echo ready"
key Enter
sees ready
# offers LINE TEXT: the line, a TAB, and what is seen then.
offers() {
  key C-u
  typed "$1"
  sleep 0.2
  key Tab
  sees "$2"
}
# completes LINE TEXT: goes on to type "X" behind what there is only one of.
completes() {
  key C-u
  typed "$1"
  sleep 0.2
  key Tab
  typed X
  sees "$2X"
}
completes 'opsctl star' '> opsctl start '
offers 'opsctl start 4' 'inc-49 侵入防御装置のシグネチャ更新'
offers 'opsctl start inc-1' '-- DBMSのリカバリ'
completes 'opsctl start 13 --superv' '> opsctl start 13 --supervisor '
completes 'opsctl start 13 --supervisor s' '> opsctl start 13 --supervisor supervisor'
completes 'opsctl --lang ja approve ' '> opsctl --lang ja approve 49 '
offers 'opsctl step 45 ' '[ ]'
completes 'opsctl fill 13 ca' '> opsctl fill 13 cause='
completes 'opsctl due --format=c' '> opsctl due --format=csv '
completes 'opsctl due --cycle 1/5' '> opsctl due --cycle 1/5Y '
completes 'opsctl step 45 1 --evidence=pro' '--evidence=proof.txt '
completes 'opsctl step 45 1 --evidence pro' '--evidence proof.txt '
completes 'opsctl evidence 45 --save fo' '--save folder/'
completes "opsctl --runbooks $home/none star" 'none start '
finish
