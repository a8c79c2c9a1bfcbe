"""A live page that is served while tests look at it."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

PATIENCE = 600
"""Seconds until a page is served on a computer that does much else."""


def _listening(port: int) -> bool:
    """Tell whether somebody listens on a port of this computer."""
    with socket.socket() as knock:
        return knock.connect_ex(("127.0.0.1", port)) == 0


def _free_port() -> int:
    """Return a port that nobody has, below those that are given to whoever asks another one, who might take it before it is served."""
    for port in range(20_000 + os.getpid() % 10_000, 32_000):
        with socket.socket() as free, suppress(OSError):
            free.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            free.bind(("127.0.0.1", port))
            return port
    raise AssertionError("no port is free")


@contextmanager
def served(folder: Path, *words: str, port: int = 0) -> Iterator[str]:
    """Give the address of a live page that is served from a folder, in a process of its own; on a free port unless one is given."""
    pytest.importorskip("streamlit", reason='streamlit is not installed: pip install "simcase[workshop]"')
    port = port or _free_port()
    command = [sys.executable, "-c", "from simcase.cli import main; main()", "workshop", *words, "--port", str(port), "--quiet"]
    process = subprocess.Popen(command, cwd=folder)  # noqa: S603 - our own command
    try:
        patience = time.monotonic() + PATIENCE
        while not _listening(port):
            assert process.poll() is None, "it ended"
            assert time.monotonic() < patience, f"nothing listens after {PATIENCE} seconds"
            time.sleep(0.2)
        yield f"http://127.0.0.1:{port}/"
    finally:
        process.terminate()
        process.wait(120)
