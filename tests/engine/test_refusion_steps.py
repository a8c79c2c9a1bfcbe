"""Stated shares of citizens by refusion step: the starting stock has them, beside its headcounts and the population's ages."""

from __future__ import annotations

import itertools
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from worlds import TOWN, Tree, asked, move, play, scenario, state, write

from simcase import study
from simcase.engine import burnt_in, check_donors
from simcase.engine.stock import shares_by_step
from simcase.errors import RunError, UserError
from simcase.model import Model, figure_at, resolve
from simcase.tables import burn_in, tabulate

SICK = {"step_1": 0.3, "step_2": 0.45, "step_3": 0.15, "step_4": 0.1}
AID = {"step_1": 0.2, "step_3": 0.05}
"""What is left is shared by two steps as the lives have it."""


def world(start: str = "2019-01-01", **steps: Tree) -> Tree:
    """Return a town with a line of one state, a line of two, and a scheme whose older grants are outside the ladder."""
    stated = {line: {"shares": shares, "source": "counted", "grade": "A"} for line, shares in steps.items()}
    stock: Tree = {"states": {"help": 260, "aid": 140, "sick": 300, "flex": 120, "work": 3000}}
    return {
        "start": start,
        "end": (date.fromisoformat(start) + timedelta(days=1)).isoformat(),
        "states": [
            *(state(name, line=line, ladder="benefit") for name, line in (("help", "assist"), ("aid", "assist"), ("sick", "sickness"))),
            state("flex", line="sickness", ladder="benefit", grant="flex"),
            state("work", ladder="self_support"),
        ],
        "lines": [{"id": name, "label": name} for name in ("assist", "sickness")],
        "transitions": [
            *(move("work", *each) for each in (("help", 0.05), ("sick", 0.25), ("flex", 0.004))),
            *(move(name, "work", rate) for name, rate in (("help", 0.6), ("aid", 0.2), ("sick", 2.0), ("flex", 0.1))),
            *(move(*each) for each in (("help", "aid", 0.4), ("sick", "help", 0.15))),
        ],
        "arrivals": [{"id": "young", "turning": 20, "states": {"work": 1}}],
        "population": {"date": start, "from_age": 20, "persons": {str(age): 84 for age in range(20, 66)}},
        "stock": {**stock, "refusion_steps": stated},
        "burn_in_years": 30,
        "refusion": {
            "counter": {"from": "2014-07-01", "reset_weeks": 52, "window_weeks": 156},
            "steps": [{"to_week": 4, "state_share": 0.8}, {"to_week": 26, "state_share": 0.4}, {"to_week": 52, "state_share": 0.3},
                      {"state_share": 0.2}],
            "cohorts": [{"id": "old", "states": ["flex"], "granted_before": "2014-01-01", "state_share": 0.65}],
        },
        "rates": {"full": {"value": 12_000, "unit": "kr_per_month"}},
        "rate_classes": [{"id": "all", "states": ["help", "aid", "sick", "flex"], "pays": {"full": 1}}],
    }  # fmt: skip


def still(tree: Tree) -> Tree:
    """Return a scenario in which nobody moves."""
    paths = [f"transitions.{each['from']}.{each['to']}.rate" for each in tree["transitions"]]
    return scenario(changes=[{"path": path, "to": 0.0, "why": "nobody moves"} for path in paths])


def town(folder: Path, start: str = "2019-01-01", **steps: Tree) -> Model:
    """Return the town's model."""
    tree = world(start, **steps)
    write(folder, tree, {"still": still(tree)})
    return resolve("as-is", calibration=TOWN)


@pytest.mark.parametrize("start", ["2018-12-31", "2019-01-01", "2019-01-05"])
def test_a_stock_has_the_stated_steps_headcounts_and_cohorts_and_is_paid_on_them(folder: Path, start: str) -> None:
    """From a Monday, a Tuesday and a Saturday, in whose week nobody climbs; the kernel, which books the days, knows no shares."""
    model = town(folder, start, sickness=SICK, assist=AID)
    tables = burn_in(model)
    donors = burnt_in(tables, 7)
    found = shares_by_step(tables, donors)
    assert np.allclose(found, [*SICK.values(), *AID.values(), 0.75], atol=1e-6)
    replications = 40
    cells = play("still", replications=replications).cells
    paid: dict[str, dict[tuple[int, str], float]] = {"assist": {}, "sickness": {}}
    for row in cells.iter_rows(named=True):
        if row["state"] != "work":
            book = paid["sickness" if row["state"] in {"sick", "flex"} else "assist"]
            key = row["replication"], row["column"]
            book[key] = book.get(key, 0.0) + row["days"]
    for line, stated in (("sickness", SICK), ("assist", AID)):
        book = paid[line]
        whole = [sum(book.get((r, f"step_{n}"), 0.0) for n in range(1, 5)) for r in range(replications)]
        for step, share in stated.items():
            each = np.array([book.get((r, step), 0.0) / whole[r] for r in range(replications)])
            assert abs(each.mean() - share) < 4.0 * each.std(ddof=1) / np.sqrt(replications)
    assert sum(days for (_, column), days in paid["sickness"].items() if column == "old") > 0.0


