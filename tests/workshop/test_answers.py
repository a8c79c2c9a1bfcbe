"""What the live page says is what `compare` says for the same settings and as many replications; bets and log name what they are of."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from workshop_helper import Here
from worlds import AS_IS, TOWN, move, scenario, state, write

from simcase import study
from simcase.compare import FIRST_TOLD
from simcase.errors import UserError
from simcase.study import Request, silent
from simcase.study.levers import Lever
from simcase.vocabulary import document_of
from simcase.workshop import log, view
from simcase.workshop.answers import REFINED, STEPS
from simcase.workshop.effects import Mean
from simcase.workshop.session import Session, new_session
from simcase.workshop.settings import Settings, levers_of
from simcase.workshop.shared_state import SharedState, open_state
from simcase.workshop.view import Places

COUNT = 3
BARE = {
    "start": "2020-01-01",
    "end": "2020-12-31",
    "states": [state("help"), state("work")],
    "transitions": [move("help", "work", 0.5)],
    "stock": {"states": {"help": 20}},
}
PARTS = ("where_they_went", "business_case", "payback", "smallest_detectable", "goals", "measures")


@pytest.fixture
def session(shared: SharedState, pools: list[Here]) -> Session:
    assert pools == []
    return new_session(shared)


def lever(session: Session, key: str) -> Lever:
    return next(each for each in session.levers() if each.key == key)


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
    assert found.effects.aimed == "aid"
    assert found.effects.summed == (2019, 2020, 2021) == found.pair[0].accounts.years
    persons, money = found.effects.told()
    assert persons[:3] == tuple(row["persons"][name] for name in ("mean", "p05", "p95"))
    net = sum(row["net"]["mean"] for row in told["business_case"] if row["payer"] == "municipality")
    assert money.mean == pytest.approx(net)


@pytest.mark.usefixtures("pools")
def test_sums_of_an_answer_are_over_all_years_and_persons_are_those_of_the_last_whole_one(shared: SharedState) -> None:
    found = shared.played(Settings("pushed", end=date(2021, 6, 30)), 2, silent)
    assert found.effects.summed == (2019, 2020, 2021) == found.pair[0].accounts.years
    assert found.effects.year == 2020


@pytest.mark.usefixtures("pools")
def test_a_baseline_is_worked_out_once_for_all_that_is_held_against_it(shared: SharedState) -> None:
    one, other = (shared.played(settings, 2, silent).shown.baseline for settings in (Settings("pushed"), settled(shared)))
    again, more = (shared.played(Settings("pushed"), count, silent).shown.baseline for count in (2, 3))
    assert again is one
    assert one is not None
    assert more is not None
    assert (one.request.count, more.request.count, len(more.world.outcome.days)) == (2, 3, 3)
    assert other is not one, "it ends later"


def test_a_bet_and_the_log_name_line_and_years(session: Session) -> None:
    session.history.set(Settings("pushed", end=date(2021, 6, 30)))
    assert session.asked("persons") == "Difference in persons on aid in 2020"
    assert session.asked("net") == "The municipality's net result Jan 2019-Jun 2021"
    heard(session, STEPS[-1])
    session.decide(" this one ")
    tried, decided = session.log.entries
    assert (tried.what, decided.what, decided.note) == ("tried", "decided", "this one")
    assert tried.told is decided.told is not None
    one, other = session.log_rows()
    assert one.cells[4:6] == other.cells[4:6]
    assert other.cells[4].startswith("Aid 2020: ")
    assert other.cells[5].startswith("Jan 2019-Jun 2021: ")
    assert f"<p>{tried.when:%Y-%m-%d}</p>" in log.page(session.log_rows(), "da", ("Log", session.log.days(), ""), session.words.say)
    rows = list(csv.reader(io.StringIO(log.table(session.log_rows(), session.words.say)), delimiter=";"))
    assert [row[4].split(":")[0] for row in rows[1:]] == ["Aid 2020"] * 2
    session.lang = "da"
    assert session.asked("net") == "Kommunens nettoresultat jan. 2019-jun. 2021"


def test_a_calibration_without_lines_of_a_budget_is_refused_before_anything_is_simulated(folder: Path, pools: list[Here]) -> None:
    write(folder, BARE, {"plain": scenario()})
    with pytest.raises(UserError, match="--calibration: found 'town', a calibration without lines of a budget"):
        open_state(Request("", calibration=TOWN), ["plain"], AS_IS, "en")
    assert pools == []


def heard(session: Session, count: int) -> None:
    session.heard(session.shared.played(session.settings, count, silent))


def test_the_log_holds_figures_of_as_many_runs_alone(session: Session) -> None:
    session.decide("too early")
    for count in STEPS:
        heard(session, count)
        session.decide(f"at {count}") if count == FIRST_TOLD else None
    as_it_is = session.settings
    session.history.set(settled(session.shared))
    session.decide("before its answer")
    heard(session, REFINED)
    assert [(entry.what, entry.settings) for entry in session.log.entries] == [
        ("decided", as_it_is),
        ("decided", as_it_is),
        ("tried", as_it_is),
        ("decided", session.settings),
        ("tried", session.settings),
    ], "what was decided before its answer is not lost"
    assert [row.cells[6] for row in session.log_rows()] == ["200", "200", "200", "", ""]
    assert session.log_rows()[-1].cells[4] == "The figures come at 200 runs"
    assert session.unfinished() == [session.settings]
    session.learn(session.settings, session.shared.effects(session.settings, STEPS[-1], silent))
    assert session.unfinished() == []
    assert {entry.told.runs for entry in session.log.entries if entry.told is not None} == {STEPS[-1]}
    session.history.set(as_it_is)
    heard(session, STEPS[-1])
    assert [entry.settings == as_it_is for entry in session.log.entries] == [True, True, False, False, True], (
        "a later trial takes the earlier one's place"
    )
    assert session.said(settled(session.shared)) == (
        "until 31 December 2021; push: effect 150 per cent of what is assumed; push: start put off 2 months; "
        "push: cost 120 per cent of what is assumed"
    )


class Noted:
    """A place on a page that notes what it showed, and lets somebody move a setting meanwhile."""

    def __init__(self, meanwhile: Callable[[], None] = lambda: None) -> None:
        self.shown: list[str] = []
        self._meanwhile = meanwhile

    def html(self, text: str) -> None:
        self.shown.append(text)
        self._meanwhile()

    def vega_lite_chart(self, **_named: object) -> None:
        self.shown.append("chart")


def places(progress: Noted) -> Places:
    return Places(progress, *(Noted() for _ in Places._fields[1:]))


def test_a_late_answer_belongs_to_the_settings_that_it_was_played_for(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(view, "STEPS", (REFINED,))
    first, later = session.settings, settled(session.shared)
    seen = places(Noted(lambda: session.history.set(later)))
    view.refine(session, seen)
    assert session.settings == later
    assert [entry.settings for entry in session.log.entries] == [first]
    assert session.latest is not None
    assert session.latest.settings == first
    assert session.effects_of(later) is None
    assert seen.cards.shown == seen.chart.shown == [], "it is no answer to what is set now"


def test_an_answer_to_something_else_fades_before_anything_is_worked_out(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(view, "STEPS", (REFINED,))
    heard(session, REFINED)
    session.shared.played(settled(session.shared), REFINED, silent)  # as another window has it
    session.history.set(settled(session.shared))
    seen = places(Noted())
    view.refine(session, seen)
    assert 'data-old="true"' in seen.progress.shown[0]
    assert 'data-old="false"' in seen.progress.shown[-1]


def test_a_setting_is_held_against_the_one_before_at_as_many_runs(session: Session) -> None:
    heard(session, STEPS[-1])
    one = session.latest
    session.history.set(Settings("pushed").with_lever(lever(session, "push.strength"), 120))
    heard(session, FIRST_TOLD)
    other = session.latest
    assert one is not None
    assert other is not None
    told = other.effects.contrast(one.effects)
    moved = other.effects.persons[:, 1, 0] - one.effects.persons[:FIRST_TOLD, 1, 0]
    assert told.runs == FIRST_TOLD == len(moved)
    assert told.change[0].mean == pytest.approx(moved.mean())
    assert told.other[0].mean == pytest.approx(one.effects.persons[:FIRST_TOLD, 1, 0].mean())
    assert 0.0 < told.change[0].off < other.effects.told()[0].off, "the same luck, and so surer than either"
    change, off = session.words.change(moved.mean()), session.words.number(told.change[0].off)
    assert session.since(other, 0) == [f"○ Since the setting before: {change} ± {off} (90% sure, 20 runs of each)"]
    session.history.undo()
    session.pin()
    assert session.pinned == (one.settings,)
    session.history.set(other.settings)
    assert [said.split(":")[0] for said in session.since(other, 1)] == ["○ Since the setting before", "From the pinned one"]
    session.unpin(one.settings)
    assert session.pinned == ()


def test_fewer_runs_than_a_block_tell_nothing(session: Session) -> None:
    heard(session, STEPS[0])
    assert session.latest is None
    seen = places(Noted())
    view._draw(session, session.shared.played(session.settings, STEPS[0], silent), seen)
    assert seen.chart.shown == ["chart"]
    assert seen.cards.shown == seen.answer.shown == []


def test_what_is_bet_on_is_the_figure_of_the_card(session: Session) -> None:
    found = session.shared.played(session.settings, 2, silent)
    persons, net = found.effects.told()
    session.begin_round("net")
    assert session.result(found) == Mean(*(value / 1e6 for value in net))
    session.begin_round("persons")
    assert session.result(found) == persons


def test_revealed_bets_are_noted_once_beside_the_refined_answer_to_the_same_settings(session: Session) -> None:
    def noted(count: int) -> list[str]:
        heard(session, count)
        return [entry.note for entry in session.log.entries if entry.what == "bet"]

    session.begin_round("persons")
    session.round.enter("Window", -12.0)
    assert session.withheld(STEPS[-1])
    session.reveal()
    assert session.withheld(FIRST_TOLD), "bets are held against sixty runs at least"
    assert not session.withheld(REFINED)
    assert noted(FIRST_TOLD) == []
    session.history.set(settled(session.shared))
    assert noted(REFINED) == [], "nobody bet on this"
    session.history.undo()
    assert noted(REFINED) == ["Difference in persons on aid in 2020: Window -12 (persons)"]
    assert len(noted(REFINED + 20)) == 1


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
