"""A calibration for a municipality that has none: what is known nationally, and what another municipality has, scaled to its population."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

import numpy as np

from simcase.declare import AS_IS, here, read_document, validate
from simcase.declare.initiatives import Initiative
from simcase.declare.schema import Arrival
from simcase.declare.values import Figure
from simcase.defaults import TODAY, UNFITTED
from simcase.errors import Issue, UserError
from simcase.importers.areas import slug
from simcase.importers.draft import Tree, with_fit
from simcase.importers.folder import edge_of, new_folder, tree_of, yaml_text
from simcase.importers.privacy import refuse_named
from simcase.model import Model, read_calibration, resolve
from simcase.words import Words, said

LENT: Final = "aabenraa-2019"
"""The calibration that stands in, at the fit that follows what was counted."""
LENT_FIT: Final = "counts-2019"
NATIONAL: Final = "dk-2019"
MOVES: Final = ("transitions", "profiles")
"""Sections that the law of today has moves in, to which a municipality's own add."""
LATER: Final = 2025
"""The first year whose calibrations stand on the laws of today."""
FIT: Final = UNFITTED
CONTACT: Final = "ordinary-contact"
"""The initiative that says how much time caseworkers have for each citizen."""
WORKING: Final = range(16, 67)
"""Ages over which national shares are counted."""
SPREAD: Final = 0.25
"""How far a municipality may lie from the nation, as a share (a standard error): Aabenraa itself lies 0.84 to 1.74 times the national."""
MISSING: Final = ("population", "targets", "stock", "transitions", "arrivals", "budget", "goals")


@dataclass(frozen=True, slots=True)
class Scaffold:
    """A new calibration's folder, the persons it is scaled to, whether that was given, and the sections whose own figures are missing."""

    folder: Path
    persons: float
    given: bool
    missing: tuple[str, ...]


def scaffold(root: Path, name: str, year: int, persons: int | None, words: Words) -> Scaffold:
    """Write `calibration/NAME-YEAR/` below a folder; raises UserError where it is there already, and writes nothing then.

    National shares (grade C, their splits D) give the stock and targets; all else is Aabenraa's, scaled to `persons` (grade D). Each file
    begins with what is missing in it, and says its sources, in the language of the words.
    """
    refuse_named({"--municipality": name})
    if not slug(name):
        raise UserError([Issue("", 0, "--municipality", said("error.municipality.no_letters"), said("error.municipality.name"))])
    lent = with_fit(resolve(AS_IS, calibration=LENT, fit=LENT_FIT))
    assert lent.population is not None  # noqa: S101 - it is shipped with one
    scale = persons / sum(count for _, count in lent.population.persons) if persons else 1.0
    total = sum(count for _, count in lent.population.persons) * scale
    adults = sum(count for age, count in lent.population.persons if age in WORKING) * scale
    parts = {
        "calibration": _frame(name, year),
        "population": _population(lent, scale, year),
        "stock": _stock(lent, scale, adults, year),
        "transitions": {"transitions": [_lent(tree_of(each)) for each in lent.transitions], "profiles": _profiles(lent)},
        "arrivals": {"arrivals": [_arrival(each, scale) for each in lent.arrivals]},
        "targets": {"targets": _targets(lent, adults, year)},
        "parameters": {"parameters": [tree_of(each) for each in lent.parameters]},
    }
    if year >= LATER:
        parts["staff"] = {"staff": _staff(parts["stock"]["stock"]["states"])}
    files = {f"{part}.yaml": yaml_text(tree, words, words.say(f"municipality.head.{part}")) for part, tree in parts.items()}
    folder = root / "calibration" / f"{slug(name)}-{year}"
    files[f"fits/{FIT}.yaml"] = yaml_text(_fit(lent, folder.name), words, words.say("municipality.head.fit"))
    missing = (*MISSING, *(section for section in parts if section == "staff"))
    return Scaffold(new_folder(folder, files, words), total, persons is not None, missing)


def _frame(name: str, year: int) -> Tree:
    """Return the frame of a calibration: its title, base and horizon."""
    return {
        "title": {"da": f"{name} {year}", "en": f"{name} {year}"},
        **({"based_on": TODAY, "adds": list(MOVES)} if year >= LATER else {"based_on": NATIONAL}),
        "start": start_of(year).isoformat(),
        "end": f"{year + 3}-12-31",
        "fit": FIT,
        "burn_in_years": 50,
    }


def start_of(year: int) -> date:
    """Return when the calibration of a year begins: half a year before it, or with it where it stands on the laws of today."""
    return date(year, 1, 1) if year >= LATER else date(year - 1, 7, 1)


