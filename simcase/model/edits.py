"""Change the settings of an initiative by path: `set` in a scenario."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from simcase.declare import Tree, Where, shown_value, validate_tree
from simcase.declare.initiatives import Initiative
from simcase.errors import Issue, UserError, closest
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
    for part in path.split("."):
        parent, key = node, _key(node, part, place)
        where.append(key)
        node = parent[key]
    parent[key] = value
    return tuple(where)


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
