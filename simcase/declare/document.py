"""One YAML file as read: its tree of plain values, and the line at which each of them stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from simcase.declare.cells import Grouped
from simcase.errors import Issue
from simcase.words import said

Tree: TypeAlias = "bool | int | float | str | list[Tree] | dict[str, Tree] | None"
"""What a YAML file holds: texts, numbers, truth values, lists, and mappings with texts as keys."""

Where: TypeAlias = tuple[str | int, ...]
"""The way to a value in a tree: keys of mappings, positions in lists."""

SHOWN = 60
"""How many characters of a value a message shows at the most."""


@dataclass(frozen=True, slots=True)
class Document:
    """A YAML file: how it is shown to the user, its tree, the line of each value, and the SHA-256 of its bytes."""

    shown: str
    tree: Tree
    lines: Mapping[Where, int]
    digest: str

    def line(self, where: Where) -> int:
        """Return the line of a value, or of the nearest thing around it that stands in the file."""
        for length in range(len(where), 0, -1):
            if where[:length] in self.lines:
                return self.lines[where[:length]]
        return self.lines.get((), 1)

    def issue(self, where: Where, found: str, expected: str, hint: str = "") -> Issue:
        """Return an issue that points at a value of this file."""
        return Issue(self.shown, self.line(where), dotted(where), found, expected, hint)


def dotted(where: Where) -> str:
    """Write the way to a value with dots.

    >>> dotted(("initiatives", 0, "target"))
    'initiatives.0.target'
    """
    return ".".join(str(part) for part in where)


def shown_path(path: Path) -> str:
    """Return a path as the user would write it: relative to the current folder where possible, with forward slashes."""
    try:
        return path.resolve().relative_to(Path.cwd()).as_posix()
    except (OSError, ValueError):
        return path.as_posix()


def shown_value(value: object) -> str:
    """Return a value as a message shows it: short, and in the words of YAML.

    >>> shown_value("ja"), shown_value(None), shown_value(True), shown_value([1, 2])
    ("'ja'", 'nothing', 'true', 'a list')
    """
    if value is None:
        return said("error.value.nothing")
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict):
        return said("error.value.mapping")
    if isinstance(value, list | tuple):
        return said("error.value.list")
    if isinstance(value, float) and not isinstance(value, Grouped):
        return f"{value:.15g}"
    text = repr(value) if isinstance(value, str) else str(value)
    return text if len(text) <= SHOWN else f"{text[: SHOWN - 4]}...{text[-1]}"
