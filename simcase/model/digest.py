"""What moves citizens in a model, by which runs are known again, and a model of what was said of it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any, Final

from pydantic import TypeAdapter

from simcase.declare.initiatives import Change, Initiative
from simcase.declare.laws import DatedLaw
from simcase.declare.refusion import Refusion
from simcase.declare.schema import Stock
from simcase.declare.values import Label, Quantity
from simcase.model.dated import days_of_change, is_limit
from simcase.model.resolved import Model, describe, digest_of

PRICED: Final = (
    "scenario", "title", "calibration", "calibration_title", "rates", "wage_deductions", "grants", "measures_refund", "take_up", "index",
    "budget", "goals", "targets", "composed", "edits",
)  # fmt: skip
"""What a model may differ in without anybody moving otherwise."""
SOURCED: Final = frozenset({"source", "grade", "note"})
"""What is said of numbers, where a source and a grade are; what is named by ids may be called one of these, but not both."""
REASON: Final = frozenset({"why"})
"""What is said of a change of the number at a path."""
_NOTHING: Final = Model(
    scenario="",
    title=Label(da="", en=""),
    calibration="",
    calibration_title=Label(da="", en=""),
    start=date.min,
    end=date.max,
    states=(),
    transitions=(),
    stock=Stock(states={}),
)


def model_described_by(tree: Mapping[str, Any]) -> Model:
    """Return the model that was described; what is stored beside its fit, which stands there as digests, is not in it.

    Raises pydantic.ValidationError, a ValueError, for what describes no model.
    """
    return TypeAdapter(Model).validate_json(json.dumps({**tree, "donors": None, "members": None}))


def unsourced(tree: object) -> object:
    """Return a declaration, or what JSON has of it, without what is said of its sources and reasons.

    >>> unsourced({"rate": {"value": 2, "source": "a count", "grade": "A", "note": ""}, "ends": {"note": "why"}})
    {'rate': {'value': 2}, 'ends': {'note': 'why'}}
    """
    if isinstance(tree, dict):
        said = SOURCED if "source" in tree and "grade" in tree else REASON if "path" in tree else ()
        kept = ((name, part) for name, part in tree.items() if name not in said)
        return {name: unsourced(part) if isinstance(part, dict | list) else part for name, part in kept}
    return [unsourced(part) for part in tree] if isinstance(tree, list) else tree


def moves_digest(model: Model) -> str:
    """Return the digest of what moves citizens and where their days are booked: models that differ in prices or sources alone share it.

    An initiative of kind `terms` moves nobody, unless it suspends rules or changes their limits. Prices that change inside a year part
    the days that are booked, whatever they are.
    """
    priced = {one.id for one in model.parameters if one.kind == "take_up"}
    bare = replace(
        model,
        **{name: getattr(_NOTHING, name) for name in PRICED},
        fitted={name: 0.0 if name in priced else value for name, value in model.fitted.items()},
        rate_classes=tuple(each.model_copy(update={"pays": {}, "wage": None}) for each in model.rate_classes),
        refusion=model.refusion and _unpriced_law(model.refusion),
        initiatives=tuple(_unpriced(each) for each in model.initiatives if each.kind != "terms" or each.suspends or _limits(each.changes)),
        changes=_limits(model.changes),
        laws=tuple(_moving(model.laws)),
    )
    inside = [day.isoformat() for day in days_of_change(model, "payment") if (day.month, day.day) != (1, 1)]
    return hashlib.sha256("".join((digest_of(unsourced(describe(bare))), *inside)).encode()).hexdigest()


def _moving(laws: tuple[DatedLaw, ...]) -> Iterator[DatedLaw]:
    """Yield the laws that move citizens, without what they say of prices."""
    for law in laws:
        limits = tuple(each for each in law.changes if is_limit(each.path))
        if limits or law.opens or law.closes or law.ends:
            yield law.model_copy(update={"changes": limits, "pays": {}, "deductions": {}})


def _limits(changes: tuple[Change, ...]) -> tuple[Change, ...]:
    """Return the changes of the limits of rules, which move citizens; a price moves nobody."""
    return tuple(change for change in changes if is_limit(change.path))


def _unpriced_law(law: Refusion) -> Refusion:
    """Return who pays without the shares: which columns there are."""
    bare = {"state_share": 0.0}
    steps, cohorts = (tuple(each.model_copy(update=bare) for each in part) for part in (law.steps, law.cohorts))
    return law.model_copy(update={"steps": steps, "cohorts": cohorts, "laws": ()})


def _unpriced(each: Initiative) -> Initiative:
    """Return an initiative without what it costs; that a wage lowers the benefit stays, by how much does not."""
    programme = each.programme
    if programme is not None:
        wage = None if programme.wage is None else Quantity(value=0.0)
        programme = programme.model_copy(update={"wage": wage, "kroner_per_place": None, "kroner_per_start": None, "line": None})
    return each.model_copy(update={"costs": (), "changes": _limits(each.changes), "programme": programme})
