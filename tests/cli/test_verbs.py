"""The verbs in a small world: data on stdout, remarks on stderr, exit codes, and no traceback for a user's mistake."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from simcase.cli import main

Call = Callable[..., Result]
HEAVY = {"altair", "babel", "numba", "numpy", "polars", "pydantic", "rich", "ruamel", "scipy", "simpy", "vl_convert"}
FEW = ("--replications", "2")


UNREAD = {"altair", "jinja2", "numba", "scipy", "simpy", "xlsxwriter", "simcase.declare.backtest", "simcase.declare.mapping"}
"""What a finished run is read and priced without."""


def imported_by(code: str) -> tuple[str, set[str]]:
    """Return what a program prints, and the modules that it imports."""
    code = f"import sys; {code}; print(*sys.modules, file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603 - our own code
    return done.stdout, set(done.stderr.split())


def test_what_a_finished_run_is_read_with_imports_neither_compiler_nor_charts() -> None:
    assert not UNREAD & imported_by("import simcase.study, simcase.present.tables_run, simcase.cli.deliver")[1]


def test_help_imports_nothing_heavy() -> None:
    printed, imported = imported_by("from simcase.cli import main; main(['--help', '--lang', 'en'], standalone_mode=False)")
    assert not HEAVY & imported
    assert not {name for name in imported if name.startswith("simcase.cli.")} - {
        "simcase.cli.help",
        "simcase.cli.mistakes",
        "simcase.cli.verbs",
    }, "help reads no verb"
    listed = [line.split(maxsplit=1)[0] for line in printed.split("Commands:\n")[1].split("\n\n")[0].splitlines()]
    assert listed == sorted(main.commands), "a line a verb"


def test_run_prints_persons_and_goals(village: Path, call: Call) -> None:
    done = call("run", "pushed", *FEW, "--from", "2021")
    assert done.exit_code == 0, done.stderr
    assert "With a push (pushed)" in done.stdout
    assert "At most 30 idle" in done.stdout
    assert "2020" not in done.stdout.split("At most 30 idle")[0]
    assert done.stderr.startswith("Results are stored in results/pushed/")
    assert any((village / "results" / "pushed").iterdir())


def test_json_and_csv_are_alone_on_stdout(village: Path, call: Call) -> None:
    document = json.loads(call("run", "plain", *FEW, "--json").stdout)
    assert document["run"]["replications"] == 2
    table = list(csv.DictReader(call("run", "plain", *FEW, "--csv").stdout.splitlines()))
    assert {row["state"] for row in table} == {"idle", "work"}
    assert village


def test_compare_runs_from_end_to_end(village: Path, call: Call) -> None:
    done = call("compare", "plain", "pushed", *FEW, "--lang", "da")
    assert done.exit_code == 0, done.stderr
    assert "'Med skub' mod 'Som nu' (2 kørsler): forskellen er størst for" in done.stdout
    same = call("compare", "plain", "plain", *FEW, "--quiet")
    assert "'As now' against 'As now' (2 runs): no difference in any run." in same.stdout
    assert same.stderr == ""
    assert village


def test_one_pair_of_runs_is_still_json(village: Path, call: Call) -> None:
    done = call("compare", "plain", "pushed", "--replications", "1", "--json")
    assert json.loads(done.stdout)["scenarios"][0]["run"]["scenario"] == "pushed"
    assert village


def test_explain_prints_states_and_initiatives(village: Path, call: Call) -> None:
    done = call("explain", "pushed")
    assert (done.exit_code, done.stderr) == (0, "")
    assert "Push (push): from 1 July 2020" in done.stdout
    assert "Exits to At work: 1.50 times the rate" in done.stdout
    assert village


def test_explain_prints_a_number_with_its_source(village: Path, call: Call) -> None:
    done = call("explain", "pushed", "transitions.idle.work.rate")
    called = "Move: Idle / At work / a year (transitions.idle.work.rate) With a push (pushed). Calibration village, without a fit."
    assert " ".join(done.stdout.split()) == f"{called} Value 2 (1-3) Grade C (national figures) Source a count"
    wrong = call("explain", "pushed", "transitions.idle.wrk.rate")
    assert (wrong.exit_code, wrong.stdout) == (2, "")
    assert "Did you mean" in wrong.stderr
    assert village


def test_chart_draws_a_stored_run(village: Path, call: Call) -> None:
    assert call("run", "pushed", *FEW, "--quiet").stderr == ""
    few = call("chart", "pushed", "headcount", "-o", "chart.svg")
    assert (few.exit_code, few.stdout, (village / "chart.svg").exists()) == (2, "", False)
    assert "of 2 replications with --uncertainty all, expected at least 19 that differ, for intervals" in few.stderr
    assert call("run", "pushed", "--replications", "19", "--quiet").stderr == ""
    done = call("chart", "pushed", "headcount", "-o", "chart.svg")
    assert (done.exit_code, done.stdout) == (0, "")
    assert "At work" in (village / "chart.svg").read_text(encoding="utf-8")
    assert call("chart", "pushed", "headcount", "-o", "chart.doc").exit_code == 2
    missing = call("chart", "plain", "headcount", "-o", "chart.svg")
    assert missing.exit_code == 1
    assert "simcase run plain" in missing.stderr


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("run", "pushd"), "Did you mean 'pushed'?"),
        (("run", "pushed", "--calibration", "town"), "found 'town'"),
        (("run", "pushed", "--from", "2020-13"), "'2020-13' is not a date"),
        (("run", "pushed", "--replications", "0"), "'0' is neither"),
        (("run", "pushed", "--json", "--csv"), "exclude each other"),
        (("compare", "plain", "pushd"), "Did you mean 'pushed'?"),
    ],
)
def test_a_mistake_is_told_and_nothing_is_run(village: Path, call: Call, words: tuple[str, ...], said: str) -> None:
    done = call(*words)
    assert (done.exit_code, done.stdout) == (2, "")
    assert said in done.stderr
    assert not (village / "results").exists()


def test_init_copies_what_is_shipped_and_overwrites_nothing(village: Path, call: Call) -> None:
    assert "`cd 'my plan'`, edit the files" in call("init", "my plan").stderr  # what is typed next works where it is typed
    done = call("init", "mine")
    assert (done.exit_code, done.stdout) == (0, "")
    assert (village / "mine" / "scenarios" / "kik-ii.yaml").is_file()
    again = call("init", "mine")
    assert again.exit_code == 2
    assert "something here already" in again.stderr
