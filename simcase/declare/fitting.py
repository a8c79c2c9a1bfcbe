"""The words of a fit: unknowns, targets, and what was fitted, in pydantic."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field, StringConstraints

from simcase.declare.values import Amount, Date, Declared, Error, Name, Names, Positive, Real, Sourced, Text


class Parameter(Sourced):
    """An unknown of the fit: a multiplier of the rates between the states named, or of a line's payments."""

    id: Name
    label: Text
    kind: Literal["transitions", "arrivals", "take_up"]
    from_: Names = Field(default=(), alias="from")
    to: Names = ()
    line: Name | None = None
    prior: Positive = 1.0
    sd: Positive
    low: Positive
    high: Positive


Measure = Literal[
    "municipality", "persons", "full_time_persons", "inflow", "outflow", "mean_stay_weeks", "season_ratio", "share_of_exits",
    "share_of_persons", "share_of_entries", "long_term_share", "persons_on_day"
]  # fmt: skip
"""The figures of a run that a target may speak of."""


class Target(Sourced):
    """What the fitted world should show: a figure of the run, its value and standard error.

    `fits` names the fits that it informs (left out: all); the others only set it beside what they reached. `share` is the part of
    the model's persons that the source counts.
    """

    id: Name
    measure: Measure
    of: Names
    to: Names = ()
    from_: Date = Field(alias="from")
    until: Date
    value: Amount
    low: Amount | None = None
    high: Amount | None = None
    se: Error
    share: Positive = 1.0
    fits: Names | None = None

    def informs(self, fit: str) -> bool:
        """Tell whether a fit goes by the target."""
        return self.fits is None or fit in self.fits


class Fitted(Declared):
    """The value of one unknown, fitted."""

    id: Name
    value: Positive


Checksum = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
"""A SHA-256."""


class FitFile(Declared):
    """A fit: the values of the unknowns, the covariance of their logs in the same order, and where they came from.

    `donors` is the SHA-256 of the starting stock that stands beside it; without it there is none. A fit that was learned from counts has
    likely municipalities beside it, by the SHA-256 in `members`, and its economy moves from the day after its own `known_until`.
    """

    fit: Name
    calibration: Name
    parameters: tuple[Fitted, ...]
    covariance: tuple[tuple[Real, ...], ...] = ()
    donors: Checksum | None = None
    members: Checksum | None = None
    known_until: Date | None = None
    provenance: dict[str, Any] = Field(default_factory=dict)
