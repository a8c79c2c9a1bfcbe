"""Read a calibration: the files of its folder as one, on top of those that it is based on, and its fit."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from simcase.declare import Document, Library, is_path, path_of, read_declaration, shown_path, shown_value
from simcase.declare.fitting import FitFile
from simcase.declare.schema import CalibrationFile
from simcase.errors import Issue, UserError, closest, why_refused
from simcase.model.layers import addable, added
from simcase.model.origins import Origin, Origins
from simcase.model.resolved import Stored
from simcase.words import said

BESIDE: Final = {
    "donors": said("error.calibration.calibrate_writes"),
    "members": said("error.calibration.forecast_writes"),
}
"""Files beside a fit, and how they are written anew with it."""
SHOWN: Final = 12
"""Characters of a digest that a message shows."""


@dataclass(frozen=True, slots=True)
class Calibration:
    """A calibration in one piece: its sections, where each was written, and its folders, nearest first."""

    name: str
    sections: CalibrationFile
    origins: Origins
    folders: tuple[Path, ...]

    @property
    def lineage(self) -> tuple[str, ...]:
        """Return its own name and those of the calibrations that it is based on."""
        return self.name, *(folder.name for folder in self.folders[1:])


@dataclass(frozen=True, slots=True)
class Fit:
    """The values of the unknowns, and the files stored beside them."""

    name: str | None = None
    fitted: Mapping[str, float] | None = None
    covariance: tuple[tuple[float, ...], ...] = ()
    donors: Stored | None = None
    members: Stored | None = None
    known_until: date | None = None


def read_calibration(reference: str, library: Library) -> Calibration:
    """Read a calibration by name or path; raises UserError with every problem of its files."""
    path = path_of(reference) if is_path(reference) else library.calibration(reference)
    name = path.stem if path.suffix == ".yaml" else path.resolve().name
    sections: dict[str, object] = {}
    origins: dict[tuple[str | int, ...], Origin] = {}
    folders: list[Path] = []
    adding: set[str] = set()
    while True:
        own, places, base = _folder(path)
        adds = _adds(own, places)
        folders.append(path.parent if path.suffix == ".yaml" else path)
        for section, value in own.items():
            if section not in sections:
                sections[section], origins[section,] = value, places[section]
            elif section in adding:
                sections[section] = added(section, value, places[section], sections[section], origins)
        adding = adds | (adding - own.keys())
        if base is None:
            break
        path = _next(base, folders, library)
    return Calibration(name, CalibrationFile.model_construct(**sections), origins, tuple(folders))  # type: ignore[arg-type]


def _adds(own: dict[str, object], places: Mapping[str, Origin]) -> set[str]:
    """Return the sections of a folder that add to those of the folder that it is based on; raises UserError for what cannot."""
    named = tuple(map(str, own.pop("adds", ())))  # type: ignore[call-overload]
    able = [section for section, value in own.items() if addable(value)]
    wrong = [(at, name) for at, name in enumerate(named) if name not in able]
    if wrong:
        raise UserError([places["adds"].below((at,)).issue(f"'{name}'", *closest(name, able)) for at, name in wrong])
    return set(named)


def _next(base: tuple[str, Origin], folders: list[Path], library: Library) -> Path:
    """Return the folder of the calibration that another one is based on."""
    name, origin = base
    try:
        path = library.calibration(name)
    except UserError:
        raise UserError([origin.issue(f"'{name}'", *closest(name, library.calibrations()))]) from None
    if path.resolve() in {folder.resolve() for folder in folders}:
        raise UserError([origin.issue(said("error.based.on_this", name=name), said("error.calibration.not_itself"))])
    return path


def _folder(path: Path) -> tuple[dict[str, object], dict[str, Origin], tuple[str, Origin] | None]:
    """Return the sections of one folder, where each was written, and what the folder is based on."""
    issues: list[Issue] = []
    sections: dict[str, object] = {}
    places: dict[str, Origin] = {}
    for file in _files(path):
        read = _file(file, issues)
        if read is None:
            continue
        document, declared = read
        for section in sorted(declared.model_fields_set):
            if section in places:
                expected = said("error.calibration.section_once", shown=places[section].document.shown)
                issues.append(document.issue((section,), said("error.calibration.section_again", section=section), expected))
            sections[section] = getattr(declared, section)
            places[section] = Origin(document, (section,))
    if issues:
        raise UserError(issues)
    based_on = sections.pop("based_on", None)
    own = {section: value for section, value in sections.items() if value is not None}
    return own, places, (str(based_on), places["based_on"]) if based_on is not None else None


def _files(path: Path) -> list[Path]:
    """Return the YAML files of a calibration, sorted by name."""
    if path.suffix == ".yaml":
        return [path]
    files = sorted(file for file in path.glob("*.yaml") if not file.name.startswith(".")) if path.is_dir() else []
    if not files:
        raise UserError([Issue("", 0, "", said("error.calibration.no_yaml", as_posix=path.as_posix()), said("error.calibration.folder"))])
    return files


def _file(file: Path, issues: list[Issue]) -> tuple[Document, CalibrationFile] | None:
    """Return one file of a calibration, or None where it is wrong; what is wrong joins the issues."""
    try:
        return read_declaration(file, CalibrationFile)
    except UserError as error:
        issues.extend(error.issues)
        return None


def read_fit(calibration: Calibration, name: str | None) -> Fit:
    """Read a fit of a calibration: the one named, else the calibration's own; none where neither is named."""
    declared = calibration.sections.fit
    chosen = name or declared
    if chosen is None:
        return Fit()
    path = next((path for folder in calibration.folders if (path := folder / "fits" / f"{chosen}.yaml").is_file()), None)
    if path is None:
        raise UserError([_missing(calibration, chosen, asked=name is not None)])
    document, read = read_declaration(path, FitFile)
    _refuse_unknown(calibration, document, read)
    values = {one.id: one.value for one in read.parameters}
    donors, members = (_stored(document, getattr(read, name), name, path.with_name(f"{path.stem}.{name}.npz")) for name in BESIDE)
    return Fit(chosen, values, read.covariance, donors, members, read.known_until)


