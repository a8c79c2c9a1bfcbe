"""Every number of a model with its path, source and grade; and which of them are prices."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final, NamedTuple

from pydantic import BaseModel

from simcase.declare.values import Figure, Sourced
from simcase.model.explain import take_up
from simcase.model.paths import children
from simcase.model.resolved import Model

SECTIONS: Final = (
    "stock", "transitions", "arrivals", "rules", "refusion", "rates", "rate_classes", "wage_deductions", "grants", "measures_refund",
    "take_up", "index", "budget", "staff", "goals", "economy", "courses", "initiatives",
)  # fmt: skip
"""The sections whose numbers a result leans on."""
PRICES: Final = re.compile(
    r"(rates|rate_classes|wage_deductions|grants|measures_refund|take_up|index|budget\.lines)\..*"
    r"|refusion\..*\.state_shares?(\..*)?|initiatives\..*\.(kroner|kroner_per_place|kroner_per_start|wage)"
)
"""Paths of prices, rates and measures: what can change without a new simulation."""
NOT_PRICES: Final = re.compile(r".*\.(from_age|to_age|to_week)")


class Assumption(NamedTuple):
    """A number of a model: where it stands, its range, and how well it is known."""

    path: str
    value: float
    low: float | None
    high: float | None
    grade: str
    source: str
    note: str

    @property
    def price(self) -> bool:
        """Tell whether it is a price, a rate or a cost of measures."""
        return is_price(self.path)


def is_price(path: str) -> bool:
    """Tell whether a path leads to a price, a rate or a cost of measures."""
    return PRICES.fullmatch(path) is not None and not NOT_PRICES.fullmatch(path)


def assumptions(model: Model) -> list[Assumption]:
    """Return the numbers of a model by path, in the order in which they are declared; take-up as fitted."""
    found = [each for section in SECTIONS for each in _below(getattr(model, section), section, None)]
    return [_effective(model, each) for each in found]


def lent(model: Model) -> tuple[int, int]:
    """Return how many numbers of a municipality's people and moves another one has lent, and how many there are of them in all."""
    found = [each for section in OWN for each in _below(getattr(model, section), section, None)]
    return sum(each.source.startswith(LENT) for each in found), len(found)


def _effective(model: Model, each: Assumption) -> Assumption:
    """Return a take-up factor as it is used."""
    section, _, line = each.path.partition(".")
    return each._replace(value=take_up(model, line)) if section == "take_up" else each


def _below(node: Any, path: str, said: Sourced | None) -> Iterator[Assumption]:  # noqa: ANN401 - any part of a model
    """Yield the numbers at and below a part of the model; bare ones carry the source of what they stand in."""
    if isinstance(node, Figure):
        yield Assumption(path, node.value, node.low, node.high, node.grade, node.source, node.note)
    elif isinstance(node, int | float) and not isinstance(node, bool):
        if said is not None:
            yield Assumption(path, float(node), None, None, said.grade, said.source, said.note)
    elif not isinstance(node, str):
        around = node if isinstance(node, Sourced) else said
        for name, inside in children(node):
            yield from _below(inside, f"{path}.{name}", None if isinstance(node, BaseModel) and name in UNSOURCED else around)


UNSOURCED: Final = frozenset({"year", "from_age", "to_age", "every_days"})
"""Keys whose numbers only say what a declaration is about."""
OWN: Final = ("stock", "transitions", "arrivals")
"""Sections that a municipality fills with figures of its own."""
LENT: Final = ("stands in:", "i stedet:")
"""What the source of a number begins with that another municipality has lent, in either language."""
