"""Prices and limits that hold for a time, by hand: to the day, and not a krone before or after."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from worlds import Played, after, asked, move, play, scenario, state, write

from simcase import study
from simcase.errors import UserError
from simcase.study.results import NumberResult

RATE, WAGE = 12_000.0, 4_000.0
SHARE, TAKEN = 0.2, 0.9
PAID = (RATE - 0.3 * WAGE) * TAKEN
"""A month's benefit after the wage beside it."""
YEARS = {"2018": 1, "2019": 1, "2020": 1, "2021": 1.1}


def town(**more: object) -> dict[str, Any]:
    """Return a world in which one citizen is on help for three years, with everything that has a price; the state pays a fifth."""
    return {
        "start": "2019-01-01",
        "end": "2021-12-31",
        "states": [state("help", line="aid", ladder="benefit"), state("work")],
        "lines": [{"id": "aid", "label": "Aid"}],
        "transitions": [],
        "stock": {"states": {"help": 1}},
        "refusion": {
            "counter": {"from": "2014-07-01", "reset_weeks": 52, "window_weeks": 156},
            "steps": [{"state_share": SHARE}],
            "cohorts": [],
        },
        "rates": {"full": {"value": RATE, "unit": "kr_per_month"}},
        "rate_classes": [{"id": "all", "states": ["help"], "pays": {"full": 1}, "wage": WAGE}],
        "wage_deductions": [{"id": "flex", "states": ["help"], "share": {"0": 0.3}}],
        "grants": [{"id": "basic", "label": "Basic", "line": "aid", "states": ["help"], "kroner_per_month": 1_000}],
        "measures_refund": {"aid": 0.25},
        "take_up": {"aid": TAKEN},
        "index": {"years": YEARS},
        **more,
    }


def terms(name: str, *changes: dict[str, Any], **window: str) -> dict[str, Any]:
    """Return an initiative that changes numbers while its window lasts, and costs the municipality 3,000 kr. every year."""
    costs = [{"year": year, "line": "aid", "kroner": 3_000} for year in (2019, 2020, 2021)]
    return {
        "id": name,
        "label": name,
        "kind": "terms",
        "window": window,
        "changes": [{"why": "A test", **each} for each in changes],
        "costs": costs,
    }


def kroner(played: Played) -> dict[int, list[tuple[float, float]]]:
    """Return what the municipality and the state pay by year: support, then measures and grants."""
    every: dict[int, list[tuple[float, float]]] = {}
    for year in (2019, 2020, 2021):
        _, by_state, own = played.kroner("aid", year)
        spent = [row for row in played.document["measures"] if row["year"] == year]
        every[year] = [(own, by_state), *((row["kroner"]["mean"], row["state"]["mean"]) for row in spent)]
    return every


MEASURES = [(3_000.0, 1_000.0), (-12_000.0, 12_000.0)]
GROSS = 12 * PAID * YEARS["2021"]
KINDS: dict[str, tuple[dict[str, Any], tuple[float, float], list[tuple[float, float]]]] = {
    # path: the change, what is paid in support in 2021 by municipality and state, and what in measures and grants
    "refusion.steps.0.state_share": ({"to": 0.5}, (0.5 * GROSS, 0.5 * GROSS), MEASURES),
    "rates.full": ({"to": 13_200}, (0.8 * GROSS * 12_000 / 10_800, 0.2 * GROSS * 12_000 / 10_800), MEASURES),
    "rate_classes.all.pays.full": ({"times": 0.4}, (0.8 * GROSS / 3, 0.2 * GROSS / 3), MEASURES),
    "rate_classes.all.wage": ({"times": 2}, (0.8 * GROSS * 9_600 / 10_800, 0.2 * GROSS * 9_600 / 10_800), MEASURES),
    "wage_deductions.flex.share.0": ({"to": 0.6}, (0.8 * GROSS * 9_600 / 10_800, 0.2 * GROSS * 9_600 / 10_800), MEASURES),
    "take_up.aid": ({"to": 0.45}, (0.4 * GROSS, 0.1 * GROSS), MEASURES),
    "index.years.2021": ({"to": 2.2}, (1.6 * GROSS, 0.4 * GROSS), MEASURES),
    "measures_refund.aid": ({"to": 0.5}, (0.8 * GROSS, 0.2 * GROSS), [(3_000.0, 3_000.0), (-12_000.0, 12_000.0)]),
    "grants.basic.kroner_per_month": ({"times": 2}, (0.8 * GROSS, 0.2 * GROSS), [(3_000.0, 1_000.0), (-24_000.0, 24_000.0)]),
}