def test_steps_that_are_not_named_keep_the_proportions_of_the_lives_and_other_lines_their_steps(folder: Path) -> None:
    plain, stated = (burn_in(town(folder, **steps)) for steps in ({}, {"assist": AID}))
    bare, raked = burnt_in(plain, 7), burnt_in(stated, 7)
    every = {f"step_{n}": 0.25 for n in range(1, 5)}
    both = burn_in(town(folder, assist=every, sickness=every))
    before, after = shares_by_step(both, bare), shares_by_step(both, raked)
    assert after[1] / after[3] == pytest.approx(before[1] / before[3], rel=0.1)  # the ages of the population draw on them too
    assert np.allclose(after[4:], before[4:], atol=0.01)
    assert after[0] == pytest.approx(0.2, abs=1e-6)
    assert not np.allclose(before[:4], after[:4], atol=0.05)


def test_without_stated_steps_the_weights_are_those_of_two_margins_to_the_last_bit(folder: Path) -> None:
    tables = burn_in(town(folder))
    donors = burnt_in(tables, 7)
    source = tables.source
    state_of = np.repeat(np.arange(len(donors.steady)), np.diff(donors.first))
    cohort = np.searchsorted(-source.cohort_birth, -donors.birth, side="right") - 1
    weight = np.ones(len(donors.birth))
    for _ in range(50):
        for margin, size in ((cohort, source.cohort_present), (state_of, source.headcount)):
            total = np.bincount(margin, weight, minlength=len(size))
            weight *= np.divide(size, total, out=np.zeros(len(size)), where=total > 0.0)[margin]
    for first, last in itertools.pairwise(donors.first):
        cumulated = np.cumsum(weight[first:last])
        assert np.array_equal(donors.until[first:last], cumulated / cumulated[-1])


def test_a_stock_that_was_grown_without_the_stated_steps_is_refused_by_name(folder: Path) -> None:
    bare = burnt_in(burn_in(town(folder)), 7)
    model = town(folder, sickness=SICK)
    with pytest.raises(RunError, match=r"citizens in sick, flex on step_1, stated are 0.300; fit the calibration again"):
        check_donors(tabulate(model), bare)
    study.run(asked(replications=1, uncertainty="chance"))
    never = town(folder, sickness={"step_4": 1.0})
    donors = burnt_in(burn_in(never), 7)
    assert shares_by_step(burn_in(never), donors)[0] == pytest.approx(1.0)


@pytest.mark.parametrize(
    ("steps", "said"),
    [
        ({"sickness": {"step_5": 0.1}}, "stock.refusion_steps.sickness.shares.step_5: found 'step_5', expected one of step_1"),
        ({"work": {"step_1": 0.1}}, "stock.refusion_steps.work: found 'work', expected one of assist, sickness"),
        ({"sickness": {**SICK, "step_1": 0.4}}, "shares that add up to 1.1, expected shares that add up to 1"),
        ({"sickness": {**SICK, "step_1": 0.1}}, "shares that add up to 0.8, expected shares that add up to 1"),
        ({"sickness": {"step_1": 0.7, "step_2": 0.6}}, "shares that add up to 1.3"),
        ({"sickness": {"step_1": -0.1}}, "stock.refusion_steps.sickness.shares.step_1: found -0.1"),
        ({"sickness": {}}, "stock.refusion_steps.sickness.shares"),
    ],
)
def test_wrong_shares_are_told_with_their_place(folder: Path, steps: Any, said: str) -> None:  # noqa: ANN401
    with pytest.raises(UserError) as wrong:
        town(folder, **steps)
    assert said in "\n".join(map(str, wrong.value.issues))


def test_shares_need_lived_lives_and_a_share_is_explained_with_its_source(folder: Path) -> None:
    _, figure = figure_at(town(folder, sickness=SICK), "stock.refusion_steps.sickness.shares.step_2")
    assert (figure.value, figure.source, figure.grade) == (0.45, "counted", "A")
    write(folder, {name: part for name, part in world(sickness=SICK).items() if name != "burn_in_years"})
    with pytest.raises(UserError, match="without a burn-in"):
        resolve("as-is", calibration=TOWN)
