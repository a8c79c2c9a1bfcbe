"""The figures that targets speak of, counted by hand in a world in which decisions alone move anybody."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from worlds import TOWN, after, play, state, write

from simcase.calibrate.figures import figures
from simcase.calibrate.fit import fit
from simcase.errors import UserError
from simcase.model import resolve
from simcase.money import accounts
from simcase.tables import tabulate
from simcase.tidy import read

# Twelve citizens: ten in a for 14 weeks (to Monday 9 April 2018), then b; two in c for 26 weeks (to 2 July), then a for 14 (to 8 October).
WORLD = {
    "start": "2018-01-01",
    "end": "2019-12-31",
    "states": [state("a", line="aid", full_time_share=0.5), state("b"), state("c"), state("d")],
    "lines": [{"id": "aid", "label": "Aid"}, {"id": "none", "label": "None"}],
    "transitions": [],
    "rules": [after("one", "a", 14, "b"), after("two", "c", 26, "a")],
    "stock": {"states": {"a": 10, "c": 2}},
    "rates": {"full": {"value": 1_000, "unit": "kr_per_month"}},
    "rate_classes": [{"id": "all", "states": ["a"], "pays": {"full": 1}}],
}
YEAR = {"from": "2018-01-01", "until": "2018-12-31"}
TARGETS: dict[str, tuple[dict[str, Any], float]] = {
    "persons": ({"measure": "persons", "of": ["a"]}, 12 * 98 / 365),
    "persons of two states": ({"measure": "persons", "of": ["a", "c"]}, (12 * 98 + 2 * 182) / 365),
    "full-time persons": ({"measure": "full_time_persons", "of": ["a", "c"]}, (6 * 98 + 2 * 182) / 365),
    "persons of some months": ({"measure": "persons", "of": ["a"], "from": "2018-06-01", "until": "2018-08-31"}, 2 * 61 / 92),
    "part of the persons": ({"measure": "persons", "of": ["a"], "share": 0.25}, 3 * 98 / 365),
    "share of persons": ({"measure": "share_of_persons", "of": ["c"], "to": ["a"]}, 2 * 182 / (12 * 98 + 2 * 182)),
    "share of entries": ({"measure": "share_of_entries", "of": ["a"], "to": ["b"]}, 1),
    "share of entries from none": ({"measure": "share_of_entries", "of": ["c"], "to": ["b"]}, 0),
    # Ten are in b for 42 weeks from 28 January 2019, two more from 29 July: six ends of months with 10 of 12, and six with all.
    "long-term": ({"measure": "long_term_share", "of": ["b"], "from": "2019-01-01", "until": "2019-12-31"}, 11 / 12),
    "inflow": ({"measure": "inflow", "of": ["a"]}, 2),
    "inflow of two states": ({"measure": "inflow", "of": ["a", "c"]}, 0),
    "outflow": ({"measure": "outflow", "of": ["a"]}, 12),
    "outflow of two states": ({"measure": "outflow", "of": ["a", "c"]}, 12),
    "outflow to one": ({"measure": "outflow", "of": ["a", "c"], "to": ["d"]}, 0),
    "mean stay": ({"measure": "mean_stay_weeks", "of": ["a"]}, 12 * 14 / 7),  # over the average of 2 entries and 12 exits
    "share of exits": ({"measure": "share_of_exits", "of": ["a", "c"], "to": ["b"]}, 1),
    "season": ({"measure": "season_ratio", "of": ["b"]}, 12),  # none at first counts as one
    # To 9 April 3 + 8/30 months of ten; from 2 July to 8 October 30/31 + 2 + 7/31 months of two; half the rate.
    "municipality": ({"measure": "municipality", "of": ["aid"]}, 500 * (10 * (3 + 8 / 30) + 2 * (30 / 31 + 2 + 7 / 31))),
    "municipality of two lines": (
        {"measure": "municipality", "of": ["none", "aid"]},
        500 * (10 * (3 + 8 / 30) + 2 * (30 / 31 + 2 + 7 / 31)),
    ),
}


def target(name: str, **more: object) -> dict[str, Any]:
    return {"id": name.replace(" ", "-").replace("-of-", "."), **YEAR, "value": 1.0, "se": 1.0, **more}


@pytest.mark.slow
def test_every_measure_is_what_its_words_say(folder: Path) -> None:
    write(folder, {**WORLD, "targets": [target(name, **words) for name, (words, _) in TARGETS.items()]})
    model = resolve("as-is", calibration=TOWN)
    outcome = read(play(replications=2).folder, tabulate(model))
    found = dict(zip(TARGETS, figures(model, outcome, accounts(model, outcome)).mean(axis=0), strict=True))
    assert found == pytest.approx({name: value for name, (_, value) in TARGETS.items()})


@pytest.mark.parametrize(
    ("measure", "first", "last"),
    [
        ("inflow", "2018-01-01", "2018-06-30"),
        ("inflow", "2018-01-01", "2019-12-31"),
        ("inflow", "2020-01-01", "2020-12-31"),
        ("persons", "2018-01-02", "2018-06-30"),
        ("persons", "2018-01-01", "2018-06-29"),
        ("persons", "2019-12-01", "2020-01-31"),
    ],
)
def test_a_target_for_a_period_that_is_not_kept_is_refused(folder: Path, measure: str, first: str, last: str) -> None:
    unknown = {"id": "x", "label": "X", "kind": "take_up", "line": "aid", "sd": 0.1, "low": 0.5, "high": 2}
    wrong = target("t", measure=measure, of=["a"]) | {"from": first, "until": last}
    write(folder, {**WORLD, "parameters": [unknown], "targets": [wrong]})
    with pytest.raises(UserError, match=r"targets\.t"):
        fit(resolve("as-is", calibration=TOWN))
