"""Worlds that are played side by side have the figures that each has alone, bit for bit, and few citizens are played twice."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from both import model_of
from hypothesis import given, settings
from hypothesis import strategies as st
from invented import models
from small import TOWN, move, opened
from worlds import shipped_for

from simcase.engine import Figures, Forks, Task, divergent_states, replicated, side_by_side
from simcase.engine.divergent_states import BY_BAND, BY_EXIT, BY_LAYER, BY_OUTCOME, BY_PAUSE, BY_RULE, BY_STATE, COMMON
from simcase.engine.kernel.population import citizens
from simcase.engine.kernel.records import record
from simcase.engine.shared_prefix import play_until_fork
from simcase.errors import UserError
from simcase.model import Model, read_donors, resolve
from simcase.tables import Clockwork, tabulate

LAID_OUT = {"exit_first", "rule_first", "cell_first", "band_first", "layer_first", "pause_first", "outcome_first", "calendar_row"}
"""Where the arrays of a state, an exit or a rule stand,"""
SUMMED = {"calendar_factor", "calendar_sum", "duration_edge", "duration_ceiling", "person_ceiling"}
"""the rows that exits point to and what follows from the arrays of exits,"""
MEETING = {"interacts"}
"""and where citizens meet: everything that begins with "programme" or "phase" acts there alone."""


def task_of(model: Model, uncertainty: Any = "chance") -> Task:  # noqa: ANN401 - a word
    return Task(tabulate(model), read_donors(model), 7, model, uncertainty)


def first_unequal(whole: Figures, found: Figures) -> str:
    """Return the first of two replications' figures that are not the same bytes, empty where there are none."""
    pairs = zip(whole._fields, whole, found, strict=True)
    return next((name for name, *both in pairs if len({(each.dtype, each.shape, each.tobytes()) for each in both}) > 1), "")


def unequal(first: Task, others: list[Task], replications: range) -> list[tuple[int, int, str]]:
    """Return where worlds that are played side by side differ from themselves when each is played alone."""
    alone = [[replicated(each, number) for each in (first, *others)] for number in replications]
    together = [side_by_side((first, *others), number) for number in replications]
    forks = Forks(first, 2)
    later = [
        [alone[number][0], *(forks.other(each, number + replications.start) for each in others)] for number in range(len(replications))
    ]
    return [
        (replications[number], at, unlike)
        for found in (together, later)
        for number, (ones, others_) in enumerate(zip(alone, found, strict=True))
        for at, (one, other) in enumerate(zip(ones, others_, strict=True))
        if (unlike := first_unequal(one, other))
    ]


def test_every_array_is_held_against_the_other_world_s() -> None:
    compared = [*COMMON, *BY_STATE, *BY_EXIT, *BY_BAND, *BY_LAYER, *BY_RULE, *BY_PAUSE, *BY_OUTCOME, *LAID_OUT, *SUMMED, *MEETING]
    assert len(compared) == len(set(compared))
    rest = set(Clockwork._fields) - set(compared)
    assert set(compared) <= set(Clockwork._fields)
    assert all(name.startswith(("programme_", "phase_")) for name in rest)


@pytest.mark.parametrize("uncertainty", ["chance", "all"])
def test_shipped_scenarios_side_by_side_equal_themselves(uncertainty: str) -> None:
    names = ("baseline", "kik-ii", "kik-ii+small-jobs")
    first, *others = (task_of(resolve(name, calibration="aabenraa-2019", fit=None), uncertainty) for name in names)
    assert unequal(first, others, range(2, 3)) == []


@pytest.mark.slow
def test_every_shipped_scenario_beside_the_baseline_equals_itself() -> None:
    first = task_of(resolve("baseline", calibration="aabenraa-2019", fit=None), "all")
    for name in shipped_for("aabenraa-2019"):
        try:
            other = task_of(resolve(name, calibration="aabenraa-2019", fit=None), "all")
        except UserError:
            continue
        assert unequal(first, [other], range(1)) == [], name


