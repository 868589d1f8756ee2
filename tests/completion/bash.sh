#!/usr/bin/env bash
# Completion in bash: the function driven as bash does, then TAB on a terminal.
# usage: bash.sh OPSCTL COMPLETIONS RUNBOOKS
set -u
. "${0%/*}/office.sh"
. "$completions/opsctl.bash"

asked=''
compopt() { asked+=" $2"; }  # bash's own works only while it completes
# at LINE: the answers, a line each, and what was asked of bash; the cursor stands at the end.
at() {
  COMP_LINE=$1 COMP_POINT=${#1} COMP_TYPE=${2:-37} COMPREPLY=() asked=''
  local -a COMP_WORDS
  read -ra COMP_WORDS <<<"$1"
  [[ $1 != *' ' ]] || COMP_WORDS+=('')
  COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
  _opsctl opsctl "${COMP_WORDS[-1]}" "${COMP_WORDS[-2]}"
  answer="|$(IFS='|'; echo "${COMPREPLY[*]}")|$asked"
}
# The completed line goes on with exactly these.
is() { [ "${answer%%| *}" = "|$2" ] || [ "${answer%% nosort*}" = "|$2|" ] || wrong "$1: $answer, expected |$2|"; }

at 'opsctl sta'; is commands 'status|start'
at 'opsctl __'; expect 'hidden' "$answer" '||'
at 'opsctl start --sup'; is 'an option' --supervisor
at 'opsctl start --supervisor x --sup'; expect 'an option once' "$answer" -- --supervisor
at 'opsctl done --val'; is 'options' '--value|--valid-until'
at 'opsctl start 4'; expect items "$answer" '|45|' '|49|' -- '|13|' inc-
at 'opsctl start inc-4'; expect 'items by id' "$answer" '|inc-45|' '|inc-49|'
at 'opsctl start 49 --supervisor '; is supervisors 'supervisor1|supervisor2'
at 'opsctl handover --to op'; is persons 'operator1|operator2'
at 'opsctl step '; expect 'open runs' "$answer" '|45|' '|13|' -- '|49|'
at 'opsctl step 45 '; expect steps "$answer" '|1|2|3|'
at 'opsctl --as operator1 step '; expect 'steps of my run' "$answer" '|45|' '|1|2|3|'
at 'opsctl approve '; expect 'waiting runs' "$answer" '|49|' -- '|45|' '|13|'
at 'opsctl return 2'; expect 'a run by its id' "$answer" '-003|' -- '-001|'
at 'opsctl due --cycle 1/'; expect cycles "$answer" '|1/D|' '|1/Y|'
at 'opsctl due --party ops'; expect parties "$answer" '|ops-helpdesk|'
at 'opsctl list --duty '; is alternatives 'perform|approve|direct|support'
at 'opsctl due --format '; is formats 'text|json|csv|tsv|md'
at 'opsctl check --format='; is 'formats behind =' 'text|json'
at 'opsctl fill 13 '; expect fields "$answer" 'cause=|' nospace
at 'opsctl waive 49 --for '; expect occurrences "$answer" '|20'
at 'opsctl log --kind run-f'; is kinds 'run-finished'
at 'opsctl step 45 1 --evidence '; expect files "$answer" default
at 'opsctl evidence 45 --save '; expect folders "$answer" dirnames
at 'opsctl completion '; is shells 'bash|zsh|fish'
at 'opsctl "sta'; is 'within quotes' 'status|start'
at 'opsctl --lang ja sta' 63; expect 'texts in a list' "$answer" 'start  (作業項目を開始'
at "opsctl --runbooks $home/none start "; expect 'no runbooks' "$answer" --supervisor -- '|13|'
at "opsctl --runbooks $home/none step "; expect 'runs without runbooks' "$answer" -001
at "opsctl --db $home/none.db step "; expect 'no journal' "$answer" '|--ok|' -- '|45|'

open_terminal 100 40 "PS1='> ' bash --norc --noprofile"
typed "source '$completions/opsctl.bash'; clear"
key Enter
sleep 0.5
typed 'opsctl star'
key Tab
typed '13 --superv'
key Tab
typed 'supervisor1'
sees '> opsctl start 13 --supervisor supervisor1'
key C-u
typed 'opsctl start 4'
key Tab Tab
sees '49  (inc-49 侵入防御装置のシグネチャ更新)'
key C-u
typed 'opsctl step 45 1 --evidence pro'
key Tab
sees '--evidence proof.txt'
finish
