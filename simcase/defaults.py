"""What holds where nothing is said: each default stands here alone, and help reads it without waiting for what a verb needs."""

from __future__ import annotations

from typing import Final

CALIBRATION: Final = "aabenraa-2019"
"""The calibration that scenarios are run in."""
TODAY: Final = "dk-2026"
"""The national calibration with the laws that came after 2019, for municipalities of later years."""
UNFITTED: Final = "prior"
"""The fit of a new municipality, which is none: its unknowns stand as they are judged."""
SEED: Final = 2019
"""The seed of the luck of runs."""
FIT_SEED: Final = 1906
"""The seed of the luck of a fit, apart from that of runs."""
RESULTS: Final = "results"
"""The folder of results, in the folder that the user works in."""
PRICES: Final = "current"
"""The price level of kroner."""
UNCERTAINTY: Final = "all"
"""What varies between runs."""
DISCOUNT: Final = 0.0
"""The rate a year at which a business case is discounted."""
