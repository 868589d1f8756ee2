#!/usr/bin/env bash
# The guide on a real terminal (tmux, 80 columns): single keys, Japanese, a lost connection, Ctrl-C.
# usage: guide.sh OPSCTL RUNBOOKS
. "$(dirname "$0")/stage.sh"

open
say start 45 --guide --supervisor supervisor1
sees '手順 1 /'
keys o
sees '手順 2 /'
keys ｏ  # as a Japanese keyboard sends it
sees '手順 3 /'
keys n
sees '理由'
typed '発注先の欠品'
sees '手順 4 /'
# No line is wider than the terminal, so none was broken by it: joined lines stay as they are.
[ "$(screen)" = "$(on_terminal capture-pane -pJ | sed 's/ *$//')" ] || wrong "the terminal had to wrap a line"

# The connection is lost in the middle of a note; every answer before it is there.
keys m
sees 'メモ'
keys -l '書きかけ'
close_terminal
sleep 0.2
open
say guide
sees '手順 4 /'
"$opsctl" show --lang ja @last --format json | grep -q '発注先の欠品' || wrong "an answer is lost"

# Back to what was answered, and on again.
keys b
sees '手順 3 /'
keys k
sees '手順 4 /'

# Ctrl-C leaves, says how to go on, and leaves the terminal as it was.
keys C-c
sees '再開: opsctl guide'
typed 'echo "status $?"; stty -a | tr " ;" "\n\n" | grep -xE -- "-?(icanon|echo|isig)" | tr "\n" " "'
sees 'status 130'
sees 'isig icanon echo '

# A colleague answers the same step meanwhile: the answer of who has not seen that is not recorded.
blank
say guide
sees '[q] 中断'
"$opsctl" --as operator2 step 45 4 --ng --note '在庫が違う' >/dev/null || wrong "operator2 cannot record"
keys o
sees 'この間に operator2 がこの手順を記録しました'
sees '手順 5 /'
keys q
sees '再開: opsctl guide'
blank

# Ambiguous characters two columns wide; and the walk to its end.
say --ambiwidth 2 guide
sees '手順 5 /'
keys s
sees '手順 6 /'
keys q
sees '再開: opsctl guide'
exit $failed
