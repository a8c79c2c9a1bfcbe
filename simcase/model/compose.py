"""Compose scenarios: what a further one adds, counted from the files that it shares with the others, is added to them as well."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import TypeVar

from simcase.declare import Library
from simcase.declare.economy import Course
from simcase.declare.initiatives import Change, Initiative
from simcase.errors import Issue, UserError
from simcase.model.digest import unsourced
from simcase.model.origins import Origin
from simcase.model.scenario import Changed, Chosen, ChosenCourse, Layer, Scenario, ScenarioSpec, spec_of
from simcase.words import said

Part = TypeVar("Part")
End = tuple[date, Origin] | None


def compose(scenarios: tuple[Scenario, ...], library: Library) -> ScenarioSpec:
    """Return the spec of several scenarios together, in the order named.

    Raises UserError with every problem of their files, and where two of them set the same thing differently.
    """
    specs = _specs(scenarios, library)
    counted = {layer.path for layer in scenarios[0].chain}
    spec = specs[0]
    for scenario, other in zip(scenarios[1:], specs[1:], strict=True):
        base = spec_of(_shared(scenario.chain, counted), library)
        spec = _merged(base, spec, other, scenario)
        counted.update(layer.path for layer in scenario.chain)
    return spec


def _specs(scenarios: tuple[Scenario, ...], library: Library) -> list[ScenarioSpec]:
    """Return the spec of each scenario by itself."""
    specs: list[ScenarioSpec] = []
    issues: list[Issue] = []
    for scenario in scenarios:
        try:
            specs.append(spec_of(scenario.chain, library))
        except UserError as error:
            issues.extend(error.issues)
    if issues:
        raise UserError(issues)
    return specs


def _shared(chain: tuple[Layer, ...], counted: set[Path]) -> tuple[Layer, ...]:
    """Return the files at the root of a chain that are counted already."""
    length = next((position for position, layer in enumerate(chain) if layer.path not in counted), len(chain))
    return chain[:length]


def _merged(base: ScenarioSpec, one: ScenarioSpec, other: ScenarioSpec, scenario: Scenario) -> ScenarioSpec:
    """Return one spec with what the other one adds to their common base."""
    initiatives, clashing = _three_way(base.initiatives, one.initiatives, other.initiatives, settings)
    changes, contested = _three_way(base.changes, one.changes, other.changes, numbers)
    courses, crossing = _three_way(base.courses, one.courses, other.courses, course_of)
    issues = [_conflict(said("error.scenario.initiative", key=key), _named(other, key), scenario) for key in clashing]
    issues += [_conflict(said("error.scenario.path", key=key), _changed(other, key), scenario) for key in contested]
    issues += [
        _conflict(said("error.scenario.course", key=key), other.courses[key].origin if key in other.courses else None, scenario)
        for key in crossing
    ]
    if issues:
        raise UserError(issues)
    return ScenarioSpec(initiatives, changes, _end(base.end, one.end, other.end), courses)


def _three_way(
    base: Mapping[str, Part], one: Mapping[str, Part], other: Mapping[str, Part], content: Callable[[Part | None], object]
) -> tuple[dict[str, Part], list[str]]:
    """Return what both sides come to, in the order of the first, and the keys that they change differently."""
    merged: dict[str, Part] = {}
    clashing: list[str] = []
    for key in dict.fromkeys((*one, *other)):
        before, left, right = (content(side.get(key)) for side in (base, one, other))
        if right not in (left, before) and left != before:
            clashing.append(key)
        chosen = one.get(key) if right in (left, before) else other.get(key)
        if chosen is not None:
            merged[key] = chosen
    return merged, clashing


def settings(chosen: Chosen | None) -> object:
    """Return what counts in a comparison of initiatives: their settings, not where they were written nor what they rest on."""
    return settings_of(chosen.initiative) if chosen else None


def settings_of(initiative: Initiative) -> object:
    """Return the settings of an initiative, whatever is said of their sources."""
    return unsourced(initiative.model_dump(mode="json"))


def numbers(changed: Changed | None) -> tuple[Change, ...]:
    """Return what counts in a comparison of changes: the numbers and their dates, not the reasons."""
    return tuple(change.model_copy(update={"why": ""}) for change in changed.changes) if changed else ()


def course_of(chosen: ChosenCourse | None) -> Course | None:
    """Return what counts in a comparison of courses of the economy: the course, not the reason."""
    return chosen.course.model_copy(update={"source": "", "grade": "D", "note": ""}) if chosen else None


def _end(base: End, one: End, other: End) -> End:
    """Return the end of the world: the one that was changed, and the later one where both were."""
    before, left, right = (end[0] if end else None for end in (base, one, other))
    if right in (left, before):
        return one
    if left == before or one is None:
        return other
    return max(one, other or one, key=lambda end: end[0])


def _named(spec: ScenarioSpec, key: str) -> Origin | None:
    """Return where an initiative is named."""
    return spec.initiatives[key].named if key in spec.initiatives else None


def _changed(spec: ScenarioSpec, key: str) -> Origin | None:
    """Return where a number was changed last."""
    return spec.changes[key].origins[-1] if key in spec.changes else None


def _conflict(what: str, origin: Origin | None, scenario: Scenario) -> Issue:
    """Return the issue that two scenarios set the same thing differently."""
    place = origin or Origin(scenario.chain[-1].document)
    expected = said("error.scenario.same_settings")
    return place.issue(said("error.scenario.other_settings", what=what), expected, said("error.scenario.write_one"))
