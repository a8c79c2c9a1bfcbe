"""The measuring model in plain SimPy, as anybody would write it: one process a citizen, the headcount of every state at hand."""

from __future__ import annotations

import random
from collections.abc import Generator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

import simpy

Life = Generator[simpy.Event, object, None]
Exits = list[tuple[list[int], list[float], float]]
"""For each state: the states entered, their cumulated rates a day, and the sum of these rates."""


@dataclass(slots=True)
class Headcounts:
    """Citizens in each state now, and the person-days of the month so far."""

    env: simpy.Environment
    persons: list[int]
    days: list[float]
    since: list[float] = field(default_factory=list)

    def change(self, state: int, by: int) -> None:
        """Let citizens come to a state or leave it now."""
        now = self.env.now
        self.days[state] += self.persons[state] * (now - self.since[state])
        self.since[state] = now
        self.persons[state] += by


def citizen(env: simpy.Environment, state: int, exits: Exits, count: Headcounts) -> Life:
    """Live one citizen's life: stay for an exponential time, then move."""
    while True:
        to, until, total = exits[state]
        yield env.timeout(random.expovariate(total))
        count.change(state, -1)
        state = random.choices(to, cum_weights=until)[0]  # noqa: S311 - luck, not secrets
        count.change(state, 1)


def monthly(env: simpy.Environment, edges: Sequence[float], count: Headcounts, into: list[list[float]]) -> Life:
    """Write down the average headcounts of each month at its end."""
    for begin, end in pairwise(edges):
        yield env.timeout(end - begin)
        for state in range(len(count.persons)):
            count.change(state, 0)
        into.append([days / (end - begin) for days in count.days])
        count.days = [0.0] * len(count.days)


def headcounts(stock: Sequence[int], rates: Sequence[tuple[int, int, float]], edges: Sequence[float], seed: int) -> list[list[float]]:
    """Return average headcounts by month and state for a stock, rates a day from state to state, and the edges of the months."""
    random.seed(seed)
    env = simpy.Environment()
    states = range(len(stock))
    count = Headcounts(env, list(stock), [0.0] * len(stock), [0.0] * len(stock))
    exits: Exits = []
    for state in states:
        mine = [(to, rate) for left, to, rate in rates if left == state]
        until = [sum(rate for _, rate in mine[: position + 1]) for position in range(len(mine))]
        exits.append(([to for to, _ in mine], until, until[-1]))
    for state in states:
        for _ in range(stock[state]):
            env.process(citizen(env, state, exits, count))
    into: list[list[float]] = []
    env.process(monthly(env, edges, count, into))
    env.run(until=edges[-1] + 1e-6)
    return into
