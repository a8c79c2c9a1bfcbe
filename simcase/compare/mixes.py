"""Mixes of settings that are worth trying: all that fit where they are few, else those that a global optimiser proposes."""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final, TypeAlias

import numpy as np

from simcase.vocabulary import Floats

Mix: TypeAlias = tuple[int, ...]
"""The position of each choice's setting."""
Worth: TypeAlias = Callable[[Sequence[Mix]], Sequence[float]]
"""What each of some mixes is worth by the same replications; more is better."""
Cost: TypeAlias = Callable[[Mix], float]
"""What a mix costs."""

MOST: Final = 96
"""Mixes that are tried at the most."""
LISTED: Final = 20_000
"""Mixes of which it is worth counting those that fit."""
FIRST: Final = 24
"""Mixes that the search begins with, besides the ends of each choice."""
PROPOSED: Final[Mapping[float, int]] = {1.0: 4, 2.0 / 3.0: 2, 1.0 / 3.0: 2}
"""How many mixes are proposed at a time within shares of the budget, so that it is known what less money gives."""
GENERATIONS: Final = 60
"""Generations of the optimiser on the surface."""
TOO_DEAR: Final = 1e30
"""What a mix beyond the budget is held to lose."""


def explore(sizes: Sequence[int], least: Mix, cost: Cost, budget: float, worth: Worth, seed: int) -> list[Mix]:
    """Return the mixes that were tried within a budget, the cheapest first: all where they are few, else those a search came upon.

    It begins with points that fill the space evenly (Halton 1960) and the ends of each choice. A surface through what is known (radial
    basis functions; Gutmann 2001) is then searched by differential evolution over whole numbers (Storn and Price 1997) for the mixes to be
    tried next. It is a function of the seed and of what mixes cost and are worth.
    """
    if math.prod(sizes) <= LISTED:
        every = [mix for mix in itertools.product(*map(range, sizes)) if cost(mix) <= budget]
        if len(every) <= MOST:
            every.sort(key=lambda mix: mix != least)
            worth(every)
            return every
    first = _first(sizes, least, lambda mix: cost(mix) <= budget, seed)
    known = dict(zip(first, worth(first), strict=True))
    most = min(budget, max(cost(mix) for mix in known))
    while len(known) < MOST and max(known.values()) > -TOO_DEAR:
        seen = _survey(sizes, known, lambda mix: cost(mix) <= budget, seed + len(known))
        new = _propose({mix: value for mix, value in seen.items() if mix not in known}, cost, most)[: MOST - len(known)]
        if not new:
            break
        known.update(zip(new, worth(new), strict=True))
    return list(known)


def _survey(sizes: Sequence[int], known: Mapping[Mix, float], fits: Callable[[Mix], bool], seed: int) -> dict[Mix, float]:
    """Return what mixes that the optimiser comes upon and that fit are worth by the surface through those that are known."""
    from scipy.interpolate import RBFInterpolator  # noqa: PLC0415 - only a search waits for it
    from scipy.optimize import differential_evolution  # noqa: PLC0415 - as above

    some = {mix: value for mix, value in known.items() if value > -TOO_DEAR}
    points = np.array(list(some))
    moved = np.ptp(points, axis=0) > 0
    scale = np.array(sizes)[moved] - 1.0
    spans = np.linalg.matrix_rank(points - points[0]) == moved.sum()  # fewer, or all on a line, carry no plane
    kernel, degree = ("thin_plate_spline", 1) if spans else ("linear", 0)
    surface = RBFInterpolator(points[:, moved] / scale, np.array(list(some.values())), kernel=kernel, degree=degree)
    seen: dict[Mix, float] = {}

    def loss(points: Floats) -> Floats:
        mixes = [tuple(int(at) for at in np.rint(point)) for point in points.T]
        new = [mix for mix in dict.fromkeys(mixes) if mix not in seen and fits(mix)]
        if new:
            seen.update(zip(new, surface(np.array(new)[:, moved] / scale).tolist(), strict=True))
        return np.array([-seen[mix] if mix in seen else TOO_DEAR for mix in mixes])

    differential_evolution(
        loss,
        [(0, size - 1) for size in sizes],
        integrality=np.ones(len(sizes), dtype=bool),
        init=np.array((list(some) * 5)[: max(len(some), 5)], dtype=np.float64),
        maxiter=GENERATIONS,
        polish=False,
        vectorized=True,
        updating="deferred",
        rng=np.random.default_rng(seed),
    )
    return seen


def _propose(seen: Mapping[Mix, float], cost: Cost, budget: float) -> list[Mix]:
    """Return the mixes of most worth within shares of a budget."""
    order = sorted(seen, key=lambda mix: (-seen[mix], mix))
    parts = ([mix for mix in order if cost(mix) <= share * budget or share == 1.0][:count] for share, count in PROPOSED.items())
    return list(dict.fromkeys(itertools.chain.from_iterable(parts)))


def _first(sizes: Sequence[int], least: Mix, fits: Callable[[Mix], bool], seed: int) -> list[Mix]:
    """Return the mixes that a search begins with: the cheapest, each choice alone at its ends, all at their most, others spread evenly."""
    from scipy.stats.qmc import Halton  # noqa: PLC0415 - only a search waits for it

    points = Halton(len(sizes), rng=np.random.default_rng(seed)).random(FIRST * 64)
    ends = [_with(least, at, end) for at, size in enumerate(sizes) for end in (size - 1, 0)]
    spread = (tuple((point * sizes).astype(int).tolist()) for point in points)
    found = {least: None}
    for mix in itertools.chain(ends, [tuple(size - 1 for size in sizes)], spread):
        found.update(dict.fromkeys(_nearer(mix, least, fits)))
        if len(found) >= FIRST + len(ends):
            break
    return list(found)


def _nearer(mix: Mix, least: Mix, fits: Callable[[Mix], bool]) -> Iterator[Mix]:
    """Yield a mix if it fits, else the first on the straight way to the cheapest that does, where there is one."""
    most = max(abs(at - low) for at, low in zip(mix, least, strict=True))
    for step in range(most):
        share = 1.0 - step / most
        near = tuple(low + round(share * (at - low)) for at, low in zip(mix, least, strict=True))
        if fits(near):
            yield near
            return


def _with(mix: Mix, at: int, setting: int) -> Mix:
    """Return a mix with another setting of one choice."""
    return (*mix[:at], setting, *mix[at + 1 :])
