"""Budget follow-up: the accounts so far, and the rest of the year as it is foreseen from the persons counted."""

from __future__ import annotations

from typing import Final, NamedTuple

import numpy as np

from simcase.model import Actuals, Model
from simcase.money.accounts import accounts
from simcase.tidy import Outcome
from simcase.vocabulary import Floats

ENOUGH: Final = 30
"""Replications below which a coefficient is noise, and what was seen is carried on in full."""


class Followed(NamedTuple):
    """A line of the accounts over a year: R replications, M months seen and F months to come."""

    line: str
    known: bool  # the accounts hold the line; else its whole year is to come
    net_basis: bool  # the accounts hold the municipality's part alone
    seen_gross: float  # kroner
    seen_refund: float  # kroner: booked, and concerning the months seen
    due_refund: Floats  # R: kroner that concern the months seen and are not booked yet
    persons: Floats  # R, F: averages of the months to come, as counted
    rest_gross: Floats  # R: kroner of the months to come
    rest_state: Floats  # R
    full_time_persons: Floats  # R: average of the whole year
    foreseen: Floats  # R: persons of the last month seen, had nothing been counted
    carried: tuple[float, float]  # shares of a deviation in persons and in price that are carried to the end of the year

    @property
    def gross(self) -> Floats:
        """Return the year's gross kroner (shape: R)."""
        return self.seen_gross + self.rest_gross

    @property
    def state(self) -> Floats:
        """Return the state's part of the year (shape: R)."""
        return self.seen_refund + self.due_refund + self.rest_state

    @property
    def municipality(self) -> Floats:
        """Return the municipality's part of the year (shape: R)."""
        return self.gross - self.state


def memory(future: Floats, past: Floats) -> Floats:
    """Return the kroner, or persons, of a future that go with one more in the past over replications: a regression (shapes: R, ... and R).

    All of it, 1, where the past does not vary or the replications are too few to tell.

    >>> past = np.arange(40.0)
    >>> float(memory(3.0 + 0.5 * past, past)), float(memory(past[:5], past[:5]))
    (0.5, 1.0)
    """
    around = past - past.mean()
    spread = float(around @ around)
    if len(past) < ENOUGH or spread <= 0.0:
        return np.ones(future.shape[1:])
    return np.asarray(np.tensordot(around, future - future.mean(axis=0), axes=(0, 0)) / spread)


def conditioned(future: Floats, past: Floats, seen: float) -> Floats:
    """Return a future as it is foreseen once the past has been seen: each replication moved by what it was wrong, times the memory.

    Exact where both are normal (conditioning by kriging: Journel and Huijbregts 1978, ch. VII.A.1; Doucet 2010). Shapes: R, ... and R.

    >>> past = np.array([1.0, 2.0, 3.0])
    >>> conditioned(past + 1.0, past, 10.0).tolist()
    [11.0, 11.0, 11.0]
    """
    wrong = (seen - past).reshape(-1, *[1] * (future.ndim - 1))
    return np.asarray(future + memory(future, past) * wrong)


def followed(model: Model, whole: Outcome, until: Outcome, seen: Actuals, lag: int) -> list[Followed]:
    """Return each line of the accounts over the year: as seen, then as foreseen.

    `whole` is a run over all of the year and `until` the same run ended after the last month seen, so the rest is their difference.
    """
    parts = _parts(model, whole, until, seen)
    known = [_line(seen, n, parts, lag) for n in range(len(seen.lines))]
    unknown = [_foreseen(seen, n, parts) for n in range(len(seen.lines), len(seen.lines) + len(seen.absent))]
    order = [line.id for line in model.lines]
    return sorted((*known, *unknown), key=lambda each: order.index(each.line))


class _Parts(NamedTuple):
    """What the model foresees of the lines of the accounts, then of those that they lack: R replications, months of the year, L lines."""

    persons: Floats  # R, 12, L: as counted
    full_time: Floats  # R, L: average full-time persons of the year over the average of persons as counted
    days: Floats  # 12
    past: tuple[Floats, Floats]  # R, L: gross, and the state's part, of the months seen
    rest: tuple[Floats, Floats]  # R, L: the same of the months to come


