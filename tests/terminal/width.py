#!/usr/bin/env python3
"""How wide ◎ is, asked of terminals that this script plays: narrow, wide, deaf.

usage: width.py OPSCTL RUNBOOKS
"""

import os
import pty
import select
import sys
import termios

ASK = b"\x1b[6n"
START = 1  # where the cursor stands at first


class Terminal:
    """Runs a command on a pseudo-terminal that draws ◎ in `width` columns, or answers nothing (0)."""

    def __init__(self, width):
        self.width = width
        self.asked = 0
        self.shown = b""

    def run(self, words, environment, typed=b""):
        child, self.fd = pty.fork()
        if child == 0:
            if typed:
                os.read(0, 1)  # what was typed is there before the command begins
            os.execve(words[0], words, environment)
        attributes = termios.tcgetattr(self.fd)
        attributes[1] &= ~termios.OPOST
        termios.tcsetattr(self.fd, termios.TCSANOW, attributes)
        if typed:
            os.write(self.fd, typed)
        while self.turn():
            pass
        self.after = termios.tcgetattr(self.fd) if not typed else attributes
        os.close(self.fd)
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])

    def turn(self):
        select.select([self.fd], [], [])
        try:
            part = os.read(self.fd, 65536)
        except OSError:  # the command has ended
            return False
        self.shown += part
        while ASK in self.shown:
            before, _, rest = self.shown.partition(ASK)
            self.asked += 1
            self.shown = before + rest
            column = START + self.width * before.count("◎".encode())
            if self.width:
                os.write(self.fd, b"\x1b[12;%dR" % column)
        return bool(part)


def text_of(shown):
    """What stays on the screen when the question has been wiped away."""
    return shown.rpartition(b"\x1b[%dG\x1b[K" % START)[2].replace(b"\r\n", b"\n")


def main(opsctl, runbooks):
    environment = {"OPSCTL_RUNBOOKS": runbooks, "LC_ALL": "ja_JP.UTF-8", "TERM": "xterm", "PAGER": "cat",
                   "XDG_STATE_HOME": "/nonexistent", "PATH": os.environ.get("PATH", "/usr/bin:/bin")}
    failures = []

    def require(condition, words):
        if not condition:
            failures.append(words)

    def play(width, *options, typed=b"", **more):
        terminal = Terminal(width)
        line = [opsctl, "raci", "5", "20", "49", *options]
        require(terminal.run(line, {**environment, **more}, typed) == 0, f"{line} fails: {terminal.shown}")
        return terminal

    told = {width: play(0, "--ambiwidth", str(width)) for width in (1, 2)}
    require(told[1].asked == told[2].asked == 0, "asked although --ambiwidth says it")
    require(told[1].shown != told[2].shown, "both widths look the same: this tests nothing")
    for width in (1, 2):
        measured = play(width)
        require(measured.asked == 2, f"a terminal of width {width} was asked {measured.asked} times")
        require(text_of(measured.shown) == text_of(told[width].shown),
                f"width {width} was not taken over: {measured.shown.decode()}")
        require(measured.after[3] & (termios.ICANON | termios.ECHO) == termios.ICANON | termios.ECHO,
                "the terminal stays without echo")
    odd = play(3)
    require(text_of(odd.shown) == text_of(told[1].shown), "a width of 3 was believed")
    deaf = play(0)
    require(deaf.asked == 1, "a terminal that answers nothing was asked again")
    require(deaf.shown.replace(b"\r\n", b"\n") == told[1].shown.replace(b"\r\n", b"\n"),
            f"a terminal that answers nothing shows something else: {deaf.shown.decode()}")
    for silent in (play(2, TERM="dumb"), play(2, "--format", "md"), play(2, typed=b"x\nls\n")):
        require(silent.asked == 0, f"asked where it must not: {silent.shown.decode()}")
    for words in failures:
        print(words)
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
