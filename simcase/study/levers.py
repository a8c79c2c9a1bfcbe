"""What a user may move of a scenario's initiatives: how strongly they act, how many they take, when they start."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Final, NamedTuple

from simcase.declare.initiatives import Cost, Effect, Initiative, Programme, Window
from simcase.declare.values import Figure
from simcase.model import Model, signed
from simcase.vocabulary import add_months


class Lever(NamedTuple):
    """Something to move: its name, its least, middle and most, evenly spaced, and what the scenario assumes."""

    name: str
    levels: tuple[float, float, float]
    assumed: float

    def position(self, value: float) -> float:
        """Return where a value stands between the levels, counted in levels.

        >>> STRENGTH.position(1.5)
        1.5
        """
        return (value - self.levels[0]) / (self.levels[1] - self.levels[0])


STRENGTH: Final = Lever("strength", (0.0, 1.0, 2.0), 1.0)
"""The power to which hazard ratios are raised, and what a prevented share is multiplied by."""
SIZE: Final = Lever("size", (0.5, 1.0, 1.5), 1.0)
"""What places and job slots are multiplied by."""
DELAY: Final = Lever("delay", (0.0, 6.0, 12.0), 0.0)
"""Months by which the start is put off; the end stays, and what the months lost would have cost is not spent."""


def own(baseline: Model, scenario: Model) -> tuple[str, ...]:
    """Return the initiatives of a scenario that its baseline does not have, or has with other settings."""
    there = {each.id: each for each in baseline.initiatives}
    return tuple(each.id for each in scenario.initiatives if there.get(each.id) != each)


def levers(model: Model, names: Sequence[str]) -> tuple[Lever, ...]:
    """Return what can be moved of some initiatives of a model; nothing where they neither act nor start within it."""
    some = [each for each in model.initiatives if each.id in names]
    acting = any(each.effects or each.prevents or (each.programme and (each.programme.during or each.programme.after)) for each in some)
    sized = any(each.programme and (each.programme.places or each.programme.slots_per_year) for each in some)
    starting = any(each.window.start >= model.start for each in some)
    offered = ((STRENGTH, acting), (SIZE, sized), (DELAY, starting))
    return tuple(lever for lever, there in offered if there)


def moved(model: Model, names: Sequence[str], *, strength: float = 1.0, size: float = 1.0, delay: float = 0.0) -> Model:
    """Return a model in which some initiatives act more or less strongly, take more or fewer, and start later (months)."""
    changed = tuple(_moved(each, model, strength, size, int(delay)) if each.id in names else each for each in model.initiatives)
    return signed(replace(model, initiatives=changed))


def _moved(each: Initiative, model: Model, strength: float, size: float, delay: int) -> Initiative:
    """Return an initiative that is moved; one that runs before the world begins does not start later."""
    window = _later(each.window, model.end, delay) if each.window.start >= model.start else each.window
    changes = {
        "window": window,
        "costs": tuple(_spent(cost, each.window, window) for cost in each.costs),
        "effects": _stronger(each.effects, strength),
        "prevents": each.prevents and _mapped(each.prevents, lambda share: min(1.0, share * strength)),
        "programme": each.programme and _programme(each.programme, strength, size),
    }
    return each.model_copy(update=changes)


def _programme(programme: Programme, strength: float, size: float) -> Programme:
    """Return a programme with other places and other effects."""
    counts = {name: figure and _mapped(figure, lambda count: count * size) for name in COUNTS if (figure := getattr(programme, name))}
    after = tuple(phase.model_copy(update={"effects": _stronger(phase.effects, strength)}) for phase in programme.after)
    return programme.model_copy(update={**counts, "during": _stronger(programme.during, strength), "after": after})


COUNTS: Final = ("places", "slots_per_year")


def _stronger(effects: tuple[Effect, ...], strength: float) -> tuple[Effect, ...]:
    """Return effects with their hazard ratios raised to a power."""
    return tuple(each.model_copy(update={"hazard_ratio": _mapped(each.hazard_ratio, lambda ratio: ratio**strength)}) for each in effects)


def _mapped(figure: Figure, change: Callable[[float], float]) -> Figure:
    """Return a figure whose value and range are changed alike."""
    ends = {end: None if at is None else change(at) for end, at in (("low", figure.low), ("high", figure.high))}
    return figure.model_copy(update={"value": change(figure.value), **ends})


def _later(window: Window, end: date, months: int) -> Window:
    """Return a window that opens later, on its last day at the latest."""
    return window.model_copy(update={"start": min(add_months(window.start, months), window.end or end)}) if months else window


def _spent(cost: Cost, before: Window, after: Window) -> Cost:
    """Return a year's cost without what the days would have cost in which the initiative does not run any more."""
    ran = _days(before, cost.year)
    return cost.model_copy(update={"kroner": cost.kroner * _days(after, cost.year) / ran}) if ran else cost


def _days(window: Window, year: int) -> int:
    """Return the days of a year that a window is open."""
    first, last = max(window.start, date(year, 1, 1)), min(window.end or date.max, date(year, 12, 31))
    return max(0, (last - first + timedelta(days=1)).days)
