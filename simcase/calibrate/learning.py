"""Learning from counts: an ensemble smoother with multiple data assimilation (Emerick and Reynolds 2013).

Each member is a likely municipality: values of what is not known, and luck of its own. It is played, set beside the counts, moved
towards values with which it would have shown them, and played anew with the same luck.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Final, NamedTuple

import numpy as np
from iterative_ensemble_smoother import LocalizedESMDA

from simcase.calibrate.counts import Counts
from simcase.calibrate.likely import Municipality
from simcase.calibrate.response import Chance, Response, carried, response
from simcase.engine import Crew, Progress
from simcase.engine.jobs import all_done
from simcase.study import silent
from simcase.vocabulary import Bools, Floats

ROUNDS: Final = 3
"""Times that the counts are assimilated, each with its share of what they say."""
MEMBERS: Final = 200
COUNTED: Final = 0.02
"""The error of a count, as a share of it: what a month departs by and the next one does not."""
ROUNDING: Final = 0.5
"""The error of a count, in persons."""
Told = Callable[[Municipality, Floats, int], Floats]
"""What is told of the run that values of the unknowns give, with the luck of a member."""
ALONE: Final = Crew(1)
SHARES: Final = 4
"""Shares of the members that each worker plays, so that progress is told and none waits long for the last."""


@dataclass(frozen=True, slots=True)
class Ensemble:
    """Likely municipalities: what the counts leave likely of all that is not known, jointly."""

    unknowns: tuple[str, ...]
    values: Floats
    """Standard normals before anything was counted (shape: unknowns, members)."""
    counts: Counts
    """What was learned from."""
    placed: int
    """The first months of the counts by which the municipality was placed before anything was learned."""
    chance: tuple[Chance, ...]
    """What chance does to the counts of each line."""

    @property
    def count(self) -> int:
        """Return how many there are."""
        return int(self.values.shape[1])


class Taught(NamedTuple):
    """What a round of learning taught."""

    figures: Floats
    """What the members showed before it (shape: members, lines, months)."""
    values: Floats
    """What their unknowns are after it (shape: unknowns, members)."""
    chance: tuple[Chance, ...]
    """What chance does to the counts of each line."""


def begun(place: Municipality, members: int, before: Ensemble | None = None) -> Floats:
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


def reach(place: Municipality, counts: Counts) -> Floats:
    """Return which unknowns can move a count, 1 or 0 (shape: lines, months, unknowns).

    No month of the economy moves what was counted before it, nor a line what moves others alone.
    """
    lines = {name: place.lines_of(name) for name in {each.of for each in place.unknowns}}
    moves = np.array([[line in lines[each.of] for each in place.unknowns] for line in counts.lines], dtype=float)
    begin = place.months.index(counts.first) - place.first_free
    there = np.array([[each.month <= month for each in place.unknowns] for month in range(begin, begin + counts.persons.shape[1])])
    return np.asarray(moves[:, None] * there)


def _seen(place: Municipality, counts: Counts, figures: Floats) -> Floats:
    """Return the logs of what members show where and when there are counts (shape: members, lines, months)."""
    begin = place.months.index(counts.first)
    months = slice(begin, begin + counts.persons.shape[1])
    return np.log(np.maximum(figures[:, :, months], ROUNDING))


def _errors(counts: Counts) -> Floats:
    """Return the errors of counts, on the log scale."""
    return np.hypot(COUNTED, ROUNDING / counts.persons)


def learn(
    place: Municipality, counts: Counts, values: Floats, play: Callable[[Floats], Floats], known: int = 0, done: int = 0
) -> Iterator[Taught]:
    """Yield, after each round, what the counts after the known months taught.

    Rounds that are done already are not played again; the errors of the counts that each draws depend on its number alone.
    """
    if done == ROUNDS:
        return
    old = np.isfinite(counts.persons) & (np.arange(counts.persons.shape[1]) < known)
    new = np.isfinite(counts.persons) & ~old
    observed, errors = np.log(counts.persons), _errors(counts)
    prior = place.prior(values.shape[1])
    first = play(prior)
    answer = response(prior, _seen(place, counts, first), reach(place, counts))
    rule = Rule.of(answer, errors, old, new)
    for number in range(done, ROUNDS):
        figures = first if number == known == 0 else play(values)
        seen = _seen(place, counts, figures)
        smoother = LocalizedESMDA(covariance=errors[new] ** 2, observations=observed[new], alpha=ROUNDS, seed=place.seed + number)
        smoother.prepare_assimilation(Y=(seen[:, new] + (observed[old] - seen[:, old]) @ rule.carries.T).T)
        gain = rule.gain(number)
        values = smoother.assimilate_batch(X=values, localization_callback=lambda _sampled, exact=gain: exact)
        yield Taught(figures, values, answer.chance)


def goes_on(place: Municipality, figures: Floats, counts: Counts, chance: tuple[Chance, ...]) -> Floats:
    """Return what each member's counts of later months are multiplied by to go on from what was counted (shape: members, lines, months).

    What a member misses of the counts, its unknowns do not explain: it is luck that the place had and the member had not.
    """
    later = place.months.index(counts.last) + 1
    factors = np.ones(figures.shape)
    shape = (figures.shape[2] - later + 1, len(figures))
    luck = np.array([np.random.default_rng([place.seed, *f"luck:{line}".encode()]).standard_normal(shape) for line in place.lines])
    misses = np.log(counts.persons) - _seen(place, counts, figures)
    factors[:, :, later:] = np.exp(carried(misses, _errors(counts), chance, COUNTED, luck.transpose(2, 0, 1)))
    return factors


@dataclass(frozen=True, slots=True)
class Rule:
    """How what is new in counts moves unknowns: the gain of Gauss and Kalman, of the prior's own covariance and of how counts answer.

    What is new of a count is what its line's chance does not carry over from the counts before.
    """

    carries: Floats
    """What of a miss of each old count each new one shares (shape: new, old)."""
    moved: Floats
    """By how much each unknown moves what is new (shape: new, unknowns)."""
    noise: Floats
    """Covariance of chance and error in what is new."""
    before: Floats
    """Inverse covariance of the unknowns when the old counts are known."""

    @classmethod
    def of(cls, answer: Response, errors: Floats, old: Bools, new: Bools) -> Rule:
        """Return the rule of old and new counts."""
        was, comes = np.flatnonzero(old), np.flatnonzero(new)
        noise = answer.covariance() + np.diag(np.nan_to_num(errors.ravel()) ** 2)
        moved = answer.moved.reshape(len(noise), -1)
        told = np.linalg.inv(noise[np.ix_(was, was)])
        carries = noise[np.ix_(comes, was)] @ told
        return cls(
            carries,
            moved[comes] - carries @ moved[was],
            noise[np.ix_(comes, comes)] - carries @ noise[np.ix_(was, comes)],
            np.eye(moved.shape[1]) + moved[was].T @ told @ moved[was],
        )

    def gain(self, rounds: int) -> Floats:
        """Return by how much each unknown follows what is new after so many rounds (shape: unknowns, new)."""
        information = self.moved.T @ np.linalg.solve(self.noise, self.moved)
        spread = np.linalg.solve(self.before + rounds / ROUNDS * information, self.moved.T)
        return np.asarray(np.linalg.solve(self.moved @ spread + ROUNDS * self.noise, spread.T).T)
