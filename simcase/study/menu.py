"""What a mix is chosen from: initiatives, in or out, or how much of each; and what each mix costs as declared."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Final, TypeVar, cast

import numpy as np

from simcase.compare.mixes import Mix
from simcase.declare import plain_number
from simcase.declare.initiatives import Initiative
from simcase.declare.values import Capacity, Hours
from simcase.errors import MOST_CAPACITY, Issue, UserError, closest
from simcase.model import Model, Selection, in_proportion, selection, with_workbook_edits
from simcase.model.doses import without_degree
from simcase.money import frames_by_year, places_by_year
from simcase.study.request import Request
from simcase.study.results import Unit
from simcase.vocabulary import Floats
from simcase.words import said

Part = TypeVar("Part")

UNITS: Final[tuple[Unit, ...]] = ("dose", "places", "staff")
"""What may be written; places are slots where an initiative has these."""
STEPS: Final = 10
"""Steps between the least and the most of a choice."""
MOST_TIMES: Final = 10.0
"""The largest dose."""
WRITTEN: Final = re.compile(r"(?P<initiative>[^:=]+)(?::(?P<unit>[^:=]+)=(?P<low>.+?)\.\.(?P<high>.+))?")
FORM: Final = said("error.choose.form")


@dataclass(frozen=True, slots=True)
class Choice:
    """An initiative to choose how much of: by a unit, None for in or out, with the settings it may have.

    `declared` is what its file or the baseline says, `now` what the baseline has.
    """

    initiative: str
    unit: Unit | None
    declared: float
    now: float
    levels: tuple[float, ...]

    def times(self, setting: int) -> float:
        """Return how many times what is declared a setting is."""
        return self.levels[setting] / self.declared


@dataclass(frozen=True, slots=True)
class Menu:
    """What may be chosen, the models of mixes, and what each setting costs by year as declared (shape of each: settings, years)."""

    selection: Selection
    request: Request
    choices: tuple[Choice, ...]
    kroner: tuple[Floats, ...]
    before: Floats
    """What the baseline's own settings cost by year (shape: years)."""
    models: dict[frozenset[str], Model] = field(default_factory=dict)

    @property
    def sizes(self) -> list[int]:
        """Return how many settings each choice has."""
        return [len(choice.levels) for choice in self.choices]

    @property
    def least(self) -> Mix:
        """Return the mix of the cheapest settings, of equals the nearest to what the baseline has."""
        far = [np.abs(np.array(choice.levels) - choice.now) for choice in self.choices]
        return tuple(int(np.lexsort((away, each.sum(axis=1)))[0]) for away, each in zip(far, self.kroner, strict=True))

    def declared_cost(self, mix: Mix) -> float:
        """Return what a mix costs more than the baseline in the dearest year, starts and what participants cost by the day apart."""
        return float(np.max(sum(each[at] for each, at in zip(self.kroner, mix, strict=True)) - self.before))

    def model(self, mix: Mix) -> Model:
        """Return the model of a mix; an initiative that is out, or of which there is nothing, is not in it."""
        times = {choice.initiative: choice.times(at) for choice, at in zip(self.choices, mix, strict=True)}
        some = frozenset(name for name, much in times.items() if much > 0.0)
        if some not in self.models:
            self.models[some] = _edited(self.selection.model(some), self.request)
        model = self.models[some]
        amounts = (in_proportion(each, times[each.id]) if times.get(each.id, 1.0) != 1.0 else each for each in model.initiatives)
        return replace(model, initiatives=tuple(amounts))


def menu(request: Request, choose: Sequence[str], baseline: Model) -> Menu:
    """Return what may be chosen, by what the user wrote; raises UserError with every problem, before anything is run."""
    asked = _every([_Asked.of(text) for text in choose])
    several = {each.initiative for each in asked if sum(one.initiative == each.initiative for one in asked) > 1}
    if several or not asked:
        found = said("error.choose.again", names=[f"'{name}'" for name in sorted(several)]) if several else said("error.value.nothing")
        raise UserError([Issue("", 0, "--choose", found, said("error.scenario.initiative_once"))])
    offered = selection(request.scenario, [each.initiative for each in asked], calibration=request.calibration, fit=request.fit)
    names = frozenset(offered.names)
    whole = _edited(offered.model(names), request)
    there = {each.id: each for each in whole.initiatives}
    own = {each.id: each for each in baseline.initiatives if each.id in names}
    choices = _every([each.choice(there[each.initiative], whole, now=each.initiative in own) for each in asked])
    kroner = tuple(np.array([_cost(whole, there[each.initiative], each.times(at)) for at in range(len(each.levels))]) for each in choices)
    before = sum((_cost(whole, each, 1.0) for each in own.values()), start=np.zeros(kroner[0].shape[1]))
    return Menu(offered, request, tuple(choices), kroner, before, {names: whole})


