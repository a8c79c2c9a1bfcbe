"""The chart of survival: a valid specification whose fields exist, a panel a state in its order, nothing drawn where nothing is known."""

from __future__ import annotations

from typing import Any

import polars as pl
import pytest

from simcase import charts

ROWS = [("Hjælp", 0, 1.0, 1.0), ("Hjælp", 1, 0.8, 0.9), ("Arbejde", 0, 1.0, 1.0), ("Arbejde", 1, 0.9, None)]


@pytest.fixture(params=["da", "en"])
def spec(request: pytest.FixtureRequest) -> dict[str, Any]:
    table = pl.DataFrame(ROWS, schema=["state", "week", "seen", "hazards"], orient="row")
    made: dict[str, Any] = charts.survival(table, request.param, "Landsbyen").to_dict(validate=True)
    return made


def test_every_field_exists(spec: dict[str, Any]) -> None:
    (rows,) = spec["datasets"].values()
    encoding = spec["spec"]["encoding"]
    used = {part["field"] for parts in encoding.values() for part in (parts if isinstance(parts, list) else [parts])}
    assert used | {spec["facet"]["field"]} <= rows[0].keys()
    assert len(rows) == 2 * len(ROWS)


def test_states_stand_in_their_order_and_axes_have_titles(spec: dict[str, Any]) -> None:
    assert spec["facet"]["sort"] == ["Hjælp", "Arbejde"]
    assert all(spec["spec"]["encoding"][axis]["title"] for axis in ("x", "y"))
    assert spec["spec"]["encoding"]["y"]["scale"]["domain"] == [0, 1]


def test_what_is_not_known_is_not_drawn(spec: dict[str, Any]) -> None:
    (rows,) = spec["datasets"].values()
    assert [row["share"] for row in rows if row["state"] == "Arbejde" and row["week"] == 1] == [0.9, None]


def test_the_description_names_the_states(spec: dict[str, Any]) -> None:
    assert "Hjælp, Arbejde" in spec["description"]
