#!/usr/bin/env bash
# Every message is said somewhere: a text that nobody can see is dead.
# usage: messages.sh PROJECT
set -u
cd "$1"
failed=0 count=0
used=$(grep -rhoE 'MessageId::[a-z_0-9]+' src --include='*.cpp' --include='*.h' | sort -u)
for name in $(grep -hoE '^OPSCTL_MESSAGE\([a-z_0-9]+' src/base/messages/*.inc | cut -d'(' -f2); do
  count=$((count + 1))
  grep -qx "MessageId::$name" <<<"$used" || { echo "message '$name' is never said"; failed=1; }
done
[ $count -ge 100 ] || { echo "only $count messages found"; failed=1; }
exit $failed
