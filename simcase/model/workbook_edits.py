"""Prices, rates and measures that were edited in the workbook of a report hold in a model instead of its own."""

from __future__ import annotations

import hashlib
import math
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Final

from simcase.declare import Row, Value, dotted, has_rows, read_rows, shown_value
from simcase.errors import Issue, UserError, closest
from simcase.model.changes import set_to
from simcase.model.checks import findings
from simcase.model.figures import Assumption, assumptions
from simcase.model.resolved import Edits, Model
from simcase.words import said

HEADS: Final = (("path", "Sti", "Path"), ("value", "Værdi", "Value"))
"""Heads of the columns that are read, in each language of a report."""
RANGE: Final = (("low", "Fra", "From"), ("high", "Til", "To"))
"""Heads of columns beside them that stay as they were written, where they are there."""
PRICES: Final = (
    HEADS[0],
    ("factor", "Faktor", "Factor"),
    ("before", "Uændret pris", "Price unchanged"),
    ("price", "Brutto pr. fuldtidsperson om året", "Gross per full-time person and year"),
)
"""Heads of the sheet on which a price stands for a number that goes up and down with it."""
ON_PRICES: Final = "on_prices"
"""Mark of a row of that sheet."""
SAME: Final = 1e-12
"""Relative difference that a spreadsheet may make of a number nobody touched."""


def with_workbook_edits(model: Model, file: Path) -> Model:
    """Return a model with the prices, rates and measures of a workbook, which it names; numbers of initiatives that it lacks are left out.

    Raises UserError with every problem: a value that is no number or is wrong there, a number twice, one that is no price but was edited,
    and an edited range.
    """
    table = _table(file)
    known = {each.path: each for each in assumptions(model)}
    issues: list[Issue] = []
    rows: dict[str, tuple[int, float]] = {}
    for number, cells in table:
        read = _read(file, number, cells, known, issues)
        if read is None:
            continue
        path, value = read
        if path in rows:
            issues.append(Issue(str(file), number, path, said("error.table.second_row"), said("error.table.one_row", rows=rows[path][0])))
        rows.setdefault(path, (number, value))
    if not rows and not issues:
        issues.append(Issue(str(file), 0, "", said("error.assumptions.none"), said("error.assumptions.sheet")))
    changes = {path: row for path, row in rows.items() if not _same(row[1], known[path].value)}
    for path, (number, value) in changes.items():
        model = _edited(model, path, value, (file, number), issues)
    issues += [Issue(str(file), 0, dotted(each.where), each.found, each.expected, each.hint) for each in findings(model)]
    if issues:
        raise UserError(issues)
    unused = tuple(dict.fromkeys(str(cells["path"]) for _, cells in table if _foreign(cells["path"], known)))
    return replace(model, edits=Edits(str(file), hashlib.sha256(file.read_bytes()).hexdigest(), tuple(changes), unused))


def _table(file: Path) -> list[Row]:
    """Return the rows of a workbook's numbers; where it has a sheet of prices, those that prices stand for come from there.

    A price that is no number stands for itself, and so is told. A number that was edited beside its price stands there twice.
    """
    rows = read_rows(file, HEADS, RANGE)
    for number, cells in read_rows(file, PRICES) if has_rows(file, PRICES) else ():
        price, before, factor = (cells[name] for name in ("price", "before", "factor"))
        rows = [row for row in rows if (row[1]["path"], row[1]["value"]) != (cells["path"], factor)]
        value = price
        if isinstance(price, float) and isinstance(before, float) and isinstance(factor, float) and before > 0.0:
            value = factor * price / before
        rows.append((number, {"path": cells["path"], "value": value, ON_PRICES: True}))
    return rows


def _foreign(path: Value, known: Mapping[str, Assumption]) -> bool:
    """Tell whether a path leads to a number of an initiative that the model does not have."""
    return isinstance(path, str) and path.startswith("initiatives.") and path not in known


def _same(value: float, other: float) -> bool:
    """Tell whether a number is the one that was written, as far as a spreadsheet keeps it."""
    return math.isclose(value, other, rel_tol=SAME, abs_tol=SAME)


def _edited(model: Model, path: str, value: float, place: tuple[Path, int], issues: list[Issue]) -> Model:
    """Return a model with one number edited, or add what is wrong with it, at its place in the workbook."""
    try:
        return set_to(model, path, value, f"{place[0].name}, row {place[1]}")
    except UserError as wrong:
        issues += [Issue(str(place[0]), place[1], each.path, each.found, each.expected, each.hint) for each in wrong.issues]
        return model


def _read(
    file: Path, number: int, cells: Mapping[str, Value], known: Mapping[str, Assumption], issues: list[Issue]
) -> tuple[str, float] | None:
    """Return the path and value of a row, or add what is wrong with it; rows without a path, and notes below the table, are none."""
    path, value = cells["path"], cells["value"]
    if not isinstance(path, str) or _foreign(path, known) or (path not in known and value is None):
        return None
    if path not in known:
        issues.append(Issue(str(file), number, path, said("error.assumptions.foreign"), *closest(path, known)))
    elif isinstance(value, bool) or not isinstance(value, float):
        where = said("error.assumptions.on_prices", path=path) if ON_PRICES in cells else path
        issues.append(Issue(str(file), number, where, shown_value(value), said("error.value.number")))
    elif not known[path].price and not _same(value, known[path].value):
        expected = said("error.assumptions.not_read", value=known[path].value)
        issues.append(Issue(str(file), number, path, shown_value(value), expected))
    else:
        issues += _ranged(file, number, cells, known[path])
        return path, value
    return None


def _ranged(file: Path, number: int, cells: Mapping[str, Value], known: Assumption) -> list[Issue]:
    """Return the ends of a number's range that were edited, which are not read back."""
    ends = ((name, cells.get(name[0]), stated) for name, stated in zip(RANGE, (known.low, known.high), strict=True))
    return [
        Issue(
            str(file),
            number,
            known.path,
            said("error.assumptions.range", found=found, names=names[-1]),
            said("error.assumptions.range_stated", stated=stated),
        )
        for names, found, stated in ends
        if found is not None and not (found == stated or (isinstance(found, float) and stated is not None and _same(found, stated)))
    ]
