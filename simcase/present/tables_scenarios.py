"""The scenarios and initiatives of a library, a row each."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path

from simcase.declare import Library, read_declaration
from simcase.declare.initiatives import Initiative, ScenarioFile
from simcase.declare.values import Label
from simcase.defaults import CALIBRATION
from simcase.errors import Issue, UserError
from simcase.model.files import elsewhere, last_day
from simcase.present.table import Column, Row, Table, texts
from simcase.words import Words

Entry = tuple[str, Label, Label | None, str | None, date | None]
"""A name, a title, a description where there is one, the calibration that it is for where that is another one, its own last day."""

SENTENCE_ENDS = re.compile(r"(?<=[.!?])\s+(?=[A-ZÆØÅ])")


def scenarios_table(library: Library, words: Words, calibration: str = CALIBRATION) -> tuple[Table, list[Issue]]:
    """Return the list of scenarios and initiatives, and what is wrong with the files that are not on it.

    Where one is for another calibration than the one named, with which it cannot be simulated, it says so.
    """
    issues: list[Issue] = []
    scenarios, initiatives = (
        _entries(
            {name: find(name) for name in names},
            read,
            issues,
            lambda path: (elsewhere(str(path), library, calibration), last_day(str(path), library)),
        )
        for names, find, read in (
            (library.scenarios(), library.scenario, _scenario),
            (library.initiatives(), library.initiative, _initiative),
        )
    )
    name, *others = (words.say(f"scenarios.{head}") for head in ("name", "title", "about"))
    rows = [
        Row([words.say("scenarios.scenarios")], "strong"),
        *_rows(scenarios, calibration, words),
        Row([words.say("scenarios.initiatives")], "strong", apart=True),
        *_rows(initiatives, calibration, words),
    ]
    return Table("", "", [Column("", name, "label"), *texts(*others)], rows), issues


def _rows(entries: Iterable[Entry], calibration: str, words: Words) -> Iterator[Row]:
    """Yield a row an entry: its name on one line, its title and what it is about over as many as they need."""
    for name, title, about, world, end in entries:
        said = [SENTENCE_ENDS.split(words.text(about).strip(), 1)[0]] if about else []
        said += [words.say("scenarios.for", calibration=world, asked=calibration)] if world else []
        said += [words.say("scenarios.until", end=words.date(end))] if end else []
        yield Row([name, words.text(title), " ".join(said)])


def _entries(
    paths: Mapping[str, Path],
    read: Callable[[Path], tuple[Label, Label | None]],
    issues: list[Issue],
    where: Callable[[Path], tuple[str | None, date | None]],
) -> Iterator[Entry]:
    """Yield what each name stands for; what is wrong joins the issues."""
    for name, path in paths.items():
        try:
            yield (name, *read(path), *where(path))
        except UserError as wrong:
            issues.extend(wrong.issues)


def _scenario(path: Path) -> tuple[Label, Label | None]:
    """Return title and description of a scenario."""
    _, declared = read_declaration(path, ScenarioFile)
    return declared.title, declared.description


def _initiative(path: Path) -> tuple[Label, Label | None]:
    """Return name and description of an initiative."""
    _, declared = read_declaration(path, Initiative)
    return declared.label, declared.description
