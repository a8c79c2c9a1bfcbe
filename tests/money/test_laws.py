"""Laws that hold from a day on, by hand: states that close, end and open, and what is paid before and after."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Any

import numpy as np
import polars as pl
import pytest
from worlds import TOWN, after, asked, initiative, move, play, scenario, state, write

from simcase import study
from simcase.errors import UserError
from simcase.model import resolve

DAY = "2025-07-01"
RATES: dict[str, Any] = {
    "kontanthjaelp": 12_770,
    "kontanthjaelp_forsoerger": 16_972,
    "uddannelseshjaelp": 6_997,
    "mindstesats": 6_789,
    "grundsats": 7_205,
    "forhoejet": 12_498,
    "boern": 2_784,
    "enlig_forsoerger": 1_638,
    "enlig": 1_092,
    "aktiv_25": 2_590,
    "sho_forsoerger": 13_577,
}
CASES: dict[str, tuple[list[str], list[str], float, float]] = {
    # who: the rates before and after, and kroner a month before and after
    "couple_30": (["kontanthjaelp"], ["forhoejet"], 12_770, 12_498),
    "single_30": (["kontanthjaelp"], ["forhoejet", "enlig"], 12_770, 13_590),
    "provider_30": (["kontanthjaelp_forsoerger"], ["forhoejet", "boern"], 16_972, 15_282),
    "education_ready": (["uddannelseshjaelp"], ["grundsats", "enlig"], 6_997, 8_297),
    "activity_ready_25": (["kontanthjaelp"], ["grundsats", "aktiv_25", "enlig"], 12_770, 10_887),
    "newly_come_provider": (["sho_forsoerger"], ["mindstesats", "boern", "enlig_forsoerger"], 13_577, 11_211),
}
LADDER = {
    "counter": {"from": "2014-07-01", "reset_weeks": 52, "window_weeks": 156},
    "steps": [{"to_week": 26, "state_share": 0.4}, {"to_week": 52, "state_share": 0.3}, {"state_share": 0.2}],
}


def law(**more: object) -> dict[str, Any]:
    """Return a law that holds from 1 July 2025."""
    return {"id": "reform", "label": "Reform", "from": DAY, **more}


def town(**more: object) -> dict[str, Any]:
    """Return two years in which twenty live on an old benefit and go on to a new one in July 2025."""
    return {
        "start": "2025-01-01",
        "end": "2026-12-31",
        "states": [state("old", line="aid", ladder="benefit"), state("new", line="aid", ladder="benefit"), state("work")],
        "lines": [{"id": "aid", "label": "Aid"}],
        "transitions": [],
        "stock": {"states": {"old": 20}},
        "rates": {"low": {"value": 1_000, "unit": "kr_per_month"}, "high": {"value": 2_000, "unit": "kr_per_month"}},
        "rate_classes": [{"id": "of_old", "states": ["old"], "pays": {"low": 1}}, {"id": "of_new", "states": ["new"], "pays": {"high": 1}}],
        "laws": [law(ends={"old": "new"})],
        **more,
    }


@pytest.mark.parametrize(
    ("target", "begins", "told"),
    [(["old"], DAY, ["old"]), (["old"], "2025-01-01", []), (["old", "new"], DAY, []), (["new"], DAY, []), (["old"], "2030-01-01", [])],
)
def test_an_initiative_for_those_whom_a_law_has_moved_on_is_told_to_reach_nobody(
    folder: Path, caplog: pytest.LogCaptureFixture, target: list[str], begins: str, told: list[str]
) -> None:
    moves = [move("old", "work", 0.2), move("new", "work", 0.2)]
    late = initiative("late", target, ["work"], 1.5, window={"start": begins})
    write(folder, town(transitions=moves), {"late": scenario("late")}, [late])
    with caplog.at_level(logging.WARNING, logger="simcase"):
        resolve("late", calibration=TOWN)
    said = [each for each in caplog.records if each.getMessage() == "initiative_nobody"]
    assert [(vars(each)["states"], vars(each)["instead"]) for each in said] == [(f"{state} ({state})", "new (new)") for state in told]


@pytest.mark.parametrize("case", CASES)
def test_a_citizen_who_lives_through_the_reform_is_paid_by_hand(folder: Path, case: str) -> None:
    old, new, before, later = CASES[case]
    world = town(
        stock={"states": {"old": 1}},
        rates={name: {"value": value, "unit": "kr_per_month", "level": 2025} for name, value in RATES.items()},
        rate_classes=[
            {"id": "of_old", "states": ["old"], "pays": dict.fromkeys(old, 1)},
            {"id": "of_new", "states": ["new"], "pays": dict.fromkeys(new, 1)},
        ],
        index={"years": {"2024": 1, "2025": 1.036, "2026": 1.036 * 1.045}},
    )
    write(folder, world)
    played = play()
    assert played.kroner("aid", 2025)[0] == pytest.approx(6 * before + 6 * later, abs=0.005)
    assert played.kroner("aid", 2026)[0] == pytest.approx(12 * later * 1.045, abs=0.005)


def test_an_ended_state_is_empty_and_what_it_would_have_got_goes_on(folder: Path) -> None:
    write(folder, town(transitions=[move("work", "old", 2.0)], stock={"states": {"old": 20, "work": 30}}))
    played = play()
    assert (played.by_month("old")[:, 6:] == 0.0).all()
    assert played.by_month("old")[0, 5] >= 20.0
    assert played.moves("work", "new") > 0
    assert (played.by_month("old") + played.by_month("new") + played.by_month("work") == 50.0).all()


def test_weeks_of_duration_and_of_refusion_run_on_through_a_merger(folder: Path) -> None:
    rules = [after("limit", "new", 40, "work")]
    write(
        folder,
        town(
            refusion=LADDER,
            rules=rules,
            stock={"states": {"old": 1}},
            rates={"low": {"value": 700, "unit": "kr_per_week"}, "high": {"value": 700, "unit": "kr_per_week"}},
        ),
    )
    played = play()
    assert played.moves("new", "work") == 1
    aided = played.cells.filter(pl.col("state") != "work")
    by_step = dict(aided.group_by("column").agg(pl.col("days").sum()).iter_rows())
    assert by_step == {"step_1": 180.0, "step_2": 7.0 * 40 - 180}  # 26 weeks end on Sunday 29 June, so in the old state


def test_a_closed_state_gets_nobody_and_keeps_those_in_it(folder: Path) -> None:
    closed = town(laws=[law(closes={"old": "new"})], transitions=[move("work", "old", 2.0)], stock={"states": {"old": 20, "work": 30}})
    write(folder, closed)
    stock = play().by_month("old")[0]
    assert stock[5] > 20.0
    assert (stock[6:] == stock[5]).all()


def test_a_state_gets_nobody_before_it_opens(folder: Path) -> None:
    opened = town(laws=[law(opens={"new": "old"})], transitions=[move("work", "new", 2.0)], stock={"states": {"work": 50}})
    write(folder, opened)
    played = play()
    assert (played.by_month("new")[:, :6] == 0.0).all()
    assert played.by_month("old")[0, 5] > 0.0
    assert played.by_month("new")[0, -1] > 0.0


def test_a_law_that_is_suspended_ends_nothing(folder: Path) -> None:
    keep = {"id": "keep", "label": "Keep", "kind": "terms", "window": {"start": "2025-01-01"}, "suspends": ["reform"]}
    write(folder, town(), {"kept": scenario("keep")}, [keep])
    played = play("kept")
    assert (played.by_month("old") == 20.0).all()
    assert played.kroner("aid", 2026)[0] == pytest.approx(20 * 12 * 1_000)


def test_a_rate_of_2026_moves_no_krone_before(folder: Path) -> None:
    dear = law(id="dear", **{"from": "2026-01-01"}, changes=[{"path": "rates.high", "to": 5_000}])
    write(folder, town())
    plain = play()
    write(folder, town(laws=[law(ends={"old": "new"}), dear]))
    changed = play(results=Path("others"))
    assert changed.line("aid", 2025) == plain.line("aid", 2025)
    assert changed.kroner("aid", 2026)[0] == pytest.approx(20 * 12 * 5_000)


def test_a_horizon_beyond_the_index_is_carried_on_where_it_says_how(folder: Path) -> None:
    still = {"laws": [], "start": "2025-01-01"}
    write(folder, town(**still, index={"years": {"2025": 1}}))
    with pytest.raises(UserError, match="2025-12-31"):
        study.run(asked())
    write(folder, town(**still, index={"years": {"2025": 1}, "beyond": 1.03}))
    assert play().kroner("aid", 2026)[0] == pytest.approx(20 * 12 * 1_030)


def test_the_threshold_of_a_deduction_follows_its_own_years(folder: Path) -> None:
    paid = [{"id": "of_old", "states": ["old", "new"], "pays": {"high": 1}, "wage": 1_500}]
    cut = [{"id": "cut", "states": ["old", "new"], "share": {"0": 0, "1000": 0.5}, "years": {"2025": 1, "2026": 1.1}}]
    write(folder, town(rate_classes=paid, wage_deductions=cut, index={"years": {"2025": 1, "2026": 1.05}}))
    played = play()
    assert played.kroner("aid", 2025)[0] == pytest.approx(20 * 12 * (2_000 - 250))
    assert played.kroner("aid", 2026)[0] == pytest.approx(20 * 12 * (1.05 * 2_000 - 0.5 * (1.05 * 1_500 - 1_100)))


WRONG = {
    "a way round": ([law(closes={"old": "new"}), law(id="other", closes={"new": "old"})], "lead round"),
    "an unknown state": ([law(ends={"gone": "new"})], "'gone'"),
    "an unknown class": ([law(pays={"gone": {"low": 1}})], "'gone'"),
    "an unknown rate": ([law(pays={"of_old": {"gone": 1}})], "'gone'"),
    "stock in an ended state": ([law(ends={"old": "new"}, **{"from": "2025-01-01"})], "'old' in the stock"),
    "a number that holds for good": ([law(changes=[{"path": "stock.states.old", "to": 3}])], "stock.states.old"),
    "an end before the start": ([law(until="2025-01-01")], "2025-01-01"),
}


@pytest.mark.parametrize("case", WRONG)
def test_a_law_that_does_not_fit_is_refused(folder: Path, case: str) -> None:
    laws, found = WRONG[case]
    write(folder, town(laws=laws))
    with pytest.raises(UserError, match=found):
        study.run(asked())


def test_persons_are_the_same_until_the_day_of_a_reform(folder: Path) -> None:
    moves = [move("work", "old", 1.0), move("old", "work", 1.5), move("new", "work", 1.5)]
    world = town(transitions=moves, stock={"states": {"old": 200, "work": 200}})
    write(folder, world)
    with_it = play().by_month("old")
    write(folder, {**world, "laws": []})
    without = play(results=Path("others")).by_month("old")
    assert np.array_equal(with_it[:, :6], without[:, :6])
    assert not np.array_equal(with_it[:, 6:], without[:, 6:])
