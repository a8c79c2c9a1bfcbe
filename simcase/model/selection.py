"""A scenario with further initiatives of the library, and the models that have some of those to choose from."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from simcase.declare import Library, here
from simcase.defaults import CALIBRATION
from simcase.errors import Issue, UserError, closest
from simcase.model.belonging import named_by, strangers
from simcase.model.resolve import Read, build, build_in_part, read
from simcase.model.resolved import Model
from simcase.model.scenario import from_library


@dataclass(frozen=True, slots=True)
class Selection:
    """A scenario as it was read, with all initiatives that may be chosen, and which these are."""

    made_of: Read
    names: tuple[str, ...]

    def model(self, some: Collection[str]) -> Model:
        """Return the model that has some of the initiatives to choose from and none of the others: what one changes comes and goes with it.

        With all of them it is checked whole; raises UserError for what does not fit together.
        """
        if set(some) == set(self.names):
            return build(self.made_of)
        left = {name: chosen for name, chosen in self.made_of.spec.initiatives.items() if name in some or name not in self.names}
        return build_in_part(self.made_of._replace(spec=replace(self.made_of.spec, initiatives=left)))


def selection(
    scenario: str, names: Sequence[str], *, calibration: str = CALIBRATION, fit: str | None = None, library: Library | None = None
) -> Selection:
    """Return a scenario with initiatives to choose from: its own as it has them, others as the library has them.

    Raises UserError for one that is in neither, and for files that are wrong.
    """
    library = library or here()
    found = read(scenario, calibration, fit, library)
    own = found.spec.initiatives
    strange = [name for name in names if name not in own and name not in library.initiatives()]
    if strange:
        known = {*own, *library.initiatives()}
        raise UserError([Issue("", 0, "--choose", f"'{name}'", *closest(name, known, library.labels())) for name in strange])
    further = {name: from_library(name, library) for name in names if name not in own}
    made_of = found._replace(spec=replace(found.spec, initiatives={**own, **further}))
    if issues := list(strangers(named_by(made_of.scenarios, made_of.spec), made_of.calibration, library)):
        raise UserError(issues)
    return Selection(made_of, tuple(names))
