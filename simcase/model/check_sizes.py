"""What a model may have at the most: beyond it a file is a mistake, and would take hours or more memory than there is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from simcase.declare.schema import Transition
from simcase.errors import MOST_CITIZENS, STRONGEST
from simcase.model.origins import Finding
from simcase.model.resolved import Model
from simcase.vocabulary import DAYS_PER_YEAR
from simcase.words import said

MOST: Final = {
    "lines": 200, "segments": 64, "transitions": 10_000, "counters": 16, "rules": 500, "rate_classes": 500, "wage_deductions": 200,
    "grants": 200, "staff": 100, "goals": 500, "parameters": 200, "targets": 5_000, "initiatives": 200,
}  # fmt: skip
"""Entries of a section."""
EDGES: Final = 400
"""Edges of a step function."""


def sizes(model: Model) -> Iterator[Finding]:
    """Yield what is larger or faster than any model needs."""
    for section, most in MOST.items():
        count = len(getattr(model, section))
        if count > most:
            yield Finding((section,), said("error.model.entries", count=count), said("error.number.at_most", most=most))
    yield from _edges(model)
    for position, one in enumerate(model.transitions):
        peak = fastest(model, one)
        if not peak <= STRONGEST:
            found = said("error.model.moves_a_year", peak=peak)
            yield Finding(("transitions", position, "rate"), found, said("error.model.most_moves", strongest=STRONGEST))
    citizens = coming(model)
    if not citizens <= MOST_CITIZENS:
        yield Finding(
            ("stock",), said("error.model.citizens", citizens=citizens), said("error.model.most_citizens", most_citizens=MOST_CITIZENS)
        )


def _edges(model: Model) -> Iterator[Finding]:
    """Yield step functions with too many edges."""
    for kind in ("duration", "age"):
        for name, profile in getattr(model.profiles, kind).items():
            if len(profile.factors) > EDGES:
                yield Finding(
                    ("profiles", kind, name, "factors"),
                    said("error.model.edges", n=len(profile.factors)),
                    said("error.model.most_edges", edges=EDGES),
                )
    for position, segment in enumerate(model.segments):
        if len(segment.share) > EDGES:
            yield Finding(
                ("segments", position, "share"),
                said("error.model.edges", n=len(segment.share)),
                said("error.model.most_edges", edges=EDGES),
            )


def fastest(model: Model, one: Transition) -> float:
    """Return the largest yearly rate that a transition has for anybody at any time, initiatives apart."""
    profiles = model.profiles
    peak = max(one.rate.value, one.rate.high or 0.0)
    for name, known in ((one.duration, profiles.duration), (one.age, profiles.age)):
        if name in known:
            peak *= max(factor for _, factor in known[name].factors)
    if one.season in profiles.season:
        peak *= max(profiles.season[one.season].factors)
    return peak * max(one.segments.values(), default=1.0)


def coming(model: Model) -> float:
    """Return the citizens that a run has at the most: the stock or the population, and arrivals; not a count too large by itself."""
    stock = sum(count.value for count in model.stock.states.values() if count.value <= MOST_CITIZENS)
    persons = sum(count for _, count in model.population.persons) if model.population is not None else 0.0
    years = (model.end - model.start).days / DAYS_PER_YEAR
    return max(stock, persons) + years * sum(
        each.per_year.value for each in model.arrivals if each.per_year and each.per_year.value <= MOST_CITIZENS
    )
