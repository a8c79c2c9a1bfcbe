"""The economy is estimated: processes that are known are found again, month by month and with their signs, and the script tells them."""

from __future__ import annotations

import csv
import runpy
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from scipy.stats import norm
from statistics_helper import agrees, variance_law

from simcase.calibrate.coverage import coverage, left_out, local_errors, national_errors, scored, simulated
from simcase.calibrate.economy import Answer, Estimate, Measure, Process, answered, estimate, fitted, variances
from simcase.calibrate.panel import COLUMNS, Panel, by_size, mean_squares, read_panel
from simcase.errors import UserError
from simcase.vocabulary import Floats

SCRIPT = runpy.run_path(str(Path(__file__).parents[2] / "docs" / "background" / "economy.py"))
MEASURES: Sequence[Measure] = tuple(SCRIPT["MEASURES"].values())
SHAPES: Sequence[Process] = SCRIPT["SHAPES"]
AT_ONCE = 1e9
"""A turnover with which a stock follows its hazards within the month."""
YEARS = 13


def shaped(*figures: tuple[float, float]) -> tuple[Process, ...]:
    """Return the script's processes with other standard deviations and half-lives."""
    return tuple(replace(shape, sd=sd, half_life_months=half) for shape, (sd, half) in zip(SHAPES, figures, strict=True))


NATIONAL, LOCAL = shaped((0.4, 16.0), (0.45, 36.0)), shaped((0.12, 14.0), (0.38, 15.0))


def aimed(processes: Sequence[Process], luck: np.random.Generator) -> Floats:
    """Return the logs of what the estimate of endless histories of a stationary economy comes to."""
    squares = [np.zeros(len(measure.lags)) for measure in MEASURES]
    for _ in range(1000):
        for number, series in enumerate(simulated(processes, MEASURES, YEARS, luck)):
            squares[number] += mean_squares(series, MEASURES[number].lags) / 1000
    return logs(fitted(squares, MEASURES, processes))


def logs(processes: Sequence[Process]) -> Floats:
    """Return the logs of standard deviation and half-life by process."""
    return np.log([(each.sd, each.half_life_months) for each in processes])


def lived(places: int, luck: np.random.Generator) -> tuple[list[Panel], dict[str, float]]:
    """Return panels of places in an economy that is known, with the chance of their sizes, and the sizes."""
    names = tuple(f"place {number:03d}" for number in range(places))
    sizes = np.exp(luck.normal(5.0, 1.0, places))
    shared = simulated(NATIONAL, MEASURES, YEARS, luck)
    own = [simulated(LOCAL, MEASURES, YEARS, luck) for _ in names]
    panels = []
    for number, series in enumerate(shared):
        chance = luck.normal(size=(places, len(series))) * np.sqrt(1.0 / sizes)[:, None]
        periods = tuple(f"{at:02d}" for at in range(len(series)))
        panels.append(Panel(names, periods, series + np.array([each[number] for each in own]) + chance))
    return panels, dict(zip(names, sizes.tolist(), strict=True))


@pytest.mark.parametrize("lag", [1, 2, 13])
def test_a_stock_that_follows_at_once_tells_the_month(lag: int) -> None:
    """So many months on, the log of the ratio has the variance of the process in just that month."""
    process = Process(6.0, 0.3, {"finding": 1.0})
    found = variances(Measure({"finding": Answer(-0.5, AT_ONCE)}, 1, (lag,)), process)
    assert found == pytest.approx([0.25 * 0.09 * (1.0 - 0.5 ** (2.0 * lag / 6.0))], rel=1e-9)


