"""Queues and chains whose laws are known: what is simulated follows them."""

from __future__ import annotations

import math
from pathlib import Path

import numpy as np
import polars as pl
import pytest
from scipy.integrate import quad
from scipy.linalg import expm
from scipy.stats import binom, poisson, t
from statistics_helper import agrees, variance_law
from worlds import after, initiative, move, play, scenario, state, write

YEAR = 365.25
MONTH_ENDS = (31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365)
"""Days from the start of 2019 to the end of each of its months."""


def queues(count: int, per_year: float) -> dict[str, object]:
    """Return a world of queues, empty at the start: half end by chance at 4 a year, half after ten weeks to the day."""
    names = [f"{kind}{number}" for number in range(count) for kind in ("chance", "fixed")]
    return {
        "start": "2019-01-01",
        "end": "2019-12-31",
        "states": [*map(state, names), state("gone", absorbing=True)],
        "transitions": [move(name, "gone", 4.0) for name in names if name.startswith("chance")],
        "rules": [after(f"end_{name}", name, 10, "gone") for name in names if name.startswith("fixed")],
        "stock": {"states": {}},
        "arrivals": [{"id": f"to_{name}", "per_year": per_year, "states": {name: 1}} for name in names],
    }


@pytest.fixture(scope="module")
def stocks(tmp_path_factory: pytest.TempPathFactory) -> pl.DataFrame:
    """Return month-end stocks of 25 queues of each kind in 160 replications: 4,000 of each."""
    folder = tmp_path_factory.mktemp("queues")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        write(folder, queues(25, 40.0))
        persons = play(replications=160).persons
    return persons.filter(pl.col("state") != "gone").with_columns(
        kind=pl.col("state").str.extract("([a-z]+)"), month=pl.col("month").dt.month()
    )


@pytest.mark.parametrize("month", [1, 2, 6, 12])
@pytest.mark.parametrize("kind", ["chance", "fixed"])
def test_the_stock_of_an_infinite_queue_is_poisson_whatever_the_stay(stocks: pl.DataFrame, kind: str, month: int) -> None:
    found = stocks.filter((pl.col("kind") == kind) & (pl.col("month") == month))["stock"].to_numpy()
    days = MONTH_ENDS[month - 1]
    # Arrivals a day times the mean time spent so far: the integral of the share that stays.
    mean = 40.0 / YEAR * ((1.0 - math.exp(-4.0 * days / YEAR)) * YEAR / 4.0 if kind == "chance" else min(days, 70))
    agrees(float(found.sum()), poisson(len(found) * mean), 0.08 * len(found) * mean, f"{kind} {month} mean")
    agrees(float(found.var(ddof=1)), variance_law(mean, mean + 3.0 * mean**2, len(found)), 0.25 * mean, f"{kind} {month} variance")


def test_arrivals_come_at_the_stated_rate(folder: Path) -> None:
    write(folder, queues(1, 5_000.0))
    played = play(replications=20)
    for name in ("chance0", "fixed0"):
        expected = 20 * 5_000.0 * 365 / YEAR
        agrees(played.moves("arrival", name), poisson(expected), 0.025 * expected, name)


RATES = {("a", "b"): 3.0, ("b", "a"): 1.5, ("b", "c"): 0.5, ("c", "a"): 1.0}
CHAIN = {
    "start": "2019-01-01",
    "end": "2019-12-31",
    "states": [state("a"), state("b"), state("c")],
    "transitions": [move(left, entered, rate) for (left, entered), rate in RATES.items()],
    "stock": {"states": {"a": 4000}},
}


def transient(days: float) -> np.ndarray:
    """Return where a citizen who starts in a is after some days, by expm(Qt)."""
    rates = np.zeros((3, 3))
    for (left, entered), rate in RATES.items():
        rates["abc".index(left), "abc".index(entered)] = rate
    return np.asarray(expm((rates - np.diag(rates.sum(axis=1))) * days / YEAR)[0])


@pytest.fixture(scope="module")
def chain(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, np.ndarray]]:
    """Return month-end stocks and days of a Markov chain by state (shape: replications, months)."""
    folder = tmp_path_factory.mktemp("chain")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        write(folder, CHAIN)
        played = play(replications=50)
        return {name: {figure: played.by_month(name, figure) for figure in ("stock", "days")} for name in "abc"}


@pytest.mark.parametrize("name", ["a", "b", "c"])
def test_a_markov_chain_is_where_expm_says_at_the_end_of_every_month(chain: dict[str, dict[str, np.ndarray]], name: str) -> None:
    stock = chain[name]["stock"]
    for month, days in enumerate(MONTH_ENDS):
        share = transient(days)["abc".index(name)]
        agrees(stock[:, month].sum(), binom(stock.shape[0] * 4000, share), 0.01 * stock.shape[0] * 4000, f"{name} {month}")


