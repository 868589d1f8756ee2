#!/usr/bin/env bash
# The man pages in both languages: clean under mandoc's and groff's checks, readable on 80 columns
# in both, and complete: every command and every option of --help.
# usage: pages.sh OPSCTL
set -u
opsctl=$1
export LC_ALL=C.UTF-8
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
failed=0
wrong() { echo "not ok - $*"; failed=1; }
widest() {
  python3 -c '
import sys, unicodedata
print(max(sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in line) for line in sys.stdin.read().splitlines()))'
}

for language in en ja; do
  page=$folder/$language.1
  "$opsctl" man --lang $language >"$page" || wrong "opsctl man --lang $language fails"
  said=$(mandoc -T lint -W warning "$page" 2>&1) || wrong "mandoc on the page in $language: $said"
  # groff has what it needs to break Japanese in a macro file of its own.
  macros=() && [ $language = en ] || macros=(-mja)
  said=$(groff -man "${macros[@]}" -K utf8 -T utf8 -rLL=78n -ww -z "$page" 2>&1)
  [ -z "$said" ] || wrong "groff on the page in $language: $said"
  mandoc -T utf8 -O width=78 "$page" | col -b >"$folder/$language.mandoc"
  groff -man "${macros[@]}" -K utf8 -T utf8 -rLL=78n -P -cbou "$page" >"$folder/$language.groff"
  for reader in mandoc groff; do
    text=$folder/$language.$reader
    [ "$(wc -l <"$text")" -ge 300 ] || wrong "$reader shows too little of the page in $language"
    # mandoc breaks no Japanese, wherever one tells it that it may.
    [ $language$reader != jamandoc ] || continue
    columns=$(widest <"$text")
    [ "$columns" -le 80 ] || wrong "$reader shows a line of $columns columns in $language"
  done
  # Spaces apart: lines are broken anywhere between them.
  plain=$(tr -d ' \n' <"$folder/$language.groff")
  commands=$("$opsctl" __complete -- --lang $language '' | cut -sf1)
  [ "$(wc -w <<<"$commands")" -ge 30 ] || wrong "too few commands: $commands"
  for command in $commands; do
    [[ $plain == *"opsctl$command"* ]] || wrong "the page in $language has no '$command'"
    for option in $("$opsctl" __complete -- "$command" -- | cut -sf1); do
      [[ $plain == *"$option"* ]] || wrong "the page in $language has no '$option' of '$command'"
    done
  done
done
# Two languages, and not twice the same.
grep -q '運用作業' "$folder/ja.mandoc" || wrong "the Japanese page is not Japanese"
grep -q 'EXIT STATUS' "$folder/en.mandoc" || wrong "the English page has no exit status"
exit $failed