def test_variances_are_those_of_stocks_played_month_by_month() -> None:
    """The process and the stock are played as the engine plays them, month after month from a day on which both are at rest."""
    measure = Measure({"finding": Answer(-0.7, 1.5), "losing": Answer(0.6, 3.0)}, 3, (4,))
    process = Process(20.0, 0.5, {"finding": 1.0, "losing": -0.8})
    count = 20_000
    luck = np.random.default_rng(7)
    state, stocks, course = np.zeros(count), {group: np.zeros(count) for group in measure.answers}, []
    for _ in range(13):
        state = process.persistence * state + process.sd * np.sqrt(1.0 - process.persistence**2) * luck.normal(size=count)
        for group, answer in measure.answers.items():
            rest = process.loadings[group] * answer.gain * state
            stocks[group] = rest + (stocks[group] - rest) * np.exp(-answer.turnover / 12.0)
        course.append(np.sum(list(stocks.values()), axis=0))
    ratio = np.mean(course[10:13], axis=0) - course[0] / 3.0
    law = variances(measure, process)[0]
    agrees(float(np.var(ratio, ddof=1)), variance_law(law, 3.0 * law**2, count), sees=0.1 * law)


def test_good_times_lower_every_count() -> None:
    """A process above 0 lowers unemployment and assistance, and a loading of the other sign would take from what it moves."""
    for shape in SHAPES:
        for measure in MEASURES:
            assert all(loading * measure.answers[group].gain < 0.0 for group, loading in shape.loadings.items())
            assert answered(measure, shape.loadings, 240).sum() < -0.2
            turned = replace(shape, loadings={group: abs(loading) for group, loading in shape.loadings.items()})
            assert np.all(variances(measure, turned) < variances(measure, shape))


def test_an_interval_holds_the_mean_that_the_stock_has_without_an_economy() -> None:
    """So its centre lies half the variance of the log below it."""
    measure = replace(MEASURES[0], lags=(2,))
    economy = sum(variances(measure, each)[0] for each in (*NATIONAL, *LOCAL))
    panel = Panel(("a", "b"), ("1", "2", "3"), np.array([[0.0, 0.0, -0.5 * economy], [0.0, 0.0, 0.5 * economy]]))
    found = scored(panel, {"a": 1e12, "b": 1e12}, measure, Estimate(NATIONAL, LOCAL, ()), np.zeros(1))
    assert found[:, 0, 0] == pytest.approx([0.0, np.sqrt(economy)])


def test_chance_is_told_from_the_economy_by_size() -> None:
    """Small places swing more: the line through them ends at the economy of a place without end."""
    luck = np.random.default_rng(3)
    sizes = np.exp(luck.normal(4.0, 1.0, 2000))
    own = luck.normal(size=(2000, 41)) * np.sqrt(0.02 + 0.5 / sizes)[:, None]
    ends, slopes = by_size(own, sizes, [1, 4])
    assert ends == pytest.approx([0.04, 0.04], rel=0.03)
    assert slopes == pytest.approx([1.0, 1.0], rel=0.06)


def test_local_processes_are_found_again() -> None:
    """What 98 places say of a known economy lies where its errors say."""
    luck = np.random.default_rng(11)
    panels, sizes = lived(98, luck)
    found = estimate(panels, sizes, MEASURES, SHAPES)
    errors = local_errors(panels, sizes, MEASURES, found, 40, luck)
    beside = (logs(found.local) - aimed(LOCAL, luck)) / errors
    for number, what in ((0, "cycle"), (1, "assistance")):
        assert errors[number, 0] < 0.12
        agrees(float(beside[number, 0]), norm(), sees=7.5, what=f"sd, {what}")
        agrees(float(beside[number, 1]), norm(), sees=7.5, what=f"half-life, {what}")


@pytest.mark.slow
def test_nine_of_ten_intervals_hold_what_is_estimated() -> None:
    """Over 20 invented countries, nine of ten of the intervals of all eight numbers hold what they are of."""
    aims = np.array([aimed(part, np.random.default_rng(1)) for part in (NATIONAL, LOCAL)])
    held = []
    for country in range(20):
        luck = np.random.default_rng(100 + country)
        panels, sizes = lived(60, luck)
        found = estimate(panels, sizes, MEASURES, SHAPES)
        errors = [national_errors(found, MEASURES, YEARS, 40, luck), local_errors(panels, sizes, MEASURES, found, 40, luck)]
        held.append(np.abs(np.array([logs(found.national), logs(found.local)]) - aims) < norm.isf(0.05) * np.array(errors))
    # An sd and its half-life err together: as many independent intervals as there are processes.
    agrees(float(np.mean(held)), norm(0.9, np.sqrt(0.09 / (20 * 4))), sees=0.25)


