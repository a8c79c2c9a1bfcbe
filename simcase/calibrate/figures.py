"""The figure of a run that a target speaks of."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import Final

import numpy as np

from simcase.declare.fitting import Target
from simcase.errors import Issue, UserError
from simcase.model import Model
from simcase.money import Accounts
from simcase.tidy import Outcome
from simcase.vocabulary import Floats, add_months
from simcase.words import said

DAYS_A_WEEK: Final = 7.0
BY_MONTH: Final = ("persons", "full_time_persons", "share_of_persons", "long_term_share")
"""Measures that are kept by month; the others are kept by year."""
ON_DAY: Final = ("persons_on_day",)
"""Measures of one day, from the ends of the months around it."""


def figures(model: Model, outcome: Outcome, accounts: Accounts) -> Floats:
    """Return each target's figure in each replication (shape: replications, targets)."""
    every = [MEASURES[target.measure](target, model, outcome, accounts) for target in model.targets]
    return np.stack([np.broadcast_to(each, len(outcome.days)) for each in every], axis=1)


def check(model: Model) -> None:
    """Refuse targets for other periods than whole months inside the run, one day, or one calendar year where flows or kroner are asked for.

    Raises UserError.
    """
    issues = []
    for each in model.targets:
        expected, fits = _period(each)
        if not fits(each) or each.from_ < model.start or each.until > model.end:
            issues.append(
                Issue(
                    "",
                    0,
                    f"targets.{each.id}",
                    said("error.model.from_until", from_=each.from_, until=each.until),
                    said("error.targets.period", expected=expected, start=model.start, end=model.end),
                )
            )
    if issues:
        raise UserError(issues)


def _period(target: Target) -> tuple[str, Callable[[Target], bool]]:
    """Return what kind of period a target's measure has, in words, and what tells whether the target is for one."""
    if target.measure in ON_DAY:
        return said("error.targets.one_day"), _one_day
    return (said("error.targets.whole_months"), _whole_months) if target.measure in BY_MONTH else (said("error.targets.year"), _whole_year)


def _one_day(target: Target) -> bool:
    """Tell whether a target is for one day."""
    return target.from_ == target.until


def _whole_year(target: Target) -> bool:
    """Tell whether a target is for one calendar year."""
    year = target.from_.year
    return (target.from_, target.until) == (date(year, 1, 1), date(year, 12, 31))


def _whole_months(target: Target) -> bool:
    """Tell whether a target is for whole calendar months."""
    return target.from_ < target.until and target.from_.day == 1 and (target.until + timedelta(days=1)).day == 1


def _year(target: Target, outcome: Outcome) -> int:
    """Return the position of a target's year."""
    return outcome.years.index(target.from_.year)


def _months(target: Target, outcome: Outcome) -> list[int]:
    """Return the positions of a target's months."""
    return [i for i, month in enumerate(outcome.names.months) if target.from_ <= month <= target.until]


def _columns(names: Sequence[str], outcome: Outcome) -> list[int]:
    """Return the positions of states."""
    return [outcome.names.states.index(name) for name in names]


def _municipality(target: Target, _model: Model, outcome: Outcome, accounts: Accounts) -> Floats:
    """Return the municipality's kroner on lines (shape: replications)."""
    return np.asarray(accounts.municipality[:, _year(target, outcome), [accounts.lines.index(line) for line in target.of]].sum(axis=1))


def _persons(target: Target, _model: Model, outcome: Outcome, _accounts: Accounts) -> Floats:
    """Return the average number of persons (shape: replications)."""
    months = _months(target, outcome)
    days = outcome.days[:, months][:, :, _columns(target.of, outcome)].sum(axis=(1, 2))
    return np.asarray(target.share * days / outcome.month_days[months].sum())


def on_day(at_ends: Floats, months: Sequence[date], day: date) -> Floats:
    """Return figures on a day from those at the ends of months, on the straight line between the two around it.

    Before the first end and after the last they are those of that end. Shapes: replications, months -> replications.
    """
    ends = np.array([add_months(month, 1).toordinal() - 1 for month in months], dtype=np.float64)
    weight = np.array([np.interp(day.toordinal(), ends, unit) for unit in np.eye(len(ends))])
    return np.asarray(at_ends @ weight)


def _on_day(target: Target, _model: Model, outcome: Outcome, _accounts: Accounts) -> Floats:
    """Return persons on a day (shape: replications)."""
    stock = outcome.stock[:, :, _columns(target.of, outcome)].sum(axis=2).astype(np.float64)
    return np.asarray(target.share * on_day(stock, outcome.names.months, target.until))