@pytest.mark.parametrize("path", KINDS)
@pytest.mark.parametrize("by", ["an initiative", "the scenario"])
def test_a_price_that_changes_in_2021_moves_no_krone_before_and_needs_no_new_simulation(folder: Path, path: str, by: str) -> None:
    change, support, measures = KINDS[path]
    dated = {"path": path, **change}
    own = [dated] if by == "an initiative" else []
    world = {"changes": [{"why": "A test", "from": "2021-01-01", **dated}]} if not own else {}
    idle = {"path": "take_up.aid", "times": 1.0}
    write(
        folder,
        town(),
        {"old": scenario("nothing"), "new": scenario("reform", **world)},
        [terms("nothing", idle, start="2021-01-01"), terms("reform", *(own or [idle]), start="2021-01-01")],
    )
    old, new = play("old"), play("new")
    assert new.folder.name == old.folder.name
    before, later = kroner(old), kroner(new)
    assert (later[2019], later[2020]) == (before[2019], before[2020])
    assert before[2019][0] == pytest.approx((0.8 * 12 * PAID, 0.2 * 12 * PAID))
    assert np.array(before[2021]) == pytest.approx(np.array([(0.8 * GROSS, 0.2 * GROSS), *MEASURES]))
    assert np.array(later[2021]) == pytest.approx(np.array([support, *measures]))
    assert np.array(later[2021]) != pytest.approx(np.array(before[2021]))


def test_a_price_holds_to_the_day(folder: Path) -> None:
    doubled = {"path": "rates.full", "times": 2.0, "why": "A test", "from": "2019-07-11", "until": "2019-08-20"}
    write(folder, town(rate_classes=[{"id": "all", "states": ["help"], "pays": {"full": 1}}]), {"new": scenario(changes=[doubled])})
    played = play("new")
    month = RATE * TAKEN
    assert played.kroner("aid", 2019)[0] == pytest.approx(month * (12 + 21 / 31 + 20 / 31))
    assert played.kroner("aid", 2020)[0] == pytest.approx(month * 12)
    assert played.line("aid", 2019)["full_year_persons"]["mean"] == pytest.approx(TAKEN)
    assert played.line("aid", 2019)["persons"]["mean"] == pytest.approx(1.0)
    assert set(played.cells["since"].unique()) == {
        date(2019, 1, 1),
        date(2019, 7, 11),
        date(2019, 8, 21),
        date(2020, 1, 1),
        date(2021, 1, 1),
    }


@pytest.mark.parametrize("first", ["2019-01-01", "2018-06-01"])
def test_a_price_that_a_change_gives_the_whole_run_is_the_one_explained(folder: Path, first: str) -> None:
    write(folder, town(), {"new": scenario(changes=[{"path": "rates.full", "to": 20_000, "why": "A reason", "from": first}])})
    told = study.explain(asked("new"), "rates.full")
    assert isinstance(told, NumberResult)
    assert (told.value, told.source, told.over_time) == (20_000.0, "A reason", ())