def test_a_place_is_scored_without_its_fifth() -> None:
    """What happens in a place moves the scores of others, but not of those that are left out together with it."""
    panels, sizes = lived(30, np.random.default_rng(5))
    measures = [replace(MEASURES[0], lags=(1, 2, 3))]
    leap = panels[0].logs.copy()
    leap[5, 6] += 3.0
    still, leapt = (left_out([replace(panels[0], logs=each)], sizes, measures, SHAPES[:1])[0] for each in (panels[0].logs, leap))
    same = np.all((still == leapt) | np.isnan(still), axis=(1, 2))
    assert np.flatnonzero(same).tolist() == [0, 10, 15, 20, 25]
    assert leapt[5, 5, 0] > still[5, 5, 0] + 3.0
    assert np.isnan(still).sum() == 30 * (1 + 2 + 3)
    told = list(coverage(panels[:1], measures, [leapt]))
    assert all(each.ratios == each.inside + each.below + each.above == 30 for each in told)
    assert [(each.lag, each.origin) for each in told] == [(lag, f"{at:02d}") for lag in (1, 2, 3) for at in range(YEARS - lag)]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ({"value": "many"}, "value: found 'many', expected a number from 0"),
        ({"value": "-1"}, "value: found '-1', expected a number from 0"),
        ({"value": "nan"}, "value: found 'nan', expected a number from 0"),
        ({"measure": "other"}, "expected lines of rate to 2019"),
        ({"period": "2020"}, "expected lines of rate to 2019"),
        ({"place": "DK"}, "expected lines of rate to 2019"),
    ],
)
def test_tables_that_say_nothing_are_refused(line: Mapping[str, str], found: str) -> None:
    """What is wrong with a table is told with its line, and what is not asked for is not read."""
    row = {"place": "Town", "period": "2019", "measure": "rate", "value": "3.5", **line}
    with pytest.raises(UserError) as told:
        read_panel([row], "rate", "2019", "table.csv")
    assert found in str(told.value)


def test_a_count_of_0_is_missing() -> None:
    """Nothing has a log of minus infinity: a ratio to or from 0 is not observed."""
    rows = [dict(zip(COLUMNS, ("Town", str(year), "rate", value), strict=True)) for year, value in ((2017, "2"), (2018, "0"), (2019, "2"))]
    assert np.isnan(read_panel(rows, "rate", "2019").logs).tolist() == [[False, True, False]]


def test_the_script_tells_estimates_and_coverage(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """From a table of the form that it asks for, each horizon and each origin is told; what lies after 2019 changes nothing."""
    panels, _ = lived(12, np.random.default_rng(2))
    rows = []
    for name, panel, last in zip(SCRIPT["MEASURES"], panels, (1, 4), strict=True):
        for place, line in zip(panel.places, panel.logs, strict=True):
            for at, value in enumerate(np.r_[np.exp(line), np.full(last, 1e6)]):
                period = f"{2007 + at}" if last == 1 else f"{2007 + at // 4}Q{at % 4 + 1}"
                rows.append((place, period, name, f"{value:.6f}"))
    table = tmp_path / "table.csv"
    with table.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([COLUMNS, *rows])
    monkeypatch.setitem(SCRIPT["lines"].__globals__, "REPEATS", 3)
    told = list(SCRIPT["lines"](table, None))
    with table.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([COLUMNS, *(row for row in rows if row[1] < "2020")])
    assert told == list(SCRIPT["lines"](table, None))
    assert [line.split(" | ")[0].strip("| ") for line in told[2:10:2]] == [name for part in SCRIPT["NAMES"] for name in part]
    assert sum(line.startswith("| unemployment_rate_pct | 3 | 120 |") for line in told) == 1
    assert sum(line.startswith("| 2007 | ") for line in told) == 2
