"""A calibration laid over the one that it is based on: sections that add to those of the base, thing by thing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel

from simcase.declare import Where
from simcase.model.origins import Origin, Origins, origin_of

Things = dict[object, tuple[Any, Origin | None]]
"""The things of a section by their names, each with the place at which it was written."""


def addable(section: object) -> bool:
    """Tell whether a section is of named things, so that another one can add to it."""
    if isinstance(section, BaseModel):
        return all(isinstance(getattr(section, name), Mapping) for name in type(section).model_fields)
    return isinstance(section, Mapping) or (isinstance(section, tuple) and all(_name(item) is not None for item in section))


def added(section: str, base: object, place: Origin, own: object, origins: dict[Where, Origin]) -> object:
    """Return a section of a base, written at a place, with what is added to it: a thing of a name that it has already takes its place.

    `origins`, which say where the added things were written, then say it of all of them.
    """
    joined, places = _joined((section,), base, {(section,): place}, own, origins)
    for where in [where for where in origins if where[0] == section and len(where) > 1]:
        del origins[where]
    origins.update({where: origin for where, origin in places.items() if origin is not None})
    return joined


def _joined(where: Where, base: Any, under: Origins, own: Any, over: Origins) -> tuple[Any, dict[Where, Origin | None]]:  # noqa: ANN401
    """Return two sections, or parts of them, as one, and where each thing in it was written."""
    if isinstance(base, BaseModel):
        places: dict[Where, Origin | None] = {}
        parts = {}
        for name in type(base).model_fields:
            parts[name], inside = _joined((*where, name), getattr(base, name), under, getattr(own, name), over)
            places.update(inside)
        return base.model_copy(update=parts), places
    things = {**_things(where, base, under), **_things(where, own, over)}
    if isinstance(base, Mapping):
        return {name: item for name, (item, _) in things.items()}, {(*where, str(name)): origin for name, (_, origin) in things.items()}
    return tuple(item for item, _ in things.values()), {(*where, at): origin for at, (_, origin) in enumerate(things.values())}


def _things(where: Where, section: Any, origins: Origins) -> Things:  # noqa: ANN401
    """Return the things of a section by name."""
    if isinstance(section, Mapping):
        return {name: (item, origin_of(origins, (*where, name))) for name, item in section.items()}
    return {_name(item): (item, origin_of(origins, (*where, at))) for at, item in enumerate(section)}


def _name(item: Any) -> object:  # noqa: ANN401
    """Return what a thing in a list is known by: its id, or the states that a move leads from and to; None where it has neither."""
    if hasattr(item, "id"):
        return item.id
    return (item.from_, item.to) if hasattr(item, "to") and hasattr(item, "from_") else None
