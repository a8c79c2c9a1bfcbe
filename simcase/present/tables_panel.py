"""A backtest of many places as it is read: who foresaw what, a table a measure, what its figures mean; and what its chart draws."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import polars as pl

from simcase.present.table import Row, Sentence, Table, figures, texts
from simcase.words import CATALOGUE, Words

if TYPE_CHECKING:
    from simcase.evaluate import OriginScore, PanelResult, PanelScore

HEADS = ("error", "inside", "skill")
CSV = ("measure", "method", "outcomes", "crps_pct", "error_pct", "inside", "skill")
POINTS = {"measure": pl.String, "method": pl.String, "quarter": pl.Int64, "crps": pl.Float64}
"""The columns of what the chart draws."""


def panel_parts(result: PanelResult, words: Words) -> Iterator[Table | Sentence]:
    """Yield what is printed of a panel's backtest."""
    yield Sentence(about(result, words), "strong")
    for measure in dict.fromkeys(each.measure for each in result.scores):
        yield scores_table([each for each in result.scores if each.measure == measure], words)
    if result.origins:
        yield origins_table(result, words)
    notes = ["panel.note", "panel.note.simple", *(["panel.note.origins"] if result.origins else [])]
    yield Sentence("\n".join(map(words.say, notes)), "faint")


def about(result: PanelResult, words: Words) -> str:
    """Return who foresaw how many places, from when to when, how far ahead."""
    said = {"method": method_of(result.method, words), "places": len(result.places), "ahead": result.ahead}
    first, last = (words.month(each) for each in (result.first_origin, result.last_origin))
    return words.say("panel.about", first=first, last=last, **said) if first != last else words.say("panel.one_origin", first=first, **said)


def method_of(name: str, words: Words) -> str:
    """Return what a kind of forecast is called; one of the user's own as it calls itself."""
    key = f"panel.method.{name}"
    return words.say(key) if key in CATALOGUE else name


def scores_table(scores: list[PanelScore], words: Words) -> Table:
    """Return the scores of a measure, a row a kind of forecast, the judged one first."""
    quarters = [words.say("panel.head.quarter", n=n + 1) for n in range(len(scores[0].quarters))]
    heads = [words.say("backtest.head.score"), *(words.say(f"panel.head.{head}") for head in HEADS), *quarters]
    rows = []
    for each in scores:
        skill = "" if each.skill is None else words.percent(each.skill)
        by_quarter = ["" if one is None else words.number(one, 2) for one in each.quarters]
        told = (words.number(each.crps, 2), words.number(each.error, 2), words.percent(each.inside), skill, *by_quarter)
        rows.append(Row([method_of(each.method, words), *told], "strong" if each.skill is None else ""))
    title = words.say("panel.title", measure=scores[0].measure, n=words.number(scores[0].outcomes))
    return Table("", title, [*texts(words.say("panel.head.method")), *figures(*heads)], rows)


def origins_table(result: PanelResult, words: Words) -> Table:
    """Return how near forecasts from ever later months came to the outcomes that all of them foresee, a row an origin."""
    measures = list(dict.fromkeys(each.measure for each in result.origins))
    rows = []
    for origin in dict.fromkeys(each.origin for each in result.origins):
        mine = [each for each in result.origins if each.origin == origin]
        told = [cell for measure in measures for each in mine if each.measure == measure for cell in _since(each, words)]
        rows.append(Row([words.month(origin), *told]))
    counts = {each.measure: words.number(each.outcomes) for each in result.origins}
    since = words.say("panel.head.since", month=words.month(result.origins[0].origin))
    heads = [head for measure, n in counts.items() for head in (words.say("panel.head.of", measure=measure, n=n), since)]
    method = method_of(result.method, words)
    return Table("", words.say("panel.origins", method=method), [*texts(words.say("panel.head.origin")), *figures(*heads)], rows)


def _since(each: OriginScore, words: Words) -> tuple[str, str]:
    """Return a score, and by how much it is another than from the first origin, with the standard error of that."""
    if each.change is None:
        return words.number(each.crps, 2), ""
    error = "" if each.error is None else f" ({words.number(each.error, 2)})"
    return words.number(each.crps, 2), f"{words.change(each.change, 2)}{error}"


def panel_rows(result: PanelResult) -> Iterator[tuple[object, ...]]:
    """Yield the scores, a row a measure and kind of forecast."""
    yield (*CSV, *(f"crps_quarter_{n + 1}" for n in range(len(result.scores[0].quarters))))
    for each in result.scores:
        yield (each.measure, each.method, each.outcomes, each.crps, each.error, each.inside, each.skill, *each.quarters)


def panel_points(result: PanelResult, words: Words) -> pl.DataFrame:
    """Return what the chart draws: the score of each kind of forecast by measure and quarter ahead, the judged one first."""
    rows = [
        (each.measure, method_of(each.method, words), n + 1, crps)
        for each in result.scores
        for n, crps in enumerate(each.quarters)
        if crps is not None
    ]
    return pl.DataFrame(rows, POINTS, orient="row")
