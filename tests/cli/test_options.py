"""How options read dates and numbers."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import click
import pytest
from click.testing import Result

from simcase import study
from simcase.cli.options import first_day, last_day
from simcase.errors import UserError

Call = Callable[..., Result]

WRONG = ("nan", "inf", "-inf", "1e308", "9" * 400, "9" * 5000, "-1", "", "x", "1.234,5", "½", "1_000", "0x10")
"""What no option takes that takes a number."""
NUMBERS = (
    *(("compare", "plain", "pushed", option) for option in ("--discount", "--replications", "--seed", "--workers")),
    *(("goals", "plain", "--solve", "push.effect", "--goal", "few", option) for option in ("--probability", "--up-to")),
    ("sensitivity", "plain", "--size"),
    ("trace", "plain", "--citizen"),
    ("trace", "plain", "--citizen", "1", "--replication"),
    ("followup", "plain", "--actuals", "a.csv", "--as-of", "2020-01", "--refund-lag"),
    ("results", "clean", "--older-than"),
    ("calibrate", "--seed"),
    ("init", "x", "--year"),
    ("init", "x", "--municipality", "Greve", "--population"),
    ("workshop", "--port"),
)


@pytest.mark.parametrize("words", NUMBERS, ids=lambda words: f"{words[0]} {words[-1]}")
@pytest.mark.parametrize("text", WRONG, ids=lambda text: text[:9])
def test_a_number_out_of_bounds_is_refused_with_one_sentence(village: Path, call: Call, words: tuple[str, ...], text: str) -> None:
    done = call(*words, text)
    assert (done.exit_code, done.stdout) == (2, "")
    said = done.stderr.splitlines()[-1]
    assert said.startswith(f"Error: Invalid value for '{words[-1]}'")
    assert len(said) < 300
    assert {path.name for path in village.iterdir()} == {"calibration", "scenarios"}


@pytest.mark.usefixtures("village")
def test_a_decimal_comma_is_told_how_to_be_written(call: Call) -> None:
    done = call("breakeven", "plain", "pushed", "--discount", "0,035")
    assert "'0,035' is not a number. Write 0.035: a point before decimals." in done.stderr


@pytest.mark.usefixtures("village")
@pytest.mark.parametrize("level", ["nan", "inf", "1e308", "9" * 400, "x", "0,5", ""])
def test_a_threshold_that_is_no_number_is_refused(call: Call, level: str) -> None:
    done = call("goals", "plain", "--threshold", f"few={level}")
    assert (done.exit_code, done.stdout) == (2, "")
    assert "is not GOAL=NUMBER" in done.stderr


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--threshold", "few=-1"), "--threshold few: found -1, expected a number of at least 0."),
        (("--threshold", "few=1.250"), "--threshold few: found 1.250, expected 1250 for thousands, or 1.25 for a decimal point."),
        (("--threshold", "few=1", "--threshold", "few=2"), "--threshold gives each goal one number."),
        (("--solve", "stock.states.idle", "--goal", "few", "--up-to", "1.250"), "found 1.250, expected 1250 for thousands"),
        (("--solve", "stock.states.idle", "--goal", "few", "--up-to", "1e9"), "found 1000000000, expected a number of at most 10000000."),
    ],
)
def test_a_number_asked_for_is_held_to_what_it_is_a_number_of(village: Path, call: Call, words: tuple[str, ...], said: str) -> None:
    done = call("goals", "plain", *words)
    assert (done.exit_code, done.stdout) == (2, "")
    assert said in done.stderr
    assert not (village / "results").exists()


@pytest.mark.parametrize(
    "more",
    [
        {"discount": math.nan},
        {"discount": -0.1},
        {"discount": 1.1},
        {"replications": 0},
        {"replications": 10**6},
        {"replications": 1.5},
        {"seed": -1},
        {"seed": 2**64},
        {"workers": 0},
    ],
)
def test_a_request_from_python_has_the_same_bounds(more: dict[str, Any]) -> None:
    (name,) = more
    with pytest.raises(UserError, match=f"--{name}: found .*, expected a"):
        study.Request("plain", **more)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2020", date(2020, 1, 1), date(2020, 12, 31)),
        ("2020-02", date(2020, 2, 1), date(2020, 2, 29)),
        ("2020-02-03", date(2020, 2, 3), date(2020, 2, 3)),
        ("03-02-2020", date(2020, 2, 3), date(2020, 2, 3)),
        ("3.2.2020", date(2020, 2, 3), date(2020, 2, 3)),
        ("02-2020", date(2020, 2, 1), date(2020, 2, 29)),
    ],
)
def test_a_month_or_year_stands_for_its_edge(text: str, first: date, last: date) -> None:
    assert (first_day(text), last_day(text)) == (first, last)


@pytest.mark.parametrize(
    "text", ["", "20", "2020-2", "2020-13", "2020-02-30", "2020-02-03-04", "0000", "feb 2020", "31-02-2020", "02-03-20"]
)
def test_anything_else_is_refused(text: str) -> None:
    for read in (first_day, last_day):
        with pytest.raises(click.BadParameter):
            read(text)


def test_a_shell_can_set_the_variable_of_every_option() -> None:
    from simcase.cli.verbs import main  # noqa: PLC0415 - every verb is imported

    def variables(command: click.Command) -> set[str]:
        found = {each.envvar for each in command.params if isinstance(each.envvar, str)}
        names = command.list_commands(click.Context(command)) if isinstance(command, click.Group) else []
        below = (command.get_command(click.Context(command), name) for name in names) if isinstance(command, click.Group) else ()
        return found.union(*(variables(each) for each in below if each))

    assert {"SIMCASE_LOG_FILE", "SIMCASE_LANG"} <= (found := variables(main))
    assert [name for name in found if not re.fullmatch("[A-Z][A-Z_]*", name)] == []
