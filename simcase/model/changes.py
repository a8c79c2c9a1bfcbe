"""Change one number of a model, with its reason."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace
from typing import Any

from pydantic import BaseModel, ValidationError

from simcase.declare import Where, expected_by, shown_value
from simcase.declare.initiatives import Change
from simcase.declare.schema import CalibrationFile
from simcase.declare.values import Figure, Sourced
from simcase.errors import Issue, UserError, closest
from simcase.model.explain import take_up
from simcase.model.paths import at, find
from simcase.model.resolved import Model

SETTLED = frozenset({"title", "start", "end", "known_until", "fit", "burn_in_years"})
"""What a calibration says of itself as a whole: the fit and its starting stock hold for that alone."""
CHANGEABLE = tuple(one.name for one in fields(Model) if one.name in CalibrationFile.model_fields and one.name not in SETTLED)
"""The sections of a calibration whose numbers a scenario may change."""


def with_change(model: Model, change: Change) -> tuple[Model, Where]:
    """Return a model with one number of its calibration changed, and the way to that number.

    Raises UserError for a path that leads to no such number and for a value that is wrong there.
    """
    section = change.path.split(".")[0]
    if section not in CHANGEABLE:
        raise UserError([Issue("", 0, change.path, f"'{section}'", *closest(section, CHANGEABLE))])
    return with_number(model, change)


def set_to(model: Model, path: str, value: float, why: str) -> Model:
    """Return a model with the number at a path set to a value, whoever gave it; the digest stays the old one.

    Raises UserError for a path that leads to no number and for a value that is wrong there.
    """
    try:
        change = Change(path=path, to=value, why=why)
    except ValidationError as error:
        raise UserError([Issue("", 0, path, shown_value(value), expected_by(error))]) from None
    return with_number(model, change)[0]


def with_number(model: Model, change: Change) -> tuple[Model, Where]:
    """Return a model with one number changed, be it of the calibration or of an initiative; the digest stays the old one.

    Raises UserError for a path that leads to no number and for a value that is wrong there.
    """
    model = _as_paid(model, change.path)
    where = find(model, change.path)
    if where[-1] == "value" and isinstance(at(model, where[:-1]), Figure):
        where = where[:-1]
    old = at(model, where)
    try:
        if isinstance(old, Figure):
            return _refitted(_put(model, where, _figure(old, change)), where), where
        return _noted(_put(model, where, _number(old, change)), where, old, change), where
    except ValidationError as error:
        new = _number(old.value if isinstance(old, Figure) else old, change)
        raise UserError([Issue("", 0, change.path, shown_value(new), expected_by(error))]) from None


def _as_paid(model: Model, path: str) -> Model:
    """Return a model whose take-up factor at a path stands as it is used: fitted, where the line has an unknown."""
    section, _, line = path.partition(".")
    if section != "take_up" or line not in model.take_up:
        return model
    stated = model.take_up[line].model_copy(update={"value": take_up(model, line), "low": None, "high": None})
    return replace(model, take_up={**model.take_up, line: stated})


def _refitted(model: Model, where: Where) -> Model:
    """Return a model in which a changed take-up factor also stands where the fit keeps it, so that it is the one used."""
    if where[0] != "take_up":
        return model
    value = model.take_up[str(where[1])].value
    moved = {one.id: value for one in model.parameters if one.kind == "take_up" and one.line == where[1]}
    return replace(model, fitted={**model.fitted, **moved})


def _number(old: float, change: Change) -> float:
    """Return the number that a change makes of another; a whole number stays one where it can."""
    new = change.to if change.to is not None else old * (change.times or 1.0)
    return int(new) if isinstance(old, int) and new.is_integer() else new


def _figure(old: Figure, change: Change) -> Figure:
    """Return a figure with the changed value: its range scales with it or goes, and its source is the reason."""
    times = change.times
    ends = {end: None if value is None or times is None else value * times for end, value in (("low", old.low), ("high", old.high))}
    stated = {"source": change.why, "grade": "D", "note": _before(old.value, old)}
    return type(old).model_validate({**dict(old), **ends, **stated, "value": _number(old.value, change)})


def _noted(model: Model, where: Where, old: float, change: Change) -> Model:
    """Say in the nearest declaration with a source that a bare number inside it was changed."""
    for length in range(len(where) - 1, 0, -1):
        owner = at(model, where[:length])
        if isinstance(owner, Sourced):
            note = f"{change.path}: {change.why} (it was {shown_value(old)}). {owner.note}".strip()
            noted: Model = _put(model, where[:length], owner.model_copy(update={"note": note, "grade": "D"}))
            return noted
    return model


def _before(value: float, said: Sourced) -> str:
    """Return the note of a changed figure: what it was before."""
    return f"It was {shown_value(value)} (grade {said.grade}, {said.source}). {said.note}".strip()


def _put(root: Any, where: Where, new: object) -> Any:  # noqa: ANN401
    """Return a copy of what is at the root with something new inside it, each declaration on the way validated anew."""
    if not where:
        return new
    head = where[0]
    if isinstance(root, tuple):
        return tuple(_put(item, where[1:], new) if position == head else item for position, item in enumerate(root))
    if isinstance(root, Mapping):
        return {key: _put(item, where[1:], new) if key == head else item for key, item in root.items()}
    inside = _put(getattr(root, str(head)), where[1:], new)
    if isinstance(root, BaseModel):
        return type(root).model_validate({**dict(root), head: inside})
    return replace(root, **{str(head): inside})
