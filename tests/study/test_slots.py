"""Job slots: more of them than citizens who can take one change nothing, and the report says who bound."""

from __future__ import annotations

from io import StringIO
from pathlib import Path

import pytest
from rich.console import Console
from worlds import aided, asked, initiative, play, scenario, stored, write

from simcase import study
from simcase.cli.terminal import render
from simcase.present.labels import labels_of
from simcase.present.tables_compare import compare_parts
from simcase.study.identity import resolved
from simcase.vocabulary import document_of
from simcase.words import Words

WORLD = aided(60, 40, 1_000)


@pytest.fixture
def world(folder: Path) -> Path:
    """Return a town of a hundred citizens in which few, many and twice as many small jobs may be offered."""
    after = {"weeks": 26, "effects": [{"exits_to": ["work"], "hazard_ratio": 2.0}]}
    offers = [
        initiative(name, ["help"], ["work"], 1.0, kind="programme", programme={"slots_per_year": slots, "weeks": 13, "after": [after]})
        for name, slots in (("few", 20), ("many", 5_000), ("twice", 10_000))
    ]
    for each in offers:
        each["effects"] = []
    write(folder, WORLD, {name: scenario(name) for name in ("few", "many", "twice")}, offers)
    return folder


@pytest.mark.usefixtures("world")
def test_twice_as_many_slots_as_more_than_enough_change_nobodys_life() -> None:
    few, many, twice = (play(name, replications=3) for name in ("few", "many", "twice"))
    for table in ("persons", "flows", "cells", "population"):
        assert stored(many.folder)[f"{table}.parquet"] == stored(twice.folder)[f"{table}.parquet"], table
        assert table == "population" or stored(few.folder)[f"{table}.parquet"] != stored(many.folder)[f"{table}.parquet"], table


@pytest.mark.usefixtures("world")
@pytest.mark.parametrize(("name", "bound", "said"), [("many", "eligible", "eligible citizens"), ("few", "places", "places")])
def test_a_comparison_says_what_bound(name: str, bound: str, said: str) -> None:
    found = study.compare(asked("as-is", replications=3), [name])
    document = document_of(found.result)
    rows = document["scenarios"][0]["programmes"]
    assert {row["bound_by"] for row in rows[1:]} == {bound}
    labels = [labels_of(resolved(asked(each)), Words("en")) for each in ("as-is", name)]
    shown = StringIO()
    Console(width=120, file=shown).print(*render(compare_parts(found.result, labels, "current"), labels[0].words))
    assert said in shown.getvalue()
