"""Names that are not known in a file with another mistake: both are told in one round."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final, TypeAlias

from pydantic import BaseModel

from simcase.declare import Document, Library, Tree, Where, read_document, validate
from simcase.declare.fitting import FitFile
from simcase.declare.initiatives import Initiative, ScenarioFile
from simcase.declare.schema import CalibrationFile
from simcase.declare.values import Label
from simcase.errors import Issue, UserError, closest
from simcase.model.calibration import read_calibration

SCHEMAS: Final[tuple[type[BaseModel], ...]] = (ScenarioFile, Initiative, CalibrationFile, FitFile)
"""What a file may be; of two that fit equally well the first."""

Known: TypeAlias = Mapping[str, Mapping[str, Label]]
"""The names that may stand under a key, each with what it is called."""


def in_one_round(issues: Iterable[Issue], library: Library, calibration: str) -> list[Issue]:
    """Return what is wrong, of each scenario and initiative with a mistake also the names in it that are not known.

    The initiatives that a scenario with a mistake names are looked through as well.
    """
    by_file: dict[str, list[Issue]] = {}
    for each in issues:
        by_file.setdefault(each.file, []).append(each)
    for file in tuple(by_file):
        for initiative in _named(readable(file), library):
            by_file.setdefault(initiative.shown, validate(initiative, Initiative)[1])
    return [each for file, some in by_file.items() for each in _whole_file(file, some, library, calibration)]


def _whole_file(file: str, issues: list[Issue], library: Library, calibration: str) -> list[Issue]:
    """Return what is wrong with a file, with the names that are not known where it is a scenario or an initiative."""
    document = readable(file)
    schema = schema_of(document) if document else None
    if document is None or schema not in (ScenarioFile, Initiative):
        return issues
    return _with_unknown_names(issues, document, _known_names(document, schema, library, calibration))


def readable(file: str | Path) -> Document | None:
    """Return a file that can be read, None where it cannot."""
    try:
        return read_document(Path(file)) if Path(file).is_file() else None
    except UserError:
        return None


def _named(document: Document | None, library: Library) -> Iterator[Document]:
    """Yield the initiatives of the library that a scenario names as they are, none of what is no scenario."""
    if document is None or not isinstance(document.tree, dict) or schema_of(document) is not ScenarioFile:
        return
    entries = document.tree.get("initiatives")
    uses = [{"use": each} if isinstance(each, str) else each for each in entries] if isinstance(entries, list) else []
    plain = (each.get("use") for each in uses if isinstance(each, dict) and not each.get("set"))
    names = {name for name in plain if isinstance(name, str)}
    for name in sorted(names & {*library.initiatives()}):
        if (initiative := readable(library.initiative(name))) is not None:
            yield initiative


def schema_of(document: Document) -> type[BaseModel]:
    """Return what a file is meant to be: the declaration that knows most of its keys."""
    keys = set(document.tree) if isinstance(document.tree, dict) else set()
    return max(SCHEMAS, key=lambda schema: len(keys & {info.alias or name for name, info in schema.model_fields.items()}))


def _with_unknown_names(issues: Sequence[Issue], document: Document, known: Known) -> list[Issue]:
    """Return what is wrong with a file, and the names in it that are not known; of what is told of one name the nearest name is kept."""
    nearest = {_mistake(each) for each in issues if each.hint}
    unknown = (
        document.issue(where, f"'{name}'", *closest(name, known[key], known[key]))
        for where, key, name in _names(document.tree, known)
        if name not in known[key]
    )
    wrong = [each for each in unknown if _mistake(each) not in nearest]
    told = {_mistake(each) for each in wrong}
    return [*(each for each in issues if _mistake(each) not in told), *wrong]


def _mistake(issue: Issue) -> tuple[str, int, str]:
    """Return what tells mistakes apart: where they stand, and what is there."""
    return issue.file, issue.line, str(issue.found)


def _known_names(document: Document, schema: type, library: Library, calibration: str) -> Known:
    """Return the names that a scenario or an initiative may use: in the world of a calibration, or of the one that an initiative is for.

    None where that is wrong itself.
    """
    if schema is not Initiative:
        labels = library.labels()
        initiatives = {name: labels.get(name, Label(da=name, en=name)) for name in library.initiatives()}  # one that is wrong is there too
        return {"initiatives": initiatives, "use": initiatives, "without": initiatives}
    own = document.tree.get("calibration") if isinstance(document.tree, dict) else None
    try:
        meant = calibration if own in (None, *read_calibration(calibration, library).lineage) else str(own)
        sections = read_calibration(meant, library).sections
    except UserError:
        return {}
    parts = (sections.states, sections.lines, sections.segments, sections.staff)
    states, lines, segments, pools = ({each.id: each.label for each in some or ()} for some in parts)
    return {"states": states, "exits_to": states, "line": lines, "segments": segments, "pool": pools}


def _names(tree: Tree, keys: Iterable[str], where: Where = ()) -> Iterator[tuple[Where, str, str]]:
    """Yield the texts under some keys of a tree: the way to each, the key, and the text."""
    children = tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else ()
    for key, child in children:
        inside = (*where, key)
        if isinstance(key, str) and key in keys:
            several = child if isinstance(child, list) else [child]
            for at, name in enumerate(several):
                if isinstance(name, str):
                    yield (*inside, at) if isinstance(child, list) else inside, key, name
        yield from _names(child, keys, inside)
