"""How the shared options read dates."""

from __future__ import annotations

from datetime import date

import click
import pytest

from simcase.cli.options import _first_day, last_day


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2020", date(2020, 1, 1), date(2020, 12, 31)),
        ("2020-02", date(2020, 2, 1), date(2020, 2, 29)),
        ("2020-02-03", date(2020, 2, 3), date(2020, 2, 3)),
    ],
)
def test_a_month_or_year_stands_for_its_edge(text: str, first: date, last: date) -> None:
    assert (_first_day(text), last_day(text)) == (first, last)


@pytest.mark.parametrize("text", ["", "20", "2020-2", "2020-13", "2020-02-30", "2020-02-03-04", "0000", "feb 2020"])
def test_anything_else_is_refused(text: str) -> None:
    for read in (_first_day, last_day):
        with pytest.raises(click.BadParameter):
            read(text)
