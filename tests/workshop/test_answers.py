"""What the live page says is what `compare` says for the same settings and as many replications; bets and log name what they are of."""

from __future__ import annotations

import csv
import io
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from workshop_helper import Here
from worlds import TOWN

from simcase import study
from simcase.study import Request, silent
from simcase.workshop.answers import REFINED, Mean
from simcase.workshop.house import House
from simcase.workshop.settings import Settings, knobs
from simcase.workshop.visit import Visit, arrived

COUNT = 3
PARTS = ("where_they_went", "business_case", "payback", "smallest_detectable", "goals", "measures")


@pytest.fixture
def visit(house: House, pools: list[Here]) -> Visit:
    assert pools == []
    return arrived(house)


def settled(house: House) -> Settings:
    """Return settings that move strength, start and cost, and let the run end a year later."""
    at = {each.kind: each for each in knobs(house.model("pushed")) if each.of == "push"}
    settings = Settings("pushed", end=date(2021, 12, 31))
    for kind, value in (("strength", 150), ("delay", 2), ("cost", 120)):
        settings = settings.turned(at[kind], value)
    return settings


@pytest.mark.usefixtures("pools")
def test_the_page_says_what_compare_says_of_its_own_files(house: House) -> None:
    settings = settled(house)
    found = house.played(settings, COUNT, silent)
    Path("scenarios/ours.yaml").write_text(house.file(settings), encoding="utf-8")
    Path("scenarios/ours-baseline.yaml").write_text(house.baseline_file(settings), encoding="utf-8")
    request = Request("ours-baseline", calibration=TOWN, replications=COUNT, workers=1, uncertainty="chance")
    told: dict[str, Any] = study.compare(request, ["ours"]).document["scenarios"][0]
    page = found.shown.document
    for part in PARTS:
        assert page[part] == told[part], part
    for part in ("persons", "budget"):
        assert page["difference"][part] == told["difference"][part], part
    row = next(row for row in told["difference"]["budget"] if (row["line"], row["year"]) == ("aid", 2021))
    assert row["persons"]["mean"] < 0.0
    assert found.lines() == ("aid",)
    assert found.persons("aid", 2021)[:3] == tuple(row["persons"][name] for name in ("mean", "p05", "p95"))
    assert found.years() == [2019, 2020, 2021] == list(found.pair[0].accounts.years)
    net = sum(row["net"]["mean"] for row in told["business_case"] if row["payer"] == "municipality")
    assert found.net().mean == pytest.approx(net)


@pytest.mark.usefixtures("pools")
def test_the_years_of_an_answer_are_the_whole_ones(house: House) -> None:
    found = house.played(Settings("pushed", end=date(2021, 6, 30)), 2, silent)
    assert found.years() == [2019, 2020]
    assert 2021 in found.pair[0].accounts.years


def test_a_bet_and_the_log_name_line_and_years(visit: Visit) -> None:
    visit.history.set(Settings("pushed", end=date(2021, 6, 30)))
    assert visit.asked("persons") == "Difference in persons on the benefit in 2020"
    assert visit.asked("net") == "The municipality's net result 2019-2020"
    visit.heard(visit.house.played(visit.settings, 2, silent))
    visit.decide(" this one ")
    tried, decided = visit.log.entries
    assert (tried.what, decided.what, decided.note, decided.runs) == ("tried", "decided", "this one", 2)
    assert decided.persons.startswith("Aid 2020: ")
    assert decided.net.startswith("2019-2020: ")
    assert f"<p>{tried.when:%Y-%m-%d}</p>" in visit.log.page("da", "Log", "", visit.words.say)
    rows = list(csv.reader(io.StringIO(visit.log.csv(visit.words.say)), delimiter=";"))
    assert [row[4].split(":")[0] for row in rows[1:]] == ["Aid 2020"] * 2
    visit.lang = "da"
    assert visit.asked("net") == "Kommunens nettoresultat 2019-2020"


def test_a_better_answer_takes_the_place_of_the_first_and_nothing_is_decided_without_one(visit: Visit) -> None:
    visit.decide("too early")
    for count in (2, 3):
        visit.heard(visit.house.played(visit.settings, count, silent))
    assert [entry.runs for entry in visit.log.entries] == [3]
    visit.history.set(settled(visit.house))
    visit.decide("not of this")
    assert len(visit.log.entries) == 1
    assert visit.said() == (
        "until 31 December 2021; push: Effect, per cent of what is assumed 150 per cent; push: Start put off, months 2 months; "
        "push: Cost, per cent of what is assumed 120 per cent"
    )


def test_what_is_bet_on_is_the_figure_of_the_card(visit: Visit) -> None:
    found = visit.house.played(visit.settings, 2, silent)
    visit.begin_round("net")
    assert visit.result(found) == Mean(*(value / 1e6 for value in found.net()))
    visit.begin_round("persons")
    assert visit.result(found) == found.persons("aid", 2020)


def test_revealed_bets_are_noted_once_beside_the_refined_answer_to_the_same_settings(visit: Visit) -> None:
    def heard(count: int) -> list[str]:
        visit.heard(visit.house.played(visit.settings, count, silent))
        return [entry.note for entry in visit.log.entries if entry.what == "bet"]

    visit.begin_round("persons")
    visit.round.enter("Window", -12.0)
    visit.reveal()
    assert heard(2) == []
    visit.history.set(settled(visit.house))
    assert heard(REFINED) == [], "nobody bet on this"
    visit.history.undo()
    assert heard(REFINED) == ["Difference in persons on the benefit in 2020: Window -12 (persons)"]
    assert len(heard(REFINED + 1)) == 1


def test_sliders_of_a_presentation_are_those_chosen_else_the_first(visit: Visit) -> None:
    assert visit.groups() == ["push"], "what runs as it does in the base has nothing to move"
    assert [knob.key for knob in visit.shown()] == ["push.strength", "push.share", "push.delay"]
    visit.sliders = ("push.cost",)
    assert [knob.key for knob in visit.shown()] == ["push.cost"]


@pytest.mark.usefixtures("pools")
def test_a_session_shares_models_and_those_who_play_but_no_settings(house: House) -> None:
    one, other = arrived(house), arrived(house)
    one.history.set(settled(house))
    assert other.settings == Settings("pushed")
    assert all(mine is theirs for mine, theirs in zip(house.pair(one.settings), house.pair(settled(house)), strict=True))
    assert house.pair(one.settings)[0].end == house.pair(one.settings)[1].end == date(2021, 12, 31)
    assert house.ends(one.settings)[-1] == date(2026, 12, 31)
