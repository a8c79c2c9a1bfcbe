"""One rule each: which years are whole, what may be noise, which line is a total, and what holds where nothing is said."""

from __future__ import annotations

import os
from datetime import date

import click
import pytest
from click.testing import CliRunner

from simcase.cli.options import OPTIONS, Options, shared
from simcase.compare import Estimate
from simcase.money import TOTAL, is_total, total_with
from simcase.study import Request
from simcase.study.changes import Change
from simcase.study.periods import last_whole_year


@pytest.mark.parametrize(
    ("first", "last", "year"),
    [
        (date(2018, 7, 1), date(2020, 12, 31), 2020),
        (date(2019, 1, 1), date(2020, 12, 30), 2019),
        (date(2019, 1, 2), date(2020, 12, 30), 2020),  # none is whole
    ],
)
def test_the_last_year_told_is_a_whole_one_where_any_is(first: date, last: date, year: int) -> None:
    assert last_whole_year(range(first.year, last.year + 1), first, last) == year


@pytest.mark.parametrize(
    ("mean", "p95", "noise"), [(0.0, 0.0, False), (0.0, 3.0, False), (0.5, 3.0, True), (-0.5, 3.0, True), (1.0, 3.0, False)]
)
def test_what_may_be_noise_is_a_mean_below_the_least_that_is_not_nothing(mean: float, p95: float, *, noise: bool) -> None:
    assert Change(Estimate(mean, -p95, mean, p95), 1.0).noise is noise


def test_a_line_is_a_total_by_its_whole_name() -> None:
    assert is_total(TOTAL)
    assert is_total(total_with(["foertidspension"]))
    assert not is_total(f"{TOTAL}id")


def test_a_verb_without_a_word_asks_as_a_request_does(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in os.environ if name.startswith("SIMCASE_")]:
        monkeypatch.delenv(name)
    chosen: list[Options] = []
    verb = click.command()(shared(*OPTIONS)(chosen.append))
    CliRunner().invoke(verb, [], catch_exceptions=False)
    assert [each.request("kik-ii") for each in chosen] == [Request("kik-ii")]
