"""The tables of what a scenario is worth: where those who left went, the business case, and what each initiative adds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from simcase.compare import CaseFigure, CaseRow, WentRow
from simcase.present.labels import Labels
from simcase.present.sentences_compare import payback_sentence
from simcase.present.table import (
    Cell,
    Column,
    Formula,
    Interval,
    Kind,
    Look,
    Row,
    Sentence,
    Table,
    columns,
    dist_columns,
    rows_of,
    spread,
    total,
)
from simcase.present.tables_budget import EDGES, year_heads
from simcase.study.results import ScenarioResult
from simcase.words import Words

Went = dict[int, float]
"""Mean moves to a destination by year; under KRONER what a year there costs the municipality for all of them."""
KRONER = 0

FIGURES: Final[tuple[CaseFigure, ...]] = ("investment", "saved", "grants", "net")
OPTIONAL: Final[tuple[CaseFigure, ...]] = ("investment", "grants")
"""Figures that stand only where there is any."""
SHOWN: Final = 8
"""Destinations that are shown by themselves at the most."""


def case_parts(scenario: ScenarioResult, labels: Labels, prices: str) -> Iterator[Table | Sentence]:
    """Yield where they went, the business case with its payback, and the contributions of several initiatives."""
    words = labels.words
    if scenario.where_they_went:
        yield went_table(scenario, labels)
    if scenario.difference.budget:
        yield case_table(scenario, prices, words)
        yield Sentence(payback_sentence(scenario.payback, words))
        if len(scenario.contributions) > 1:
            yield contributions_table(scenario, labels)


def _total_head(years: Sequence[int], words: Words) -> str:
    """Return the head of a column of sums, with the years that they are over."""
    return f"{words.say('head.total')}\n{years[0]}-{years[-1]}" if len(years) > 1 else words.say("head.total")


def _over_years(scenario: ScenarioResult, years: Sequence[int], kind: Kind, words: Words) -> list[Column]:
    """Return a column a year and one of their sum."""
    named = zip(years, year_heads(scenario, years, words), strict=True)
    return [*(Column(f"y{year}", head, kind) for year, head in named), Column("total", _total_head(years, words), kind)]


def went_table(scenario: ScenarioResult, labels: Labels) -> Table:
    """Return moves by destination, a column a year, their sum, and in a model with a budget what they cost the municipality a year."""
    words, rows = labels.words, scenario.where_they_went
    years, priced = sorted({row.year for row in rows}), bool(scenario.difference.budget)
    heads = [Column("to", words.say("went.to"), "text"), *_over_years(scenario, years, "change", words)]
    if priced:
        heads.append(Column("kroner", words.say("went.kroner"), "more"))
    body: list[list[Cell]] = [
        [name, *(went.get(year, 0.0) for year in years), _moves(went), *([went[KRONER]] if priced else [])]
        for name, went in _destinations(rows, labels).items()
    ]
    return Table("", words.say("went.title"), heads, rows_of(body), below=words.say("went.note") if priced else "")


def went_sheet(scenario: ScenarioResult, labels: Labels) -> Table:
    """Return how many more moved out of the target group, by destination and year, and what a year there costs."""
    words = labels.words
    heads = [
        *columns(words, {"year": "whole", "from": "text", "to": "text"}),
        *dist_columns(words, "change"),
        *columns(words, {"kroner": "more"}),
    ]
    body = [
        [row.year, labels.state(row.source), labels.state(row.to), *spread(row.persons), row.municipality.mean]
        for row in scenario.where_they_went
    ]
    title, notes = words.say("went.title"), (words.say("went.note"),)
    return Table(words.say("sheet.went"), title, heads, rows_of(body), notes)


def _destinations(rows: Sequence[WentRow], labels: Labels) -> dict[str, Went]:
    """Return what went where by name, most moves first; the target group is one destination, and so are those of few moves."""
    inside = {row.source for row in rows}
    names = {row.to: labels.words.say("went.inside") if row.to in inside else labels.place(row.to) for row in rows}
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


def case_table(scenario: ScenarioResult, prices: str, words: Words) -> Table:
    """Return investment, saved support and net result of each payer, a column a year and their sum."""
    rows = {(row.payer, row.year): row for row in scenario.business_case}
    years = sorted({year for _, year in rows})
    body = []
    for payer in dict.fromkeys(payer for payer, _ in rows):
        body.append(Row([words.say(f"case.{payer}")], "strong"))
        body += _payer_rows([rows[payer, year] for year in years], scenario.payback.discount, words)
    title = words.say("case.title", prices=words.say(f"prices.{prices}"))
    return Table("", title, [Column("figure", "", "text"), *_over_years(scenario, years, "more", words)], body)


def _payer_rows(rows: Sequence[CaseRow], rate: float, words: Words) -> Iterator[Row]:
    """Yield the figures of a payer with signs that add up, what is spent below zero; the interval of the net result; and its sum so far."""
    some = {figure for figure in OPTIONAL if any(row.of(figure).mean for row in rows)}
    for figure in FIGURES if some else FIGURES[-1:]:
        if figure in {"saved", "net", *some}:
            means = [_signed(row, figure) for row in rows]
            look: Look = "strong" if figure == "net" else ""
            yield Row([f"  {words.say(f'case.{figure}')}", *means, sum(means)], look)
    for edge in EDGES:
        yield Row([f"    {words.say(f'edge.{edge}')}", *(row.net.at(edge) for row in rows)], "faint")
    sums = words.say("case.present", rate=words.percent(rate, 1)) if rate else words.say("case.cumulated")
    yield Row([f"  {sums}", *(row.cumulated.mean for row in rows)])
    if before := rows[0].before.mean:
        yield Row([f"    {words.say('case.before', year=rows[0].year)}", *(before for _ in rows)], "faint")


def _signed(row: CaseRow, figure: CaseFigure) -> float:
    """Return a figure of a payer's year with the sign it adds up with: what is spent is below zero."""
    return -row.of(figure).mean if figure == "investment" else row.of(figure).mean


