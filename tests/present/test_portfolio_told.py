"""What sentences on the best mix say where goals are hardly ever met, and where the next mixes are as good or are not."""

from __future__ import annotations

from pathlib import Path

import pytest
from portfolio_helper import town
from results_helper import result_of
from worlds import asked

from simcase.present.labels import labels_of
from simcase.present.table import Sentence, Table
from simcase.present.tables_portfolio import answer, portfolio_parts, sure
from simcase.study.identity import resolved
from simcase.study.results import PortfolioResult
from simcase.words import Words


@pytest.mark.parametrize(("second", "seldom"), [(0.0, False), (0.008, True)])
def test_a_goal_that_some_mix_meets_seldom_is_not_said_to_be_met_by_none(folder: Path, second: float, *, seldom: bool) -> None:
    town(folder)
    mixes = [{"settings": [], "probability": met, "low": 0.0, "high": 0.1} for met in (0.0, second)]
    result = result_of(PortfolioResult, {"goals": ["few"], "mixes": mixes, "choices": [], "alike": 0.01})
    said = answer(result, labels_of(resolved(asked()), Words("en")))
    assert ("no mix meets" not in said) is seldom


COUNTS = {"tried": 3, "possible": 3, "replications": 20, "seed": 7, "choices": [], "goals": []}


@pytest.mark.parametrize(("others", "said"), [((0.37, 0.365), True), ((0.27, 0.1), False)])
def test_the_next_mixes_are_said_to_be_as_good_only_where_they_are(folder: Path, others: tuple[float, ...], *, said: bool) -> None:
    town(folder)
    mixes = [
        {"settings": [], "probability": met, "low": 0.0, "high": 0.6, "score": met, "best": best, "kroner_a_year": 0.0, "kroner": 0.0}
        for met, best in zip((0.37, *others), (0.4, 0.13, 0.1), strict=True)
    ]
    result = result_of(PortfolioResult, COUNTS | {"goals": ["few"], "mixes": mixes, "alike": 0.01})
    text = sure(result, labels_of(resolved(asked()), Words("en")))
    assert ("nearly as good" in text) is said
    assert ("is the best with a probability of 13% and gives 27% against 37%" in text) is not said


def test_it_is_said_from_when_to_when_the_run_goes_and_the_net_result_is(folder: Path) -> None:
    town(folder)
    mix = {"settings": [], "kroner_a_year": 0.0, "kroner": 0.0, "score": 0.0, "best": 1.0, "net": {"mean": 0.0, "p05": 0.0, "p95": 0.0}}
    days = {"from": "2018-07-01", "to": "2022-12-31"}
    result = result_of(PortfolioResult, COUNTS | days | {"mixes": [mix], "alike": 0.0, "calibration": "town"})
    parts = list(portfolio_parts(result, labels_of(resolved(asked()), Words("en"))))
    said = [each.text for each in parts if isinstance(each, Sentence)]
    assert "1 July 2018 to 31 December 2022" in said[0]
    assert "net is the net result in all from 1 July 2018 to 31 December 2022" in said[-1]


@pytest.mark.parametrize(("edge", "tables"), [([True, True], 1), ([True, False], 2)])
def test_the_same_mixes_are_told_once(folder: Path, edge: list[bool], tables: int) -> None:
    town(folder)
    mix = {"settings": [], "kroner": 0.0, "best": 0.5, "net": {"mean": 0.0, "p05": 0.0, "p95": 0.0}}
    mixes = [{**mix, "score": -at, "kroner_a_year": -at, "frontier": there} for at, there in enumerate(edge)]
    days = {"from": "2018-07-01", "to": "2022-12-31"}
    result = result_of(PortfolioResult, COUNTS | days | {"mixes": mixes, "alike": 0.0, "calibration": "town"})
    parts = list(portfolio_parts(result, labels_of(resolved(asked()), Words("en"))))
    assert sum(isinstance(each, Table) for each in parts) == tables
    assert any("both cheaper and better" in each.text for each in parts if isinstance(each, Sentence)) is (tables == 1)
