"""A sensitivity analysis on a world small enough to say what must come out."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from click.testing import CliRunner
from scipy.stats import binom
from statistics_helper import agrees

from simcase.cli import main
from simcase.engine import Points
from simcase.errors import UserError
from simcase.evaluate import Question, Sensitivity, Swing, kept, sensitivity
from simcase.evaluate import simulate as at
from simcase.evaluate.factors import Factor, Factors, moved
from simcase.evaluate.sensitivity import screening
from simcase.study import run
from simcase.tidy import damaged_files, list_runs, remove_run
from tests.worlds import asked, initiative, move, scenario, state, write

PEOPLE = 2000
CALIBRATION = {
    "start": "2019-01-01",
    "end": "2019-12-31",
    "states": [state("work"), state("help")],
    "transitions": [move("help", "work", 0.5), move("work", "help", 0.1)],
    "stock": {"states": {"help": PEOPLE, "work": PEOPLE}},
}


def ranged(low: float, value: float, high: float) -> dict[str, float]:
    return {"value": value, "low": low, "high": high}


@pytest.fixture
def town(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    strong = initiative("strong", ["help"], ["work"], 1.0)
    strong["effects"][0]["hazard_ratio"] = ranged(0.5, 1.0, 2.0)
    weak = initiative("weak", ["help"], ["work"], 1.0)
    weak["effects"][0]["hazard_ratio"] = ranged(0.9, 1.0, 1.1)
    idle = initiative("idle", ["work"], ["help"], 1.0, target={"share": 0.0})
    idle["effects"][0]["hazard_ratio"] = ranged(0.5, 1.0, 2.0)
    write(tmp_path, CALIBRATION, {"all": scenario("strong", "weak", "idle"), "none": scenario()}, [strong, weak, idle])
    monkeypatch.chdir(tmp_path)


def found(method: str, size: int | None = None, against: str | None = None, replications: int = 4) -> Sensitivity:
    request = asked("all", replications=replications)
    return sensitivity(request, Question(method, "goal.help", against, size), lambda _done, _total: None)  # type: ignore[arg-type]


def row(analysis: Sensitivity, name: str) -> Swing:
    return next(each for each in analysis.rows if each.name == f"{name}.effects.0")


@pytest.fixture
def goals(town: None) -> None:  # noqa: ARG001 - the town's files are there first
    goal = {
        "id": "help",
        "label": "help",
        "states": ["help"],
        "count": "persons",
        "direction": "at_most",
        "threshold": 1,
        "date": "2019-12-31",
    }
    write(Path(), {**CALIBRATION, "goals": [goal]})


@pytest.mark.usefixtures("goals")
def test_the_tornado_ranks_by_what_each_unknown_moves() -> None:
    analysis = found("tornado")
    assert [each.name.split(".")[0] for each in analysis.rows] == ["strong", "weak", "idle"]
    strong, idle = row(analysis, "strong"), row(analysis, "idle")
    assert strong.first > strong.first_margin > 0.0 > -strong.second_margin > strong.second
    assert (idle.first, idle.second) == (row(analysis, "idle").second, row(analysis, "idle").first)
    assert abs(idle.first) < strong.second_margin + strong.first_margin


@pytest.mark.usefixtures("goals")
def test_screening_and_shares_agree_with_the_tornado() -> None:
    morris, sobol = found("morris", 4), found("sobol", 16)
    assert [each.name.split(".")[0] for each in morris.rows] == ["strong", "weak", "idle"]
    assert row(morris, "idle").first == 0.0
    assert row(sobol, "strong").second > 0.8
    assert row(sobol, "weak").second < 0.2
    assert row(sobol, "idle").second == 0.0


def test_what_a_screening_finds_holds_the_truth_nine_times_of_ten() -> None:
    """Effects that follow from what the others are: of a factor that is multiplied by what they add up to, half of them is the mean."""
    every = Factors(tuple(Factor(name, "number", 0.0, 0.5, 1.0) for name in "abcde"), np.zeros((0, 0)))
    rounds, inside = 300, 0
    for seed in range(rounds):
        design = screening(every, 4, seed)
        told = design.told(every, design, (design.sample[:, 0] * (2.0 + design.sample[:, 1:].sum(axis=1)))[:, None])
        (a,) = (each for each in told if each.name == "a")
        inside += abs(a.first - 4.0) <= a.first_margin
    agrees(inside, binom(rounds, 0.9), 0.15 * rounds, "coverage")


@pytest.mark.usefixtures("goals")
def test_a_baseline_without_the_unknowns_is_played_once() -> None:
    analysis = found("tornado", against="none")
    stored = [file.stat().st_size for file in Path("results").glob("*/*/points")]
    assert len(stored) == 2
    assert max(stored) == 7 * min(stored)
    assert row(analysis, "strong").second < 0.0


@pytest.mark.usefixtures("goals")
def test_points_are_not_played_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    first = found("tornado")

    def never(*_given: object) -> object:
        raise AssertionError("a point was played again")

    monkeypatch.setattr("simcase.engine.workers.replicated", never)
    assert found("tornado").rows == first.rows
    next(Path("results").glob("*/*/points")).unlink()
    with pytest.raises(AssertionError, match="played again"):
        found("tornado")


@pytest.mark.usefixtures("goals")
def test_an_interruption_keeps_finished_points(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = found("tornado")
    stored = next(Path("results").glob("*/*/points"))
    content = stored.read_bytes()
    stored.write_bytes(content[: len(content) // 2])
    played: list[int] = []
    original = at.play_points

    def counted(task: object, points: Points, left: list[int], request: object) -> object:
        played.extend(left)
        return original(task, points, left, request)  # type: ignore[arg-type]

    monkeypatch.setattr(at, "play_points", counted)
    assert found("tornado").rows == whole.rows
    assert len(played) == 4


@pytest.mark.usefixtures("goals")
@pytest.mark.parametrize("figure", ["nothing", "goal.hepl", "persons.nowhere", "net_result", "persons.a.b.c"])
def test_a_figure_that_is_none_is_refused(figure: str) -> None:
    with pytest.raises(UserError) as refused:
        sensitivity(asked("all"), Question("tornado", figure), lambda _done, _total: None)
    assert "--figure" in str(refused.value.issues[0])
    assert not Path("results").exists()


def test_unknowns_of_a_fit_follow_or_move_alone() -> None:
    each = (Factor("a", "fit", 0.0, 1.0, 2.0, 0.2), Factor("b", "fit", 0.0, 1.0, 2.0, 0.1), Factor("n", "number", 10.0, 20.0, 60.0))
    every = Factors(each, np.array([[0.04, 0.01], [0.01, 0.01]]))
    quantiles = np.array([[0.95, 0.5, 0.95], [0.5, 0.5, 0.05]])
    sd = 1.6448536269514722
    following = moved(every, quantiles, "following")
    np.testing.assert_allclose(following[0], [0.2 * sd, 0.05 * sd, 60.0])
    np.testing.assert_allclose(moved(every, quantiles, "alone")[0], [0.2 * sd, 0.0, 60.0])
    np.testing.assert_allclose(following[1], [0.0, 0.0, 10.0], atol=1e-15)
    normals = np.linspace(0.001, 0.999, 9)[:, None] * np.ones((9, 3))
    drawn = moved(every, normals, "jointly")
    factor = np.linalg.cholesky(every.covariance)
    np.testing.assert_allclose(drawn[4, :2], 0.0, atol=1e-12)
    np.testing.assert_allclose(drawn[0, 1] / drawn[0, 0], (factor[1, 0] + factor[1, 1]) / factor[0, 0])


@pytest.mark.usefixtures("goals")
def test_what_is_stored_is_whole_and_can_be_verified_and_removed() -> None:
    found("tornado")
    (run,) = list_runs(Path("results"))
    assert (run.status, run.folder.parent.name, damaged_files(run)) == ("finished", "sensitivity", [])
    points = run.folder / "points"
    content = points.read_bytes()
    points.write_bytes(content[:-1] + bytes([content[-1] ^ 1]))
    assert damaged_files(run) == ["points"]
    remove_run(run)
    assert not run.folder.exists()


@pytest.mark.usefixtures("goals")
def test_the_tornado_of_a_run_is_the_one_that_was_stored(monkeypatch: pytest.MonkeyPatch) -> None:
    request = asked("all", replications=4, uncertainty="all")
    assert kept(request) is None
    first = sensitivity(request, Question(), lambda _done, _total: None)
    sensitivity(replace(request, replications=2), Question(), lambda _done, _total: None)

    def never(*_given: object) -> object:
        raise AssertionError("a point was played again")

    monkeypatch.setattr("simcase.engine.workers.replicated", never)
    again = kept(replace(request, replications=19))
    assert again is not None
    assert (again.rows, again.replications) == (first.rows, 4)
    assert kept(replace(request, seed=5)) is None


@pytest.mark.usefixtures("goals")
@pytest.mark.parametrize("lang", ["da", "en"])
def test_a_run_too_small_for_a_tornado_says_so_and_the_chart_finds_what_is_stored(lang: str) -> None:
    world = ("--calibration", "town", "--results", "results", "--lang", lang)
    run(asked("all", replications=19, uncertainty="all"))
    drawing = ("chart", "all", "tornado", "-o", "tornado.csv", *world)
    few = CliRunner().invoke(main, drawing)
    assert few.exit_code == 2
    assert "simcase sensitivity all" in few.stderr or "varierede" in few.stderr or "varied" in few.stderr
    assert not Path("tornado.csv").exists()
    assert CliRunner().invoke(main, ["sensitivity", "all", "--replications", "4", "--workers", "1", *world, "-o", "own.csv"]).exit_code == 0
    assert CliRunner().invoke(main, drawing).exit_code == 0
    assert Path("tornado.csv").read_text(encoding="utf-8") == Path("own.csv").read_text(encoding="utf-8")