def case_sheet(scenario: ScenarioResult, labels: Labels, prices: str) -> Table:
    """Return the business case by payer and year: net result and its sum follow from investment and saved support."""
    words, rate = labels.words, scenario.payback.discount
    kinds: dict[str, Kind] = {"payer": "text", "year": "whole", "investment": "more", "saved": "more", "grants": "more", "net": "more"}
    body: list[Row] = []
    for payer in ("municipality", "state"):
        rows = [row for row in scenario.business_case if row.payer == payer]
        first = len(body)
        body += [Row(_case_row(row, rows[n - 1] if n else None, rate, words)) for n, row in enumerate(rows)]
        sums = [total(key, [_signed(row, key) for row in rows], first) for key in FIGURES]
        body.append(Row([words.say(f"case.{payer}"), words.say("line.total"), *sums, None, None, None], "strong"))
    hidden = {row.year: row.before.mean for row in scenario.business_case if row.payer == "municipality"}
    first = min(hidden)
    before = (words.say("sheet.case_before", year=first, kroner=words.number(hidden[first])),) if hidden[first] else ()
    discounted = (words.say("case.present", rate=words.percent(rate, 1)),) if rate else ()
    return Table(
        id=words.say("sheet.case"),
        title=words.say("sheet.case_title", prices=words.say(f"prices.{prices}")),
        columns=columns(words, kinds | {"p05": "more", "p95": "more", "cumulated": "more"}),
        rows=body,
        notes=(*discounted, *before, words.say("note.net")),
        drawn=("investment", "saved", "net"),
        along="year",
        chart="column",
    )


def _case_row(row: CaseRow, before: CaseRow | None, rate: float, words: Words) -> list[Cell]:
    """Return a payer's year: the net result follows from its parts, its sum from the row above."""
    investment, saved, grants = (_signed(row, figure) for figure in FIGURES[:-1])
    net, so_far = investment + saved + grants, row.cumulated.mean
    above = before.cumulated.mean if before else 0.0
    worth = (so_far - above) / net if rate and net else 1.0
    sums = f"={{cumulated:-1}}+{{net}}*{worth!r}" if rate else "={cumulated:-1}+{net}"
    return [
        words.say(f"case.{row.payer}"),
        row.year,
        investment,
        saved,
        grants,
        Formula("={investment}+{saved}+{grants}", net),
        row.net.p05,
        row.net.p95,
        Formula(sums, so_far) if before else so_far,
    ]


def contributions_table(scenario: ScenarioResult, labels: Labels) -> Table:
    """Return what each part adds to net spending, in the order composed and averaged over orders; either column adds up to the whole.

    Other changes stand under no initiative. Print has no column of averages that are not known.
    """
    words, rows = labels.words, scenario.contributions
    means = [row.averaged.mean for row in rows if row.averaged]
    every = len(means) == len(rows)
    heads = [
        Column("initiative", words.say("head.initiative"), "text"),
        Column("kroner", words.say("parts.kroner"), "more", "print"),
        Column("between", words.say("goals.interval"), "more", "print"),
        *([Column("in_orders", words.say("parts.averaged"), "more", "print")] if every else []),
        *dist_columns(words, "more", "file"),
        *columns(words, {"averaged": "more"}, "file"),
    ]
    body: list[Row] = []
    for row in rows:
        net, averaged = row.municipality, row.averaged.mean if row.averaged else None
        name = labels.initiative(row.initiative) if row.initiative else words.say("parts.other")
        body.append(Row([name, net.mean, Interval(net.p05, net.p95), *([averaged] if every else []), *spread(net), averaged]))
    whole, of_orders = total("mean", [row.municipality.mean for row in rows]), total("averaged", means) if every else None
    sums = [whole, None, *([whole] if every else []), whole, None, None, of_orders]
    body.append(Row([words.say("line.total"), *sums], "strong", apart=True))
    return Table(
        id=words.say("sheet.parts"),
        title=words.say("parts.title"),
        columns=heads,
        rows=body,
        below=words.say("parts.note") if every else "",
    )
