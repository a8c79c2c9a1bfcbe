"""What a model's parts must agree on: every name that one part uses stands in another, shares add up, dates are in order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Final

from simcase.declare import Where, shown_value
from simcase.declare.fitting import Parameter
from simcase.declare.schema import Arrival, Rule, Transition
from simcase.errors import Issue
from simcase.model.calibration import Calibration
from simcase.model.check_dates import over_time
from simcase.model.check_economy import economy
from simcase.model.check_initiatives import initiatives, lacking_hours, unused_hours
from simcase.model.check_laws import laws
from simcase.model.check_money import money, never_exceeded
from simcase.model.check_sizes import sizes
from simcase.model.labels import labels_by_id
from simcase.model.origins import Finding, twice, unknown
from simcase.model.resolved import Model
from simcase.vocabulary import DAYS_PER_YEAR
from simcase.words import said

NEEDED: Final = ("start", "end", "states", "transitions", "stock")
"""The sections that a calibration cannot do without."""
RESERVED: Final = {"stay": said("error.model.stay"), "arrival": said("error.model.arrival")}
"""Names that no state may have, and what they stand for."""
MOST_STATES: Final = 200
"""The key of a citizen's luck has eight bits for the state or the stream of arrivals that the citizen comes from."""
MOST_ARRIVALS: Final = 50
LONGEST_YEARS: Final = 60
OLDEST: Final = 120
ROUNDING: Final = 0.005
"""By how much shares written with few digits may miss 1."""


def missing_sections(calibration: Calibration) -> list[Issue]:
    """Return an issue for each section that a calibration lacks and cannot do without."""
    lacking = [name for name in NEEDED if getattr(calibration.sections, name) is None]
    expected = said("error.calibration.one_here")
    return [Issue(calibration.folders[0].as_posix(), 0, "", said("error.calibration.no_section", name=name), expected) for name in lacking]


def findings(model: Model) -> Iterator[Finding]:
    """Yield everything in a model that does not fit together."""
    for check in (
        horizon,
        states,
        segments,
        transitions,
        economy,
        population,
        stock,
        arrivals,
        counters,
        rules,
        laws,
        parameters,
        targets,
        money,
        initiatives,
        sizes,
        unused_hours,
        lacking_hours,
    ):
        yield from check(model)


def findings_over_time(model: Model) -> Iterator[Finding]:
    """Yield everything in a model that does not fit together, for good or on some days."""
    found = list(findings(model))
    yield from (each.called(labels_by_id(model)) for each in found or over_time(model, findings))


def unknown_names(where: Where, names: Iterable[str], known: Iterable[str]) -> Iterator[Finding]:
    """Yield a finding for each name of a list that is not known."""
    known = tuple(known)
    yield from (unknown((*where, position), name, known) for position, name in enumerate(names) if name not in known)


def unknown_keys(where: Where, names: Iterable[str], known: Iterable[str]) -> Iterator[Finding]:
    """Yield a finding for each key of a mapping that is not known."""
    known = tuple(known)
    yield from (unknown((*where, name), name, known) for name in names if name not in known)


def adds_up(where: Where, shares: Mapping[str, float]) -> Iterator[Finding]:
    """Yield a finding if shares do not add up to 1."""
    total = sum(shares.values())
    if abs(total - 1.0) > ROUNDING:
        yield Finding(where, said("error.model.shares_add", total=total), said("error.model.shares_add_1"))


def living(model: Model) -> list[str]:
    """Return the ids of the states that citizens live in."""
    return [state.id for state in model.states if not state.absorbing]


def horizon(model: Model) -> Iterator[Finding]:
    """Yield what is wrong with the dates of the world."""
    if model.end <= model.start:
        yield Finding(("end",), str(model.end), said("error.model.date_after", start=model.start))
    elif model.end.year - model.start.year > LONGEST_YEARS:
        yield Finding(("end",), str(model.end), said("error.model.date_within", longest_years=LONGEST_YEARS, start=model.start))


def states(model: Model) -> Iterator[Finding]:
    """Yield what is wrong with the states."""
    lines = [line.id for line in model.lines]
    yield from twice(("states",), [state.id for state in model.states])
    yield from twice(("lines",), lines)
    if not living(model) or len(model.states) > MOST_STATES:
        yield Finding(
            ("states",), said("error.model.states", n=len(living(model))), said("error.model.most_states", most_states=MOST_STATES)
        )
    for position, state in enumerate(model.states):
        if state.id in RESERVED:
            yield Finding(("states", position, "id"), f"'{state.id}'", said("error.model.another_name", reserved=RESERVED[state.id]))
        if state.line is not None and state.line not in lines:
            yield unknown(("states", position, "line"), state.line, lines)


def segments(model: Model) -> Iterator[Finding]:
    """Yield what is wrong with the segments: their shares must add up at every age at which one begins."""
    yield from twice(("segments",), [segment.id for segment in model.segments])
    for age in sorted({edge for segment in model.segments for edge, _ in segment.share}):
        shares = {segment.id: segment.share for segment in model.segments if segment.share}
        at = {name: [share for edge, share in steps if edge <= max(age, steps[0][0])][-1] for name, steps in shares.items()}
        yield from (
            Finding(("segments",), said("error.model.at_age", found=wrong.found, age=age), wrong.expected) for wrong in adds_up((), at)
        )


