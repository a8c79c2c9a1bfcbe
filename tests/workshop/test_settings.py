"""What a workshop sets: levers move what they name and nothing else, undo goes back, settings become a scenario file."""

from __future__ import annotations

import math
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from worlds import TOWN, aided, initiative, scenario, write

from simcase.compare import Estimate
from simcase.declare import Library, shipped
from simcase.model import Model, resolve
from simcase.model.files import problems
from simcase.money import price_of
from simcase.study import Request
from simcase.study.changes import Change
from simcase.study.levers import Lever
from simcase.words import Words
from simcase.workshop import controls
from simcase.workshop.bets import Round
from simcase.workshop.effects import Mean, mean_of
from simcase.workshop.saved import base_of, scenario_file
from simcase.workshop.session import new_session
from simcase.workshop.settings import History, Settings, levers_of, with_settings
from simcase.workshop.shared_state import open_state

LIBRARY = Library((shipped(),))


@pytest.fixture(scope="module")
def model() -> Model:
    return resolve("small-jobs", library=LIBRARY)


def lever(model: Model, key: str) -> Lever:
    return next(each for each in levers_of(model) if each.key == key)


def test_a_scenario_as_it_is_stays_what_it_is(model: Model) -> None:
    assert with_settings(model, (), Settings("small-jobs")).initiatives == model.initiatives


def test_a_lever_moves_one_number_and_says_so(model: Model) -> None:
    slots = lever(model, "small-jobs.slots")
    moved = with_settings(model, (), Settings("small-jobs").with_lever(slots, 240))
    one, other = ({each.id: each for each in world.initiatives} for world in (model, moved))
    assert {name for name in one if one[name] != other[name]} == {"small-jobs"}
    programme = other["small-jobs"].programme
    assert programme is not None
    assert programme.slots_per_year is not None
    assert programme.slots_per_year.value == 240.0
    assert "moved in a workshop from 120" in programme.slots_per_year.source
    assert programme.model_copy(update={"slots_per_year": None}) == one["small-jobs"].programme.model_copy(update={"slots_per_year": None})  # type: ignore[union-attr]


def test_a_lever_that_goes_back_is_no_setting(model: Model) -> None:
    slots = lever(model, "small-jobs.slots")
    assert Settings("small-jobs").with_lever(slots, 240).with_lever(slots, slots.assumed) == Settings("small-jobs")


def test_undo_goes_back_by_one_move() -> None:
    history = History(Settings("a"))
    history.set(Settings("b"))
    history.set(Settings("b"))
    history.undo()
    assert history.now == Settings("a")
    history.undo()
    assert history.now == Settings("a")


def test_bets_stand_beside_the_result_once_it_is_shown() -> None:
    bets = Round()
    bets.begin("persons")
    bets.enter("Table 1", -50.0)
    bets.enter("Table 2", -90.0)
    bets.enter("Table 1", -60.0)
    assert bets.scored(Mean(-100.0, -120.0, -80.0, 5.0, 7.6)) == []
    bets.reveal()
    bets.enter("Table 3", -100.0)
    told = [(row.table, row.away, row.inside) for row in bets.scored(Mean(-100.0, -120.0, -80.0, 5.0, 7.6))]
    assert told == [("Table 2", 10.0, True), ("Table 1", 40.0, False)]


def test_settings_become_a_scenario_file_that_says_the_same(model: Model, tmp_path: Path) -> None:
    settings = Settings("small-jobs").with_lever(lever(model, "small-jobs.slots"), 240).with_lever(lever(model, "small-jobs.cost"), 150)
    moved = with_settings(model, (), settings)
    name, changes = base_of("small-jobs", LIBRARY)
    text = scenario_file((name, resolve(name, library=LIBRARY)), changes, moved, settings, LIBRARY)
    file = tmp_path / "scenarios" / "ours.yaml"
    file.parent.mkdir()
    file.write_text(text, encoding="utf-8")
    library = Library((tmp_path, shipped()))
    assert [str(issue) for issue in problems(file.as_posix(), library)] == []
    assert resolve("ours", library=library).initiatives == moved.initiatives


@pytest.mark.parametrize(
    ("errors", "lang", "said"), [(0.0, "da", ""), (1.0, "da", "Kan være støj"), (2.0, "en", "May be noise"), (3.0, "en", "")]
)
def test_a_card_calls_noise_what_the_headline_calls_noise(errors: float, lang: str, said: str) -> None:
    values = np.tile([-1.0, 1.0], 200)
    more = mean_of(values + errors * values.std(ddof=1) / math.sqrt(len(values)), paired=False)
    assert more.noise is Change(Estimate(more.mean, more.low, more.mean, more.high), more.least).noise is bool(said)
    assert more.told(Words(lang), 1.0)[-1] == said


def test_after_four_replications_the_mean_may_be_off_by_what_two_pairs_tell() -> None:
    said = mean_of(np.array([1.0, 3.0, 4.0, 8.0]), paired=True)
    assert (said.mean, said.off) == (4.0, pytest.approx(6.313752 * 2.0))  # pairs 2 and 6: a standard error of 2


@pytest.mark.parametrize(
    ("scenario", "key", "at", "times"),
    [("small-jobs", "small-jobs.slots", 360, 3.0), ("kik-ii", "kik-ii.share", 50, 0.5), ("small-jobs", "small-jobs.strength", 200, 1.0)],
)
def test_the_investment_moves_with_how_much_there_is(scenario: str, key: str, at: float, times: float) -> None:
    model = resolve(scenario, library=LIBRARY)
    moved = with_settings(model, (), Settings(scenario).with_lever(lever(model, key), at))
    before, after = (declared(world, key.split(".", maxsplit=1)[0]) for world in (model, moved))
    assert before > 0.0
    assert after == pytest.approx(times * before)


def declared(model: Model, name: str) -> float:
    price = price_of(model, next(each for each in model.initiatives if each.id == name))
    assert price is not None
    return price.total


def test_beside_a_slider_stands_whether_its_price_is_known(folder: Path) -> None:
    def said(*levers: str, **more: Any) -> list[str]:  # noqa: ANN401 - the keys of an initiative
        each = {**initiative("course", ["help"], ["work"], 1.5), "effects": [], "kind": "programme", **more}
        write(folder, aided(300, 200, 1_000.0), {"plain": scenario(), "ours": scenario("course", based_on="plain")}, [each])
        shared = open_state(Request("", calibration=TOWN, workers=1, uncertainty="chance"), ["ours"], "plain", "en")
        session = new_session(shared)
        return [controls.price(session, one) for one in session.levers() if one.kind in levers]

    after = [{"weeks": 26, "effects": initiative("x", ["help"], ["work"], 1.5)["effects"]}]
    ten = {"value": 10, "source": "judgement: invented", "grade": "D"}
    price = {"value": 2500, "source": "judgement: invented", "grade": "D"}
    course = {"slots_per_year": ten, "weeks": 8, "after": after}
    costs = [{"year": 2020, "line": "aid", "kroner": 90_000.0, "source": "judgement: invented", "grade": "D"}]
    assert said("slots", programme=course) == ["No price is stated: the investment does not move with it."]
    assert said("slots", programme=course, costs=costs) == [
        "No price per job slot is stated: the yearly costs rise and fall in proportion."
    ]
    assert said("slots", programme={**course, "kroner_per_start": price, "line": "aid"}) == ["DKK 2,500 per course that begins."]
    assert said("strength", programme=course) == [""]
