"""Likely municipalities: what is not known of one as standard normals, and the run that some values of them give."""

from __future__ import annotations

import calendar
import math
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import cached_property
from typing import Final, Literal

import numpy as np

from simcase.calibrate.counts import Counts, lines_in
from simcase.engine import Task, replicated
from simcase.errors import Issue, UserError
from simcase.model import Donors, Model, applies, drawn_processes, drift_months, groups_by_move, scaled, walks, with_walks
from simcase.tables import between
from simcase.vocabulary import Floats, month_starts
from simcase.words import said

COUNTED: Final = "counted_"
"""What the name of a season begins with that is how the count of a line swings."""
DEPARTS: Final = 0.8
"""How far a place departs from the season that is known of its line, as a share of the standard deviation of that season's months: six per
cent in a-dagpenge (docs/background/seasons.md)."""
LEAST: Final = 0.012
"""How far it departs at the least, on the log scale."""
STOCK_SD: Final = 0.05
"""How far the persons on a line at the start may be from those counted in the first month, on the log scale."""
UNCERTAIN: Final = 0.03
"""How far a month's count may be from its line's level by a season that nothing is known of, on the log scale."""

Kind = Literal["rate", "stock", "season", "economy"]


@dataclass(frozen=True, slots=True)
class Unknown:
    """One standard normal: what it moves, and the month from which on it can show; -1 where it shows in all."""

    id: str
    kind: Kind
    of: str
    month: int = -1


@dataclass(frozen=True, slots=True)
class Season:
    """How a line's count swings over the year: the log of each month's factor, January first, and how far a place departs from it."""

    logs: tuple[float, ...] = (0.0,) * 12
    sd: float = UNCERTAIN


def seasons_of(model: Model) -> dict[str, Season]:
    """Return how the count of each line swings of which the calibration says it."""
    found = {}
    for name, each in model.profiles.season.items():
        if name.startswith(COUNTED):
            logs = np.log(each.factors)
            found[name.removeprefix(COUNTED)] = Season(tuple((logs - logs.mean()).tolist()), max(LEAST, DEPARTS * float(logs.std())))
    return found


def placed_at(model: Model, counts: Counts, seasons: Mapping[str, Season]) -> Model:
    """Return a model that begins with the counts, whose economy is free to move from there.

    One that has no population of its own is as large as the counts say: as many persons on each line as were counted first,
    entered at rates that keep the level counted. Raises UserError for a line that is counted and has nobody in its stock.
    """
    if model.population is not None:
        return replace(model, known_until=counts.first - timedelta(days=1))
    known = {line: _deseasoned(counts, at, seasons.get(line, Season())) for at, line in enumerate(counts.lines)}
    line_of = {state.id: next((line for line in known if state.line in lines_in(line)), None) for state in model.states}
    held = {line: sum(each.value for state, each in model.stock.states.items() if line_of[state] == line) for line in known}
    if none := [line for line in known if not held[line]]:
        raise UserError(
            [
                Issue(
                    model.calibration,
                    0,
                    said("error.counts.stock_of", line=line),
                    said("error.counts.nobody"),
                    said("error.counts.citizens"),
                )
                for line in none
            ]
        )
    level = {line: float(np.nanmean(each)) / held[line] for line, each in known.items()}
    size = sum(float(np.nanmean(each)) for each in known.values()) / sum(held.values())
    first = {line: float(each[np.isfinite(each)][0]) / held[line] for line, each in known.items()}
    stock = scaled(model.stock, {state: first.get(line or "", size) for state, line in line_of.items()})
    share = {state: level.get(line or "", size) for state, line in line_of.items()}
    transitions = tuple(
        each.model_copy(
            update={
                "rate": each.rate.model_copy(
                    update={"value": each.rate.value * share[each.to] / share[each.from_], "low": None, "high": None}
                )
            }
        )
        if line_of[each.from_] is None
        else each
        for each in model.transitions
    )
    return replace(model, start=counts.first, stock=stock, transitions=transitions, known_until=None)


def _deseasoned(counts: Counts, line: int, season: Season) -> Floats:
    """Return a line's counts without its season (shape: months)."""
    return np.asarray(counts.persons[line] / np.exp([season.logs[month.month - 1] for month in counts.months]))


