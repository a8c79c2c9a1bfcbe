"""Goals: how sure it is that each is met, in one world, in two, or in each fit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.text import Text

from simcase.cli.terminal import Grid, table
from simcase.compare import GoalRow, Probability
from simcase.present.labels import Labels
from simcase.present.sentences_run import rests_on
from simcase.study.results import FitGoals, GoalsResult, RunResult
from simcase.words import Words

WHY = ("needs_input", "not_simulated", "outside_run", "no_number")
"""Why a goal is not judged."""
SMALL = 0.1
"""A share below this is written with a decimal."""


def fit_parts(result: GoalsResult, labels: Labels) -> Iterator[RenderableType]:
    """Yield the goals of a scenario in each fit, and what to keep in mind."""
    words = labels.words
    for judged in result.fits:
        run = judged.run
        said = {"scenario": run.scenario, "calibration": run.calibration, "seed": run.seed}
        yield Text(words.say("goals.fit", title=labels.title, rests=rests_on(run, words), **said), style="dim")
        grid = goals_table(judged, labels)
        if grid is not None:
            yield grid
    several = [words.say("goals.which_fit")] if len(result.fits) > 1 else []
    yield Text("\n".join([words.say("goals.first_note"), *several]), style="dim")


def goals_table(result: RunResult | FitGoals, labels: Labels) -> Grid | None:
    """Return the goals, each with the probability of meeting it and the month it is first met, or None where there are none to judge."""
    words = labels.words
    grid = _empty([words.say("goals.threshold"), words.say("goals.value"), words.say("goals.interval")], words.say("goals.title"), words)
    grid.add_column(words.say("goals.probability"), no_wrap=True)
    grid.add_column(words.say("goals.first"), no_wrap=True)
    for row in result.goals:
        value, chance = row.value, row.chance
        if value is not None and chance is not None:
            between = words.interval(*(_written(row, edge, labels) for edge in (value.p05, value.p95)))
            sure = f"{words.of_runs(chance.probability)} ({_interval(chance, words)})"
            grid.add_row(*_aim(row, labels), _written(row, value.mean, labels), between, sure, _first(row, words))
    both = result.goals_together
    said = []
    if both.chance is not None and len(both.goals) > 1:
        runs = words.in_runs(both.chance.probability)
        said = [words.say("goals.together", n=len(both.goals), runs=runs, interval=_interval(both.chance, words))]
    return _with_rest(grid, result.goals, labels, said)


def worlds_table(baseline: RunResult, scenario: RunResult, labels: Labels) -> Grid | None:
    """Return the goals in the baseline and in a scenario side by side, or None where there are none to judge."""
    words = labels.words
    grid = _empty([words.say("goals.threshold")], words.say("worlds.title"), words)
    for world in ("baseline", "scenario"):
        grid.add_column(words.say(f"worlds.{world}"), justify="right", no_wrap=True)
        grid.add_column(words.say("worlds.met"), no_wrap=True)
    for rows in zip(baseline.goals, scenario.goals, strict=True):
        found = [(row, row.value, row.chance) for row in rows]
        cells = [
            cell
            for row, value, chance in found
            if value is not None and chance is not None
            for cell in (_written(row, value.mean, labels), words.of_runs(chance.probability))
        ]
        if cells:
            grid.add_row(*_aim(rows[0], labels), *cells)
    both = [each for result in (baseline, scenario) if (each := result.goals_together.chance) is not None]
    said, count = [], len(baseline.goals_together.goals)
    if both and count > 1:
        base, own = (f"{words.in_runs(each.probability)} ({_interval(each, words)})" for each in both)
        said = [words.say("goals.together_in", n=count, base=base, own=own)]
    return _with_rest(grid, baseline.goals, labels, said)


def _empty(numbers: list[str], title: str, words: Words) -> Grid:
    """Return an empty table of goals."""
    return table(title, [words.say("goals.goal"), words.say("goals.date")], numbers)


def _aim(row: GoalRow, labels: Labels) -> tuple[str, str, str]:
    """Return what a goal is, its month and its threshold."""
    return labels.goal(row.id), labels.words.month_and_year(row.date), "" if row.threshold is None else _written(row, row.threshold, labels)


def _first(row: GoalRow, words: Words) -> str:
    """Return the month by which half of the runs have met a goal."""
    first = row.first_met
    if first is None:
        return ""
    return words.month_and_year(first.p50) if first.p50 else words.say("goals.never")


def _interval(chance: Probability, words: Words) -> str:
    """Return the interval of a probability."""
    return words.interval(words.number(100 * chance.low), words.percent(chance.high))


def _written(row: GoalRow, value: float, labels: Labels) -> str:
    """Return a goal's figure as it is written: a share or a count."""
    words = labels.words
    return words.percent(value, 1 if value < SMALL and round(value, 2) != value else 0) if row.id in labels.shares else words.persons(value)


def _with_rest(grid: Grid, rows: Sequence[GoalRow], labels: Labels, said: Sequence[str]) -> Grid | None:
    """Return a table of goals with sentences beneath it: those given, and which goals are not judged and why; None where it is empty."""
    words = labels.words
    for why in WHY:
        names = [_unjudged(row, labels) for row in rows if row.status == why]
        if names:
            said = [*said, words.say(f"goals.{why}", goals="; ".join(names))]
    grid.below = "\n".join(said)
    return grid if grid.row_count else None


def _unjudged(row: GoalRow, labels: Labels) -> str:
    """Return the name of a goal that is not judged; of one that lacks an input also what is expected."""
    if row.value is None or row.status != "needs_input":
        return labels.goal(row.id)
    expected = labels.words.percent(row.value.mean, 1) if row.id in labels.shares else labels.words.persons(row.value.mean)
    return labels.words.say("goals.input", goal=labels.goal(row.id), id=row.id, value=expected)
