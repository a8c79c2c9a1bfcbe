"""Change the settings of an initiative by path: `set` in a scenario."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import Any, NamedTuple

from simcase.declare import Tree, Where, shown_value, validate_tree
from simcase.declare.initiatives import Initiative
from simcase.errors import Issue, UserError, closest
from simcase.model.doses import COUNTED, in_proportion, without_degree
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
            where, before = _put(tree, path, value, place)
        except UserError as error:
            issues.extend(error.issues)
            continue
        origins[where] = place
        _restate(tree, where, before, {name.removeprefix(path[: path.rfind(".") + 1]) for name in settings})
    changed, found = validate_tree(tree, Initiative, _at(origins, origin))
    if issues or changed is None:
        raise UserError([*issues, *found])
    return changed, origins


def _put(tree: dict[str, Any], path: str, value: Tree, place: Origin) -> tuple[Where, Any]:
    """Put a value into a tree at a path that is there already, and return the path in parts and what was there."""
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
    return tuple(where), node


def _left_out(parent: Mapping[str, Any], key: str | int, place: Origin) -> Issue:
    """Return the issue of a path into something that the initiative does not state: what it states instead."""
    stated = [name for name, value in parent.items() if value is not None]
    size = next((name for name in COUNTED if key in COUNTED and name in stated), None)
    if size is not None:
        return place.issue(f"'{key}'", said("error.change.sized", name=size))
    return place.issue(f"'{key}'", *closest(str(key), stated))


def _restate(tree: dict[str, Any], where: Where, before: Any, beside: Collection[str]) -> None:  # noqa: ANN401 - whatever was there
    """Take its range from a figure whose value is set, and its source and grade from a number that is another.

    They spoke of the one before. What settings name beside the number stands.
    """
    figure: Any = tree
    for part in where[:-1]:
        figure = figure[part]
    if where[-1] not in {"value", "kroner"} or "source" not in figure:
        return
    restated: dict[str, str | None] = {"low": None, "high": None} if where[-1] == "value" else {}
    if figure[where[-1]] != before:
        restated |= {
            "source": f"set by a scenario; it was {shown_value(before)} (grade {figure['grade']}, {figure['source']})",
            "grade": "D",
        }
    figure.update({name: stated for name, stated in restated.items() if name not in beside})


def with_times(initiative: Initiative, times: float, origin: Origin) -> Initiative:
    """Return so many times an initiative: its size, and its yearly costs in proportion to the size that it comes to.

    Raises UserError for one that is no matter of more or less, for less than one place, and where it becomes larger than anything may be.
    """
    if times == 1.0:
        return initiative
    if wrong := without_degree(initiative):
        raise UserError([origin.issue(*wrong)])
    try:
        scaled = in_proportion(initiative, times)
    except OverflowError:
        raise UserError([origin.issue(shown_value(times), said("error.change.strength"))]) from None
    if size_of(initiative).value and not size_of(scaled).value:
        raise UserError([origin.issue(shown_value(times), said("error.change.one_place"))])
    tree = scaled.model_dump(mode="json", by_alias=True)
    changed, found = validate_tree(tree, Initiative, lambda _, *wrong: origin.issue(*wrong))
    if changed is None:
        raise UserError(found)
    return changed


class Size(NamedTuple):
    """What says how large an initiative is: places, slots or hours that it adds, or else the share of its target times hours for each."""

    by: str
    value: float


def size_of(each: Initiative) -> Size:
    """Return how large an initiative is."""
    for name in COUNTED:
        if (counted := getattr(each.programme, name, None)) is not None:
            return Size(name, counted.value)
    if each.adds is not None:
        return Size("hours", each.adds.hours_a_week.value)
    return Size("share", each.target.share * (each.staff.hours_a_week if each.staff is not None else 1.0))


def paid_size(before: Size, edited: Initiative, after: Initiative, settings: Mapping[str, Any]) -> Size:
    """Return the size that the yearly costs of an initiative are for, after settings and then so many times it.

    `before` is what they were for. Settings that name one of the costs, or another kind of size, have thought of the size that there is.
    """
    was, made = size_of(edited), size_of(after)
    if was.by != before.by or any(path.split(".")[0] == "costs" for path in settings):
        return made
    return before._replace(value=before.value * made.value / was.value if was.value else before.value)


def kept_costs(now: Size, paid: Size) -> tuple[str, dict[str, str]] | None:
    """Return what is to be told where yearly costs are for another size than there is, with how many times it is; None where they are not.

    >>> kept_costs(Size("places", 40.0), Size("places", 120.0))
    ('costs_kept', {'times': '0.3333'})
    """
    if f"{now.value:.4g}" == f"{paid.value:.4g}":
        return None
    if now.value == 0.0:
        return "costs_of_none", {}
    if now.by == "share" or paid.value == 0.0:
        return "costs_stay", {}
    return "costs_kept", {"times": f"{now.value / paid.value:.4g}"}


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
