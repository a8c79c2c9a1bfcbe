"""How sure intervals are, and how wide that is."""

from __future__ import annotations

from typing import Final

CONFIDENCE: Final = 0.90
"""Intervals hold with this probability."""
NORMAL_95: Final = 1.6448536269514722
"""Standard deviations from the middle of a normal distribution to each end of what holds nine of ten."""
PAIR: Final = 2
"""Replications that share a draw of the economy."""
BLOCK: Final = 20
"""Replications over which draws are stratified: one randomised repeat of a run."""
LUCKS: Final = 10
"""Replications that share a draw, and of which the mean is told, where chance is not to vary."""
