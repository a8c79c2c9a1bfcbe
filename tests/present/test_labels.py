"""What things are called: an effect by the exits that it multiplies."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from worlds import TOWN, aided, initiative, move, scenario, state, write

from simcase.cli import main
from simcase.model import resolve, unknowns
from simcase.present.labels import labels_of
from simcase.words import Words


@pytest.mark.parametrize(("lang", "words"), [("da", ("afgang til", "og 2 andre")), ("en", ("exits to", "and 2 others"))])
def test_an_effect_is_called_by_its_exits_and_two_that_are_called_the_same_are_told_apart(
    folder: Path, lang: str, words: tuple[str, str]
) -> None:
    to, others = words
    ratio = {"value": 1.2, "low": 1.0, "high": 1.5, "source": "judgement: invented", "grade": "D"}
    calibration = aided(10, 10, 1_000.0)
    calibration["states"] += [state(name) for name in ("school", "flex", "pension")]
    calibration["transitions"] += [move("help", name, 0.1) for name in ("school", "flex", "pension")]
    exits = (["work"], ["work"], ["school", "flex"], ["work", "school", "flex", "pension"])
    effects = [{"exits_to": each, "hazard_ratio": ratio} for each in exits]
    push = {**initiative("push", ["help"], ["work"], 1.2), "effects": effects}
    write(folder, calibration, {"tried": scenario("push")}, [push])
    model = resolve("tried", calibration=TOWN)
    labels = labels_of(model, Words(lang))
    assert [labels.unknown(name) for name in unknowns(model)] == [
        f"push: {to} work (1)",
        f"push: {to} work (2)",
        f"push: {to} school, flex",
        f"push: {to} work, school {others}",
    ]
    assert labels.unknown("exit.help") == "exit.help"


def test_what_another_municipality_has_lent_is_told_beneath_the_figures(folder: Path) -> None:
    assert labels_of(resolve("as-is"), Words("da")).lent[0] == 0
    assert CliRunner().invoke(main, ["init", ".", "--municipality", "Fjordby", "--year", "2022", "--population", "8000"]).exit_code == 0
    lent, numbers = labels_of(resolve("as-is", calibration="fjordby-2022"), Words("da")).lent
    assert numbers / 2 < lent < numbers
    for verb in ("run", "explain"):
        more = ["--replications", "1", "--results", str(folder / "results")] if verb == "run" else []
        words = [verb, "as-is", "--calibration", "fjordby-2022", "--lang", "da", *more]
        said = " ".join(CliRunner().invoke(main, words, catch_exceptions=False).stdout.split())
        assert f"{lent} af {numbers} tal om borgerne og deres skift er lånt af en anden kommune" in said
