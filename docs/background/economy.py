"""Estimate the economy of calibration/dk-2019/economy.yaml anew: `python docs/background/economy.py TABLE.csv [NATIONAL.csv]`.

TABLE.csv has the columns place, period, measure and value, with unemployment_rate_pct by year and
net_unemployed_on_social_assistance by quarter of many municipalities (StatBank Denmark AULP01 and AUK01). NATIONAL.csv, of the same form
for the country by month, is looked at for whether rises are faster than falls.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

import numpy as np

from simcase.calibrate.coverage import Covered, coverage, left_out, local_errors, national_errors
from simcase.calibrate.economy import Answer, Estimate, Measure, Process, covariance, estimate, ratios, variances
from simcase.calibrate.panel import Panel, mean_squares, read_panel
from simcase.errors import UserError
from simcase.vocabulary import NORMAL_95, Floats

LAST: Final = {"unemployment_rate_pct": "2019", "net_unemployed_on_social_assistance": "2019Q4"}
MEASURES: Final = {
    "unemployment_rate_pct": Measure(
        {
            "job_finding": Answer(-0.643, 1.73),
            "job_finding_assistance": Answer(-0.106, 1.51),
            "job_loss": Answer(0.608, 2.06),
            "entry_assistance": Answer(0.105, 1.69),
        },
        12,
        (1, 2, 3, 4, 5),
    ),
    "net_unemployed_on_social_assistance": Measure(
        {
            "job_finding": Answer(-0.283, 0.37),
            "job_finding_assistance": Answer(-0.430, 1.25),
            "job_loss": Answer(0.393, 0.75),
            "entry_assistance": Answer(0.574, 1.57),
        },
        3,
        (4, 8, 12, 14, 16, 20),
    ),
}
"""Gains and turnovers as `python docs/background/economy_answers.py` prints them for Aabenraa 2019."""
LOSS: Final = -0.45 / 0.55
"""Job losses against job finding: 45 to 55 in continental and Nordic countries (Elsby, Hobijn and Sahin 2013)."""
SHAPES: Final = (
    Process(24.0, 0.3, {"job_finding": 1.0, "job_finding_assistance": 1.0, "job_loss": LOSS}),
    Process(24.0, 0.3, {"job_finding_assistance": 1.0, "entry_assistance": -1.0}),
)
NAMES: Final = (("national", "national_assistance"), ("local", "local_assistance"))
REPEATS: Final = 200
SEED: Final = 2019


def lines(table: Path, national: Path | None) -> Iterator[str]:
    """Yield the estimates with their errors, how the mean squares are met, the coverage, and rises and falls."""
    panels = [read_panel(rows(table), measure, LAST[measure], str(table)) for measure in MEASURES]
    measures = list(MEASURES.values())
    counts = panels[1]
    sizes = dict(zip(counts.places, counts.sizes, strict=True))
    found = estimate(panels, sizes, measures, SHAPES)
    luck = np.random.default_rng(SEED)
    years = len(panels[0].periods)
    errors = (national_errors(found, measures, years, REPEATS, luck), local_errors(panels, sizes, measures, found, REPEATS, luck))
    yield from estimates(found, errors)
    yield from met(found, panels)
    yield from together(found, panels)
    yield from told(list(coverage(panels, measures, left_out(panels, sizes, measures, SHAPES))))
    yield from turns(panels)
    if national:
        yield from months(national)


def rows(table: Path) -> list[dict[str, str]]:
    """Return the lines of a table."""
    with table.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def estimates(found: Estimate, errors: Sequence[Floats]) -> Iterator[str]:
    """Yield a table of the processes: value, standard error of the log, and nine of ten."""
    yield from ("| process | figure | value | s.e. of the log | low | high |", "|---|---|---|---|---|---|")
    for names, processes, wide in zip(NAMES, (found.national, found.local), errors, strict=True):
        for name, each, (of_sd, of_half) in zip(names, processes, wide, strict=True):
            yield estimated(name, "sd", each.sd, of_sd, 3)
            yield estimated(name, "half-life, months", each.half_life_months, of_half, 1)
    yield ""


def estimated(name: str, figure: str, value: float, error: float, digits: int) -> str:
    """Return a line of the table of processes."""
    low, high = value * np.exp(-NORMAL_95 * error), value * np.exp(NORMAL_95 * error)
    return f"| {name} | {figure} | {value:.{digits}f} | {error:.2f} | {low:.{digits}f} | {high:.{digits}f} |"


def met(found: Estimate, panels: Sequence[Panel]) -> Iterator[str]:
    """Yield a table of mean square differences, observed and of the processes, and the chance for each unit of 1 / size."""
    yield from ("| measure | periods apart | national, observed | model | local, model | chance x size |", "|---|---|---|---|---|---|")
    for (name, measure), panel, chance in zip(MEASURES.items(), panels, found.chance, strict=True):
        made = [np.sum([variances(measure, each) for each in part], axis=0) for part in (found.national, found.local)]
        for row in zip(measure.lags, mean_squares(panel.shared, measure.lags), *made, chance, strict=True):
            yield f"| {name} | {row[0]} | {row[1]:.4f} | {row[2]:.4f} | {row[3]:.4f} | {row[4]:.2f} |"
    yield ""


def together(found: Estimate, panels: Sequence[Panel]) -> Iterator[str]:
    """Yield the mean product of the national differences of both measures by year, and the model's with and without entries."""
    rate, counts = MEASURES.values()
    yearly = replace(counts, months=rate.months, lags=rate.lags)
    series = panels[0].shared, panels[1].shared.reshape(-1, rate.months // counts.months).mean(axis=1)
    cycle, *rest = found.national
    moved = replace(cycle, loadings={**cycle.loadings, "entry_assistance": -1.0})
    yield from ("| years apart | product, observed | model | model, loading of entries -1 |", "|---|---|---|---|")
    products = [np.sum([product(rate, yearly, each) for each in (first, *rest)], axis=0) for first in (cycle, moved)]
    for number, lag in enumerate(rate.lags):
        observed = np.mean(np.prod([each[lag:] - each[:-lag] for each in series], axis=0))
        yield f"| {lag} | {observed:.3f} | {products[0][number]:.3f} | {products[1][number]:.3f} |"
    yield ""


def product(one: Measure, other: Measure, process: Process) -> Floats:
    """Return the covariance that a process gives the log ratios of two measures, by lag."""
    return np.asarray(
        np.einsum("ij,jk,ik->i", ratios(one, process.loadings), covariance(process, one.horizon), ratios(other, process.loadings))
    )


def told(scores: Sequence[Covered]) -> Iterator[str]:
    """Yield a table of the coverage by horizon, all origins together, and one by the year of the origin."""
    yield from ("| measure | periods ahead | ratios | inside, % | below, % | above, % |", "|---|---|---|---|---|---|")
    for number, (name, measure) in enumerate(MEASURES.items()):
        for lag in measure.lags:
            yield f"| {name} | {lag} | {shares([each for each in scores if (each.measure, each.lag) == (number, lag)])} |"
    for number, (name, measure) in enumerate(MEASURES.items()):
        of = [each for each in scores if each.measure == number]
        yield from ("", f"Inside, % ({name}), by the year of the origin:", "")
        yield from (f"| origin | {' | '.join(f'{lag} ahead' for lag in measure.lags)} |", f"|---|{'---|' * len(measure.lags)}")
        for year in sorted({each.origin[:4] for each in of}):
            yield f"| {year} | {' | '.join(of_year([each for each in of if each.origin[:4] == year], measure))} |"
    yield ""


def of_year(scores: Sequence[Covered], measure: Measure) -> Iterator[str]:
    """Yield the share inside by lag, empty where no origin of the year has a figure so far ahead."""
    for lag in measure.lags:
        of = [each for each in scores if each.lag == lag]
        yield f"{100 * sum(each.inside for each in of) / sum(each.ratios for each in of):.0f}" if of else ""


def shares(of: Sequence[Covered]) -> str:
    """Return the cells of ratios and of what share of them lies inside, below and above."""
    ratios = sum(each.ratios for each in of)
    parts = (sum(each.inside for each in of), sum(each.below for each in of), sum(each.above for each in of))
    return " | ".join([str(ratios), *(f"{100 * part / ratios:.1f}" for part in parts)])


def turns(panels: Sequence[Panel]) -> Iterator[str]:
    """Yield the yearly steps of what the places share, which show whether rises are faster than falls."""
    for name, panel, measure in zip(MEASURES, panels, MEASURES.values(), strict=True):
        steps = np.diff(panel.shared[:: 12 // measure.months])
        yield f"{name}, year to year: {' '.join(f'{each:+.2f}' for each in steps)}; skewness {skewness(steps):.2f}"


def months(national: Path) -> Iterator[str]:
    """Yield the skewness of steps of the country's own series by month, where it has them."""
    for measure in ("business_value", "unemployment_total_sa"):
        known = [(row["period"], float(row["value"])) for row in rows(national) if row["measure"] == measure and row["period"] <= "2019-12"]
        series = np.log([value for _, value in sorted(known)])
        for apart in (3, 12):
            steps = series[apart:] - series[:-apart]
            told_by = f"skewness {skewness(steps):.2f}, largest rise {steps.max():.2f}, fall {steps.min():.2f}"
            yield f"{measure}, {len(series)} months, steps of {apart}: {told_by}"


def skewness(steps: Floats) -> float:
    """Return the third moment over the cube of the standard deviation, above 0 where rises are larger than falls."""
    beside = steps - steps.mean()
    return float(np.mean(beside**3) / np.mean(beside**2) ** 1.5)


if __name__ == "__main__":
    given = [Path(each) for each in sys.argv[1:]]
    if not given or given[2:]:
        sys.exit(__doc__)
    try:
        sys.stdout.write("\n".join(lines(given[0], given[1] if given[1:] else None)) + "\n")
    except (OSError, UserError) as wrong:
        sys.exit(str(wrong))
