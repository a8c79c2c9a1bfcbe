"""Mixes of initiatives played with the same luck, each for as many replications as it is given, and what they score."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import NamedTuple

import numpy as np

from simcase import compare
from simcase.compare import Estimate, PricedRun, Probability, estimate, shared_draws
from simcase.compare.goals import met, value_of
from simcase.compare.mixes import TOO_DEAR, Mix
from simcase.declare.schema import Goal
from simcase.engine import Progress
from simcase.model import Model
from simcase.study.menu import Menu
from simcase.study.request import Request
from simcase.study.simulate import Job, simulate, step
from simcase.vocabulary import Floats

HINT = 1e-3
"""How little it counts in the search by how far goals are missed: it decides between mixes that meet them equally often."""


class Score(NamedTuple):
    """What a mix scores in each replication, more being better (shape: replications), and what is told of it.

    `nearness` is how far each goal is met or missed in the mean, as a share of its threshold.
    """

    values: Floats
    nearness: tuple[float, ...]
    kroner_a_year: float
    kroner: float
    chance: Probability | None
    net: Estimate


@dataclass(frozen=True, slots=True)
class Contest:
    """The mixes that are compared: their scores, their replications, and the baseline's run by its number of replications."""

    request: Request
    menu: Menu
    baseline: Model
    goals: tuple[Goal, ...]
    verb: tuple[str, ...]
    progress: Progress
    scores: dict[Mix, Score] = field(default_factory=dict)
    counts: dict[Mix, int] = field(default_factory=dict)
    bases: dict[int, PricedRun] = field(default_factory=dict)

    @property
    def paired(self) -> bool:
        """Tell whether two replications share a draw."""
        return any(shared_draws(base.outcome) for base in self.bases.values())

    def play(self, wanted: Mapping[Mix, int]) -> None:
        """Play mixes until each has so many replications; those that go on alike are played side by side, the baseline with them."""
        groups: dict[tuple[int, int], list[Mix]] = {}
        for mix, count in wanted.items():
            if self.counts.get(mix, 0) < count:
                groups.setdefault((self.counts.get(mix, 0), count), []).append(mix)
        for (begun, count), mixes in groups.items():
            request = replace(self.request, replications=count)
            own = [] if count in self.bases else [Job(request, self.baseline, begun=begun)]
            steps = [step(request, self.menu.model(mix), self.verb, begun) for mix in mixes]
            runs = simulate([*own, *steps], request.results, self.progress)
            if own:
                self.bases[count] = next(runs).world
            for mix, run in zip(mixes, runs, strict=True):
                self.scores[mix], self.counts[mix] = self._score(self.bases[count], run.world), count

    def worth(self, mix: Mix, budget: float) -> float:
        """Return what a mix is worth to the search: its mean score, where it keeps within the budget; of equals, the nearer and cheaper."""
        told = self.scores[mix]
        if told.kroner_a_year > budget:
            return -TOO_DEAR
        dear = told.kroner_a_year / (1e9 if self.goals else np.inf)
        return float(told.values.mean()) + HINT * min(told.nearness, default=0.0) - HINT * dear

    def distinct(self, budget: float) -> list[Mix]:
        """Return the mixes within a budget, of those that do the same the cheapest, of equals the nearest to the cheapest of all."""
        found: dict[object, Mix] = {}
        least = self.menu.least

        def dear(mix: Mix) -> tuple[float, int]:
            return self.scores[mix].kroner_a_year, sum(at != low for at, low in zip(mix, least, strict=True))

        for mix in sorted((mix for mix, each in self.scores.items() if each.kroner_a_year <= budget), key=dear):
            told = self.scores[mix]
            found.setdefault((told.values.tobytes(), told.nearness), mix)
        return list(found.values())

    def _score(self, base: PricedRun, world: PricedRun) -> Score:
        """Return what a mix scores."""
        net = compare.cumulated(base, world, self.request.discount)[:, -1]
        kroner = compare.invested(base, world).mean(axis=0)
        every = [met(goal, self._value(goal, world)) for goal in self.goals]
        values = np.logical_and.reduce(every).astype(np.float64) if every else net
        chance = compare.share(np.logical_and.reduce(every), paired=shared_draws(world.outcome)) if every else None
        nearness = tuple(self._nearness(goal, self._value(goal, world)) for goal in self.goals)
        return Score(values, nearness, float(kroner.max()), float(kroner.sum()), chance, estimate(net))

    def _value(self, goal: Goal, world: PricedRun) -> Floats:
        """Return the figure of a goal, which the run holds as it was asked for."""
        value = value_of(goal, *world)
        if value is None:
            raise ValueError(goal.id)
        return value

    def _nearness(self, goal: Goal, value: Floats) -> float:
        """Return how far a goal is met in the mean, as a share of its threshold; below 0 where it is missed."""
        threshold = goal.threshold or 1.0
        beyond = (float(value.mean()) - threshold) / abs(threshold)
        return beyond if goal.direction == "at_least" else -beyond