def _population(lent: Model, scale: float, year: int) -> Tree:
    """Return the population by age, scaled, and the segments; in a year of today the ages are those of its first day."""
    assert lent.population is not None  # noqa: S101
    persons = {edge_of(age): round(count * scale) for age, count in lent.population.persons}
    day = start_of(year) if year >= LATER else lent.population.date
    told = {"date": day.isoformat(), "from_age": lent.population.from_age, **_stands_in(scale), "persons": persons}
    segments = [
        _lent(tree_of(each) | {"share": {edge_of(age): share for age, share in each.share}, "source": each.source})
        for each in lent.segments
    ]
    return {"population": told, "segments": segments}


def _stock(lent: Model, scale: float, adults: float, year: int) -> Tree:
    """Return persons by state: by national shares where there are any, else scaled; those of ended states stand where these lead on to."""
    shares, stock = national(year), lent.stock
    share_of = {state.id: state.full_time_share.value for state in lent.states}
    states: Tree = {name: {"value": round(figure.value * scale), **_stands_in(scale)} for name, figure in stock.states.items()}
    for name, told in shares.items():
        states[name] = {"value": round(told.value * adults / share_of.get(name, 1.0)), "grade": told.grade, "source": told.source}
    for name, to in ended_states(year).items():
        states[to]["value"] += states.pop(name)["value"]
    return {"stock": {"rest": stock.rest, "states": states}}


def _staff(stock: Tree) -> list[Tree]:
    """Return the pools of staff, with as many caseworkers as the ordinary contact of those in stock takes."""
    contact, _ = validate(read_document(here().initiative(CONTACT)), Initiative)
    assert contact is not None  # noqa: S101 - it is shipped
    assert contact.staff is not None  # noqa: S101
    need = contact.staff.hours_a_week
    hours = need * sum(stock[name]["value"] for name in contact.target.states if name in stock)
    told = {"value": round(hours, 1), "grade": "D", "source": f"stands in: {need:g} hours a week for each of those in stock ({CONTACT})"}
    pools = read_calibration(TODAY, here()).sections.staff or ()
    return [tree_of(pool) | ({"hours_a_week": told} if pool.id == contact.staff.pool else {}) for pool in pools]


def ended_states(year: int) -> dict[str, str]:
    """Return the states that laws have ended when the calibration of a year begins, each with the one that it leads on to."""
    laws = read_calibration(TODAY, here()).sections.laws or () if year >= LATER else ()
    return {state: to for law in laws if law.from_ <= start_of(year) for state, to in law.ends.items()}


def national(year: int) -> Mapping[str, Figure]:
    """Return the national shares of full-time persons among those aged 16 to 66, by state, as the law of a year has them."""
    return read_calibration(TODAY if year >= LATER else NATIONAL, here()).sections.national or {}


def _targets(lent: Model, adults: float, year: int) -> list[Tree]:
    """Return a target for each national share, wide, since municipalities differ; none where a law has ended the state."""
    gone = ended_states(year)
    known = {state.id for state in lent.states} - {*gone, *gone.values()}
    return [
        {
            "id": f"national.{name}",
            "measure": "full_time_persons",
            "of": [name],
            "from": f"{year}-01-01",
            "until": f"{year}-12-31",
            "value": round(share.value * adults, 1),
            "se": round(SPREAD * share.value * adults, 1),
            "grade": share.grade,
            "source": share.source,
        }
        for name, share in national(year).items()
        if name in known
    ]


def _arrival(arrival: Arrival, scale: float) -> Tree:
    """Return a stream of arrivals, scaled."""
    tree = tree_of(arrival)
    if arrival.ages:
        tree["ages"] = {edge_of(age): share for age, share in arrival.ages}
    if arrival.per_year is not None:
        tree["per_year"] = {"value": round(arrival.per_year.value * scale, 1), **_stands_in(scale)}
    return _lent(tree)


def _profiles(lent: Model) -> Tree:
    """Return the profiles that transitions name."""
    kinds = ("duration", "age", "season")
    return {kind: {name: _lent(tree_of(each)) for name, each in getattr(lent.profiles, kind).items()} for kind in kinds}


def _stands_in(scale: float) -> Tree:
    """Return the source and grade of a number that is another municipality's, scaled."""
    return {"grade": "D", "source": f"stands in: {LENT} times {scale:.3g}"}


def _lent(tree: Tree) -> Tree:
    """Return a declaration that is another municipality's: of grade D, and it says so."""
    result = {name: value for name, value in tree.items() if name not in {"source", "grade", "note"}}
    if isinstance(result.get("rate"), dict):
        figure = {name: value for name, value in result["rate"].items() if name in {"value", "low", "high"}}
        return result | {"rate": figure | {"grade": "D", "source": f"stands in: {LENT}"}}
    return result | {"grade": "D", "source": f"stands in: {LENT}"}


def _fit(lent: Model, name: str) -> Tree:
    """Return a fit at the priors, with their spreads."""
    values = [{"id": each.id, "value": each.prior if each.kind == "take_up" else 1.0} for each in lent.parameters]
    covariance = np.diag([each.sd**2 for each in lent.parameters]).round(8).tolist()
    return {"fit": FIT, "calibration": name, "parameters": values, "covariance": covariance}
