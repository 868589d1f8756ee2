#!/usr/bin/env bash
# A shared host with three real users: what opsctl init --system sets up lets everybody record through
# opsctl and nobody touch the journal beside it, under any umask and after any end. Runs in a mount
# namespace of its own, where /etc and /var/lib are copies; as root only.
# usage: shared_host.sh OPSCTL RUNBOOKS
set -u
if [ "$(id -u)" != 0 ]; then echo "skipped: needs root"; exit 77; fi
if [ "${INSIDE:-}" != yes ]; then exec env INSIDE=yes unshare --mount bash "$0" "$@"; fi
opsctl=$1 runbooks=$2
failed=0

space=$(mktemp -d)
trap 'umount -l "$space" 2>/dev/null; rmdir "$space" 2>/dev/null' EXIT
mount -t tmpfs -o mode=755 tmpfs "$space" || exit 1
for place in etc var/lib; do
  mkdir -p "$space/$place" "$space/work/$place"
  mount -t overlay overlay -o "lowerdir=/$place,upperdir=$space/$place,workdir=$space/work/$place" "/$place" || exit 1
done
mkdir -p "$space/usr/bin" "$space/usr/share/opsctl" "$space/home"
cp "$opsctl" "$space/usr/bin/opsctl"
cp -r "$runbooks" "$space/usr/share/opsctl/runbooks"
chmod -R a+rX "$space/usr"
chmod 1777 "$space/home"
program=$space/usr/bin/opsctl
database=/var/lib/opsctl/journal.db
uid=2001
for name in ann bob eve; do
  echo "$name:x:$uid:$uid::$space/home:/bin/sh" >>/etc/passwd
  echo "$name:x:$uid:" >>/etc/group
  uid=$((uid + 1))
done

# run USER UMASK COMMAND…: as that user, with nothing of root's.
run() {
  local user=$1 mask=$2
  shift 2
  output=$(cd "$space/home" && umask "$mask" && setpriv --reuid="$user" --regid="$user" --clear-groups \
    env -i HOME="$space/home" LANG=C PATH="$PATH" "$@" 2>&1 </dev/null)
  status=$?
}
expect() {
  if [ "$status" = "$2" ] && [[ "$output" == *"$3"* ]]; then
    echo "ok - $1"
  else
    echo "not ok - $1: exit $status (expected $2), output:"
    echo "$output" | head -20
    failed=1
  fi
}

run ann 022 "$program" init --system
expect "only root sets up a shared host" 1 "set up by root"
sed -i '/^opsctl:/d' /etc/group
output=$("$program" init --system 2>&1 </dev/null) status=$?
expect "the group must be there" 1 "groupadd --system opsctl"
echo "opsctl:x:2100:" >>/etc/group
mkfifo "$space/usr/share/opsctl/runbooks/zz"
mkdir -p /etc/opsctl/runbooks.new && touch /etc/opsctl/runbooks.new/half
output=$("$program" init --system --lang en 2>&1 </dev/null) status=$?
expect "runbooks that cannot be copied are an error" 1 "cannot set up /etc/opsctl/runbooks"
[ ! -e /etc/opsctl/runbooks ] || { echo "not ok - half of the sample is taken for the catalogue"; failed=1; }
rm "$space/usr/share/opsctl/runbooks/zz"
output=$(umask 077; "$program" init --system --lang en 2>&1 </dev/null) status=$?
expect "root sets it up" 0 "runs with the group opsctl (setgid)"
output2=$("$program" init --system --db "$space/x.db" --lang en 2>&1 </dev/null)
[ $? = 2 ] && [[ "$output2" == *"--db has no effect"* ]] || { echo "not ok - a journal of its own: $output2"; failed=1; }
[[ "$output" == *"the sample's is a demonstration"* ]] || { echo "not ok - nothing is said of the roster"; failed=1; }
output=$("$program" init --system --lang en 2>&1 </dev/null) status=$?
expect "a second time nothing is left to do" 0 "everything was set up already"

diff -r "$runbooks" /etc/opsctl/runbooks || { echo "not ok - the runbooks are not the sample's"; failed=1; }
[ ! -e /etc/opsctl/runbooks.new ] || { echo "not ok - a draft is left"; failed=1; }

cat >/etc/opsctl/runbooks/roster.yaml <<'YAML'
persons:
  - {id: ann, name: Ann, parties: [ops-work], accounts: [ann]}
  - {id: bob, name: Bob, parties: [ops-work], supervisor: true, accounts: [bob]}
  - {id: eve, name: Eve, parties: [labor-insurance], accounts: [eve]}
YAML

run ann 077 "$program" start 49 --quiet
expect "a user records through opsctl (umask 077)" 0 "started: "
run bob 022 "$program" note 49 'seen'
expect "and another after the first" 0 "note added"
run ann 000 "$program" done 49 --all-ok
expect "who goes on (umask 000)" 0 "finished: "
run bob 022 "$program" approve 49 --confirm -001
expect "another signs (umask 022)" 0 "signed: "
run eve 077 "$program" approve 49 --confirm -001
expect "and a third (umask 077)" 0 "signed by all"
run ann 022 "$program" log --kind signed-off
expect "everybody reads" 0 "approved"

