"""Vary one parameter of a model: how strong effects are, how many places there are, or any number by its path or a short name for it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import fields, replace
from typing import Final, NamedTuple

from simcase.declare import shown_value
from simcase.declare.initiatives import Cost, Effect, Initiative
from simcase.declare.values import AnyFigure, Figure
from simcase.errors import Issue, UserError, closest
from simcase.model.changes import CHANGEABLE, set_to
from simcase.model.labels import labels_by_id
from simcase.model.paths import at, find
from simcase.model.resolved import Model
from simcase.words import said

SHORT: Final = {
    "slots": "programme.slots_per_year",
    "places": "programme.places",
    "weeks": "programme.weeks",
    "share": "target.share",
    "prevents": "prevents",
    "staff": "staff.hours_a_week",
}
"""Short names for the last part of a path to a number of an initiative."""
SECTIONS: Final = frozenset(one.name for one in fields(Model))
"""What a path may begin with besides the id of an initiative."""
EFFECT: Final = "effect"
"""The short name for the strength of all effects of an initiative: 1 as declared, 0 none, 2 twice on the log scale."""
COUNTED: Final = ("slots_per_year", "places")
"""Numbers that are whole."""
SIZES: Final = (*(f".programme.{name}" for name in COUNTED), ".adds.hours_a_week")
"""Ends of the paths to the numbers that say how large an initiative is: its yearly costs are for so many."""


class Parameter(NamedTuple):
    """A number of a model that is varied: its path in full, what it is now, and whether it counts things."""

    path: str
    value: float
    whole: bool
    initiative: str | None = None
    """The initiative that becomes so many times itself, in its effects or in its size; none where the number alone is varied."""


def parameter(model: Model, path: str) -> Parameter:
    """Return the number that a path names: in full, by a short name of an initiative's number, or without the word `initiatives`.

    The size of an initiative is varied with all that follows it, as `times` in a scenario does.

    Raises UserError for a path that leads to no number.
    """
    owner, full = full_path(model, path)
    if owner and full.endswith(f".{EFFECT}"):
        return Parameter(full, 1.0, whole=False, initiative=owner)
    where = find(model, full)
    if where[-1] == "value" and isinstance(at(model, where[:-1]), Figure):
        where, full = where[:-1], full.removesuffix(".value")
    found = at(model, where)
    value = found.value if isinstance(found, Figure) else float(found)
    return Parameter(full, value, full.endswith(COUNTED), owner if value and full.endswith(SIZES) else None)


def full_path(model: Model, path: str) -> tuple[str | None, str]:
    """Return the initiative in which a path lies, if it does, and the path in full, whose short names and first word may be left out.

    Raises UserError for an initiative or a section that the model does not have.
    """
    ids = [each.id for each in model.initiatives]
    bare = path.removeprefix("initiatives.")
    owner = next((name for name in sorted(ids, key=len, reverse=True) if bare.startswith(f"{name}.")), None)
    if owner:
        rest = bare.removeprefix(f"{owner}.")
        return owner, f"initiatives.{owner}.{SHORT.get(rest, rest)}"
    if bare in ids:
        return None, f"initiatives.{bare}"
    if path == bare and bare.split(".")[0] in SECTIONS:
        return None, path
    raise UserError([_nowhere(model, path, bare, ids)])


def _nowhere(model: Model, path: str, bare: str, ids: Sequence[str]) -> Issue:
    """Return the issue of a path that leads nowhere: to a number of initiatives without saying of which, or to nothing that is known."""
    first, rest = bare.split(".", maxsplit=1)[0], SHORT.get(bare, bare)
    whose = [f"{name}.{bare}" for name in ids if bare == EFFECT or _leads(model, f"initiatives.{name}.{rest}")]
    if whose:
        return Issue("", 0, path, f"'{first}'", said("error.change.whose", whose=whose))
    known = ids if path != bare else [*ids, *CHANGEABLE, "initiatives"]
    return Issue("", 0, path, f"'{first}'", *closest(first, known, labels_by_id(model)))


def _leads(model: Model, path: str) -> bool:
    """Tell whether a path leads to a number."""
    try:
        return bool(find(model, path))
    except UserError:
        return False


def with_value(model: Model, varied: Parameter, value: float) -> Model:
    """Return a model with a number set to a value; unless its initiative is varied along, what was drawn from a range of it is not drawn.

    Raises UserError for a value that is wrong there.
    """
    owner = varied.initiative
    if owner is None or not varied.path.endswith(EFFECT):
        alone = set_to(model, varied.path, value, "searched for")
        return alone if owner is None else _each(model, {owner}, lambda each: in_proportion(each, value / varied.value))
    try:
        return scale_effects(model, {owner}, value)
    except OverflowError:
        raise UserError([Issue("", 0, varied.path, shown_value(value), said("error.change.strength"))]) from None


def scale_effects(model: Model, names: Collection[str], times: float) -> Model:
    """Return a model in which the logs of some initiatives' hazard ratios, ranges included, are multiplied."""
    return _each(model, names, lambda each: with_stronger_effects(each, times))