def _parts(model: Model, whole: Outcome, until: Outcome, seen: Actuals) -> _Parts:
    """Return what the model foresees of the lines of the accounts."""
    year = seen.months[0].year
    months = [m for m, month in enumerate(whole.names.months) if month.year == year]
    days = whole.month_days[months]
    average = whole.days[:, months] / days[:, None]
    lines = (*seen.lines, *seen.absent)
    members = np.array([[1.0 if state.line == line else 0.0 for line in lines] for state in model.states])
    part_time = np.array([state.full_time_share.value for state in model.states])[:, None]
    persons, full_time = average @ members, average @ (members * part_time)
    counted = full_time if seen.full_time else persons
    over_year = [np.tensordot(each, days, axes=(1, 0)) / days.sum() for each in (full_time, counted)]
    money = [accounts(model, each) for each in (whole, until)]
    at = [money[0].lines.index(line) for line in lines]
    gross, past_gross = (each.gross[:, each.years.index(year)][:, at] for each in money)
    state, past_state = (each.state[:, each.years.index(year)][:, at] for each in money)
    ratio = over_year[0] / np.maximum(over_year[1], 1e-9)
    return _Parts(counted, ratio, days, (past_gross, past_state), (gross - past_gross, state - past_state))


def _line(seen: Actuals, n: int, parts: _Parts, lag: int) -> Followed:
    """Return one line of the accounts over the year."""
    months = len(seen.months)
    known = max(0, months - lag)
    gross, refund, counted = seen.gross[n], seen.refund[n], seen.persons[n]
    net_basis = not refund.any()
    persons = parts.persons[:, :, n]
    latest = persons[:, months - 1]
    ahead = np.maximum(conditioned(persons[:, months:], latest, float(counted[-1])), 0.0)
    past, rest = (_own(each, n, net_basis=net_basis) for each in (parts.past, parts.rest))
    volume = (persons[:, :months].sum(axis=1), persons[:, months:].sum(axis=1))
    price, carried = _price(past[0] / np.maximum(volume[0], 1e-9), rest[0] / np.maximum(volume[1], 1e-9), gross, counted)
    share_past, share_rest = (_ratio(each[1], each[0]) for each in (past, rest))
    refunded = float(refund[lag:months].sum())
    due_share, share = share_past, share_rest
    if known and gross[:known].sum() > 0.0:
        told = refunded / float(gross[:known].sum())
        due_share, share = np.full(len(latest), told), conditioned(share_rest, share_past, told)
    rest_gross = price * ahead.sum(axis=1)
    average = (float(counted @ parts.days[:months]) + ahead @ parts.days[months:]) / parts.days.sum()
    end = memory(persons[:, -1], latest) if ahead.shape[1] else np.zeros(())
    return Followed(
        line=seen.lines[n],
        known=True,
        net_basis=net_basis,
        seen_gross=float(gross.sum()),
        seen_refund=refunded,
        due_refund=due_share * float(gross[known:].sum()),
        persons=ahead,
        rest_gross=rest_gross,
        rest_state=rest_gross * np.clip(share, 0.0, 1.0),
        full_time_persons=average * parts.full_time[:, n],
        foreseen=latest,
        carried=(float(end), carried),
    )


def _foreseen(seen: Actuals, n: int, parts: _Parts) -> Followed:
    """Return a line that the accounts lack: as the run has it, the whole year."""
    persons = parts.persons[:, :, n]
    gross, state = (past[:, n] + rest[:, n] for past, rest in zip(parts.past, parts.rest, strict=True))
    return Followed(
        line=seen.absent[n - len(seen.lines)],
        known=False,
        net_basis=False,
        seen_gross=0.0,
        seen_refund=0.0,
        due_refund=np.zeros(len(persons)),
        persons=persons,
        rest_gross=gross,
        rest_state=state,
        full_time_persons=persons @ parts.days / parts.days.sum() * parts.full_time[:, n],
        foreseen=persons[:, len(seen.months) - 1],
        carried=(0.0, 0.0),
    )


def _own(money: tuple[Floats, Floats], n: int, *, net_basis: bool) -> tuple[Floats, Floats]:
    """Return gross and the state's part of a line as its accounts hold them (shape: R)."""
    gross, state = money[0][:, n], money[1][:, n]
    return (gross - state, np.zeros_like(state)) if net_basis else (gross, state)


def _ratio(part: Floats, whole: Floats) -> Floats:
    """Return a part over a whole, 0 where there is none (shape: R)."""
    return np.divide(part, whole, out=np.zeros_like(part), where=whole > 0.0)


def _price(past: Floats, rest: Floats, gross: Floats, persons: Floats) -> tuple[Floats, float]:
    """Return kroner a person-month in the months to come, and the share of a deviation in price that is carried on (shape: R).

    Prices move by ratios, so by differences of logarithms. Where nothing was paid there is nothing to go by.
    """
    if min(gross.sum(), persons.sum()) <= 0.0 or min(past.min(), rest.min()) <= 0.0:
        return rest, 0.0
    logs = np.log(past), np.log(rest)
    told = float(np.log(gross.sum() / persons.sum()))
    return np.exp(conditioned(logs[1], logs[0], told)), float(memory(logs[1], logs[0]))
