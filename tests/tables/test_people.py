"""Where citizens come from: the stock, the cohorts of the population and the streams of arrivals, by hand."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import numpy as np
import pytest

from simcase.model import Model
from simcase.tables import tabulate
from simcase.tables.people import retired_before
from simcase.vocabulary import days_after

Town = Callable[..., Model]
START = date(2020, 1, 1)
PEOPLE = """
population: {date: DATE, persons: {14: 8, 15: 365, 16: 20, 40: 100, 66: 365, 67: 366, 70: 50}}
rules:
  - {id: pension, label: Pension, states: all, when: {age: 67}, outcomes: {gone: 1}}
"""
REST = """
stock:
  rest: work
  states: {idle: 40.4, ill: 10.6}
"""
ARRIVALS = """
segments:
  - {id: single, label: Single, share: {0: 0.75, 40: 0.5}}
  - {id: family, label: Family, share: {0: 0.25, 40: 0.5}}
arrivals:
  - {id: movers, per_year: 36.5250, ages: {18: 0.6, 30: 0.4, 50: 0}, states: {work: 0.25, idle: 0.75}}
  - {id: grown, turning: 16, states: {work: 0.2, ill: 0.8}}
  - {id: refugees, per_year: 365.25, states: {idle: 1}, segments: {family: 1}}
"""


def present(model: Model) -> dict[int, float]:
    """Return the citizens of simulated age at the start, by age on the day of the population table."""
    return {age: float(count) for age, count in enumerate(tabulate(model).source.cohort_present) if count > 0.0}


def test_a_cohort_was_born_in_the_year_before_its_birthday(town: Town) -> None:
    source = tabulate(town(PEOPLE.replace("DATE", "2020-01-01"))).source
    births = [days_after(START, date(2020 - age, 1, 1)) for age in range(122)]
    assert source.cohort_birth.tolist() == births
    assert source.cohort_size.tolist()[14:17] == [8, 365, 20]
    assert source.cohort_size.sum() == 8 + 365 + 20 + 100 + 365 + 366 + 50


def test_on_the_day_of_the_table_those_of_16_to_pension_age_are_there(town: Town) -> None:
    assert present(town(PEOPLE.replace("DATE", "2020-01-01"))) == {16: 20.0, 40: 100.0, 66: 365.0}


def test_a_table_of_a_later_day_is_cut_by_birth_date(town: Town) -> None:
    found = present(town(PEOPLE.replace("DATE", "2020-07-01")))
    assert set(found) == {16, 40, 66, 67}
    assert found[16] == pytest.approx(20 * 184 / 366)  # born 1 July 2003 to 2004, the first 184 days of them 16 at the start
    assert found[67] == pytest.approx(366 * 181 / 365)  # born 1 July 1952 to 1953, the last 181 days of them below 67
    assert found[66] == 365.0


def test_a_table_of_an_earlier_day_lets_the_young_grow_and_the_old_leave(town: Town) -> None:
    found = present(town(PEOPLE.replace("DATE", "2019-07-01")))
    assert found[15] == pytest.approx(365 * 184 / 366)  # born 1 July 2003 to 2004, the first 184 days of them 16 at the start
    assert found[66] == pytest.approx(365 * 181 / 365)  # born 1 July 1952 to 1953, the last 181 days of them below 67
    assert found[16] == 20.0


@pytest.mark.parametrize(
    ("start", "gone"),
    [("2019-07-01", "1954-01-01"), ("2018-07-01", "1953-07-01"), ("2022-12-31", "1955-12-31")],
)
def test_at_the_start_all_born_before_a_day_have_their_pension(shipped_model: Model, start: str, gone: str) -> None:
    expected = days_after(shipped_model.start, date.fromisoformat(gone))
    assert retired_before(shipped_model, date.fromisoformat(start)) == expected


def test_without_a_rule_for_all_nobody_is_too_old(town: Town) -> None:
    people = PEOPLE.replace("DATE", "2020-01-01").partition("rules:")[0]
    assert present(town(people)) == {16: 20.0, 40: 100.0, 66: 365.0, 67: 366.0, 70: 50.0}


def test_those_whom_the_stock_does_not_name_take_the_rest(town: Town) -> None:
    headcount = tabulate(town(PEOPLE.replace("DATE", "2020-01-01"), stock=REST)).source.headcount
    assert headcount.tolist() == [40, 11, 485 - 51, 0]


def test_without_a_rest_there_are_those_named(town: Town) -> None:
    source = tabulate(town()).source
    assert source.headcount.tolist() == [40, 0, 160, 0]
    assert source.cohort_present.size == source.cohort_size.size == 0


def test_streams_arrive_at_a_daily_rate_and_enter_states_by_share(town: Town) -> None:
    source = tabulate(town(ARRIVALS + PEOPLE.replace("DATE", "2020-01-01"))).source
    np.testing.assert_allclose(source.stream_rate, [0.1, 1.0], rtol=1e-15)
    assert source.stream_until.tolist() == [[0.75, 0.75, 1, 1], [1, 1, 1, 1]]
    assert source.stream_segments.tolist() == [[0, 0], [0, 1]]
    assert len(set(source.stream_key.tolist())) == 2


def test_ages_of_a_stream_begin_on_whole_days_and_one_without_ages_has_a_single_one(town: Town) -> None:
    source = tabulate(town(ARRIVALS + PEOPLE.replace("DATE", "2020-01-01"))).source
    assert source.stream_age.tolist() == [[6574, 10957, 18262], [14610, 14610, 14610]]
    assert source.stream_age_until.tolist() == [[0.6, 1, 1], [1, 1, 1]]


def test_the_young_enter_at_their_birthday(town: Town) -> None:
    source = tabulate(town(ARRIVALS + PEOPLE.replace("DATE", "2020-01-01"))).source
    assert source.turning_days == 5844.0
    assert source.turning_until.tolist() == [0, 0.8, 1, 1]
    assert source.turning_segments.tolist() == [0, 0]
    assert tabulate(town()).source.turning_days == np.inf


def test_segments_have_their_shares_at_each_age(town: Town) -> None:
    source = tabulate(town(ARRIVALS + PEOPLE.replace("DATE", "2020-01-01"))).source
    assert source.segment_edge.tolist() == [0.0, 14610.0]
    assert source.segment_until.tolist() == [[0.75, 1], [0.5, 1]]


def test_a_fitted_multiplier_moves_the_arrivals_that_it_names(town: Town) -> None:
    unknown = "parameters: [{id: in, label: In, kind: arrivals, from: [refugees], prior: 1.5, sd: 0.2, low: 0.5, high: 2}]\n"
    source = tabulate(town(ARRIVALS + PEOPLE.replace("DATE", "2020-01-01") + unknown)).source
    np.testing.assert_allclose(source.stream_rate, [0.1, 1.5], rtol=1e-15)


def test_the_shipped_world_is_as_large_as_its_population_and_starts_with_its_stock(shipped_model: Model) -> None:
    source = tabulate(shipped_model).source
    headcount = dict(zip((state.id for state in shipped_model.states), source.headcount.tolist(), strict=True))
    named = {name: figure.value for name, figure in shipped_model.stock.states.items()}
    assert {name: headcount[name] for name in named} == named
    assert headcount["exit"] == 0
    assert sum(headcount.values()) == round(source.cohort_present.sum())
    assert 34_900 < sum(headcount.values()) < 35_400
