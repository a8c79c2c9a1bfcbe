"""A backtest of many places at once: their counts are foreseen from earlier months, and scored beside the simple forecasts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

import numpy as np

from simcase import __version__
from simcase.engine import Crew, Progress
from simcase.errors import Issue, UserError, closest
from simcase.evaluate.panel import LEAST_MONTHS, PanelCounts, read_panel_counts
from simcase.evaluate.panel_forecast import DIGITS, Forecaster, panel_forecasts
from simcase.evaluate.panel_scores import PanelResult, origin_scores, panel_scores
from simcase.evaluate.panel_simple import Forecasts, simple_forecasts
from simcase.evaluate.simple import SIMPLE, YARDSTICK
from simcase.vocabulary import add_months
from simcase.words import said

MEASURES: Final = ("kontanthjaelp_fulltime", "unemployed_a_dagpenge")
"""What is foreseen unless measures are named."""
AHEAD: Final = 12


@dataclass(frozen=True, slots=True)
class PanelQuestion:
    """Which counts of which places are foreseen, by whom, from the ends of which months, how many months ahead.

    Without places all of the table; without origins those that have a year of origins before and their outcomes behind them.
    """

    method: str | Forecaster = YARDSTICK
    measures: tuple[str, ...] = MEASURES
    places: tuple[str, ...] = ()
    origins: tuple[date, date] | None = None
    ahead: int = AHEAD


@dataclass(frozen=True, slots=True)
class PanelBacktest:
    """The forecasts of a panel, and what they are worth."""

    result: PanelResult
    forecasts: Forecasts


def panel_backtest(file: Path, asked: PanelQuestion, results: Path, crew: Crew, progress: Progress) -> PanelBacktest:
    """Return forecasts of the places of a table of counts, and their scores beside those of the simple forecasts.

    No forecast is given a count of a month after its origin. Raises UserError for a table, places, origins or a method that are not as
    expected, and where nothing can be scored.
    """
    counts = read_panel_counts(file, asked.measures)
    some = counts.of(asked.places or counts.places)
    origins = _origins(counts, asked)
    simple = simple_forecasts(counts, origins, asked.ahead)
    if isinstance(asked.method, str):
        if asked.method not in simple:
            raise UserError([Issue("", 0, "--method", f"'{asked.method}'", *closest(asked.method, simple))])
        name = asked.method
        judged: Forecasts = {case: told.round(DIGITS) for case, told in simple[name].items() if case.place in some.places}
    else:
        name = str(asked.method.identity["name"])
        judged = panel_forecasts(some, origins, asked.ahead, asked.method, results, crew, progress)
    methods: Mapping[str, Forecasts] = {name: judged} | {each: simple[each] for each in SIMPLE if each != name}
    scores = panel_scores(counts, methods, asked.ahead)
    if not scores:
        found = said("error.panel.no_outcome", origins=origins[0], origins2=origins[-1])
        raise UserError([Issue(file.as_posix(), 0, "", found, said("error.panel.more"))])
    places = tuple(sorted({case.place for case in judged}))
    result = PanelResult(
        __version__, name, places, origins[0], origins[-1], asked.ahead, scores, origin_scores(counts, judged, asked.ahead)
    )
    return PanelBacktest(result, judged)


def _origins(counts: PanelCounts, asked: PanelQuestion) -> list[date]:
    """Return the origins that are asked for; raises UserError for those of which too little is known, or nothing behind them."""
    months = counts.months
    starts = [int(np.flatnonzero(~np.isnan(row))[0]) for rows in counts.persons for row in rows if not np.isnan(row).all()]
    least = max(starts) + LEAST_MONTHS - 1
    usual = (add_months(counts.first, least + 12), add_months(months[-1], -asked.ahead))
    first, last = asked.origins or usual
    chosen = [month for month in months[:-1] if first <= month <= last and month >= add_months(counts.first, least)]
    if not chosen or (asked.origins and (chosen[0], chosen[-1]) != asked.origins):
        expected = said("error.panel.two_months", add_months=add_months(counts.first, least), add_months2=add_months(months[-1], -1))
        raise UserError([Issue("", 0, "--origins", said("error.panel.months", first=first, last=last), expected)])
    return chosen
