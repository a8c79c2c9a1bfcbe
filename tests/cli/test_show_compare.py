"""What a comparison says: effects as effects, what may be noise as that."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from io import StringIO
from typing import Any

import pytest
from results_helper import result_of
from rich.console import Console

from simcase.cli.terminal import render
from simcase.compare import Payback
from simcase.present.labels import Labels
from simcase.present.sentences_compare import headline, payback_word
from simcase.present.table import Sentence, Table
from simcase.present.tables_compare import compare_parts, side_by_side_parts
from simcase.present.tables_side_by_side import side_by_side_table
from simcase.study.results import ComparisonResult, ScenarioResult
from simcase.words import Words

Made = Callable[[float], dict[str, Any]]
Named = Callable[..., Labels]


def printed(parts: Iterable[Table | Sentence], width: int = 100, lang: str = "en") -> str:
    console = Console(file=StringIO(), width=width)
    console.print(*render(parts, Words(lang)), sep="\n")
    assert isinstance(console.file, StringIO)
    return console.file.getvalue()


def test_the_headline_says_what_changes_and_how_surely(comparison: Made, labels: Named) -> None:
    said = headline(result_of(ScenarioResult, comparison(1e5)["scenarios"][0]), labels("Base"), labels("KIK"))
    assert said == (
        "'KIK' against 'Base' (50 runs): net spending on support incl. pension becomes DKK 1.8 million lower in Jul 2018-Dec 2020 "
        "(in 9 of 10 runs -2.1 to -1.5). "
        "The difference in 2020: DKK -0.6 million (in 9 of 10 runs -0.7 to -0.5) and -6 persons (-8 to -4). "
        "The investment is DKK 0.6 million, so the municipality's net result in Jul 2018-Dec 2020 is DKK +1.2 million "
        "(in 9 of 10 runs +0.9 to +1.5). "
        "What is saved after December 2020 is not counted; in 2020 it is DKK 0.6 million."
    )


def test_the_only_initiative_that_a_scenario_adds_is_named_where_its_tables_call_it_otherwise(comparison: Made, labels: Named) -> None:
    scenario, base = result_of(ScenarioResult, comparison(1e5)["scenarios"][0]), labels("Base")

    def first(title: str, **added: str) -> str:
        own = replace(labels(title), initiatives=base.initiatives | added)
        return headline(scenario, base, own).split(" against")[0]

    assert first("Mentor", mentor="Mentors for the young") == "'Mentor' (the initiative 'Mentors for the young')"
    assert first("More KIK", kik2="Kik") == "'More KIK'"
    assert first("Both", one="One", other="Other") == "'Both'"


def test_what_may_be_noise_is_said_to_be_so_and_not_to_be_noise(comparison: Made, labels: Named) -> None:
    said = headline(result_of(ScenarioResult, comparison(7e5)["scenarios"][0]), labels("Base"), labels("KIK"))
    assert "no detectable difference" in said
    assert "DKK -1.8 million may be noise; the runs can show DKK 2.1 million at the least" in said
    assert "~DKK -0.6 million" in said
    assert "~-6 persons" in said


@pytest.mark.parametrize(
    ("lang", "spared", "back", "word"),
    [
        (
            "da",
            (
                "Scenariet bruger 0,6 mio. kr. mindre på indsatser end grundlaget, "
                "så kommunens nettoresultat i jul. 2018-dec. 2020 er +2,4 mio. kr."
            ),
            "Tilbagebetalingstid: intet at tjene hjem, for scenariet bruger 0,6 mio. kr. mindre på indsatser end grundlaget",
            "Bruger mindre end grundlaget",
        ),
        (
            "en",
            (
                "The scenario spends DKK 0.6 million less on initiatives than its baseline, "
                "so the municipality's net result in Jul 2018-Dec 2020 is"
            ),
            "Payback: nothing to earn back, for the scenario spends DKK 0.6 million less on initiatives than its baseline",
            "Spends less than its baseline",
        ),
    ],
)
def test_what_is_not_spent_is_no_investment(comparison: Made, labels: Named, lang: str, spared: str, back: str, word: str) -> None:
    document = comparison(1e5)
    scenario = document["scenarios"][0]
    for row in scenario["business_case"]:
        figures = {"investment": -2e5, "net": 8e5} if row["payer"] == "municipality" else {}
        row.update({name: dict.fromkeys(row[name], kroner) for name, kroner in figures.items()})
    scenario["payback"] = {"date": None, "probability": None, "discount": 0.0, "investment": -6e5}
    scenario["sum"]["net"] = dict.fromkeys(scenario["sum"]["net"], 2.4e6)
    named = [labels("Base", lang), labels("KIK", lang)]
    plain = " ".join(printed(compare_parts(result_of(ComparisonResult, document), named, "current")).split()).replace("\xa0", " ")
    assert spared in plain
    assert back in plain
    assert "tjent hjem" not in plain
    assert "earned back" not in plain
    assert payback_word(result_of(Payback, scenario["payback"]), named[0].words) == word


def test_one_pair_of_runs_shows_nothing(comparison: Made, labels: Named) -> None:
    assert "one pair of runs" in headline(
        result_of(ScenarioResult, comparison(float("inf"))["scenarios"][0]), labels("Base"), labels("KIK")
    )


@pytest.mark.parametrize("lang", ["da", "en"])
def test_all_of_it_fits_a_page(comparison: Made, labels: Named, lang: str) -> None:
    said = printed(compare_parts(result_of(ComparisonResult, comparison(7e5)), [labels("Base", lang), labels("KIK", lang)], "current"))
    assert max(map(len, said.splitlines())) <= 100
    assert "…" not in said


def test_the_tables_hold_the_figures(comparison: Made, labels: Named) -> None:
    said = printed(compare_parts(result_of(ComparisonResult, comparison(7e5)), [labels("Base"), labels("KIK")], "current"))
    rows = [" ".join(line.split()) for line in said.splitlines()]
    assert "Aid -10 -10 -10" in rows
    assert "Pension ~+4 ~+4 ~+4" in rows
    assert "Aid -1,000 -1,000 -1,000" in rows
    assert "Total incl. pension ~-6 ~-6 ~-6" in rows
    assert "At most 90 Dec 2020 90 95 none 95 7 of 10" in rows
    assert "Goals without a number: vague." in said
    assert "All 2 goals judged at once: in 3 of 10 runs (20-40%) in the baseline, in 3 of 10 runs (20-40%) in the scenario." in " ".join(
        rows
    )
    assert "Another benefit of the target group -3 -3 -3" in rows
    assert "Net result +400 +400 +400 +1,200" in rows
    assert "by 31 December 2019" in said
    assert "Other changes -100 -100 to -100 -200" in rows
    assert "Total -600 -600" in rows
    assert "Aid -5 -5 -5" in rows
    assert "KIK Dec 2019 20 20-20 0 eligible citizens" in rows


@pytest.mark.parametrize("lang", ["da", "en"])
def test_several_scenarios_stand_side_by_side_first_and_in_short_unless_details_are_asked_for(
    comparison: Made, labels: Named, lang: str
) -> None:
    document = comparison(7e5)
    document["scenarios"] += comparison(1e5)["scenarios"]
    result, named = result_of(ComparisonResult, document), [labels("Base", lang), labels("KIK", lang), labels("KIK and more", lang)]
    words = named[0].words
    table = side_by_side_table(result, named)
    first, second = ([str(cell) for cell in row.cells] for row in table.rows)
    between = f"({words.interval(words.change(-2.1, 1), words.change(-1.5, 1))})"
    assert first == [
        "KIK",
        "~-6\n(-8 til -4)".replace("til", "til" if lang == "da" else "to"),
        f"~{words.change(-1.8, 1)}\n{between}",
        words.change(-0.6, 1),
        f"{words.change(1.2, 1)}\n({words.interval(words.change(0.9, 1), words.change(1.5, 1))})",
        words.date("2019-12-31"),
        words.say("report.key.goals_of", n=1, all=2),
    ]
    assert second[1:3] == [cell.removeprefix("~") for cell in first[1:3]]
    short, whole = printed(side_by_side_parts(result, named), lang=lang), printed(compare_parts(result, named, "current"), lang=lang)
    for said in (short, whole):
        assert said.index(table.title) < said.index(words.say("compare.pair", title="KIK", alone="", base="Base", rests="").split("(")[0])
        assert words.say("parts.title")[:40] in said
        assert max(map(len, said.splitlines())) <= 100
    assert words.say("case.title", prices="")[:20] in whole
    assert words.say("case.title", prices="")[:20] not in short
    assert "--details" in short
    assert len(short.splitlines()) < 70


def test_a_model_without_a_budget_shows_its_states(comparison: Made, labels: Named) -> None:
    document = comparison(7e5)
    scenario = document["scenarios"][0]
    document["baseline"]["budget"] = scenario["difference"]["budget"] = scenario["business_case"] = []
    figures = {"mean": -4.0, "p05": -6.0, "p50": -4.0, "p95": -2.0}
    scenario["difference"]["persons"] = [{"month": f"2020-{month:02}", "state": "aid_a", **figures} for month in (11, 12)]
    said = printed(compare_parts(result_of(ComparisonResult, document), [labels("Base"), labels("KIK")], "current"))
    assert "'KIK' against 'Base' (50 runs): the difference is largest for Aid, ready: -4 persons in December 2020" in " ".join(said.split())
    assert "Aid, ready -4" in [" ".join(line.split()) for line in said.splitlines()]
    assert "DKK" not in said


def test_goals_say_in_which_fit_they_are_judged(comparison: Made, labels: Named) -> None:
    document = comparison(1e5)
    names = [labels("Base"), labels("KIK")]
    assert "judged in this run" not in printed(compare_parts(result_of(ComparisonResult, document), names, "current"))
    document["scenarios"][0]["run"]["fit"] = "plan"
    said = printed(compare_parts(result_of(ComparisonResult, document), names, "current"))
    told = " ".join(said.split())
    assert "Goals are judged in this run (fit plan); `simcase goals kik --calibration town` shows them in every fit" in told
