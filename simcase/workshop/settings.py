"""What a workshop has set: a scenario, the business cycle, the horizon, and how far each lever of each initiative is moved."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, Final

from simcase.declare import shown_value
from simcase.declare.initiatives import Change, Initiative
from simcase.model import Model, size_of, with_number
from simcase.study import levers
from simcase.study.levers import Kind, Lever

MOST_MONTHS: Final = 36
"""Months by which a start can be put off."""
MOST_MOVES: Final = 500
"""Moves that can be taken back."""
SIZED: Final[Mapping[str, Kind]] = {"places": "places", "slots_per_year": "slots", "hours": "hours", "share": "share"}
"""The lever that moves each kind of size."""
STATED: Final = {"value", "source", "grade"}
"""Keys by which a figure is known."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What is set; a lever that is not among the turns stands where the scenario has it."""

    scenario: str
    cycle: str | None = None
    end: date | None = None
    turns: Mapping[str, float] = field(default_factory=dict)

    def with_lever(self, lever: Lever, value: float) -> Settings:
        """Return the settings with one lever moved, or back where it was."""
        others = {key: at for key, at in self.turns.items() if key != lever.key}
        return replace(self, turns=others if value == lever.assumed else others | {lever.key: value})

    def key(self) -> tuple[object, ...]:
        """Return what tells these settings from others."""
        return self.scenario, self.cycle, self.end, *sorted(self.turns.items())

    def at(self, lever: Lever) -> float:
        """Return where a lever stands."""
        return self.turns.get(lever.key, lever.assumed)


class History:
    """The settings of a session, the latest last; never empty, and of many moves the latest alone."""

    def __init__(self, first: Settings) -> None:
        """Begin with the first settings."""
        self._past = [first]

    @property
    def now(self) -> Settings:
        """Return the settings that hold."""
        return self._past[-1]

    @property
    def past(self) -> tuple[Settings, ...]:
        """Return all settings, the latest last."""
        return tuple(self._past)

    @property
    def undoable(self) -> bool:
        """Tell whether there is anything to go back to."""
        return len(self._past) > 1

    def set(self, settings: Settings) -> None:
        """Let other settings hold; the same again are no move."""
        if settings != self.now:
            self._past.append(settings)
            del self._past[:-MOST_MOVES]

    def undo(self) -> None:
        """Go back by one move, where there is one."""
        if self.undoable:
            self._past.pop()


def levers_of(model: Model) -> tuple[Lever, ...]:
    """Return what can be moved of each initiative of a model, and of the staff that they share; nothing that would change nothing.

    Strength, share, cost and staff are in per cent, delay in months, hours in hours a week, places and slots in numbers.
    """
    pools = dict.fromkeys(each.staff.pool for each in model.initiatives if each.staff is not None)
    return (
        *(lever for each in model.initiatives for lever in _levers(each, model)),
        *(Lever("staff", 10, 300, 10, 100, pool) for pool in pools),
    )


def _levers(each: Initiative, model: Model) -> Iterator[Lever]:
    """Yield what can be moved of an initiative."""
    programme = each.programme
    felt = levers.felt(each, model)
    if felt:
        yield Lever("strength", 0, 200, 10, 100, each.id)
    kind, size = paid_by(each), size_of(each).value
    if kind != "share" and size > 0.0:
        assumed = round(size)
        yield Lever(kind, 0, max(10, 3 * assumed), _step(assumed), assumed, each.id)
    if programme is None and each.effects and felt:
        yield Lever("share", 0, 100, 5, round(100 * each.target.share), each.id)
    if model.start <= each.window.start < model.end:
        yield Lever("delay", 0, MOST_MONTHS, 1, 0, each.id)
    if each.costs or (programme and (programme.kroner_per_place or programme.kroner_per_start)):
        yield Lever("cost", 0, 200, 10, 100, each.id)


def paid_by(each: Initiative) -> Kind:
    """Return the lever that an initiative's yearly costs follow where it states no price."""
    return SIZED[size_of(each).by]