def test_how_much_a_price_changes_needs_no_new_simulation_and_when_it_does_inside_a_year_needs_one(folder: Path) -> None:
    def folder_of(**change: object) -> str:
        write(folder, town(), {"new": scenario(changes=[{"path": "rates.full", "why": "A test", **change}])})
        return play("new").folder.name

    once = folder_of(**{"times": 2.0, "from": "2020-07-01"})
    assert folder_of(**{"times": 3.0, "from": "2020-07-01"}) == once
    assert folder_of(**{"times": 3.0, "from": "2020-08-01"}) != once
    assert folder_of(times=2.0) == folder_of(**{"times": 2.0, "from": "2020-01-01"}) != once


def test_what_is_said_of_a_number_needs_no_new_simulation(folder: Path) -> None:
    def played(factor: float, why: str) -> tuple[str, bool]:
        change = {"path": "transitions.help.work.rate", "times": factor, "why": why}
        write(folder, town(transitions=[move("help", "work", 0.1)]), {"new": scenario(changes=[change])})
        there = play("new").folder
        return there.name, why in (there / "manifest.json").read_text(encoding="utf-8")

    first = played(2.0, "A guess")
    assert played(2.0, "A count") == first == (first[0], True)
    assert played(3.0, "A count")[0] != first[0]


def test_changes_of_one_number_are_made_on_top_of_each_other_while_they_hold(folder: Path) -> None:
    changes = [
        {"path": "rates.full", "to": 6_000, "why": "For good"},
        {"path": "rates.full", "times": 2.0, "why": "From 2020", "from": "2020-01-01"},
    ]
    third = terms("third", {"path": "rates.full", "times": 3.0}, start="2018-01-01", end="2020-12-31")
    write(
        folder,
        town(wage_deductions=[{"id": "flex", "states": ["help"], "share": {"0": 0}}]),
        {"new": scenario("third", changes=changes)},
        [third],
    )
    played = play("new")
    paid = [played.kroner("aid", year)[0] / (12 * TAKEN * YEARS[str(year)]) for year in (2019, 2020, 2021)]
    assert paid == pytest.approx([18_000.0, 36_000.0, 12_000.0])


def test_a_law_may_come_into_force_inside_a_year(folder: Path) -> None:
    law = {"from": "2020-07-01", "state_shares": {"step_1": 0.4}}
    write(folder, town(refusion={**town()["refusion"], "laws": [law]}))
    played = play()
    assert played.kroner("aid", 2019)[1] == pytest.approx(12 * PAID * SHARE)
    assert played.kroner("aid", 2020)[1] == pytest.approx(6 * PAID * SHARE + 6 * PAID * 0.4)


def test_a_cohort_is_paid_by_another_share_from_a_day_on(folder: Path) -> None:
    cohort = {"id": "old", "states": ["help"], "granted_before": "2030-01-01", "state_share": 0.65}
    states = [state("help", line="aid", ladder="benefit", grant="aid"), state("work")]
    change = {"path": "refusion.cohorts.old.state_share", "to": 0.5, "why": "A test", "from": "2020-02-01"}
    write(folder, town(states=states, refusion={**town()["refusion"], "cohorts": [cohort]}), {"new": scenario(changes=[change])})
    assert play("new").kroner("aid", 2020)[1] == pytest.approx(PAID * (0.65 + 11 * 0.5))


LIMITS = {
    # weeks by law, then by the change while it holds; the day on which the citizen, on help since 2019-01-01, goes to work
    "shorter, and passed already": (52, 26, "2019-09-02", None, date(2019, 9, 2)),
    "shorter, and not passed": (52, 26, "2019-03-05", None, date(2019, 7, 2)),
    "longer in time": (26, 52, "2019-03-05", None, date(2019, 12, 31)),
    "longer too late": (26, 52, "2019-07-03", None, date(2019, 7, 2)),
    "shorter for a while": (52, 26, "2019-02-01", "2019-07-01", date(2019, 12, 31)),
    "shorter for a while that is long enough": (52, 26, "2019-02-01", "2019-07-02", date(2019, 7, 2)),
    "shorter from the first day on": (52, 26, "2019-01-01", None, date(2019, 7, 2)),
    "longer since before the first day": (26, 52, "2018-07-01", None, date(2019, 12, 31)),
    "longer from the first day on, for a while": (26, 52, "2019-01-01", "2019-09-30", date(2019, 10, 1)),
    "longer for a while": (26, 52, "2019-03-01", "2019-09-30", date(2019, 10, 1)),
}


