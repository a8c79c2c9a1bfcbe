"""What a file of spells says, as tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from simcase.present.labels import Labels
from simcase.present.table import Row, Sentence, Table, figures, texts
from simcase.words import Words

if TYPE_CHECKING:
    from simcase.importers.spells_result import SpellsResult, SurvivalRow

LEAST = 20
"""Moves from which on a rate is estimated."""


def spells_parts(told: SpellsResult, labels: Labels) -> Iterator[Table | Sentence]:
    """Yield what was read, the rates beside those of the calibration, and survival as seen beside what the rates say."""
    words = labels.words
    about = {name: counted(getattr(told, name), words) for name in ("spells", "persons", "censored")}
    yield Sentence(words.say("import.spells", first=words.date(told.first), last=words.date(told.last), **about))
    if told.undated != 0:
        yield Sentence(words.say("import.undated", n=counted(told.undated, words)))
    yield _hazards(told, labels)
    kept = sum(not row.estimated and row.prior is not None for row in told.hazards)
    if kept:
        yield Sentence(words.say("import.kept", n=kept, least=LEAST), "faint")
    strange = [f"{labels.state(row.source)} - {labels.state(row.to)}" for row in told.hazards if row.impossible != 0]
    if strange:
        yield Sentence(words.say("import.impossible", moves="; ".join(strange)))
    yield _survival(told.survival, labels)


def counted(number: float | None, words: Words) -> str:
    """Return a count as it is told, and that it is low where it is left out."""
    return words.say("import.few") if number is None else words.number(number)


def _hazards(told: SpellsResult, labels: Labels) -> Table:
    """Return a row a move that was estimated."""
    words = labels.words
    heads = [words.say(f"import.{name}") for name in ("moves", "years", "rate", "interval", "prior")]
    columns = [*texts(words.say("import.from"), words.say("import.to")), *figures(*heads)]
    latest, rows = "", []
    for row in told.hazards:
        if row.rate is None:
            continue
        left = "" if row.source == latest else labels.state(row.source)
        latest = row.source
        low, high, rate = (_yearly(edge, words) for edge in (row.rate.low, row.rate.high, row.rate.rate))
        prior = "" if row.prior is None else _yearly(row.prior, words)
        moves, years = counted(row.moves, words), words.number(row.years)
        rows.append(Row([left, labels.state(row.to), moves, years, rate, words.interval(low, high), prior]))
    below = words.say("import.by_rule") if any(row.decided != 0 for row in told.hazards) else ""
    return Table("", words.say("import.hazards"), columns, rows, below=below)


def _survival(rows: Sequence[SurvivalRow], labels: Labels) -> Table:
    """Return a row a state: the share still there after some weeks, as seen and as the rates say."""
    words = labels.words
    weeks = sorted({row.weeks for row in rows})
    columns = [*texts(words.say("import.state")), *figures(*(words.say("import.weeks", n=week) for week in weeks))]
    body = []
    for state in dict.fromkeys(row.state for row in rows):
        known = {row.weeks: row for row in rows if row.state == state}
        cells = [_pair(known[week], words) if week in known else "" for week in weeks]
        body.append(Row([labels.state(state), *cells]))
    return Table("", words.say("import.survival"), columns, body)


def _pair(row: SurvivalRow, words: Words) -> str:
    """Return a share as seen, and as the rates say."""
    return " / ".join("-" if share is None else words.number(100.0 * share) for share in (row.stayed, row.stayed_fitted))


def _yearly(rate: float, words: Words) -> str:
    """Return a yearly rate with three decimals, and one more where it is low."""
    return words.number(rate, 3 if rate >= 0.1 else 4)  # noqa: PLR2004 - a matter of looks
