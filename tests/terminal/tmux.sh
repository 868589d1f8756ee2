# A terminal (tmux) for tests to read. Sourced by those that have 'wrong' to complain with.
command -v tmux >/dev/null || { echo "tmux is not installed"; exit 1; }
server=opsctl-test-$$

on_terminal() { tmux -L "$server" -f /dev/null "$@"; }
# open_terminal COLUMNS ROWS COMMAND
open_terminal() { on_terminal new-session -d -x "$1" -y "$2" "$3"; }
close_terminal() { on_terminal kill-server 2>/dev/null; }
screen() { on_terminal capture-pane -p; }

# Waits for a text on the screen, twenty seconds at most.
sees() {
  for _ in $(seq 200); do
    screen | grep -qF -- "$1" && return 0
    sleep 0.1
  done
  wrong "the screen does not show '$1'"
  screen | grep -v '^$' | sed 's/^/  | /'
  return 1
}
