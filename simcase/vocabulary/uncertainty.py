"""What varies between replications: chance, the parameters that are not known, the economy; any of them, all, or nothing."""

from __future__ import annotations

import re
from typing import Final, Literal, TypeAlias, get_args

from simcase.words import said

Part: TypeAlias = Literal["chance", "parameters", "economy"]
"""What may vary."""
Uncertainty = Literal["none", "chance", "parameters", "economy", "chance+parameters", "chance+economy", "parameters+economy", "all"]
"""What varies between replications; `all` is all three parts."""
PARTS: Final[tuple[Part, ...]] = get_args(Part)
UNCERTAINTIES: Final[tuple[Uncertainty, ...]] = get_args(Uncertainty)


def parts_varying(uncertainty: Uncertainty) -> tuple[Part, ...]:
    """Return the parts that vary.

    >>> parts_varying("chance+economy")
    ('chance', 'economy')
    """
    return PARTS if uncertainty == "all" else tuple(part for part in PARTS if part in uncertainty.split("+"))


def uncertainty_of(text: str) -> Uncertainty:
    """Return what varies from parts written in any order, with `+` or `,` between them; raises ValueError for another text.

    >>> uncertainty_of("economy,chance")
    'chance+economy'
    """
    named = {each.strip() for each in re.split(r"[+,]", text)}
    named = {"all"} if named == set(PARTS) else named
    found = next((each for each in UNCERTAINTIES if set(each.split("+")) == named), None)
    if found is None:
        message = said("error.value.varying", parts=[f"'{part}'" for part in PARTS])
        raise ValueError(message)
    return found
