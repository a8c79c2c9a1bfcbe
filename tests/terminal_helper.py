"""A command on a terminal: what stands on the screen while it works, and what it leaves there."""

from __future__ import annotations

import codecs
import fcntl
import io
import os
import pty
import re
import select
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from simcase.cli import main

COMMAND = "from simcase.cli import main; main()"
LINES, COLUMNS = 60, 100
PATIENCE = 120
"""Seconds that a command may take on a computer that does much else."""
REDRAWN = "\r\x1b[2K"
"""With what drawing over a picture begins."""
MOVE = re.compile(r"\x1b\[(\??)([\d;]*)([A-Za-z])|([\r\n])|([^\x1b\r\n]+)")


class Screen:
    """The lines of a terminal, as the letters that were written leave them."""

    def __init__(self) -> None:
        self.lines = [""]
        self.at = 0, 0

    def write(self, text: str) -> None:
        """Write letters and the moves that rich makes: up, to the start of a line, and a line made blank."""
        for _, number, move, turn, letters in MOVE.findall(text):
            row, column = self.at
            if turn == "\r":
                column = 0
            elif turn == "\n":
                row += 1
            elif move == "A":
                row = max(0, row - int(number or 1))
            elif move == "K":
                self._line(row, "")
            elif letters:
                before = self.lines[row].ljust(column)
                self._line(row, before[:column] + letters + before[column + len(letters) :])
                column += len(letters)
            while len(self.lines) <= row:
                self.lines.append("")
            self.at = row, column

    def _line(self, row: int, text: str) -> None:
        self.lines[row] = text

    def __str__(self) -> str:
        return "\n".join(line.rstrip() for line in self.lines).strip()


class Terminal(io.StringIO):
    """What says that it is a terminal, and keeps what is written."""

    def isatty(self) -> bool:
        return True

    def screens(self) -> Iterator[str]:
        """Yield what stood there before each picture that was drawn over it, and what stands there at the end."""
        screen, (first, *others) = Screen(), self.getvalue().replace("\n", "\r\n").split(REDRAWN)
        for picture in (first, *(REDRAWN + other for other in others)):
            screen.write(picture)
            yield str(screen)


def in_a_terminal(patch: pytest.MonkeyPatch, *words: str) -> list[str]:
    """Return the screens of a command that ends well in this process."""
    terminal = Terminal()
    with patch.context() as patched:
        for name, value in (("TERM", "xterm"), ("COLUMNS", str(COLUMNS)), ("LINES", str(LINES))):
            patched.setenv(name, value)
        for name in ("stdout", "stderr"):
            patched.setattr(sys, name, terminal)
        main(words, standalone_mode=False)
    return list(terminal.screens())


def on_a_terminal(*words: str, cwd: Path, watch: Callable[[str, subprocess.Popen[bytes]], None]) -> tuple[int, str]:
    """Return the exit code and the screen that a command leaves on a terminal and in a process of its own.

    `watch` sees the screen before each picture that is drawn over it, so all of them whole, however late they are read.
    """
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", LINES, COLUMNS, 0, 0))
    environment = {**os.environ, "TERM": "xterm", "COLUMNS": str(COLUMNS), "LINES": str(LINES)}
    streams: dict[str, Any] = {"stdin": theirs, "stdout": theirs, "stderr": theirs}
    command = [sys.executable, "-c", COMMAND, *words]
    process = subprocess.Popen(command, cwd=cwd, env=environment, start_new_session=True, **streams)  # noqa: S603
    os.close(theirs)
    screen, until, left = Screen(), time.monotonic() + PATIENCE, ""
    decode = codecs.getincrementaldecoder("utf-8")().decode
    try:
        while time.monotonic() < until:
            if not select.select([ours], [], [], 1.0)[0]:
                continue
            try:
                read = os.read(ours, 65536)
            except OSError:  # the other end is closed
                break
            *drawn, left = (left + decode(read)).split(REDRAWN)
            for picture in drawn:
                screen.write(picture)
                watch(str(screen), process)
                screen.write(REDRAWN)
        screen.write(left)
        return process.wait(PATIENCE), str(screen)
    finally:
        process.kill()
        os.close(ours)
