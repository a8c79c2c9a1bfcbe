"""The law: which one a run stands on, and what changed when."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final

from simcase.declare import Library, here
from simcase.declare.laws import DatedLaw
from simcase.declare.schema import CalibrationFile, Rule
from simcase.declare.values import Label, Sourced
from simcase.defaults import PRICES, TODAY
from simcase.model import Model, read_calibration
from simcase.model.laws import Span, spans
from simcase.study.results import Bilingual, CarriedOn, LawEffect, LawResult, LawRow, NamedLaw, StandsOn
from simcase.vocabulary import add_months

REGULATION: Final = Label(da="Satsregulering", en="Regulation of rates")
SHARES: Final = Label(da="Statens andele", en="Shares of the state")


def stands_on(model: Model, last: date, prices: str) -> StandsOn:
    """Return the law that a run stands on from a model's start to a last day."""
    days = Span(model.start, last)
    held = [law for law in model.laws if any(_meet(span, days) for span in spans(model, law))]
    aside = [law for law in model.laws if _meet(Span(law.from_, law.until), days) and spans(model, law) != [Span(law.from_, law.until)]]
    return StandsOn(
        laws=tuple(law.id for law in held),
        latest=max(map(_named, held), key=lambda law: law.first, default=None),
        suspended=tuple(map(_named, aside)),
        carried_on=tuple(_carried_on(model, last.year)) if prices == PRICES else (),
        missing=tuple(sorted(map(_named, _missing(model, days)), key=lambda law: law.first)),
    )


def _missing(model: Model, days: Span) -> Iterator[DatedLaw]:
    """Yield the laws of today that begin within some days, change a number, and are not those of a model that stands on older ones."""
    own = {law.id for law in model.laws}
    if not own:
        return
    today = read_calibration(TODAY, here()).sections.laws or ()
    if own & {law.id for law in today}:
        begun = (law for law in today if law.id not in own and _meet(Span(law.from_, law.from_), days))
        yield from (law for law in begun if any((law.opens, law.closes, law.ends, law.pays, law.deductions, law.changes)))


def _meet(one: Span, other: Span) -> bool:
    """Tell whether two times have a day in common."""
    return (one.from_ or date.min) <= (other.until or date.max) and (other.from_ or date.min) <= (one.until or date.max)


def _named(law: DatedLaw) -> NamedLaw:
    """Return a law by name."""
    return NamedLaw(law.id, _bilingual(law.label), law.from_)


def _bilingual(label: Label) -> Bilingual:
    """Return a label as results have it."""
    return Bilingual(label.da, label.en)


def _carried_on(model: Model, year: int) -> Iterator[CarriedOn]:
    """Yield what is regulated by year and not known to a year."""
    known = _last_known(model.index.years) if model.index else year
    if model.index and model.index.beyond and known < year:
        yield CarriedOn("index", known, round(model.index.beyond.value - 1.0, 9), model.index.beyond.grade)
    for rule in model.wage_deductions:
        if rule.years and _last_known(rule.years) < year:
            yield CarriedOn(rule.id, _last_known(rule.years), None, "D")


def _last_known(years: tuple[tuple[float, float], ...]) -> int:
    """Return the last year of a regulation."""
    return int(max(year for year, _ in years))


def law_changes(calibration: str, first: int, last: int, library: Library) -> LawResult:
    """Return what changed in the law in some years, first to last: what a calibration stands on, and what the law of today has beside it.

    Raises UserError with every problem of the files.
    """
    own, today = (read_calibration(name, library).sections for name in (calibration, TODAY))
    stood_on = {law.id for law in own.laws or ()}
    beside = tuple(law for law in today.laws or () if law.id not in stood_on)
    names = _names(today) | _names(own)
    rows = [
        *(_law(law, names, stood_on=law.id in stood_on) for law in (*(own.laws or ()), *beside)),
        *_regulated(own if own.index else today, last, names),
        *(row for rule in (own.rules or today.rules or ()) for row in _ages(rule)),
        *_shares(own),
    ]
    inside = [row for row in rows if first <= row.first.year <= last]
    return LawResult(calibration, first, last, tuple(sorted(inside, key=lambda row: (row.first, row.id))))


