"""When an investment has paid for itself: accounts written by hand."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest
from worlds import TOWN, initiative, move, scenario, state, write

from simcase.compare import PricedRun, business_case, payback
from simcase.model import resolve
from simcase.money import Accounts
from simcase.vocabulary import document_of

YEARS = (2019, 2020, 2021, 2022)
CALIBRATION = {
    "start": "2019-01-01",
    "end": "2022-12-31",
    "states": [state("help", line="aid"), state("work")],
    "lines": [{"id": "aid", "label": "Aid"}],
    "transitions": [move("help", "work", 1.0)],
    "stock": {"states": {"help": 1}},
}


def world(name: str, municipality: list[list[float]]) -> PricedRun:
    """Return a world with the municipality's kroner of each replication and year; the state pays as much."""
    kroner = np.repeat(np.array(municipality, dtype=np.float64)[:, :, None], 2, axis=2)
    accounts = Accounts(YEARS, ("aid", "i_alt"), *([np.zeros_like(kroner)] * 3), 2 * kroner, kroner, kroner)
    simulated = {"names": SimpleNamespace(periods=tuple(date(year, 1, 1) for year in YEARS)), "month_days": np.array([1461.0])}
    outcome = SimpleNamespace(days=np.zeros((len(kroner), 48, 2)), years=YEARS, **simulated)
    return PricedRun(resolve(name, calibration=TOWN), outcome, accounts)  # type: ignore[arg-type]


def pair(folder: Path, costs: dict[int, float], saved: list[list[float]]) -> tuple[PricedRun, PricedRun]:
    """Return two worlds: in the other one an initiative costs kroner by year and saves kroner by replication and year.

    What costs less than nothing is what an initiative of the first one costs.
    """
    spent = [{"year": year, "line": "aid", "kroner": kroner} for year, kroner in costs.items() if kroner >= 0]
    spared = [{"year": year, "line": "aid", "kroner": -kroner} for year, kroner in costs.items() if kroner < 0]
    pushes = [initiative(name, ["help"], ["work"], 2.0, costs=kroner) for name, kroner in (("push", spent), ("old", spared))]
    write(folder, CALIBRATION, {"plain": scenario("old"), "dear": scenario("push")}, pushes)
    return world("plain", [[1000.0] * 4] * len(saved)), world("dear", [[1000.0 - kroner for kroner in each] for each in saved])


def paid_back(one: PricedRun, other: PricedRun, discount: float = 0.0) -> dict[str, Any]:
    """Return the payback as its document."""
    return dict(document_of(payback(one, other, discount)))


@pytest.mark.parametrize(
    ("costs", "saved", "date", "probability"),
    [
        ({2019: 100}, [[10, 50, 60, 10]], "2021-12-31", 1.0),
        ({2019: 100}, [[10, 50, 40, 10]], "2021-12-31", 1.0),  # to the krone
        ({2019: 100}, [[10, 50, 39, 0.5]], None, 0.0),
        ({2019: 100}, [[150, 0, 0, 0]], "2019-12-31", 1.0),
        ({2019: 50, 2021: 50}, [[0, 40, 30, 40]], "2022-12-31", 1.0),
        ({2019: 100}, [[0, 100, 0, 0], [0, 0, 0, 90], [0, 300, 0, 0]], "2020-12-31", 2 / 3),  # the mean, and the share
        ({2019: 100}, [[0, 120, -50, 0]], "2020-12-31", 0.0),  # paid back, and lost again in the end
    ],
)
def test_payback_is_the_end_of_the_first_year_that_covers_the_investment(
    folder: Path, costs: dict[int, float], saved: list[list[float]], date: str | None, probability: float
) -> None:
    told = {"discount": 0.0, "investment": sum(costs.values())}
    assert paid_back(*pair(folder, costs, saved)) == {"date": date, "probability": pytest.approx(probability), **told}


@pytest.mark.parametrize(("saved", "date"), [([0, 0, 10, 10], None), ([0, 0, 10, 100], "2022-12-31")])
def test_years_before_the_investment_pay_nothing_back(folder: Path, saved: list[float], date: str | None) -> None:
    assert paid_back(*pair(folder, {2021: 100}, [saved]))["date"] == date


def test_without_an_investment_there_is_nothing_to_pay_back(folder: Path) -> None:
    assert paid_back(*pair(folder, {}, [[10, 10, 10, 10]])) == {"date": None, "probability": None, "discount": 0.0, "investment": 0.0}


@pytest.mark.parametrize(("costs", "sum_"), [({2019: -100}, -100.0), ({2019: 50, 2021: -80}, -30.0), ({2019: 50, 2021: -50}, 0.0)])
def test_what_is_not_spent_is_nothing_to_pay_back(folder: Path, costs: dict[int, float], sum_: float) -> None:
    told = {"date": None, "probability": None, "discount": 0.0, "investment": sum_}
    assert paid_back(*pair(folder, costs, [[10, 10, 10, 10]])) == told
    assert paid_back(*pair(folder, costs, [[-500, 10, 10, 10]])) == told


def test_an_investment_begins_where_more_is_spent_than_has_been_spared(folder: Path) -> None:
    assert paid_back(*pair(folder, {2019: -50, 2021: 100}, [[10, 10, 60, 0]]))["date"] == "2021-12-31"
    assert paid_back(*pair(folder, {2019: -50, 2021: 100}, [[0, 0, 10, 0]]))["date"] is None


def test_the_business_case_charges_the_municipality_and_not_the_state(folder: Path) -> None:
    rows = business_case(*pair(folder, {2019: 100, 2021: 30}, [[10, 20, 30, 40], [30, 40, 50, 60]]), [0, 2])
    found: dict[tuple[int, str], list[Any]] = {
        (row.year, row.payer): [getattr(row, name).mean for name in ("investment", "saved", "net")] for row in rows
    }
    assert found == {
        (2019, "municipality"): [100, 20, -80],
        (2019, "state"): [0, 20, 20],
        (2021, "municipality"): [30, 40, 10],
        (2021, "state"): [0, 40, 40],
    }
    assert rows[0].net.p05 == pytest.approx(-90.0)


def test_a_discount_counts_what_comes_later_for_less(folder: Path) -> None:
    one, other = pair(folder, {2019: 100}, [[0, 110, 0, 0]])
    assert paid_back(one, other, 0.05)["date"] == "2020-12-31"
    assert paid_back(one, other, 0.15)["date"] is None
    rows = [row for row in business_case(one, other, [0, 1], 0.1) if row.payer == "municipality"]
    assert [row.cumulated.mean for row in rows] == pytest.approx([-100, 0])
    assert [row.net.mean for row in rows] == pytest.approx([-100, 110])
