"""What is found sound is played: whatever numbers a scenario sets, it is refused with file and line or runs to the last sentence.

`SIMCASE_FUZZ=20000 python -m pytest -s -m slow tests/hostile/test_sound.py` chooses the number of scenarios.
"""

from __future__ import annotations

import json
import os
import warnings
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from worlds import after, asked, initiative, move, scenario, state, write

from simcase import study
from simcase.declare import Library
from simcase.errors import UserError
from simcase.model import assumptions, resolve
from simcase.model.files import problems
from simcase.vocabulary import document_of

MANY = int(os.environ.get("SIMCASE_FUZZ", "1000"))
FEW = 40
Town = tuple[dict[str, float], Counter[str]]
EVERY_WEEK = {"start": "2019-01-01"}
DURING = [{"exits_to": ["work"], "hazard_ratio": {"value": 0.9, "low": 0.8, "high": 1}}]
TOWN: dict[str, Any] = {
    "start": "2019-01-01",
    "end": "2019-02-01",
    "states": [
        state("help", line="aid", ladder="benefit"),
        state("ill", line="aid", grant="old"),
        state("work", ladder="self_support"),
        state("gone", absorbing=True),
    ],
    "lines": [{"id": "aid", "label": "Aid"}],
    "segments": [{"id": "a", "label": "A", "share": {"0": 0.5, "40": 0.4}}, {"id": "b", "label": "B", "share": {"0": 0.5, "40": 0.6}}],
    "profiles": {
        "duration": {"d": {"factors": {"0": 1.2, "26": 0.8}}},
        "age": {"y": {"factors": {"16": 2, "30": 1}}},
        "season": {"s": {"factors": [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]}},
    },
    "population": {"date": "2019-01-01", "persons": {"15": 2, "16": 2, "40": 30, "50": 30}},
    "stock": {"rest": "work", "states": {"help": 20, "ill": 5}},
    "transitions": [
        move("help", "work", 2.0, duration="d", season="s", segments={"a": 0.5}, cap=2),
        move("help", "ill", 0.4),
        move("work", "help", 1.0, age="y"),
        move("ill", "work", 1.0),
    ],
    "arrivals": [
        {"id": "grown", "turning": 16, "states": {"work": 1}},
        {"id": "moved", "per_year": 20, "ages": {"18": 0.7, "30": 0.3}, "states": {"help": 1}, "segments": {"a": 1}},
    ],
    "counters": [{"id": "used", "runs_in": ["help"], "earned_in": ["work"], "earn_weeks": 4, "window_weeks": 8}],
    "rules": [after("review", "ill", 3, {"stay": 0.5, "help": 0.5}), after("right", "help", 8, "gone", counter="used", frame_weeks=12)],
    "refusion": {
        "counter": {"from": "2018-07-01", "reset_weeks": 52, "window_weeks": 156},
        "steps": [{"to_week": 4, "state_share": 0.8}, {"to_week": 26, "state_share": 0.4}, {"state_share": 0.2}],
        "cohorts": [{"id": "old", "states": ["ill"], "granted_before": "2018-06-01", "state_share": 0.5}],
    },
    "rates": {"full": {"value": 11_000, "unit": "kr_per_month"}, "sick": {"value": 4_300, "unit": "kr_per_week"}},
    "rate_classes": [
        {"id": "all", "states": ["help"], "pays": {"full": 1}, "wage": 500},
        {"id": "sick", "states": ["ill"], "pays": {"sick": 0.9}},
    ],
    "wage_deductions": [{"id": "wage", "states": ["help"], "share": {"0": 0.3, "1000": 0.9}}],
    "grants": [
        {"id": "gift", "label": "Gift", "line": "aid", "states": ["help"], "kroner_per_month": 10, "kroner_per_move": 5, "to": ["work"]}
    ],
    "measures_refund": {"aid": 0.5},
    "take_up": {"aid": 0.9},
    "index": {"years": {"2019": 1}},
    "budget": {"year": 2019, "lines": {"aid": {"support": 300_000, "measures": 1_000, "investment": 100, "full_time_persons": 20}}},
    "staff": [{"id": "time", "label": "Time", "hours_a_week": 10}],
    "goals": [{"id": "few", "label": "Few", "count": "persons", "states": ["help"], "date": "2019-01-31", "threshold": 15}],
}  # fmt: skip
PLACES = {"weeks": 2, "places": 3, "line": "aid", "kroner_per_place": 1_000, "kroner_per_start": 10, "wage": 100, "during": DURING}
INITIATIVES = [
    {**initiative("push", ["help"], ["work"], 1.5), "costs": [{"year": 2019, "line": "aid", "kroner": 900}]},
    {**initiative("talk", ["help"], ["work"], 1.2), "staff": {"pool": "time", "hours_a_week": 0.5}},
    {"id": "course", "label": "C", "kind": "programme", "target": {"states": ["help"]}, "window": EVERY_WEEK, "programme": PLACES},
    {"id": "bar", "label": "B", "kind": "diversion", "target": {"states": ["help"]}, "window": EVERY_WEEK, "prevents": 0.2},
    {"id": "hire", "label": "H", "kind": "hours", "window": EVERY_WEEK, "adds": {"pool": "time", "hours_a_week": 5}},
]
NAMES = [each["id"] for each in INITIATIVES]
TIMES = (0.0, 0.1, 0.5, 1.0, 2.0, 5.0)
"""By what a number is multiplied that may stay a sensible one."""

