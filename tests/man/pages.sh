#!/usr/bin/env bash
# The man pages in both languages: clean under mandoc's and groff's checks, readable on 80 columns
# in both, and complete: every command with the options and examples of its --help, every variable.
# usage: pages.sh OPSCTL
set -u
opsctl=$1 sources=${0%/*}/../..
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
  # Command by command, from what --help says: usage, options, examples.
  commands=$("$opsctl" __complete -- --lang $language '' | cut -sf1)
  [ "$(wc -w <<<"$commands")" -ge 30 ] || wrong "too few commands: $commands"
  for command in $commands; do
    "$opsctl" "$command" --help --lang $language >"$folder/help"
    usage=$(sed -En '1s/^[^:]*: (opsctl[^[]*[^ [])( \[.*)?$/\1/p' "$folder/help")
    section=$(sed 's/\\-/-/g; s/\\(aq/'"'"'/g; s/\\(ti/~/g; s/\\(ha/^/g; s/\\fB//g; s/\\fI//g; s/\\fR//g' "$page" |
      awk -v head=".SS $usage" '/^\.S[SH]/ { on = $0 == head || index($0, head " ") == 1 } on')
    [ -n "$section" ] || wrong "the page in $language has no section '$usage'"
    options=$(grep -oE '^  --[a-z-]+' "$folder/help" | grep -v '^  --format$')
    for option in $options; do
      grep -qE "^$option( |\$)" <<<"$section" || wrong "'$usage' in $language: no $option"
    done
    grep '^  opsctl ' "$folder/help" | while read -r example; do
      grep -qxF -- "$example" <<<"$section" || echo "$example"
    done >"$folder/missing"
    [ ! -s "$folder/missing" ] || wrong "'$usage' in $language: no example '$(cat "$folder/missing")'"
  done
  for option in $("$opsctl" --help --lang $language | grep -oE '^  --[a-z-]+'); do
    grep -qF -- "\\fB${option//-/\\-}\\fR" "$page" || wrong "the page in $language has no $option"
  done
  # What the program obeys is what the page names.
  for variable in $(sed -n '/kEnvironment = {/,/};/p' "$sources/src/main.cpp" | grep -oE '[A-Z_]{4,}'); do
    grep -qE "^\\\\fB(.*, )?$variable(,.*)?\\\\fR" "$page" || wrong "the page in $language has no $variable"
  done
done
# Two languages, and not twice the same.
grep -q '運用作業' "$folder/ja.mandoc" || wrong "the Japanese page is not Japanese"
grep -q 'EXIT STATUS' "$folder/en.mandoc" || wrong "the English page has no exit status"
exit $failed