def transitions(model: Model) -> Iterator[Finding]:
    """Yield what is wrong with the transitions."""
    known = [state.id for state in model.states]
    seen: set[tuple[str, str]] = set()
    for position, one in enumerate(model.transitions):
        where = ("transitions", position)
        yield from (unknown((*where, end), name, known) for end, name in (("from", one.from_), ("to", one.to)) if name not in known)
        if one.from_ in known and one.from_ not in living(model):
            yield Finding(
                (*where, "from"), said("error.model.nobody_leaves", from_=one.from_), said("error.model.one_of", living=living(model))
            )
        if one.from_ == one.to:
            yield Finding((*where, "to"), said("error.model.begins_there", to=one.to), said("error.model.another_state"))
        if (one.from_, one.to) in seen:
            yield Finding(where, said("error.model.move_again", from_=one.from_, to=one.to), said("error.model.move_once"))
        seen.add((one.from_, one.to))
        yield from _factors(model, where, one)


def _factors(model: Model, where: Where, one: Transition) -> Iterator[Finding]:
    """Yield what is wrong with the factors of a transition."""
    for kind in ("duration", "age", "season"):
        name, profiles = getattr(one, kind), getattr(model.profiles, kind)
        if name is not None and name not in profiles:
            yield unknown((*where, kind), name, profiles)
    yield from unknown_keys((*where, "segments"), one.segments, [segment.id for segment in model.segments])


def population(model: Model) -> Iterator[Finding]:
    """Yield the ages of the population that are no single years, and a population too young for the stock that has its ages."""
    if model.population is None:
        return
    table, least = model.population.persons, model.population.from_age
    strange = [age for age, _ in table if not (age.is_integer() and age <= OLDEST)]
    yield from (
        Finding(("population", "persons"), said("error.model.age", age=age), said("error.model.whole_ages", oldest=OLDEST))
        for age in strange
    )
    stocked = any(count.value > 0.0 for count in model.stock.states.values()) and not model.burn_in_years
    since = (model.start - model.population.date).days / DAYS_PER_YEAR
    if stocked and not any(count > 0.0 and age + 1.0 + since > least for age, count in table):
        yield Finding(("population", "persons"), said("error.model.too_young"), said("error.model.persons_of_age", least=least))


def stock(model: Model) -> Iterator[Finding]:
    """Yield what is wrong with the stock at the start."""
    yield from unknown_keys(("stock", "states"), model.stock.states, living(model))
    if model.stock.rest is not None and model.stock.rest not in living(model):
        yield unknown(("stock", "rest"), model.stock.rest, living(model))
    if model.stock.rest is not None and model.population is None:
        yield Finding(("stock", "rest"), said("error.model.rest_without", rest=model.stock.rest), said("error.model.rest_of"))
    if model.burn_in_years and model.population is None:
        yield Finding(
            ("burn_in_years",), said("error.model.burn_in_without", burn_in_years=model.burn_in_years), said("error.model.burn_in_young")
        )
    yield from refusion_steps(model)


def refusion_steps(model: Model) -> Iterator[Finding]:
    """Yield what is wrong with the stated shares of citizens by step of the ladder."""
    where, stated = ("stock", "refusion_steps"), model.stock.refusion_steps
    steps = [f"step_{number}" for number in range(1, len(model.refusion.steps) + 1)] if model.refusion else []
    yield from unknown_keys(where, stated, dict.fromkeys(state.line for state in model.states if state.line and state.ladder == "benefit"))
    for line, each in stated.items():
        yield from unknown_keys((*where, line, "shares"), each.shares, steps)
        total = sum(each.shares.values())
        if total > 1.0 or set(steps) <= set(each.shares):
            yield from adds_up((*where, line, "shares"), each.shares)
    if stated and not model.burn_in_years:
        yield Finding(where, said("error.model.shares_without"), said("error.model.burn_in"))


def arrivals(model: Model) -> Iterator[Finding]:
    """Yield what is wrong with the arrivals."""
    yield from twice(("arrivals",), [arrival.id for arrival in model.arrivals])
    if len(model.arrivals) > MOST_ARRIVALS:
        yield Finding(
            ("arrivals",), said("error.model.streams", n=len(model.arrivals)), said("error.model.most_streams", most_arrivals=MOST_ARRIVALS)
        )
    for position, arrival in enumerate(model.arrivals):
        yield from _arrival(model, ("arrivals", position), arrival)


