"""The chart of a life: a valid specification whose fields exist, every world on the same lanes, and what goes on drawn to the end."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import altair as alt
import pytest

from simcase import charts
from simcase.study.results import LifeHistory, Participation, Spell

LABELS = {"aid": "Hjælp", "job": "Arbejde", "course": "Kursus"}
DAYS = (date(2020, 1, 1), date(2021, 12, 31))
MOVED = date(2020, 6, 1)
BEFORE = LifeHistory("before", *DAYS, (Spell("aid", DAYS[0], None, 731.0),), ())
AFTER = LifeHistory(
    "after",
    *DAYS,
    (Spell("aid", DAYS[0], MOVED, 152.0), Spell("job", MOVED, None, 579.0)),
    (Participation("course", date(2020, 2, 3), date(2020, 5, 4), "completed"),),
)


@pytest.fixture(params=["da", "en"])
def spec(request: pytest.FixtureRequest) -> dict[str, Any]:
    worlds, parted = (BEFORE, AFTER), date(2020, 2, 3)
    drawn: alt.VConcatChart = charts.life(worlds, ["Før", "Efter"], parted, request.param, "Simuleret borger nr. 7", LABELS)
    made: dict[str, Any] = drawn.to_dict(validate=True)
    return made


def layers(spec: dict[str, Any]) -> Iterator[tuple[list[dict[str, Any]], dict[str, Any]]]:
    """Yield the rows and the encoding of each layer."""
    yield from ((spec["datasets"][layer["data"]["name"]], layer["encoding"]) for panel in spec["vconcat"] for layer in panel["layer"])


def test_every_field_exists(spec: dict[str, Any]) -> None:
    for rows, encoding in layers(spec):
        used = {part["field"] for parts in encoding.values() for part in (parts if isinstance(parts, list) else [parts])}
        assert used
        assert all(used <= row.keys() for row in rows)


def test_every_world_has_the_same_lanes_and_programmes_come_last(spec: dict[str, Any]) -> None:
    lanes = [encoding["y"]["scale"]["domain"] for _, encoding in layers(spec) if "y" in encoding]
    assert all(lane == lanes[0] for lane in lanes)
    assert lanes[0][:2] == ["Hjælp", "Arbejde"]
    assert lanes[0][2] in {"Kursus (indsats)", "Kursus (initiative)"}


def test_what_goes_on_is_drawn_to_the_end(spec: dict[str, Any]) -> None:
    ends = {row["to"][:10] for rows, _ in layers(spec) for row in rows if "to" in row}
    assert ends == {"2020-05-04", "2020-06-01", "2022-01-01"}


def test_the_line_stands_where_the_lives_part_and_the_text_says_so(spec: dict[str, Any]) -> None:
    lines = [rows[0]["from"][:10] for rows, encoding in layers(spec) if "y" not in encoding]
    assert lines == ["2020-02-03", "2020-02-03"]
    assert "februar 2020" in spec["description"] or "February 2020" in spec["description"]
    assert "findes ikke" in str(spec["title"]) or "no such person" in str(spec["title"])


def test_a_life_alone_has_no_line() -> None:
    spec = charts.life([AFTER], ["Efter"], None, "da", "Simuleret borger nr. 7", LABELS).to_dict()
    assert all("y" in encoding for _, encoding in layers(spec))
