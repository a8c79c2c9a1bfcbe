"""Whether two models can be compared at all: told before anything is run."""

from __future__ import annotations

from contextlib import suppress

from simcase.declare import here
from simcase.errors import Issue, UserError
from simcase.model import Model, resolve
from simcase.words import said


def check_models(baseline: Model, model: Model, base: str, scenario: str) -> None:
    """Refuse to compare models of other days or states, with a baseline that fits where there is one.

    Raises UserError.
    """
    days, other = (said("error.compare.days", first=each.start, last=each.end) for each in (baseline, model))
    if days != other:
        fitting = _fitting(base, model)
        hint = said("error.compare.instead", fitting=fitting, scenario=scenario) if fitting else said("error.compare.same_horizon")
        raise UserError(
            [Issue("", 0, scenario, said("error.compare.from", days=other), said("error.compare.days_as", days=days, base=base), hint)]
        )
    if [state.id for state in baseline.states] != [state.id for state in model.states]:
        raise UserError([Issue("", 0, scenario, said("error.compare.other_states"), said("error.compare.states_of", base=base))])


def _fitting(base: str, model: Model) -> str | None:
    """Return the first scenario that is named after the baseline and has a model's days, None where there is none."""
    for name in here().scenarios():
        if name.startswith(f"{base}-"):
            with suppress(UserError):  # a mistake in a scenario that was not asked for is no answer
                other = resolve(name, calibration=model.calibration, fit=model.fit)
                if (other.start, other.end) == (model.start, model.end):
                    return name
    return None
