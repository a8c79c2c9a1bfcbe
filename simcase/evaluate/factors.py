"""What a sensitivity analysis moves: the unknowns of the fit, effects, and the other numbers of initiatives that have a range."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Final, Literal, NamedTuple

import numpy as np
from scipy.special import ndtri

from simcase.engine import Points
from simcase.model import Model, effects_ranged, log_sd, numbers_ranged, unknowns
from simcase.vocabulary import Floats, Ints

LOW: Final = 0.05
HIGH: Final = 0.95
"""A range holds nine of ten."""
EDGE: Final = 1e-6
"""Quantiles nearer to 0 or 1 than this stand for it."""

Kind = Literal["fit", "effect", "number"]
Together = Literal["following", "alone", "jointly"]
"""How unknowns of the fit move: one with the others following by what the fit says of them, one alone, or all by their own draws."""


class Factor(NamedTuple):
    """Something that is not known: its middle value, those at 5 % and 95 %, and the standard deviation of its log (0: a number)."""

    name: str
    kind: Kind
    low: float
    middle: float
    high: float
    sd: float = 0.0


class Factors(NamedTuple):
    """The factors of one scenario, or of several together, and the covariance of the logs of those of the fit, which come first."""

    each: tuple[Factor, ...]
    covariance: Floats

    @property
    def fitted(self) -> int:
        """Return how many are of the fit."""
        return len(self.covariance)


def factors(models: Sequence[Model]) -> Factors:
    """Return what is not known in some models of one calibration and fit, each factor once.

    An effect is drawn around its value as in any run, so what stands at its ends is near to the ends of its range, not always on them.
    """
    first = models[0]
    covariance = np.array(first.covariance) if first.covariance else np.zeros((0, 0))
    fitted = zip(first.fitted.items() if first.covariance else (), np.sqrt(np.diag(covariance)), strict=True)
    found = {name: _logarithmic(name, "fit", value, float(sd)) for (name, value), sd in fitted}
    for model in models:
        found |= {name: _logarithmic(name, "effect", figure.value, log_sd(figure)) for name, figure in effects_ranged(model).items()}
    numbers = {name: figure for model in models for name, figure in numbers_ranged(model).items()}
    found |= {name: Factor(name, "number", float(one.low or 0.0), one.value, float(one.high or 0.0)) for name, one in numbers.items()}
    return Factors(tuple(found.values()), covariance)


def _logarithmic(name: str, kind: Kind, value: float, sd: float) -> Factor:
    """Return a factor whose log is normal."""
    spread = math.exp(float(ndtri(HIGH)) * sd)
    return Factor(name, kind, value / spread, value, value * spread, sd)


def moved(every: Factors, quantiles: Floats, together: Together) -> Floats:
    """Return what quantiles stand for (shape: points, factors): deviations on the log scale, and of numbers the values themselves.

    A quantile of 0.5 is the middle; a number goes from its low to its high end between the quantiles that hold nine of ten.
    """
    normals = ndtri(np.clip(quantiles, EDGE, 1.0 - EDGE))
    values: Floats = normals * np.array([factor.sd for factor in every.each])
    count, covariance = every.fitted, every.covariance
    if together == "jointly" and count:
        values[:, :count] = normals[:, :count] @ np.linalg.cholesky(covariance).T
    elif together == "following" and count:
        sd = np.sqrt(np.diag(covariance))
        values[:, :count] = np.divide(normals[:, :count], sd, out=np.zeros_like(normals[:, :count]), where=sd > 0.0) @ covariance
    for column, factor in enumerate(every.each):
        if factor.kind == "number":
            values[:, column] = np.interp(quantiles[:, column], (LOW, 0.5, HIGH), (factor.low, factor.middle, factor.high))
    return values


def points(every: Factors, values: Floats, model: Model, replications: int) -> tuple[Points, Ints]:
    """Return the points of one model, each once, and which of them each row of values is; what the model does not have is left out."""
    column = {factor.name: number for number, factor in enumerate(every.each)}
    names = (*unknowns(model), *numbers_ranged(model))
    own, which = np.unique(values[:, [column[name] for name in names]], axis=0, return_inverse=True)
    count = len(unknowns(model))
    return Points(own[:, :count], own[:, count:], replications), which.reshape(-1)
