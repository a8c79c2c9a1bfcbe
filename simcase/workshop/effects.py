"""What settings change from their baseline in each replication, and how two settings differ at equal replications."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

import numpy as np

from simcase import compare
from simcase.compare import Estimate, PricedRun, estimate
from simcase.model import Model
from simcase.study.changes import Change
from simcase.study.periods import last_whole_year
from simcase.vocabulary import Floats
from simcase.words import Words


class Mean(NamedTuple):
    """A mean difference, what nine runs of ten lie between, how far the mean itself may be off (90 %), the smallest that can be shown."""

    mean: float
    low: float
    high: float
    off: float
    least: float

    @property
    def noise(self) -> bool:
        """Tell whether chance alone may give the mean, by the rule of the headline."""
        return Change(Estimate(self.mean, self.low, self.mean, self.high), self.least).noise

    def told(self, words: Words, unit: float) -> list[str]:
        """Return what nine runs of ten lie between, how far the mean may be off, and whether it may be noise."""
        digits = 0 if unit == 1.0 else 1
        low, high = (words.change(value / unit, digits) for value in (self.low, self.high))
        between = words.say("report.nine_of_ten", interval=words.interval(low, high))
        if math.isinf(self.off):
            return [between, words.say("workshop.card.off_unknown")]
        noise = words.say("workshop.card.noise") if self.noise else ""
        return [between, words.say("workshop.card.off", off=words.number(self.off / unit, digits)), noise]


class Contrast(NamedTuple):
    """What another setting gives, and how persons and net result differ from it, in as many replications of each."""

    other: tuple[Mean, Mean]
    change: tuple[Mean, Mean]
    runs: int


@dataclass(frozen=True, slots=True)
class Effects:
    """What a setting changes from its baseline, by replication from the first on.

    Shapes: persons replications, years, lines; net, in kroner, replications, years. `aimed` is the line that it is for, `summed` the years
    that sums are over, `year` the last one that is whole; `paired` tells whether two replications share draws.
    """

    lines: tuple[str, ...]
    years: tuple[int, ...]
    persons: Floats
    net: Floats
    paired: bool
    aimed: str
    summed: tuple[int, ...]
    year: int

    @property
    def count(self) -> int:
        """Return the number of replications."""
        return len(self.net)

    def persons_on(self, line: str, year: int) -> Floats:
        """Return the difference of persons on a line in a year (shape: replications)."""
        return np.asarray(self.persons[:, self.years.index(year), self.lines.index(line)])

    def net_over(self, years: Sequence[int]) -> Floats:
        """Return the municipality's net result over some years in kroner (shape: replications)."""
        return np.asarray(self.net[:, [self.years.index(year) for year in years]].sum(axis=1))

    def told(self) -> tuple[Mean, Mean]:
        """Return the difference of persons on the line aimed at in the last whole year, and the net result over all years."""
        persons, net = self.persons_on(self.aimed, self.year), self.net_over(self.summed)
        return mean_of(persons, paired=self.paired), mean_of(net, paired=self.paired)

    def first(self, count: int) -> Effects:
        """Return these in the first so many replications."""
        return replace(self, persons=self.persons[:count], net=self.net[:count])

    def alike(self, other: Effects) -> bool:
        """Tell whether another setting has the line and the years that these are told of."""
        return self.aimed in other.lines and set(self.summed) <= set(other.years)

    def contrast(self, other: Effects) -> Contrast:
        """Return how these differ from those of another setting that is alike, in the replications that both have."""
        count = min(self.count, other.count)
        one, two = self.first(count), replace(other, aimed=self.aimed, summed=self.summed, year=self.year).first(count)
        persons = one.persons_on(one.aimed, one.year) - two.persons_on(one.aimed, one.year)
        net = one.net_over(one.summed) - two.net_over(one.summed)
        return Contrast(two.told(), (mean_of(persons, paired=self.paired), mean_of(net, paired=self.paired)), count)


def effects_of(baseline: PricedRun, scenario: PricedRun) -> Effects:
    """Return what a scenario changes from its baseline."""
    one, other, model = baseline.accounts, scenario.accounts, scenario.model
    return Effects(
        lines=other.lines,
        years=other.years,
        persons=other.persons - one.persons,
        net=compare.netted(baseline, scenario),
        paired=compare.shared_draws(scenario.outcome),
        aimed=compare.line_aimed_at(baseline.model, model),
        summed=other.years,
        year=last_year(model),
    )


def last_year(model: Model) -> int:
    """Return the last year of a model that is simulated whole, else the last."""
    return last_whole_year(range(model.start.year, model.end.year + 1), model.start, model.end)


def mean_of(values: Floats, *, paired: bool) -> Mean:
    """Return what replications say of a difference, two of them sharing a draw where they are paired (shape: replications)."""
    said = estimate(values)
    off, least = float(compare.half_width(values, paired=paired)), compare.smallest_detectable(values, paired=paired)
    return Mean(said.mean, said.p05, said.p95, off, least)
