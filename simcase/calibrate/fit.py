"""Weighted least squares with priors: the values of the unknowns with which the world shows what the targets say.

Gauss-Newton on simulated figures (SciPy's trust region reflective method; Branch, Coleman and Li 1999). Luck is keyed, so two
evaluations differ by their unknowns and hardly by chance, and finite differences serve as derivatives. What chance leaves in a mean
figure is an error beside the target's own; many replications make it small before the last steps.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, replace
from multiprocessing import get_context
from typing import Final

import numpy as np
from scipy.optimize import least_squares

from simcase.calibrate.figures import check
from simcase.calibrate.problem import Problem, Weighed, spread, steadied, weighed
from simcase.defaults import FIT_SEED
from simcase.engine import Crew
from simcase.model import Donors, Model
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
SEEDS: Final = 2**64

Rounds = Callable[[int, float], None]
"""Called after each evaluation with its number and the weighted sum of squares."""
SideBySide = Callable[..., Iterator[Floats]]
"""What applies a function to rows of arguments, as `map` does."""


@dataclass(frozen=True, slots=True)
class Reached:
    """A target beside what the fitted world shows."""

    id: str
    value: float
    se: float
    fitted: float
    error: float
    """The standard error that chance leaves in what is shown."""
    informs: bool
    """Whether the fit went by it; else it is only set beside the fit."""

    @property
    def deviation(self) -> float:
        """Return how far the target is missed, in standard errors: its own and that of chance together."""
        return (self.fitted - self.value) / math.hypot(self.se, self.error)


@dataclass(frozen=True, slots=True)
class Fitted:
    """The values of the unknowns, the starting stock that goes with them, and the targets as fresh luck reaches them."""

    values: Mapping[str, float]
    covariance: Floats
    """Of the logs of the values, in their order (Gauss-Newton; shape: unknowns, unknowns)."""
    donors: Donors | None
    reached: tuple[Reached, ...]
    seed: int
    """The luck with which the targets were reached; the fit did not use it."""
    replications: int
    """Replications that what was reached is the mean of."""
    sum_of_squares: float
    evaluations: int
    slopes: Floats
    """Derivatives of the residuals by the logs of the values, in standard errors (shape: targets + unknowns, unknowns)."""
    residuals: Floats
    """Deviations from targets and priors as the fit left them, in standard errors (shape: targets + unknowns)."""
    chance: Floats
    """Standard deviation of each target's figure over replications (shape: targets)."""
    errors: Floats
    """The standard errors of residuals and slopes: those of the targets and of chance together (shape: targets)."""


def stepped(log_values: Floats, position: int) -> Floats:
    """Return values with one of them a step higher."""
    beside = log_values.copy()
    beside[position] += STEP
    return beside


def moved(problem: Problem, log_values: Floats, replications: int) -> Floats:
    """Return the figures of a world that is played anew (a task of its own for a worker process)."""
    return problem.shown(log_values, problem.played(log_values, replications))


def slope(beside: Floats, here: Floats) -> Floats:
    """Return the derivative of each mean figure from paired replications, 0 where it cannot be told from noise.

    Shapes: replications, targets -> targets. Noise taken for a derivative would count as knowledge of an unknown of which a target
    says nothing.
    """
    change = (beside - here) / STEP
    mean = change.mean(axis=0)
    error = spread(change) / np.sqrt(len(change))
    return np.where(np.abs(mean) > TOLD_APART * error, mean, 0.0)


