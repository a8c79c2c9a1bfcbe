"""Hazards of each move, from moves over time under risk: the calibration's shape, times what the data say (Holford 1980)."""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from simcase.declare.schema import Transition
from simcase.importers.exposure import Table, undecided
from simcase.model import Model
from simcase.vocabulary import Bools, Floats, Ints

LEAST: Final = 20
"""Moves from which on they are believed more than the calibration: a standard error of 22 %."""
OWN: Final = 50
"""Moves from which on a band or a segment has a factor of its own (a standard error of 14 %); fewer share their neighbour's."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What was seen of a move, in cells of duration (K), age (A) and segment (G, the last: unknown)."""

    transition: Transition
    """As the calibration has it; a yearly rate of 1 and no factors where it has none."""
    known: bool
    week: Floats  # K: where each band begins
    age: Floats  # A
    time: Floats  # K, A, G: person-years in which chance alone makes the move
    weighed: Floats  # K, A, G: the same, each day weighing its season's factor
    moves: Floats  # K, A, G
    factors: tuple[Floats, Floats, Floats]  # K, A, G: the calibration's, the last segment the average one
    shape: Floats  # K, A, G: their product
    segments: tuple[str, ...]
    decided: float
    """Moves that a statutory decision may have made, which are left out."""

    @property
    def total(self) -> float:
        """Return the moves where the calibration says that there may be some."""
        return float(self.moves[self.shape > 0.0].sum())

    @property
    def impossible(self) -> float:
        """Return the moves where it says that there are none."""
        return float(self.moves[self.shape <= 0.0].sum())


@dataclass(frozen=True, slots=True)
class Estimate:
    """The log of what multiplies the calibration's shape, linear in groups of durations, ages and segments."""

    groups: tuple[Ints, Ints, Ints]  # K, A, G: the group of each band or segment; group 0 is the reference
    log: Floats  # the intercept, then each further group of durations, ages, segments
    covariance: Floats


@dataclass(frozen=True, slots=True)
class Hazard:
    """A move as it was seen, and its estimate; none where the moves are too few."""

    seen: Seen
    estimate: Estimate | None

    def rates(self) -> Floats:
        """Return the yearly rate in each cell (shape: K, A, G)."""
        if self.estimate is None:
            return self.seen.shape * self.seen.transition.rate.value * self.seen.known
        return np.asarray(self.seen.shape * np.exp(design(self.estimate.groups) @ self.estimate.log))

    def average(self, cells: Bools) -> tuple[float, float]:
        """Return the yearly rate over the time spent in some cells (shape: K, A, G), and the standard error of its log."""
        foreseen = np.where(cells, self.rates() * self.seen.weighed, 0.0)
        time = float(self.seen.time[cells].sum())
        if self.estimate is None or time == 0.0 or foreseen.sum() == 0.0:
            return 0.0, 0.0
        slope = np.einsum("kag,kagp->p", foreseen, design(self.estimate.groups)) / foreseen.sum()
        return float(foreseen.sum() / time), float(np.sqrt(slope @ self.estimate.covariance @ slope))


def seen_of(model: Model, state: int, table: Table) -> list[Seen]:
    """Return what was seen of a state's moves: those of the calibration, then those it does not have."""
    names = [each.id for each in model.states]
    own = [each for each in model.transitions if each.from_ == names[state]]
    known = {each.to for each in own}
    new = [name for i, name in enumerate(names) if name not in known and i != state and table.moves[i].sum() > 0]
    others = [Transition.model_validate({"from": names[state], "to": name, "rate": 1.0}) for name in new]
    return [_seen(model, table, each, names.index(each.to), known=each.to in known) for each in (*own, *others)]


def _seen(model: Model, table: Table, transition: Transition, to: int, *, known: bool) -> Seen:
    """Return what was seen of one move."""
    free = undecided(model, transition, table.week, table.age)[:, :, None]
    factors, shape = shape_of(model, transition, table.week, table.age)
    return Seen(
        transition,
        known,
        table.week,
        table.age,
        time=table.years[None] * free,
        weighed=table.years[transition.season] * free,
        moves=table.moves[to] * free,
        factors=factors,
        shape=shape,
        segments=tuple(each.id for each in model.segments),
        decided=float((table.moves[to] * ~free).sum()),
    )


