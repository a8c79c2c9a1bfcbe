"""A scenario at every setting of its levers: points are runs, what lies between is read off linearly, and the error is measured."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from worlds import aided, asked, initiative, play, scenario, write

from simcase import report, study
from simcase.cli import main
from simcase.errors import RunError, UserError
from simcase.study.grid import Grid, errors, grid, interpolate, net_result
from simcase.vocabulary import document_of

COST = 90_000.0
WORLD = aided(300, 200, 1_000.0)
PUSH = initiative("push", ["help"], ["work"], 1.5, costs=[{"year": 2019, "line": "aid", "kroner": COST}])


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> Iterator[study.Shown]:
    """Give the pushed scenario beside the plain one, in a town whose folder is the current one meanwhile."""
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(tmp_path_factory.mktemp("town"))
        yield founded()


def founded() -> study.Shown:
    """Found the town in the current folder and return the pushed scenario beside the plain one."""
    write(Path(), WORLD, {"plain": scenario(), "pushed": scenario("push", based_on="plain")}, [PUSH])
    for name in ("plain", "pushed"):
        play(name, replications=20)
    return study.open_runs(["plain", "pushed"], asked())[1]


def played(shown: study.Shown) -> Grid:
    return grid(shown, study.silent)


def test_every_point_is_a_run_and_the_scenario_stays_its_newest(shown: study.Shown) -> None:
    found = played(shown)
    assert [lever.kind for lever in found.levers] == ["strength", "delay"]
    assert (len(found.points), len(found.between)) == (9, 4)
    folders = sorted(Path("results/pushed@moved").iterdir())
    assert len(folders) == 9 + 4 - 1, "the scenario as it is was there"
    before = {folder: (folder / "finished.json").stat().st_mtime_ns for folder in folders}
    assert played(shown) == found
    assert {folder: (folder / "finished.json").stat().st_mtime_ns for folder in sorted(Path("results/pushed@moved").iterdir())} == before
    assert study.open_runs(["pushed"], asked())[0].folder == shown.folder


def test_the_assumed_point_says_what_the_comparison_says(shown: study.Shown) -> None:
    found = played(shown)
    figures = found.points[found.assumed]
    row = next(row for row in document_of(shown.result)["difference"]["budget"] if (row["line"], row["year"]) == ("aid", 2020))
    assert figures.lines["aid"][:3] == [row["persons"][name] for name in ("mean", "p05", "p95")]
    case = [row for row in document_of(shown.result)["business_case"] if row["payer"] == "municipality"]
    assert figures.cumulated[-1][0] == pytest.approx(sum(row["net"]["mean"] for row in case))
    assert net_result(figures) == pytest.approx(sum(row["net"]["mean"] for row in case))
    assert figures.cost == figures.spent[-1] == pytest.approx(COST)
    persons = sum(row["mean"] for row in document_of(shown.result)["persons"] if row["state"] == "help" and row["month"] == "2020-12")
    assert figures.persons[-1][0] == pytest.approx(persons)


def test_an_effect_of_nothing_leaves_the_cost_alone(shown: study.Shown) -> None:
    found = played(shown)
    assert net_result(found.points[0.0, 0.0]) == pytest.approx(-COST)
    assert set(found.points[0.0, 0.0].lines["aid"][:3]) == {0.0}
    half = net_result(found.points[0.0, 6.0])
    assert half == pytest.approx(-COST * 184 / 365), "a start on 1 July spends what the rest of the year costs"


def test_what_lies_between_is_read_off_linearly_and_its_error_is_measured(shown: study.Shown) -> None:
    found = played(shown)
    corners = [net_result(found.points[strength, delay]) for strength in (1.0, 2.0) for delay in (0.0, 6.0)]
    assert interpolate(found, (1.5, 3.0), net_result) == pytest.approx(sum(corners) / 4)
    assert interpolate(found, (2.0, 12.0), net_result) == net_result(found.points[2.0, 12.0])
    assert interpolate(found, (1.25, 0.0), net_result) == pytest.approx(
        0.75 * net_result(found.points[1.0, 0.0]) + 0.25 * net_result(found.points[2.0, 0.0])
    )
    told = {error.figure: error for error in errors(found)}
    off = [abs(interpolate(found, point, net_result) - net_result(figures)) for point, figures in found.between.items()]
    nets = [net_result(figures) for figures in found.points.values()]
    assert told["net"].largest == pytest.approx(max(off))
    assert told["net"].mean == pytest.approx(sum(off) / 4)
    assert told["net"].range == pytest.approx(max(nets) - min(nets))
    assert 0.0 < told["net"].mean <= told["net"].largest < told["net"].range


@pytest.mark.usefixtures("shown")
def test_a_dearer_initiative_nets_what_is_read_off_less_what_more_is_spent() -> None:
    write(
        Path(),
        None,
        {"dear": scenario("dear", based_on="plain")},
        [{**PUSH, "id": "dear", "costs": [{**PUSH["costs"][0], "kroner": 1.4 * COST}]}],
    )
    play("dear", replications=20)
    results = Path("results")
    cheap, dear = (played(study.open_runs(["plain", name], asked(results=results))[1]) for name in ("pushed", "dear"))
    for point, figures in cheap.points.items():
        assert net_result(dear.points[point]) == pytest.approx(net_result(figures) - 0.4 * figures.cost)
        moved = [values[0] - 0.4 * spent for values, spent in zip(figures.cumulated, figures.spent, strict=True)]
        assert [values[0] for values in dear.points[point].cumulated] == pytest.approx(moved)


@pytest.mark.usefixtures("folder")
def test_what_cannot_be_moved_is_refused_before_anything_is_played() -> None:
    shown = founded()
    same = study.open_runs(["plain", "plain"], asked())[1]
    with pytest.raises(UserError, match="without anything to move"):
        study.grids([shown, same], study.silent)
    write(Path(), {**WORLD, "stock": {"states": {"help": 301, "work": 200}}})
    with pytest.raises(RunError, match="files or code have changed"):
        study.grids([shown], study.silent)
    assert not Path("results/pushed@moved").exists()


def test_the_verb_writes_the_page_and_says_what_it_needs(shown: study.Shown) -> None:
    def called(*words: str) -> tuple[int, str]:
        done = CliRunner().invoke(
            main, ["report", "--interactive", *words, "--calibration", "town", "--uncertainty", "chance", "--lang", "en"]
        )
        return done.exit_code, done.stderr

    assert shown.baseline is not None
    for words, said in (
        (("pushed", "-o", "x.html"), "name the baseline first"),
        (("plain", "pushed", "-o", "x.xlsx"), "must end in .html"),
    ):
        code, message = called(*words)
        assert code == 2
        assert said in message
    assert not list(Path().glob("x.*"))
    assert called("plain", "pushed", "-o", "x.html")[0] == 0
    page = Path("x.html").read_text(encoding="utf-8")
    assert "simcase report plain pushed --calibration town --uncertainty chance --interactive -o x.html" in page
    assert "Error, largest" in page
    (found,) = study.grids([shown], study.silent)
    told = {error.figure: error for error in errors(found)}
    assert f"<td>{told['net'].largest / 1e6:.2f}</td>" in page
    assert page == report.moving_page([shown.baseline, shown], [found], "en")
