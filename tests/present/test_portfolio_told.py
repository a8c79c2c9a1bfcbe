"""What the sentence on the best mix says where goals are hardly ever met."""

from __future__ import annotations

from pathlib import Path

import pytest
from portfolio_helper import town
from results_helper import result_of
from worlds import asked

from simcase.present.labels import labels_of
from simcase.present.tables_portfolio import answer
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