def _names(told: CalibrationFile) -> dict[str, Bilingual]:
    """Return what states, lines and rules are called; a deduction is called after the benefits that it lowers."""
    states = {state.id: _bilingual(state.label) for state in told.states or ()}
    lines = {line.id: _bilingual(line.label) for line in told.lines or ()}
    rules = {rule.id: _bilingual(rule.label) for rule in told.rules or ()}
    lowered = {each.id: [states[name] for name in each.states if name in states] for each in told.wage_deductions or ()}
    deductions = {name: Bilingual(_short(each.da for each in of), _short(each.en for each in of)) for name, of in lowered.items()}
    return states | lines | rules | deductions


def _short(names: Iterable[str]) -> str:
    """Return names short of what tells apart those of one benefit, each once."""
    return ", ".join(dict.fromkeys(re.split(r" \(|,", name)[0] for name in names))


def _law(law: DatedLaw, names: dict[str, Bilingual], *, stood_on: bool) -> LawRow:
    """Return a dated law."""
    moved = [(kind, state, to) for kind in ("opens", "closes", "ends") for state, to in getattr(law, kind).items()]
    effects = [LawEffect(kind, state, names.get(state), names.get(to), None) for kind, state, to in moved]
    effects += [LawEffect("pays", name, None, None, None) for name in law.pays]
    effects += [LawEffect("deductions", name, names.get(name), None, None) for name in law.deductions]
    effects += [LawEffect("number", each.path, names.get(each.path.split(".")[1]), None, each.to) for each in law.changes]
    label = _bilingual(law.label)
    return LawRow(law.id, label, law.from_, law.until, tuple(effects), stood_on, law.grade, law.source, law.note)


def _regulated(told: CalibrationFile, until: int, names: dict[str, Bilingual]) -> Iterator[LawRow]:
    """Yield the regulation of each year, by how much rates and the wages at which deductions change grow, known or assumed."""
    if told.index is None:
        return
    chains = {"index": dict(told.index.years), **{rule.id: dict(rule.years) for rule in told.wage_deductions or () if rule.years}}
    for year in sorted({int(year) for year, _ in told.index.years}):
        grown = {name: (years.get(year), years.get(year - 1)) for name, years in chains.items()}
        yield from _regulation(year, {name: new / old for name, (new, old) in grown.items() if new and old}, told.index, names)
    if told.index.beyond:
        for year in range(_last_known(told.index.years) + 1, until + 1):
            yield from _regulation(year, {"index": told.index.beyond.value}, told.index.beyond, names)


def _regulation(year: int, grown: dict[str, float], said: Sourced, names: dict[str, Bilingual]) -> Iterator[LawRow]:
    """Yield the regulation of a year, where there is any."""
    effects = tuple(LawEffect("rates", name, names.get(name), None, round(times - 1.0, 5)) for name, times in grown.items())
    if effects:
        yield _row(f"regulation_{year}", REGULATION, date(year, 1, 1), effects, said)


def _ages(rule: Rule) -> Iterator[LawRow]:
    """Yield the days on which the first reach an age that a rule has for those born from a date on."""
    for born in rule.when.ages_by_birth[1:]:
        effects = (LawEffect("age", rule.id, None, None, born.age),)
        yield _row(f"{rule.id}_{born.age:g}", rule.label, add_months(born.from_, round(born.age * 12)), effects, rule)


def _shares(told: CalibrationFile) -> Iterator[LawRow]:
    """Yield the laws on the state's shares."""
    for number, law in enumerate(told.refusion.laws if told.refusion else ()):
        effects = tuple(LawEffect("number", f"refusion.{column}", None, None, share) for column, share in law.state_shares.items())
        yield _row(f"refusion_{number}", SHARES, law.from_, effects, law)


def _row(name: str, label: Label, day: date, effects: tuple[LawEffect, ...], said: Sourced) -> LawRow:
    """Return a change that holds from a day on, on which the calibration stands."""
    return LawRow(name, _bilingual(label), day, None, effects, stood_on=True, grade=said.grade, source=said.source, note=said.note)