modes() { stat -c '%U:%G %a' "$@"; }
[ "$(modes $database)" = "root:opsctl 660" ] || { echo "not ok - the journal is $(modes $database)"; failed=1; }
[[ "$(modes $database-lock)" = *":opsctl 660" ]] || { echo "not ok - its lock is $(modes $database-lock)"; failed=1; }
[ "$(modes /var/lib/opsctl)" = "root:opsctl 2770" ] || { echo "not ok - its folder is $(modes /var/lib/opsctl)"; failed=1; }

run eve 022 cat $database
expect "nobody reads the file beside opsctl" 1 "Permission denied"
run eve 022 sqlite3 $database 'DELETE FROM event'
expect "nobody writes it with another program" 1 "unable to open"
run eve 022 rm -f $database
expect "nobody removes it" 1 "Permission denied"
run eve 022 touch /var/lib/opsctl/journal.db-journal
expect "nobody puts a file beside it" 1 "Permission denied"

run eve 022 "$program" --runbooks /tmp list
expect "nobody brings runbooks of their own" 2 "--runbooks has no effect on a shared host"
run eve 022 env OPSCTL_RUNBOOKS=/tmp "$program" list
expect "nor by the environment" 2 "OPSCTL_RUNBOOKS has no effect"
run eve 022 "$program" --db /tmp/x.db log
expect "nobody brings a journal" 2 "--db has no effect"
run eve 022 env OPSCTL_DB=/tmp/x.db "$program" log
expect "nor by the environment" 2 "OPSCTL_DB has no effect"
run eve 022 "$program" start 49 --as ann
expect "nobody is somebody else" 4 "eve"

# Evidence is read with the user's own rights: what only the group may read stays unread.
run ann 022 "$program" start 24 --instructed-by eve --quiet
expect "work with evidence begins" 0 "started: "
for step in 1 2 3 4 5 6; do run ann 022 "$program" step 24 $step --ok; done
run ann 022 "$program" step 24 7 --ok --evidence $database
expect "the journal itself is no evidence" 1 "Permission denied"
echo "seen" >"$space/home/proof.txt"
chmod 644 "$space/home/proof.txt"
run ann 022 "$program" step 24 7 --ok --evidence "$space/home/proof.txt"
expect "a file of the user's is" 0 "step 7 ok"
run ann 077 "$program" evidence 24 --save "$space/home"
expect "and comes out again" 0 "proof.txt"
[ "$(stat -c '%U:%G' "$space/home/07-1-proof.txt")" = "ann:ann" ] || { echo "not ok - it comes out as $(stat -c '%U:%G' "$space/home/07-1-proof.txt")"; failed=1; }

# Copies are the user's: read from the journal with the group's rights, written with their own.
run ann 077 "$program" backup "$space/home/copy.db"
expect "a user copies the journal" 0 "copied "
[ "$(stat -c '%U:%G %a' "$space/home/copy.db")" = "ann:ann 640" ] || { echo "not ok - the copy is $(stat -c '%U:%G %a' "$space/home/copy.db")"; failed=1; }
run ann 022 "$program" backup --check "$space/home/copy.db"
expect "and proves the copy" 0 "this copy can be restored"
run ann 022 "$program" backup /var/lib/opsctl/copy.db
expect "nobody puts a copy beside the journal" 1 "Permission denied"
run ann 022 "$program" backup --check $database
expect "nor has the journal taken for a copy" 6 "Permission denied"
run ann 022 "$program" verify --deep --db "$space/home/copy.db"
expect "and verifies it by itself" 0 "whole"
run bob 022 "$program" verify --db "$space/home/copy.db"
expect "nobody reads a copy that is not theirs" 6 "Permission denied"
run bob 022 "$program" verify --db $database
expect "nor the journal with the group's rights by its name" 6 "Permission denied"
run ann 022 env OPSCTL_DB="$space/home/copy.db" "$program" verify
expect "nor by the environment" 2 "OPSCTL_DB has no effect"
run ann 022 "$program" init --upgrade
expect "a shared journal is upgraded by root" 1 "by root"
output=$("$program" init --upgrade --lang en 2>&1 </dev/null) status=$?
expect "who finds it up to date" 0 "nothing was changed"
run ann 022 "$program" doctor
expect "doctor finds the host in order" 0 "only opsctl's group writes the journal"
run ann 022 "$program" doctor
expect "and the account a person's own" 0 "ann is a personal account"

