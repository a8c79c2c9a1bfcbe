"""XML of others, read as a stream and within bounds: no part of it can fill the memory or keep anybody waiting."""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO, Final
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

CHUNK: Final = 65_536
ELEMENTS: Final = 2_000_000
"""Elements of an archive, as far as it is read: a sheet of 100,000 rows has fewer."""
RECORDS: Final = 500_000
"""And records: rows and texts."""
RECORD: Final = 200_000
"""Elements of a record: a row of a sheet as wide as sheets can be has fewer."""
LONGEST: Final = 4 * CHUNK
"""Bytes without any element beginning: the longest text of a cell is shorter."""


class BoundError(Exception):
    """There is more of something than in any file that is meant to be read."""


class Tally:
    """How much was read of all parts of an archive so far."""

    def __init__(self) -> None:
        """Begin at nothing."""
        self.elements = self.records = 0

    def add(self, *, record: bool) -> None:
        """Count an element, which may begin a record; raises BoundError for one too many."""
        self.elements += 1
        self.records += record
        if self.elements > ELEMENTS or self.records > RECORDS:
            raise BoundError


class _Records:
    """Elements of some names as they come by, each whole; names are without their namespaces, and the rest is thrown away."""

    def __init__(self, names: frozenset[str], tally: Tally) -> None:
        """Read elements of these names."""
        self.names = names
        self.tally = tally
        self.depth = self.inside = 0
        self.whole: list[Element] = []
        self.builder = TreeBuilder()
        self.parser = expat.ParserCreate(namespace_separator="}")
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._data
        self.parser.StartDoctypeDeclHandler = self._doctype

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        """Begin a record, or go on inside of one."""
        local = _local(name)
        begins = not self.depth and local in self.names
        self.tally.add(record=begins)
        if not (self.depth or begins):
            return
        self.inside = 0 if begins else self.inside + 1
        if self.inside > RECORD:
            raise BoundError
        self.depth += 1
        self.builder.start(local, {_local(key): value for key, value in attributes.items()})

    def _end(self, name: str) -> None:
        """End a record, or what is inside of one."""
        if self.depth:
            self.builder.end(_local(name))
            self.depth -= 1
            if not self.depth:
                self.whole.append(self.builder.close())
                self.builder = TreeBuilder()

    def _data(self, text: str) -> None:
        """Take the text of a record."""
        if self.depth:
            self.builder.data(text)

    def _doctype(self, *_: object) -> None:
        """Refuse declarations of what texts stand for: short ones may stand for endless ones."""
        raise BoundError

    def taken(self) -> list[Element]:
        """Return the records that are whole by now, and forget them."""
        whole, self.whole = self.whole, []
        return whole


def records(part: IO[bytes], names: frozenset[str], tally: Tally) -> Iterator[Element]:
    """Yield the elements of some names in a part, read no further than they are asked for.

    Raises BoundError where there is too much of anything, and ExpatError where it is no XML.
    """
    reading = _Records(names, tally)
    silent = 0
    while chunk := part.read(CHUNK):
        before = tally.elements
        reading.parser.Parse(chunk, False)  # noqa: FBT003 - it has no name
        silent = 0 if tally.elements > before else silent + len(chunk)
        if silent > LONGEST:
            raise BoundError
        yield from reading.taken()
    reading.parser.Parse(b"", True)  # noqa: FBT003 - it has no name
    yield from reading.taken()


def _local(name: str) -> str:
    """Return a name without its namespace."""
    return name.rpartition("}")[2]
