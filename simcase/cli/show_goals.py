"""Goals: how sure it is that each is met, in one world, in two, or in each fit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from rich.console import RenderableType
from rich.text import Text

from simcase.cli.console import Grid, table
from simcase.study.labels import Labels
from simcase.study.said_run import rests_on
from simcase.words import Words

Document = Mapping[str, Any]
Row = Mapping[str, Any]

WHY = ("needs_input", "not_simulated", "outside_run", "no_number")
"""Why a goal is not judged."""
SMALL = 0.1
"""A share below this is written with a decimal."""


def fit_parts(document: Document, labels: Labels) -> Iterator[RenderableType]:
    """Yield the goals of a scenario in each fit, and what to keep in mind."""
    words = labels.words
    for judged in document["fits"]:
        run = judged["run"]
        said = {name: run[name] for name in ("scenario", "calibration", "seed")}
        yield Text(words.say("goals.fit", title=labels.title, rests=rests_on(run, words), **said), style="dim")
        grid = goals_table(judged, labels)
        if grid is not None:
            yield grid
    several = [words.say("goals.which_fit")] if len(document["fits"]) > 1 else []
    yield Text("\n".join([words.say("goals.first_note"), *several]), style="dim")


def goals_table(document: Document, labels: Labels) -> Grid | None:
    """Return the goals, each with the probability of meeting it and the month it is first met, or None where there are none to judge."""
    words = labels.words
    grid = _empty([words.say("goals.threshold"), words.say("goals.value"), words.say("goals.interval")], words.say("goals.title"), words)
    grid.add_column(words.say("goals.probability"), no_wrap=True)
    grid.add_column(words.say("goals.first"), no_wrap=True)
    for row in document["goals"]:
        if row["probability"] is not None:
            value = row["value"]
            between = words.interval(*(_written(row, value[edge], labels) for edge in ("p05", "p95")))
            sure = f"{words.of_runs(row['probability'])} ({_interval(row, words)})"
            grid.add_row(*_aim(row, labels), _written(row, value["mean"], labels), between, sure, _first(row, words))
    both = document["goals_together"]
    said = []
    if len(both["goals"]) > 1:
        runs = words.in_runs(both["probability"])
        said = [words.say("goals.together", n=len(both["goals"]), runs=runs, interval=_interval(both, words))]
    return _with_rest(grid, document["goals"], labels, said)


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
    both = [document["goals_together"] for document in (baseline, scenario)]
    said = []
    if len(both[0]["goals"]) > 1:
        base, own = (f"{words.in_runs(each['probability'])} ({_interval(each, words)})" for each in both)
        said = [words.say("goals.together_in", n=len(both[0]["goals"]), base=base, own=own)]
    return _with_rest(grid, baseline["goals"], labels, said)


def _empty(numbers: list[str], title: str, words: Words) -> Grid:
    """Return an empty table of goals."""
    return table(title, [words.say("goals.goal"), words.say("goals.date")], numbers)


def _aim(row: Row, labels: Labels) -> tuple[str, str, str]:
    """Return what a goal is, its month and its threshold."""
    return labels.goal(row["id"]), labels.words.month_and_year(row["date"]), _written(row, row["threshold"], labels)


def _first(row: Row, words: Words) -> str:
    """Return the month by which half of the runs have met a goal."""
    first = row["first_met"]
    if first is None:
        return ""
    return words.month_and_year(f"{first['p50']}-01") if first["p50"] else words.say("goals.never")


def _interval(row: Row, words: Words) -> str:
    """Return the interval of a probability."""
    return words.interval(words.number(100 * row["low"]), words.percent(row["high"]))


def _written(row: Row, value: float, labels: Labels) -> str:
    """Return a goal's figure as it is written: a share or a count."""
    words = labels.words
    return (
        words.percent(value, 1 if value < SMALL and round(value, 2) != value else 0) if row["id"] in labels.shares else words.persons(value)
    )


def _with_rest(grid: Grid, rows: Sequence[Row], labels: Labels, said: Sequence[str]) -> Grid | None:
    """Return a table of goals with sentences beneath it: those given, and which goals are not judged and why; None where it is empty."""
    words = labels.words
    for why in WHY:
        names = [_unjudged(row, labels) for row in rows if row["status"] == why]
        if names:
            said = [*said, words.say(f"goals.{why}", goals="; ".join(names))]
    grid.below = "\n".join(said)
    return grid if grid.row_count else None


def _unjudged(row: Row, labels: Labels) -> str:
    """Return the name of a goal that is not judged; of one that lacks an input also what is expected."""
    if row["value"] is None or row["status"] != "needs_input":
        return labels.goal(row["id"])
    expected = labels.words.percent(row["value"]["mean"], 1) if row["id"] in labels.shares else labels.words.persons(row["value"]["mean"])
    return labels.words.say("goals.input", goal=labels.goal(row["id"]), id=row["id"], value=expected)
