"""Kroner by hand: one citizen, one benefit, a year of known days."""

from __future__ import annotations

from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from worlds import AS_IS, TOWN, Played, after, asked, initiative, move, play, scenario, state, stored, write

from simcase import study
from simcase.errors import UserError
from simcase.model import resolve
from simcase.model.changes import set_to
from simcase.money import accounts, prices_of
from simcase.tables import tabulate
from simcase.tidy import read
from simcase.vocabulary import document_of

MONTHLY, WEEKLY = 12_400.0, 4_340.0
SHARES = (0.8, 0.4, 0.3, 0.2)
LADDER = {
    "counter": {"from": "2014-07-01", "reset_weeks": 52, "window_weeks": 156},
    "steps": [{"to_week": week, "state_share": share} for week, share in zip((4, 26, 52), SHARES, strict=False)] + [{"state_share": 0.2}],
}


def town(**more: object) -> dict[str, Any]:
    """Return a world in which one citizen is on help and one is sick throughout 2019 and 2020."""
    return {
        "start": "2019-01-01",
        "end": "2020-12-31",
        "states": [state("help", line="aid", ladder="benefit"), state("sick", line="sickness", ladder="benefit"), state("work")],
        "lines": [{"id": "aid", "label": "Aid"}, {"id": "sickness", "label": "Sickness"}],
        "transitions": [],
        "stock": {"states": {"help": 1, "sick": 1}},
        "refusion": LADDER,
        "rates": {"aid_full": {"value": MONTHLY, "unit": "kr_per_month"}, "sick_full": {"value": WEEKLY, "unit": "kr_per_week"}},
        "rate_classes": [
            {"id": "aid_all", "states": ["help"], "pays": {"aid_full": 1}},
            {"id": "sick_all", "states": ["sick"], "pays": {"sick_full": 1}},
        ],
        "index": {"years": {"2019": 1, "2020": 1.25}},
        **more,
    }


def run(folder: Path, **more: object) -> Played:
    write(folder, town(**more))
    return play()


# In 2019 weeks 1 to 4 end on Sunday 27 January, weeks 5 to 26 on 30 June, weeks 27 to 52 on 29 December.
MONTHS_ON_STEPS = (27 / 31, 4 / 31 + 5, 5 + 29 / 31, 2 / 31)
DAYS_ON_STEPS = (27, 154, 182, 2)


def test_a_monthly_benefit_walks_down_the_ladder(folder: Path) -> None:
    gross, state_, municipality = run(folder).kroner("aid", 2019)
    paid_by_state = MONTHLY * sum(months * share for months, share in zip(MONTHS_ON_STEPS, SHARES, strict=True))
    assert gross == pytest.approx(12 * MONTHLY)
    assert state_ == pytest.approx(paid_by_state)
    assert state_ == pytest.approx(8_640.0 + 25_440.0 + 22_080.0 + 160.0)  # by hand
    assert municipality == gross - state_


def test_a_weekly_benefit_is_paid_by_the_day_and_walks_down_the_same_ladder(folder: Path) -> None:
    gross, state_, municipality = run(folder).kroner("sickness", 2019)
    assert gross == pytest.approx(365 * WEEKLY / 7)
    assert state_ == pytest.approx(WEEKLY / 7 * sum(days * share for days, share in zip(DAYS_ON_STEPS, SHARES, strict=True)))
    assert municipality == gross - state_


def test_one_step_further_down_the_ladder_costs_what_is_worked_out_by_hand(folder: Path) -> None:
    before = run(folder)
    moved = [{**step, "state_share": lower} for step, lower in zip(LADDER["steps"], (0.4, 0.3, 0.2, 0.2), strict=True)]  # type: ignore[call-overload]
    after_ = run(folder, refusion={**LADDER, "steps": moved})
    assert after_.folder == before.folder, "no new simulation"
    # Aid: 27/31 of a month at 40 points less, 5 4/31 and 5 29/31 months at 10 less; sickness: 27, 154 and 182 days of 620 kr.
    for line, moved_to_municipality in (("aid", 4_320.0 + 6_360.0 + 7_360.0), ("sickness", 620.0 * (27 * 0.4 + (154 + 182) * 0.1))):
        (gross, state_, municipality), (same, less, more) = (each.kroner(line, 2019) for each in (before, after_))
        assert same == gross
        assert state_ - less == pytest.approx(moved_to_municipality) == more - municipality


