"""`simcase calibrate` in a small town: what was reached on stdout, how far it is on stderr, and an exit code for what was missed."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, get_args

import pytest
from click.testing import Result
from worlds import TOWN, move, state, write

from simcase.calibrate import line_split
from simcase.declare.fitting import Measure, Target
from simcase.present.labels import Labels
from simcase.present.tables_fit import told_of

Call = Callable[..., Result]


def town(most: float) -> dict[str, Any]:
    """Return a town that is paid 9 million kroner a year in full, a tenth more than is asked for; the take-up is free up to a bound."""
    year = {"from": "2020-01-01", "until": "2020-12-31"}
    return {
        "start": "2020-01-01",
        "end": "2020-12-31",
        "states": [state("help", line="aid", ladder="benefit"), state("work", ladder="self_support")],
        "lines": [{"id": "aid", "label": "Aid"}],
        "transitions": [move("help", "work", 1e-6)],
        "stock": {"states": {"help": 75}},
        "rates": {"full": {"value": 10_000, "unit": "kr_per_month"}},
        "rate_classes": [{"id": "all", "states": ["help"], "pays": {"full": 1}}],
        "parameters": [
            {"id": "taken", "label": "Aid taken up", "kind": "take_up", "line": "aid", "prior": 0.5, "sd": 50, "low": 0.2, "high": most}
        ],
        "targets": [{"id": "plan", "measure": "municipality", "of": ["aid"], **year, "value": 8.1e6, "se": 8.1e4}],
    }


@pytest.fixture
def fit(folder: Path, call: Call, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """Fit the town with a bound on its take-up."""
    monkeypatch.setenv("SIMCASE_LANG", "en")

    def fitted(most: float, *words: str) -> Result:
        write(folder, town(most))
        return call("calibrate", TOWN, "--workers", "1", *words)

    return fitted


def test_a_fit_is_reported_and_written(folder: Path, fit: Callable[..., Result]) -> None:
    done = fit(2.0, "--fit", "mine")
    assert done.exit_code == 0, done.stderr
    lines = [" ".join(line.split()) for line in done.stdout.splitlines()]
    assert any(re.fullmatch(r"municipality's cost: Aid 8,100,000 8,(100,00|099,99)\d 0\.0 D plan", line) for line in lines)
    assert "Aid taken up 0.50 0.90 1 90% of the rate is paid" in lines
    assert "Aid taken up municipality's cost: Aid" in lines
    progress = done.stderr.splitlines()
    assert progress[0].startswith("Evaluation 1: weighted sum of squares 1,975.3")
    assert progress[-2] == f"The fit is stored in {Path('calibration', TOWN, 'fits', 'mine.yaml')}"
    frame = Path("calibration", TOWN, "calibration.yaml")
    assert progress[-1] == f"Use it with --fit mine, or write fit: mine in {frame}, and it is used where none is named"
    assert (folder / "calibration" / TOWN / "fits" / "mine.yaml").is_file()


def test_every_target_is_told_as_what_it_is(labels: Callable[[str, str], Labels]) -> None:
    def told(measure: str, of: Sequence[str], to: Sequence[str] = ()) -> str:
        year = {"from": "2020-01-01", "until": "2020-12-31", "value": 1, "se": 1}
        return told_of(Target.model_validate({"id": "x", "measure": measure, "of": of, "to": to, **year}), labels("t", "da"))

    assert told("full_time_persons", ["aid_a"]) == "fuldtidspersoner: Aid, ready"
    assert told("share_of_exits", ["aid_a"], ["job"]) == "andel af afgangen: Aid, ready til Job"
    assert told("persons", ["aid_a", "aid_b", "job", "pension"]) == "personer: Aid, ready; Aid, not ready og 2 andre"
    assert all("fit." not in told(measure, ["job"]) for measure in get_args(Measure))


def test_a_municipality_without_a_fit_is_fitted_to_what_it_counted(folder: Path, call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SIMCASE_LANG", "en")

    def fitted(usual: str | None, names: Sequence[str], *words: str) -> Result:
        world = town(2.0) | ({"fit": usual} if usual else {})
        targets = [world["targets"][0] | {"id": f"own.{name}", "fits": [name]} for name in names]
        write(folder, world | {"targets": [world["targets"][0] | {"value": 7.2e6, "se": 1.8e6}, *targets]})
        return call("calibrate", TOWN, "--workers", "1", *words)

    def by(done: Result) -> tuple[str, list[str]]:
        told = json.loads(done.stdout)
        return told["fit"], [each["id"] for each in told["targets"] if each["informs"]]

    counts = ["plan", "own.counts-2020"]
    assert by(fitted("prior", ["counts-2020"], "--json")) == ("counts-2020", counts)
    assert by(fitted("prior", ["counts-2020"], "--json", "--fit", "mine")) == ("mine", counts)
    assert by(fitted("spells", ["counts-2020"], "--json")) == ("spells", counts)
    assert by(fitted("plan", ["counts-2020", "plan"], "--json", "--fit", "mine")) == ("mine", ["plan", "own.plan"])
    beside = fitted("plan", ["counts-2020", "plan"]).stdout
    assert "They belong to: counts-2020." in " ".join(beside.split())
    one_of = "expected one of counts-2019, counts-2020."
    no_name = "expected a name for the fit; 'prior' is what is judged before the first."
    refused = [
        ("prior", ["counts-2019", "counts-2020"], (), f"found nothing, {one_of}"),
        (None, ["counts-2019", "counts-2020"], ("--fit", "else"), f"found 'else', {one_of}"),
        ("prior", [], (), f"found nothing, {no_name}"),
        ("prior", ["counts-2020"], ("--fit", "prior"), f"found 'prior', {no_name}"),
    ]
    for usual, names, words, said in refused:
        done = fitted(usual, names, *words)
        assert (done.exit_code, f"--fit: {said}" in " ".join(done.stderr.split())) == (2, True), done.stderr
    assert not (folder / "calibration" / TOWN / "fits" / "prior.yaml").exists()


def test_a_target_that_is_missed_is_named_and_gives_an_exit_code_of_its_own(fit: Callable[..., Result]) -> None:
    done = fit(0.7, "--json")
    assert done.exit_code == 3
    assert done.stderr.endswith("Not reached within two standard errors: municipality's cost: Aid\n")
    document = json.loads(done.stdout)
    assert (document["calibration"], document["fit"], document["seed"]) == (TOWN, TOWN, 1906)
    (unknown,) = document["parameters"]
    assert (unknown["id"], unknown["prior"], unknown["informed_by"]) == ("taken", 0.5, ["plan"])
    assert (unknown["fitted"], unknown["sd"]) == (pytest.approx(0.7, rel=1e-3), pytest.approx([50.0, 0.0125], rel=0.01))
    assert document["targets"][0]["deviation"] == pytest.approx(-22.2, abs=0.2)


def test_quiet_says_nothing_on_the_way(fit: Callable[..., Result]) -> None:
    assert fit(2.0, "--quiet").stderr == ""


@pytest.mark.usefixtures("folder")
def test_a_calibration_that_is_only_shipped_is_not_fitted(call: Call) -> None:
    done = call("calibrate")
    assert (done.exit_code, done.stdout) == (2, "")
    assert "simcase init" in done.stderr


def test_the_report_is_a_page_that_asks_for_nothing(folder: Path, fit: Callable[..., Result]) -> None:
    assert fit(2.0, "--output", "fit.html").exit_code == 0
    page = (folder / "fit.html").read_text(encoding="utf-8")
    assert page.startswith('<!DOCTYPE html>\n<html lang="en">')
    assert "90% of the rate is paid" in page
    assert "http" not in page.replace("http-equiv", "")


def test_a_page_that_cannot_be_written_stops_the_fit_before_it_begins(folder: Path, fit: Callable[..., Result]) -> None:
    wrong = {"fit.docx": "a file that ends in .html", "nowhere/fit.html": "found no folder 'nowhere', expected a folder that exists"}
    for name, said in wrong.items():
        done = fit(2.0, "--output", name)
        assert done.exit_code == 2
        assert said in done.stderr
    assert not (folder / "calibration" / TOWN / "fits").exists()


@pytest.mark.slow
def test_two_fits_are_set_side_by_side_by_price_and_volume(folder: Path, fit: Callable[..., Result], call: Call) -> None:
    assert fit(2.0, "--fit", "one").exit_code == 0
    file = folder / "calibration" / TOWN / "fits" / "one.yaml"
    dearer = re.sub("value: 0[.][0-9]+", "value: 1.8", file.read_text(encoding="utf-8").replace("fit: one", "fit: two"), count=1)
    file.with_name("two.yaml").write_text(dearer, encoding="utf-8")
    done = call("calibrate", TOWN, "--compare", "one", "two", "--json")
    assert done.exit_code == 0, done.stderr
    (line,) = json.loads(done.stdout)["lines"]
    # 75 persons at 10,000 kr. a month, nine tenths taken up, then twice as much: all of the difference is price.
    assert line["municipality"] == pytest.approx([8.1e6, 16.2e6], rel=1e-3)
    assert line["persons"] == pytest.approx([75, 75], abs=0.01)
    assert (line["volume"], line["price"]) == pytest.approx((0.0, 8.1e6), abs=1e4)


def test_price_and_volume_add_up_to_the_difference() -> None:
    split = line_split("aid", None, (100.0, 110.0), (1_000.0, 1_320.0))
    # Ten persons more at a mean price of 11; a person costs 2 more, for a mean of 105.
    assert (split.volume, split.price) == pytest.approx((110.0, 210.0))
