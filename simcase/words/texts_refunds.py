"""Texts of `simcase import ydelsesrefusion`."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "refunds.read": (
        "{rows} rækker; {duplicates} stod der flere gange, {cancelled} summer blev nul, {elsewhere} rækker betales af andre kommuner.",
        "{rows} rows; {duplicates} were there more than once, {cancelled} sums came to nothing, other municipalities pay {elsewhere} rows.",
    ),
    "refunds.left_out": (
        "Måneder, hvor ikke alle uger er med, er udeladt: {months}.",
        "Months without all their weeks are left out: {months}.",
    ),
    "refunds.accounts": ("Udbetalt og refunderet, 1.000 kr.", "Paid and refunded, DKK 1,000"),
    "refunds.lacking": (
        "Ikke i filerne, så regnskabet lader dem stå tomme, og en opfølgning bruger kørslens forventning: {lines}.",
        "Not in the files, so the accounts leave them blank and a follow-up takes what the run foresees: {lines}.",
    ),
    "refunds.file.month": ("måned", "month"),
    "refunds.file.line": ("ydelse", "line"),
    "refunds.file.gross": ("brutto", "gross"),
    "refunds.file.refund": ("refusion", "refund"),
    "refunds.file.persons": ("personer", "persons"),
    "refunds.file.step": ("trin", "step"),
    "refunds.file.share": ("andel", "share"),
    "refunds.month": ("Måned", "Month"),
    "refunds.gross": ("Udbetalt", "Paid"),
    "refunds.refund": ("Refusion", "Refund"),
    "refunds.persons": ("Personer", "Persons"),
    "refunds.steps": ("Borgere efter refusionstrin, {month}", "Citizens by refusion step, {month}"),
    "refunds.step": ("Trin", "Step"),
    "refunds.share": ("Andel", "Share"),
    "refunds.few": ("for få", "too few"),
    "refunds.outside": ("uden for trappen", "outside the ladder"),
}