def test_the_second_year_is_on_the_last_step_at_the_rates_of_its_year(folder: Path) -> None:
    played = run(folder)
    assert played.kroner("aid", 2020) == pytest.approx((15 * MONTHLY, 3 * MONTHLY, 12 * MONTHLY))
    assert played.kroner("sickness", 2020) == pytest.approx([366 * WEEKLY / 7 * 1.25 * share for share in (1.0, 0.2, 0.8)])


def test_fixed_prices_are_those_of_the_base_year(folder: Path) -> None:
    write(folder, town())
    played = play(prices="2019")
    assert played.kroner("aid", 2020) == pytest.approx((12 * MONTHLY, 2.4 * MONTHLY, 9.6 * MONTHLY))
    assert played.kroner("aid", 2019) == run(folder).kroner("aid", 2019)


def test_the_total_holds_the_lines_of_the_plan_and_another_the_memo_lines_too(folder: Path) -> None:
    lines = [{"id": "aid", "label": "Aid"}, {"id": "sickness", "label": "Sickness", "memo": True}]
    played = run(folder, lines=lines)
    aid, sickness, plan, everything = (played.kroner(line, 2019) for line in ("aid", "sickness", "i_alt", "i_alt_inkl_sickness"))
    assert plan == aid
    assert everything == tuple(one + other for one, other in zip(aid, sickness, strict=True))


def test_outside_the_ladder_the_municipality_pays_all(folder: Path) -> None:
    states = [state("help", line="aid"), state("sick", line="sickness", ladder="benefit"), state("work")]
    assert run(folder, states=states).kroner("aid", 2019) == pytest.approx((12 * MONTHLY, 0.0, 12 * MONTHLY))
    assert run(folder, refusion=None).kroner("sickness", 2019)[1] == 0.0


def test_a_part_of_a_month_is_paid_by_its_days(folder: Path) -> None:
    played = run(folder, start="2019-02-11", end="2019-04-10")
    assert played.kroner("aid", 2019)[0] == pytest.approx(MONTHLY * (18 / 28 + 1 + 10 / 30))
    row = played.line("aid", 2019)
    assert row["persons"]["mean"] == 1.0
    assert row["full_year_persons"]["mean"] == pytest.approx((18 / 28 + 1 + 10 / 30) / 12)


def test_a_spell_that_ends_inside_a_month_is_paid_to_that_day(folder: Path) -> None:
    played = run(folder, rules=[after("job", "help", 6, "work")])
    gross, state_, _ = played.kroner("aid", 2019)
    # 42 days, to 11 February; the step changes on 28 January.
    assert gross == pytest.approx(MONTHLY * (1 + 11 / 28))
    assert state_ == pytest.approx(MONTHLY * (0.8 * 27 / 31 + 0.4 * (4 / 31 + 11 / 28)))
    assert played.line("aid", 2019)["persons"]["mean"] == pytest.approx(42 / 365)


def test_a_mix_of_rates_and_a_deduction(folder: Path) -> None:
    rates = {
        "high": {"value": 12_000, "unit": "kr_per_month"},
        "low": {"value": 8_000, "unit": "kr_per_month"},
        "cut": {"value": 1_000, "unit": "kr_per_month"},
        "sick_full": {"value": WEEKLY, "unit": "kr_per_week"},
    }
    classes = [
        {"id": "aid_all", "states": ["help"], "pays": {"high": 0.25, "low": 0.75, "cut": -0.9}},
        {"id": "sick_all", "states": ["sick"], "pays": {"sick_full": 0.5}},
    ]
    played = run(folder, rates=rates, rate_classes=classes)
    assert played.kroner("aid", 2019)[0] == pytest.approx(12 * (3_000 + 6_000 - 900))
    # Full-year persons: gross over the full yearly rate, and a deduction is no part of that.
    assert played.line("aid", 2019)["full_year_persons"]["mean"] == pytest.approx(0.9)
    assert played.line("aid", 2019)["persons"]["mean"] == 1.0


