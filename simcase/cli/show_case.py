"""Where those who left went, the business case, and what each initiative adds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from rich.console import RenderableType
from rich.text import Text

from simcase.cli.terminal import Grid, table
from simcase.compare import CaseFigure, Edge, WentRow
from simcase.present.labels import Labels
from simcase.present.sentences_compare import moved, payback_sentence
from simcase.present.sentences_run import period
from simcase.study.results import Contribution, ScenarioResult
from simcase.words import Words

Went = dict[int, float]
"""Mean moves to a destination by year; under KRONER what a year there costs the municipality for all of them."""
KRONER = 0

EDGES: Final[tuple[Edge, ...]] = ("p05", "p95")
FIGURES: Final[tuple[CaseFigure, ...]] = ("investment", "saved", "grants", "net")
OPTIONAL: Final[tuple[CaseFigure, ...]] = ("investment", "grants")
"""Figures that stand only where there is any."""
LOOKS = {"net": "bold"}
"""Figures of the business case that stand out."""
SHOWN = 8
"""Destinations that are shown by themselves at the most."""


def case_parts(scenario: ScenarioResult, labels: Labels, prices: str) -> Iterator[RenderableType]:
    """Yield where they went, the business case with its payback, and the contributions of several initiatives."""
    words = labels.words
    if scenario.where_they_went:
        yield _went_table(scenario, labels)
        if said := moved(scenario, labels):
            yield Text(said)
    if scenario.difference.budget:
        yield _case_table(scenario, prices, words)
        yield Text(payback_sentence(scenario.payback, words))
        if len(scenario.contributions) > 1:
            yield _contributions_table(scenario.contributions, labels)


def _went_table(scenario: ScenarioResult, labels: Labels) -> Grid:
    """Return moves by destination, a column a year, their sum, and in a model with a budget what they cost the municipality a year."""
    words, rows = labels.words, scenario.where_they_went
    years = sorted({row.year for row in rows})
    priced = bool(scenario.difference.budget)
    heads = [
        *(_year_head(scenario, year, words) for year in years),
        _total_head(years, words),
        *([words.say("went.kroner")] if priced else []),
    ]
    grid = table(words.say("went.title"), [words.say("went.to")], heads)
    for name, went in _destinations(rows, labels).items():
        moves = [*(went.get(year, 0.0) for year in years), _moves(went)]
        grid.add_row(name, *map(words.change, moves), *([words.change_1000(went[KRONER])] if priced else []))
    grid.below = words.say("went.note") if priced else ""
    return grid


def _destinations(rows: Sequence[WentRow], labels: Labels) -> dict[str, Went]:
    """Return what went where by name, most moves first; the target group is one destination, and so are those of few moves."""
    inside = {row.source for row in rows}
    names = {row.to: labels.words.say("went.inside") if row.to in inside else labels.state(row.to) for row in rows}
    went = _by_name(rows, names)
    ranked = sorted(went, key=lambda name: -abs(_moves(went[name])))
    few = ranked[SHOWN:]
    others = labels.words.say("went.others")
    went = _by_name(rows, {to: others if name in few else name for to, name in names.items()})
    return {name: went[name] for name in (*ranked[:SHOWN], *([others] if few else []))}


def _by_name(rows: Sequence[WentRow], names: Mapping[str, str]) -> dict[str, Went]:
    """Return moves and kroner summed by the name of the destination."""
    went: dict[str, Went] = {}
    for row in rows:
        sums = went.setdefault(names[row.to], {})
        sums[row.year] = sums.get(row.year, 0.0) + row.persons.mean
        sums[KRONER] = sums.get(KRONER, 0.0) + row.municipality.mean
    return went


def _moves(went: Went) -> float:
    """Return the moves of all years."""
    return sum(moves for year, moves in went.items() if year != KRONER)


def _year_head(scenario: ScenarioResult, year: int, words: Words) -> str:
    """Return the head of a year's column."""
    return period(scenario.run, year, words).replace(" ", "\n")


def _total_head(years: Sequence[int], words: Words) -> str:
    """Return the head of a column of sums, with the years that they are over."""
    return f"{words.say('head.total')}\n{years[0]}-{years[-1]}" if len(years) > 1 else words.say("head.total")


def _case_table(scenario: ScenarioResult, prices: str, words: Words) -> Grid:
    """Return investment, saved support and net result of each payer, a column a year and their sum."""
    rows = {(row.payer, row.year): row for row in scenario.business_case}
    years = sorted({year for _, year in rows})
    heads = [*(_year_head(scenario, year, words) for year in years), _total_head(years, words)]
    rate = scenario.payback.discount
    sums = words.say("case.present", rate=words.percent(rate, 1)) if rate else words.say("case.cumulated")
    grid = table(words.say("case.title", prices=words.say(f"prices.{prices}")), [""], heads)
    for payer in dict.fromkeys(payer for payer, _ in rows):
        grid.add_row(words.say(f"case.{payer}"), style="bold")
        some = {figure for figure in OPTIONAL if any(rows[payer, year].of(figure).mean for year in years)}
        for figure in FIGURES if some else FIGURES[-1:]:
            if figure in {"saved", "net", *some}:
                grid.add_row(
                    *_case_cells([rows[payer, year].of(figure).mean for year in years], figure, words), style=LOOKS.get(figure, "")
                )
        for edge in EDGES:
            cells = (words.change_1000(rows[payer, year].net.at(edge)) for year in years)
            grid.add_row(f"    {words.say(f'edge.{edge}')}", *cells, style="dim italic")
        grid.add_row(f"  {sums}", *(words.change_1000(rows[payer, year].cumulated.mean) for year in years))
        before = rows[payer, years[0]].before.mean
        if before:
            grid.add_row(f"    {words.say('case.before', year=years[0])}", *(words.change_1000(before) for _ in years), style="dim italic")
    return grid


def _case_cells(kroner: Sequence[float], figure: str, words: Words) -> list[str]:
    """Return a row of the business case: its name, a figure a year, and their sum."""
    written = words.kroner_1000 if figure == "investment" else words.change_1000
    return [f"  {words.say(f'case.{figure}')}", *(written(value) for value in (*kroner, sum(kroner)))]


def _contributions_table(rows: Sequence[Contribution], labels: Labels) -> Grid:
    """Return what each part adds to net spending, in the order composed and averaged over orders, and their sum.

    Other changes stand under no initiative.
    """
    words = labels.words
    averaged = [row.averaged.mean for row in rows if row.averaged]
    every = len(averaged) == len(rows)
    heads = [words.say("parts.kroner"), words.say("goals.interval"), *([words.say("parts.averaged")] if every else [])]
    grid = table(words.say("parts.title"), [words.say("head.initiative")], heads)
    for n, row in enumerate(rows):
        net = row.municipality
        between = words.interval(words.change_1000(net.p05), words.change_1000(net.p95))
        name = labels.initiative(row.initiative) if row.initiative else words.say("parts.other")
        grid.add_row(name, words.change_1000(net.mean), between, *([words.change_1000(averaged[n])] if every else []))
    grid.add_section()
    whole = words.change_1000(sum(row.municipality.mean for row in rows))
    grid.add_row(words.say("head.total"), whole, "", *([whole] if every else []), style="bold")
    grid.below = words.say("parts.note") if every else ""
    return grid
