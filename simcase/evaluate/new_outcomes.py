"""Outcomes that become known later are added to a backtest of the user's own."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any, Final

from simcase.declare import read_declaration, shown_value, write_yaml
from simcase.declare.backtest import Observed, OutcomesFile
from simcase.errors import Issue, UserError
from simcase.evaluate.cases import FOLDER, OUTCOMES, Case, read_case, read_outcomes
from simcase.vocabulary import write_whole
from simcase.words import said

ORDER: Final = ("series", "on", "value", "grade", "source", "note")
"""The keys of an outcome, as they are written."""


def case_of(file: Path) -> str:
    """Return the backtest that a file of outcomes names; raises UserError where it is wrong or names none."""
    document, declared = read_declaration(file, OutcomesFile)
    if declared.case is None:
        raise UserError([document.issue(("case",), said("error.value.nothing"), said("error.backtest.name"))])
    return declared.case


def add_outcomes(reference: str, file: Path) -> tuple[Case, int]:
    """Add the outcomes of a file to a backtest in the current folder; return the backtest and how many were new.

    One that is there already with the same value is left. Raises UserError, and changes nothing, where one is there with another value,
    where the file is wrong, and for a backtest that is only shipped.
    """
    case = read_case(reference)
    if case.folder.resolve().parent != (Path.cwd() / FOLDER).resolve():
        hint = said("error.backtest.init")
        raise UserError(
            [Issue(case.folder.as_posix(), 0, "", said("error.backtest.elsewhere"), said("error.backtest.in_folder", folder=FOLDER), hint)]
        )
    known = {(each.series, each.on): each for each in read_outcomes(case)}
    issues, new = [], []
    for each in read_outcomes(case, file):
        before = known.get((each.series, each.on))
        if before is None:
            new.append(each)
        elif before.value != each.value:
            expected = said("error.backtest.as_says", value=before.value, folder=case.folder / OUTCOMES)
            issues.append(Issue(file.as_posix(), 0, f"{each.series} {each.on}", shown_value(each.value), expected))
    if issues:
        raise UserError(issues)
    if new:
        _write(case.folder / OUTCOMES, [*known.values(), *new])
    return case, len(new)


def _write(path: Path, outcomes: list[Observed]) -> None:
    """Write outcomes in the order of their dates, whole or not at all."""
    ordered = sorted(outcomes, key=lambda each: (each.on, each.series))
    told: list[Any] = [{name: value for name in ORDER if (value := getattr(each, name)) != ""} for each in ordered]
    text = io.StringIO()
    write_yaml({"outcomes": told}, text)
    write_whole(path, text.getvalue())
