"""What the parts of a model are called."""

from __future__ import annotations

from simcase.declare.values import Label
from simcase.model.resolved import Model


def labels_by_id(model: Model) -> dict[str, Label]:
    """Return what states, lines, segments, initiatives, goals, rules and pools of staff are called, by id."""
    parts = (model.rules, model.goals, model.segments, model.staff, model.initiatives, model.lines, model.states)
    return {each.id: each.label for some in parts for each in some}
