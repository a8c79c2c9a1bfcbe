"""Check files before anything is run: a scenario, an initiative, a calibration, or all there are."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Final

from simcase.declare import AS_IS, Document, Library, is_path, path_of, read_document, validate
from simcase.declare.initiatives import Initiative, ScenarioFile
from simcase.defaults import CALIBRATION
from simcase.errors import Issue, UserError, closest
from simcase.model.belonging import Named, named_by, strangers, worlds
from simcase.model.calibration import read_calibration
from simcase.model.check_dates import over_time
from simcase.model.check_initiatives import initiatives
from simcase.model.check_money import money
from simcase.model.check_names import in_one_round, schema_of
from simcase.model.donors import read_donors
from simcase.model.labels import labels_by_id
from simcase.model.members import read_members
from simcase.model.resolve import resolve
from simcase.model.resolved import Model
from simcase.model.scenario import read_scenario, spec_of
from simcase.words import said

FITS: Final = "fits"
"""The folder of a calibration in which its fits stand."""


def everything(library: Library) -> list[str]:
    """Return all calibrations, initiatives and scenarios, as paths, of the first folder of a library that has any."""
    for root in library.roots:
        own = Library((root,))
        named = [(own.calibration, own.calibrations()), (own.initiative, own.initiatives()), (own.scenario, own.scenarios())]
        found = [str(find(name)) for find, names in named for name in names]
        if found:
            return found
    return []


def all_problems(library: Library, calibration: str = CALIBRATION) -> list[Issue]:
    """Return everything that is wrong with all calibrations, initiatives and scenarios there are.

    Scenarios and initiatives are held against the calibration named or, where they are for others, against those that they are for.
    """
    held = ((each, world) for each in everything(library) for world in _worlds(each, library, calibration))
    return list(dict.fromkeys(issue for each, world in held for issue in problems(each, library, world)))


def without_world(library: Library, calibration: str = CALIBRATION) -> list[Path]:
    """Return the files of scenarios and initiatives for which there is no calibration with people to hold them against."""
    return [file for each in everything(library) if not _worlds(each, library, calibration) for file in files_of(each, library)]


def elsewhere(reference: str, library: Library, calibration: str) -> str | None:
    """Return the calibration that a scenario or an initiative, given as a path, is for where it is for another than the one named."""
    try:
        lineage = read_calibration(calibration, library).lineage
        return next((name for name, _ in _named(Path(reference), library) if name not in lineage), None)
    except UserError:
        return None


def last_day(reference: str, library: Library) -> date | None:
    """Return the last day that a scenario, given as a path, says is simulated, None where it says none or is wrong."""
    try:
        end = spec_of(read_scenario(reference, library).chain, library).end
    except UserError:
        return None
    return end[0] if end else None


def _worlds(reference: str, library: Library, calibration: str) -> tuple[str, ...]:
    """Return the calibrations to hold a scenario or an initiative against, one that has a mistake against the one named."""
    path = Path(reference)
    if path.is_dir():
        return (calibration,)
    try:
        names = {name for name, _ in _named(path, library)}
        if names <= set(read_calibration(calibration, library).lineage):
            return (calibration,)
    except UserError:
        return (calibration,)
    return worlds(names, library)


def _named(path: Path, library: Library) -> list[Named]:
    """Return the calibrations that a scenario or an initiative is for."""
    document = read_document(path)
    if schema_of(document) is Initiative:
        initiative, _ = validate(document, Initiative)
        return _asked(initiative, document) if initiative else []
    scenario = read_scenario(str(path), library)
    return named_by((scenario,), spec_of(scenario.chain, library))


def _asked(initiative: Initiative, document: Document) -> list[Named]:
    """Return the calibration that an initiative is for, where it names one."""
    return [(initiative.calibration, document)] if initiative.calibration else []


def fitting(model: Model, calibration: str, library: Library) -> list[Initiative]:
    """Return the initiatives that the model of a calibration can have: those for it that can be read and used, and agree with it."""
    lineage = read_calibration(calibration, library).lineage
    return [
        initiative
        for name, initiative in library.readable_initiatives()
        if initiative.id == name and initiative.calibration in (None, *lineage)
        if not any(initiatives(replace(model, initiatives=(initiative,))))
    ]


def staffed(model: Model, calibration: str, library: Library) -> list[str]:
    """Return the scenarios of a calibration that themselves use an initiative which takes hours of staff that the model has."""
    there = {pool.id for pool in model.staff if pool.hours_a_week.value > 0.0}
    taking = {each.id for each in fitting(model, calibration, library) if each.staff is not None and each.staff.pool in there}
    return [name for name, scenario in library.readable_scenarios() if taking & {use.use for use in scenario.initiatives}]


def files_of(reference: str, library: Library) -> list[Path]:
    """Return the files that a reference without problems names; the scenario without initiatives has none."""
    if _joined(reference):
        return [file for part in reference.split("+") for file in files_of(part, library)]
    if reference == AS_IS:
        return []
    path = path_of(reference) if is_path(reference) else _place(reference, library)
    return sorted(path.rglob("*.yaml")) if path.is_dir() else [path] if path.is_file() else []


def problems(reference: str, library: Library, calibration: str = CALIBRATION) -> list[Issue]:
    """Return everything that is wrong with a scenario, an initiative or a calibration, named or given as a path.

    A scenario and an initiative are held against the calibration named.
    """
    try:
        _check(reference, library, calibration)
    except UserError as error:
        return list(error.issues)
    return []


def _check(reference: str, library: Library, calibration: str) -> None:
    """Check what a reference names; raises UserError with everything that is wrong."""
    if _joined(reference) or reference == AS_IS or reference in library.scenarios():
        resolve(reference, calibration=calibration, library=library)
        return
    path = path_of(reference) if is_path(reference) else _place(reference, library)
    if path.is_dir():
        _check_calibration(path, library)
        return
    document = read_document(path)
    schema = schema_of(document)
    if schema is ScenarioFile:
        resolve(str(path), calibration=calibration, library=library)
    elif schema is Initiative:
        _check_initiative(path, document, library, calibration)
    else:
        _check_calibration(_whole(path), library)


def _joined(reference: str) -> bool:
    """Tell whether a reference names several scenarios; a file whose own path has a plus is one."""
    return "+" in reference and not path_of(reference).exists()


def _place(name: str, library: Library) -> Path:
    """Return the file or folder that a name stands for: of a scenario, a calibration or an initiative."""
    kinds = (
        (library.scenario, library.scenarios()),
        (library.calibration, library.calibrations()),
        (library.initiative, library.initiatives()),
    )
    for find, names in kinds:
        if name in names:
            return find(name)
    raise UserError([Issue("", 0, "", f"'{name}'", *closest(name, {name for _, names in kinds for name in names}, library.titles()))])


def _whole(path: Path) -> Path:
    """Return the calibration that a file is a part of: the folder around it among calibrations, or the file itself."""
    folder = path.parent.parent if path.parent.name == FITS else path.parent
    return folder if folder.resolve().parent.name == "calibration" else path


def _check_calibration(path: Path, library: Library) -> None:
    """Check a calibration and each of its fits; one that others are based on, or that has no people, need not be complete."""
    reference = f"{path.parent}/{path.name}"
    base = read_calibration(reference, library)
    told = base.sections
    if path.resolve() in _bases(library) or (told.start is None and told.stock is None):
        return
    fits = sorted(file.stem for file in base.folders[0].glob(f"{FITS}/*.yaml"))
    issues = [issue for fit in (None, *fits) for issue in _resolving(reference, fit, library)]
    if issues:
        raise UserError(issues)


def _resolving(calibration: str, fit: str | None, library: Library) -> tuple[Issue, ...]:
    """Return what is wrong with the world of a calibration without initiatives, its starting stock included."""
    try:
        model = resolve(AS_IS, calibration=calibration, fit=fit, library=library)
        read_donors(model)
        read_members(model)
    except UserError as error:
        return error.issues
    return ()


def _bases(library: Library) -> set[Path]:
    """Return the folders that calibrations of a library are based on; a calibration that cannot be read is passed over."""
    bases: set[Path] = set()
    for name in library.calibrations():
        try:
            bases.update(folder.resolve() for folder in read_calibration(name, library).folders[1:])
        except UserError:
            continue
    return bases


def _check_initiative(path: Path, document: Document, library: Library, calibration: str) -> None:
    """Check an initiative by itself, then against the world of a calibration."""
    initiative, issues = validate(document, Initiative)
    if initiative is None:
        raise UserError(in_one_round(issues, library, calibration))
    if initiative.id != path.stem:
        issues.append(document.issue(("id",), f"'{initiative.id}'", said("error.scenario.file_name", stem=path.stem)))
    issues += strangers(_asked(initiative, document), read_calibration(calibration, library), library)
    if issues:
        raise UserError(issues)
    world = resolve(AS_IS, calibration=calibration, library=library, without_fit=True)
    alone = replace(world, initiatives=(initiative,))
    found = list(initiatives(alone))
    found += [] if found else list(over_time(alone, money))
    found = [each.called(labels_by_id(alone)) for each in found]
    issues += [document.issue(one.where[2:], one.found, one.expected, one.hint) for one in found]
    if issues:
        raise UserError(issues)
