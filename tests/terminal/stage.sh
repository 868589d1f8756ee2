# A terminal (tmux, 80 columns) for a test to type on and to read. Sourced, with OPSCTL and RUNBOOKS
# as the first two arguments; a test ends with 'exit $failed'.
set -u
opsctl=$1 runbooks=$2
command -v tmux >/dev/null || { echo "tmux is not installed"; exit 1; }
folder=$(mktemp -d)
server=opsctl-test-$$
export OPSCTL_RUNBOOKS=$runbooks XDG_STATE_HOME=$folder LC_ALL=C.UTF-8
failed=0

on_terminal() { tmux -L "$server" -f /dev/null "$@"; }
close() { on_terminal kill-server 2>/dev/null; }
trap 'close; rm -rf "$folder"' EXIT

wrong() { echo "$1"; screen | sed 's/^/  | /'; failed=1; }
open() { on_terminal new-session -d -x 80 -y 30 'PS1="$ " sh'; }
screen() { on_terminal capture-pane -p; }
# What is pressed before the question is ready counts for nothing: a person looks first.
keys() {
  sleep 0.4
  on_terminal send-keys "$@"
}
typed() { on_terminal send-keys -l "$1"; on_terminal send-keys Enter; }
say() { typed "$opsctl --lang ja --as operator1 $*"; }

# Waits for a text on the screen, ten seconds at most.
sees() {
  for _ in $(seq 100); do
    screen | grep -qF -- "$1" && return 0
    sleep 0.1
  done
  wrong "the screen does not show '$1'"
  return 1
}
