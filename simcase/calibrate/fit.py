"""Weighted least squares with priors: the values of the unknowns with which the world shows what the targets say.

Gauss-Newton on simulated figures (SciPy's trust region reflective method; Branch, Coleman and Li 1999). Luck is keyed, so two
evaluations differ by their unknowns and hardly by chance, and finite differences serve as derivatives.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from concurrent.futures import Executor, ProcessPoolExecutor
from dataclasses import dataclass, replace
from multiprocessing import get_context
from typing import Final

import numpy as np
from scipy.optimize import least_squares

from simcase import tidy
from simcase.calibrate.figures import check, figures
from simcase.engine import Task, burnt_in, replicated
from simcase.model import Donors, Model
from simcase.money import accounts
from simcase.tables import between, burn_in
from simcase.tidy import Outcome
from simcase.vocabulary import Floats

STEP: Final = 0.05
"""The finite difference on the log scale: wide, so that it moves many citizens and not one by chance."""
ROUNDS: Final = 3
"""Starting stocks, each burnt in with the values that the round before found."""
STEPS: Final = 3
"""Evaluations of the solver in a round at the most."""
TOLD_APART: Final = 3.0
"""Standard errors from which on a derivative is told from noise."""
SETTLED: Final = 1e-3
"""The solver stops where a step lowers half the sum of squares by less than this share."""

Rounds = Callable[[int, float], None]
"""Called after each evaluation with its number and the weighted sum of squares."""


@dataclass(frozen=True, slots=True)
class Reached:
    """A target beside what the fitted world shows."""

    id: str
    value: float
    se: float
    fitted: float
    informs: bool
    """Whether the fit went by it; else it is only set beside the fit."""


@dataclass(frozen=True, slots=True)
class Fitted:
    """The values of the unknowns, the starting stock that goes with them, and the targets reached."""

    values: Mapping[str, float]
    covariance: Floats
    """Of the logs of the values, in their order (Gauss-Newton; shape: unknowns, unknowns)."""
    donors: Donors | None
    reached: tuple[Reached, ...]
    sum_of_squares: float
    evaluations: int
    slopes: Floats
    """Derivatives of the residuals by the logs of the values, in standard errors (shape: targets + unknowns, unknowns)."""
    residuals: Floats
    """Deviations from targets and priors, in standard errors (shape: targets + unknowns)."""
    chance: Floats
    """Standard deviation of each target's figure over replications (shape: targets)."""


@dataclass(frozen=True, slots=True)
class Problem:
    """A model to fit: how many replications an evaluation averages, and with which luck."""

    model: Model
    name: str
    """The fit, which decides the targets it goes by."""
    replications: int
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

    def played(self, log_values: Floats) -> Outcome:
        """Return the replications of the world with the values, as far as the targets reach."""
        last = max(target.until for target in self.model.targets)
        tables = between(self.at(log_values), self.model.start, last)
        task = Task(tables, self.donors, self.seed)
        return tidy.stacked(tables, self.replications, ((number, replicated(task, number)) for number in range(self.replications)))

    def shown(self, log_values: Floats, outcome: Outcome) -> Floats:
        """Return the figure of each target in each replication of a world that was played (shape: replications, targets)."""
        model = self.at(log_values)
        return figures(model, outcome, accounts(model, outcome))

    def residuals(self, shown: Floats, log_values: Floats) -> Floats:
        """Return deviations of the mean figures from targets, and of the values from priors, in standard errors."""
        value, weight = self.weights()
        prior, sd = (np.array([getattr(parameter, field) for parameter in self.model.parameters]) for field in ("prior", "sd"))
        return np.concatenate([(shown.mean(axis=0) - value) * weight, (log_values - np.log(prior)) / sd])

    def weights(self) -> tuple[Floats, Floats]:
        """Return the targets' values and weights: one over the standard error, 0 for what the fit does not go by (shapes: targets)."""
        weight = [target.informs(self.name) / target.se for target in self.model.targets]
        return np.array([target.value for target in self.model.targets]), np.array(weight)

    def step(self, log_values: Floats, position: int) -> Floats:
        """Return the values with one of them a step higher."""
        beside = log_values.copy()
        beside[position] += STEP
        return beside


def moved(problem: Problem, log_values: Floats) -> Floats:
    """Return the figures of a world that is played anew (a task of its own for a worker process)."""
    return problem.shown(log_values, problem.played(log_values))


