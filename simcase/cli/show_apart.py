"""A figure of the budget taken apart: by refusion step, by rate, and the numbers behind it with their sources."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from rich.console import RenderableType
from rich.text import Text

from simcase.cli.terminal import Grid, table
from simcase.money import Part
from simcase.present.labels import Labels
from simcase.study.results import FigureApart
from simcase.words import Words

SUMMED = ("person_weeks", "gross", "state_kroner", "municipality")


def apart_parts(explained: FigureApart, labels: Labels) -> Iterator[RenderableType]:
    """Yield the figure, then its parts by refusion step and by rate class, then the numbers with their sources."""
    words, net = labels.words, explained.municipality
    said = words.say(
        "apart.figure",
        line=labels.line(explained.line),
        year=explained.year,
        net=words.millions(net.mean),
        low=words.number(net.p05 / 1e6, 1),
        high=words.number(net.p95 / 1e6, 1),
        runs=words.number(explained.replications),
    )
    yield Text(said, style="bold")
    yield _by_step(explained, words)
    yield _by_class(explained, labels)
    yield Text(words.say("apart.product"), style="dim")
    yield _sources(explained, words)


def _by_step(explained: FigureApart, words: Words) -> Grid:
    """Return weeks and kroner by refusion column, and their sum."""
    grid = table(
        words.say("apart.steps"),
        [words.say("apart.column")],
        [words.say(f"apart.{head}") for head in ("person_weeks", "gross", "state_share", "state_kroner", "municipality")],
    )
    columns: dict[tuple[str, str], dict[str, float]] = {}
    for part in explained.parts:
        sums = columns.setdefault((part.column, part.since), {"state_share": part.state_share})
        for name in SUMMED:
            sums[name] = sums.get(name, 0.0) + getattr(part, name)
    for (column, since), sums in sorted(columns.items()):
        grid.add_row(_from(_column(column, words), since, explained, words), *_cells(sums, words.percent(sums["state_share"]), words))
    total = {name: sum(sums[name] for sums in columns.values()) for name in SUMMED}
    grid.add_section()
    grid.add_row(words.say("line.total"), *_cells(total, "", words), style="bold")
    return grid


def _from(name: str, since: str, explained: FigureApart, words: Words) -> str:
    """Return the name of a row with the day from which it is paid so, where that changes inside the year."""
    several = len({part.since for part in explained.parts}) > 1
    return words.say("apart.from", name=name, date=words.date(since)) if several else name


def _cells(sums: Mapping[str, float], share: str, words: Words) -> list[str]:
    """Return weeks, gross, the state's share, and what each payer pays."""
    gross, state, municipality = (words.kroner_1000(sums[name]) for name in SUMMED[1:])
    return [words.number(sums["person_weeks"]), gross, share, state, municipality]


def _column(column: str, words: Words) -> str:
    """Return the name of a refusion column: a step of the ladder, a cohort by its id, or none."""
    step = column.removeprefix("step_")
    if not column:
        return words.say("apart.none")
    return column if step == column else words.say("apart.step", step=step)


def _by_class(explained: FigureApart, labels: Labels) -> Grid:
    """Return time, rate, index, part time, take-up and gross by state and rate class."""
    words = labels.words
    grid = table(
        words.say("apart.classes"),
        [words.say("apart.class")],
        [words.say(f"apart.{head}") for head in ("quantity", "rate", "regulation", "full_time_share", "take_up", "gross")],
    )
    rows: dict[tuple[str, str, str], Part] = {}
    for part in explained.parts:
        key = part.state, part.rate_class, part.since
        before = rows.get(key)
        rows[key] = part if before is None else before._replace(quantity=before.quantity + part.quantity, gross=before.gross + part.gross)
    for (_, name, since), row in rows.items():
        unit = words.say(f"apart.{row.unit}")
        take_up = row.gross / (row.quantity * row.rate * row.regulation * row.full_time_share)
        grid.add_row(
            _from(name, since, explained, words),
            f"{words.number(row.quantity)} {unit}",
            words.number(row.rate),
            words.number(row.regulation, 4),
            words.number(row.full_time_share, 3),
            words.number(take_up, 3),
            words.kroner_1000(row.gross),
        )
    return grid


def _sources(explained: FigureApart, words: Words) -> Grid:
    """Return the numbers behind the figure with grade and source."""
    grid = table(words.say("apart.sources"), [words.say("apart.path")], [words.say("figure.value")])
    grid.add_column(words.say("fit.grade"))
    grid.add_column(words.say("figure.source"), ratio=1, overflow="fold")
    for row in explained.sources:
        grid.add_row(row.path, words.figure(row.value), row.grade, row.source)
    return grid
