"""A village of two states to run the command line in, and documents as the contract has them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from simcase.cli import main
from simcase.present.labels import Labels
from simcase.words import Words

FILES = {
    "calibration/village/calibration.yaml": """
title: {da: Landsbyen, en: The village}
start: 2020-01-01
end: 2021-12-31
states:
  - {id: idle, label: {da: Ledig, en: Idle}}
  - {id: work, label: {da: I arbejde, en: At work}}
transitions:
  - {from: idle, to: work, rate: {value: 2, low: 1, high: 3, grade: C, source: "a count"}}
  - {from: work, to: idle, rate: 0.5}
stock:
  states: {idle: 40, work: 160}
goals:
  - {id: few, label: {da: "Højst 30 ledige", en: "At most 30 idle"}, count: persons, states: [idle], date: 2021-12-31, threshold: 30}
""",
    "scenarios/initiatives/push.yaml": """
id: push
label: {da: Skub, en: Push}
target: {states: [idle]}
window: {start: 2020-07-01}
effects:
  - {exits_to: [work], hazard_ratio: 1.5}
""",
    "scenarios/plain.yaml": """
title: {da: Som nu, en: As now}
""",
    "scenarios/pushed.yaml": """
title: {da: Med skub, en: With a push}
description: {da: "Flere kommer i arbejde. Mere står her.", en: "More get to work. More stands here."}
based_on: plain
initiatives: [push]
""",
}


@pytest.fixture
def village(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, spoken: None) -> Path:  # noqa: ARG001 - it listens
    for name, text in FILES.items():
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SIMCASE_CALIBRATION", "village")
    monkeypatch.setenv("SIMCASE_LANG", "en")
    return tmp_path


@pytest.fixture
def call() -> Callable[..., Result]:
    """Run the command line, 100 columns wide; anything that is no exit is an error of the test."""
    return lambda *words: CliRunner(env={"COLUMNS": "100"}).invoke(main, words, catch_exceptions=False)


@pytest.fixture
def labels() -> Callable[[str, str], Labels]:
    def named(title: str, lang: str = "en") -> Labels:
        lines = {"aid": "Aid", "pension": "Pension"}
        states = {"aid_a": "Aid, ready", "aid_b": "Aid, not ready", "job": "Job", "pension": "Pension"}
        return Labels(Words(lang), title, states, lines, {"few": "At most 90"}, {"kik": "KIK"}, frozenset(), ("pension",))

    return named


def around(mean: float, spread: float = 0.0) -> dict[str, float]:
    return {"mean": mean, "p05": mean - spread, "p50": mean, "p95": mean + spread}


def rows(persons: dict[str, float], kroner: dict[str, float], years: tuple[int, ...]) -> Iterator[dict[str, Any]]:
    for year in years:
        for line, change in persons.items():
            persons_ = {"persons": around(change, 2.0), "full_time_persons": around(change / 2.0, 1.0)}
            yield {"year": year, "line": line, **persons_, "municipality": around(kroner[line], 1e5)}


def world(name: str, probability: float) -> dict[str, Any]:
    run = {"scenario": name, "calibration": "town", "from": "2018-07-01", "to": "2020-12-31", "seed": 1, "replications": 50}
    run |= {"fit": None, "uncertainty": "all", "prices": "current", "assumptions": None}
    chance, none = ({"probability": p, "low": 0.1, "high": 0.9} for p in (probability, 0.0)), dict.fromkeys(("probability", "low", "high"))
    first = {"p05": "2019-01", "p50": "2019-12", "p95": None, "ever": 0.8}
    aim = {"date": "2020-12-31", "threshold": 90, "value": around(95.0), "status": "judged", "first_met": first}
    goals = [
        *({"id": name, **aim, **each} for name, each in zip(("few", "fewest"), chance, strict=True)),
        {"id": "vague", **aim, **none, "threshold": None, "value": None, "status": "no_number", "first_met": None},
    ]
    together = {"goals": ["few", "fewest"], "probability": 0.3, "low": 0.2, "high": 0.4}
    return {"run": run, "goals": goals, "goals_together": together, "budget": [{"year": 2019}], "variance": [], "weakest_grade": "C"}


@pytest.fixture
def comparison() -> Callable[[float], dict[str, Any]]:
    """Return what makes a comparison in which the smallest detectable difference is so many kroner, and a person for each 100,000."""

    def made(least: float) -> dict[str, Any]:
        persons = {"aid": -10.0, "pension": 4.0, "i_alt": -10.0, "i_alt_inkl_pension": -6.0}
        kroner = {"aid": -1e6, "pension": 4e5, "i_alt": -1e6, "i_alt_inkl_pension": -6e5}
        years = (2018, 2019, 2020)
        scenario = world("kik", 0.7) | {
            "difference": {"budget": list(rows(persons, kroner, years)), "persons": []},
            "smallest_detectable": [
                {"year": y, "line": line, "kroner": least, "persons": least / 1e5, "full_time_persons": least / 2e5}
                for y in years
                for line in persons
            ],
            "where_they_went": [
                {"year": 2019, "from": left, "to": to, "persons": around(moves), "municipality": around(1e3 * moves)}
                for left, to, moves in (("aid_a", "job", 7.0), ("aid_a", "aid_b", -3.0), ("aid_b", "pension", 2.0))
            ],
            "business_case": [
                {
                    "year": y,
                    "payer": payer,
                    "investment": around(cost),
                    "saved": around(6e5),
                    "grants": around(0.0),
                    "before": around(0.0),
                    "net": around(6e5 - cost),
                }
                | {"cumulated": around((6e5 - cost) * (y - 2017))}
                for y in years
                for payer, cost in (("municipality", 2e5), ("state", 0.0))
            ],
            "payback": {"date": "2019-12-31", "probability": 0.9, "discount": 0.0, "investment": 6e5},
            "sum": {
                "years": [2018, 2019, 2020],
                "line": "i_alt_inkl_pension",
                "municipality": around(-1.8e6, 3e5),
                "smallest_detectable": 3.0 * least,
                "net": around(1.2e6, 3e5),
            },
            "programmes": [
                {
                    "month": f"2019-{month:02}",
                    "initiative": "kik",
                    "participants": around(20.0),
                    "waiting": around(0.0),
                    "bound_by": "eligible",
                }
                for month in (11, 12)
            ],
            "contributions": [
                {"initiative": "kik", "municipality": around(-5e5), "averaged": around(-4e5)},
                {"initiative": None, "municipality": around(-1e5), "averaged": around(-2e5)},
            ],
        }
        return {"baseline": world("base", 0.0), "scenarios": [scenario]}

    return made
