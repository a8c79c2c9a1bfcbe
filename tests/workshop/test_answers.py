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
from simcase.vocabulary import document_of
from simcase.workshop.answers import REFINED, Mean
from simcase.workshop.session import Session, new_session
from simcase.workshop.settings import Settings, levers_of
from simcase.workshop.shared_state import SharedState

COUNT = 3
PARTS = ("where_they_went", "business_case", "payback", "smallest_detectable", "goals", "measures")


@pytest.fixture
def session(shared: SharedState, pools: list[Here]) -> Session:
    assert pools == []
    return new_session(shared)


def settled(shared: SharedState) -> Settings:
    """Return settings that move strength, start and cost, and let the run end a year later."""
    at = {each.kind: each for each in levers_of(shared.model("pushed")) if each.of == "push"}
    settings = Settings("pushed", end=date(2021, 12, 31))
    for kind, value in (("strength", 150), ("delay", 2), ("cost", 120)):
        settings = settings.with_lever(at[kind], value)
    return settings


@pytest.mark.usefixtures("pools")
def test_the_page_says_what_compare_says_of_its_own_files(shared: SharedState) -> None:
    settings = settled(shared)
    found = shared.played(settings, COUNT, silent)
    Path("scenarios/ours.yaml").write_text(shared.file(settings), encoding="utf-8")
    Path("scenarios/ours-baseline.yaml").write_text(shared.baseline_file(settings), encoding="utf-8")
    request = Request("ours-baseline", calibration=TOWN, replications=COUNT, workers=1, uncertainty="chance")
    told: dict[str, Any] = document_of(study.compare(request, ["ours"]).result)["scenarios"][0]
    page = document_of(found.shown.result)
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
def test_the_years_of_an_answer_are_the_whole_ones(shared: SharedState) -> None:
    found = shared.played(Settings("pushed", end=date(2021, 6, 30)), 2, silent)
    assert found.years() == [2019, 2020]
    assert 2021 in found.pair[0].accounts.years


def test_a_bet_and_the_log_name_line_and_years(session: Session) -> None:
    session.history.set(Settings("pushed", end=date(2021, 6, 30)))
    assert session.asked("persons") == "Difference in persons on the benefit in 2020"
    assert session.asked("net") == "The municipality's net result 2019-2020"
    session.heard(session.shared.played(session.settings, 2, silent))
    session.decide(" this one ")
    tried, decided = session.log.entries
    assert (tried.what, decided.what, decided.note, decided.runs) == ("tried", "decided", "this one", 2)
    assert decided.persons.startswith("Aid 2020: ")
    assert decided.net.startswith("2019-2020: ")
    assert f"<p>{tried.when:%Y-%m-%d}</p>" in session.log.page("da", "Log", "", session.words.say)
    rows = list(csv.reader(io.StringIO(session.log.csv(session.words.say)), delimiter=";"))
    assert [row[4].split(":")[0] for row in rows[1:]] == ["Aid 2020"] * 2
    session.lang = "da"
    assert session.asked("net") == "Kommunens nettoresultat 2019-2020"


def test_a_better_answer_takes_the_place_of_the_first_and_nothing_is_decided_without_one(session: Session) -> None:
    session.decide("too early")
    for count in (2, 3):
        session.heard(session.shared.played(session.settings, count, silent))
    assert [entry.runs for entry in session.log.entries] == [3]
    session.history.set(settled(session.shared))
    session.decide("not of this")
    assert len(session.log.entries) == 1
    assert session.said() == (
        "until 31 December 2021; push: Effect, per cent of what is assumed 150 per cent; push: Start put off, months 2 months; "
        "push: Cost, per cent of what is assumed 120 per cent"
    )


def test_what_is_bet_on_is_the_figure_of_the_card(session: Session) -> None:
    found = session.shared.played(session.settings, 2, silent)
    session.begin_round("net")
    assert session.result(found) == Mean(*(value / 1e6 for value in found.net()))
    session.begin_round("persons")
    assert session.result(found) == found.persons("aid", 2020)


def test_revealed_bets_are_noted_once_beside_the_refined_answer_to_the_same_settings(session: Session) -> None:
    def heard(count: int) -> list[str]:
        session.heard(session.shared.played(session.settings, count, silent))
        return [entry.note for entry in session.log.entries if entry.what == "bet"]

    session.begin_round("persons")
    session.round.enter("Window", -12.0)
    session.reveal()
    assert heard(2) == []
    session.history.set(settled(session.shared))
    assert heard(REFINED) == [], "nobody bet on this"
    session.history.undo()
    assert heard(REFINED) == ["Difference in persons on the benefit in 2020: Window -12 (persons)"]
    assert len(heard(REFINED + 1)) == 1


def test_sliders_of_a_presentation_are_those_chosen_else_the_first(session: Session) -> None:
    assert session.groups() == ["push"], "what runs as it does in the base has nothing to move"
    assert [lever.key for lever in session.shown()] == ["push.strength", "push.share", "push.delay"]
    session.sliders = ("push.cost",)
    assert [lever.key for lever in session.shown()] == ["push.cost"]


@pytest.mark.usefixtures("pools")
def test_a_session_shares_models_and_those_who_play_but_no_settings(shared: SharedState) -> None:
    one, other = new_session(shared), new_session(shared)
    one.history.set(settled(shared))
    assert other.settings == Settings("pushed")
    assert all(mine is theirs for mine, theirs in zip(shared.pair(one.settings), shared.pair(settled(shared)), strict=True))
    assert shared.pair(one.settings)[0].end == shared.pair(one.settings)[1].end == date(2021, 12, 31)
    assert shared.ends(one.settings)[-1] == date(2026, 12, 31)
