"""Rates, bands and factors of a small town against figures worked out by hand."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simcase.declare.initiatives import Initiative
from simcase.model import Model
from simcase.tables import over_caps, tabulate
from simcase.tables.hazards import capped
from simcase.tables.ragged import at_edges, cumulated, key_of

Town = Callable[..., Model]
Read = Callable[..., Initiative]
PROFILES = """
profiles:
  duration:
    fading: {factors: {0: 1.2, 26: 0.8, 52: 0.5}}
    late: {factors: {4: 0.5, 8: 2, 13: 1}}
  age:
    young: {factors: {16: 2, 30: 1}}
segments:
  - {id: single, label: Single, share: {0: 1}}
  - {id: family, label: Family, share: {0: 0}}
"""
MOVES = """
transitions:
  - {from: work, to: idle, rate: 0.36525, age: young}
  - {from: idle, to: work, rate: 3.6525, duration: fading, segments: {family: 0.5}}
  - {from: ill, to: idle, rate: 36.525}
  - {from: idle, to: ill, rate: 3.6525, duration: late}
"""
HELP = "window: {start: 2020-07-01}\neffects: [{exits_to: [work], hazard_ratio: 2}]"


def test_exits_stand_in_the_order_of_their_states_and_then_as_declared(town: Town) -> None:
    tables = tabulate(town(PROFILES, moves=MOVES))
    assert tables.names.exits == (("idle", "work"), ("idle", "ill"), ("ill", "idle"), ("work", "idle"))
    assert tables.clockwork.exit_first.tolist() == [0, 2, 3, 4, 4]
    assert tables.clockwork.exit_to.tolist() == [2, 1, 0, 0]
    assert tables.clockwork.absorbing.tolist() == [False, False, False, True]
    assert tables.clockwork.duration_group.tolist() == [0, 0, -1, -1]


def test_bands_begin_at_weeks_as_days_with_the_yearly_rate_as_a_daily_one(town: Town) -> None:
    clockwork = tabulate(town(PROFILES, moves=MOVES)).clockwork
    assert clockwork.band_first.tolist() == [0, 3, 7, 8, 9]
    assert clockwork.band_edge.tolist() == [0, 182, 364, 0, 28, 56, 91, 0, 0]
    np.testing.assert_allclose(clockwork.band_rate, [0.012, 0.008, 0.005, 0.005, 0.005, 0.02, 0.01, 0.1, 0.001], rtol=1e-15)


def test_the_ceiling_of_a_duration_is_the_largest_rate_from_there_on(town: Town) -> None:
    clockwork = tabulate(town(PROFILES, moves=MOVES)).clockwork
    assert clockwork.duration_edge.tolist() == [0, 28, 56, 91, 182, 364]
    expected = [[0.012] * 4 + [0.008, 0.005], [0.02] * 3 + [0.01] * 3, [0.1] * 6, [0.001] * 6]
    np.testing.assert_allclose(clockwork.duration_ceiling.T, expected, rtol=1e-8)
    assert (expected < clockwork.duration_ceiling.T).all()


def test_the_ceiling_of_a_person_is_the_largest_factor_of_the_ages_within_the_run(town: Town) -> None:
    clockwork = tabulate(town(PROFILES, moves=MOVES)).clockwork
    single, family = clockwork.person_ceiling
    assert single.tolist() == [[1, 1, 1, 2], [1, 1, 1, 2], [1, 1, 1, 1]]
    assert family[:, 0].tolist() == [0.5, 0.5, 0.5]


def test_arrays_lie_as_compiled_code_expects_them_in_every_model(town: Town) -> None:
    for each in tabulate(town(PROFILES, moves=MOVES)).clockwork:
        assert not isinstance(each, np.ndarray) or (each.flags.c_contiguous and each.flags.writeable)


def test_a_fitted_multiplier_moves_the_rate_and_nothing_else(town: Town) -> None:
    unknown = "parameters: [{id: exits, label: Exits, kind: transitions, from: [idle], prior: 1.25, sd: 0.2, low: 0.5, high: 2}]\n"
    plain, moved = tabulate(town(PROFILES, moves=MOVES)).clockwork, tabulate(town(PROFILES + unknown, moves=MOVES)).clockwork
    np.testing.assert_allclose(moved.band_rate[:7], 1.25 * plain.band_rate[:7], rtol=1e-15)
    assert np.array_equal(moved.band_rate[7:], plain.band_rate[7:])
    np.testing.assert_allclose(moved.duration_ceiling, plain.duration_ceiling * [1.25, 1.25, 1, 1], rtol=1e-15)
    assert np.array_equal(moved.person_ceiling, plain.person_ceiling)


def test_age_bands_begin_on_whole_days_and_the_first_factor_holds_before_its_edge(town: Town) -> None:
    clockwork = tabulate(town(PROFILES, moves=MOVES)).clockwork
    assert clockwork.age_edge.tolist() == [0.0, 5844.0, 10957.0, np.inf]
    assert clockwork.age_factor.tolist() == [[1, 1, 1], [1, 1, 1], [1, 1, 1], [2, 2, 1]]
    assert clockwork.age_varies.tolist() == [False, False, False, True]


def test_a_segment_that_is_not_named_has_factor_1(town: Town) -> None:
    tables = tabulate(town(PROFILES, moves=MOVES))
    assert tables.names.segments == ("single", "family")
    assert tables.clockwork.segment_factor.tolist() == [[1, 0.5], [1, 1], [1, 1], [1, 1]]


def test_an_initiative_for_everybody_in_a_state_needs_no_layer(town: Town, initiative: Read) -> None:
    clockwork = tabulate(town(PROFILES, initiative(HELP), moves=MOVES)).clockwork
    assert clockwork.layer_first.tolist() == [0, 0, 0, 0, 0]
    assert clockwork.calendar_row.tolist() == [0, -1, -1, -1]
    assert clockwork.calendar_factor.tolist() == [[1.0] * 6 + [2.0] * 6]


@pytest.mark.parametrize(
    ("target", "array", "expected"),
    [
        ("{states: [idle], share: 0.25}", "layer_share", [0.25]),
        ("{states: [idle], segments: [family]}", "layer_segments", [[False, True]]),
        ("{states: [idle], from_age: 30}", "layer_ages", [[False, False, True]]),
        ("{states: [idle], to_age: 30}", "layer_ages", [[True, True, False]]),
        ("{states: [idle], min_weeks: 10}", "layer_days", [70.0]),
    ],
)
def test_an_initiative_for_a_part_of_a_state_is_a_layer(town: Town, initiative: Read, target: str, array: str, expected: object) -> None:
    clockwork = tabulate(town(PROFILES, initiative(HELP, target=target), moves=MOVES)).clockwork
    assert clockwork.layer_first.tolist() == [0, 1, 1, 1, 1]
    assert clockwork.layer_key.tolist() == [key_of("help")]
    assert clockwork.layer_factor.tolist() == [[1.0] * 6 + [2.0] * 6]
    assert clockwork.calendar_row.tolist() == [-1, -1, -1, -1]
    np.testing.assert_allclose(clockwork.duration_ceiling[0], [0.024, 0.02, 0.1, 0.001], rtol=1e-8)
    assert getattr(clockwork, array).tolist() == expected


def test_a_least_duration_is_a_breakpoint_at_which_the_base_rate_stays(town: Town, initiative: Read) -> None:
    clockwork = tabulate(town(PROFILES, initiative(HELP, target="{states: [idle], min_weeks: 10}"), moves=MOVES)).clockwork
    assert clockwork.band_edge[:4].tolist() == [0.0, 70.0, 182.0, 364.0]
    assert clockwork.band_rate[0] == clockwork.band_rate[1]
    assert clockwork.band_first.tolist() == [0, 4, 8, 9, 10]


def test_the_ages_of_a_target_make_bands_of_their_own(town: Town, initiative: Read) -> None:
    clockwork = tabulate(town(PROFILES, initiative(HELP, target="{states: [idle], from_age: 25, to_age: 30}"), moves=MOVES)).clockwork
    assert clockwork.age_edge.tolist() == [0.0, 5844.0, 9131.0, 10957.0, np.inf]
    assert clockwork.layer_ages.tolist() == [[False, False, True, False]]
    assert clockwork.age_varies.tolist() == [True, False, False, True]


def test_layers_stand_in_the_order_of_the_initiatives_ids(town: Town, initiative: Read) -> None:
    acting = [initiative(HELP, target="{states: [idle], share: 0.5}", name=name) for name in ("c", "a", "b")]
    assert tabulate(town(PROFILES, *acting, moves=MOVES)).clockwork.layer_key.tolist() == [key_of(name) for name in "abc"]


@settings(max_examples=60)
@given(st.dictionaries(st.integers(0, 60), st.floats(0, 5), min_size=1, max_size=6), st.lists(st.integers(-5, 70), max_size=8))
def test_a_step_function_holds_from_each_edge_to_the_next(steps: dict[int, float], ages: list[int]) -> None:
    pairs = sorted((float(edge), factor) for edge, factor in steps.items())
    expected = [steps[max(below)] if (below := [edge for edge in steps if edge <= age]) else -1.0 for age in ages]
    assert at_edges(pairs, [float(age) for age in ages], -1.0) == expected


@settings(max_examples=60)
@given(st.lists(st.floats(0, 10), max_size=6))
def test_cumulated_shares_rise_and_let_no_draw_fall_beyond_or_on_a_share_of_nothing(shares: list[float]) -> None:
    until = cumulated(shares)
    assert np.all(np.diff(until) >= 0.0)
    if sum(shares) > 0.0:
        assert until[-1] == 1.0
        assert shares[int(np.searchsorted(until, 1.0 - 2.0**-53, side="right"))] > 0.0
    else:
        assert not until.any()


CAPPED = """
transitions:
  - {from: idle, to: work, rate: 3.6525, cap: 3}
  - {from: work, to: idle, rate: 0.36525}
