"""What a planner reads after a comparison: what each scenario changes, and what of it is more than noise."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from rich.console import RenderableType
from rich.text import Text

from simcase.cli.console import Grid, table
from simcase.cli.labels import TOTAL, Labels
from simcase.cli.show_case import case_parts
from simcase.cli.show_goals import worlds_table
from simcase.cli.show_run import common_notes, period, whole
from simcase.words import Words

Document = Mapping[str, Any]
Row = Mapping[str, Any]

WORST = "ABCD"
"""Grades, the best first."""


class Change(NamedTuple):
    """How a figure changes: its distribution over pairs of runs, and the smallest mean that so many can show."""

    dist: Row
    least: float

    @property
    def noise(self) -> bool:
        """Tell whether the mean is one that chance alone may give; no change at all is none."""
        return 0.0 < abs(float(self.dist["mean"])) < self.least


Changes = Mapping[tuple[str, int], Change]
"""Changes by line and year."""


def compare_parts(document: Document, labels: Sequence[Labels], prices: str) -> Iterator[RenderableType]:
    """Yield what is printed of a comparison; labels are those of the baseline, then those of each scenario."""
    base, words = labels[0], labels[0].words
    baseline = document["baseline"]
    yield Text(_about(baseline, base), style="dim")
    for scenario, names in zip(document["scenarios"], labels[1:], strict=True):
        own = replace(names, initiatives=base.initiatives | names.initiatives)
        yield Text(headline(scenario, base, own), style="bold")
        yield from _differences(scenario, own, prices)
        goals = worlds_table(baseline, scenario, own)
        if goals is not None:
            yield goals
        yield from case_parts(scenario, own, prices)
    yield _notes(document, words)


def _about(baseline: Document, labels: Labels) -> str:
    """Return one line on what was simulated."""
    run, words = baseline["run"], labels.words
    return words.say(
        "compare.about",
        title=labels.title,
        scenario=run["scenario"],
        calibration=run["calibration"],
        runs=words.number(run["replications"]),
        seed=run["seed"],
        first=words.date(run["from"]),
        last=words.date(run["to"]),
    )


def changes_of(scenario: Document, figure: str, least: str) -> Changes:
    """Return the changes of a figure of the budget, with the smallest that can be shown."""
    shown = {(row["line"], row["year"]): row[least] for row in scenario["smallest_detectable"]}
    rows = scenario["difference"]["budget"]
    return {(row["line"], row["year"]): Change(row[figure], shown[row["line"], row["year"]]) for row in rows}


def headline(scenario: Document, base: Labels, own: Labels) -> str:
    """Return what a scenario changes, in two sentences or three."""
    words = own.words
    pair = words.say("compare.pair", title=own.title, base=base.title)
    if not scenario["difference"]["budget"]:
        return pair + _headline_state(scenario, own)
    kroner, persons = changes_of(scenario, "municipality", "kroner"), changes_of(scenario, "persons", "persons")
    widest = list(dict.fromkeys(line for line, _ in kroner))[-1]
    years = [year for line, year in kroner if line == widest and whole(scenario, year)] or [year for line, year in kroner if line == widest]
    totals = [kroner[widest, year] for year in years]
    scope = words.say("compare.scope", memo=own.outside()) if own.memos else ""
    said = [_total(totals, _span(scenario, years, words), scope, words)]
    if any(change.dist["mean"] for changes in (kroner, persons) for change in changes.values()):
        said.append(_year(period(scenario, years[-1], words), totals[-1], persons[widest, years[-1]], words))
    return pair + " ".join((*said, *_invested(scenario, years, words)))


def _headline_state(scenario: Document, labels: Labels) -> str:
    """Return what a scenario of a model without a budget changes: the state that changes most in the last month."""
    words, rows = labels.words, scenario["difference"]["persons"]
    month = max(row["month"] for row in rows)
    most = max((row for row in rows if row["month"] == month), key=lambda row: abs(row["mean"]))
    if not any(row["mean"] for row in rows):
        return words.say("compare.same")
    said = {"state": labels.state(most["state"]), "month": words.month(month), "persons": words.change(most["mean"])}
    return words.say("compare.state", persons_range=_range(most, words.change, words), **said)


def _span(scenario: Document, years: Sequence[int], words: Words) -> str:
    """Return years as one period."""
    return period(scenario, years[0], words) if len(years) == 1 else f"{years[0]}-{years[-1]}"


def _total(changes: Sequence[Change], years: str, scope: str, words: Words) -> str:
    """Return the mean change of net spending over some years, and whether it is more than noise.

    What can be shown of the sum is at most the sum of what can be shown of each year.
    """
    mean = sum(change.dist["mean"] for change in changes)
    if all(change.dist["mean"] == 0.0 for change in changes):
        return words.say("compare.same")
    bound = sum(change.least for change in changes)
    if math.isinf(bound):
        return words.say("compare.single")
    if abs(mean) < bound:
        return words.say("compare.noise", years=years, scope=scope, change=words.change_millions(mean), least=words.millions(bound))
    return words.say("compare.lower" if mean < 0 else "compare.higher", years=years, scope=scope, amount=words.millions(abs(mean)))


def _year(year: str, kroner: Change, persons: Change, words: Words) -> str:
    """Return the change of kroner and persons in one year, each with the interval of nine runs in ten."""
    return words.say(
        "compare.year",
        year=year,
        kroner=_marked(kroner, words.change_millions(kroner.dist["mean"])),
        kroner_range=_range(kroner.dist, lambda value: words.change(value / 1e6, 1), words),
        persons=_marked(persons, words.change(persons.dist["mean"])),
        persons_range=_range(persons.dist, words.change, words),
    )


def _invested(scenario: Document, years: Sequence[int], words: Words) -> list[str]:
    """Return what is left after the investment, as a sentence, where there is one."""
    rows = [row for row in scenario["business_case"] if row["payer"] == "municipality" and row["year"] in years]
    investment, net = (sum(row[figure]["mean"] for row in rows) for figure in ("investment", "net"))
    if not investment:
        return []
    said = {"investment": words.millions(investment), "net": words.change_millions(net), "years": _span(scenario, years, words)}
    return [words.say("compare.invested", **said)]


def _range(dist: Row, written: Callable[[float], str], words: Words) -> str:
    """Return what nine runs of ten lie between."""
    return words.interval(written(dist["p05"]), written(dist["p95"]))


def _marked(change: Change, written: str) -> str:
    """Return a written change with the mark of noise, where it is noise and anything at all."""
    return f"~{written}" if change.noise and written != "0" else written


def _differences(scenario: Document, labels: Labels, prices: str) -> Iterator[Grid]:
    """Yield the differences in persons and in kroner; of a model without a budget those of its states."""
    words = labels.words
    if not scenario["difference"]["budget"]:
        yield _states_table(scenario, labels)
        return
    title = words.say("compare.kroner", prices=words.say(f"prices.{prices}"))
    yield _lines_table(scenario, changes_of(scenario, "persons", "persons"), words.say("compare.persons"), words.change, labels)
    yield _lines_table(scenario, changes_of(scenario, "municipality", "kroner"), title, words.change_1000, labels)


def _lines_table(scenario: Document, changes: Changes, title: str, written: Callable[[float], str], labels: Labels) -> Grid:
    """Return the differences by line, a column a year; under each total what nine runs of ten lie between."""
    words = labels.words
    lines, years = labels.ordered(line for line, _ in changes), list(dict.fromkeys(year for _, year in changes))
    grid = table(title, [words.say("head.line")], [period(scenario, year, words).replace(" ", "\n") for year in years])
    for line in lines:
        total = line.startswith(TOTAL)
        if line == TOTAL:
            grid.add_section()
        cells = [_marked(changes[line, year], written(changes[line, year].dist["mean"])) for year in years]
        grid.add_row(labels.line(line), *cells, style="bold" if total else "")
        for edge in ("p05", "p95") if total else ():
            grid.add_row(f"  {words.say(f'edge.{edge}')}", *(written(changes[line, year].dist[edge]) for year in years), style="dim italic")
        if line == TOTAL:
            grid.add_section()
    return grid


def _states_table(scenario: Document, labels: Labels) -> Grid:
    """Return the differences in persons by state, a column a year: the average of the months."""
    words = labels.words
    months: dict[tuple[str, int], list[float]] = {}
    for row in scenario["difference"]["persons"]:
        months.setdefault((row["state"], int(row["month"][:4])), []).append(row["mean"])
    states, years = (list(dict.fromkeys(key[part] for key in months)) for part in (0, 1))
    grid = table(
        words.say("compare.persons"), [words.say("head.state")], [period(scenario, int(year), words).replace(" ", "\n") for year in years]
    )
    for state in states:
        cells = (months[str(state), int(year)] for year in years)
        grid.add_row(labels.state(str(state)), *(words.change(sum(cell) / len(cell)) for cell in cells))
    return grid


def _notes(document: Document, words: Words) -> Text:
    """Return what to keep in mind of the runs compared."""
    worlds = [document["baseline"], *document["scenarios"]]
    grade = max((world["weakest_grade"] for world in worlds), key=WORST.index)
    parameters = any(row["parameters"] > 0 for world in worlds for row in world["variance"])
    budget = bool(document["baseline"]["budget"])
    noise = [words.say("note.noise")] if budget else []
    said = [words.say("note.paired"), *noise, *common_notes(grade, words, parameters=parameters, budget=budget)]
    return Text("\n".join(said), style="dim")
