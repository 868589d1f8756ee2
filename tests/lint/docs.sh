#!/usr/bin/env bash
# Every command has help in both languages within 80 columns with an example, and a place in the
# README; the options and scripts that the README names exist.
# usage: docs.sh OPSCTL README
set -u
opsctl=$1 readme=$2
failed=0
wrong() { echo "$*"; failed=1; }

commands=$("$opsctl" --help --lang en | sed -n '/^commands:/,/^$/p' | sed -nE 's/^  ([a-z]+) .*/\1/p')
[ "$(wc -l <<<"$commands")" -ge 20 ] || wrong "--help lists too few commands: $commands"
for command in $commands; do
  grep -qE "(\`| )$command( |\`|\$)" "$readme" || wrong "README does not mention '$command'"
  for language in en ja; do
    help=$("$opsctl" "$command" --help --lang $language) || wrong "'$command --help' fails"
    [[ "$help" == *"opsctl $command"* ]] || wrong "'$command --help' ($language) has no usage"
    [[ "$help" == *$'\n'"  opsctl"* ]] || wrong "'$command --help' ($language) has no example"
    widest=$(python3 -c '
import sys, unicodedata
print(max(sum(2 if unicodedata.east_asian_width(c) in "WFA" else 1 for c in line) for line in sys.stdin.read().splitlines()))' <<<"$help")
    [ "$widest" -le 80 ] || wrong "'$command --help' ($language) is $widest columns wide"
  done
done

# Options that the README names are options of some command.
all=$("$opsctl" --help --lang en; for command in $commands; do "$opsctl" "$command" --help --lang en; done)
for option in $(grep -oE '(opsctl|`)[^`|]*`' "$readme" | grep -oE '\-\-[a-z-]+' | sort -u); do
  case $option in --bin | --build | --install | --prefix | --preset | --long | --opsctl) continue ;; esac
  [[ "$all" == *"$option"* ]] || wrong "README names the option $option, which no command has"
done

# Scripts that it names are there to be typed so.
for script in $(grep -oE '`tests/[a-z_/]+\.(py|sh)' "$readme" | tr -d '`'); do
  [ -x "$(dirname "$readme")/$script" ] || wrong "README says to type $script, which cannot be run"
done
exit $failed
