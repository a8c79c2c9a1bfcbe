"""A live page that is served while tests look at it."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

PATIENCE = 600
"""Seconds until a page is served on a computer that does much else."""


def _listening(port: int) -> bool:
    """Tell whether somebody listens on a port of this computer."""
    with socket.socket() as knock:
        return knock.connect_ex(("127.0.0.1", port)) == 0


@contextmanager
def served(folder: Path, *words: str, port: int = 0) -> Iterator[str]:
    """Give the address of a live page that is served from a folder, in a process of its own; on a free port unless one is given."""
    pytest.importorskip("streamlit", reason='streamlit is not installed: pip install "simcase[workshop]"')
    with socket.socket() as free:
        free.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        free.bind(("127.0.0.1", port))
        port = free.getsockname()[1]
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
