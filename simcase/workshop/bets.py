"""What each table of a workshop bets before the result is shown, and how near it came."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, NamedTuple, TypeAlias

from simcase.errors import without_cpr
from simcase.workshop.effects import Effects, Mean

Asked: TypeAlias = Literal["persons", "net"]
"""What is bet on: the change of persons on the line in view in the last whole year, or the net result in million kroner."""


class Bet(NamedTuple):
    """What a table said."""

    table: str
    value: float


class Scored(NamedTuple):
    """A bet beside the result: how far it lies from the expected figure, and whether nine runs of ten hold it."""

    table: str
    value: float
    away: float
    inside: bool


@dataclass(slots=True)
class Round:
    """A round of bets: while it is open no result is shown."""

    asked: Asked = "persons"
    bets: list[Bet] = field(default_factory=list)
    open: bool = False

    def begin(self, asked: Asked) -> None:
        """Open a new round on a figure; earlier bets are gone."""
        self.asked, self.bets, self.open = asked, [], True

    def enter(self, table: str, value: float) -> None:
        """Take a table's bet while the round is open; a table that bets again has changed its mind."""
        name = without_cpr(table.strip())
        if self.open and name:
            self.bets = [*(bet for bet in self.bets if bet.table.casefold() != name.casefold()), Bet(name, value)]

    def reveal(self) -> None:
        """Close the round: results are shown again, and bets are no longer taken."""
        self.open = False

    def scored(self, result: Mean) -> list[Scored]:
        """Return the bets beside the result, the nearest first; nothing while the round is open."""
        if self.open:
            return []
        rows = [Scored(bet.table, bet.value, bet.value - result.mean, result.low <= bet.value <= result.high) for bet in self.bets]
        return sorted(rows, key=lambda row: abs(row.away))


def result_of(asked: Asked, effects: Effects) -> Mean:
    """Return the figure that was bet on: persons, or million kroner."""
    persons, net = effects.told()
    return persons if asked == "persons" else Mean(*(value / 1e6 for value in net))
