"""Names in a file that is wrong already: those that are not known are told with what else is wrong, in place of in a second round."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias

from simcase.declare import AS_IS, Document, Library, Tree, Where
from simcase.declare.initiatives import Initiative
from simcase.declare.values import Label
from simcase.errors import Issue, UserError, closest
from simcase.model.calibration import read_calibration
from simcase.model.resolve import resolve

Known: TypeAlias = Mapping[str, Mapping[str, Label]]
"""The names that may stand under a key, each with what it is called."""


def with_unknown_names(issues: Iterable[Issue], document: Document, known: Known) -> list[Issue]:
    """Return what is wrong with a file, and the names in it that are not known; of what is told of one name the nearest name is kept."""
    wrong = [
        document.issue(where, f"'{name}'", *closest(name, known[key], known[key]))
        for where, key, name in _names(document.tree, known)
        if name not in known[key]
    ]
    places = {(each.file, each.line, each.path) for each in wrong}
    return [*(each for each in issues if (each.file, each.line, each.path) not in places), *wrong]


def known_names(document: Document, schema: type, library: Library, calibration: str) -> Known:
    """Return the names that a scenario or an initiative may use: in the world of a calibration, or of the one that an initiative is for.

    None where that is wrong itself.
    """
    if schema is not Initiative:
        labels = library.labels()
        initiatives = {name: labels.get(name, Label(da=name, en=name)) for name in library.initiatives()}  # one that is wrong is there too
        return {"initiatives": initiatives, "use": initiatives, "without": initiatives}
    own = document.tree.get("calibration") if isinstance(document.tree, dict) else None
    try:
        meant = calibration if own in (None, *read_calibration(calibration, library).lineage) else str(own)
        model = resolve(AS_IS, calibration=meant, library=library, without_fit=True)
    except UserError:
        return {}
    parts = (model.states, model.lines, model.segments, model.staff)
    states, lines, segments, pools = ({each.id: each.label for each in some} for some in parts)
    return {"states": states, "exits_to": states, "line": lines, "segments": segments, "pool": pools}


def _names(tree: Tree, keys: Iterable[str], where: Where = ()) -> Iterator[tuple[Where, str, str]]:
    """Yield the texts under some keys of a tree: the way to each, the key, and the text."""
    children = tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else ()
    for key, child in children:
        inside = (*where, key)
        if isinstance(key, str) and key in keys:
            several = child if isinstance(child, list) else [child]
            for at, name in enumerate(several):
                if isinstance(name, str):
                    yield (*inside, at) if isinstance(child, list) else inside, key, name
        yield from _names(child, keys, inside)
