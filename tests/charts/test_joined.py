"""Parts are put together as altair does it, to the byte."""

from __future__ import annotations

from typing import Any

import altair as alt
import polars as pl
import pytest

from simcase.charts.joined import FIELDS, joined

ONE, OTHER = (pl.DataFrame({"x": [1, 2], "y": [number, 4]}) for number in (3, 5))


def layers(*tables: pl.DataFrame | None) -> list[alt.Chart]:
    return [
        alt.Chart(alt.Undefined if table is None else table).mark_bar(color="red", opacity=0.5).encode(x=alt.X("x:Q"), y=alt.Y("y:Q"))
        for table in tables
    ]


@pytest.mark.parametrize("kind", FIELDS)
def test_parts_stand_as_altair_puts_them_and_data_once(kind: Any) -> None:  # noqa: ANN401 - four kinds of charts
    for tables, data in (((ONE, ONE), None), ((ONE, OTHER), None), ((ONE, None), ONE), ((ONE,), None)):
        looks = {"title": "As it is"} | ({} if data is None else {"data": data})
        theirs = kind(**{FIELDS[kind]: layers(*tables)}, **looks).to_dict()
        assert joined(kind, layers(*tables), **looks).to_dict() == theirs