def scale_places(model: Model, names: Collection[str], times: float) -> Model:
    """Return a model in which some programmes' places and slots are multiplied, and their yearly costs with them."""
    return _each(model, names, lambda each: in_size(each, times))


def _each(model: Model, names: Collection[str], change: Callable[[Initiative], Initiative]) -> Model:
    """Return a model with some of its initiatives changed."""
    return replace(model, initiatives=tuple(change(each) if each.id in names else each for each in model.initiatives))


def in_proportion(each: Initiative, times: float) -> Initiative:
    """Return so many times an initiative: its places or slots, the hours that it adds, and its yearly costs; without places, its effects.

    An open initiative that acts so many times as strongly, on the log scale, takes so many times the staff.
    """
    if each.programme is not None:
        return in_size(each, times)
    each = with_stronger_effects(each, times)
    changes: dict[str, object] = {"costs": _yearly_costs(each, times)}
    if each.staff is not None:
        changes["staff"] = each.staff.model_copy(update={"hours_a_week": each.staff.hours_a_week * times})
    if each.adds is not None:
        hours = scaled(each.adds.hours_a_week, times, lambda size: round(size * times, 9))
        changes["adds"] = each.adds.model_copy(update={"hours_a_week": hours})
    return each.model_copy(update=changes)


def in_size(each: Initiative, times: float) -> Initiative:
    """Return a programme with so many times its places, which are whole, or slots a year, and yearly costs for as many as it then has.

    Any other initiative is returned as it is: it has no size of that kind.
    """
    programme = each.programme
    if programme is None or times == 1.0:
        return each
    places = programme.places
    if places is not None and places.value:
        times = round(places.value * times) / places.value
    changes: dict[str, object] = {}
    if places is not None:
        changes["places"] = scaled(places, times, lambda count: float(round(count * times)))
    if programme.slots_per_year is not None:
        changes["slots_per_year"] = scaled(programme.slots_per_year, times, lambda count: round(count * times, 9))
    return each.model_copy(update={"programme": programme.model_copy(update=changes), "costs": _yearly_costs(each, times)})


def without_degree(each: Initiative) -> tuple[str, str] | None:
    """Return why an initiative is no matter of more or less, and what is expected; None where it is one."""
    if each.dose_in_base > 0.0:
        return said("error.choose.held"), said("error.choose.dose_0")
    if each.changes or each.suspends or each.process:
        return said("error.choose.no_degree"), said("error.choose.in_or_out", id=each.id)
    return None


def _yearly_costs(each: Initiative, times: float) -> tuple[Cost, ...]:
    """Return the yearly costs of so many times an initiative: where no price is stated, twice as many cost twice as much."""
    return tuple(
        cost.model_copy(update={"kroner": cost.kroner * times, "source": _scaled_source(cost.source, times)}) for cost in each.costs
    )


def scale_prevention(share: float, times: float) -> float:
    """Return a prevented share with the logarithm of what it lets pass multiplied: below 1 however strong it is.

    >>> scale_prevention(0.5, 2.0)
    0.75
    """
    return 1.0 - float((1.0 - share) ** times)


def with_stronger_effects(each: Initiative, times: float) -> Initiative:
    """Return an initiative with the logs of its hazard ratios, and of the share of entries that it lets pass, multiplied; ranges too."""
    programme, prevents = each.programme, each.prevents
    if programme is not None:
        after = tuple(phase.model_copy(update={"effects": _raised(phase.effects, times)}) for phase in programme.after)
        programme = programme.model_copy(update={"during": _raised(programme.during, times), "after": after})
    if prevents is not None:
        prevents = scaled(prevents, times, lambda share: scale_prevention(share, times))
    return each.model_copy(update={"effects": _raised(each.effects, times), "programme": programme, "prevents": prevents})


def _raised(effects: tuple[Effect, ...], power: float) -> tuple[Effect, ...]:
    """Return effects with their hazard ratios raised to a power, ranges included."""
    return tuple(
        effect.model_copy(update={"hazard_ratio": scaled(effect.hazard_ratio, power, lambda ratio: ratio**power)}) for effect in effects
    )


def scaled(figure: AnyFigure, times: float, change: Callable[[float], float]) -> AnyFigure:
    """Return a figure that is so many times what it was, by a change that says what that means, and whose source says so."""
    if times == 1.0:
        return figure
    return map_figure(figure, change).model_copy(update={"source": _scaled_source(figure.source, times)})


def _scaled_source(source: str, times: float) -> str:
    """Return the source of a number that is so many times another one."""
    return source if times == 1.0 else f"scaled by {times:.4g}: {source}"


def map_figure(figure: AnyFigure, change: Callable[[float], float]) -> AnyFigure:
    """Return a figure whose value and range are changed alike."""
    ends = {end: None if at is None else change(at) for end, at in (("low", figure.low), ("high", figure.high))}
    return figure.model_copy(update={"value": change(figure.value), **ends})
