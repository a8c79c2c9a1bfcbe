"""Goals: how sure it is that each is met, in one world or in two."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from simcase.cli.console import Grid, table
from simcase.study.labels import Labels
from simcase.words import Words

Document = Mapping[str, Any]
Row = Mapping[str, Any]


def goals_table(document: Document, labels: Labels) -> Grid | None:
    """Return the goals, each with the probability of meeting it, or None where there are none to judge."""
    words = labels.words
    grid = _empty([words.say("goals.threshold"), words.say("goals.value"), words.say("goals.interval")], words.say("goals.title"), words)
    grid.add_column(words.say("goals.probability"), no_wrap=True)
    for row in document["goals"]:
        if row["probability"] is not None:
            value = row["value"]
            low = words.number(100 * value["p05"]) if row["id"] in labels.shares else words.persons(value["p05"])
            between = words.interval(low, _written(row, value["p95"], labels))
            sure = words.interval(words.number(100 * row["low"]), words.percent(row["high"]))
            grid.add_row(*_aim(row, labels), _written(row, value["mean"], labels), between, f"{words.in_runs(row['probability'])} ({sure})")
    return _with_rest(grid, document["goals"], labels)


def worlds_table(baseline: Document, scenario: Document, labels: Labels) -> Grid | None:
    """Return the goals in the baseline and in a scenario side by side, or None where there are none to judge."""
    words = labels.words
    grid = _empty([words.say("goals.threshold")], words.say("worlds.title"), words)
    for world in ("baseline", "scenario"):
        grid.add_column(words.say(f"worlds.{world}"), justify="right", no_wrap=True)
        grid.add_column(words.say("worlds.met"), no_wrap=True)
    for rows in zip(baseline["goals"], scenario["goals"], strict=True):
        if rows[0]["probability"] is not None:
            cells = (cell for row in rows for cell in (_written(row, row["value"]["mean"], labels), words.of_runs(row["probability"])))
            grid.add_row(*_aim(rows[0], labels), *cells)
    return _with_rest(grid, baseline["goals"], labels)


def _empty(numbers: list[str], title: str, words: Words) -> Grid:
    """Return an empty table of goals."""
    return table(title, [words.say("goals.goal"), words.say("goals.date")], numbers)


def _aim(row: Row, labels: Labels) -> tuple[str, str, str]:
    """Return what a goal is, its month and its threshold."""
    return labels.goal(row["id"]), labels.words.month_and_year(row["date"]), _written(row, row["threshold"], labels)


def _written(row: Row, value: float, labels: Labels) -> str:
    """Return a goal's figure as it is written: a share or a count."""
    return labels.words.percent(value) if row["id"] in labels.shares else labels.words.persons(value)


def _with_rest(grid: Grid, rows: Sequence[Row], labels: Labels) -> Grid | None:
    """Return a table of goals, naming beneath it those that cannot be judged; None where nothing is in it."""
    unknown = [labels.goal(row["id"]) for row in rows if row["probability"] is None]
    if unknown:
        grid.below = labels.words.say("goals.unknown", goals="; ".join(unknown))
    return grid if grid.row_count else None