def _stored(document: Document, named: str | None, name: str, path: Path) -> Stored | None:
    """Return what a fit names: the file beside it, which has to be the one that was written with it."""
    if named is None and not path.exists():
        return None
    digest, found = None, said("error.file.not_ordinary") if path.exists() else said("error.file.none")
    try:
        if path.is_file():
            with path.open("rb") as file:
                digest = hashlib.file_digest(file, "sha256").hexdigest()
            found = said("error.fit.sha", digest=digest[:SHOWN])
    except OSError as error:
        found = said("error.file.unreadable", reason=why_refused(error))
    if digest is None or digest != named:
        expected = said("error.fit.written_with", named=named[:SHOWN]) if named else said("error.fit.names_none")
        raise UserError(
            [document.issue((name,), said("error.fit.found_at", found=found, shown_path=shown_path(path)), expected, BESIDE[name])]
        )
    return Stored(path.absolute(), digest)


def fits_of(calibration: Calibration) -> tuple[str, ...]:
    """Return the fits that a calibration has files for, its own first."""
    there = {path.stem for folder in calibration.folders for path in (folder / "fits").glob("*.yaml")}
    own = calibration.sections.fit
    return tuple(sorted(there, key=lambda name: (name != own, name)))


def _missing(calibration: Calibration, name: str, *, asked: bool) -> Issue:
    """Return the issue that a fit has no file: where the calibration names it, or on the command line."""
    known = fits_of(calibration)
    expected, hint = closest(name, known)
    expected = expected if known else said("error.fit.with_file")
    if asked:
        return Issue("", 0, "--fit", shown_value(name), expected, hint)
    return calibration.origins["fit",].issue(shown_value(name), expected, hint)


def _refuse_unknown(calibration: Calibration, document: Document, fit: FitFile) -> None:
    """Refuse a fit that names an unknown twice, or one that the calibration does not have."""
    known = [parameter.id for parameter in calibration.sections.parameters or ()]
    issues: list[Issue] = []
    seen: set[str] = set()
    for position, one in enumerate(fit.parameters):
        if one.id not in known:
            issues.append(document.issue(("parameters", position, "id"), f"'{one.id}'", *closest(one.id, known)))
        elif one.id in seen:
            issues.append(document.issue(("parameters", position, "id"), said("error.id.again", id=one.id), said("error.fit.unknown_once")))
        seen.add(one.id)
    rows = [len(row) for row in fit.covariance]
    if rows and rows != [len(fit.parameters)] * len(fit.parameters):
        expected = said("error.fit.covariance", n=len(fit.parameters))
        issues.append(document.issue(("covariance",), said("error.fit.rows_of", rows=rows), expected))
    if issues:
        raise UserError(issues)
