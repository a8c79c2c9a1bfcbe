"""Statutory decisions, the refusion counter and rate classes as arrays."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import pairwise
from typing import Final, NamedTuple, TypeAlias

import numpy as np
import numpy.typing as npt

from simcase.declare.schema import RateClass, Rule, State
from simcase.model import Model, days_of_change, in_force, times_closed
from simcase.tables.ragged import cumulated, first_of, flat, floats, integers, positions
from simcase.vocabulary import GRID, Dates, days_after, months_later, week_offset

OLDEST: Final = 110
"""Ages up to which birth dates are tabled, in years."""
LADDER: Final = {"neutral": 0, "benefit": 1, "self_support": 2}
REDUCED: Final = "+"
"""Between a rate class and the initiative whose participants are paid a part of it."""
Span: TypeAlias = tuple[float, float]
"""The days since the start at which a time begins and ends."""
LONG_TERM_WEEKS: Final = 42
"""At least 80 % of a year: the spell counts as long-term (Jobindsats; grade D, since earlier spells of the year are left out)."""


class Version(NamedTuple):
    """A rule with the limits that it has for a time, and the times in which it does not fall by them."""

    number: int
    rule: Rule
    pauses: Sequence[Span]


def versions(model: Model) -> list[Version]:
    """Return the rules with their numbers, each as often as its limits change.

    A limit that begins with the first day or before it holds from the first instant on: what was lived before was lived without it.
    """
    changes = days_of_change(model, "limit")
    held = [in_force(model, day).rules for day in (date.min, model.start, *changes)]
    times = [-math.inf, GRID, *(days_after(model.start, day) for day in changes), math.inf]
    found = []
    for number, rule in enumerate(model.rules):
        suspended = suspensions(model, rule.id)
        limits = [rules[number].when for rules in held]
        for when in dict.fromkeys(limits):
            others = [span for span, each in zip(pairwise(times), limits, strict=True) if each != when]
            found.append(Version(number, rule.model_copy(update={"when": when}), joined([*others, *suspended])))
    return found


def rules_of(every: Sequence[Version], state: State) -> list[Version]:
    """Return the rules that apply to a state."""
    if state.absorbing:
        return []
    return [each for each in every if each.rule.states == "all" or state.id in each.rule.states]


def decision_days(rule: Rule, births: Dates) -> Dates:
    """Return the days of a decision that the birth date decides (shape: births)."""
    if rule.when.age is not None:
        years = np.full(len(births), rule.when.age)
    else:
        edges = np.array([each.from_ for each in rule.when.ages_by_birth], dtype="datetime64[D]")
        ages = np.array([each.age for each in rule.when.ages_by_birth])
        years = ages[np.searchsorted(edges, births, side="right") - 1]
    return months_later(births, np.rint(years * 12).astype(np.int64))


def birth_days(model: Model, dated: Sequence[Rule]) -> tuple[npt.NDArray[np.int32], int]:
    """Return the day of each dated decision by birth day (shape: rules, births), and the first birth day of the table."""
    first = np.datetime64(f"{model.start.year - OLDEST}-01-01")
    start, end = np.datetime64(model.start), np.datetime64(model.end)
    births = np.arange(first, end + 1 if dated else first)
    table = np.array([(decision_days(rule, births) - start).astype(np.int32) for rule in dated], dtype=np.int32)
    return table.reshape(len(dated), len(births)), int((first - start).astype(np.int64))


def suspensions(model: Model, name: str) -> list[Span]:
    """Return the times in which a rule or counter is suspended: first day and the day after the last, in order, none touching another.

    None begins before the first day: what was lived before the start was lived without it.
    """
    windows = [each.window for each in model.initiatives if name in each.suspends]
    return joined(
        (max(0.0, days_after(model.start, each.start)), math.inf if each.end is None else days_after(model.start, each.end) + 1.0)
        for each in windows
    )


def joined(spans: Iterable[Span]) -> list[Span]:
    """Return times in order, those that touch as one.

    >>> joined([(5.0, 7.0), (0.0, 2.0), (1.0, 3.0), (4.0, 4.0)])
    [(0.0, 3.0), (5.0, 7.0)]
    """
    merged: list[Span] = []
    for since, until in sorted(spans):
        if merged and since <= merged[-1][1]:
            merged[-1] = merged[-1][0], max(merged[-1][1], until)
        elif since < until:
            merged.append((since, until))
    return merged


def doors(model: Model) -> Mapping[str, object]:
    """Return the arrays of the times in which nobody enters a state, and of those that they begin with for whoever is in it."""
    index = {state.id: i for i, state in enumerate(model.states)}
    by_state = [[each for each in times_closed(model) if each.state == state.id] for state in model.states]
    every = flat(by_state)
    return {
        "door_first": first_of(by_state),
        "door_from": floats(-math.inf if each.from_ is None else days_after(model.start, each.from_) for each in every),
        "door_until": floats(math.inf if each.until is None else days_after(model.start, each.until) + 1.0 for each in every),
        "door_to": positions(index[each.to] for each in every),
        "door_ends": np.array([each.ends for each in every], dtype=np.bool_),
    }


def counters(model: Model) -> Mapping[str, object]:
    """Return the arrays of the counters by which rules fall."""
    states = [state.id for state in model.states]
    shape = len(model.counters), len(states)
    frozen = [suspensions(model, each.id) for each in model.counters]
    return {
        "frozen_first": first_of(frozen),
        "frozen_from": floats(since for since, _ in flat(frozen)),
        "frozen_until": floats(until for _, until in flat(frozen)),
        "counter_runs": np.array([[s in each.runs_in for s in states] for each in model.counters], dtype=np.bool_).reshape(shape),
        "counter_earns": np.array([[s in each.earned_in for s in states] for each in model.counters], dtype=np.bool_).reshape(shape),
        "counter_within": integers(each.within_weeks or 0 for each in model.counters),
        "counter_earn_weeks": integers(each.earn_weeks or 1 for each in model.counters),
        "counter_window": integers(each.window_weeks or each.within_weeks or 1 for each in model.counters),
    }


def decisions(model: Model) -> Mapping[str, object]:
    """Return the arrays of the statutory decisions."""
    every = versions(model)
    by_state = [rules_of(every, state) for state in model.states]
    entries = flat(by_state)
    dated = [each.rule for each in every if each.rule.when.weeks is None]
    table, origin = birth_days(model, dated)
    known = [counter.id for counter in model.counters]
    index = {state.id: i for i, state in enumerate(model.states)} | {"stay": -1}
    pauses = [each.pauses for each in entries]
    outcomes = [[index[name] for name in rule.outcomes] for _, rule, _ in entries]
    return {
        "rule_first": first_of(by_state),
        "rule_id": positions(number for number, _, _ in entries),
        "rule_days": floats(-1.0 if rule.when.weeks is None else rule.when.weeks * 7.0 for _, rule, _ in entries),
        "rule_counter": integers(-1 if rule.when.counter is None else known.index(rule.when.counter) for _, rule, _ in entries),
        "rule_frame": floats(np.inf if rule.when.frame_weeks is None else rule.when.frame_weeks * 7.0 for _, rule, _ in entries),
        "rule_stays": np.array(["stay" in rule.outcomes for _, rule, _ in entries], dtype=np.bool_),
        "rule_row": integers(dated.index(rule) if rule.when.weeks is None else -1 for _, rule, _ in entries),
        "rule_month_end": np.array([rule.when.at == "month_end" for _, rule, _ in entries], dtype=np.bool_),
        "pause_first": first_of(pauses),
        "pause_from": floats(since for since, _ in flat(pauses)),
        "pause_until": floats(until for _, until in flat(pauses)),
        "outcome_first": first_of(outcomes),
        "outcome_to": integers(flat(outcomes)),
        "outcome_until": floats(flat([list(cumulated(list(rule.outcomes.values()))) for _, rule, _ in entries])),
        "birth_day": table,
        "birth_origin": origin,
    }


def refusion(model: Model) -> Mapping[str, object]:
    """Return the arrays of the refusion counter, the ladder and the cohorts."""
    schemes = sorted({state.grant for state in model.states if state.grant is not None})
    law, counted = model.refusion, [counter.id for counter in model.counters]
    cohorts = [[c for c in law.cohorts if state.id in c.states] if law else [] for state in model.states]
    offset = week_offset(model.start)
    return {
        "week_offset": offset,
        "counts_from": int((days_after(model.start, law.counter.from_) + offset) // 7) if law else 0,
        "reset_weeks": law.counter.reset_weeks if law else 1,
        "window_weeks": law.counter.window_weeks if law else 1,
        "step_edge": integers(step.to_week for step in law.steps if step.to_week is not None) if law else integers([]),
        "ladder": integers(LADDER[state.ladder] if law else 0 for state in model.states),
        "grant": integers(-1 if state.grant is None else schemes.index(state.grant) for state in model.states),
        "cohort_first": first_of(cohorts),
        "cohort_granted": floats(days_after(model.start, c.granted_before) for c in flat(cohorts)),
        "cohort_spell": floats(np.inf if c.spell_before is None else days_after(model.start, c.spell_before) for c in flat(cohorts)),
        "cohort_counter": integers(-1 if c.counter is None else counted.index(c.counter) for c in flat(cohorts)),
        "cohort_weeks": integers(c.weeks or 0 for c in flat(cohorts)),
    }


def columns_of(model: Model) -> tuple[tuple[str, ...], ...]:
    """Return the refusion columns of each state: the steps where the ladder counts it, then its cohorts."""
    law = model.refusion
    if law is None:
        return tuple(("",) for _ in model.states)
    steps = tuple(f"step_{number}" for number in range(1, len(law.steps) + 1))
    return tuple(
        (*(steps if state.ladder == "benefit" else ("",)), *(cohort.id for cohort in law.cohorts if state.id in cohort.states))
        for state in model.states
    )


def classes_of(model: Model) -> tuple[tuple[str, ...], ...]:
    """Return the rate classes of each state, then the same for participants with reduced benefit; one empty name where it pays nothing."""
    reduced = [each for each in model.initiatives if each.programme is not None and each.programme.wage is not None]
    table = []
    for state in model.states:
        whole = [paid.id for paid in model.rate_classes if state.id in paid.states]
        parts = [f"{name}{REDUCED}{each.id}" for each in reduced if state.id in each.target.states for name in whole]
        table.append(tuple(whole + parts) or ("",))
    return tuple(table)


def class_number(classes: Sequence[RateClass], segment: str, age: float) -> int:
    """Return the number of the class that a segment and age fall in, 0 where none does."""
    fits = (n for n, paid in enumerate(classes) if (not paid.segments or segment in paid.segments) and paid.from_age <= age < paid.to_age)
    return next(fits, 0)


def cells(model: Model, segments: Sequence[str], ages: Sequence[float]) -> Mapping[str, object]:
    """Return the arrays that place a citizen's days in a cell: state, refusion column, rate class."""
    columns, classes = columns_of(model), classes_of(model)
    paid = [[each for each in model.rate_classes if state.id in each.states] for state in model.states]
    number = np.array([[[class_number(each, segment, age) for age in ages] for segment in segments] for each in paid], dtype=np.uint32)
    number = number.reshape(len(model.states), len(segments), len(ages))
    return {
        "cell_first": first_of([[""] * (len(c) * len(k)) for c, k in zip(columns, classes, strict=True)]),
        "class_count": positions(len(each) for each in classes),
        "class_base": positions(max(1, len(each)) for each in paid),
        "rate_class": number,
        "class_varies": np.ptp(number, axis=2).any(axis=1),
        "long_term": 7.0 * LONG_TERM_WEEKS,
    }
