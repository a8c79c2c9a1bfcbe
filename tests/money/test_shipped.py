"""The shipped rates and laws against the amounts that were published, to the krone."""

from __future__ import annotations

from datetime import date

import pytest

from simcase.declare import Library, shipped
from simcase.model import Model, in_force, resolve
from simcase.money.prices import regulation, thresholds_of

THRESHOLDS = {2019: 14_686, 2020: 14_965, 2021: 15_264, 2022: 15_401, 2023: 15_817, 2024: 16_323, 2025: 16_911, 2026: 17_672}
"""The wage a month from which 55 % of it are deducted instead of 30: published in 2022 and 2024, the rest by the full regulation."""
HIGHEST = {2019: 18_866, 2020: 19_083, 2021: 19_322, 2022: 19_351, 2023: 19_728, 2024: 20_359, 2025: 21_092, 2026: 22_041}
"""The highest a-dagpenge in kroner a month."""


@pytest.fixture(scope="module")
def model() -> Model:
    return resolve("kik-ii", library=Library((shipped(),)))


@pytest.mark.parametrize("year", THRESHOLDS)
def test_rates_and_thresholds_are_those_of_each_year(model: Model, year: int) -> None:
    (flex,) = (each for each in thresholds_of(model, year, "current").wage_deductions if each.id == "flekstilskud")
    (_, (edge, share)) = flex.share
    assert edge * regulation(model, year) == pytest.approx(THRESHOLDS[year], abs=1.0)
    assert share == 0.55
    assert model.rates["adagp_max"].value * regulation(model, year) == pytest.approx(HIGHEST[year], abs=1.0)


def test_half_refund_of_measures_ends_with_june_2019_for_two_benefits(model: Model) -> None:
    before, after = (in_force(model, day).measures_refund for day in (date(2019, 6, 30), date(2019, 7, 1)))
    ended = {"a_dagpenge", "sygedagpenge"}
    assert {line: share.value for line, share in before.items()} == dict.fromkeys([*before], 0.5)
    assert {line: share.value for line, share in after.items()} == {line: 0.0 if line in ended else 0.5 for line in before}
    assert ended < set(before)


def test_old_ledighedsydelse_is_refunded_for_18_months_in_24(model: Model) -> None:
    assert model.refusion is not None
    shares = [(each.id, each.weeks, each.state_share) for each in model.refusion.cohorts if each.states == ("ledighedsydelse",)]
    assert shares == [
        ("ledighedsydelse_before_2013_lapsed", 78, 0.0),
        ("ledighedsydelse_before_2013", None, 0.3),
        ("ledighedsydelse_2013_14_lapsed", 78, 0.0),
        ("ledighedsydelse_2013_14", None, 0.3),
    ]
    (counter,) = (each for each in model.counters if each.id == "ledighedsydelse_weeks")
    assert (counter.runs_in, counter.within_weeks) == (("kontanthjaelp_jobparat", "kontanthjaelp_aktivitetsparat", "ledighedsydelse"), 104)