def test_few_citizens_come_to_where_lives_part_and_they_go_on_from_there() -> None:
    first, other = (task_of(resolve(name, calibration="aabenraa-2019", fit=None)) for name in ("baseline", "kik-ii"))
    states = divergent_states.divergent_states(first.tables, other.tables)
    assert states is not None
    everybody = citizens(first.tables, (7, 0), first.donors, record(first.tables.clockwork))
    found = play_until_fork(first.tables, first.donors, (7, 0), states)
    assert len(found.who.number) < len(everybody.number) / 5
    assert not found.into.flow[:, :, states].any()
    assert (states[found.who.state] & (found.who.state >= 0) | states[found.who.next_state]).all()


def faster(model: Model, at: int, times: float) -> Model:
    """Return a model in which one transition happens more often."""
    moves = list(model.transitions)
    rate = moves[at].rate
    moves[at] = moves[at].model_copy(update={"rate": rate.model_copy(update={"value": rate.value * times})})
    return replace(model, transitions=tuple(moves))


@settings(max_examples=30)
@given(models(), st.integers(0, 10**6), st.integers(0, 10**6), st.sampled_from([0.5, 3.0]))
def test_invented_worlds_and_those_with_another_rate_equal_themselves(model: Model, replication: int, at: int, times: float) -> None:
    uncertainty = "economy" if replication % 2 else "chance"
    first, other = task_of(model, uncertainty), task_of(faster(model, at % len(model.transitions), times), uncertainty)
    assert divergent_states.divergent_states(first.tables, other.tables) is not None
    assert unequal(first, [other], range(replication, replication + 1)) == []


def states_of(one: Model, other: Model) -> set[str] | None:
    """Return the names of the states that differ between two models, None for all of them."""
    tables = tabulate(one)
    found = divergent_states.divergent_states(tables, tabulate(other))
    return None if found is None else {name for name, differs in zip(tables.names.states, found, strict=True) if differs}


def test_what_differs_is_the_state_whose_rate_effect_or_rule_does() -> None:
    town = model_of({**TOWN, "initiatives": []})
    assert states_of(town, town) == set()
    assert states_of(town, faster(town, 0, 1.5)) == {"idle"}
    more = model_of({**TOWN, "initiatives": [], "transitions": [*TOWN["transitions"], move("work", "active", 0.5)]})
    assert states_of(town, more) == {"work"}
    milder = [{**each, "outcomes": {"stay": 1}} if each["id"] == "review" else each for each in TOWN["rules"]]
    assert states_of(town, model_of({**TOWN, "initiatives": [], "rules": milder})) == {"ill"}
    weak, strong = (model_of({**TOWN, "initiatives": [opened("push", ["active"], ratio)]}) for ratio in (1.5, 2.5))
    assert states_of(weak, strong) == {"active"}
    assert states_of(model_of(TOWN), model_of(TOWN)) == {"idle", "active", "ill"}


def test_worlds_with_other_stock_or_luck_are_played_alone() -> None:
    first, other = (task_of(resolve(name, calibration="aabenraa-2019", fit=None)) for name in ("baseline", "kik-ii"))
    assert first.donors is not None
    assert other.donors is not None
    later = other.donors._replace(birth=other.donors.birth - 365.0)
    for task in (other._replace(donors=later), other._replace(seed=8)):
        assert unequal(first, [task], range(1)) == []


def test_who_never_leaves_in_the_first_world_may_leave_in_the_other() -> None:
    town = model_of({**TOWN, "initiatives": [], "rules": [], "transitions": [move("idle", "work", 0.0001), move("work", "ill", 1.0)]})
    first, other = task_of(town), task_of(faster(town, 0, 20_000.0))
    assert replicated(first, 0).flow.sum() < replicated(other, 0).flow.sum()
    assert unequal(first, [other], range(3)) == []


@pytest.mark.parametrize("other", [{"end": date(2021, 6, 30)}, {"arrivals": []}, {"counters": TOWN["counters"][::-1]}])
def test_where_days_arrivals_or_counters_differ_everybody_may_live_another_life(other: dict[str, Any]) -> None:
    assert states_of(model_of({**TOWN, "initiatives": []}), model_of({**TOWN, "initiatives": [], **other})) is None