def test_rate_classes_part_citizens_by_segment_and_age(folder: Path) -> None:
    # Everybody is 40 on 1 January 2019, and 40.5 on 2 July.
    rates = {name: {"value": value, "unit": "kr_per_month"} for name, value in (("a", 1_000), ("b", 2_000), ("c", 4_000))}
    classes = [
        {"id": "young", "states": ["help"], "segments": ["x"], "to_age": 40.5, "pays": {"a": 1}},
        {"id": "old", "states": ["help"], "segments": ["x"], "from_age": 40.5, "pays": {"b": 1}},
        {"id": "others", "states": ["help"], "segments": ["y"], "pays": {"c": 1}},
    ]
    world = {
        "states": [state("help", line="aid", ladder="benefit")],
        "stock": {"states": {"help": 1}},
        "rates": rates,
        "rate_classes": classes,
        "lines": [{"id": "aid", "label": "Aid"}],
    }
    kinds = [{"id": name, "label": name, "share": {"0": share}} for name, share in (("x", 1), ("y", 0))]
    played = run(folder, **world, segments=kinds)
    assert played.kroner("aid", 2019)[0] == pytest.approx(1_000 * (6 + 1 / 31) + 2_000 * (5 + 30 / 31))
    played = run(folder, **world, segments=[{**kind, "share": {"0": 1 - kind["share"]["0"]}} for kind in kinds])
    assert played.kroner("aid", 2019)[0] == pytest.approx(12 * 4_000)


def test_full_time_shares_scale_pay_and_full_time_persons(folder: Path) -> None:
    half = [state("help", line="aid", ladder="benefit", full_time_share=0.5), state("sick", line="sickness", ladder="benefit")]
    played = run(folder, states=[*half, state("work")])
    row = played.line("aid", 2019)
    assert [row[count]["mean"] for count in ("persons", "full_time_persons", "full_year_persons")] == pytest.approx([1.0, 0.5, 0.5])
    assert played.kroner("aid", 2019)[0] == pytest.approx(6 * MONTHLY)


def test_take_up_scales_the_kroner_of_its_line_and_of_no_other(folder: Path) -> None:
    full, part = run(folder), run(folder, take_up={"aid": 0.75})
    for year in (2019, 2020):
        assert part.kroner("aid", year) == pytest.approx([0.75 * kroner for kroner in full.kroner("aid", year)])
        assert part.kroner("sickness", year) == full.kroner("sickness", year)
    assert part.line("aid", 2019)["persons"] == full.line("aid", 2019)["persons"]
    assert part.line("aid", 2019)["full_year_persons"]["mean"] == pytest.approx(0.75)


BUSY = {
    "transitions": [move("help", "work", 3.0), move("work", "help", 2.0), move("work", "sick", 1.0), move("sick", "work", 9.0)],
    "stock": {"states": {"help": 300, "sick": 40, "work": 500}},
}
"""A world in which much happens, so that sums of kroner are not round."""


def test_doubled_rates_double_everything_exactly(folder: Path) -> None:
    write(folder, town(**BUSY))
    once = play(replications=4)
    rates = {name: {**rate, "value": 2 * rate["value"]} for name, rate in town()["rates"].items()}
    write(folder, town(**BUSY, rates=rates))
    twice = play(replications=4)
    for row, double in zip(once.document["budget"], twice.document["budget"], strict=True):
        for payer in ("gross", "state", "municipality"):
            assert double[payer] == {name: 2.0 * kroner for name, kroner in row[payer].items()}
        assert double["persons"] == row["persons"]
        assert double["full_year_persons"] == row["full_year_persons"]


