"""What moved a forecast between two calibrations is told apart, and adds up."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from worlds import AS_IS, after, move, state

from simcase import study
from simcase.calibrate import GROUPS, LineAttribution, attribute
from simcase.cli import main
from simcase.errors import UserError

Tree = dict[str, Any]
WORLD: Tree = {
    "start": "2019-01-01",
    "end": "2020-12-31",
    "states": [state("help", line="aid", ladder="benefit"), state("work", ladder="self_support")],
    "lines": [{"id": "aid", "label": "Aid"}],
    "transitions": [move("help", "work", 1.0), move("work", "help", 0.2)],
    "stock": {"states": {"help": 300, "work": 700}},
    "rates": {"full": {"value": 10_000, "unit": "kr_per_month"}},
    "rate_classes": [{"id": "all", "states": ["help"], "pays": {"full": 1}}],
    "index": {"years": {"2019": 1, "2020": 1}},
    "rules": [after("limit", "help", 104, "work")],
}
DEARER = {"index": {"years": {"2019": 1, "2020": 1.1}}}
STRICTER = {"rules": [after("limit", "help", 13, "work")]}
MORE = {"stock": {"states": {"help": 400, "work": 700}}}
Moves = Callable[..., list[LineAttribution]]


@pytest.fixture
def moves(folder: Path) -> Moves:
    """Write a world and a changed one, and return what moved in the second of their years."""

    def between(**changes: object) -> list[LineAttribution]:
        for name, tree in (("old", WORLD), ("new", {**WORLD, **changes})):
            file = folder / "calibration" / name / f"{name}.yaml"
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(json.dumps(tree), encoding="utf-8")
        request = study.Request(AS_IS, "old", replications=20, workers=1, uncertainty="chance")
        return [row for row in attribute(request, ("old", "new"), lambda _done, _of: None).lines if row.year == 2020]

    return between


@pytest.mark.parametrize(("changes", "group", "sign"), [(MORE, "data", 1), (DEARER, "economy", 1), (STRICTER, "policy", -1)])
def test_one_change_is_one_part(moves: Moves, changes: Tree, group: str, sign: int) -> None:
    for row in moves(**changes):
        assert sign * (row.municipality[1] - row.municipality[0]) > row.half_width
        assert row.parts == pytest.approx(dict.fromkeys(GROUPS, 0.0) | {group: row.municipality[1] - row.municipality[0]})


def test_a_tenth_on_the_index_is_a_tenth_of_the_cost(moves: Moves) -> None:
    row = moves(**DEARER)[0]
    assert row.municipality[1] == pytest.approx(1.1 * row.municipality[0])


def test_several_changes_add_up(moves: Moves) -> None:
    for row in moves(**MORE, **DEARER, **STRICTER):
        assert sum(row.parts.values()) == pytest.approx(row.municipality[1] - row.municipality[0])
        assert all(row.parts[group] for group in ("data", "economy", "policy"))
        assert row.parts["model"] == 0.0


def test_what_pays_for_a_state_is_the_models(moves: Moves) -> None:
    states = [state("help", ladder="benefit"), state("work", ladder="self_support")]
    for row in moves(states=states):
        assert row.municipality[1] == 0.0
        assert row.parts == pytest.approx(dict.fromkeys(GROUPS, 0.0) | {"model": -row.municipality[0]})


def test_other_states_cannot_be_compared(moves: Moves) -> None:
    with pytest.raises(UserError, match="found states away in one of the two alone, expected calibrations with the same states"):
        moves(states=[*WORLD["states"], state("away")])


@pytest.mark.slow
def test_the_command_line_tells_the_parts(moves: Moves) -> None:
    moves(**DEARER)
    done = CliRunner(env={"COLUMNS": "100", "SIMCASE_LANG": "en"}).invoke(
        main, ["calibrate", "--compare", "old", "new"], catch_exceptions=False
    )
    assert done.exit_code == 0
    assert "net spending in 2020 under two calibrations" in done.stdout
    assert "Each part is the average" in " ".join(done.stdout.split())
    document = json.loads(CliRunner().invoke(main, ["calibrate", "--compare", "old", "new", "--json"], catch_exceptions=False).stdout)
    assert document["calibrations"] == ["old", "new"]
    assert {row["year"] for row in document["lines"]} == {2019, 2020}
