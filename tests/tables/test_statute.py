"""Statutory decisions, the refusion ladder and the cells of money, against dates and figures worked out by hand."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import numpy as np
import pytest

from simcase.model import Model
from simcase.tables import Tables, tabulate
from simcase.vocabulary import add_months, months_later

Town = Callable[..., Model]
RULES = """
rules:
  - {id: review, label: Review, states: [idle, ill], when: {weeks: 22, at: month_end}, outcomes: {stay: 0.5, work: 0.25, ill: 0.25}}
  - {id: thirty, label: Thirty, states: [ill], when: {age: 30}, outcomes: {idle: 1}}
  - {id: pension, label: Pension, states: all, when: {age: 67}, outcomes: {gone: 1}}
"""
MONEY = """
refusion:
  counter: {from: 2019-07-01, reset_weeks: 52, window_weeks: 156}
  steps: [{to_week: 4, state_share: 0.8}, {to_week: 26, state_share: 0.4}, {state_share: 0.2}]
  cohorts:
    - {id: old, states: [idle], granted_before: 2019-01-01, state_share: 0.5}
    - {id: older, states: [idle], granted_before: 2019-07-01, spell_before: 2019-07-01, state_share: 0.6}
rates:
  full: {value: 1000, unit: kr_per_month}
segments:
  - {id: single, label: Single, share: {0: 0.5}}
  - {id: family, label: Family, share: {0: 0.5}}
rate_classes:
  - {id: young, states: [idle], to_age: 25, pays: {full: 0.5}}
  - {id: parent, states: [idle], segments: [family], pays: {full: 1.5}}
  - {id: other, states: [idle, ill], pays: {full: 1}}
