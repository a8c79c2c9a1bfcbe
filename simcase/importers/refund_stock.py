"""Citizens by refusion step, as the state's files have them, become the stated steps of a calibration's starting stock."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from simcase.declare import AS_IS, here
from simcase.errors import Issue, UserError
from simcase.importers.folder import tree_of
from simcase.importers.refunds import OUTSIDE, RefundResult
from simcase.importers.write_section import free_section, own_folder, write_section
from simcase.model import Model, read_calibration, resolve
from simcase.vocabulary import add_months
from simcase.words import ENGLISH, Words, said


def write_refusion_steps(result: RefundResult, calibration: str, lang: str = ENGLISH) -> Path:
    """Write the shares by step of the month in which a calibration of the current folder starts into its stock; return the file.

    Its comment is in a language.

    The month before does where the first one is not whole in the files. Raises UserError where neither is, and for a calibration that is
    not in the current folder; then nothing is written.
    """
    folder = own_folder(calibration)
    model = resolve(AS_IS, calibration=calibration, without_fit=True)
    first = model.start.replace(day=1)
    month = next((each for each in (first, add_months(first, -1)) if any(row.month == each for row in result.steps)), None)
    if month is None:
        told = [f"{each:%Y-%m}" for each in sorted({row.month for row in result.steps})] or said("error.refunds.none")
        raise UserError(
            [
                Issue(
                    "",
                    0,
                    "--stock",
                    said("error.refunds.whole_months", told=told),
                    said("error.refunds.stock_month", first=first, calibration=calibration),
                )
            ]
        )
    stated = {line: tree for line in ladder_lines(model) if (tree := steps_of(result, line, month))}
    stock = read_calibration(calibration, here()).sections.stock
    whole: dict[str, Any] = {**(tree_of(stock) if stock else {"states": {}}), "refusion_steps": stated}
    file = free_section(folder, "stock", replace=True)
    write_section(file, "stock", whole, "import.head.stock", Words(lang))
    return file


def ladder_lines(model: Model) -> list[str]:
    """Return the lines of the budget whose states are on the ladder."""
    return list(dict.fromkeys(state.line for state in model.states if state.line is not None and state.ladder == "benefit"))


def steps_of(result: RefundResult, line: str, month: date) -> Mapping[str, Any]:
    """Return the declaration of a line's shares in a month; nothing where none is told.

    A step that is not told is left out, so that it has a part of what is left; one with nobody has a share of 0 where all are told.
    """
    rows = [row for row in result.steps if (row.month, row.line) == (month, line) and row.step != OUTSIDE]
    shares = {row.step: row.share for row in rows if row.share is not None}
    return {"source": f"ydelsesrefusion, {month:%Y-%m}", "grade": "A", "shares": shares} if shares else {}
