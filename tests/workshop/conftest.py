"""What is offered is an invented town of two states, and those who play for it without processes."""

from __future__ import annotations

from pathlib import Path

import pytest
from workshop_helper import Here
from worlds import TOWN, aided, initiative, scenario, write

from simcase.study import Request
from simcase.workshop import players
from simcase.workshop.shared_state import SharedState, open_state

PUSH = initiative(
    "push", ["help"], ["work"], 1.5, window={"start": "2019-07-01"}, costs=[{"year": 2020, "line": "aid", "kroner": 90_000.0}]
)
USUAL = initiative("usual", ["help"], ["work"], 1.4, window={"start": "2010-01-01"}, dose_in_base=1)


@pytest.fixture
def pools(monkeypatch: pytest.MonkeyPatch) -> list[Here]:
    """Return the pools that are started; none of them has processes."""
    started: list[Here] = []

    def start(processes: int) -> Here:
        started.append(Here(processes))
        return started[-1]

    monkeypatch.setattr(players, "Pool", start)
    return started


@pytest.fixture
def shared(folder: Path) -> SharedState:
    plain = scenario(title={"da": "Uden", "en": "Without"})
    write(folder, aided(300, 200, 1_000.0), {"plain": plain, "pushed": scenario("push", "usual", based_on="plain")}, [PUSH, USUAL])
    request = Request("", calibration=TOWN, workers=1, uncertainty="chance")
    return open_state(request, ["pushed"], "plain", "en")