def _full_time(target: Target, model: Model, outcome: Outcome, _accounts: Accounts) -> Floats:
    """Return the average number of full-time persons (shape: replications)."""
    share = np.array([state.full_time_share.value for state in model.states])
    months, columns = _months(target, outcome), _columns(target.of, outcome)
    days = (outcome.days[:, months][:, :, columns] * share[columns]).sum(axis=(1, 2))
    return np.asarray(target.share * days / outcome.month_days[months].sum())


def _part(target: Target, _model: Model, outcome: Outcome, _accounts: Accounts) -> Floats:
    """Return the share of a group of states in the persons of it and of other states (shape: replications)."""
    days = outcome.days[:, _months(target, outcome)]
    part, rest = (days[:, :, _columns(names, outcome)].sum(axis=(1, 2)) for names in (target.of, target.to))
    return np.asarray(part / np.maximum(part + rest, 1.0))


def _entries(target: Target, outcome: Outcome) -> Floats:
    """Return moves into a group of states from outside it (shape: replications)."""
    year, inside = _year(target, outcome), _columns(target.of, outcome)
    sources = [i for i in range(outcome.flow.shape[2]) if i not in inside]
    return np.asarray(outcome.flow[:, year][:, sources][:, :, inside].sum(axis=(1, 2)).astype(np.float64))


def _exits(target: Target, outcome: Outcome, to: Sequence[str] = ()) -> Floats:
    """Return moves out of a group of states, to any outside it or to those named (shape: replications)."""
    year, inside = _year(target, outcome), _columns(target.of, outcome)
    into = _columns(to, outcome) or [i for i in range(outcome.flow.shape[3]) if i not in inside]
    return np.asarray(outcome.flow[:, year][:, inside][:, :, into].sum(axis=(1, 2)).astype(np.float64))


def _inflow(target: Target, _model: Model, outcome: Outcome, _accounts: Accounts) -> Floats:
    """Return moves into a group of states (shape: replications)."""
    return _entries(target, outcome)


def _outflow(target: Target, _model: Model, outcome: Outcome, _accounts: Accounts) -> Floats:
    """Return moves out of a group of states, to the states named or to any (shape: replications)."""
    return _exits(target, outcome, target.to)


def _mean_stay(target: Target, _model: Model, outcome: Outcome, _accounts: Accounts) -> Floats:
    """Return the mean stay in weeks: person-weeks over the average of entries and exits (Little 1961; shape: replications)."""
    days = outcome.days[:, _months(target, outcome)][:, :, _columns(target.of, outcome)].sum(axis=(1, 2))
    turnover = (_entries(target, outcome) + _exits(target, outcome)) / 2.0
    return np.asarray(days / DAYS_A_WEEK / np.maximum(turnover, 1.0))


def _season(target: Target, _model: Model, outcome: Outcome, _accounts: Accounts) -> Floats:
    """Return the highest over the lowest month, of the mean over replications, so that chance does not count as season (shape: 1)."""
    months = _months(target, outcome)
    average = outcome.days[:, months][:, :, _columns(target.of, outcome)].sum(axis=2).mean(axis=0) / outcome.month_days[months]
    return np.array([average.max() / max(average.min(), 1.0)])


def _share(target: Target, _model: Model, outcome: Outcome, _accounts: Accounts) -> Floats:
    """Return the share of exits that lead to the states named (shape: replications)."""
    return np.asarray(_exits(target, outcome, target.to) / np.maximum(_exits(target, outcome), 1.0))


def _origin(target: Target, _model: Model, outcome: Outcome, _accounts: Accounts) -> Floats:
    """Return the share of entries into the states named that come from a group of states (shape: replications)."""
    into, inside = _columns(target.to, outcome), _columns(target.of, outcome)
    moves = outcome.flow[:, _year(target, outcome)][:, :, into]
    every = moves.sum(axis=(1, 2)) - moves[:, into].sum(axis=(1, 2))
    return np.asarray(moves[:, inside].sum(axis=(1, 2)) / np.maximum(every, 1.0))


def _long_term(target: Target, _model: Model, outcome: Outcome, _accounts: Accounts) -> Floats:
    """Return the share of month-end stocks that is long-term in its state (shape: replications)."""
    months, columns = _months(target, outcome), _columns(target.of, outcome)
    some, every = (stock[:, months][:, :, columns].sum(axis=(1, 2)) for stock in (outcome.long_term, outcome.stock))
    return np.asarray(some / np.maximum(every, 1.0))


MEASURES: Final[dict[str, Callable[[Target, Model, Outcome, Accounts], Floats]]] = {
    "municipality": _municipality,
    "persons": _persons,
    "full_time_persons": _full_time,
    "inflow": _inflow,
    "outflow": _outflow,
    "mean_stay_weeks": _mean_stay,
    "season_ratio": _season,
    "share_of_exits": _share,
    "share_of_persons": _part,
    "share_of_entries": _origin,
    "long_term_share": _long_term,
    "persons_on_day": _on_day,
}
