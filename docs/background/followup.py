"""Measure ways to carry a year on from its first months: `python docs/background/followup.py COUNTS.csv [PLACES]`.

COUNTS.csv has the columns place, period, measure and value, with the panel's two measures by month of many municipalities. The year before
is what a calibration knows, and all months to its end what members learn from; the months of the year so far are the accounts, and each way
foresees the persons of the months left. With
`world` in the place of a file, years that Aabenraa's own world plays are the accounts in turn.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import Final

import numpy as np

from simcase.calibrate.counts import Counts
from simcase.calibrate.learning import COUNTED, begun, goes_on, learn, shown
from simcase.calibrate.likely import Municipality, placed_at, seasons_of
from simcase.compare import quantiles
from simcase.evaluate.panel import PanelCounts, read_panel_counts
from simcase.evaluate.panel_model import CALIBRATION, LINES
from simcase.evaluate.scores import crps
from simcase.model import resolve
from simcase.money.followup import conditioned
from simcase.study.identity import resolved
from simcase.study.request import Request
from simcase.study.simulate import Job, simulate
from simcase.vocabulary import Floats, add_months

YEARS: Final = (2023, 2024)
SEEN: Final = (3, 6)
"""Months of the year that are seen."""
MEMBERS: Final = 200
TUNED: Final = 3
"""Every third place by the alphabet is left out: constants of the learning were chosen by it."""
PENALTIES: Final = np.array([1.0, 3.0, 10.0, 30.0, 100.0, 300.0, 1e3, 3e3, 1e4, 1e9])
"""Of a ridge regression; the last one learns nothing."""
CLIP: Final = 2.0
"""Standard deviations by which what others show may be off at the most."""


def jointly(future: Floats, own: Floats, seen: float, others: Floats, told: Floats) -> Floats:
    """Return a future moved by its own line's last count, and then by what all lines show in all months seen besides.

    A ridge regression by generalised cross-validation; what it misses of each run is that of the other runs' regression (shapes: runs,
    months; runs; number; runs, figures; figures).
    """
    spread = max(float(np.linalg.norm(own - own.mean())), 1e-12)
    around = (own - own.mean()) / spread
    along = around @ (others - others.mean(axis=0))
    apart = others - others.mean(axis=0) - np.outer(around, along)
    size = np.maximum(apart.std(axis=0), 1e-12)
    far = told - others.mean(axis=0) - (seen - own.mean()) / spread * along
    left, sizes, right = np.linalg.svd(apart / size, full_matrices=False)
    moved = conditioned(future, own, seen)
    wrong = moved - moved.mean(axis=0)
    weights = sizes**2 / (sizes**2 + PENALTIES[:, None])
    parts = left.T @ wrong
    rests = np.array([wrong - (left * weight) @ parts for weight in weights])
    freedom = 1.0 - (weights.sum(axis=1) + 2.0) / len(own)
    best = ((rests**2).sum(axis=1) / freedom[:, None] ** 2).argmin(axis=0)
    found = np.empty_like(future)
    for month, one in enumerate(best):
        shift = (right @ np.clip(far / size, -CLIP, CLIP)) * weights[one] / np.maximum(sizes, 1e-12) @ parts[:, month]
        leverage = 1.0 / len(own) + around**2 + left**2 @ weights[one]
        found[:, month] = moved[:, month].mean() + shift + rests[one][:, month] / (1.0 - leverage)
    return found


def ways(logs: Floats, told: Floats, line: int, first: int, until: int) -> Mapping[str, Floats]:
    """Return the persons of a line in the months left of a year, by way of moving runs (shape of logs: runs, lines, months)."""
    future, own, seen = logs[:, line, until:], logs[:, line, until - 1], float(told[line, until - 1])
    others = logs[:, :, first:until].reshape(len(logs), -1)
    found = {"line by line": conditioned(future, own, seen), "jointly": jointly(future, own, seen, others, told[:, first:until].ravel())}
    return {name: np.exp(each) for name, each in found.items()}


def foreseen(counts: PanelCounts, place: str, year: int) -> Iterator[tuple[int, int, Mapping[str, Floats]]]:
    """Yield months seen, line, and what each way foresees of the persons in the months left (shape: members, months)."""
    first = date(year - 1, 1, 1)
    at = counts.months.index(first)
    every, lines = counts.persons[:, counts.places.index(place), : at + 24], tuple(LINES[each] for each in counts.measures)
    told = np.log(every[:, at:])
    here, whole = (
        _placed(Counts(*each), year) for each in ((first, lines, every[:, at : at + 12]), (counts.first, lines, every[:, : at + 12]))
    )
    luck = np.random.default_rng([here.seed, year, at]).normal(0.0, COUNTED, (MEMBERS, len(lines), 24))
    figures = shown(here, here.prior(MEMBERS))
    learned, went_on = _learned(whole, Counts(counts.first, lines, every[:, : at + 12]), at)
    for months in SEEN:
        until = 12 + months
        _, straight = _learned(whole, Counts(counts.first, lines, every[:, : at + until]), at)
        for line in range(len(lines)):
            found = {"nothing": figures[:, line, until:]}
            found |= ways(np.log(figures) + luck, told, line, 12, until)
            found |= {f"{name}, learned before": each for name, each in ways(np.log(learned) + luck, told, line, 12, until).items()}
            found |= {"learned before, nothing of the year": went_on[:, line, until:], "learned from all months": straight[:, line, until:]}
            yield months, line, found


def _placed(before: Counts, year: int) -> Municipality:
    """Return a municipality of which the counts before a year are known, to the end of the year."""
    model = resolve("as-is", calibration=CALIBRATION)
    seasons = seasons_of(model)
    return Municipality(replace(placed_at(model, before, seasons), end=date(year, 12, 31)), before.lines, seasons)


def _learned(here: Municipality, counts: Counts, since: int) -> tuple[Floats, Floats]:
    """Return what members that learned show from a month on, then so that they go on from the counts (shape: members, lines, months)."""
    short = replace(here, model=replace(here.model, end=date.fromordinal(add_months(counts.last, 1).toordinal() - 1)))
    *_, last = learn(short, counts, begun(short, MEMBERS), partial(shown, short))
    known = dict(zip((each.id for each in short.unknowns), last.values, strict=True))
    values = np.array([known.get(each.id, mine) for each, mine in zip(here.unknowns, here.prior(MEMBERS), strict=True)])
    figures = shown(here, values)
    return figures[:, :, since:], (figures * goes_on(here, figures, counts, last.chance))[:, :, since:]


def panel(counts: PanelCounts, places: Sequence[str]) -> Iterator[str]:
    """Yield the table of CRPS, in per cent of the year before, and of how many outcomes nine of ten hold."""
    rows: dict[tuple[int, int, str], list[tuple[float, bool]]] = {}
    for number, place in enumerate(places, 1):
        for year in YEARS:
            at = counts.months.index(date(year, 1, 1))
            persons = counts.persons[:, counts.places.index(place), at - 12 : at + 12]
            for months, line, found in foreseen(counts, place, year):
                size = persons[line, :12].mean() / 100.0
                for name, draws in found.items():
                    for month, outcome in enumerate(persons[line, 12 + months :].tolist()):
                        low, high = quantiles(draws[:, month], (0.05, 0.95))
                        rows.setdefault((months, line, name), []).append((crps(draws[:, month], outcome) / size, low <= outcome <= high))
        sys.stderr.write(f"{number} of {len(places)}: {place}\n")
    for (months, line, name), each in rows.items():
        mean, held = np.array(each, dtype=float).mean(axis=0)
        yield f"{months} months of {counts.measures[line]}, {len(each)} outcomes, {name}: {mean:.2f} %, {100.0 * held:.0f} % held"


def world(runs: Floats) -> Iterator[str]:
    """Yield what moving by all lines is worth beside line by line where a world's own years are the accounts (shape: runs, lines, 12)."""
    logs = np.log(np.maximum(runs, 0.5))
    for months in SEEN:
        rows: dict[str, list[float]] = {}
        for truth in range(0, len(runs), 4):
            rest = np.delete(logs, truth, axis=0)
            for line in range(runs.shape[1]):
                for name, draws in ways(rest, logs[truth], line, 0, months).items():
                    scores = [crps(draws[:, month], outcome) for month, outcome in enumerate(runs[truth, line, months:].tolist())]
                    rows.setdefault(name, []).append(float(np.mean(scores)) / float(runs[:, line].mean()))
        apart, joint = (np.reshape(rows[name], (-1, runs.shape[1])).mean(axis=0) for name in ("line by line", "jointly"))
        yield f"{months} months: jointly over line by line, by line: {', '.join(f'{each:.2f}' for each in joint / apart)}"


