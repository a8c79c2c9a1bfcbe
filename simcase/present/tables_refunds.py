"""What weekly files on refund hold: accounts by line, and citizens by refusion step."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from simcase.importers import RefundResult
from simcase.model import Model
from simcase.present.labels import Labels
from simcase.present.table import Column, Row, Sentence, Table
from simcase.vocabulary import csv_text
from simcase.words import Words
from simcase.words.language import DANISH


def accounts_rows(result: RefundResult, model: Model) -> Iterator[Sequence[object]]:
    """Yield the accounts as `followup` reads them: a heading, then a row a month and line of the budget.

    A line that the files hold in other months has nothing in this one; one that they do not hold at all is blank, and other accounts
    have it.
    """
    yield "month", "line", "gross", "refund", "persons"
    held = result.lines
    there = {(row.month, row.line): (row.gross, row.refund, row.persons) for row in result.accounts}
    for month in dict.fromkeys(row.month for row in result.accounts):
        for line in (line.id for line in model.lines if line.id in held or not line.memo):
            blank = (0.0, 0.0, 0.0) if line in held else (None, None, None)
            yield f"{month:%Y-%m}", line, *there.get((month, line), blank)


def step_rows(result: RefundResult) -> Iterator[Sequence[object]]:
    """Yield the shares by step: a heading, then a row a month, line and step; blank where too few persons are on it."""
    yield "month", "line", "step", "persons", "share"
    for row in result.steps:
        yield f"{row.month:%Y-%m}", row.line, row.step, row.persons, row.share


def file_of(rows: Iterable[Sequence[object]], labels: Labels) -> str:
    """Return accounts or steps as a file: plain in English, and in Danish with Danish heads and names, as Danish spreadsheets open it."""
    if labels.words.lang != DANISH:
        return csv_text(rows)
    heads, *others = rows
    names = [labels.words.say(f"refunds.file.{head}") for head in heads]
    told = ([month, labels.line(str(line)), *(_step(each, labels.words) for each in cells)] for month, line, *cells in others)
    return "\ufeff" + csv_text([names, *told], danish=True)


def _step(cell: object, words: Words) -> object:
    """Return a step of refusion as it is called, and any other cell as it is."""
    if cell == "outside":
        return words.say("refunds.outside")
    return cell.removeprefix("step_") if isinstance(cell, str) else cell


def refund_parts(result: RefundResult, labels: Labels) -> Iterator[Table | Sentence]:
    """Yield what was read, the accounts of all months together, and the steps of the last one."""
    words = labels.words
    counts = ("rows", "duplicates", "cancelled", "elsewhere")
    yield Sentence(words.say("refunds.read", **{name: words.number(getattr(result, name)) for name in counts}))
    if result.months_left_out:
        months = ", ".join(words.month_and_year(month) for month in result.months_left_out)
        yield Sentence(words.say("refunds.left_out", months=months))
    rows = [Row([row.month, labels.line(row.line), row.gross, row.refund, row.persons]) for row in result.accounts]
    kinds = [Column("month", words.say("refunds.month"), "month"), Column("line", words.say("head.line"), "text")]
    kinds += [Column(name, words.say(f"refunds.{name}")) for name in ("gross", "refund")]
    yield Table("", words.say("refunds.accounts"), [*kinds, Column("persons", words.say("refunds.persons"), "persons")], rows)
    if lacking := [name for line, name in labels.lines.items() if line not in result.lines and line not in labels.memos]:
        yield Sentence(words.say("refunds.lacking", lines=", ".join(lacking)))
    last = max((row.month for row in result.steps), default=None)
    if last is not None:
        heads = [Column("line", words.say("head.line"), "text"), Column("step", words.say("refunds.step"), "text")]
        heads += [Column("persons", words.say("refunds.persons"), "persons"), Column("share", words.say("refunds.share"), "share")]
        few = words.say("refunds.few")
        latest = [row for row in result.steps if row.month == last]
        told = [
            Row([labels.line(row.line), str(_step(row.step, words)), few if row.persons is None else row.persons, row.share])
            for row in latest
        ]
        yield Table("", words.say("refunds.steps", month=words.month(last)), heads, told)
