"""The figures of the big screen: one line of the budget, or the net result, year by year; the same that its large numbers tell."""

from __future__ import annotations

import polars as pl

from simcase import compare
from simcase.compare import estimate
from simcase.present.figures_run import short
from simcase.present.labels import Labels
from simcase.present.sentences_run import period
from simcase.study import Shown
from simcase.study.changes import Change
from simcase.vocabulary import Floats

MILLION = 1e-6


def facing_persons(shown: Shown, labels: Labels) -> pl.DataFrame:
    """Return the difference of persons on the line aimed at, by year."""
    if shown.baseline is None:
        raise ValueError("a difference is from a baseline")
    one, other = shown.baseline.world, shown.world
    line = compare.line_aimed_at(one.model, other.model)
    at = one.accounts.lines.index(line)
    more = other.accounts.persons[:, :, at] - one.accounts.persons[:, :, at]
    values = {year: more[:, one.accounts.years.index(year)] for year in one.accounts.years}
    return _rows(shown, labels, values, labels.line(line))


def facing_net(shown: Shown, labels: Labels) -> pl.DataFrame:
    """Return the municipality's net result in million kroner, added up from the first day on."""
    if shown.baseline is None:
        raise ValueError("a net result is against a baseline")
    pair = shown.baseline.world, shown.world
    years = pair[0].accounts.years
    sums = {year: compare.net_result(*pair, years[: number + 1]) * MILLION for number, year in enumerate(years)}
    return _rows(shown, labels, sums, labels.words.say("chart.facing_net.title"))


def _rows(shown: Shown, labels: Labels, values: dict[int, Floats], line: str) -> pl.DataFrame:
    """Return a row a year: what is expected, what nine runs of ten lie between, and whether it may be noise."""
    paired = compare.shared_draws(shown.world.outcome)
    rows = []
    for year, each in values.items():
        change = Change(estimate(each), compare.smallest_detectable(each, paired=paired))
        noise = labels.words.say("chart.difference.noise_true") if change.noise else ""
        rows.append({"line": line, "year": period(shown.result.run, year, labels.words), **short(change.dist), "noise": noise})
    return pl.DataFrame(rows)
