"""A model to fit: the figures that it shows with some values of its unknowns, how far they are from the targets, and what chance does."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from simcase import tidy
from simcase.calibrate.figures import figures
from simcase.engine import Crew, Task, all_played, burnt_in
from simcase.model import Donors, Model
from simcase.money import accounts
from simcase.tables import between, burn_in
from simcase.tidy import Outcome
from simcase.vocabulary import Floats

CHANCE: Final = 0.5
"""The error that chance may leave in a mean figure, as a share of its target's standard error."""
MOST: Final = 4096
"""Replications that are averaged for that at the most."""
ALONE: Final = Crew()


@dataclass(frozen=True, slots=True)
class Problem:
    """A model to fit: the targets it goes by, its luck, and the starting stock."""

    model: Model
    name: str
    """The fit, which decides the targets it goes by."""
    seed: int
    donors: Donors | None = None

    def at(self, log_values: Floats) -> Model:
        """Return the model with values of the unknowns (logs, in the order of the parameters)."""
        ids = [parameter.id for parameter in self.model.parameters]
        return replace(self.model, fitted=dict(zip(ids, map(float, np.exp(log_values)), strict=True)), donors=None)

    def stocked(self, log_values: Floats) -> Problem:
        """Return the problem with the starting stock that the values lead to."""
        donors = burnt_in(burn_in(self.at(log_values)), self.seed) if self.model.burn_in_years else None
        return replace(self, donors=donors)

    def played(self, log_values: Floats, replications: int, crew: Crew = ALONE) -> Outcome:
        """Return the replications of the world with the values, as far as the targets reach."""
        last = max(target.until for target in self.model.targets)
        tables = between(self.at(log_values), self.model.start, last)
        every = all_played(Task(tables, self.donors, self.seed), range(replications), crew)
        return tidy.stack(tables, replications, ((each.replication, each.figures) for each in every))

    def shown(self, log_values: Floats, outcome: Outcome) -> Floats:
        """Return the figure of each target in each replication of a world that was played (shape: replications, targets)."""
        model = self.at(log_values)
        return figures(model, outcome, accounts(model, outcome))


@dataclass(frozen=True, slots=True)
class Weighed:
    """How residuals are counted: in standard errors that hold the targets' own and what chance leaves in the mean of the figures."""

    problem: Problem
    chance: Floats
    """Standard deviation of each target's figure over replications (shape: targets)."""
    averaged: int
    """Replications that the mean figures stand for."""
    luck: Floats | float = 0.0
    """What the mean of an evaluation's replications has more than that of so many (shape: targets)."""

    @property
    def errors(self) -> Floats:
        """Return the standard errors of the targets, chance included (shape: targets)."""
        own = np.array([target.se for target in self.problem.model.targets])
        return np.asarray(np.hypot(own, self.chance / math.sqrt(self.averaged)))

    @property
    def weights(self) -> Floats:
        """Return one over the standard errors, 0 for what the fit does not go by (shape: targets)."""
        return np.array([target.informs(self.problem.name) for target in self.problem.model.targets]) / self.errors

    def residuals(self, shown: Floats, log_values: Floats) -> Floats:
        """Return deviations of the mean figures from targets, and of the values from priors, in standard errors."""
        model = self.problem.model
        value = np.array([target.value for target in model.targets])
        prior, sd = (np.array([getattr(parameter, field) for parameter in model.parameters]) for field in ("prior", "sd"))
        return np.concatenate([(shown.mean(axis=0) - self.luck - value) * self.weights, (log_values - np.log(prior)) / sd])

    def enough(self) -> int:
        """Return the replications after which chance is small beside the standard error of each target that the fit goes by."""
        targets = self.problem.model.targets
        ratios = [sd / target.se for sd, target in zip(self.chance, targets, strict=True) if target.informs(self.problem.name)]
        return max(self.averaged, min(MOST, math.ceil((max(ratios, default=0.0) / CHANCE) ** 2)))


def weighed(problem: Problem, shown: Floats) -> Weighed:
    """Return how residuals are counted where figures are the mean of as many replications as are shown."""
    return Weighed(problem, spread(shown), len(shown))


def steadied(problem: Problem, few: Floats, many: Floats) -> Weighed:
    """Return how residuals are counted where the mean of few replications is taken for that of many, beside which it has its luck."""
    return replace(weighed(problem, many), luck=few.mean(axis=0) - many.mean(axis=0))


def spread(shown: Floats) -> Floats:
    """Return the standard deviation of figures over replications, 0 of a single one (shape: replications, targets -> targets)."""
    return np.asarray(shown.std(axis=0, ddof=1)) if len(shown) > 1 else np.zeros(shown.shape[1])
