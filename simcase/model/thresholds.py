"""Give goals other thresholds than those declared."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from pydantic import ValidationError

from simcase.declare import expected_by, shown_value
from simcase.declare.schema import Goal
from simcase.errors import Issue, UserError, closest
from simcase.model.labels import labels_by_id
from simcase.model.resolved import Model


def with_thresholds(model: Model, levels: Mapping[str, float]) -> Model:
    """Return a model in which goals have the thresholds given, by goal.

    Raises UserError for a goal that there is not, and for a threshold that is none.
    """
    known = [goal.id for goal in model.goals]
    strange = [Issue("", 0, "--threshold", f"'{name}'", *closest(name, known, labels_by_id(model))) for name in levels if name not in known]
    if strange:
        raise UserError(strange)
    return replace(model, goals=tuple(_with(goal, levels[goal.id]) if goal.id in levels else goal for goal in model.goals))


def _with(goal: Goal, level: float) -> Goal:
    """Return a goal with another threshold."""
    try:
        return Goal.model_validate({**dict(goal), "threshold": level})
    except ValidationError as error:
        raise UserError([Issue("", 0, f"--threshold {goal.id}", shown_value(level), expected_by(error))]) from None
