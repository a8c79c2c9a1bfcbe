"""Read a backtest: a folder with what was known, a small world or the name of a shipped one, and what came after."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from simcase.declare import Library, here, is_name, is_path, path_of, read_declaration
from simcase.declare.backtest import CaseFile, Observed, OutcomesFile, Series
from simcase.errors import Issue, UserError, closest
from simcase.words import said

CASE: Final = "case.yaml"
OUTCOMES: Final = "outcomes.yaml"
FOLDER: Final = "backtests"


@dataclass(frozen=True, slots=True)
class Case:
    """A backtest without what came after: nothing in it tells of a day after the forecast."""

    name: str
    folder: Path
    declared: CaseFile

    @property
    def library(self) -> Library:
        """Return where the case's world is looked up: in its own folder, then as anywhere else."""
        return Library((self.folder, *here().roots))

    def series(self, name: str) -> Series:
        """Return a series by name; KeyError where there is none."""
        return {each.id: each for each in self.declared.series}[name]


def names() -> tuple[str, ...]:
    """Return the names of the backtests in the current folder and of those shipped, sorted."""
    folders = (path for root in here().roots for path in sorted((root / FOLDER).glob(f"*/{CASE}")))
    return tuple(sorted({path.parent.name for path in folders}))


def folder_of(reference: str) -> Path:
    """Return the folder of a backtest, by name or path; raises UserError for an unknown one."""
    if is_path(reference):
        return path_of(reference)
    if is_name(reference):
        for root in here().roots:
            if (root / FOLDER / reference / CASE).is_file():
                return root / FOLDER / reference
    raise UserError([Issue("", 0, "", f"'{reference}'", *closest(reference, names()))])


def read_case(reference: str) -> Case:
    """Read a backtest, but not what came after; raises UserError with every problem of its file."""
    folder = folder_of(reference)
    document, declared = read_declaration(folder / CASE, CaseFile)
    issues = [document.issue(where, found, expected) for where, found, expected in _wrong(declared)]
    if issues:
        raise UserError(issues)
    return Case(folder.resolve().name, folder, declared)


def read_outcomes(case: Case, file: Path | None = None) -> tuple[Observed, ...]:
    """Read what came after a backtest's forecast, none where nothing is known yet; raises UserError with every problem of the file."""
    path = file or case.folder / OUTCOMES
    if file is None and not path.is_file():
        return ()
    document, declared = read_declaration(path, OutcomesFile)
    issues = [document.issue(where, found, expected, hint) for where, found, expected, hint in _misplaced(case, declared)]
    if issues:
        raise UserError(issues)
    return declared.outcomes


def _wrong(case: CaseFile) -> Iterator[tuple[tuple[str | int, ...], str, str]]:
    """Yield where a backtest contradicts itself, what was found and what is expected; nothing known may be of a later day."""
    day = case.forecast_date
    if case.until <= day:
        yield ("until",), str(case.until), said("error.backtest.after", day=day)
    seen: set[str] = set()
    for position, series in enumerate(case.series):
        if series.id in seen:
            yield ("series", position, "id"), said("error.id.again", id=series.id), said("error.backtest.series_once")
        seen.add(series.id)
        days = [known.on for known in series.known]
        if days != sorted(set(days)):
            yield ("series", position, "known"), said("error.backtest.unordered"), said("error.backtest.rise")
        for number, known in enumerate(series.known):
            if known.on > day:
                yield ("series", position, "known", number, "on"), str(known.on), said("error.backtest.no_later", day=day)


def _misplaced(case: Case, declared: OutcomesFile) -> Iterator[tuple[tuple[str | int, ...], str, str, str]]:
    """Yield where outcomes do not belong to a backtest: of another case or series, not after the forecast, told twice."""
    if declared.case is not None and declared.case != case.name:
        yield ("case",), f"'{declared.case}'", f"'{case.name}'", ""
    first, last = case.declared.forecast_date, case.declared.until
    ids = [series.id for series in case.declared.series]
    seen: set[tuple[str, object]] = set()
    for position, each in enumerate(declared.outcomes):
        where = ("outcomes", position)
        if each.series not in ids:
            yield (*where, "series"), f"'{each.series}'", *closest(each.series, ids)
        if not first < each.on <= last:
            yield (*where, "on"), str(each.on), said("error.backtest.between", first=first, last=last), ""
        if (each.series, each.on) in seen:
            yield where, said("error.backtest.again", series=each.series, on=each.on), said("error.backtest.outcome_once"), ""
        seen.add((each.series, each.on))