"""
PUSHED = "effects: [{{exits_to: [work], hazard_ratio: {ratio}}}]\nwindow: {{start: 2020-01-01}}"


@pytest.mark.parametrize(("ratios", "expected"), [((2.0, 4.0), 3.0), ((1.2, 2.0), 2.4), ((2.0, 4.0, 0.5), 1.5), ((0.5, 0.5), 0.25)])
def test_hazard_ratios_multiply_and_those_above_one_come_to_no_more_than_the_cap(
    town: Town, initiative: Read, ratios: tuple[float, ...], expected: float
) -> None:
    pushes = [initiative(PUSHED.format(ratio=ratio), name=f"push-{number}") for number, ratio in enumerate(ratios)]
    model = town("", *pushes, moves=CAPPED)
    clockwork = tabulate(model).clockwork
    row = clockwork.calendar_row[0]
    np.testing.assert_allclose(clockwork.calendar_factor[row], expected, rtol=1e-12)
    over = [(each.from_, each.to, product) for each, product in over_caps(model)]
    assert over == ([("idle", "work", 8.0)] if ratios[:2] == (2.0, 4.0) else [])


def test_a_cap_shrinks_each_effect_in_the_same_proportion_on_the_log_scale(initiative: Read) -> None:
    pushes = [initiative(PUSHED.format(ratio=ratio), name=name) for name, ratio in (("one", 2.0), ("two", 4.0))]
    (_, one), (_, two) = capped(3.0, [(each, ratio) for each, ratio in zip(pushes, (2.0, 4.0), strict=True)])
    assert one * two == pytest.approx(3.0)
    assert two == pytest.approx(one**2)
    assert capped(None, [(pushes[0], 9.0)]) == [(pushes[0], 9.0)]
