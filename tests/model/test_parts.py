"""What lies between a baseline and a scenario, and whether all of it is the scenario's own."""

from __future__ import annotations

from pathlib import Path

import pytest
from worlds import TOWN, aided, scenario, write

from simcase.model import parts


@pytest.mark.parametrize(
    ("baseline", "scenario", "own_baseline"),
    [
        ("baseline", "three-caseworkers-fewer-2020", "staff-2019"),
        ("baseline", "three-caseworkers-fewer-2020+small-jobs", "staff-2019"),
        ("kik-ii", "kik-ii+three-caseworkers-fewer-2020", "kik-ii+staff-2019"),
        ("baseline", "recession", "kik-ii"),
        ("kik-ii", "small-jobs", "baseline"),
        ("as-is", "kik-ii", "baseline"),
        ("staff-2019", "three-caseworkers-fewer-2020", None),
        ("baseline", "kik-ii", None),
        ("baseline", "kik-ii+small-jobs", None),
        ("kik-ii", "kik-ii+small-jobs", None),
        ("baseline", "kik-ii-stopped-2019", None),  # it changes nothing but what its base changes
        ("kik-ii", "baseline", None),
        ("baseline", "baseline", None),
        ("baseline", "as-is", None),
    ],
)
def test_a_scenario_names_the_baseline_against_which_all_differences_are_its_own(
    baseline: str, scenario: str, own_baseline: str | None
) -> None:
    assert parts(baseline, scenario).own_baseline == own_baseline


def test_numbers_that_a_scenario_changes_beside_those_of_its_base_are_told_apart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    rate, stock = ({"path": path, "times": 0.5, "why": "half of it"} for path in ("rates.full", "stock.states.help"))
    scenarios = {
        "plain": scenario(),
        "cheap": scenario(based_on="plain", changes=[rate]),
        "few": scenario(based_on="cheap", changes=[stock]),
        "cheaper": scenario(based_on="cheap", changes=[rate]),
    }
    write(tmp_path, aided(100, 100, 10_000), scenarios)
    found = {name: parts("plain", name, calibration=TOWN).own_baseline for name in ("cheap", "few", "cheaper")}
    assert found == {"cheap": None, "few": "cheap", "cheaper": None}
