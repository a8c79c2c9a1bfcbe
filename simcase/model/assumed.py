"""Prices, rates and measures that were edited in the workbook of a report hold in a model instead of its own."""

from __future__ import annotations

import math
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from simcase.declare import Value, read_rows
from simcase.declare.initiatives import Change
from simcase.errors import Issue, UserError, closest
from simcase.model.changes import with_number
from simcase.model.digest import signed
from simcase.model.figures import Assumption, assumptions
from simcase.model.resolved import Model

HEADS: Final = (("path", "Sti", "Path"), ("value", "Værdi", "Value"))
"""Heads of the columns that are read, in each language of a report."""
SAME: Final = 1e-12
"""Relative difference that a spreadsheet may make of a number nobody touched."""


def assumed(model: Model, file: Path) -> Model:
    """Return a model with the prices, rates and measures of a workbook; numbers of initiatives that the model lacks are left out.

    Raises UserError with every problem: a value that is no number or is wrong there, a number twice, one that is no price but was edited.
    """
    known = {each.path: each for each in assumptions(model)}
    issues: list[Issue] = []
    rows: dict[str, tuple[int, float]] = {}
    for number, cells in read_rows(file, HEADS):
        read = _read(file, number, cells, known, issues)
        if read is None:
            continue
        path, value = read
        if path in rows:
            issues.append(Issue(str(file), number, path, "a second row", f"one row (the first is {rows[path][0]})"))
        rows.setdefault(path, (number, value))
    if not rows and not issues:
        issues.append(Issue(str(file), 0, "", "no number of this model", "the sheet of assumptions of a report"))
    for path, (number, value) in rows.items():
        if not _same(value, known[path].value):
            model = _edited(model, Change(path=path, to=value, why=f"{file.name}, row {number}"), (file, number), issues)
    if issues:
        raise UserError(issues)
    return signed(model)


def _same(value: float, other: float) -> bool:
    """Tell whether a number is the one that was written, as far as a spreadsheet keeps it."""
    return math.isclose(value, other, rel_tol=SAME, abs_tol=SAME)


def _edited(model: Model, change: Change, place: tuple[Path, int], issues: list[Issue]) -> Model:
    """Return a model with one number edited, or add what is wrong with it, at its place in the workbook."""
    try:
        return with_number(model, change)[0]
    except UserError as wrong:
        issues += [Issue(str(place[0]), place[1], each.path, each.found, each.expected, each.hint) for each in wrong.issues]
        return model


def _read(
    file: Path, number: int, cells: Mapping[str, Value], known: Mapping[str, Assumption], issues: list[Issue]
) -> tuple[str, float] | None:
    """Return the path and value of a row, or add what is wrong with it; rows without a path, and notes below the table, are none."""
    path, value = cells["path"], cells["value"]
    if not isinstance(path, str) or (path not in known and (value is None or path.startswith("initiatives."))):
        return None
    if path not in known:
        issues.append(Issue(str(file), number, path, "a number that this model does not have", *closest(path, known)))
    elif isinstance(value, bool) or not isinstance(value, float) or not math.isfinite(value):
        issues.append(Issue(str(file), number, path, f"'{value}'" if value is not None else "nothing", "a number"))
    elif not known[path].price and not _same(value, known[path].value):
        expected = f"{known[path].value:g}: only prices, rates and measures are read back, for others write a scenario"
        issues.append(Issue(str(file), number, path, f"{value:g}", expected))
    else:
        return path, value
    return None
