"""A model becomes arrays: the only place where names become integers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

import numpy as np

from simcase.declare.initiatives import Initiative
from simcase.model import Model, unknowns
from simcase.tables.arrays import Clockwork, Names, Source, Tables
from simcase.tables.calendar import book_edges, calendar_days, calendar_edges, interval_of_day, price_periods
from simcase.tables.hazards import Exit, age_edges, drawn_hazards, exits_of, hazards
from simcase.tables.people import headcount, sources, stream_rates
from simcase.tables.programmes import hours_of, phase_factors, plans, programmes, ran, staffing
from simcase.tables.ragged import flat, integers
from simcase.tables.statute import cells, classes_of, columns_of, counters, decisions, doors, refusion
from simcase.vocabulary import add_months, days_after, month_edges, month_starts, week_starts


def tabulate(model: Model) -> Tables:
    """Return the tables of a model from its start to its end."""
    return between(model, model.start, model.end)


def burn_in(model: Model) -> Tables:
    """Return the tables of the years before a model's start, whose end is the starting stock."""
    return between(model, add_months(model.start, -12 * model.burn_in_years), date.fromordinal(model.start.toordinal() - 1))


def between(model: Model, first: date, last: date) -> Tables:
    """Return the tables of a model from a first to a last day, both included; time 0 is the model's start."""
    segments = tuple(segment.id for segment in model.segments) or ("",)
    days = calendar_days(model.initiatives, first, last)
    edges, calendar = month_edges(model.start, first, last), calendar_edges(model.start, days, last)
    periods = price_periods(model, first, last)
    book = book_edges(model, periods, first, last)
    groups = sorted({state.duration_group for state in model.states if state.duration_group is not None})
    by_state = exits_of(model, days)
    exits = tuple((each.transition.from_, each.transition.to) for each in flat(by_state))
    clockwork = {
        "first_day": days_after(model.start, first),
        "horizon": days_after(model.start, last) + 1.0,
        "calendar": calendar,
        "period_of_day": interval_of_day(calendar),
        "month_edge": edges,
        "month_of_day": interval_of_day(edges),
        "book_edge": book,
        "book_of_day": interval_of_day(book),
        "absorbing": np.array([state.absorbing for state in model.states], dtype=np.bool_),
        "duration_group": integers(-1 if s.duration_group is None else groups.index(s.duration_group) for s in model.states),
        **hazards(model, by_state, segments, calendar),
        **doors(model),
        **counters(model),
        **decisions(model),
        **refusion(model),
        **programmes(model, segments, exits, days),
        **cells(model, segments, age_edges(model)),
    }
    names = Names(
        start=model.start,
        states=tuple(state.id for state in model.states),
        segments=segments,
        months=month_starts(first, last),
        periods=periods,
        weeks=week_starts(first, last),
        classes=classes_of(model),
        columns=columns_of(model),
        exits=exits,
        rules=tuple(rule.id for rule in model.rules),
        programmes=tuple(each.id for each, _ in ran(model)),
        unknowns=unknowns(model),
        processes=tuple(each.id for each in model.economy.processes) if model.economy else (),
    )
    return Tables(
        Clockwork(**clockwork),  # type: ignore[arg-type]
        Source(**sources(model)),  # type: ignore[arg-type]
        names,
        plans(model, first, days, last),
        staffing(model, days, layers_in(by_state), hours_of(model, first, last)),
    )


def layers_in(by_state: Sequence[Sequence[Exit]]) -> list[tuple[Initiative, float]]:
    """Return the initiative and the hazard ratio of each layer, in their order."""
    return [(layer.initiative, layer.ratio) for each in flat(by_state) for layer in each.layers]


def redrawn(tables: Tables, model: Model) -> Tables:
    """Return the tables of a model that differs from another's in fitted values, hazard ratios and persons at the start alone."""
    work = tables.clockwork
    days = tuple(model.start + timedelta(days=int(edge)) for edge in work.calendar[:-1])
    by_state = exits_of(model, days)
    moved = drawn_hazards(model, flat(by_state), tables.names.segments, work.calendar)
    present = headcount(model) if model.members else tables.source.headcount
    return tables._replace(
        clockwork=work._replace(**moved, phase_factor=phase_factors(model, tables.names.exits)),  # type: ignore[arg-type]
        source=tables.source._replace(stream_rate=stream_rates(model), headcount=present),
        staffing=staffing(model, days, layers_in(by_state), tables.staffing.hours),
    )
