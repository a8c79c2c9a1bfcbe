"""Tables as a page shows them."""

from __future__ import annotations

from collections.abc import Callable

from jinja2 import Environment

from simcase.present.table import Table, printed
from simcase.words import Words


def listing(environment: Environment, words: Words) -> Callable[[Table], str]:
    """Return what makes a table part of a page; whatever its cells say is escaped."""
    macro = environment.get_template("listing.html").module.listing  # type: ignore[attr-defined]
    return lambda table: macro(printed(table, words))
