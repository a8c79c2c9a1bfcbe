"""Nothing Danish is needed: states, counts and yearly rates alone are a model, and the model becomes arrays."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import numpy as np
import pytest

from simcase.declare import Library
from simcase.model import Model, resolve
from simcase.tables import tabulate

POND = Path(__file__).parent / "other_world" / "pond.yaml"


@pytest.fixture
def pond() -> Model:
    return resolve("as-is", calibration=str(POND), library=Library(()))


def test_a_table_of_states_counts_and_rates_resolves(pond: Model) -> None:
    assert (pond.scenario, pond.calibration, pond.title.en) == ("as-is", "pond", "pond")
    assert (pond.start, pond.end) == (date(2020, 3, 1), date(2020, 5, 31))
    assert [state.id for state in pond.states] == ["spawn", "tadpole", "frog"]
    assert [*pond.lines, *pond.segments, *pond.rules, *pond.rates, *pond.arrivals, *pond.initiatives, *pond.fitted] == []
    assert (pond.population, pond.refusion, pond.index, pond.donors, pond.burn_in_years) == (None, None, None, None, 0)


def test_it_becomes_arrays(pond: Model) -> None:
    tables = tabulate(pond)
    clockwork, source, names = tables.clockwork, tables.source, tables.names
    assert names.states == ("spawn", "tadpole", "frog")
    assert names.segments == ("",)
    assert names.months == (date(2020, 3, 1), date(2020, 4, 1), date(2020, 5, 1))
    assert names.exits == (("spawn", "tadpole"), ("spawn", "frog"), ("tadpole", "frog"))
    assert names.columns == names.classes == (("",),) * 3
    assert source.headcount.tolist() == [400, 5, 0]
    assert clockwork.exit_first.tolist() == [0, 2, 3, 3]
    assert clockwork.exit_to.tolist() == [1, 2, 2]
    np.testing.assert_allclose(clockwork.band_rate, [0.1, 0.0, 0.01], rtol=1e-15)
    assert clockwork.absorbing.tolist() == [False, False, True]
    assert clockwork.month_edge.tolist() == clockwork.calendar.tolist() == [0.0, 31.0, 61.0, 92.0]
    assert clockwork.horizon == 92.0


def test_it_says_nothing_that_it_was_not_told(pond: Model) -> None:
    tables = tabulate(pond)
    clockwork, source = tables.clockwork, tables.source
    assert clockwork.calendar_row.tolist() == [-1, -1, -1]
    assert clockwork.rule_id.size == clockwork.layer_key.size == clockwork.birth_day.size == source.stream_rate.size == 0
    assert clockwork.ladder.tolist() == [0, 0, 0]
    assert clockwork.duration_group.tolist() == clockwork.grant.tolist() == [-1, -1, -1]
    assert source.turning_days == np.inf
    assert source.segment_until.tolist() == [[1.0]]
