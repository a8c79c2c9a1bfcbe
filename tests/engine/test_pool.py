"""Processes that work for another: copies have what it had and none of its threads, and all of them end with it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from simcase.engine import pool

SCRIPT = """
import os
import signal
import sys
import threading

from simcase.engine import pool

had = []


def seen():
    return list(had), os.getpid()


if __name__ == "__main__":
    had.append("before")
    with pool.opened(2, copies=True) as copies:
        print(copies.will_copy, *copies.submit(seen).result()[0], copies.will_copy)
    with pool.opened(1) as anew:
        print(anew.will_copy, *anew.submit(seen).result()[0])
    with pool.opened(2, copies=sys.argv[1] == "copies") as last:
        last.submit(seen).result()
        print(*last._executor._processes)
        threading.Thread(target=threading.Event().wait, daemon=True).start()
        print(pool._can_copy(), flush=True)
        os.kill(os.getpid(), signal.SIGKILL)
"""
LONG = 30.0
"""Seconds after which a process that should have ended has not."""


@pytest.mark.skipif(sys.platform != "linux", reason="copies are made on Linux alone")
@pytest.mark.parametrize("how", ["copies", "anew"])
def test_copies_have_what_was_there_and_end_with_whoever_made_them(how: str, tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text(SCRIPT, encoding="utf-8")
    done = subprocess.run([sys.executable, str(script), how], stdout=subprocess.PIPE, text=True, timeout=4 * LONG, check=False)  # noqa: S603
    assert done.returncode == -signal.SIGKILL
    copied, anew, processes, with_a_thread = done.stdout.splitlines()
    assert copied == "True before False"
    assert anew == "False"
    assert with_a_thread == "False"
    until = time.monotonic() + LONG
    left = [int(each) for each in processes.split()]
    while left and time.monotonic() < until:
        left = [each for each in left if _lives(each)]
        time.sleep(0.05)
    assert not left


def test_work_that_stays_is_copied_no_later_than_threads_begin(monkeypatch: pytest.MonkeyPatch) -> None:
    """Copies that are made with the first work are not yet made where there was none: by then another kind may have its threads."""
    with pool.staying():
        monkeypatch.setattr(pool, "_can_copy", lambda: sys.platform == "linux")
        with pool.opened(2, copies=True) as first:
            assert first.will_copy is (sys.platform == "linux")
        monkeypatch.setattr(pool, "_can_copy", lambda: False)
        with pool.opened(2, copies=True) as second:
            assert not second.will_copy


def _lives(process: int) -> bool:
    """Tell whether a process is there and is more than what nobody has buried."""
    try:
        return Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False
    finally:
        assert process != os.getpid()