def played(year: int, replications: int) -> Floats:
    """Return the persons of each line by month of a year that Aabenraa's world plays with everything unknown (shape: runs, lines, 12)."""
    request = Request("kik-ii", "aabenraa-2019", replications=replications, seed=77, uncertainty="all", results=Path("results"))
    model = replace(resolved(request), end=date(year, 12, 31))
    outcome = next(simulate([Job(request, model)])).world.outcome
    months = [number for number, month in enumerate(outcome.names.months) if month.year == year]
    mine = np.array([[float(state.line == line.id) for line in model.lines if not line.memo] for state in model.states])
    return np.asarray((outcome.days[:, months] / outcome.month_days[months][:, None] @ mine).transpose(0, 2, 1))


def main(table: Path, most: int) -> None:
    """Print what each way is worth."""
    if table.name == "world":
        for year in (2019, 2021):
            sys.stdout.writelines(f"{year}, {each}\n" for each in world(played(year, 400)))
        return
    counts = read_panel_counts(table, tuple(LINES))
    whole = [name for at, name in enumerate(counts.places) if not np.isnan(counts.persons[:, at]).any()]
    for line in panel(counts, [name for at, name in enumerate(counts.places) if at % TUNED and name in whole][:most]):
        sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else sys.maxsize)  # noqa: PLR2004 - an argument more
