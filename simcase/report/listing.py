"""Tables as a page shows them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from jinja2 import Environment

from simcase.present.table import Look, Row, Table, figures, printed, texts
from simcase.words import Words


class Line(NamedTuple):
    """A row of a table: its cells as written, and how it looks (`strong`, `faint` or plain)."""

    cells: Sequence[str]
    looks: Look = ""


class Listing(NamedTuple):
    """A table as written: its title, the heads of its columns, of which the first so many are texts, its rows, a remark beneath."""

    title: str
    heads: Sequence[str]
    rows: Sequence[Line]
    texts: int = 1
    below: str = ""

    def as_table(self) -> Table:
        """Return it as a table."""
        columns = [*texts(*self.heads[: self.texts]), *figures(*self.heads[self.texts :])]
        return Table("", self.title, columns, [Row(*row) for row in self.rows], below=self.below)


def listing(environment: Environment, words: Words) -> Callable[[Table | Listing], str]:
    """Return what makes a table part of a page; whatever its cells say is escaped."""
    macro = environment.get_template("listing.html").module.listing  # type: ignore[attr-defined]
    return lambda table: macro(printed(table if isinstance(table, Table) else table.as_table(), words))