# The site's settings may name another place, which is then set up the same way.
mkdir -p "$space/mixed" && touch "$space/mixed/of-others"
echo "db: $space/mixed/journal.db" >/etc/opsctl/config.yaml
output=$("$program" init --system --lang en 2>&1 </dev/null) status=$?
expect "not a folder that others use" 1 "has other files, of-others among them"
[ "$(modes "$space/mixed")" = "root:root 755" ] || { echo "not ok - the folder is $(modes "$space/mixed")"; failed=1; }
echo "db: $space/own/journal.db" >/etc/opsctl/config.yaml
output=$(umask 077; "$program" init --system --lang en 2>&1 </dev/null) status=$?
expect "a folder of its own is made for it" 0 "created the journal $space/own/journal.db"
[ "$(modes "$space/own")" = "root:opsctl 2770" ] || { echo "not ok - the folder is $(modes "$space/own")"; failed=1; }
run ann 077 "$program" start 49 --quiet
expect "and one user records there" 0 "started: "
run bob 022 "$program" note 49 'seen there'
expect "and another" 0 "note added"
rm /etc/opsctl/config.yaml

# Ended at any moment: the next user goes on, whoever's process it was.
for i in $(seq 20); do
  run ann 077 timeout -s KILL "0.$(printf %02d $((2 * i)))" "$program" note 24 "kill $i"
done
run bob 022 "$program" note 24 'still here'
expect "after twenty sudden ends another user goes on" 0 "note added"
run eve 022 "$program" log 24
expect "and everybody reads" 0 "still here"

# What is not as init --system left it is refused, with its cause.
chmod 666 $database
run ann 022 "$program" log
expect "a journal that all may write is refused" 6 "its mode is not 0660"
run ann 022 "$program" doctor
expect "doctor says so, too" 1 "its mode is not 0660"
chmod 660 $database
chmod 2777 /var/lib/opsctl
run ann 022 "$program" log
expect "a folder that all may write is refused" 6 "its mode is not 2770"
output=$("$program" init --system --lang en 2>&1 </dev/null) status=$?
expect "init --system sets it right" 0 "belongs to root and the group opsctl"
chmod 2777 /var/lib/opsctl
output=$("$program" init --system --lang ja --format json 2>&1 </dev/null) status=$?
expect "which a script is told by codes" 0 '"code": "system_place_ready"'
expect "and in English" 0 '"message": "/var/lib/opsctl belongs to root'
chown ann /var/lib/opsctl
run ann 022 "$program" log
expect "a folder of somebody's is refused" 6 "its owner is not root"
chown root /var/lib/opsctl && chgrp ann $database
run ann 022 "$program" log
expect "a journal of another group is refused" 6 "its group is not that of opsctl"
output=$("$program" init --system --lang en 2>&1 </dev/null) status=$?
expect "init --system says that it gave it back" 0 "$database belongs to root and the group opsctl"
chown ann $database-lock && chmod 600 $database-lock
run bob 022 "$program" note 24 'locked out'
expect "a lock that the group may not use is named, with what helps" 6 "root sets it right with 'opsctl init --system'"
run bob 022 "$program" doctor
expect "doctor notices it" 1 "$database-lock is not fit for a shared journal: its mode is not 0660"
output=$("$program" init --system --lang en 2>&1 </dev/null) status=$?
expect "init --system sets it right, too" 0 "$database-lock belongs to root and the group opsctl"
run bob 022 "$program" note 24 'let in'
expect "and the group records again" 0 "note added"

# A journal that has gone is begun anew by nobody but root: a new one would hide that.
mv $database "$space/home/gone.db"
run ann 022 "$program" start 49
expect "nobody records into nothing" 6 "there is no journal"
expect "but hears who may help" 6 "root puts a copy back"
run ann 022 "$program" init
expect "nor begins a journal" 1 "root alone begins a journal"
output=$("$program" init --lang en 2>&1 </dev/null) status=$?
expect "root neither, without the rest of it" 1 "sudo opsctl init --system"
[ ! -e $database ] || { echo "not ok - a journal was begun"; failed=1; }
run ann 022 "$program" doctor
expect "doctor takes it for wrong" 1 "wrong journal: there is no journal $database"

# As the README has it: a copy in its place is the group's again after init --system, and is the
# right one by an anchor that was kept.
manifest=$(cat "$space/home/copy.db.manifest")
seq=$(sed -nE 's/.*"seq": ([0-9]+).*/\1/p' <<<"$manifest") hash=$(sed -nE 's/.*"hash": "([0-9a-f]{8}).*/\1/p' <<<"$manifest")
(umask 077; set -C; cat "$space/home/copy.db" >$database)
run ann 022 "$program" log
expect "a copy that was put back is root's alone at first" 6 "its mode is not 0660"
output=$("$program" init --system --lang en 2>&1 </dev/null) status=$?
expect "init --system says that it gave it to the group" 0 "$database belongs to root and the group opsctl"
run ann 022 "$program" verify --anchor "$seq:$hash"
expect "it is the journal that the anchor is of" 0 "whole"
run bob 022 "$program" note 24 'after the restore'
expect "and goes on" 0 "note added"
mv $database "$space/home/restored.db"

# A journal that has been put away is begun anew, although the program is setgid already.
output=$(umask 022; "$program" init --system --lang en 2>&1 </dev/null) status=$?
expect "init --system begins another journal" 0 "created the journal"
run ann 022 "$program" log
expect "which everybody reads" 0 ""
exit $failed
