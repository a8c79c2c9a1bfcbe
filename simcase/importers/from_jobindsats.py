"""Jobindsats becomes targets and a series of headcounts in a calibration's folder."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from simcase import __version__
from simcase.declare import AS_IS
from simcase.errors import shown_file
from simcase.importers import jobindsats, jobindsats_interface
from simcase.importers.counts import Count, CountTarget, of_year, refuse_other_years, series, target
from simcase.importers.privacy import refuse_named
from simcase.importers.write_section import free_section, own_folder, with_targets, write_section
from simcase.model import resolve
from simcase.vocabulary import write_whole
from simcase.words import ENGLISH, Words


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is wanted of Jobindsats: for which calibration, area and years, and how what is there already is treated."""

    calibration: str
    area: str
    years: tuple[int, ...]
    fit: str
    tables: tuple[str, ...] = jobindsats.ASKED
    only: Mapping[str, str] | None = None
    url: str = jobindsats_interface.URL
    refresh: bool = False
    replace: bool = False
    lang: str = ENGLISH
    """The language of the comments and sources that are written."""


@dataclass(frozen=True, slots=True)
class ImportResult:
    """What an import of counts brought: new targets, what was counted, and the files written."""

    simcase: str
    targets: tuple[CountTarget, ...]
    counts: tuple[Count, ...]
    files: tuple[str, ...]


def brought(targets: Sequence[CountTarget], counts: Sequence[Count], *files: Path) -> ImportResult:
    """Return what an import brought."""
    return ImportResult(__version__, tuple(targets), tuple(counts), tuple(map(str, files)))


def import_jobindsats(wanted: Wanted, files: Sequence[Path], table: str | None) -> ImportResult:
    """Write targets of the latest year, and the series of all years, into a calibration; from files if any, else from the interface.

    Raises UserError for anything that is not as expected; then nothing is written.
    """
    refuse_named({"--area": wanted.area, "--fit": wanted.fit, "--only": wanted.only, "--url": wanted.url})
    folder = own_folder(wanted.calibration)
    file = free_section(folder, "targets", replace=wanted.replace)
    known = {state.id for state in resolve(AS_IS, calibration=wanted.calibration, without_fit=True).states}
    read = [*_read(wanted, files, table)]
    refuse_other_years(read, wanted.years)
    counts: list[Count] = []
    for where, found in read:
        for year in sorted({each.first.year for each in found} & set(wanted.years)):
            counts += of_year(found, year, where)
    latest = max(wanted.years)
    targets = []
    for name in dict.fromkeys(each.table for each in counts):
        states = [state for state in jobindsats.TABLES[name].states if state in known]
        mine = of_year((each for each in counts if each.table == name), latest, name)
        source = f"Jobindsats {name.upper()}, {wanted.area}, {latest}: Antal fuldtidspersoner"
        if states:
            targets.append(target(mine, states, latest, wanted.fit, source))
    told, held = series(counts), folder / "jobindsats.csv"
    write_section(file, "targets", with_targets(wanted.calibration, targets), "import.head.jobindsats", Words(wanted.lang))
    write_whole(held, told)
    return brought(targets, counts, file, held)


def _read(wanted: Wanted, files: Sequence[Path], table: str | None) -> Iterator[tuple[str, list[Count]]]:
    """Yield what is counted in each file, or else in each table and year of the interface, and what that is called in messages."""
    only = wanted.only or {}
    for path in files:
        where, name = shown_file(path), jobindsats.table_of(path, table)
        yield where, jobindsats.count_rows(jobindsats.from_file(path), where, name, wanted.area, only)
    if not files:
        for name in wanted.tables:
            yield from jobindsats_interface.from_interface(name, wanted.area, wanted.years, only, wanted.url, refresh=wanted.refresh)
