"""A file of spells becomes a calibration in the current folder."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

from simcase.declare import AS_IS
from simcase.errors import Issue, UserError, closest
from simcase.importers.codes import read_mapping
from simcase.importers.draft import with_fit, write
from simcase.importers.estimate import Found, hazards_of
from simcase.importers.folder import new_place
from simcase.importers.privacy import refuse_named
from simcase.importers.spells import LOST, Reading
from simcase.model import labels_by_id, resolve
from simcase.words import ENGLISH, Words, said

NEEDED = "statsmodels"


def import_spells(
    path: Path, base: str, fit: str | None, name: str | None, how: Reading, mapping: Path | None = None, lang: str = ENGLISH
) -> tuple[Found, Path]:
    """Write a calibration made of a file of spells on top of another one into ./calibration; return what was found and its folder.

    What it says of its sources is in a language.
    Raises UserError for a wrong file, an unknown state for gaps, or a name that is taken; then nothing is written.
    """
    refuse_named({"--gap": how.gap, "--mapping": mapping})
    folder = new_place(name or f"{Path(base).stem}-spells", "--name")
    if find_spec(NEEDED) is None:
        raise UserError(
            [
                Issue(
                    "",
                    0,
                    "",
                    said("error.package.no_statsmodels"),
                    said("error.package.installed"),
                    said("error.package.install", extra="spells"),
                )
            ]
        )
    model = with_fit(resolve(AS_IS, calibration=base, fit=fit))
    states = [state.id for state in model.states]
    if how.gap not in {None, LOST, *states}:
        raise UserError([Issue("", 0, "--gap", f"'{how.gap}'", *closest(str(how.gap), [*states, LOST], labels_by_id(model)))])
    found = hazards_of(path, model, how, read_mapping(mapping, model) if mapping else None)
    return found, write(folder, base, found, Words(lang))
