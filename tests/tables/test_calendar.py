"""Calendar periods, and the dose of an initiative in each."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simcase.declare.initiatives import Initiative, Window
from simcase.model import Model
from simcase.tables import Clockwork, between, tabulate
from simcase.tables.calendar import dose, policy_dates

DAYS = st.dates(date(2018, 1, 1), date(2021, 12, 31))
Town = Callable[..., Model]
Read = Callable[..., Initiative]
SEASON = """
profiles:
  season:
    spring: {factors: [0.5, 1, 2, 1, 1, 1, 1, 1, 1, 1, 1, 0.25]}
"""
SEASONAL = """
transitions:
  - {from: idle, to: work, rate: 3.6525, season: spring}
  - {from: idle, to: ill, rate: 1}
  - {from: work, to: idle, rate: 0.36525, season: spring}
"""


def factor(clockwork: Clockwork, exit_: int, day: float) -> float:
    """Return the calendar factor of an exit on a day."""
    row = clockwork.calendar_row[exit_]
    period = int(np.searchsorted(clockwork.calendar, day, side="right")) - 1
    return 1.0 if row < 0 else float(clockwork.calendar_factor[row, period])


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2020, 1, 14), 0.0), (date(2020, 1, 15), 1 / 6), (date(2020, 2, 14), 1 / 6), (date(2020, 2, 15), 3 / 6),
        (date(2020, 3, 15), 5 / 6), (date(2020, 4, 14), 5 / 6), (date(2020, 4, 15), 1.0), (date(2020, 9, 30), 1.0),
        (date(2020, 10, 1), 0.0),
    ],
)  # fmt: skip
def test_a_ramp_goes_up_in_monthly_steps_and_the_last_day_counts(day: date, expected: float) -> None:
    window = Window(start=date(2020, 1, 15), ramp_up_months=3, end=date(2020, 9, 30))
    assert dose(window, day) == pytest.approx(expected, abs=1e-15)


def test_a_dose_changes_on_the_start_each_month_of_the_ramp_and_the_day_after_the_end() -> None:
    window = Window(start=date(2020, 1, 31), ramp_up_months=2)
    assert policy_dates(window) == (date(2020, 1, 31), date(2020, 2, 29), date(2020, 3, 31))
    cut = window.model_copy(update={"end": date(2020, 2, 29)})
    assert policy_dates(cut) == (date(2020, 1, 31), date(2020, 2, 29), date(2020, 3, 1))
    assert policy_dates(Window(start=date(2020, 1, 31))) == (date(2020, 1, 31),)


def test_periods_begin_with_months_and_with_policy_dates_inside_the_time_simulated(town: Town, initiative: Read) -> None:
    acting = initiative("window: {start: 2020-03-15, ramp_up_months: 1, end: 2022-01-10}")
    clockwork = tabulate(town("", acting)).clockwork
    months = [0, 31, 60, 91, 121, 152, 182, 213, 244, 274, 305, 335, 366]
    assert clockwork.month_edge.tolist() == months
    assert clockwork.calendar.tolist() == sorted([*months, 60 + 14, 91 + 14])
    assert (clockwork.first_day, clockwork.horizon) == (0.0, 366.0)


def test_an_effect_is_its_ratio_to_the_power_of_the_dose_beyond_the_base(town: Town, initiative: Read) -> None:
    lines = "window: {start: 2020-02-01, ramp_up_months: 2, end: 2020-05-31}\neffects: [{exits_to: [work], hazard_ratio: 1.5}]"
    begun = tabulate(town("", initiative(lines))).clockwork
    contained = tabulate(town("", initiative(f"{lines}\ndose_in_base: 1"))).clockwork
    doses = [0, 0.25, 0.75, 1, 1, 0, 0, 0, 0, 0, 0, 0]
    assert begun.calendar_row.tolist() == [0, -1]
    np.testing.assert_allclose(begun.calendar_factor[0], [1.5**dose for dose in doses], rtol=1e-15)
    np.testing.assert_allclose(contained.calendar_factor[0], [1.5 ** (dose - 1) for dose in doses], rtol=1e-15)
    assert begun.calendar_sum[0, -1] == pytest.approx(31 + 1.5**0.25 * 29 + 1.5**0.75 * 31 + 1.5 * (30 + 31) + 214)


def test_a_season_has_a_factor_a_month_and_exits_with_the_same_share_a_row(town: Town) -> None:
    clockwork = tabulate(town(SEASON, moves=SEASONAL)).clockwork
    assert clockwork.calendar_row.tolist() == [0, -1, 0]
    assert clockwork.calendar_factor.tolist() == [[0.5, 1, 2, 1, 1, 1, 1, 1, 1, 1, 1, 0.25]]
    assert clockwork.calendar_sum[0, :4].tolist() == [0.0, 15.5, 44.5, 106.5]


def test_season_and_effects_multiply(town: Town, initiative: Read) -> None:
    lines = "window: {start: 2020-03-16}\neffects: [{exits_to: [work], hazard_ratio: RATIO}]"
    acting = [initiative(lines.replace("RATIO", ratio), name=name) for name, ratio in (("b", "3"), ("a", "0.5"))]
    clockwork = tabulate(town(SEASON, *acting, moves=SEASONAL)).clockwork
    assert [factor(clockwork, 0, day) for day in (0, 74, 75, 100, 350)] == [0.5, 2.0, 2 * 0.5 * 3, 0.5 * 3, 0.25 * 0.5 * 3]
    assert [factor(clockwork, 2, day) for day in (0, 75)] == [0.5, 2.0]


@pytest.mark.parametrize("idle", ["window: {start: 2020-05-17}\neffects: [{exits_to: [work], hazard_ratio: 1}]",
                                  "window: {start: 2000-01-01}\ndose_in_base: 1\neffects: [{exits_to: [work], hazard_ratio: 1.7}]",
                                  "window: {start: 2020-05-17}"])  # fmt: skip
def test_a_breakpoint_at_which_nothing_changes_changes_no_rate(town: Town, initiative: Read, idle: str) -> None:
    without = tabulate(town(SEASON, moves=SEASONAL)).clockwork
    added = tabulate(town(SEASON, initiative(idle), moves=SEASONAL)).clockwork
    assert set(without.calendar) <= set(added.calendar)
    days = np.arange(0.0, 366.0, 0.5)
    for exit_ in range(3):
        assert [factor(added, exit_, day) for day in days] == [factor(without, exit_, day) for day in days]
    for array in ("band_edge", "band_rate", "duration_ceiling", "person_ceiling", "calendar_row", "layer_key"):
        assert np.array_equal(getattr(added, array), getattr(without, array))


def test_each_day_lies_in_its_month_also_before_the_start(town: Town) -> None:
    model = town()
    first, last = date(2019, 11, 17), date(2020, 3, 4)
    tables = between(model, first, last)
    days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    months = [tables.names.months[month] for month in tables.clockwork.month_of_day]
    assert months == [day.replace(day=1) for day in days] + [date(2020, 3, 1)]
    assert tables.clockwork.month_edge.tolist() == [-45.0, -31.0, 0.0, 31.0, 60.0, 64.0]


@settings(max_examples=60)
@given(DAYS, st.integers(0, 30), st.none() | st.integers(0, 900), DAYS)
def test_a_dose_changes_on_policy_dates_alone(start: date, ramp: int, length: int | None, day: date) -> None:
    window = Window(start=start, ramp_up_months=ramp, end=None if length is None else start + timedelta(days=length))
    before, after = dose(window, day - timedelta(days=1)), dose(window, day)
    assert 0.0 <= after <= 1.0
    assert (before != after) == (day in policy_dates(window))
    if before > after:
        assert after == 0.0