@dataclass(frozen=True, slots=True)
class _Asked:
    """A choice as the user wrote it."""

    text: str
    initiative: str
    unit: str | None
    low: float
    high: float

    @staticmethod
    def of(text: str) -> _Asked | Issue:
        """Return a choice by its text, or what is wrong with it."""
        found = WRITTEN.fullmatch(text)
        if found is None:
            return Issue("", 0, "--choose", f"'{text}'", FORM)
        if found["unit"] is None:
            return _Asked(text, found["initiative"], None, 0.0, 1.0)
        low, high = plain_number(found["low"]), plain_number(found["high"])
        if found["unit"] not in UNITS:
            return Issue("", 0, "--choose", said("error.choose.in_text", found=found["unit"], text=text), *closest(found["unit"], UNITS))
        if low is None or high is None or not 0.0 <= low < high:
            return Issue(
                "",
                0,
                "--choose",
                said("error.choose.range_in_text", found=found["low"], found2=found["high"], text=text),
                said("error.choose.two_numbers"),
            )
        return _Asked(text, found["initiative"], found["unit"], low, high)

    def choice(self, each: Initiative, model: Model, *, now: bool) -> Choice | Issue:
        """Return the choice of an initiative, or why there is none."""
        unit = cast("Unit | None", self.unit)
        wrong = _wrong(each, model, unit)
        if wrong:
            return Issue("", 0, "--choose", said("error.choose.wrong", text=self.text, why=wrong[0]), wrong[1])
        size = _size(each, unit)
        if unit == "places" and each.programme is not None and each.programme.places is None:
            unit = "slots"
        most = MOST_TIMES if unit == "dose" else MOST_CAPACITY
        if self.high > most:
            return Issue(
                "",
                0,
                "--choose",
                said("error.choose.high_in_text", high=self.high, text=self.text),
                said("error.number.at_most_g", most=most),
            )
        declared = size.value if size is not None else 1.0
        return Choice(self.initiative, unit, declared, declared if now else 0.0, self._levels(unit))

    def _levels(self, unit: Unit | None) -> tuple[float, ...]:
        """Return the settings to choose from: both ends, and evenly between; places are whole."""
        if unit is None:
            return (0.0, 1.0)
        even = (self.low + (self.high - self.low) * step / STEPS for step in range(STEPS + 1))
        return tuple(dict.fromkeys(float(round(at)) if unit in {"places", "slots"} else round(at, 9) for at in even))


def _every(found: Sequence[Part | Issue]) -> list[Part]:
    """Return what was found, if nothing of it is wrong; raises UserError with every problem."""
    issues = [each for each in found if isinstance(each, Issue)]
    if issues:
        raise UserError(issues)
    return [each for each in found if not isinstance(each, Issue)]


def _size(each: Initiative, unit: Unit | None) -> Capacity | Hours | None:
    """Return the number of an initiative that a unit counts."""
    if unit == "staff":
        return each.adds.hours_a_week if each.adds is not None else None
    if unit == "places" and each.programme is not None:
        return each.programme.places or each.programme.slots_per_year
    return None


def _wrong(each: Initiative, model: Model, unit: Unit | None) -> tuple[str, str] | None:
    """Return what of an initiative stands against choosing how much of it, and what is expected."""
    if (wrong := without_degree(each)) and (unit is not None or each.dose_in_base > 0.0):
        return wrong
    if each.window.start > model.end or (each.window.end or model.end) < model.start:
        return said("error.choose.outside"), said("error.choose.some_time", start=model.start, end=model.end)
    size = _size(each, unit)
    if unit in {"places", "staff"} and (size is None or size.value <= 0.0):
        return said(f"error.choose.no_{unit}"), said(f"error.choose.with_{unit}")
    return None


def _cost(model: Model, each: Initiative, times: float) -> Floats:
    """Return what so many times an initiative costs by year as declared (shape: years)."""
    much = in_proportion(each, times)
    return frames_by_year(model, much) + places_by_year(model, much)


def _edited(model: Model, request: Request) -> Model:
    """Return a model with the assumptions of a request."""
    return model if request.assumptions is None else with_workbook_edits(model, request.assumptions)
