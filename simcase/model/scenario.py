"""Read a scenario and what it is based on: which initiatives it has, with what settings, and which numbers it changes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from simcase.declare import AS_IS, Document, Library, is_file_name, is_path, path_of, read_declaration, shown_value
from simcase.declare.economy import Course
from simcase.declare.initiatives import Change, Initiative, ScenarioFile, Use
from simcase.declare.values import Label
from simcase.errors import Issue, UserError, closest
from simcase.model.edits import Size, paid_size, size_of, with_edits, with_times
from simcase.model.origins import Origin, Origins
from simcase.words import said


@dataclass(frozen=True, slots=True)
class Chosen:
    """An initiative with its settings in a scenario, and where they were written.

    `paid` is the size that its yearly costs are for.
    """

    initiative: Initiative
    origins: Origins
    named: Origin
    paid: Size


@dataclass(frozen=True, slots=True)
class Changed:
    """The changes to one number, in order, and where each was written."""

    changes: tuple[Change, ...]
    origins: tuple[Origin, ...]


@dataclass(frozen=True, slots=True)
class ChosenCourse:
    """A course of a process of the economy, and where it was written."""

    course: Course
    origin: Origin


@dataclass(frozen=True, slots=True)
class Layer:
    """One scenario file."""

    path: Path
    document: Document
    declared: ScenarioFile


@dataclass(frozen=True, slots=True)
class ScenarioSpec:
    """What a chain of scenario files adds up to: initiatives and changes in the order named, the end, and courses by process."""

    initiatives: Mapping[str, Chosen] = field(default_factory=dict)
    changes: Mapping[str, Changed] = field(default_factory=dict)
    end: tuple[date, Origin] | None = None
    courses: Mapping[str, ChosenCourse] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Scenario:
    """A scenario read: its name, its title (none: that of the calibration), and its files from the root on."""

    name: str
    title: Label | None
    chain: tuple[Layer, ...]


def read_scenario(reference: str, library: Library) -> Scenario:
    """Read a scenario by name or path with all that it is based on; raises UserError with every problem of the file that has any."""
    name = path_of(reference).stem if is_path(reference) else reference
    if name == AS_IS and not is_path(reference):
        return Scenario(name, None, ())
    if not is_file_name(name):
        expected = said("error.scenario.name")
        raise UserError([Issue("", 0, "", shown_value(reference), expected)])
    layer = _layer(path_of(reference) if is_path(reference) else library.scenario(reference))
    chain = [layer]
    while layer.declared.based_on not in (None, AS_IS):
        layer = _layer(_base(layer, chain, library))
        chain.append(layer)
    return Scenario(name, chain[0].declared.title, tuple(reversed(chain)))


def _layer(path: Path) -> Layer:
    """Read one scenario file."""
    return Layer(path.resolve(), *read_declaration(path, ScenarioFile))


def _base(layer: Layer, chain: list[Layer], library: Library) -> Path:
    """Return the file of the scenario that another one is based on."""
    name = str(layer.declared.based_on)
    try:
        path = library.scenario(name)
    except UserError:
        expected, hint = closest(name, (AS_IS, *library.scenarios()), library.titles())
        raise UserError([layer.document.issue(("based_on",), f"'{name}'", expected, hint)]) from None
    if path.resolve() in {known.path for known in chain}:
        expected = said("error.scenario.not_itself")
        raise UserError([layer.document.issue(("based_on",), said("error.based.on_this", name=name), expected)])
    return path


def spec_of(chain: tuple[Layer, ...], library: Library) -> ScenarioSpec:
    """Add up a chain of scenario files, from the root on; raises UserError with every problem of all of them."""
    spec = ScenarioSpec()
    issues: list[Issue] = []
    for layer in chain:
        spec = _added(spec, layer, library, issues)
    if issues:
        raise UserError(issues)
    return spec


def _added(spec: ScenarioSpec, layer: Layer, library: Library, issues: list[Issue]) -> ScenarioSpec:
    """Return a spec with one more scenario file: `without` removes, `initiatives` adds or changes, `changes` joins."""
    initiatives = _without(dict(spec.initiatives), layer, issues)
    named: set[str] = set()
    for position, use in enumerate(layer.declared.initiatives):
        origin = Origin(layer.document, ("initiatives", position))
        if use.use in named:
            issues.append(origin.issue(said("error.scenario.use_again", use=use.use), said("error.scenario.initiative_once")))
            continue
        named.add(use.use)
        chosen = _used(initiatives.get(use.use), use, origin, library, issues)
        if chosen is not None:
            initiatives[use.use] = chosen
    end = layer.declared.horizon.end
    horizon = (end, Origin(layer.document, ("horizon", "end"))) if end else spec.end
    return ScenarioSpec(initiatives, _changes(spec.changes, layer), horizon, _courses(spec.courses, layer, issues))


def _without(initiatives: dict[str, Chosen], layer: Layer, issues: list[Issue]) -> dict[str, Chosen]:
    """Remove the initiatives that a scenario file goes without."""
    labels = {name: chosen.initiative.label for name, chosen in initiatives.items()}
    for position, name in enumerate(layer.declared.without):
        if name not in initiatives:
            issues.append(layer.document.issue(("without", position), f"'{name}'", *closest(name, initiatives, labels)))
        initiatives.pop(name, None)
    return initiatives


def _used(chosen: Chosen | None, use: Use, origin: Origin, library: Library, issues: list[Issue]) -> Chosen | None:
    """Return an initiative as a scenario uses it, or None where it is unknown or wrong; what is wrong joins the issues."""
    try:
        found = chosen or _from_library(use.use, origin, library)
        edited, origins = with_edits(found.initiative, use.set, origin.below(("set",)))
        initiative = with_times(edited, use.times, origin.below(("times",)))
    except UserError as error:
        issues.extend(error.issues)
        return None
    paid = paid_size(found.paid, edited, initiative, use.set)
    return replace(found, initiative=initiative, origins={**found.origins, **origins}, named=origin, paid=paid)


def _from_library(name: str, origin: Origin, library: Library) -> Chosen:
    """Read an initiative of the library that a scenario names."""
    if name not in library.initiatives():
        raise UserError([origin.issue(f"'{name}'", *closest(name, library.initiatives(), library.labels()))])
    return replace(from_library(name, library), named=origin)


def from_library(name: str, library: Library) -> Chosen:
    """Read an initiative of the library by name; raises UserError for one that is not there or is wrong."""
    document, initiative = read_declaration(library.initiative(name), Initiative)
    if initiative.id != name:
        raise UserError([document.issue(("id",), f"'{initiative.id}'", said("error.scenario.name_of_file", name=name))])
    return Chosen(initiative, {(): Origin(document)}, Origin(document), size_of(initiative))


def _changes(known: Mapping[str, Changed], layer: Layer) -> dict[str, Changed]:
    """Return the changes so far with those of one more scenario file."""
    changes = dict(known)
    for position, change in enumerate(layer.declared.changes):
        number = change.path.removesuffix(".value")  # a figure and its value are one number
        before = changes.get(number, Changed((), ()))
        origin = Origin(layer.document, ("changes", position))
        changes[number] = Changed((*before.changes, change), (*before.origins, origin))
    return changes


def _courses(known: Mapping[str, ChosenCourse], layer: Layer, issues: list[Issue]) -> dict[str, ChosenCourse]:
    """Return the courses so far with those of one more scenario file, each process once in it."""
    own: dict[str, ChosenCourse] = {}
    for position, course in enumerate(layer.declared.courses):
        origin = Origin(layer.document, ("courses", position))
        if course.process in own:
            issues.append(origin.issue(said("error.scenario.process_again", process=course.process), said("error.scenario.process_once")))
        own[course.process] = ChosenCourse(course, origin)
    return {**known, **own}