def test_payers_add_up_to_gross_in_every_replication(folder: Path) -> None:
    write(folder, town(**BUSY))
    request, model = asked(replications=20), resolve("as-is", calibration="town")
    account = accounts(model, read(study.run(request).folder, tabulate(model)))
    assert abs(account.state + account.municipality - account.gross).max() < 0.005
    assert (account.state > 0.0).all()
    assert (account.municipality > 0.0).all()
    assert account.gross[..., -1] == pytest.approx(account.gross[..., :-1].sum(axis=-1))


def test_other_prices_need_no_new_simulation(folder: Path) -> None:
    write(folder, town(**BUSY))
    current, fixed = play(replications=3), play(replications=3, prices="2019")
    assert fixed.folder == current.folder
    assert fixed.document["run"] == current.document["run"] | {"prices": "2019"}  # the seconds that it took, to the last digit
    assert fixed.kroner("aid", 2020) == pytest.approx([kroner / 1.25 for kroner in current.kroner("aid", 2020)])


def test_a_changed_rate_leaves_every_table_as_it_was(folder: Path) -> None:
    change = {"path": "rates.aid_full", "times": 1.1, "why": "a dearer benefit"}
    write(folder, town(**BUSY), {"dearer": scenario(changes=[change])})
    before, dearer = play(replications=3), play("dearer", replications=3)
    assert stored(before.folder) == stored(dearer.folder)
    assert dearer.kroner("aid", 2019)[0] == pytest.approx(1.1 * before.kroner("aid", 2019)[0])
    assert dearer.kroner("sickness", 2019) == before.kroner("sickness", 2019)


def test_a_changed_rate_needs_no_new_simulation(folder: Path) -> None:
    write(folder, town(**BUSY))
    before = play(replications=3)
    rates = {name: {**rate, "value": 2 * rate["value"]} for name, rate in town()["rates"].items()}
    write(folder, town(**BUSY, rates=rates))
    assert play(replications=3).document["run"]["id"] == before.document["run"]["id"]


def flex(cohorts: list[dict[str, Any]], **more: object) -> dict[str, Any]:
    """Return a world with a scheme whose date of grant is kept: one citizen in it from the start, one who enters after eight weeks."""
    return town(
        states=[
            state("flex", line="aid", ladder="benefit", grant="scheme"),
            state("between", line="sickness", ladder="benefit", grant="scheme"),
            state("work"),
        ],
        stock={"states": {"flex": 1}},
        rate_classes=[
            {"id": "flex_all", "states": ["flex"], "pays": {"aid_full": 1}},
            {"id": "between_all", "states": ["between"], "pays": {"aid_full": 1}},
        ],
        refusion={**LADDER, "cohorts": cohorts},
        **more,
    )


def cohort(granted_before: str, share: float, name: str = "old", **more: object) -> dict[str, Any]:
    return {"id": name, "states": ["flex"], "granted_before": granted_before, "state_share": share, **more}


@pytest.mark.parametrize(("granted_before", "share"), [("2019-01-02", 0.65), ("2019-01-01", None)])
def test_those_granted_before_a_date_stay_off_the_ladder(folder: Path, granted_before: str, share: float | None) -> None:
    write(folder, flex([cohort(granted_before, 0.65)]))
    expected = sum(months * step for months, step in zip(MONTHS_ON_STEPS, SHARES, strict=True)) if share is None else 12 * share
    assert play().kroner("aid", 2019)[1] == pytest.approx(MONTHLY * expected)


def test_the_first_cohort_that_fits_is_used(folder: Path) -> None:
    write(folder, flex([cohort("2018-01-01", 0.1, "never"), cohort("2019-02-01", 0.5, "first"), cohort("2019-03-01", 0.9, "second")]))
    assert play().kroner("aid", 2019)[1] == pytest.approx(MONTHLY * 6)