@pytest.mark.parametrize("name", ["a", "b", "c"])
def test_the_days_of_a_markov_chain_are_the_integral_of_expm(chain: dict[str, dict[str, np.ndarray]], name: str) -> None:
    days = chain[name]["days"]
    for month in (0, 3, 11):
        begin = MONTH_ENDS[month - 1] if month else 0
        share, _ = quad(lambda at: transient(at)["abc".index(name)], begin, MONTH_ENDS[month])
        sample = days[:, month] / 4000
        law = t(len(sample) - 1, loc=share, scale=sample.std(ddof=1) / math.sqrt(len(sample)))
        agrees(sample.mean(), law, 0.012 * (MONTH_ENDS[month] - begin), f"{name} {month}")


def test_the_first_of_competing_clocks_wins_in_proportion_to_its_hazard(folder: Path) -> None:
    exits = {"b": 5.0, "c": 3.0, "d": 1.5, "e": 0.5}
    write(
        folder,
        {
            "start": "2019-01-01",
            "end": "2023-12-31",
            "states": [state(name, absorbing=name != "a") for name in "abcde"],
            "transitions": [move("a", name, rate) for name, rate in exits.items()],
            "stock": {"states": {"a": 100_000}},
        },
    )
    played = play()
    assert played.by_month("a")[0, -1] == 0
    for name, rate in exits.items():
        agrees(played.moves("a", name), binom(100_000, rate / 10.0), 1_200, name)


def test_an_effect_acts_on_the_exits_and_states_that_it_names_and_on_no_other(folder: Path) -> None:
    world = {
        "start": "2019-01-01",
        "end": "2019-01-31",
        "states": [state("a"), state("x"), state("b", absorbing=True), state("c", absorbing=True)],
        "transitions": [move(left, entered, 3.0) for left in "ax" for entered in "bc"],
        "stock": {"states": {"a": 100_000, "x": 100_000}},
    }
    write(folder, world, {"tried": scenario("push")}, [initiative("push", ["a"], ["b"], 4.0)])
    played = play("tried")
    for left, exits in (("a", {"b": 12.0, "c": 3.0}), ("x", {"b": 3.0, "c": 3.0})):
        total = sum(exits.values())
        for entered, rate in exits.items():
            share = rate / total * (1.0 - math.exp(-total * 31 / YEAR))
            agrees(played.moves(left, entered), binom(100_000, share), 1_200, f"{left} {entered}")


def test_a_decision_falls_out_in_the_stated_shares(folder: Path) -> None:
    shares = {"b": 0.5, "c": 0.3, "stay": 0.15, "d": 0.05}
    world = {
        "start": "2019-01-01",
        "end": "2019-12-31",
        "states": [state(name) for name in "abcd"],
        "transitions": [],
        "rules": [after("review", "a", 10, shares), after("second", "b", 5, {"d": 0.25, "stay": 0.75})],
        "stock": {"states": {"a": 100_000}},
    }
    write(folder, world)
    played = play()
    assert played.by_month("a")[0, 1] == 100_000
    for name in "bcd":
        agrees(played.moves("a", name), binom(100_000, shares[name]), 1_500, name)
    assert played.by_month("a")[0, -1] == 100_000 - sum(played.moves("a", name) for name in "bcd")
    # The luck of the second decision owes nothing to the first, which everybody here survived in the same way.
    agrees(played.moves("b", "d"), binom(played.moves("a", "b"), 0.25), 1_200, "second")


def test_ages_of_arrivals_are_even_between_their_edges(folder: Path) -> None:
    # All who are 30 or turn 30 move on at once: half of the arrivals, and a twentieth of the others within the year on average.
    world = {
        "start": "2019-01-01",
        "end": "2019-12-31",
        "states": [state("young"), state("grown")],
        "transitions": [],
        "stock": {"states": {}},
        "arrivals": [{"id": "movers", "per_year": 100_000, "ages": {"20": 0.5, "30": 0.2, "40": 0.3, "60": 0}, "states": {"young": 1}}],
        "rules": [{"id": "thirty", "label": "30", "states": ["young"], "when": {"age": 30}, "outcomes": {"grown": 1}}],
    }
    write(folder, world)
    played = play()
    share = 0.5 + 0.5 * 0.5 * (365 / YEAR) / 10.0
    agrees(played.moves("young", "grown"), binom(played.moves("arrival", "young"), share), 1_200, "ages")
