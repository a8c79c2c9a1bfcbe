"""Results as tables: the rows that `--json` writes, one polars table a name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Generic, TypeAlias, TypeVar

import polars as pl

from simcase.errors import Issue, UserError, closest
from simcase.vocabulary import document_of

R = TypeVar("R")
Part: TypeAlias = tuple[Mapping[str, object], object]
"""A part of a result that has tables of its own, behind the columns that tell it from the others."""


class Tabled:
    """What carries a result whose lists of rows can be had as tables."""

    __slots__ = ()
    result: object

    @property
    def tables(self) -> tuple[str, ...]:
        """Return the names of the tables that have rows; one inside another part of the result has a dotted name."""
        return tuple(dict.fromkeys(name for name, _ in self._rows()))

    def table(self, name: str) -> pl.DataFrame:
        """Return a table by its name; a figure with an interval has a column each for mean, p05, p50 and p95.

        Raises UserError for a name that no table has.
        """
        if name not in self.tables:
            raise UserError([Issue("", 0, "table", f"'{name}'", *closest(name, self.tables))])
        return pl.DataFrame([row for each, row in self._rows() if each == name], infer_schema_length=None)

    def _parts(self) -> Iterable[Part]:
        """Return the parts of the result that have tables of their own."""
        return [({}, self.result)]

    def _rows(self) -> Iterator[tuple[str, Mapping[str, object]]]:
        """Yield every row with the name of its table."""
        for about, part in self._parts():
            for name, row in rows_in(document_of(part)):
                yield name, {**about, **flat(row)}


@dataclass(frozen=True)
class Answer(Tabled, Generic[R]):
    """A result that is no run: what a model implies, one citizen's life."""

    result: R
    parts: tuple[Part, ...] = ()

    def _parts(self) -> Iterable[Part]:
        """Return the parts, or the whole result where it has none."""
        return self.parts or super()._parts()


def flat(row: Mapping[str, object]) -> dict[str, object]:
    """Return a row without rows inside it: a part's figures stand beside it, under its name and theirs.

    >>> flat({"year": 2019, "gross": {"mean": 2.0, "p05": 1.0}})
    {'year': 2019, 'gross_mean': 2.0, 'gross_p05': 1.0}
    """
    cells: dict[str, object] = {}
    for key, value in row.items():
        cells |= {f"{key}_{name}": inside for name, inside in flat(value).items()} if isinstance(value, Mapping) else {key: value}
    return cells


def rows_in(document: Mapping[str, object], prefix: str = "") -> Iterator[tuple[str, Mapping[str, object]]]:
    """Yield each row of each list of rows in a document, with the dotted name of its list."""
    for key, value in document.items():
        if isinstance(value, Mapping):
            yield from rows_in(value, f"{prefix}{key}.")
        elif isinstance(value, list) and all(isinstance(row, Mapping) for row in value):
            yield from ((f"{prefix}{key}", row) for row in value)
