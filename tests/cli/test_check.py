"""What `simcase check` finds, and what it says where there is nothing to find."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Call = Callable[..., Result]


def misspell(village: Path, name: str, word: str, instead: str) -> None:
    file = village / name
    text = file.read_text(encoding="utf-8")
    assert word in text
    file.write_text(text.replace(word, instead), encoding="utf-8")


@pytest.mark.parametrize(
    ("references", "files"),
    [
        ((), 4),
        (("plain",), 1),
        (("plain+pushed", "as-is"), 2),
        (("./scenarios/pushed.yaml", "push", "village"), 3),
        (("scenarios/initiatives/push.yaml", "calibration/village", "calibration/village/calibration.yaml"), 2),
    ],
)
def test_good_files_are_counted_once(village: Path, call: Call, references: tuple[str, ...], files: int) -> None:
    done = call("check", *references)
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout == f"No problems. Files checked: {files}.\n"
    assert village


@pytest.mark.parametrize(
    ("name", "word", "instead", "where", "hint"),
    [
        ("scenarios/pushed.yaml", "based_on:", "basedon:", "scenarios/pushed.yaml:4 basedon", "based_on"),
        ("scenarios/pushed.yaml", "[push]", "[pushh]", "scenarios/pushed.yaml:5 initiatives.0", "push"),
        ("scenarios/initiatives/push.yaml", "window", "windov", "scenarios/initiatives/push.yaml:5 windov", "window"),
        ("scenarios/initiatives/push.yaml", "[work]", "[wrk]", "scenarios/initiatives/push.yaml:7 effects.0.exits_to.0", "work"),
        ("calibration/village/calibration.yaml", "to: work", "to: wrk", "calibration/village/calibration.yaml:9 transitions.0.to", "work"),
    ],
)
def test_a_misspelt_word_is_found_at_its_line(village: Path, call: Call, name: str, word: str, instead: str, where: str, hint: str) -> None:
    misspell(village, name, word, instead)
    done = call("check")
    assert (done.exit_code, done.stdout) == (2, "")
    assert f"{where}: found" in done.stderr
    assert f"Did you mean '{hint}'?" in done.stderr


@pytest.mark.parametrize(
    ("name", "word", "instead", "hint"),
    [
        ("scenarios/initiatives/push.yaml", "[idle]", "[ledig]", "Mente du 'idle' (Ledig)?"),
        ("scenarios/pushed.yaml", "[push]", "[skub]", "Mente du 'push' (Skub)?"),
        ("calibration/village/calibration.yaml", "to: work", "to: arbejde", "Mente du 'work' (I arbejde)?"),
    ],
)
def test_what_a_table_calls_it_is_told_by_its_name(village: Path, call: Call, name: str, word: str, instead: str, hint: str) -> None:
    misspell(village, name, word, instead)
    assert hint in " ".join(call("check", "--lang", "da").stderr.split())
    assert "Mente du 'pushed' (Med skub)?" in call("run", "Med skub", "--lang", "da").stderr


def test_names_that_are_not_known_are_told_with_whatever_else_is_wrong_and_once(village: Path, call: Call) -> None:
    misspell(village, "scenarios/initiatives/push.yaml", "hazard_ratio: 1.5", 'hazard_ratio: "1,5"')
    misspell(village, "scenarios/initiatives/push.yaml", "[work]", "[arbejde, årbejde]")
    misspell(village, "scenarios/plain.yaml", "title:", "titel: x\ninitiatives: [skub]\ntitle:")
    told = call("check", "pushed", "push", "plain").stderr
    assert "push.yaml:7 effects.0.hazard_ratio: found '1,5'" in told
    assert "push.yaml:7 effects.0.exits_to.0: found 'arbejde', expected one of idle, work. Did you mean 'work' (At work)?" in told
    assert told.count("effects.0.exits_to.1: ") == 1
    assert "plain.yaml:2 titel: found key 'titel'" in told
    assert "plain.yaml:3 initiatives.0: found 'skub'" in told
    misspell(village, "scenarios/pushed.yaml", "based_on:", "basedon:")
    assert "initiatives.0" not in call("check", "pushed").stderr  # an initiative that is wrong is known


VERBS = (
    ("explain", "plain"),
    ("run", "plain"),
    ("compare", "plain", "pushed"),
    ("goals", "plain"),
    ("breakeven", "plain", "pushed"),
    ("portfolio", "plain", "--choose", "push", "--by", "net"),
    ("sensitivity", "plain"),
    ("forecast", "plain", "--counts", "accounts.csv", "--to", "2021-12"),
    ("followup", "plain", "--actuals", "accounts.csv", "--as-of", "2020-06-30"),
    ("trace", "plain", "--citizen", "1"),
)


def test_every_verb_tells_unknown_names_with_what_else_is_wrong(village: Path, call: Call) -> None:
    misspell(
        village,
        "scenarios/plain.yaml",
        "title:",
        "titel: x\ninitiatives: [skub]\nbased_on: nowhere\nchanges: [{path: transitions.idel, times: 2, why: a guess}]\ntitle:",
    )
    (village / "accounts.csv").write_text("month,line,kroner\n2020-01,aid,1\n", encoding="utf-8")
    silent = {}
    for verb in VERBS:
        told = call(*verb).stderr
        missing = [wrong for wrong in ("plain.yaml:2 titel: found key", "plain.yaml:3 initiatives.0: found 'skub'") if wrong not in told]
        missing += [] if "changes.0: found 'idel'" in told else ["changes.0"]
        if missing:
            silent[verb] = told
    assert not silent
    misspell(village, "scenarios/plain.yaml", "titel: x\n", "")
    told = call("run", "plain").stderr
    assert "based_on: found 'nowhere'" in told
    assert "initiatives.0: found 'skub'" in told


def test_initiatives_of_a_scenario_that_is_wrong_are_told_with_it(village: Path, call: Call) -> None:
    misspell(village, "scenarios/pushed.yaml", "title", "titel")
    misspell(village, "scenarios/initiatives/push.yaml", "[work]", "[wrk]")
    for verb in ("check", "run"):
        told = call(verb, "pushed").stderr
        assert "pushed.yaml:2 titel" in told
        assert "push.yaml:7 effects.0.exits_to.0: found 'wrk'" in told
    misspell(village, "scenarios/initiatives/push.yaml", "window", "windov")
    assert "push.yaml:5 windov" in call("run", "pushed").stderr


def test_problems_of_both_scenarios_are_told_at_once(village: Path, call: Call) -> None:
    for name in ("plain", "pushed"):
        misspell(village, f"scenarios/{name}.yaml", "title", "titel")
    both = ("plain", "pushed")
    for verb in (("compare", *both), ("breakeven", *both), ("trace", *both, "--citizen", "1"), ("run", "plain+pushed")):
        told = call(*verb).stderr
        assert "plain.yaml:2 titel" in told, verb
        assert "pushed.yaml:2 titel" in told, verb


def test_problems_of_all_files_are_told_at_once(village: Path, call: Call) -> None:
    misspell(village, "scenarios/plain.yaml", "title", "titel")
    misspell(village, "scenarios/initiatives/push.yaml", "id: push", "id: shove")
    done = call("check", "--lang", "da")
    assert done.exit_code == 2
    assert "scenarios/plain.yaml:2 titel" in done.stderr
    assert "scenarios/initiatives/push.yaml:2 id: fundet 'shove', ventet 'push', filens navn" in done.stderr
    assert "fejl, intet blev kørt)" in done.stderr


def test_a_calibration_that_others_are_based_on_may_be_incomplete(village: Path, call: Call) -> None:
    base = village / "calibration" / "land"
    base.mkdir()
    (base / "states.yaml").write_text("start: 2019-01-01\nlines: [{id: aid, label: Aid}]\n", encoding="utf-8")
    alone = call("check", "land")
    misspell(village, "calibration/village/calibration.yaml", "start:", "based_on: land\nstart:")
    used = call("check")
    assert (alone.exit_code, used.exit_code) == (2, 0), used.stderr
    assert "found no section 'stock'" in alone.stderr


def test_rules_without_people_may_be_checked_before_anything_is_based_on_them(village: Path, call: Call) -> None:
    base = village / "calibration" / "land"
    base.mkdir()
    (base / "states.yaml").write_text("lines: [{id: aid, label: Aid}]\n", encoding="utf-8")
    assert call("check", "land").exit_code == 0
    (base / "states.yaml").write_text("lines: [{id: aid, labell: Aid}]\n", encoding="utf-8")
    assert "labell" in call("check", "land").stderr


def another_place(village: Path) -> None:
    """Write a hamlet with states of its own, and rules on which nothing is based."""
    text = (village / "calibration" / "village" / "calibration.yaml").read_text(encoding="utf-8")
    hamlet, land = (village / "calibration" / name / "calibration.yaml" for name in ("hamlet", "land"))
    hamlet.parent.mkdir()
    hamlet.write_text(text.replace("idle", "ill").replace("Idle", "Ill").replace("The village", "The hamlet"), encoding="utf-8")
    land.parent.mkdir()
    land.write_text("lines: [{id: aid, label: Aid}]\n", encoding="utf-8")


def test_what_is_for_a_calibration_is_held_against_it_whichever_is_chosen(village: Path, call: Call) -> None:
    another_place(village)
    told = call("check", "--calibration", "hamlet").stderr
    assert "scenarios/initiatives/push.yaml:4 target.states.0: found 'idle'" in told
    misspell(village, "scenarios/initiatives/push.yaml", "id: push", "id: push\ncalibration: village")
    done = call("check", "--calibration", "hamlet")
    assert (done.exit_code, done.stderr) == (0, "")
    misspell(village, "scenarios/initiatives/push.yaml", "[work]", "[wrk]")
    assert "effects.0.exits_to.0: found 'wrk'" in call("check", "--calibration", "hamlet").stderr


def test_what_is_for_another_calibration_is_refused_in_one_line_where_it_is_asked_for(village: Path, call: Call) -> None:
    another_place(village)
    misspell(village, "scenarios/initiatives/push.yaml", "id: push", "id: push\ncalibration: village")
    for asked in (("check", "pushed"), ("explain", "pushed"), ("check", "push")):
        told = call(*asked, "--calibration", "hamlet").stderr
        assert told == (
            "scenarios/initiatives/push.yaml:3 calibration: found 'village', on which the calibration 'hamlet' is not based, "
            "expected 'village' itself or a calibration based on it. Choose with --calibration: village.\n(1 problem, nothing was run)\n"
        )


def test_names_in_what_is_for_another_calibration_are_those_of_that_one(village: Path, call: Call) -> None:
    another_place(village)
    misspell(village, "scenarios/initiatives/push.yaml", "id: push", "id: push\ncalibration: village")
    misspell(village, "scenarios/initiatives/push.yaml", "hazard_ratio: 1.5", 'hazard_ratio: "1,5"')
    told = call("check", "push", "--calibration", "hamlet").stderr
    assert "hazard_ratio: found '1,5'" in told
    assert "'idle'" not in told


def test_what_no_calibration_here_can_play_is_read_alone_and_counted(village: Path, call: Call) -> None:
    another_place(village)
    misspell(village, "scenarios/initiatives/push.yaml", "id: push", "id: push\ncalibration: land")
    done = call("check")
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout.splitlines()[1].startswith("2 of them are for a calibration that no municipality here stands on")
    assert "`simcase init . --municipality NAME` writes one." in call("check", "push").stderr
    misspell(village, "scenarios/initiatives/push.yaml", "[work]", "work: 1")
    assert "scenarios/initiatives/push.yaml:8" in call("check").stderr


def test_a_wrong_fit_is_found(village: Path, call: Call) -> None:
    fits = village / "calibration" / "village" / "fits"
    fits.mkdir()
    (fits / "counts.yaml").write_text("fit: counts\ncalibration: village\nparameters: [{id: speed, value: 1}]\n", encoding="utf-8")
    done = call("check", "calibration/village/fits/counts.yaml")
    assert done.exit_code == 2
    assert "calibration/village/fits/counts.yaml:3 parameters.0.id: found 'speed'" in done.stderr


def test_an_unknown_name_is_told_with_the_nearest(village: Path, call: Call) -> None:
    done = call("check", "villlage")
    assert done.exit_code == 2
    assert "Did you mean 'village'?" in done.stderr
    assert village
