"""When runs that have only begun are looked at: at whole blocks of replications, and so that looking takes little of the time."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Final

from simcase.compare import FIRST_TOLD
from simcase.vocabulary import BLOCK

REST: Final = 10.0
"""After a look the work goes on undisturbed for so many times as long as the look took."""


class Looks:
    """Looks at the first replications of runs, never at fewer than figures are told of."""

    def __init__(self, look: Callable[[int], None] | None) -> None:
        """Look by a call with how many replications there are, where anybody wants to know."""
        self._look, self._latest, self._next = look, 0, 0.0

    def at(self, finished: int, *, last: bool = False) -> None:
        """Look where a block more is finished and the last look is long enough ago; at the very last one that does not matter."""
        count = finished // BLOCK * BLOCK
        if self._look is None or count < FIRST_TOLD or count <= self._latest or (time.monotonic() < self._next and not last):
            return
        begun = time.monotonic()
        self._look(count)
        self._latest = count
        now = time.monotonic()
        self._next = now + REST * (now - begun)
