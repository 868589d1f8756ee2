#!/usr/bin/env bash
# Every message is said somewhere: a text that nobody can see is dead.
# usage: messages.sh PROJECT
set -u
cd "$1"
failed=0 count=0
used=$(grep -rhoE 'messages::[a-z_0-9]+' src --include='*.cpp' --include='*.h' | sort -u)
for name in $(grep -hoE '^OPSCTL_MESSAGE\([a-z_0-9]+' src/base/messages/*.h | cut -d'(' -f2); do
  count=$((count + 1))
  grep -qx "messages::$name" <<<"$used" || { echo "message '$name' is never said"; failed=1; }
done
# Two texts of one name, each in a header of its own, would be one object or the other by chance.
twice=$(grep -hoE '^OPSCTL_MESSAGE\([a-z_0-9]+' src/base/messages/*.h | sort | uniq -d)
[ -z "$twice" ] || { echo "defined twice: $twice"; failed=1; }
[ $count -ge 100 ] || { echo "only $count messages found"; failed=1; }
exit $failed
