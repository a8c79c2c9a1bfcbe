"""What the parts of a model are called."""

from __future__ import annotations

from collections.abc import Iterable

from simcase.declare.values import Label
from simcase.model.resolved import Model
from simcase.words import Said, said


def called(model: Model, names: Iterable[str]) -> Said:
    """Return what some parts of a model are called, each with the id by which a file names it."""
    labels = labels_by_id(model)
    return said("error.all_of", items=[said("error.called", label=labels[name], id=name) for name in names])


def labels_by_id(model: Model) -> dict[str, Label]:
    """Return what states, lines, segments, initiatives, goals, rules and pools of staff are called, by id."""
    parts = (model.rules, model.goals, model.segments, model.staff, model.initiatives, model.lines, model.states)
    return {each.id: each.label for some in parts for each in some}
