"""Change the settings of an initiative by path: `set` in a scenario."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from simcase.declare import Tree, Where, shown_value, validate_tree
from simcase.declare.initiatives import Initiative
from simcase.errors import Issue, UserError, closest
from simcase.model.doses import COUNTED, in_proportion, map_figure, without_degree
from simcase.model.origins import Origin
from simcase.words import said


def with_edits(initiative: Initiative, settings: Mapping[str, Any], origin: Origin) -> tuple[Initiative, dict[Where, Origin]]:
    """Return an initiative with new values at some paths, and where each of these was written.

    Raises UserError for a path that the initiative does not have, and for a value that is wrong there.
    """
    if not settings:
        return initiative, {}
    tree: dict[str, Any] = initiative.model_dump(mode="json", by_alias=True)
    origins: dict[Where, Origin] = {}
    issues: list[Issue] = []
    for path, value in settings.items():
        place = origin.below((path,))
        try:
            where = _put(tree, path, value, place)
        except UserError as error:
            issues.extend(error.issues)
            continue
        origins[where] = place
        if path.endswith(".value"):
            _forget_range(tree, where[:-1], path.removesuffix("value"), settings)
    changed, found = validate_tree(tree, Initiative, _at(origins, origin))
    if issues or changed is None:
        raise UserError([*issues, *found])
    return changed, origins


def _put(tree: dict[str, Any], path: str, value: Tree, place: Origin) -> Where:
    """Put a value into a tree at a path that is there already, and return the path in parts."""
    if path == "id" or not path:
        raise UserError([place.issue(shown_value(path), said("error.change.not_id"))])
    where: list[str | int] = []
    node: Any = tree
    parent: Any = node
    key: str | int = ""
    for part in path.split("."):
        if node is None:
            raise UserError([_left_out(parent, key, place)])
        parent, key = node, _key(node, part, place)
        where.append(key)
        node = parent[key]
    parent[key] = value
    return tuple(where)


def _left_out(parent: Mapping[str, Any], key: str | int, place: Origin) -> Issue:
    """Return the issue of a path into something that the initiative does not state: what it states instead."""
    stated = [name for name, value in parent.items() if value is not None]
    size = next((name for name in COUNTED if key in COUNTED and name in stated), None)
    if size is not None:
        return place.issue(f"'{key}'", said("error.change.sized", name=size))
    return place.issue(f"'{key}'", *closest(str(key), stated))


def _forget_range(tree: dict[str, Any], where: Where, path: str, settings: Mapping[str, Any]) -> None:
    """Take the range from a figure whose value alone is set: it was that of the value before."""
    figure: Any = tree
    for part in where:
        figure = figure[part]
    figure.update({end: None for end in ("low", "high") if end in figure and f"{path}{end}" not in settings})


def with_times(initiative: Initiative, times: float, origin: Origin) -> Initiative:
    """Return so many times an initiative: its size, in whole places or slots, and its yearly costs in proportion.

    Raises UserError for one that is not a matter of more or less, and where it becomes larger than anything may be.
    """
    if times == 1.0:
        return initiative
    if wrong := without_degree(initiative):
        raise UserError([origin.issue(*wrong)])
    try:
        scaled = in_proportion(initiative, times)
    except OverflowError:
        raise UserError([origin.issue(shown_value(times), said("error.change.strength"))]) from None
    if scaled.programme is not None:
        counted = {name: map_figure(size, _whole) for name in COUNTED if (size := getattr(scaled.programme, name))}
        scaled = scaled.model_copy(update={"programme": scaled.programme.model_copy(update=counted)})
    tree = scaled.model_dump(mode="json", by_alias=True)
    changed, found = validate_tree(tree, Initiative, lambda _, *wrong: origin.issue(*wrong))
    if changed is None:
        raise UserError(found)
    return changed


def _whole(size: float) -> float:
    """Return a number of places as a whole one, a part of one as it is."""
    return float(round(size)) if size >= 1.0 else size


def beside_costs(before: Initiative, after: Initiative, settings: Mapping[str, Any], sized: float) -> float:
    """Return how many times the size that its yearly costs are for an initiative has: 1 where settings name one of these.

    `sized` is what it was before the settings.
    """
    if any(path.split(".")[0] == "costs" for path in settings):
        return 1.0
    sizes = [(size, other) for size, other in zip(_sizes(before), _sizes(after), strict=True) if size and other is not None]
    return sized * next((other / size for size, other in sizes if other != size), 1.0)


def _sizes(each: Initiative) -> tuple[float | None, ...]:
    """Return the numbers that say how large an initiative is, those that it has not as None."""
    counted = [getattr(each.programme, name, None) for name in COUNTED]
    added = each.adds.hours_a_week if each.adds is not None else None
    return tuple(None if figure is None else figure.value for figure in (*counted, added))


def _key(node: object, part: str, place: Origin) -> str | int:
    """Return the key or position that one part of a path names."""
    if isinstance(node, dict) and part in node:
        return part
    if isinstance(node, list) and part.isascii() and part.isdigit() and int(part) < len(node):
        return int(part)
    known = node if isinstance(node, dict) else map(str, range(len(node))) if isinstance(node, list) else ()
    raise UserError([place.issue(f"'{part}'", *closest(part, known))])


def _at(origins: Mapping[Where, Origin], around: Origin) -> Callable[[Where, str, str, str], Issue]:
    """Return what makes an issue of a wrong value: at the setting that put it there."""

    def at(where: Where, found: str, expected: str, hint: str) -> Issue:
        """Return the issue at the setting whose path leads to the value, or else around all settings."""
        for length in range(len(where), 0, -1):
            if where[:length] in origins:
                return origins[where[:length]].below(where[length:]).issue(found, expected, hint)
        return around.issue(found, expected, hint)

    return at