def shape_of(model: Model, transition: Transition, weeks: Floats, ages: Floats) -> tuple[tuple[Floats, Floats, Floats], Floats]:
    """Return a transition's factors by duration, age and segment, and their product (shapes: K; A; G; K, A, G).

    The last segment is the average one of the population at each age.
    """
    duration = model.profiles.duration[transition.duration].factors if transition.duration else ((0.0, 1.0),)
    age = model.profiles.age[transition.age].factors if transition.age else ((0.0, 1.0),)
    by_week, by_age = (np.array([_at(steps, edge) for edge in edges]) for steps, edges in ((duration, weeks), (age, ages)))
    known = np.array([transition.segments.get(each.id, 1.0) for each in model.segments])
    shares = np.array([[_at(each.share, edge) for each in model.segments] for edge in ages]).reshape(len(ages), len(known))
    mean = (shares @ known) / shares.sum(axis=1) if len(known) else np.ones(len(ages))
    by_segment = np.concatenate([np.broadcast_to(known, (len(ages), len(known))), mean[:, None]], axis=1)
    return (by_week, by_age, np.append(known, mean.mean())), by_week[:, None, None] * by_age[None, :, None] * by_segment[None]


def _at(steps: Sequence[tuple[float, float]], edge: float) -> float:
    """Return a step function's factor from an edge on; before its first step it has that one's."""
    return next((factor for at, factor in reversed(steps) if at <= edge), steps[0][1])


def estimate(seen: Seen) -> Hazard:
    """Return a move's hazard: Poisson regression of moves on groups of bands that have enough of them, by maximum likelihood."""
    if seen.total < LEAST:
        return Hazard(seen, None)
    possible = np.where(seen.shape > 0.0, seen.moves, 0.0)
    groups = (bands(possible.sum(axis=(1, 2))), bands(possible.sum(axis=(0, 2))), kinds(possible.sum(axis=(0, 1))))
    rows = design(groups)
    expected = seen.weighed * seen.shape
    cells, of = np.unique(rows.reshape(-1, rows.shape[-1]), axis=0, return_inverse=True)
    moves, foreseen = (np.bincount(of.ravel(), part.ravel(), len(cells)).astype(np.float64) for part in (possible, expected))
    log, covariance = regression(cells[foreseen > 0.0], moves[foreseen > 0.0], foreseen[foreseen > 0.0])
    return Hazard(seen, Estimate(groups, log, covariance))


def regression(rows: Floats, moves: Floats, expected: Floats) -> tuple[Floats, Floats]:
    """Return the coefficients of a Poisson regression with a log link, and their covariance (shapes: rows, coefficients; rows; rows)."""
    if rows.shape[1] == 1:
        return np.log([moves.sum() / expected.sum()]), np.array([[1.0 / moves.sum()]])
    from statsmodels.genmod import families  # noqa: PLC0415 - an extra, and slow to load
    from statsmodels.genmod.generalized_linear_model import GLM  # noqa: PLC0415

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # as many coefficients as rows are no trouble: each group has moves enough
        fitted = GLM(moves, rows, family=families.Poisson(), offset=np.log(expected)).fit()
    return np.asarray(fitted.params), np.asarray(fitted.cov_params())


def bands(moves: Floats) -> Ints:
    """Return the group of each band: neighbours share one until they have moves enough.

    >>> bands(np.array([80.0, 10.0, 45.0, 3.0])).tolist()
    [0, 1, 1, 1]
    """
    group = np.zeros(len(moves), dtype=np.int64)
    number, total = 0, 0.0
    for i, more in enumerate(moves):
        group[i] = number
        total += more
        if total >= OWN:
            number, total = number + 1, 0.0
    return np.minimum(group, max(number - 1, 0))


def kinds(moves: Floats) -> Ints:
    """Return the group of each segment: those with few moves share one, and with the largest where they are few together.

    >>> kinds(np.array([80.0, 10.0, 90.0, 3.0])).tolist()
    [0, 1, 1, 1]
    """
    large = moves >= OWN
    group = np.where(large, np.cumsum(large) - 1, large.sum())
    if moves[~large].sum() < OWN and large.any():
        group[~large] = group[int(np.argmax(moves))]
    return np.asarray(group, dtype=np.int64)


def design(groups: tuple[Ints, Ints, Ints]) -> Floats:
    """Return for each cell a 1, then whether it is in each further group (shape: K, A, G, 1 + further groups)."""
    k, a, g = (len(group) for group in groups)
    parts = [np.ones((k, a, g, 1))]
    for axis, group in enumerate(groups):
        inside = group[:, None] == np.arange(1, group.max() + 1)[None]
        parts.append(np.broadcast_to(np.expand_dims(inside, tuple(i for i in range(3) if i != axis)), (k, a, g, inside.shape[1])))
    return np.concatenate(parts, axis=-1)
