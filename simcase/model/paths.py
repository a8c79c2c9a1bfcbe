"""Find a number of the model by its path: `transitions.employment.a_dagpenge.rate`, `rates.dagpenge_max`, `index.years.2024`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from pydantic import BaseModel

from simcase.declare import Where, shown_value
from simcase.declare.schema import Transition
from simcase.declare.values import Figure, Label
from simcase.errors import Issue, UserError, closest
from simcase.words import said

PAIR = 2
"""Members of a pair of a step function: an edge and what holds from it."""


def find(root: object, path: str) -> Where:
    """Return the fields, keys and positions that lead to the figure or the bare number at a path.

    Where a name has dots itself, the shortest part of the path that is a name comes first.

    Raises UserError, with the nearest names, for a path that leads nowhere or to something else.
    """
    parts = path.split(".")
    where: list[str | int] = []
    node: object = root
    while parts:
        step = next(_steps(node, parts), None)
        if step is None:
            raise UserError([_lost(path, parts, node)])
        key, node, used = step
        where.extend(key)
        parts = parts[used:]
    if not isinstance(node, Figure) and (isinstance(node, bool) or not isinstance(node, int | float)):
        raise UserError([_no_number(path, node)])
    return tuple(where)


def children(node: object) -> Iterator[tuple[str, Any]]:
    """Yield what a path may go on to from a part of a model: the name, and what is there."""
    yield from ((name, at(node, where)) for name, where in _children(node))


def at(root: object, where: Where) -> Any:  # noqa: ANN401
    """Return what stands at fields, keys and positions."""
    node: Any = root
    for part in where:
        node = getattr(node, part) if isinstance(part, str) and not isinstance(node, Mapping) else node[part]
    return node


def _steps(node: object, parts: list[str]) -> Iterator[tuple[Where, object, int]]:
    """Yield each step that one or more parts of a path can take: the way, what is there, and how many parts it took."""
    names = dict(_children(node))
    for used in range(1, len(parts) + 1):
        name = ".".join(parts[:used])
        if name in names:
            yield names[name], at(node, names[name]), used


def _children(node: object) -> Iterator[tuple[str, Where]]:
    """Yield the names by which a path may go on, and the way that each stands for."""
    if isinstance(node, BaseModel):
        yield from ((info.alias or name, (name,)) for name, info in type(node).model_fields.items())
    elif is_dataclass(node):
        yield from ((field.name, (field.name,)) for field in fields(node))
    elif isinstance(node, Mapping):
        yield from ((str(key), (key,)) for key in node)
    elif isinstance(node, tuple):
        for position, item in enumerate(node):
            yield from _item(position, item)


def _item(position: int, item: object) -> Iterator[tuple[str, Where]]:
    """Yield the name of one item of a list: a transition's ends, a pair's edge, another's id, or its position."""
    if isinstance(item, Transition):
        yield f"{item.from_}.{item.to}", (position,)
    elif isinstance(item, tuple) and len(item) == PAIR and isinstance(item[0], float):
        yield str(int(item[0]) if item[0].is_integer() else item[0]), (position, 1)
    else:
        yield str(getattr(item, "id", position)), (position,)


def _lost(path: str, parts: list[str], node: object) -> Issue:
    """Return the issue that a path cannot go on, with what could follow."""
    names = [name for name, _ in _children(node)]
    labels = {name: label for name, item in children(node) if isinstance(label := getattr(item, "label", None), Label)}
    word = ".".join(parts[:PAIR]) if any("." in name for name in names) else parts[0]
    expected, hint = closest(word, names, labels)
    return Issue("", 0, path, f"'{word}'", expected, hint)


def _no_number(path: str, node: object) -> Issue:
    """Return the issue that a path ends at something that is no number, with how it could go on."""
    names = [name for name, _ in _children(node)]
    what = said("error.change.holds", names=names) if names else shown_value(node)
    return Issue("", 0, path, what, said("error.change.path"))
