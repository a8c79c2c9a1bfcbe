"""What a user may move of a scenario's initiatives: how strongly they act, how many they take, when they start."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Final, Literal, NamedTuple, TypeAlias

from simcase.declare.initiatives import Cost, Initiative, Window
from simcase.model import Model, size_of
from simcase.model.doses import in_size, with_stronger_effects
from simcase.tables import acts
from simcase.vocabulary import add_months

Kind: TypeAlias = Literal["strength", "size", "places", "slots", "share", "delay", "cost", "staff", "hours"]


class Lever(NamedTuple):
    """Something to move: from where to where, how finely, and what the scenario assumes.

    `of` is whose it is: an initiative's, for `staff` a pool's, or nobody's where it moves all that a scenario adds.
    """

    kind: Kind
    least: float
    most: float
    step: float
    assumed: float
    of: str = ""

    @property
    def key(self) -> str:
        """Return the name under which settings keep it."""
        return f"{self.of}.{self.kind}"

    @property
    def levels(self) -> tuple[float, float, float]:
        """Return the values that a grid plays: the least, the middle and the most."""
        return self.least, (self.least + self.most) / 2.0, self.most

    def position(self, value: float) -> float:
        """Return where a value stands between the levels, counted in levels.

        >>> STRENGTH.position(1.5)
        1.5
        """
        low, middle, _ = self.levels
        return (value - low) / (middle - low)


STRENGTH: Final = Lever("strength", 0.0, 2.0, 0.05, 1.0)
"""The power to which hazard ratios are raised, and the share of entries that a diversion lets pass."""
SIZE: Final = Lever("size", 0.5, 1.5, 0.05, 1.0)
"""What a programme's places or job slots are multiplied by, and with them its yearly costs."""
DELAY: Final = Lever("delay", 0.0, 12.0, 1.0, 0.0)
"""Months by which the start is put off; the end stays, and what the months lost would have cost is not spent."""


def levers(model: Model, names: Sequence[str]) -> tuple[Lever, ...]:
    """Return what can be moved of some initiatives of a model; nothing where they neither act nor start within it."""
    some = [each for each in model.initiatives if each.id in names]
    acting = any(felt(each, model) for each in some)
    sized = any(each.programme is not None and size_of(each).value > 0.0 for each in some)
    starting = any(each.window.start >= model.start for each in some)
    offered = ((STRENGTH, acting), (SIZE, sized), (DELAY, starting))
    return tuple(lever for lever, there in offered if there)


def felt(each: Initiative, model: Model) -> bool:
    """Tell whether how strongly an initiative acts changes a model: it has effects, and a dose other than that of the base."""
    programme = each.programme
    effects = each.effects or each.prevents or (programme and (programme.during or programme.after))
    return bool(effects) and acts(each, model.start, model.end)


def with_levers(model: Model, names: Sequence[str], *, strength: float = 1.0, size: float = 1.0, delay: float = 0.0) -> Model:
    """Return a model in which some initiatives act more or less strongly, take more or fewer, and start later (months)."""
    changed = tuple(_moved(each, model, strength, size, int(delay)) if each.id in names else each for each in model.initiatives)
    return replace(model, initiatives=changed)


def _moved(each: Initiative, model: Model, strength: float, size: float, delay: int) -> Initiative:
    """Return an initiative that is moved; one that runs before the world begins does not start later."""
    window = _later(each.window, model.end, delay) if each.window.start >= model.start else each.window
    moved = in_size(with_stronger_effects(each, strength), size)
    return moved.model_copy(update={"window": window, "costs": tuple(_spent(cost, each.window, window) for cost in moved.costs)})


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