def test_those_who_are_granted_later_are_on_the_ladder(folder: Path) -> None:
    write(folder, flex([cohort("2019-02-01", 0.65)], rules=[after("grant", "work", 8, "flex")]) | {"stock": {"states": {"work": 1}}})
    assert set(play().cells.filter(rate_class="flex_all")["column"]) == {"step_1", "step_2", "step_3", "step_4"}


def test_the_date_of_grant_is_kept_within_the_scheme_and_a_new_spell_may_end_the_old_rules(folder: Path) -> None:
    # 13 weeks in flex (to 2 April), four between, then flex again: the same grant, a new spell.
    rules = [after("leave", "flex", 13, "between"), after("return", "between", 4, "flex")]
    write(folder, flex([cohort("2019-01-15", 0.65)], rules=rules))
    assert set(play().cells.filter(rate_class="flex_all")["column"]) == {"old"}
    write(folder, flex([cohort("2019-01-15", 0.65, spell_before="2019-03-01")], rules=rules))
    cells = play().cells
    assert set(cells.filter(rate_class="flex_all")["column"]) == {"old", "step_2", "step_3", "step_4"}
    assert cells.filter(column="old")["days"].sum() == 91
    # The weeks off the ladder count as benefit all the same: the fourth counted week ended in January.
    assert set(cells.filter(rate_class="between_all", year=2019)["column"]) == {"step_2", "step_3"}


LAPSE: dict[str, Any] = {
    "start": "2018-01-01",
    "states": [
        state("social", ladder="benefit", grant="flexible"),
        state("between", line="idle", ladder="benefit", grant="flexible"),
        state("work", ladder="self_support"),
    ],
    "lines": [{"id": "idle", "label": "Idle"}],
    "counters": [{"id": "latest", "runs_in": ["social", "between"], "within_weeks": 104}],
    "rates": {"idle_89": {"value": 16_791, "unit": "kr_per_month"}},
    "rate_classes": [{"id": "idle", "states": ["between"], "pays": {"idle_89": 1}}],
    "stock": {"states": {"between": 1}},
    "index": {"years": {"2018": 1, "2019": 1, "2020": 1}},
}
"""Ledighedsydelse of 16,791 kr. a month, of which the state pays 30 %, and nothing once 78 of the latest 104 weeks have been paid."""


def lapse(folder: Path, rules: list[dict[str, Any]], stock: str = "between") -> Played:
    """Return three years from Monday 1 January 2018 in which the one citizen, granted the scheme on the first day, is on the old rules."""
    old = {"states": ["between"], "granted_before": "2018-02-01"}
    cohorts = [{"id": "lapsed", **old, "counter": "latest", "weeks": 78, "state_share": 0}, {"id": "old", **old, "state_share": 0.3}]
    refusion = {**LADDER, "cohorts": cohorts}
    write(folder, town(**LAPSE, rules=rules, refusion=refusion) | {"end": "2020-12-31", "stock": {"states": {stock: 1}}})
    return play()


def test_nothing_is_refunded_from_the_79th_week_of_104_on(folder: Path) -> None:
    """From Monday 1 January 2018 the 78th week ends on Sunday 30 June 2019."""
    played = lapse(folder, [])
    assert [played.kroner("idle", year)[0] for year in (2018, 2019, 2020)] == pytest.approx([201_492.00] * 3, abs=0.005)
    assert [played.kroner("idle", year)[1] for year in (2018, 2019, 2020)] == pytest.approx([60_447.60, 30_223.80, 0.0], abs=0.005)


def test_weeks_on_another_benefit_that_the_counter_runs_in_count_as_well(folder: Path) -> None:
    """40 weeks of kontanthjælp, and from 8 October 2018 ledighedsydelse: the 78th week is the same."""
    played = lapse(folder, [after("idle", "social", 40, "between")], "social")
    assert [played.kroner("idle", year)[1] for year in (2019, 2020)] == pytest.approx([30_223.80, 0.0], abs=0.005)


