"""What is said of the law: what changed when, and which law a run stands on until when."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from worlds import TOWN, asked, play, scenario, state, write

from simcase import api, study
from simcase.cli import main
from simcase.declare import here
from simcase.defaults import TODAY
from simcase.model import read_calibration, resolve
from simcase.present.sentences_run import law_sentence
from simcase.study.law import stands_on
from simcase.words import Words


def told(*words: str) -> Result:
    return CliRunner(env={"COLUMNS": "160"}).invoke(main, words, catch_exceptions=False)


def village(**more: object) -> dict[str, Any]:
    """Return two states, a benefit that follows an index known to 2026, and a reform in July 2025."""
    return {
        "start": "2025-01-01",
        "end": "2028-12-31",
        "states": [state("aid", line="aid", ladder="benefit"), state("work")],
        "lines": [{"id": "aid", "label": "Aid"}],
        "transitions": [],
        "stock": {"states": {"aid": 10}},
        "rates": {"full": {"value": 1_000, "unit": "kr_per_month"}},
        "rate_classes": [{"id": "of_aid", "states": ["aid"], "pays": {"full": 1}, "wage": 100}],
        "wage_deductions": [{"id": "kept", "states": ["aid"], "share": {"0": 0.5}, "years": {"2025": 1, "2026": 1.05}}],
        "index": {"years": {"2025": 1, "2026": 1.04}, "beyond": {"value": 1.03, "grade": "D"}},
        "laws": [
            {"id": "reform", "label": {"da": "Reformen", "en": "The reform"}, "from": "2025-07-01", "pays": {"of_aid": {"full": 1.1}}},
            {"id": "later", "label": "Later", "from": "2031-01-01"},
        ],
        **more,
    }


def sentence(name: str = "as-is", lang: str = "en", **more: Any) -> str:  # noqa: ANN401 - the fields of a request
    run = study.run(asked(name, **more)).result.run
    return law_sentence(run.law, run.first, Words(lang))


def test_each_change_is_listed_with_date_source_and_grade() -> None:
    laws = read_calibration(TODAY, here()).sections.laws or ()
    changes = api.law(2019, 2026).result.changes
    listed = {each.id: each for each in changes}
    assert {law.id for law in laws} <= listed.keys()
    assert {(law.id, law.from_, law.until, law.grade, law.source) for law in laws} <= {
        (each.id, each.first, each.last, each.grade, each.source) for each in changes
    }
    assert [each.first for each in changes] == sorted(each.first for each in changes)
    assert [each.id for each in changes if each.grade not in set("ABCD") or each.source in {"", "not stated"}] == []
    assert {f"regulation_{year}" for year in range(2019, 2027)} <= listed.keys()
    assert (listed["pension_67"].first.isoformat(), listed["pension_67"].effects[0].value) == ("2022-07-01", 67)
    assert {each.id for each in api.law(2025, 2025).result.changes} == {"regulation_2025", "arbejdspligt_2025", "kontanthjaelp_2025"}


@pytest.mark.parametrize(
    ("last", "missing"),
    [
        (date(2019, 12, 31), []),
        (date(2022, 12, 31), ["seniorpension_2020", "ressourceforloeb_2022"]),
        (date(2025, 6, 30), ["seniorpension_2020", "ressourceforloeb_2022", "dagpenge_2023"]),
        (date(2025, 12, 31), ["seniorpension_2020", "ressourceforloeb_2022", "dagpenge_2023", "kontanthjaelp_2025"]),
    ],
)
def test_a_run_tells_the_laws_that_its_calibration_does_not_have(last: date, missing: list[str]) -> None:
    model = resolve("as-is")
    law = stands_on(model, last, "current")
    assert [each.id for each in law.missing] == missing
    said = law_sentence(law, model.start, Words("da"))
    assert ("Senere lovændringer" in said) == bool(missing)
    if missing[-1:] == ["kontanthjaelp_2025"]:
        assert "har med: 4, den seneste 'Ny kontanthjælp med tre satser' (1. juli 2025)" in said


def test_any_municipality_tells_the_laws_that_it_does_not_have() -> None:
    model = resolve("as-is", calibration="any-municipality")
    assert stands_on(model, date(2024, 12, 31), "current").missing == ()
    assert [each.id for each in stands_on(model, date(2025, 12, 31), "current").missing] == ["kontanthjaelp_2025"]


def test_a_calibration_with_laws_of_its_own_lacks_none(folder: Path) -> None:
    write(folder, village(), {})
    assert stands_on(resolve("as-is", calibration=TOWN), date(2028, 12, 31), "current").missing == ()


def test_what_a_calibration_does_not_stand_on_is_told_as_such() -> None:
    missing = {each.id for each in api.law(2019, 2026, "aabenraa-2019").result.changes if not each.stood_on}
    assert "kontanthjaelp_2025" in missing
    assert [each for each in api.law(2019, 2026, TODAY).result.changes if not each.stood_on] == []


def test_an_age_that_is_reached_in_a_month_without_the_day_of_birth_is_reached_on_its_last_day(folder: Path) -> None:
    births = [{"from": "1900-01-01", "age": 65}, {"from": "1964-08-31", "age": 66.5}]
    rule = {"id": "old", "label": "Old", "states": ["aid"], "when": {"ages_by_birth": births}, "outcomes": {"work": 1}}
    write(folder, village(rules=[rule]))
    listed = {each.id: each.first.isoformat() for each in api.law(2031, 2031, TOWN).result.changes}
    assert listed["old_66.5"] == "2031-02-28"


def test_years_beyond_what_is_known_are_told_as_assumed() -> None:
    beyond = {each.id: each for each in api.law(2026, 2028, TODAY).result.changes}
    assert beyond["regulation_2027"].effects[0].value == pytest.approx(0.03)
    assert (beyond["regulation_2027"].grade, beyond["regulation_2026"].grade) == ("D", "C")


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("da", ("Hvad der er ændret i loven, 2025-2026", "1. juli 2025", "Ny kontanthjælp", "lukker for nye: Ressourceforløb", "Kilder")),
        ("en", ("What changed in the law, 2025-2026", "1 July 2025", "New kontanthjælp", "closes to new citizens: Resource", "Sources")),
    ],
)
def test_it_is_printed_in_both_languages(lang: str, words: tuple[str, ...]) -> None:
    done = told("explain", "law", "--between", "2025", "2026", "--lang", lang)
    assert done.exit_code == 0
    for word in (*words, "1655/2024"):
        assert word in done.stdout
    assert "regulation_2025" not in done.stdout, "ids are no words"
    assert any(len(line) > 120 for line in done.stdout.splitlines()), "an address stays whole"
    note = Words(lang).source("It holds for all municipalities together.")
    assert done.stdout.count(note) == 1


def test_a_note_of_every_year_is_said_once() -> None:
    said = told("explain", "law", "--between", "2019", "2026", "--lang", "da").stdout
    assert said.count("Satsregulering") == 8
    assert said.count("Intet beløb for 2026 er læst på en officiel side") == 1
    assert "staten refunderer 0" in said
    assert "measures_refund" not in said


def test_it_is_asked_for_the_one_calibration_of_the_users_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, village())
    monkeypatch.chdir(tmp_path)
    assert json.loads(told("explain", "law", "--json").stdout)["calibration"] == TOWN
    assert json.loads(told("explain", "law", "--calibration", TODAY, "--json").stdout)["calibration"] == TODAY
    (tmp_path / "calibration" / "another").mkdir()
    assert json.loads(told("explain", "law", "--json").stdout)["calibration"] == "aabenraa-2019"


def test_it_is_written_as_json_and_years_may_be_empty() -> None:
    document = json.loads(told("explain", "law", "--between", "2026", "2025", "--json").stdout)
    assert (document["from"], document["to"]) == (2025, 2026)
    assert {"id", "label", "from", "to", "effects", "stood_on", "grade", "source", "note"} == document["changes"][0].keys()
    assert "No changes in those years." in told("explain", "law", "--between", "2012", "2012", "--lang", "en").stdout


def test_years_go_with_the_law_alone() -> None:
    done = told("explain", "kik-ii", "--between", "2019", "2026")
    assert done.exit_code == 2
    assert "--between hører kun til `explain law`." in done.stderr


def test_a_horizon_beyond_what_is_known_says_until_when_and_how_it_is_carried_on(folder: Path) -> None:
    write(folder, village())
    assert sentence() == (
        "Law: known changes up to and including 'The reform' (1 July 2025). "
        "Rates are known to 2026; after that 3.0% a year is assumed (grade D). "
        "The wage at which the deduction changes (kept) is known to 2026; after that it follows the rates (grade D). "
        "All other rules go on unchanged."
    )
    assert sentence(lang="da").startswith(
        "Lov: kendte ændringer til og med 'Reformen' (1. juli 2025). Satser er kendt til 2026; derefter antages 3,0"
    )
    assert sentence(last=None, prices="2019") == "Law: known changes up to and including 'The reform' (1 July 2025)."
    write(folder, village(end="2026-12-31"))
    assert sentence() == "Law: known changes up to and including 'The reform' (1 July 2025)."


def test_a_run_says_what_is_suspended_and_where_nothing_changes(folder: Path) -> None:
    aside = {"id": "aside", "label": "Aside", "kind": "terms", "window": {"start": "2025-01-01"}, "suspends": ["reform"]}
    write(folder, village(end="2026-12-31"), {"kept": scenario("aside")}, [aside])
    assert sentence("kept") == "Law: the rules of the start, 1 January 2025, throughout; suspended: The reform."
    write(folder, village(end="2026-12-31", laws=[]))
    assert sentence() == "Law: the rules of the start, 1 January 2025, throughout."


@pytest.mark.usefixtures("undrawn")
def test_the_foot_of_a_run_and_of_a_report_say_it(folder: Path) -> None:
    write(folder, village())
    played = play()
    assert played.document["run"]["law"]["carried_on"] == [
        {"what": "index", "known_until": 2026, "growth": 0.03, "grade": "D"},
        {"what": "kept", "known_until": 2026, "growth": None, "grade": "D"},
    ]
    line = "Satser er kendt til 2026; derefter antages 3,0"
    asking = ("--calibration", TOWN, "--replications", "1", "--results", "results", "--uncertainty", "chance")
    assert line in " ".join(told("run", "as-is", *asking).stdout.split()).replace("\u202f", " ")
    api.report([study.run(asked(replications=20))], folder / "page.html")
    assert line in (folder / "page.html").read_text(encoding="utf-8")
