"""Documents as tables: the rows that `--json` writes, one polars table a name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final, Generic, TypeVar

import polars as pl

from simcase.errors import Issue, UserError, closest
from simcase.vocabulary import document_of

Document = Mapping[str, Any]
R = TypeVar("R")
SEVERAL: Final = {"worlds": "scenario", "fits": "fit"}
"""The lists of parts that have tables of their own, and the key by which each part is told from the others."""


class Tabled:
    """What carries a document whose lists of rows can be had as tables."""

    __slots__ = ()

    @property
    def document(self) -> dict[str, Any]:
        """Return the result as its document."""
        raise NotImplementedError

    @property
    def tables(self) -> tuple[str, ...]:
        """Return the names of the tables that have rows; one inside another part of the document has a dotted name."""
        return tuple(dict.fromkeys(name for _, part in self._parts() for name in _names(part)))

    def table(self, name: str) -> pl.DataFrame:
        """Return a table by its name; a figure with an interval has a column each for mean, p05, p50 and p95.

        Raises UserError for a name that no table has.
        """
        if name not in self.tables:
            raise UserError([Issue("", 0, "table", f"'{name}'", *closest(name, self.tables))])
        rows = [{**about, **flat(row)} for about, part in self._parts() for row in _at(part, name)]
        return pl.DataFrame(rows, infer_schema_length=None)

    def _parts(self) -> Iterator[tuple[Document, Document]]:
        """Yield the parts of the document that have tables of their own, each with the columns that tell it from the others."""
        yield {}, self.document


@dataclass(frozen=True)
class Answer(Tabled, Generic[R]):
    """A result that is no run: what a model implies, one citizen's life."""

    result: R

    @cached_property
    def document(self) -> dict[str, Any]:
        """Return the result as its document."""
        return dict(document_of(self.result))

    def _parts(self) -> Iterator[tuple[Document, Document]]:
        """Yield the worlds of a life or the fits of goals one by one, or the whole document."""
        several = next((each for each in SEVERAL if each in self.document), None)
        if several is None:
            yield {}, self.document
        else:
            yield from (({SEVERAL[several]: part[SEVERAL[several]]}, part) for part in self.document[several])


def flat(row: Document) -> dict[str, Any]:
    """Return a row without rows inside it: a part's figures stand beside it, under its name and theirs.

    >>> flat({"year": 2019, "gross": {"mean": 2.0, "p05": 1.0}})
    {'year': 2019, 'gross_mean': 2.0, 'gross_p05': 1.0}
    """
    cells: dict[str, Any] = {}
    for key, value in row.items():
        cells |= {f"{key}_{name}": inside for name, inside in flat(value).items()} if isinstance(value, Mapping) else {key: value}
    return cells


def _names(part: Document, prefix: str = "") -> Iterator[str]:
    """Yield the dotted names of the lists of rows in a document."""
    for key, value in part.items():
        if isinstance(value, Mapping):
            yield from _names(value, f"{prefix}{key}.")
        elif isinstance(value, list) and value and all(isinstance(row, Mapping) for row in value):
            yield f"{prefix}{key}"


def _at(part: Document, name: str) -> list[Document]:
    """Return the rows of a table, none where this part has none."""
    found: Any = part
    for key in name.split("."):
        found = found.get(key, {})
    return list(found)