class Evaluations:
    """Residuals and derivatives of a problem as the solver asks for them, the latest world kept between the two."""

    def __init__(self, counted: Weighed, replications: int, side_by_side: SideBySide, count: int, tell: Rounds, *, once: bool) -> None:
        """Start with so many evaluations counted before; `once` for derivatives that hold for all values of the round."""
        self.counted = counted
        self.count = count
        self.outcome: Outcome | None = None
        self._replications = replications
        self._side_by_side = side_by_side
        self._tell = tell
        self._once = once
        self._kept: Floats | None = None

    def residuals(self, log_values: Floats) -> Floats:
        """Return the residuals at some values."""
        problem = self.counted.problem
        self.outcome = problem.played(log_values, self._replications)
        result = self.counted.residuals(problem.shown(log_values, self.outcome), log_values)
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
        problem, outcome, count = self.counted.problem, self.outcome, self._replications
        parameters = problem.model.parameters
        if outcome is None:
            outcome = problem.played(log_values, count)
        here = problem.shown(log_values, outcome)
        steps = [stepped(log_values, position) for position in range(len(log_values))]
        movers = [beside for beside, one in zip(steps, parameters, strict=True) if one.kind != "take_up"]
        worlds = self._side_by_side(moved, [problem] * len(movers), movers, [count] * len(movers))
        columns = [
            slope(problem.shown(beside, outcome) if one.kind == "take_up" else next(worlds), here)
            for beside, one in zip(steps, parameters, strict=True)
        ]
        priors = np.diag([1.0 / one.sd for one in parameters])
        return np.concatenate([np.stack(columns, axis=1) * self.counted.weights[:, None], priors])


def silent(_evaluation: int, _squares: float) -> None:
    """Tell nobody how far the fit is."""


def fit(model: Model, name: str = "", *, replications: int = 32, seed: int = FIT_SEED, workers: int = 1, tell: Rounds = silent) -> Fitted:
    """Return the values of a model's unknowns that come nearest to its priors and to the targets that inform the fit of that name.

    The starting stock depends on the values; so it is burnt in anew for each round and held within it. So many replications are an
    evaluation; the last round knows from more of them, at its first values, what these have by luck. Raises UserError for targets of
    periods that they cannot have.
    """
    check(model)
    problem, parameters, crew = Problem(model, name, seed), model.parameters, Crew(workers)
    bounds = (np.log([each.low for each in parameters]), np.log([each.high for each in parameters]))
    values = np.clip(np.log([model.fitted.get(each.id, each.prior) for each in parameters]), bounds[0] + 1e-6, bounds[1] - 1e-6)
    scale = np.array([each.sd for each in parameters])
    evaluations = 0
    with _side_by_side(workers) as apply:
        for number in range(ROUNDS):
            problem = problem.stocked(values)
            counted = _counted(problem, values, replications, crew, last=number == ROUNDS - 1)
            seen = Evaluations(counted, replications, apply, evaluations, tell, once=number > 0)
            solved = least_squares(seen.residuals, values, seen.derivatives, bounds, x_scale=scale, ftol=SETTLED, max_nfev=STEPS)
            values, evaluations = solved.x, seen.count
    fresh = replace(problem, seed=(seed + 1) % SEEDS)
    return Fitted(
        values=problem.at(values).fitted,
        covariance=np.linalg.inv(solved.jac.T @ solved.jac),
        donors=problem.donors,
        reached=_reached(fresh, values, counted.averaged, crew),
        seed=fresh.seed,
        replications=counted.averaged,
        sum_of_squares=float(2.0 * solved.cost),
        evaluations=evaluations,
        slopes=solved.jac,
        residuals=solved.fun,
        chance=counted.chance,
        errors=counted.errors,
    )


@contextmanager
def _side_by_side(workers: int) -> Iterator[SideBySide]:
    """Give what applies functions in so many processes; one is this process."""
    if workers == 1:
        yield map
        return
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        yield pool.map


def _counted(problem: Problem, values: Floats, replications: int, crew: Crew, *, last: bool) -> Weighed:
    """Return how the residuals of a round are counted; before the last, many replications tell what the few have by luck."""
    few = moved(problem, values, replications)
    counted = weighed(problem, few)
    enough = counted.enough()
    if not last or enough == replications:
        return counted
    return steadied(problem, few, problem.shown(values, problem.played(values, enough, crew)))


def _reached(fresh: Problem, values: Floats, replications: int, crew: Crew) -> tuple[Reached, ...]:
    """Return each target beside the mean of so many replications of luck that the fit did not use."""
    shown = fresh.shown(values, fresh.played(values, replications, crew))
    figures = zip(fresh.model.targets, shown.mean(axis=0), spread(shown) / math.sqrt(replications), strict=True)
    return tuple(
        Reached(each.id, each.value, each.se, float(mean), float(error), each.informs(fresh.name)) for each, mean, error in figures
    )
