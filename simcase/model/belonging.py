"""Which calibrations scenarios and initiatives are for: the one that they name and those based on it, or any."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from simcase.declare import Document, Library
from simcase.errors import Issue, UserError, closest
from simcase.model.calibration import Calibration, read_calibration
from simcase.model.scenario import Scenario, ScenarioSpec
from simcase.words import said

Named = tuple[str, Document]
"""A calibration that a file is for, and the file."""


def named_by(scenarios: tuple[Scenario, ...], spec: ScenarioSpec) -> list[Named]:
    """Return the calibrations that scenarios and their initiatives are for, each with the first file that names it."""
    layers = [(layer.declared.calibration, layer.document) for scenario in scenarios for layer in scenario.chain]
    used = [(each.initiative.calibration, each.origins[()].document) for each in spec.initiatives.values()]
    first: dict[str, Document] = {}
    for name, document in (*layers, *used):
        if name is not None:
            first.setdefault(name, document)
    return list(first.items())


def strangers(named: Iterable[Named], calibration: Calibration, library: Library) -> Iterator[Issue]:
    """Yield that a file is for another calibration than one that is neither this nor based on it, or for one that is not there."""
    for name, document in named:
        if name in calibration.lineage:
            continue
        known = library.calibrations()
        if name not in known:
            yield document.issue(("calibration",), f"'{name}'", *closest(name, known))
            continue
        fit = ", ".join(worlds({name}, library))
        found = said("error.calibration.not_based", name=name, name2=calibration.name)
        hint = said("error.calibration.choose", fit=fit) if fit else said("error.calibration.init")
        near = _near(document, calibration, library)
        hint = said("error.usage.with_hint", what=hint, hint=near) if near else hint
        yield document.issue(("calibration",), found, said("error.calibration.based", name=name), hint)


def _near(document: Document, calibration: Calibration, library: Library) -> str:
    """Return a hint at what is called as a file's scenario or initiative is and is for a calibration; empty where nothing is near."""
    file = Path(document.shown)
    labels = library.labels if file.parent.name == "initiatives" else library.titles
    known = labels(calibration.lineage)
    return closest(file.stem, (name for name in known if name != file.stem), known)[1]


def worlds(names: set[str], library: Library) -> tuple[str, ...]:
    """Return the calibrations that have people and are, or are based on, each of some calibrations."""
    return tuple(each.name for each in _readable(library) if each.sections.stock is not None and names <= set(each.lineage))


def _readable(library: Library) -> Iterator[Calibration]:
    """Yield the calibrations of a library that can be read."""
    for name in library.calibrations():
        try:
            yield read_calibration(name, library)
        except UserError:
            continue
