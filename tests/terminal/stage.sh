# A terminal (tmux, 80 columns) for a test to type on and to read. Sourced, with OPSCTL and RUNBOOKS
# as the first two arguments; a test ends with 'exit $failed'.
set -u
opsctl=$1 runbooks=$2
folder=$(mktemp -d)
export OPSCTL_RUNBOOKS=$runbooks XDG_STATE_HOME=$folder LC_ALL=C.UTF-8
failed=0
wrong() { echo "$1"; screen | sed 's/^/  | /'; failed=1; }
. "${BASH_SOURCE%/*}/tmux.sh"
trap 'close_terminal; rm -rf "$folder"' EXIT

open() { open_terminal 80 30 'PS1="$ " sh'; }
# What is pressed before the question is ready counts for nothing: a person looks first.
keys() {
  sleep 0.8
  on_terminal send-keys "$@"
}
typed() { on_terminal send-keys -l "$1"; on_terminal send-keys Enter; }
# A clean screen: what stood there before must not do for what is to come.
blank() {
  typed clear
  for _ in $(seq 200); do
    [ "$(screen)" = '$' ] && return 0
    sleep 0.1
  done
  wrong "the screen is not clear"
}
say() { typed "$opsctl --lang ja --as operator1 $*"; }