@dataclass(frozen=True)
class Municipality:
    """A model of a municipality of which counts are known, and the luck of those that are likely."""

    model: Model
    lines: tuple[str, ...]
    """What is counted: a line, or several that are counted together."""
    seasons: Mapping[str, Season] = field(default_factory=dict)
    seed: int = 2019
    donors: Donors | None = None

    @cached_property
    def unknowns(self) -> tuple[Unknown, ...]:
        """Return what is not known, in order: rates, starting stock, seasons, and the economy by month."""
        rates = [Unknown(f"rate:{each.id}", "rate", each.id) for each in self.model.parameters if each.kind == "transitions"]
        stocks = [Unknown(f"stock:{line}", "stock", line) for line in self.lines]
        seasons = [Unknown(f"season:{line}:{month:02}", "season", line) for line in self.lines for month in range(1, 13)]
        months = drift_months(self.model)
        economy = [
            Unknown(f"economy:{name}:{month:%Y-%m}", "economy", name, number)
            for name, process in drawn_processes(self.model).items()
            for number, month in enumerate(months)
            if process.moves(month)
        ]
        return (*rates, *stocks, *seasons, *economy)

    @cached_property
    def months(self) -> tuple[date, ...]:
        """Return the first day of each month of a run."""
        return month_starts(self.model.start, self.model.end)

    @property
    def first_free(self) -> int:
        """Return the position of the first month in which the economy moves."""
        free = drift_months(self.model)
        return self.months.index(free[0]) if free else 0

    def lines_of(self, name: str) -> set[str]:
        """Return the counts that an unknown moves at once: a line's its own, a rate or a process those that its moves enter or leave."""
        if name in self.lines:
            return {name}
        line_of = {state.id: state.line for state in self.model.states}
        process = next((each for each in drawn_processes(self.model).values() if each.id == name), None)
        if process is not None:
            moves = [move for move, groups in groups_by_move(self.model).items() if process.loadings.keys() & set(groups)]
        else:
            absorbing = {state.id for state in self.model.states if state.absorbing}
            one = next(each for each in self.model.parameters if each.id == name)
            moves = [(each.from_, each.to) for each in self.model.transitions if applies(one, each, absorbing)]
        moved = {line_of[state] for move in moves for state in move}
        return {line for line in self.lines if not moved.isdisjoint(lines_in(line))}

    def prior(self, members: int) -> Floats:
        """Return so many draws of what is not known, before anything is counted (shape: unknowns, members)."""
        return np.array([np.random.default_rng([self.seed, *each.id.encode()]).standard_normal(members) for each in self.unknowns])

    def at(self, values: Floats) -> Model:
        """Return the model with values of the unknowns (shape: unknowns)."""
        factors: dict[str, float] = {}
        normals = {name: np.zeros(len(drift_months(self.model))) for name in drawn_processes(self.model)}
        for each, value in zip(self.unknowns, values.tolist(), strict=True):
            if each.kind == "stock":
                factors |= dict.fromkeys(lines_in(each.of), math.exp(STOCK_SD * value))
            elif each.kind == "economy":
                normals[each.of][each.month] = value
        states = {state.id: factors.get(state.line or "", 1.0) for state in self.model.states}
        moved = replace(self.model, fitted=self.rates(values), stock=scaled(self.model.stock, states))
        return with_walks(moved, walks(moved, normals)) if normals else moved

    def rates(self, values: Floats) -> dict[str, float]:
        """Return the multiplier of each parameter with values of the unknowns; what is no rate stands where the fit left it."""
        rates = [value for each, value in zip(self.unknowns, values.tolist(), strict=True) if each.kind == "rate"]
        moving = [each for each in self.model.parameters if each.kind == "transitions"]
        log = dict(zip((each.id for each in moving), self.spread @ np.array(rates), strict=True)) if moving else {}
        fitted = self.model.fitted
        return {
            each.id: min(each.high, max(each.low, fitted.get(each.id, each.prior) * math.exp(log.get(each.id, 0.0))))
            for each in self.model.parameters
        }

    @cached_property
    def spread(self) -> Floats:
        """Return what standard normals of the rates are multiplied by: a root of the fit's covariance, else the spread of the priors."""
        moving = [each for each in self.model.parameters if each.kind == "transitions"]
        names = list(self.model.fitted)
        if not self.model.covariance:
            return np.diag([each.sd for each in moving])
        at = [names.index(each.id) for each in moving]
        return np.linalg.cholesky(np.array(self.model.covariance)[np.ix_(at, at)])

    def shown(self, values: Floats, member: int) -> Floats:
        """Return the persons on each line by month, as they would be counted, of one member's run (shape: lines, months)."""
        model = self.at(values)
        tables = between(model, model.start, model.end)
        days = replicated(Task(tables, self.donors, self.seed), member).days
        lengths = np.array([calendar.monthrange(month.year, month.month)[1] for month in tables.names.months])
        inside = ({state.id: state.line in lines_in(line) for state in model.states} for line in self.lines)
        shares = np.array([[state.full_time_share.value * of[state.id] for state in model.states] for of in inside])
        return np.asarray(shares @ (days / lengths[:, None]).T * np.exp(self.season(values)[:, [m.month - 1 for m in tables.names.months]]))

    def season(self, values: Floats) -> Floats:
        """Return the log of the factor of each month of the year by line, with values of the unknowns (shape: lines, 12)."""
        own = np.array([value for each, value in zip(self.unknowns, values, strict=True) if each.kind == "season"])
        own = own.reshape(len(self.lines), 12)
        pooled = [self.seasons.get(line, Season()) for line in self.lines]
        centred = own - own.mean(axis=1, keepdims=True)
        return np.array([np.array(each.logs) + each.sd * row for each, row in zip(pooled, centred, strict=True)])