def slope(beside: Floats, here: Floats) -> Floats:
    """Return the derivative of each mean figure from paired replications, 0 where it cannot be told from noise.

    Shapes: replications, targets -> targets. Noise taken for a derivative would count as knowledge of an unknown of which a target
    says nothing.
    """
    change = (beside - here) / STEP
    mean = change.mean(axis=0)
    error = change.std(axis=0, ddof=1) / np.sqrt(len(change)) if len(change) > 1 else np.zeros_like(mean)
    return np.where(np.abs(mean) > TOLD_APART * error, mean, 0.0)


class Evaluations:
    """Residuals and derivatives of a problem as the solver asks for them, the latest world kept between the two."""

    def __init__(self, problem: Problem, pool: Executor, count: int, tell: Rounds, *, once: bool) -> None:
        """Start with so many evaluations counted before; `once` for derivatives that hold for all values of the round."""
        self.problem = problem
        self.count = count
        self.outcome: Outcome | None = None
        self._pool = pool
        self._tell = tell
        self._once = once
        self._kept: Floats | None = None

    def residuals(self, log_values: Floats) -> Floats:
        """Return the residuals at some values."""
        self.outcome = self.problem.played(log_values)
        result = self.problem.residuals(self.problem.shown(log_values, self.outcome), log_values)
        self.count += 1
        self._tell(self.count, float(result @ result))
        return result

    def derivatives(self, log_values: Floats) -> Floats:
        """Return the derivatives of the residuals."""
        if self._kept is None or not self._once:
            self._kept = self._differences(log_values)
        return self._kept

    def _differences(self, log_values: Floats) -> Floats:
        """Return the derivatives by forward differences; a take-up factor moves nobody and needs no new world."""
        problem, outcome = self.problem, self.outcome
        if outcome is None:
            outcome = problem.played(log_values)
        here = problem.shown(log_values, outcome)
        steps = [problem.step(log_values, position) for position in range(len(log_values))]
        movers = [beside for beside, one in zip(steps, problem.model.parameters, strict=True) if one.kind != "take_up"]
        worlds = self._pool.map(moved, [problem] * len(movers), movers)
        columns = [
            slope(problem.shown(beside, outcome) if one.kind == "take_up" else next(worlds), here)
            for beside, one in zip(steps, problem.model.parameters, strict=True)
        ]
        priors = np.diag([1.0 / one.sd for one in problem.model.parameters])
        return np.concatenate([np.stack(columns, axis=1) * problem.weights()[1][:, None], priors])


def silent(_evaluation: int, _squares: float) -> None:
    """Tell nobody how far the fit is."""


def fit(model: Model, name: str = "", *, replications: int = 32, seed: int = 1906, workers: int = 1, tell: Rounds = silent) -> Fitted:
    """Return the values of a model's unknowns that come nearest to its priors and to the targets that inform the fit of that name.

    The starting stock depends on the values; so it is burnt in anew for each round and held within it. Raises UserError for targets
    of periods that they cannot have.
    """
    check(model)
    problem, parameters = Problem(model, name, replications, seed), model.parameters
    bounds = (np.log([each.low for each in parameters]), np.log([each.high for each in parameters]))
    values = np.clip(np.log([model.fitted.get(each.id, each.prior) for each in parameters]), bounds[0] + 1e-6, bounds[1] - 1e-6)
    scale = np.array([each.sd for each in parameters])
    evaluations = 0
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        for number in range(ROUNDS):
            problem = problem.stocked(values)
            seen = Evaluations(problem, pool, evaluations, tell, once=number > 0)
            solved = least_squares(seen.residuals, values, seen.derivatives, bounds, x_scale=scale, ftol=SETTLED, max_nfev=STEPS)
            values, evaluations = solved.x, seen.count
    shown = problem.shown(values, problem.played(values))
    means = shown.mean(axis=0)
    covariance = np.linalg.inv(solved.jac.T @ solved.jac)
    reached = tuple(
        Reached(each.id, each.value, each.se, float(value), each.informs(name)) for each, value in zip(model.targets, means, strict=True)
    )
    return Fitted(
        values=problem.at(values).fitted,
        covariance=covariance,
        donors=problem.donors,
        reached=reached,
        sum_of_squares=float(2.0 * solved.cost),
        evaluations=evaluations,
        slopes=solved.jac,
        residuals=problem.residuals(shown, values),
        chance=shown.std(axis=0, ddof=1) if len(shown) > 1 else np.zeros(len(means)),
    )
