"""The inner band of a figure, without the swings of the economy, against cases in which it is known."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import numpy as np
import pytest
from worlds import asked, move, state, write

from simcase import study
from simcase.compare import quantiles
from simcase.present import figures_run
from simcase.present.charts import CHARTS
from simcase.present.labels import labels_of
from simcase.study.inner_band import FEWEST, inner_band
from simcase.tidy import Outcome
from simcase.vocabulary import NORMAL_95
from simcase.words import Words

MONTHS = [date(2019, 12, 1), date(2020, 1, 1), date(2020, 2, 1)]
CHANCE, PARAMETERS, ECONOMY = 3.0, 4.0, 12.0
SWING = {"id": "swing", "label": "S", "scope": "national", "half_life_months": 6, "sd": 0.3, "loadings": {"leaving": 1.0}}
TOWN = {
    "start": "2019-01-01",
    "end": "2020-12-31",
    "known_until": "2019-12-31",
    "states": [state("a", line="aid"), state("b", absorbing=True)],
    "transitions": [move("a", "b", 0.5)],
    "stock": {"states": {"a": 4_000}},
    "lines": [{"id": "aid", "label": "Aid"}],
    "rates": {"full": {"value": 1, "unit": "kr_per_month"}},
    "rate_classes": [{"id": "all", "states": ["a"], "pays": {"full": 1}}],
    "economy": {"groups": [{"id": "leaving", "label": "Leaving", "from": ["a"], "to": ["b"]}], "processes": [SWING]},
}


def outcome(economy: np.ndarray) -> Outcome:
    """Return the parts of an outcome that are read: its months, and that something was drawn."""
    return cast("Outcome", SimpleNamespace(names=SimpleNamespace(months=MONTHS), draw=np.ones((1, 1)), economy=economy))


def drawn(count: int) -> tuple[Outcome, np.ndarray]:
    """Return normal figures of known spreads by the design of runs, in three months of which the economy moves the last two."""
    luck = np.random.default_rng(3)
    pairs = luck.standard_normal(count // 2).repeat(2)
    shared = luck.standard_normal(count)
    shared[1::4] = shared[::4]  # in every other pair both have the same unknowns
    swing = np.array([0.0, 0.5, 1.0]) * pairs[:, None]
    chance = luck.standard_normal((count, len(MONTHS)))
    return outcome(swing[:, :, None]), 100.0 + ECONOMY * swing + PARAMETERS * shared[:, None] + CHANCE * chance


def test_it_is_what_nine_of_ten_would_lie_between_without_the_economy() -> None:
    found = inner_band("all", *drawn(40_000), MONTHS)
    assert found is not None
    reach = NORMAL_95 * np.hypot(CHANCE, PARAMETERS)
    assert found.low == pytest.approx(100.0 - reach, abs=0.25)
    assert found.high == pytest.approx(100.0 + reach, abs=0.25)


def test_it_is_the_outer_one_as_long_as_the_economy_is_known_and_never_wider() -> None:
    run, values = drawn(60)
    found = inner_band("all", run, values, MONTHS)
    assert found is not None
    low, high = quantiles(values, (0.05, 0.95))
    assert (found.low[0], found.high[0]) == pytest.approx((low[0], high[0]))
    assert (found.low >= low - 1e-9).all()
    assert (found.high <= high + 1e-9).all()
    assert found.low[2] > low[2] + 5.0


def test_there_is_one_band_where_no_economy_is_drawn_nothing_else_or_too_few() -> None:
    run, values = drawn(FEWEST)
    assert inner_band("all", run, values, MONTHS) is not None
    assert inner_band("all", run, values[: FEWEST - 1], MONTHS) is None
    assert inner_band("chance+parameters", run, values, MONTHS) is None
    assert inner_band("economy", run, values, MONTHS) is None
    assert inner_band("all", run, values[:, :1], MONTHS[:1]) is None, "the economy is known in all of the time shown"
    assert inner_band("all", outcome(np.zeros((FEWEST, 3, 0))), values, MONTHS) is None


def test_no_figures_have_no_band_that_differs_from_the_outer_one() -> None:
    run, values = drawn(FEWEST)
    found = inner_band("all", run, np.empty((*values.shape, 0)), MONTHS)
    assert found is not None
    assert (found.low.size, found.share) == (0, 1.0)


def test_that_of_a_run_is_the_interval_of_a_run_without_the_economy(folder: Path) -> None:
    write(folder, TOWN)
    words = Words("en")
    whole, without = (study.run(asked(replications=400, uncertainty=varying)) for varying in ("all", "chance"))
    inner, alone = (figures_run.headcount(each, labels_of(each.world.model, words)) for each in (whole, without))
    assert "inner05" not in alone.columns
    later = inner["month"] >= date(2020, 6, 1)
    width = (inner["inner95"] - inner["inner05"]).filter(later).mean()
    expected = (alone["p95"] - alone["p05"]).filter(later).mean()
    assert width == pytest.approx(expected, rel=0.15)
    assert (inner["p95"] - inner["p05"]).filter(later).mean() > 1.5 * cast("float", width)
    known = inner["month"] < date(2020, 1, 1)
    assert inner["inner05"].filter(known).to_list() == pytest.approx(inner["p05"].filter(known).to_list())


@pytest.mark.parametrize("lang", ["da", "en"])
@pytest.mark.parametrize(("uncertainty", "bands"), [("all", True), ("chance", False)])
def test_charts_draw_it_and_say_so(folder: Path, lang: str, uncertainty: str, bands: bool) -> None:  # noqa: FBT001 - a case
    write(folder, TOWN)
    shown, words = study.run(asked(replications=40, uncertainty=uncertainty)), Words(lang)
    for name in ("headcount", "full-year"):
        spec = CHARTS[name].draw(shown, labels_of(shown.world.model, words))
        assert spec is not None
        text = spec.to_json(ensure_ascii=False)
        assert ("inner05" in text) is bands
        assert (words.say("chart.band.level") in text or words.say("chart.nine.rule") in text) is bands
    assert CHARTS["programmes"].draw(shown, labels_of(shown.world.model, words)) is None, "the town has none"


@pytest.mark.parametrize(("economy", "bands"), [(ECONOMY, True), (1.0, False)])
def test_a_band_that_looks_like_the_outer_one_is_not_drawn(economy: float, bands: bool) -> None:  # noqa: FBT001 - a case
    run, values = drawn(4_000)
    found = inner_band("all", run, values + (economy - ECONOMY) * run.economy[:, :, 0], MONTHS)
    assert found is not None
    assert (figures_run._seen(found) is not None) is bands
