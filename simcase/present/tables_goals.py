"""The tables of goals: how sure it is that each is met, in one run, in two, or in each fit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from simcase.compare import Estimate, GoalRow, Probability
from simcase.present.commands import command_in
from simcase.present.labels import Labels
from simcase.present.sentences_run import fit_of, held, rests_on
from simcase.present.table import Cell, Column, Row, Said, Sentence, Table, columns, dist_columns, spread
from simcase.study.results import FitGoals, GoalsResult, RunResult
from simcase.words import Words

WHY = ("needs_input", "not_simulated", "outside_run", "no_number")
"""Why a goal is not judged."""
SMALL = 0.1
"""A share below this is written with a decimal."""


def fit_parts(result: GoalsResult, labels: Labels) -> Iterator[Table | Sentence]:
    """Yield the goals of a scenario in each fit, and what to keep in mind."""
    words = labels.words
    for judged in result.fits:
        run = judged.run
        said = {"scenario": run.scenario, "calibration": run.calibration, "seed": run.seed}
        yield Sentence(words.say("goals.fit", title=labels.title, rests=rests_on(run, words), **said), "faint")
        if judged.goals:
            yield goals_table(judged, labels)
        else:
            yield Sentence(words.say("goals.none", calibration=run.calibration), "strong")
        if is_judged(judged):
            yield Sentence(held(judged.varying, words), "faint")
    if not any(map(is_judged, result.fits)):
        return
    several = [words.say("goals.which_fit")] if len(result.fits) > 1 else []
    yield Sentence("\n".join([words.say("goals.first_note"), *several]), "faint")


def is_judged(result: RunResult | FitGoals) -> bool:
    """Return whether there is a goal that can be judged, and so a table of them to print."""
    return any(judged(row) for row in result.goals)


def judged(row: GoalRow) -> tuple[Estimate, Probability] | None:
    """Return what is expected of a goal and how sure it is that it is met, or None where it cannot be judged."""
    return None if row.value is None or row.chance is None else (row.value, row.chance)


def goals_table(result: RunResult | FitGoals, labels: Labels) -> Table:
    """Return the goals with what is expected, how sure it is that each is met, and the month it is first met.

    A file has those that are not judged too; print names them beneath, and says why.
    """
    words = labels.words
    heads = [
        Column("goal", words.say("goals.goal"), "text"),
        Column("month", words.say("goals.date"), "text", "print"),
        *columns(words, {"date": "date"}, "file"),
        Column("threshold", words.say("goals.threshold"), "figure"),
        Column("value", words.say("goals.value"), "figure", "print"),
        Column("interval", words.say("goals.interval"), "figure", "print"),
        Column("met", words.say("goals.probability"), "label", "print"),
        Column("first", words.say("goals.first"), "label", "print"),
        *dist_columns(words, "figure", "file"),
        *columns(words, dict.fromkeys(("probability", "low", "high"), "share"), "file"),
    ]
    both, said = result.goals_together, []
    if both.chance is not None and len(both.goals) > 1:
        runs = words.in_runs(both.chance.probability)
        said = [words.say("goals.together", n=len(both.goals), runs=runs, interval=_interval(both.chance, words))]
    if isinstance(result, RunResult) and any(row.first_met is not None for row in result.goals):
        said.append(words.say("goals.first_note"))  # of several fits it is said once, after all of them
    other = _other_fits(result, words) if isinstance(result, RunResult) else []
    return Table(
        id=words.say("sheet.goals"),
        title=words.say("goals.title"),
        columns=heads,
        rows=[_goal_row(row, labels) for row in result.goals],
        notes=(words.say("sheet.goals_note"), *other),
        below="\n".join([*said, *_unjudged(result.goals, labels), *other]),
    )


def _goal_row(row: GoalRow, labels: Labels) -> Row:
    """Return a goal: as it is printed, and as a file has it."""
    words, found = labels.words, judged(row)
    shown: list[Cell] = [None] * 4
    if found is not None:
        value, chance = found
        between = words.interval(*(goal_figure(row, edge, labels) for edge in (value.p05, value.p95)))
        met = f"{words.of_runs(chance.probability)} ({_interval(chance, words)})"
        shown = [goal_figure(row, value.mean, labels), between, met, _first(row, words)]
    sure = row.chance
    kept: list[Cell] = [*spread(row.value), *([None] * 3 if sure is None else [sure.probability, sure.low, sure.high])]
    threshold = None if row.threshold is None else Said(row.threshold, goal_figure(row, row.threshold, labels))
    cells: list[Cell] = [labels.goal(row.id), words.month_and_year(row.date), row.date, threshold, *shown, *kept]
    return Row(cells, medium="file" if found is None else "both")


def worlds_table(baseline: RunResult, scenario: RunResult, labels: Labels) -> Table:
    """Return the goals that can be judged in the baseline and in a scenario, side by side."""
    words = labels.words
    heads = [Column("goal", words.say("goals.goal"), "text"), Column("month", words.say("goals.date"), "text")]
    heads.append(Column("threshold", words.say("goals.threshold"), "figure"))
    for world in ("baseline", "scenario"):
        heads += [Column(world, words.say(f"worlds.{world}"), "figure"), Column(f"{world}_met", words.say(f"worlds.{world}_met"), "label")]
    body = []
    for rows in zip(baseline.goals, scenario.goals, strict=True):
        cells: list[Cell] = []
        for row in rows:
            if (found := judged(row)) is not None:
                cells += [goal_figure(row, found[0].mean, labels), words.of_runs(found[1].probability)]
        if cells:
            aim = rows[0].threshold
            threshold = None if aim is None else goal_figure(rows[0], aim, labels)
            body.append(Row([labels.goal(rows[0].id), words.month_and_year(rows[0].date), threshold, *cells]))
    both = [each for result in (baseline, scenario) if (each := result.goals_together.chance) is not None]
    said, count = [], len(baseline.goals_together.goals)
    if both and count > 1:
        base, own = (f"{words.in_runs(each.probability)} ({_interval(each, words)})" for each in both)
        said = [words.say("goals.together_in", n=count, base=base, own=own)]
    return Table(
        "",
        words.say("worlds.title"),
        heads,
        body,
        below="\n".join([*said, *_unjudged(baseline.goals, labels), *_other_fits(scenario, words)]),
    )


def _other_fits(result: RunResult, words: Words) -> list[str]:
    """Return in which fit goals are judged, and where the others are told, as a sentence, where there is a fit."""
    run = result.run
    rests = fit_of(run.fit, words)
    return [words.say("goals.other_fit", fit=rests, command=command_in(replace(run, fit=None), "goals", run.scenario))] if run.fit else []


def _first(row: GoalRow, words: Words) -> str:
    """Return the month by which half of the runs have met a goal."""
    first = row.first_met
    if first is None:
        return ""
    return words.month_and_year(first.p50) if first.p50 else words.say("goals.never")


def _interval(chance: Probability, words: Words) -> str:
    """Return the interval of a probability."""
    return words.interval(words.number(100 * chance.low), words.percent(chance.high))


def goal_figure(row: GoalRow, value: float, labels: Labels) -> str:
    """Return a goal's figure as it is written: a share or a count."""
    words = labels.words
    return words.percent(value, 1 if value < SMALL and round(value, 2) != value else 0) if row.id in labels.shares else words.persons(value)


def _unjudged(rows: Sequence[GoalRow], labels: Labels) -> Iterator[str]:
    """Yield sentences on which goals are not judged and why; of those that lack an input also what is expected."""
    words = labels.words
    for why in WHY:
        names = [_name(row, labels) for row in rows if row.status == why]
        if names:
            yield words.say(f"goals.{why}", goals="; ".join(names))


def _name(row: GoalRow, labels: Labels) -> str:
    """Return the name of a goal that is not judged; of one that lacks an input also what is expected."""
    if row.value is None or row.status != "needs_input":
        return labels.goal(row.id)
    expected = labels.words.percent(row.value.mean, 1) if row.id in labels.shares else labels.words.persons(row.value.mean)
    return labels.words.say("goals.input", goal=labels.goal(row.id), id=row.id, value=expected)
