"""A sensitivity analysis: a sentence, a row for each thing that is not known, and what the method can and cannot tell."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

import polars as pl

from simcase.present.labels import Labels, labels_of
from simcase.present.sentences_run import edited_in
from simcase.present.table import Row, Sentence, Table, figures, texts
from simcase.words import CATALOGUE, Words

if TYPE_CHECKING:
    from simcase.evaluate import Sensitivity, Swing

MILLION: Final = 1e6
ROWS: Final = 15
"""Rows that are printed and drawn at the most."""
KRONER: Final = ("net_spending", "net_result", "gross", "state", "municipality")
NOISE: Final = "~"
LARGE: Final = 20.0
"""Values from here on are written without decimals."""


@dataclass(frozen=True)
class Shown:
    """An analysis, the language it is told in, and the seed."""

    found: Sensitivity
    words: Words
    seed: int

    @cached_property
    def labels(self) -> Labels:
        """Return the names that the scenario's model gives, and those of initiatives that only the baseline has."""
        every = [labels_of(model, self.words) for model in self.found.models]
        for other in every[1:]:
            every[0].initiatives.update({name: label for name, label in other.initiatives.items() if name not in every[0].initiatives})
        return every[0]

    @property
    def kind(self) -> str:
        """Return what the figure counts."""
        return self.found.figure.split(".")[0]

    @property
    def share(self) -> bool:
        """Tell whether the figure is a share."""
        return self.kind == "goal" and self.found.figure.split(".")[1] in self.labels.shares

    @property
    def most(self) -> int:
        """Return how many rows are worth a line: those that are no noise, but one at the least."""
        sure = [row for row in self.found.rows if not noise(row, self.found.method)]
        return max(1, min(ROWS, len(sure)))

    @cached_property
    def unit(self) -> str:
        """Return the unit of the measures, as the title of an axis."""
        if self.found.method == "sobol":
            return self.words.say("unit.share")
        unit = "millions" if self.kind in KRONER else "percent" if self.share else "persons"
        return self.words.say("unit.change", unit=self.words.say(f"unit.{unit}"))

    @property
    def scale(self) -> float:
        """Return what a measure is divided by."""
        if self.found.method == "sobol" or self.share:
            return 0.01
        return MILLION if self.kind in KRONER else 1.0

    @property
    def figure(self) -> str:
        """Return what the figure is called."""
        return named_figure(self.found.figure, self.labels)

    @property
    def said(self) -> str:
        """Return how the chart is read."""
        return f"{self.figure}. {self.words.say('chart.sensitivity.ends' if self.found.method == 'tornado' else 'chart.sensitivity.bar')}"

    def factor(self, name: str) -> str:
        """Return the name of something that is not known."""
        if name == "fit":
            return self.words.say("sensitivity.fit")
        initiative, _, number = name.partition(".")
        if f"number.{number}" in CATALOGUE:
            return self.words.say(f"number.{number}", initiative=self.labels.initiative(initiative))
        return self.labels.unknown(name)

    def amount(self, value: float) -> str:
        """Return an amount of the figure as it is written."""
        if self.kind in KRONER:
            return self.words.millions(value)
        return self.words.percent(value, 1) if self.share else self.words.number(value)


def named_figure(name: str, labels: Labels) -> str:
    """Return what a headline figure is called: what it counts, where, in which year."""
    kind, *rest = name.split(".")
    where = labels.goal(rest[0]) if kind == "goal" and rest else labels.line(rest[0]) if rest else ""
    return labels.words.say(f"figure.{kind}", where=where, years=rest[1] if len(rest) > 1 else "").strip()


def noise(row: Swing, method: str) -> bool:
    """Tell whether chance alone may have given what a row says."""
    if method == "tornado":
        return not (abs(row.first) > row.first_margin or abs(row.second) > row.second_margin)
    return not (row.first if method == "morris" else row.second) > (row.first_margin if method == "morris" else row.second_margin)


def table_of(shown: Shown) -> pl.DataFrame:
    """Return a row for each thing that is not known, in the unit shown, with its name in words."""
    rows, scale = shown.found.rows, shown.scale
    names = [shown.factor(row.name) for row in rows]
    if shown.found.method == "tornado":
        return pl.DataFrame({"unknown": names, "low": [row.first / scale for row in rows], "high": [row.second / scale for row in rows]})
    sobol = shown.found.method == "sobol"
    pairs = [(row.second, row.second_margin) if sobol else (row.first, row.first_margin) for row in rows]
    return pl.DataFrame(
        {
            "unknown": names,
            "mean": [value / scale for value, _ in pairs],
            "p05": [(value - margin) / scale for value, margin in pairs],
            "p95": [(value + margin) / scale for value, margin in pairs],
        }
    )


