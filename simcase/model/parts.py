"""What lies between a baseline and a scenario: the parts in which they differ, and the model that has some of them."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from typing import TypeAlias

from simcase.declare import AS_IS, Library, here
from simcase.defaults import CALIBRATION
from simcase.model.compose import course_of, numbers, settings, settings_of
from simcase.model.resolve import Read, build, build_in_part, read
from simcase.model.resolved import Model
from simcase.model.scenario import Chosen, ScenarioSpec, spec_of

Part: TypeAlias = str | None
"""The id of an initiative, None for all that a scenario changes besides its initiatives."""


@dataclass(frozen=True, slots=True)
class Parts:
    """A baseline and a scenario as they were read, and the parts in which they differ, in the order composed.

    `own_baseline` is what the scenario is based on where that differs from the baseline too, in more than the scenario changes of it.
    """

    baseline: Read
    scenario: Read
    names: tuple[Part, ...]
    own_baseline: str | None

    def model(self, some: Collection[Part]) -> Model:
        """Return the baseline's model with some of the parts, made of the files: what an initiative changes comes and goes with it.

        With all parts it is the scenario's model.
        """
        if set(some) == set(self.names):
            return build(self.scenario)
        if not some:
            return build(self.baseline)
        other = self.scenario.spec if None in some else self.baseline.spec
        model = build_in_part(self.scenario._replace(spec=ScenarioSpec(self._initiatives(some), other.changes, other.end, other.courses)))
        return replace(model, scenario=f"{model.scenario}.parts")

    def _initiatives(self, some: Collection[Part]) -> Mapping[str, Chosen]:
        """Return the baseline's initiatives, those named as the scenario has them: otherwise, not at all, or new."""
        there, new = self.baseline.spec.initiatives, self.scenario.spec.initiatives
        both = {name: new.get(name) if name in some else chosen for name, chosen in there.items()}
        both |= {name: chosen for name, chosen in new.items() if name in some}
        return {name: chosen for name, chosen in both.items() if chosen is not None}


def parts(baseline: str, scenario: str, *, calibration: str = CALIBRATION, fit: str | None = None, library: Library | None = None) -> Parts:
    """Return the parts in which two scenarios differ: initiatives that are gone, then those that are new or otherwise, then the rest."""
    library = library or here()
    one, other = (read(each, calibration, fit, library) for each in (baseline, scenario))
    names = _differing(one.spec, other.spec)
    return Parts(one, other, names, _own_baseline(one, other, library))


def _differing(one: ScenarioSpec, other: ScenarioSpec) -> tuple[Part, ...]:
    """Return the parts in which two specs differ."""
    there, new = one.initiatives, other.initiatives
    gone = [name for name in there if name not in new]
    names = [name for name in (*gone, *new) if settings(there.get(name)) != settings(new.get(name))]
    return (*names, *([None] if _rest(one) != _rest(other) else []))


def _own_baseline(baseline: Read, scenario: Read, library: Library) -> str | None:
    """Return what a scenario is based on where it differs from the baseline in what its own files do not change.

    Of scenarios joined those that the baseline is built upon stay beside it. None too where it is built upon all of them.
    """
    known = {layer.path for each in baseline.scenarios for layer in each.chain}
    beneath = [each.name for each in scenario.scenarios if known.issuperset(layer.path for layer in each.chain)]
    bases = [(each.chain, spec_of(each.chain[:-1], library)) for each in scenario.scenarios if each.name not in beneath]
    own = {each for chain, base in bases for each in _apart(base, spec_of(chain, library))}
    more = _apart(baseline.spec, scenario.spec) - own
    strange = [chain[-1].declared.based_on or AS_IS for chain, base in bases if more & _apart(baseline.spec, base)]
    return "+".join(dict.fromkeys((*beneath, *strange))) if strange else None


def own_initiatives(baseline: Model, scenario: Model) -> tuple[str, ...]:
    """Return the initiatives of a scenario that its baseline does not have or has with other settings, whatever is said of their sources.

    Two runs that were stored may have read one initiative in two languages.
    """
    there, settled = ({each.id: settings_of(each) for each in model.initiatives} for model in (baseline, scenario))
    return tuple(name for name, each in settled.items() if there.get(name) != each)


def _apart(one: ScenarioSpec, other: ScenarioSpec) -> set[tuple[str, str]]:
    """Return the initiatives, numbers, courses and the end in which two specs differ, each by its kind and name."""
    left, right = _content(one), _content(other)
    return {each for each in left.keys() | right.keys() if left.get(each) != right.get(each)}


def _content(spec: ScenarioSpec) -> dict[tuple[str, str], object]:
    """Return all that counts in a comparison of scenarios, by its kind and name."""
    return {("initiative", name): settings(chosen) for name, chosen in spec.initiatives.items()} | _rest(spec)


def _rest(spec: ScenarioSpec) -> dict[tuple[str, str], object]:
    """Return what counts in a comparison of scenarios besides their initiatives: the numbers changed, the end, and the courses chosen."""
    changes = {("number", path): numbers(changed) for path, changed in spec.changes.items()}
    courses = {("course", process): course_of(chosen) for process, chosen in spec.courses.items()}
    return {**changes, **courses, ("end", ""): spec.end and spec.end[0]}
