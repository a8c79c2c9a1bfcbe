"""What a planner reads after a comparison: what each scenario changes, and what of it is more than noise."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from rich.console import RenderableType
from rich.text import Text

from simcase.cli.show_case import case_parts
from simcase.cli.show_goals import worlds_table
from simcase.cli.show_programmes import programmes_table
from simcase.cli.terminal import Grid, table
from simcase.compare import Edge
from simcase.present.labels import TOTAL, Labels
from simcase.present.sentences_compare import headline, marked
from simcase.present.sentences_run import common_notes, parts_seen, period, rests_on
from simcase.study.changes import Changes, changes_of
from simcase.study.results import ComparisonResult, RunResult, ScenarioResult
from simcase.words import Words

EDGES: Final[tuple[Edge, ...]] = ("p05", "p95")
WORST = "ABCD"
"""Grades, the best first."""


def compare_parts(result: ComparisonResult, labels: Sequence[Labels], prices: str) -> Iterator[RenderableType]:
    """Yield what is printed of a comparison; labels are those of the baseline, then those of each scenario."""
    base, words = labels[0], labels[0].words
    baseline = result.baseline
    yield Text(_about(baseline, base), style="dim")
    for scenario, names in zip(result.scenarios, labels[1:], strict=True):
        own = replace(names, initiatives=base.initiatives | names.initiatives)
        yield Text(headline(scenario, base, own), style="bold")
        yield from _differences(scenario, own, prices)
        goals = worlds_table(baseline, scenario, own)
        if goals is not None:
            yield goals
        yield from case_parts(scenario, own, prices)
        if scenario.programmes:
            yield programmes_table(scenario, own)
    yield _notes(result, words)


def _about(baseline: RunResult, labels: Labels) -> str:
    """Return one line on what was simulated."""
    run, words = baseline.run, labels.words
    return words.say(
        "compare.about",
        title=labels.title,
        scenario=run.scenario,
        calibration=run.calibration,
        rests=rests_on(run, words),
        seed=run.seed,
        first=words.date(run.first),
        last=words.date(run.last),
    )


def _differences(scenario: ScenarioResult, labels: Labels, prices: str) -> Iterator[Grid]:
    """Yield the differences in persons and in kroner; of a model without a budget those of its states."""
    words = labels.words
    if not scenario.difference.budget:
        yield _states_table(scenario, labels)
        return
    title = words.say("compare.kroner", prices=words.say(f"prices.{prices}"))
    yield _lines_table(scenario, changes_of(scenario, "persons"), words.say("compare.persons"), words.change, labels)
    yield _lines_table(scenario, changes_of(scenario, "full_time_persons"), words.say("compare.full_time"), words.change, labels)
    yield _lines_table(scenario, changes_of(scenario, "municipality"), title, words.change_1000, labels)


def _lines_table(scenario: ScenarioResult, changes: Changes, title: str, written: Callable[[float], str], labels: Labels) -> Grid:
    """Return the differences by line, a column a year; under each total what nine runs of ten lie between."""
    words = labels.words
    lines, years = labels.ordered(line for line, _ in changes), list(dict.fromkeys(year for _, year in changes))
    grid = table(title, [words.say("head.line")], [period(scenario.run, year, words).replace(" ", "\n") for year in years])
    for line in lines:
        total = line.startswith(TOTAL)
        if line == TOTAL:
            grid.add_section()
        cells = [marked(changes[line, year], written(changes[line, year].dist.mean)) for year in years]
        grid.add_row(labels.line(line), *cells, style="bold" if total else "")
        for edge in EDGES if total else ():
            ends = (written(changes[line, year].dist.at(edge)) for year in years)
            grid.add_row(f"  {words.say(f'edge.{edge}')}", *ends, style="dim italic")
        if line == TOTAL:
            grid.add_section()
    return grid


def _states_table(scenario: ScenarioResult, labels: Labels) -> Grid:
    """Return the differences in persons by state, a column a year: the average of the months."""
    words = labels.words
    months: dict[tuple[str, int], list[float]] = {}
    for row in scenario.difference.persons:
        months.setdefault((row.state, row.month.year), []).append(row.persons.mean)
    states, years = list(dict.fromkeys(state for state, _ in months)), list(dict.fromkeys(year for _, year in months))
    grid = table(
        words.say("compare.persons"), [words.say("head.state")], [period(scenario.run, year, words).replace(" ", "\n") for year in years]
    )
    for state in states:
        cells = (months[state, year] for year in years)
        grid.add_row(labels.state(state), *(words.change(sum(cell) / len(cell)) for cell in cells))
    return grid


def _notes(result: ComparisonResult, words: Words) -> Text:
    """Return what to keep in mind of the runs compared."""
    worlds = [result.baseline, *result.scenarios]
    grade = max((world.weakest_grade for world in worlds), key=WORST.index)
    run = result.scenarios[0].run
    budget = bool(result.baseline.budget)
    noise = [words.say("note.noise")] if budget else []
    said = [
        words.say("note.paired"),
        *noise,
        *common_notes(run, grade, words, varying=parts_seen(run, worlds), budget=budget),
    ]
    return Text("\n".join(said), style="dim")
