# What the tests of the shells share: a journal with two open runs and one that waits for its
# signatures, and how to complain. Sourced with: OPSCTL COMPLETIONS RUNBOOKS
opsctl=$1 completions=$2
home=$(mktemp -d)
trap 'close_terminal; rm -rf "$home"' EXIT
export OPSCTL_RUNBOOKS=$3 XDG_STATE_HOME=$home HOME=$home LC_ALL=C.UTF-8 PATH=${opsctl%/*}:$PATH
unset OPSCTL_DB
cd "$home" || exit 1
touch 証跡.csv proof.txt
mkdir folder
failed=0
wrong() { echo "not ok - $*"; failed=1; }

by() { "$opsctl" --as "$1" --quiet "${@:2}" >/dev/null || wrong "cannot prepare: $*"; }
by operator1 start 45 --supervisor supervisor1
by operator2 start 13 --supervisor supervisor1
by operator1 start 49 --supervisor supervisor1
by operator1 done 49 --all-ok --value signature_version=9021
journal=$home/opsctl/journal.db
before=$(sha256sum <"$journal")

# expect WHAT ANSWER [TEXT…] [-- ABSENT…]
expect() {
  local what=$1 answer=$2 text absent=''
  shift 2
  for text in "$@"; do
    if [ "$text" = -- ]; then
      absent=yes
    elif [ -z "$absent" ]; then
      [[ $answer == *"$text"* ]] || wrong "$what: no '$text' in: $answer"
    else
      [[ $answer != *"$text"* ]] || wrong "$what: '$text' in: $answer"
    fi
  done
}

. "${BASH_SOURCE%/*}/../terminal/tmux.sh"
typed() { on_terminal send-keys -l "$1"; }
key() { on_terminal send-keys "$@"; }

# Nothing was written, whatever was asked.
finish() {
  [ "$(sha256sum <"$journal")" = "$before" ] || wrong "completion changed the journal"
  exit $failed
}