@pytest.mark.parametrize("case", LIMITS)
@pytest.mark.parametrize("by", ["an initiative", "the scenario"])
def test_a_limit_changes_on_its_day(folder: Path, case: str, by: str) -> None:
    law, other, first, last, leaves = LIMITS[case]
    change = {"path": "rules.limit.when.weeks", "to": other, "why": "A test"}
    ends = {"end": last} if last else {}
    own = {"from": first, **({"until": last} if last else {})}
    tree = scenario("reform") if by == "an initiative" else scenario(changes=[{**change, **own}])
    write(folder, town(rules=[after("limit", "help", law, "work")]), {"new": tree}, [terms("reform", change, start=first, **ends)])
    days = play("new").persons.filter(state="help")["days"].sum()
    assert days == (leaves - date(2019, 1, 1)).days


@pytest.mark.parametrize("first", ["2019-01-01", "2018-03-01"])
def test_a_limit_that_begins_with_the_run_finds_those_who_lived_without_it_before(folder: Path, first: str) -> None:
    """Ten come every week and stay for 52, so 42 of 52 in the stock are past the new limit of ten weeks, and move at once."""
    arrivals = [{"id": "movers", "per_year": 521.8, "ages": {"30": 1, "50": 0}, "states": {"help": 1}}]
    ages = {"date": "2019-01-01", "persons": {str(age): 20 for age in range(30, 61)}}
    people = {"burn_in_years": 3, "population": ages, "stock": {"states": {"help": 520}}}
    world = town(rules=[after("limit", "help", 52, "work")], arrivals=arrivals, **people)
    change = {"path": "rules.limit.when.weeks", "to": 10, "why": "A test", "from": first}
    write(folder, world, {"new": scenario(changes=[change])})
    assert play().by_month("help")[0, 0] == pytest.approx(520, abs=40)
    played = play("new")
    assert played.by_month("help")[0, 0] == pytest.approx(100, abs=30)
    assert played.by_month("help", "days")[0, 0] == pytest.approx(31 * 100, abs=31 * 30)