def _arrival(model: Model, where: Where, arrival: Arrival) -> Iterator[Finding]:
    """Yield what is wrong with one stream of arrivals."""
    if (arrival.per_year is None) == (arrival.turning is None):
        found = said("error.model.neither") if arrival.turning is None else said("error.model.both")
        yield Finding(where, found, said("error.one_of_them"))
    if arrival.turning is not None and model.population is None:
        yield Finding((*where, "turning"), said("error.model.turning_without", turning=arrival.turning), said("error.model.turning"))
    yield from unknown_keys((*where, "states"), arrival.states, living(model))
    yield from unknown_keys((*where, "segments"), arrival.segments, [segment.id for segment in model.segments])
    shares: list[tuple[str, Mapping[str, float]]] = [("states", arrival.states), ("segments", arrival.segments)]
    shares.append(("ages", {str(edge): share for edge, share in arrival.ages}))
    for field, each in shares:
        if each or field == "states":
            yield from adds_up((*where, field), each)


def rules(model: Model) -> Iterator[Finding]:
    """Yield what is wrong with the statutory rules."""
    yield from twice(("rules",), [rule.id for rule in model.rules])
    for position, rule in enumerate(model.rules):
        yield from _rule(model, ("rules", position), rule)


def counters(model: Model) -> Iterator[Finding]:
    """Yield what is wrong with the counters by which rules fall."""
    yield from twice(("counters",), [each.id for each in model.counters])
    for position, each in enumerate(model.counters):
        where = ("counters", position)
        yield from unknown_names((*where, "runs_in"), each.runs_in, living(model))
        yield from unknown_names((*where, "earned_in"), each.earned_in, living(model))
        earning = (bool(each.earned_in), each.earn_weeks is not None, each.window_weeks is not None)
        if any(earning) and not all(earning):
            yield Finding(where, said("error.law.part_of_right"), said("error.law.all_or_none"))
        if any(earning) and each.within_weeks is not None:
            yield Finding(
                (*where, "within_weeks"), said("error.law.beside_earned", within_weeks=each.within_weeks), said("error.one_of_them")
            )
    known = [each.id for each in model.counters]
    for position, rule in enumerate(model.rules):
        when = ("rules", position, "when")
        if rule.when.counter is not None and rule.when.counter not in known:
            yield unknown((*when, "counter"), rule.when.counter, known)
        if (rule.when.counter is not None and rule.when.weeks is None) or (rule.when.frame_weeks is not None and rule.when.counter is None):
            yield Finding(when, said("error.law.without_weeks"), said("error.law.weeks_with_counter"))
        yield from never_exceeded((*when, "weeks"), model.counters, rule.when.counter, rule.when.weeks)


def _rule(model: Model, where: Where, rule: Rule) -> Iterator[Finding]:
    """Yield what is wrong with one rule."""
    if rule.states != "all":
        yield from unknown_names((*where, "states"), rule.states, living(model))
    yield from unknown_keys((*where, "outcomes"), rule.outcomes, [*(state.id for state in model.states), "stay"])
    yield from adds_up((*where, "outcomes"), rule.outcomes)
    chosen = [rule.when.weeks is not None, rule.when.age is not None, bool(rule.when.ages_by_birth)]
    if sum(chosen) != 1:
        yield Finding((*where, "when"), said("error.law.chosen", chosen=sum(chosen)), said("error.one_of_them"))
    births = [each.from_ for each in rule.when.ages_by_birth]
    if births != sorted(set(births)):
        yield Finding((*where, "when", "ages_by_birth"), said("error.law.births_unordered"), said("error.law.births_rise"))


def parameters(model: Model) -> Iterator[Finding]:
    """Yield what is wrong with the unknowns of the fit."""
    yield from twice(("parameters",), [one.id for one in model.parameters])
    for position, one in enumerate(model.parameters):
        where = ("parameters", position)
        if not one.low <= one.prior <= one.high:
            yield Finding((*where, "prior"), shown_value(one.prior), said("error.model.value_between", low=one.low, high=one.high))
        yield from _applies(model, where, one)


def _applies(model: Model, where: Where, one: Parameter) -> Iterator[Finding]:
    """Yield what is wrong with that to which an unknown applies."""
    lines = [line.id for line in model.lines]
    if one.kind == "take_up" and one.line not in lines:
        yield unknown((*where, "line"), str(one.line), lines)
    known = [arrival.id for arrival in model.arrivals] if one.kind == "arrivals" else [state.id for state in model.states]
    yield from unknown_names((*where, "from"), one.from_, known)
    yield from unknown_names((*where, "to"), one.to, [state.id for state in model.states])


def targets(model: Model) -> Iterator[Finding]:
    """Yield what is wrong with the targets of the fit."""
    lines, states_ = [line.id for line in model.lines], [state.id for state in model.states]
    yield from twice(("targets",), [target.id for target in model.targets])
    for position, target in enumerate(model.targets):
        where = ("targets", position)
        yield from unknown_names((*where, "of"), target.of, lines if target.measure == "municipality" else states_)
        yield from unknown_names((*where, "to"), target.to, [state.id for state in model.states])
        if not _ordered(model.start, target.from_, target.until):
            yield Finding(
                (*where, "from"),
                said("error.model.from_until", from_=target.from_, until=target.until),
                said("error.model.dates_in_order", start=model.start),
            )


def _ordered(*days: date) -> bool:
    """Tell whether dates are in order."""
    return list(days) == sorted(days)
