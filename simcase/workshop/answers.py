"""What a pair of worlds says after so many replications."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from simcase import compare
from simcase.compare import FIRST_TOLD, PricedRun
from simcase.model import Model
from simcase.study import Request, Shown
from simcase.study.identity import inputs, manifest
from simcase.study.run_result import run_result, scenario_result
from simcase.study.simulate import Run, priced
from simcase.tidy import Outcome, run_id
from simcase.workshop.effects import Effects, Mean, effects_of, mean_of
from simcase.workshop.settings import Settings

STEPS: Final = (4, FIRST_TOLD, 60, 120, 200)
"""Replications after which an answer is shown: a sketch without figures at once, then figures, each time from whole blocks of draws."""
REFINED: Final = 60
"""Replications from which an answer counts as refined."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What settings give, held against their baseline, after so many replications."""

    settings: Settings
    shown: Shown
    count: int
    effects: Effects

    @property
    def pair(self) -> tuple[PricedRun, PricedRun]:
        """Return the worlds of the baseline and of the scenario."""
        if self.shown.baseline is None:
            raise ValueError("an answer is held against a baseline")
        return self.shown.baseline.world, self.shown.world

    def net(self) -> Mean:
        """Return the municipality's net result over all years in kroner: saved support less what more is invested."""
        return mean_of(self.effects.net_over(self.years()), paired=self.effects.paired)

    def persons(self, line: str, year: int) -> Mean:
        """Return the difference of persons on a line in a year."""
        return mean_of(self.effects.persons_on(line, year), paired=self.effects.paired)

    def lines(self) -> tuple[str, ...]:
        """Return the lines whose states the moved initiatives are for, in the order of the budget; of all where there are none."""
        return compare.lines_of(self.shown.world.model, compare.targeted(*(world.model for world in self.pair)))

    def years(self) -> list[int]:
        """Return the years that sums are over."""
        return list(self.effects.summed)


def baseline_of(request: Request, model: Model, outcome: Outcome) -> Shown:
    """Return what a baseline gives after the replications that it has, which is the same for all that is held against it."""
    asked = replace(request, replications=len(outcome.days))
    run = Run(priced(asked, model, outcome), Path(), 0.0)
    return Shown(asked, run, {}, run_result(asked, run))


def answer(settings: Settings, baseline: Shown, model: Model, outcome: Outcome) -> Answer:
    """Return what settings say after the replications that their baseline and they have."""
    world = paired(baseline, model, outcome)
    run = Run(world, Path(), 0.0)
    result = scenario_result(baseline.request, baseline.world, run)
    return Answer(settings, Shown(baseline.request, run, {}, result, baseline), len(outcome.days), effects_of(baseline.world, world))


def paired(baseline: Shown, model: Model, outcome: Outcome) -> PricedRun:
    """Return a scenario with its accounts, which is of the same states, months and replications as its baseline."""
    world = priced(baseline.request, model, outcome)
    compare.check_pair(baseline.world, world)
    return world


def whole(found: Answer, scenario: str, baseline: str) -> list[Shown]:
    """Return baseline and scenario with all that a report says of them; the names are those of the files that repeat the runs."""
    if found.shown.baseline is None:
        raise ValueError("an answer is held against a baseline")
    one, other = (_named(each, name) for each, name in ((found.shown.baseline, baseline), (found.shown, scenario)))
    first = replace(one, result=run_result(one.request, one.run))
    return [first, replace(other, result=scenario_result(other.request, first.world, other.run), baseline=first)]


def _named(shown: Shown, scenario: str) -> Shown:
    """Return a run under the name of its scenario, with the manifest and the id that it has when it is stored."""
    request = replace(shown.request, scenario=scenario)
    model = shown.world.model
    asked = inputs(request, model)
    folder = request.results / model.scenario / run_id(asked)
    return replace(shown, request=request, run=replace(shown.run, folder=folder), manifest=manifest(request, model))