def parts(shown: Shown) -> Iterator[Table | Sentence]:
    """Yield what is printed of an analysis."""
    found, words = shown.found, shown.words
    yield Sentence(about(shown), "faint")
    yield Sentence(headline(shown), "strong")
    others = found.rows[shown.most :]
    below = ""
    if others:
        least = max(max(abs(row.first), abs(row.second)) for row in others)
        written = words.percent(least) if found.method == "sobol" else shown.amount(least)
        below = words.say("sensitivity.rest", n=len(others), least=written)
    yield _table(shown, below)
    yield Sentence(words.say(f"sensitivity.note.{found.method}", runs=found.replications) + chance(shown), "faint")
    yield Sentence(words.say("sensitivity.caveat"), "faint")


def about(shown: Shown) -> str:
    """Return what was analysed."""
    found, words = shown.found, shown.words
    scenario, *others = found.models
    against = "".join(words.say("sensitivity.against", title=words.text(one.title), scenario=one.scenario) for one in others)
    title, runs = words.text(scenario.title), words.number(found.replications)
    prices = "".join(f", {each}" for each in edited_in(scenario.edits, words))
    about = {"prices": prices, "scenario": scenario.scenario, "calibration": scenario.calibration, "seed": shown.seed}
    return words.say("sensitivity.about", title=title, against=against, points=words.number(found.points), runs=runs, **about)


def headline(shown: Shown) -> str:
    """Return the result in a sentence."""
    found, words = shown.found, shown.words
    figure, middle, first = shown.figure, shown.amount(found.middle), found.rows[0]
    if noise(first, found.method):
        return words.say("sensitivity.silent", figure=figure, middle=middle)
    if found.method != "tornado":
        return words.say("sensitivity.ranked", figure=figure, middle=middle, first=shown.factor(first.name))
    low, high = sorted((found.middle + first.first, found.middle + first.second))
    name = shown.factor(first.name)
    return words.say("sensitivity.tornado", figure=figure, middle=middle, first=name, low=shown.amount(low), high=shown.amount(high))


def chance(shown: Shown) -> str:
    """Return the standard deviation of one run by chance, and by what is unknown where the design tells it."""
    found, words = shown.found, shown.words
    if math.isnan(found.chance):
        return ""
    said = words.say("sensitivity.chance", chance=shown.amount(math.sqrt(found.chance)))
    unknown = (
        "" if math.isnan(found.parameters) else shown.amount(math.sqrt(max(found.parameters - found.chance / found.replications, 0.0)))
    )
    told = said + (words.say("sensitivity.parameters", parameters=unknown) if unknown else "")
    return f" {told.removesuffix('.')}."


HEADS: Final = {
    "tornado": ("low", "high", "at_low", "at_high"),
    "morris": ("low", "high", "mu", "sigma"),
    "sobol": ("alone", "total"),
}


def _table(shown: Shown, below: str) -> Table:
    """Return the rows of an analysis that are worth a line, with what is said of the others beneath."""
    heads = [shown.words.say(f"sensitivity.{head}") for head in HEADS[shown.found.method]]
    title = shown.figure if shown.found.method == "sobol" else f"{shown.figure} ({shown.unit})"
    columns = [*texts(shown.words.say("sensitivity.factor")), *figures(*heads)]
    return Table("", title, columns, [Row(_cells(row, shown)) for row in shown.found.rows[: shown.most]], below=below)


def _cells(row: Swing, shown: Shown) -> list[str]:
    """Return a row of the table."""
    words, method, scale = shown.words, shown.found.method, shown.scale
    ends = (
        [] if row.factor is None else [words.number(end, 0 if row.factor.high >= LARGE else 2) for end in (row.factor.low, row.factor.high)]
    )
    if method == "sobol":
        shares = ((row.first, row.first_margin), (row.second, row.second_margin))
        return [shown.factor(row.name), *(f"{words.percent(value)} ± {words.percent(margin)}" for value, margin in shares)]
    first, second = (words.change(value / scale, 1) for value in (row.first, row.second))
    if method == "morris":
        measures = [
            f"{words.number(row.first / scale, 1)} ± {words.number(row.first_margin / scale, 1)}",
            words.number(row.second / scale, 1),
        ]
        return [shown.factor(row.name), *ends, *measures]
    unsure = [abs(value) <= margin for value, margin in ((row.first, row.first_margin), (row.second, row.second_margin))]
    return [
        shown.factor(row.name),
        *ends,
        *(f"{NOISE}{text}" if vague else text for text, vague in zip((first, second), unsure, strict=True)),
    ]
