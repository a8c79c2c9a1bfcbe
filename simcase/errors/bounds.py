"""What a number may be at the most, wherever it comes from: beyond it there is a mistake, or hours of work that nobody meant."""

from __future__ import annotations

from typing import Final

LARGEST: Final = 1e12
"""Any number: the benefits of the whole country cost fewer kroner a year."""
SMALLEST: Final = 1e-9
"""The least of what must lie above 0: it is divided by."""
MOST_PERSONS: Final = 1e7
"""Persons in a state, or arrivals a year: beyond this is a mistake of units."""
MOST_CITIZENS: Final = 16_000_000
"""Citizens who are there at the start or come later: the key of a citizen's luck has 24 bits for the how manieth from one origin."""
MOST_CAPACITY: Final = 1e5
"""Places, job slots a year, or hours a week: more than the country has."""
STRONGEST: Final = 1000.0
"""A ratio of hazards, an index, a factor, or moves a year: beyond this is a mistake of units."""
MOST_SEED: Final = 2**64 - 1
"""A seed: what the generator of luck takes."""
MOST_REPLICATIONS: Final = 100_000
"""Replications: the mean of so many is known better than any figure that goes into it."""
MOST_WORKERS: Final = 1024
"""Processes of one machine."""
MOST_POINTS: Final = 10_000
"""Trajectories or base samples of a sensitivity analysis."""
MOST_DAYS: Final = 1e6
"""Days since a run was changed: longer ago than there are calendars."""