def test_a_spell_goes_on_where_the_counter_stood_and_old_weeks_are_forgotten(folder: Path) -> None:
    """60 weeks to 24 February 2019, work for ten, and the 19th week from 6 May is the 79th: of September, 8 of 30 days are refunded."""
    rules = [after("job", "between", 60, "work"), after("back", "work", 10, "between")]
    assert lapse(folder, rules).kroner("idle", 2019)[1] == pytest.approx(30_035.00, abs=0.005)
    # After 60 weeks of work, 44 of the latest 104 weeks are on the benefit, and so they are until the 44th week of the new spell.
    rules = [after("job", "between", 60, "work"), after("back", "work", 60, "between")]
    gross, by_state, _ = lapse(folder, rules).kroner("idle", 2020)
    assert by_state == pytest.approx(0.3 * gross)


def test_the_days_of_2019_are_those_that_the_comments_here_name() -> None:
    days = [(date(2019, *day) - date(2019, 1, 1)).days for day in ((1, 28), (7, 1), (12, 30))]
    assert [date(2019, *day).weekday() for day in ((1, 28), (7, 1), (12, 30))] == [0, 0, 0]
    assert (days[0], days[1] - days[0], days[2] - days[1], 365 - days[2]) == DAYS_ON_STEPS


def test_another_law_holds_from_its_year_and_needs_no_new_simulation(folder: Path) -> None:
    write(folder, town())
    before = play()
    law = {"from": "2020-01-01", "state_shares": {"step_4": 0.3}}
    write(folder, town(refusion={**LADDER, "laws": [law]}))
    after_ = play()
    assert after_.folder == before.folder
    assert after_.kroner("aid", 2019) == before.kroner("aid", 2019)
    assert after_.kroner("aid", 2020) == pytest.approx((15 * MONTHLY, 4.5 * MONTHLY, 10.5 * MONTHLY))


def test_a_law_on_a_step_that_is_not_there_is_refused(folder: Path) -> None:
    law = {"from": "2020-07-01", "state_shares": {"step_5": 0.3}}
    write(folder, town(refusion={**LADDER, "laws": [law]}))
    with pytest.raises(UserError) as wrong:
        play()
    assert [issue.found for issue in wrong.value.issues] == ["'step_5'"]


@pytest.mark.parametrize(("wage", "less"), [(1_000.0, 300.0), (10_000.0, 0.3 * 6_000 + 0.55 * 4_000), (90_000.0, MONTHLY)])
def test_a_wage_lowers_a_benefit_by_its_rule_and_to_nothing_at_the_least(folder: Path, wage: float, less: float) -> None:
    rules = [{"id": "flex", "states": ["help"], "share": {"0": 0.3, "6000": 0.55}}]
    classes = [{**each, "wage": wage} if each["id"] == "aid_all" else each for each in town()["rate_classes"]]
    played = run(folder, wage_deductions=rules, rate_classes=classes)
    assert played.kroner("aid", 2019)[0] == pytest.approx(12 * (MONTHLY - less))
    assert played.line("aid", 2019)["full_year_persons"]["mean"] == pytest.approx(1 - less / MONTHLY)
    assert played.line("aid", 2019)["persons"]["mean"] == 1.0


def test_a_wage_without_a_rule_is_refused(folder: Path) -> None:
    classes = [{**each, "wage": 1_000.0} for each in town()["rate_classes"]]
    with pytest.raises(UserError, match="a wage beside 'help'"):
        run(folder, rate_classes=classes)


def test_the_slot_of_a_job_lowers_what_its_holder_is_paid(folder: Path) -> None:
    slot = {"places": 1, "weeks": 400, "wage": 2_000.0}
    job = initiative("slot", ["help"], [], 1.0, kind="programme", effects=[], window={"start": "2019-01-01"}, programme=slot)
    rules = [{"id": "help", "states": ["help"], "share": {"0": 0.75}}]
    write(folder, town(wage_deductions=rules), {"slots": scenario("slot")}, [job])
    assert play("slots").kroner("aid", 2020)[0] == pytest.approx(1.25 * 12 * (MONTHLY - 1_500))


