"""The scenarios and initiatives of a library, a row each."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from simcase.declare import Library, read_document, validate
from simcase.declare.initiatives import Initiative, ScenarioFile
from simcase.declare.values import Label
from simcase.errors import Issue, UserError
from simcase.present.table import Column, Row, Table, texts
from simcase.words import Words

Entry = tuple[str, Label, Label | None]
"""A name, a title, and a description where there is one."""

SENTENCE_ENDS = re.compile(r"(?<=[.!?])\s+(?=[A-ZÆØÅ])")


def scenarios_table(library: Library, words: Words) -> tuple[Table, list[Issue]]:
    """Return the list of scenarios and initiatives, and what is wrong with the files that are not on it."""
    issues: list[Issue] = []
    scenarios = _entries(library.scenarios(), lambda name: _scenario(library.scenario(name)), issues)
    initiatives = _entries(library.initiatives(), lambda name: _initiative(library.initiative(name)), issues)
    name, *others = (words.say(f"scenarios.{head}") for head in ("name", "title", "about"))
    rows = [
        Row([words.say("scenarios.scenarios")], "strong"),
        *_rows(scenarios, words),
        Row([words.say("scenarios.initiatives")], "strong", apart=True),
        *_rows(initiatives, words),
    ]
    return Table("", "", [Column("", name, "label"), *texts(*others)], rows), issues


def _rows(entries: Iterable[Entry], words: Words) -> Iterator[Row]:
    """Yield a row an entry: its name on one line, its title and what it is about over as many as they need."""
    for name, title, about in entries:
        sentence = SENTENCE_ENDS.split(words.text(about).strip(), 1)[0] if about else ""
        yield Row([name, words.text(title), sentence])


def _entries(names: Iterable[str], read: Callable[[str], tuple[Label, Label | None]], issues: list[Issue]) -> Iterator[Entry]:
    """Yield what each name stands for; what is wrong joins the issues."""
    for name in names:
        try:
            yield (name, *read(name))
        except UserError as wrong:
            issues.extend(wrong.issues)


def _scenario(path: Path) -> tuple[Label, Label | None]:
    """Return title and description of a scenario."""
    declared, issues = validate(read_document(path), ScenarioFile)
    if declared is None:
        raise UserError(issues)
    return declared.title, declared.description


def _initiative(path: Path) -> tuple[Label, Label | None]:
    """Return name and description of an initiative."""
    declared, issues = validate(read_document(path), Initiative)
    if declared is None:
        raise UserError(issues)
    return declared.label, declared.description
