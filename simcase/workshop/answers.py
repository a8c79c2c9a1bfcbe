"""What a pair of worlds says after so many replications."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final, NamedTuple

from simcase import compare
from simcase.compare import Estimate, PricedRun, estimate
from simcase.model import Model
from simcase.study import Request, Shown
from simcase.study.changes import Change
from simcase.study.identity import inputs, manifest
from simcase.study.periods import summed_years
from simcase.study.run_result import run_result, scenario_result
from simcase.study.simulate import Run, priced
from simcase.tidy import Outcome, run_id
from simcase.vocabulary import Floats
from simcase.words import Words

STEPS: Final = (4, 24, 60, 120, 200)
"""Replications after which an answer is shown: a first one at once, then better ones as long as nobody moves anything."""
REFINED: Final = 60
"""Replications from which an answer counts as refined."""


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


@dataclass(frozen=True, slots=True)
class Answer:
    """A scenario held against its baseline after so many replications."""

    shown: Shown
    count: int

    @property
    def pair(self) -> tuple[PricedRun, PricedRun]:
        """Return the worlds of the baseline and of the scenario."""
        if self.shown.baseline is None:
            raise ValueError("an answer is held against a baseline")
        return self.shown.baseline.world, self.shown.world

    def net(self) -> Mean:
        """Return the municipality's net result over the whole years in kroner: saved support less what more is invested."""
        one, other = self.pair
        net = compare.net_result(one, other, self.years())
        return mean_of(net, paired=compare.shared_draws(other.outcome))

    def persons(self, line: str, year: int) -> Mean:
        """Return the difference of persons on a line in a year."""
        one, other = (world.accounts for world in self.pair)
        y, n = one.years.index(year), one.lines.index(line)
        more = other.persons[:, y, n] - one.persons[:, y, n]
        return mean_of(more, paired=compare.shared_draws(self.shown.world.outcome))

    def lines(self) -> tuple[str, ...]:
        """Return the lines whose states the moved initiatives are for, in the order of the budget; of all where there are none."""
        return compare.lines_of(self.shown.world.model, compare.targeted(*self.pair))

    def years(self) -> list[int]:
        """Return the years that are simulated whole, or all where none is."""
        return years_of(self.shown.world.model)


def years_of(model: Model) -> list[int]:
    """Return the years of a model that are simulated whole, or all where none is."""
    return summed_years(range(model.start.year, model.end.year + 1), model.start, model.end)


def mean_of(values: Floats, *, paired: bool) -> Mean:
    """Return what replications say of a difference, two of them sharing a draw where they are paired (shape: replications)."""
    said = estimate(values)
    off, least = float(compare.half_width(values, paired=paired)), compare.smallest_detectable(values, paired=paired)
    return Mean(said.mean, said.p05, said.p95, off, least)


def answer(request: Request, models: tuple[Model, Model], outcomes: list[Outcome]) -> Answer:
    """Return what a baseline and a scenario say after the replications that they have."""
    count = len(outcomes[0].days)
    asked = replace(request, replications=count)
    runs = [Run(priced(asked, model, outcome), Path(), 0.0) for model, outcome in zip(models, outcomes, strict=True)]
    compare.check_pair(runs[0].world, runs[1].world)
    baseline = Shown(asked, runs[0], {}, run_result(asked, runs[0]))
    result = scenario_result(asked, runs[0].world, runs[1], ())
    return Answer(Shown(asked, runs[1], {}, result, baseline), count)


def whole(found: Answer, scenario: str, baseline: str) -> list[Shown]:
    """Return baseline and scenario with all that a report says of them; the names are those of the files that repeat the runs."""
    if found.shown.baseline is None:
        raise ValueError("an answer is held against a baseline")
    one, other = (_named(each, name) for each, name in ((found.shown.baseline, baseline), (found.shown, scenario)))
    first = replace(one, result=run_result(one.request, one.run))
    return [first, replace(other, result=scenario_result(other.request, first.world, other.run, ()), baseline=first)]


def _named(shown: Shown, scenario: str) -> Shown:
    """Return a run under the name of its scenario, with the manifest and the id that it has when it is stored."""
    request = replace(shown.request, scenario=scenario)
    model = shown.world.model
    asked = inputs(request, model)
    folder = request.results / model.scenario / run_id(asked)
    return replace(shown, request=request, run=replace(shown.run, folder=folder), manifest=manifest(request, model))
