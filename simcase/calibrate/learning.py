"""Learning from counts: an ensemble smoother with multiple data assimilation (Emerick and Reynolds 2013).

Each member is a likely municipality: values of what is not known, and luck of its own. It is played, set beside the counts, moved
towards values with which it would have shown them, and played anew with the same luck.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Final

import numpy as np
from iterative_ensemble_smoother import LocalizedESMDA

from simcase.calibrate.counts import Counts
from simcase.calibrate.likely import Municipality
from simcase.engine import Crew, Progress
from simcase.engine.jobs import all_done
from simcase.study import silent
from simcase.vocabulary import Floats, months_between

ROUNDS: Final = 4
"""Times that the counts are assimilated, each with its share of what they say."""
MEMBERS: Final = 200
COUNTED: Final = 0.01
"""The error of a count, as a share of it."""
ROUNDING: Final = 0.5
"""The error of a count, in persons."""
LASTS: Final = 24
"""Months after which what moved the economy in one month is not learned of any more."""

Told = Callable[[Municipality, Floats, int], Floats]
"""What is told of the run that values of the unknowns give, with the luck of a member."""
ALONE: Final = Crew(1)
SHARES: Final = 4
"""Shares of the members that each worker plays, so that progress is told and none waits long for the last."""


@dataclass(frozen=True, slots=True)
class Members:
    """Likely municipalities: what the counts leave likely of all that is not known, jointly."""

    unknowns: tuple[str, ...]
    values: Floats
    """Standard normals before anything was counted (shape: unknowns, members)."""
    counts: Counts
    """What was learned from."""
    placed: int
    """The first months of the counts by which the municipality was placed before anything was learned."""

    @property
    def count(self) -> int:
        """Return how many there are."""
        return int(self.values.shape[1])


def begun(place: Municipality, members: int, before: Members | None = None) -> Floats:
    """Return the values that learning begins with: what earlier counts left, and the prior of what these said nothing of."""
    values = place.prior(before.count if before else members)
    if before is not None:
        row = {name: number for number, name in enumerate(before.unknowns)}
        for number, each in enumerate(place.unknowns):
            if each.id in row:
                values[number] = before.values[row[each.id]]
    return values


def shown(place: Municipality, values: Floats, crew: Crew = ALONE, progress: Progress = silent, told: Told = Municipality.shown) -> Floats:
    """Return what is told of each member's run, by itself the persons of lines and months (shape: members, ...).

    Who plays it changes nothing but the time. Raises RunError where a worker died.
    """
    count = values.shape[1]
    size = -(-count // (SHARES * crew.processes))
    shares = [range(first, min(first + size, count)) for first in range(0, count, size)]
    found: dict[int, list[Floats]] = {}
    for number, each in all_done(partial(_several, place, values, told), shares, crew):
        found[number] = each
        progress(sum(map(len, found.values())), count)
    return np.array([run for number in range(len(shares)) for run in found[number]])


def _several(place: Municipality, values: Floats, told: Told, share: range) -> list[Floats]:
    """Return what is told of the runs of some members in turn."""
    return [told(place, values[:, member], member) for member in share]


def reach(place: Municipality, counts: Counts, known: int) -> Floats:
    """Return which unknowns a count can tell of, 1 or 0 (shape: unknowns, counts from the known months on).

    No later month tells of an earlier one's future, nor a line of what moves others alone; so no chance likeness is taken for knowledge.
    """
    lines = {name: place.lines_of(name) for name in {each.of for each in place.unknowns}}
    where = np.argwhere(np.isfinite(counts.persons[:, known:]))
    month = where[:, 1] + known + months_between(place.model.start, counts.first)
    free = place.first_free
    rows = []
    for each in place.unknowns:
        same = np.array([counts.lines[line] in lines[each.of] for line in where[:, 0]])
        since = month - (each.month + free)
        rows.append(same if each.kind != "economy" else same & (since >= 0) & (since <= LASTS))
    return np.array(rows, dtype=float)


def learn(
    place: Municipality, counts: Counts, values: Floats, play: Callable[[Floats], Floats], known: int = 0, done: int = 0
) -> Iterator[tuple[Floats, Floats]]:
    """Yield, after each round, what the members showed and the values that the counts after the known months leave likely.

    Rounds that are done already are not played again; the errors of the counts that each draws depend on its number alone.
    """
    of = [place.lines.index(line) for line in counts.lines]
    months = [place.months.index(month) for month in counts.months[known:]]
    there = np.isfinite(counts.persons[:, known:])
    observed = np.log(counts.persons[:, known:][there])
    errors = np.hypot(COUNTED, ROUNDING / np.exp(observed))
    may = reach(place, counts, known)
    for number in range(done, ROUNDS):
        figures = play(values)
        seen = np.log(np.maximum(figures[:, of][:, :, months][:, there], ROUNDING))
        smoother = LocalizedESMDA(covariance=errors**2, observations=observed, alpha=ROUNDS, seed=place.seed + number)
        smoother.prepare_assimilation(Y=seen.T)
        gain = _gain(values, seen.T, errors, may)
        values = smoother.assimilate_batch(X=values, localization_callback=lambda _unbounded, bounded=gain: bounded)
        yield figures, values


def _gain(values: Floats, seen: Floats, errors: Floats, may: Floats) -> Floats:
    """Return by how much each unknown goes with each count's deviation, where only counts that can tell of it count as alike.

    It is the likeness that is bounded and not the gain: what the last month says of its own swing is how it differs from the month before.
    Shapes: unknowns, members; counts, members; counts; unknowns, counts -> unknowns, counts.
    """
    apart, shown_apart = (each - each.mean(axis=1, keepdims=True) for each in (values, seen))
    alike = may * (apart @ shown_apart.T) / (values.shape[1] - 1)
    spread = _shrunk(shown_apart @ shown_apart.T / (values.shape[1] - 1), values.shape[1]) + ROUNDS * np.diag(errors**2)
    return np.asarray(np.linalg.solve(spread, alike.T).T)


def _shrunk(covariance: Floats, members: int) -> Floats:
    """Return a covariance of so many members with its correlations shrunk by what few members make of them by chance.

    The share is that of Chen, Wiesel, Eldar and Hero (2010) for a correlation matrix (oracle approximating shrinkage).
    """
    size = len(covariance)
    sd = np.sqrt(np.diag(covariance))
    likeness = covariance / np.outer(sd, sd)
    square = float((likeness**2).sum())
    share = ((1.0 - 2.0 / size) * square + size**2) / ((members - 2.0 / size) * max(square - size, 1e-9))
    shrunk = (1.0 - min(1.0, share)) * likeness + min(1.0, share) * np.eye(size)
    return np.asarray(shrunk * np.outer(sd, sd))