"""


@pytest.fixture(scope="module")
def shipped_tables(shipped_model: Model) -> Tables:
    return tabulate(shipped_model)


def decided(tables: Tables, rule: str, start: date, born: date) -> date:
    """Return the day on which a rule decides about somebody born on a day."""
    clockwork = tables.clockwork
    entry = clockwork.rule_id.tolist().index(tables.names.rules.index(rule))
    days = clockwork.birth_day[clockwork.rule_row[entry], (born - start).days - clockwork.birth_origin]
    return start + timedelta(days=int(days))


@pytest.mark.parametrize(
    ("born", "pensioned"),
    [
        (date(1950, 3, 31), date(2015, 3, 31)), (date(1953, 12, 31), date(2018, 12, 31)),
        (date(1954, 1, 1), date(2019, 7, 1)), (date(1954, 2, 28), date(2019, 8, 28)), (date(1954, 3, 31), date(2019, 9, 30)),
        (date(1954, 5, 31), date(2019, 11, 30)), (date(1954, 6, 30), date(2019, 12, 30)),
        (date(1954, 7, 1), date(2020, 7, 1)), (date(1954, 12, 31), date(2020, 12, 31)),
        (date(1955, 1, 1), date(2021, 7, 1)), (date(1955, 6, 30), date(2021, 12, 30)),
        (date(1955, 7, 1), date(2022, 7, 1)), (date(1956, 2, 29), date(2023, 2, 28)), (date(1962, 12, 31), date(2029, 12, 31)),
    ],
)  # fmt: skip
def test_state_pension_comes_by_birth_date(shipped_tables: Tables, born: date, pensioned: date) -> None:
    assert decided(shipped_tables, "pension", date(2018, 7, 1), born) == pensioned


def test_nobody_reaches_pension_age_in_the_first_half_of_2019_to_2022(shipped_tables: Tables) -> None:
    clockwork = shipped_tables.clockwork
    entry = clockwork.rule_id.tolist().index(shipped_tables.names.rules.index("pension"))
    days = np.unique(clockwork.birth_day[clockwork.rule_row[entry]])
    start = date(2018, 7, 1)
    for year in (2019, 2020, 2021, 2022):
        first, last = (date(year, 1, 1) - start).days, (date(year, 6, 30) - start).days
        assert not np.any((days >= first) & (days <= last))
        assert np.any(days == last + 1)


@pytest.mark.parametrize(
    ("born", "thirty"),
    [
        (date(1992, 2, 29), date(2022, 2, 28)), (date(1990, 2, 28), date(2020, 2, 28)),
        (date(1990, 3, 1), date(2020, 3, 1)), (date(1990, 12, 31), date(2020, 12, 31)),
    ],
)  # fmt: skip
def test_an_age_is_reached_on_the_birthday_and_on_the_28th_where_there_is_no_29th(town: Town, born: date, thirty: date) -> None:
    assert decided(tabulate(town(RULES)), "thirty", date(2020, 1, 1), born) == thirty


def test_adding_months_to_many_days_is_adding_months_to_each() -> None:
    days = [date(1992, 2, 29), date(1954, 8, 31), date(1999, 12, 31), date(2000, 1, 30)]
    for months in (1, 6, 12, 48, 360, 786):
        later = months_later(np.array(days, dtype="datetime64[D]"), np.full(len(days), months))
        assert later.tolist() == [add_months(day, months) for day in days]
    assert add_months(date(1992, 2, 29), 48) == date(1996, 2, 29)


def test_rules_stand_by_state_and_spare_those_that_nobody_leaves(town: Town) -> None:
    tables = tabulate(town(RULES))
    clockwork = tables.clockwork
    assert tables.names.rules == ("review", "thirty", "pension")
    assert clockwork.rule_first.tolist() == [0, 2, 5, 6, 6]
    assert clockwork.rule_id.tolist() == [0, 2, 0, 1, 2, 2]
    assert clockwork.rule_days.tolist() == [154.0, -1.0, 154.0, -1.0, -1.0, -1.0]
    assert clockwork.rule_row.tolist() == [-1, 1, -1, 0, 1, 1]
    assert clockwork.rule_month_end.tolist() == [True, False, True, False, False, False]


def test_outcomes_are_cumulated_and_to_stay_is_no_state(town: Town) -> None:
    clockwork = tabulate(town(RULES)).clockwork
    assert clockwork.outcome_first.tolist() == [0, 3, 4, 7, 8, 9, 10]
    assert clockwork.outcome_to.tolist() == [-1, 2, 1, 3, -1, 2, 1, 0, 3, 3]
    assert clockwork.outcome_until.tolist() == [0.5, 0.75, 1, 1, 0.5, 0.75, 1, 1, 1, 1]


def test_the_ladder_counts_calendar_weeks_from_mondays(town: Town) -> None:
    clockwork = tabulate(town(MONEY)).clockwork
    assert clockwork.ladder.tolist() == [1, 1, 2, 0]
    assert clockwork.step_edge.tolist() == [4, 26]
    assert clockwork.week_offset == 2  # 1 January 2020 was a Wednesday
    assert clockwork.counts_from == -26  # Monday 1 July 2019, 26 weeks before Monday 30 December
    assert (clockwork.reset_weeks, clockwork.window_weeks) == (52, 156)


def test_without_refusion_nothing_is_counted(town: Town) -> None:
    tables = tabulate(town())
    assert tables.clockwork.ladder.tolist() == [0, 0, 0, 0]
    assert tables.clockwork.step_edge.size == tables.clockwork.cohort_granted.size == 0
    assert tables.names.columns == (("",),) * 4


def test_cohorts_are_told_by_the_dates_of_grant_and_spell(town: Town) -> None:
    clockwork = tabulate(town(MONEY)).clockwork
    assert clockwork.grant.tolist() == [0, -1, -1, -1]
    assert clockwork.cohort_first.tolist() == [0, 2, 2, 2, 2]
    assert clockwork.cohort_granted.tolist() == [-365.0, -184.0]
    assert clockwork.cohort_spell.tolist() == [np.inf, -184.0]


def test_a_state_has_a_cell_for_each_column_and_class(town: Town) -> None:
    tables = tabulate(town(MONEY))
    steps = ("step_1", "step_2", "step_3")
    assert tables.names.columns == ((*steps, "old", "older"), steps, ("",), ("",))
    assert tables.names.classes == (("young", "parent", "other"), ("other",), ("",), ("",))
    assert tables.clockwork.class_count.tolist() == [3, 1, 1, 1]
    assert tables.clockwork.cell_first.tolist() == [0, 15, 18, 19, 20]


def test_the_first_class_that_fits_segment_and_age_is_paid(town: Town) -> None:
    clockwork = tabulate(town(MONEY)).clockwork
    assert clockwork.age_edge.tolist() == [0.0, 9131.0, np.inf]
    assert clockwork.rate_class[0].tolist() == [[0, 2], [0, 1]]
    assert clockwork.rate_class[1].tolist() == [[0, 0], [0, 0]]
    assert clockwork.class_varies.tolist() == [True, False, False, False]


def test_the_shipped_ladder_counts_from_the_week_of_1_july_2014(shipped_tables: Tables) -> None:
    clockwork = shipped_tables.clockwork
    assert clockwork.week_offset == 6  # 1 July 2018 was a Sunday
    assert clockwork.counts_from == -208  # Monday 30 June 2014 to Monday 25 June 2018
    assert clockwork.step_edge.tolist() == [4, 26, 52]
    columns = dict(zip(shipped_tables.names.states, shipped_tables.names.columns, strict=True))
    steps = ("step_1", "step_2", "step_3", "step_4")
    assert columns["sygedagpenge"] == steps
    assert columns["fleksjob"] == (*steps, "fleksjob_before_2013", "fleksjob_2013_14")
    assert columns["employment"] == ("",)