def test_a_limit_finds_those_who_moved_between_states_that_share_their_duration(folder: Path) -> None:
    """Ready after 20 weeks, so 10 weeks of the new limit are behind when the second spell begins: it falls on the day of the change."""
    states = [state("help", line="aid", duration_group="g"), state("ready", duration_group="g"), state("work")]
    limit = {**after("limit", "help", 52, "work"), "states": ["help", "ready"]}
    change = {"path": "rules.limit.when.weeks", "to": 10, "why": "A test", "from": "2019-09-02"}
    write(folder, town(states=states, rules=[after("ready", "help", 20, "ready"), limit]), {"new": scenario(changes=[change])})
    played = play("new")
    assert played.persons.filter(state="help")["days"].sum() == 140
    assert played.persons.filter(state="ready")["days"].sum() == (date(2019, 9, 2) - date(2019, 1, 1)).days - 140


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"path": "transitions.help.work.rate", "times": 2, "from": "2020-01-01"}, "found 'transitions.help.work.rate' from 2020-01-01"),
        ({"path": "refusion.counter.reset_weeks", "to": 40, "until": "2020-05-31"}, "from 2019-01-01 to 2020-05-31, expected a rate"),
        ({"path": "rules.limit.outcomes.work", "to": 1, "from": "2020-01-01"}, "expected a rate, a rate class"),
        ({"path": "stock.states.help", "to": 2, "from": "2020-01-01"}, "Other numbers change for good"),
        ({"path": "refusion.laws.0.state_shares.step_1", "to": 0.5, "from": "2020-01-01"}, "expected a rate, a rate class"),
        ({"path": "grants.basic.kroner_per_month", "to": 5, "from": "2020-07-01"}, "expected whole calendar years"),
        ({"path": "rates.full", "to": 5, "from": "2022-01-01"}, "expected days from 2019-01-01 to 2021-12-31"),
        ({"path": "rates.full", "to": 5, "until": "2018-12-31"}, "holds to 2018-12-31, expected days from 2019-01-01 to 2021-12-31"),
        ({"path": "rates.full", "to": 5, "from": "2020-05-01", "until": "2020-04-30"}, "expected 'until' on 2020-05-01 or later"),
        ({"path": "rates.fool", "to": 5, "from": "2020-05-01"}, "found 'fool', expected one of full"),
        ({"path": "refusion.steps.0.state_share", "times": 6, "from": "2020-05-01"}, "found 1.8, expected a number of at most 1"),
        ({"path": "take_up.aid", "to": -1, "from": "2020-05-01"}, "found -1, expected a number of at least 0"),
        ({"path": "measures_refund.aid", "to": 1, "from": "2020-01-01"}, "found 1, expected a share below 1"),
        ({"path": "rate_classes.all.pays.full", "to": -1, "from": "2020-05-01"}, "found -12,000 kr. a month"),
        ({"path": "rules.limit.when.age", "to": 60, "from": "2020-05-01"}, "expected a path that leads to a number"),
    ],
)
def test_what_cannot_be_dated_or_is_wrong_on_some_day_is_told_where_it_stands(folder: Path, change: dict[str, Any], said: str) -> None:
    law = {"from": "2020-01-01", "state_shares": {"step_1": 0.3}}
    more = {"rules": [after("limit", "help", 52, "work")], "refusion": {**town()["refusion"], "laws": [law]}}
    write(folder, town(transitions=[move("help", "work", 0.1)], **more), {"new": scenario(changes=[{"why": "A test", **change}])})
    with pytest.raises(UserError) as wrong:
        play("new")
    assert len(wrong.value.issues) == 1
    assert str(wrong.value.issues[0]).startswith("scenarios/new.yaml:")
    assert "changes.0" in str(wrong.value)
    assert said in str(wrong.value)


def test_a_number_that_cannot_be_dated_changes_by_a_window_that_holds_through_the_whole_run(folder: Path) -> None:
    change = {"path": "stock.states.help", "to": 3}
    whole, late = terms("whole", change, start="2018-07-01"), terms("late", change, start="2019-01-02")
    write(folder, town(), {"new": scenario("whole"), "other": scenario("late")}, [whole, late])
    assert play("new").persons.filter(state="help")["days"].sum() == 3 * 1096
    with pytest.raises(UserError, match=r"late\.yaml:9 changes\.0: found 'stock\.states\.help' from 2019-01-02, expected a rate"):
        play("other")


def test_two_initiatives_that_set_one_number_in_the_same_time_are_refused(folder: Path) -> None:
    one, two = (
        terms(name, {"path": "rates.full", "to": 5_000 + n}, start="2020-01-01", end=f"202{n}-06-30") for n, name in enumerate(("a", "b"))
    )
    three = terms("c", {"path": "rates.full", "times": 2.0}, start="2021-07-01")
    write(folder, town(), {"new": scenario("a", "b", "c"), "fine": scenario("b", "c")}, [one, two, three])
    with pytest.raises(UserError, match="which another initiative changes in the same time, expected one of them, or 'times' in both"):
        play("new")
    assert play("fine").kroner("aid", 2021)[0] > 0.0


def test_terms_do_not_ramp_up_and_have_no_dates_beside_their_window(folder: Path) -> None:
    change = {"path": "rates.full", "to": 5_000, "from": "2020-01-01"}
    write(folder, town(), {"new": scenario("a")}, [{**terms("a", change), "window": {"start": "2019-01-01", "ramp_up_months": 6}}])
    with pytest.raises(UserError) as wrong:
        play("new")
    assert [issue.found for issue in wrong.value.issues] == ["6 in an initiative of kind 'terms'", "dates of its own"]