values = st.one_of(
    st.sampled_from((0, -1, -111, 1, 0.5, 1e-9, 1e-12, 1e-300, 1e5, 1e6, 1e7, 1e9, 1e12, -1e12, 1e13, 1e308, 1e-308, 52, 156, 1000, 1001)),
    st.floats(-2, 200, allow_nan=False),
    st.integers(-3, 2**60),
)


@st.composite
def numbered(draw: st.DrawFn, numbers: dict[str, float]) -> dict[str, Any]:
    """Return a scenario with some of the initiatives, and a few numbers of these and of the calibration moved, or set to anything."""
    names = draw(st.lists(st.sampled_from(NAMES), unique=True, max_size=4))
    moved = st.sampled_from(TIMES)
    chosen = {
        path: draw(values) if draw(st.integers(0, 3)) == 0 else numbers[path] * draw(moved)
        for path in draw(st.lists(st.sampled_from(sorted(numbers)), min_size=1, max_size=4, unique=True))
    }
    entries = [{"use": name, "set": _below(f"initiatives.{name}.", chosen)} for name in names]
    changes = [{"path": path, "to": to, "why": "because"} for path, to in chosen.items() if not path.startswith("initiatives.")]
    return scenario(*entries, changes=changes)


def _below(start: str, chosen: dict[str, float]) -> dict[str, float]:
    """Return the numbers whose paths begin with something, by the rest of their paths."""
    return {path.removeprefix(start): to for path, to in chosen.items() if path.startswith(start)}


@pytest.fixture
def town(folder: Path) -> Iterator[Town]:
    """Give every number that a scenario may set, and a count of what became of the scenarios, which is printed at the end."""
    write(folder, TOWN, {"whole": scenario(*NAMES)}, INITIATIVES)
    kinds: Counter[str] = Counter()
    yield {each.path: each.value for each in assumptions(resolve("whole", calibration="town"))}, kinds
    print(dict(kinds))  # noqa: T201 - `pytest -s` shows it


def sound(folder: Path, tree: dict[str, Any], kinds: Counter[str]) -> None:
    """Write a scenario and ask for its run: it is refused where it stands, or every figure of its document is a number."""
    write(folder, None, {"drawn": tree})
    found = problems("drawn", Library((folder,)), "town")
    if found:
        assert all(issue.file and issue.line for issue in found)
        kinds["refused"] += 1
        return
    with warnings.catch_warnings():
        warnings.simplefilter("error", RuntimeWarning)
        shown = study.run(asked("drawn", replications=2, uncertainty="all"))
    json.dumps(document_of(shown.result), allow_nan=False)
    kinds["played"] += 1


@pytest.mark.slow
def test_of_many_scenarios_each_that_is_sound_runs(folder: Path, town: Town) -> None:
    _tried(folder, town, MANY)


def test_each_scenario_that_is_sound_runs(folder: Path, town: Town) -> None:
    _tried(folder, town, FEW)


def _tried(folder: Path, town: Town, count: int) -> None:
    numbers, kinds = town

    @settings(max_examples=count, derandomize=count <= 1000)
    @given(numbered(numbers))
    def tried(tree: dict[str, Any]) -> None:
        sound(folder, tree, kinds)

    tried()
    assert min(kinds["played"], kinds["refused"]) > 0


@pytest.mark.parametrize("path", ["staff.time.hours_a_week", "rates.full", "stock.states.help", "grants.gift.kroner_per_month"])
def test_a_number_below_nothing_is_refused_before_anything_runs(folder: Path, town: Town, path: str) -> None:
    write(folder, None, {"drawn": scenario("talk", changes=[{"path": path, "to": -111, "why": "because"}])})
    assert path in town[0]
    with pytest.raises(UserError, match="found -111, expected a number of at least 0"):
        study.run(asked("drawn"))
    assert not (folder / "results").exists()