def _step(assumed: int) -> int:
    """Return a step for a number of things that leads to what is assumed.

    >>> _step(75), _step(8), _step(120)
    (5, 1, 10)
    """
    return next(step for step in (10, 5, 1) if (assumed % step == 0 and assumed >= 10 * step) or step == 1)


def with_settings(model: Model, cycle: tuple[Initiative, ...], settings: Settings) -> Model:
    """Return the model that settings make of their scenario's: with the cycle's initiatives, the horizon, and the levers moved."""
    there = {each.id: each for each in model.initiatives}
    every = there | {each.id: each for each in cycle}
    added = tuple(each.id for each in cycle if each.id not in there)
    model = replace(model, initiatives=tuple(every[name] for name in sorted(every)), composed=(*model.composed, *added))
    model = replace(model, end=settings.end or model.end)
    turned = tuple(_turned(each, model, settings.turns) for each in model.initiatives)
    model = replace(model, initiatives=turned)
    for change in pools(model, settings):
        model, _ = with_number(model, change)
    return model


def pools(model: Model, settings: Settings) -> list[Change]:
    """Return the changes of staff pools that settings name."""
    names = [pool.id for pool in model.staff if f"{pool.id}.staff" in settings.turns]
    shares = {name: settings.turns[f"{name}.staff"] / 100 for name in names}
    return [Change(path=f"staff.{name}.hours_a_week", times=share, why="Moved in a workshop.") for name, share in shares.items()]


def _turned(each: Initiative, model: Model, turns: Mapping[str, float]) -> Initiative:
    """Return an initiative as it is set; a number that moved says so and is a judgement."""
    own = {lever.kind: turns[lever.key] for lever in _levers(each, model) if lever.key in turns}
    if not own:
        return each
    moves: dict[str, float] = {"delay": own.get("delay", 0), "strength": own.get("strength", 100) / 100}
    kind = paid_by(each)
    assumed = 100 * each.target.share if kind == "share" else size_of(each).value
    size = own[kind] / assumed if kind in own and assumed else 1.0
    if each.programme is not None:
        moves["size"], size = size, 1.0
    moved = next(one for one in levers.with_levers(model, [each.id], **moves).initiatives if one.id == each.id)
    before, after = (one.model_dump(mode="json", by_alias=True) for one in (each, moved))
    if "share" in own:
        after["target"]["share"] = own["share"] / 100
    if "hours" in own:
        after["adds"]["hours_a_week"] |= {"value": own["hours"], "low": None, "high": None}
    _priced(after, size * own.get("cost", 100) / 100)
    return Initiative.model_validate(_noted(before, after), by_alias=True, by_name=False)


def _priced(tree: dict[str, Any], times: float) -> None:
    """Multiply what an initiative costs."""
    for cost in tree["costs"]:
        cost["kroner"] *= times
    for name in ("kroner_per_place", "kroner_per_start"):
        figure: dict[str, Any] = (tree["programme"] or {}).get(name) or {}
        figure |= {end: figure[end] * times for end in ("value", "low", "high") if figure.get(end) is not None}


def _noted(before: Any, after: Any) -> Any:  # noqa: ANN401 - any part of a declaration as JSON has it
    """Return a declaration in which each figure that moved says so."""
    if isinstance(after, dict) and isinstance(before, dict):
        said = {name: _noted(before.get(name), part) for name, part in after.items()}
        if {"source", "grade"} <= after.keys() and _numbers(before) != _numbers(after):
            was = before.get("value", before.get("kroner"))
            said |= {"source": f"judgement: moved in a workshop from {shown_value(was)}", "grade": "D"}
        return said
    if isinstance(after, list) and isinstance(before, list) and len(after) == len(before):
        return [_noted(one, other) for one, other in zip(before, after, strict=True)]
    return after


def _numbers(figure: Mapping[str, Any]) -> list[Any]:
    """Return the numbers of a figure."""
    return [figure.get(name) for name in ("value", "low", "high", "kroner")]
