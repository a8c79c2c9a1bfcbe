"""What `simcase scenarios` lists, and the file that it writes."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from click.testing import Result
from rich.console import Console

from simcase.cli.terminal import Grid, grid_of
from simcase.declare import here
from simcase.present.tables_scenarios import scenarios_table
from simcase.words import Words

Call = Callable[..., Result]


@pytest.fixture(scope="module")
def listed() -> Grid:
    """Return the list of all that ships, made once."""
    table, issues = scenarios_table(here(), Words("en"))
    assert not issues
    return grid_of(table, Words("en"))


@pytest.mark.parametrize(("lang", "line"), [("da", "Med skub  Flere kommer i arbejde."), ("en", "With a push  More get to work.")])
def test_each_has_a_line_with_title_and_first_sentence(village: Path, call: Call, lang: str, line: str) -> None:
    done = call("scenarios", "--lang", lang)
    assert (done.exit_code, done.stderr) == (0, "")
    lines = {" ".join(text.split()) for text in done.stdout.splitlines()}
    assert f"pushed {' '.join(line.split())}" in lines
    assert ("push Skub" if lang == "da" else "push Push") in lines
    assert village


def test_on_a_narrow_screen_nothing_is_cut(listed: Grid) -> None:
    with (screen := Console(width=80)).capture() as shown:
        screen.print(listed)
    about = "As baseline, but to the end of 2026: what initiatives from 2024 are held against."
    assert about in wide(listed)
    lines = shown.get().splitlines()
    begin = next(number for number, line in enumerate(lines) if line.startswith("baseline-2026"))
    words = " ".join(lines[begin : begin + 8]).split()
    assert [word for word in about.split() if word not in words] == []


def wide(grid: Grid) -> str:
    with (screen := Console(width=400)).capture() as shown:
        screen.print(grid)
    return shown.get()


def test_what_is_for_another_calibration_says_so(listed: Grid) -> None:
    lines = {line.split()[0]: line for line in wide(listed).splitlines() if line.strip()}
    told = {name for name, line in lines.items() if "For dk-2026, not aabenraa-2019." in line}
    assert {"three-caseworkers-fewer", "staff-today", "ordinary-contact"} <= told
    assert not {"kik-ii", "small-jobs", "baseline"} & told


def test_the_calibration_asked_for_says_what_cannot_be_simulated_with_it(call: Call) -> None:
    listed = wide(grid_of(scenarios_table(here(), Words("en"), "dk-2026")[0], Words("en")))
    lines = {line.split()[0]: line for line in listed.splitlines() if line.strip()}
    told = {name for name, line in lines.items() if "For aabenraa-2019, not dk-2026." in line}
    assert {"staff-2019", "three-caseworkers-fewer-2020", "ordinary-contact-2019"} <= told
    assert not {"staff-today", "kik-ii", "baseline"} & told
    assert "dk-2026." in call("scenarios", "--calibration", "dk-2026", "--lang", "en").stdout


def test_a_wrong_file_leaves_the_others_on_the_list(village: Path, call: Call) -> None:
    (village / "scenarios" / "plain.yaml").write_text("titel: x\n", encoding="utf-8")
    done = call("scenarios")
    assert done.exit_code == 2
    assert "With a push" in done.stdout
    assert "scenarios/plain.yaml:1 titel" in done.stderr


@pytest.mark.parametrize("base", ["pushed", "as-is"])
@pytest.mark.parametrize("lang", ["da", "en"])
def test_a_new_file_passes_check_and_so_do_its_examples(village: Path, call: Call, base: str, lang: str) -> None:
    done = call("scenarios", "new", "mine", "--based-on", base, "--lang", lang)
    file = village / "scenarios" / "mine.yaml"
    assert (done.exit_code, done.stdout) == (0, "")
    assert "scenarios/mine.yaml" in done.stderr
    assert call("check", "mine").exit_code == 0
    lines = file.read_text(encoding="utf-8").splitlines()
    examples = [line.removeprefix("# ") if re.match("# (initiatives:|changes:|horizon:|  )", line) else line for line in lines]
    assert examples != lines
    file.write_text("\n".join(examples), encoding="utf-8")
    assert call("check", "mine").exit_code == 0


def test_the_list_says_to_which_day_a_scenario_goes_where_it_says_so_itself(village: Path, call: Call) -> None:
    file = village / "scenarios/pushed.yaml"
    before = " ".join(call("scenarios").stdout.split())
    file.write_text(file.read_text(encoding="utf-8") + "horizon: {end: 2021-06-30}\n", encoding="utf-8")
    told = " ".join(call("scenarios").stdout.split())
    assert told.count("Simulated to 30 June 2021.") - before.count("Simulated to 30 June 2021.") == 1


def test_an_initiative_for_another_calibration_hints_at_one_that_is_called_alike(alone: Path, call: Call) -> None:
    (alone / "scenarios").mkdir()
    (alone / "scenarios/mine.yaml").write_text("title: Mine\nbased_on: baseline\ninitiatives: [more-small-jobs]\n", encoding="utf-8")
    assert "Did you mean 'small-jobs'" in call("check", "mine", "--lang", "en").stderr


def test_a_new_file_has_a_title_of_its_own_and_examples_of_the_size_that_is_meant(alone: Path, call: Call) -> None:
    call("scenarios", "new", "forty-jobs", "--based-on", "baseline", "--lang", "da")
    text = (alone / "scenarios/forty-jobs.yaml").read_text(encoding="utf-8")
    assert 'title: "Forty jobs"' in text
    assert "##   small-jobs: Flere småjobs\n" in text
    assert re.search(r"#     set: \{programme\.(places|slots_per_year)\.value: \d+\}\n.*\n#     times: 0\.5\n", text)
    call("scenarios", "new", "mentor", "--based-on", "baseline", "--initiative", "open", "--lang", "da")
    both = [(alone / f"scenarios{folder}/mentor.yaml").read_text(encoding="utf-8") for folder in ("", "/initiatives")]
    assert ('title: "Mentor"' in both[0], 'label: "Mentor"' in both[1]) == (True, True)
    assert "Fjern '# '" not in both[0]
    assert not [word for each in both for word in (" en: ", "Write here") if word in each]


def test_a_new_file_has_a_line_for_each_initiative_that_can_be_used(village: Path, call: Call) -> None:
    file = village / "scenarios/initiatives/push.yaml"
    text = file.read_text(encoding="utf-8")
    file.with_name("copied.yaml").write_text(text, encoding="utf-8")
    file.write_text(re.sub("label: .*", r'label: "Push\\nor pull: {x"', text), encoding="utf-8")
    assert call("scenarios", "new", "mine", "--based-on", "plain", "--lang", "en").exit_code == 0
    listed = [line for line in (village / "scenarios/mine.yaml").read_text(encoding="utf-8").splitlines() if line.startswith("##   ")]
    assert listed == ["##   push: Push or pull: {x"]
    assert call("check", "mine").exit_code == 0


OFF = re.compile(r"^( *)# ", re.MULTILINE)


@pytest.fixture
def alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in an empty folder, where names are those shipped."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("kind", ["programme", "open", "diversion"])
@pytest.mark.parametrize("lang", ["da", "en"])
def test_a_new_initiative_passes_check_and_says_what_each_key_means(alone: Path, call: Call, kind: str, lang: str) -> None:
    done = call("scenarios", "new", "mine", "--based-on", "baseline", "--initiative", kind, "--lang", lang)
    file = alone / "scenarios" / "initiatives" / "mine.yaml"
    assert (done.exit_code, done.stdout) == (0, "")
    assert "scenarios/initiatives/mine.yaml" in done.stderr
    assert call("check", "mine").exit_code == 0
    text = file.read_text(encoding="utf-8")
    lines = text.split("\n\n", 1)[1].splitlines()
    assert [line for before, line in pairwise(["", *lines]) if "##" not in line and "##" not in before] == []
    everything = OFF.sub(r"\1", text)
    assert everything != text
    file.write_text(everything, encoding="utf-8")
    assert call("check", "mine").exit_code == 0


def test_a_new_initiative_changes_nothing_yet(alone: Path, call: Call) -> None:
    call("scenarios", "new", "mine", "--based-on", "baseline", "--initiative", "programme")
    done = call("compare", "baseline", "mine", "--replications", "2", "--json", "--quiet", "--results", str(alone / "results"))
    scenario = json.loads(done.stdout)["scenarios"][0]
    assert {row["mean"] for row in scenario["difference"]["persons"]} == {0.0}
    assert {row["participants"]["mean"] for row in scenario["programmes"] if row["initiative"] == "mine"} >= {10.0}


def test_where_there_are_no_benefits_there_is_no_initiative_to_begin_with(village: Path, call: Call) -> None:
    done = call("scenarios", "new", "mine", "--based-on", "plain", "--initiative", "open")
    assert done.exit_code == 2
    assert "a calibration with benefits" in done.stderr
    assert not list(village.rglob("mine.yaml"))


def test_hours_are_those_of_the_staff_that_the_scenario_counts(alone: Path, monkeypatch: pytest.MonkeyPatch, call: Call) -> None:
    monkeypatch.setenv("SIMCASE_CALIBRATION", "any-municipality-2026")
    assert call("init", ".", "--municipality", "any-municipality", "--year", "2026", "--population", "20000").exit_code == 0
    assert call("scenarios", "new", "mine", "--based-on", "staff-today", "--initiative", "hours").exit_code == 0
    assert "pool: caseworkers" in (alone / "scenarios" / "initiatives" / "mine.yaml").read_text(encoding="utf-8")
    assert call("check", "mine").exit_code == 0
    for world, counted in (("any-municipality-2026", "staff-today"), ("aabenraa-2019", "staff-2019")):
        base = "as-is" if world.endswith("2026") else "baseline"
        done = call("scenarios", "new", "fewer", "--based-on", base, "--initiative", "hours", "--calibration", world)
        told = f"fundet '{base}', hvor ingen indsats bruger timer, ventet et scenarie, der tæller medarbejdernes timer: {counted}."
        assert (done.exit_code, told in " ".join(done.stderr.split())) == (2, True), done.stderr
    assert not (alone / "scenarios" / "initiatives" / "fewer.yaml").exists()


def test_an_initiative_that_is_there_is_not_overwritten(village: Path, call: Call) -> None:
    before = {file: file.read_bytes() for file in village.rglob("*.yaml")}
    done = call("scenarios", "new", "push", "--based-on", "plain", "--initiative", "open")
    assert done.exit_code == 2
    assert "'push', which is an initiative already" in done.stderr
    assert {file: file.read_bytes() for file in village.rglob("*.yaml")} == before


@pytest.mark.parametrize(
    ("name", "base", "said"),
    [
        ("plain", "pushed", "nothing is overwritten"),
        ("mine", "pushd", "Did you mean 'pushed'?"),
        ("../mine", "pushed", "lower-case letters"),
        ("mine", "plain+pushed", "found 'plain+pushed'"),
    ],
)
def test_a_name_that_cannot_be_is_refused(village: Path, call: Call, name: str, base: str, said: str) -> None:
    before = sorted(village.rglob("*.yaml"))
    done = call("scenarios", "new", name, "--based-on", base)
    assert done.exit_code == 2
    assert said in done.stderr
    assert sorted(village.rglob("*.yaml")) == before


def test_what_to_type_next_names_the_calibration_that_was_asked_for(village: Path, call: Call) -> None:
    asked = ("scenarios", "new", "mine", "--based-on", "plain", "--calibration", "village", "--lang", "en")
    assert "simcase check mine --calibration village" in " ".join(call(*asked).stderr.split())
    assert (village / "scenarios/mine.yaml").exists()