def test_grants_and_refunded_measures_have_their_payers(folder: Path) -> None:
    grants = [
        {"id": "basic", "label": "Basic", "line": "aid", "states": ["help"], "kroner_per_month": 1_000},
        {"id": "result", "label": "Result", "line": "aid", "states": ["help"], "to": ["work"], "kroner_per_move": 50_000},
    ]
    plan = {"year": 2019, "lines": {"aid": {"support": 100_000, "measures": 9_000, "full_time_persons": 0.5}}}
    more = {"rules": [after("job", "help", 26, "work")], "measures_refund": {"aid": 0.25}}
    played = run(folder, grants=grants, budget=plan, **more)
    spent = {row["initiative"]: row for row in played.document["measures"] if row["year"] == 2019}
    days = 182 / 365
    assert spent["basic"]["kroner"]["mean"] == pytest.approx(-12_000 * days) == -spent["basic"]["state"]["mean"]
    assert spent["result"]["kroner"]["mean"] == -50_000.0
    assert (spent[None]["kroner"]["mean"], spent[None]["state"]["mean"]) == (9_000.0, 3_000.0)
    row = played.line("aid", 2019)
    volume = (days - 0.5) * 200_000
    assert row["deviation"]["volume"]["mean"] == pytest.approx(volume)
    assert row["deviation"]["price"]["mean"] == pytest.approx(row["municipality"]["mean"] - 100_000 - volume)


def test_a_figure_taken_apart_multiplies_and_adds_up_to_it(folder: Path) -> None:
    write(folder, town(**BUSY, take_up={"aid": 0.9}))
    played = play(replications=4)
    told = document_of(study.budget_figure(asked(replications=4), 2020, "aid", study.silent))
    for part in told["parts"]:
        product = part["quantity"] * part["rate"] * part["regulation"] * part["full_time_share"] * part["take_up"]
        assert part["gross"] == pytest.approx(product)
        assert part["state_kroner"] == pytest.approx(part["gross"] * part["state_share"])
        assert part["take_up"] == pytest.approx(0.9)
    sums = [sum(part[name] for part in told["parts"]) for name in ("gross", "state_kroner", "municipality")]
    assert sums == pytest.approx(played.kroner("aid", 2020))
    assert {"take_up.aid", "rates.aid_full", "refusion.steps.0.state_share", "index.years.2020"} <= {s["path"] for s in told["sources"]}


def test_a_price_that_is_changed_is_used_by_the_model_that_has_it_alone(folder: Path) -> None:
    write(folder, town())
    model = resolve(AS_IS, calibration=TOWN)
    dearer = set_to(model, "rates.aid_full", 2 * MONTHLY, "A test.")
    assert dearer.digest != model.digest
    names = tabulate(model).names
    one, other = (prices_of(each, names).a_month.max() for each in (model, dearer))
    assert (one, other) == (prices_of(model, names).a_month.max(), 2 * one)
    assert prices_of(model, names) is prices_of(model, names), "worked out once"


def test_a_figure_is_taken_apart_by_the_stored_run_of_its_world_with_most_replications(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(import_module("simcase.study.explain"), "FEWEST", 2)
    write(folder, town())
    for count in (3, 5, 4):
        play(replications=count)
    before = stored(folder)
    open_ended = asked(replications=None)
    told = study.budget_figure(open_ended, 2020, "aid", study.silent)
    assert (told.replications, told.scenario, told.calibration, told.fit, told.seed) == (5, AS_IS, TOWN, None, open_ended.seed)
    assert stored(folder) == before
    assert study.budget_figure(asked(replications=None, seed=1), 2020, "aid", study.silent).replications == 2
