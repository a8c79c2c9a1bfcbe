"""Figures of your own that are read and added up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from simcase import importers
from simcase.declare import AS_IS
from simcase.defaults import CALIBRATION
from simcase.importers import RefundResult
from simcase.model import resolve
from simcase.present.tables_refunds import accounts_rows
from simcase.study import Answer
from simcase.vocabulary import check_place, csv_text, write_whole


def import_refunds(
    files: Sequence[Path],
    area: str,
    benefits: Mapping[str, str] | None = None,
    *,
    calibration: str = CALIBRATION,
    output: Path | None = None,
) -> Answer[RefundResult]:
    """Return what the state's weekly files on refund add up to for the municipality `area`; its tables are accounts and steps.

    `benefits` gives a benefit as the files call it its line of the budget; `output` is where the accounts are written (.csv), as `followup`
    reads them. Nothing of single persons is kept or told. Raises UserError for whatever is not as expected; then nothing is written.
    """
    if output is not None:
        check_place(output)
    found = importers.import_refunds(files, calibration, area, benefits or {})
    if output is not None:
        write_whole(output, csv_text(accounts_rows(found, resolve(AS_IS, calibration=calibration, without_fit=True))))
    return Answer(found)
