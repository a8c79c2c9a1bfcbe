"""What spells say becomes a calibration of its own, on top of the one it was read with."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

import numpy as np

from simcase.declare.fitting import Parameter
from simcase.declare.schema import Transition
from simcase.declare.values import Figure
from simcase.importers.estimate import Found
from simcase.importers.folder import edge_of, new_folder, tree_of
from simcase.importers.hazards import Hazard
from simcase.importers.spells_result import bands, interval, rate
from simcase.model import Model, applies, multipliers
from simcase.vocabulary import Floats, document_of
from simcase.words import Words

Tree = dict[str, Any]
FIT: Final = "spells"
SURE: Final = 0.01
"""An unknown is never taken to be known better than to one per cent."""
HEADINGS: Final = ("from", "to", "by", "begins", "ends", "segments", "moves", "years", "rate", "low", "high")


def with_fit(model: Model) -> Model:
    """Return a model whose rates are those of its fit, so that they can be set beside what was seen."""
    factor = multipliers(model)
    moved = tuple(each.model_copy(update={"rate": _times(each.rate, factor[each.from_, each.to])}) for each in model.transitions)
    return replace(model, transitions=moved)


def _times(figure: Figure, factor: float) -> Figure:
    """Return a number and its range, times a factor."""
    known = {name: value for name in ("value", "low", "high") if (value := getattr(figure, name)) is not None}
    return figure.model_copy(update={name: _round(value * factor) for name, value in known.items()})


def write(folder: Path, base: str, found: Found, words: Words) -> Path:
    """Write a new calibration on top of another: transitions, profiles, unknowns, a fit at their values, and a table of hazards.

    Raises UserError where the folder is there already; then nothing is written.
    """
    title = found.model.calibration_title
    drafts = _drafts(found)
    files: dict[str, Tree | str] = {
        "calibration.yaml": {
            "title": {"da": f"{title.da}, egne forløb", "en": f"{title.en}, own spells"},
            "based_on": base,
        }
        | ({"fit": FIT} if found.model.parameters else {}),
        "transitions.yaml": {"transitions": [draft.transition for draft in drafts]},
        "profiles.yaml": {"profiles": _profiles(found.model, drafts)},
        "hazards.csv": table(found.hazards),
    }
    if found.model.parameters:
        sds = [_sd(each, found) for each in found.model.parameters]
        files["parameters.yaml"] = {"parameters": [_parameter(each, sd) for each, sd in zip(found.model.parameters, sds, strict=True)]}
        files[f"fits/{FIT}.yaml"] = {
            "fit": FIT,
            "calibration": folder.name,
            "parameters": [{"id": each.id, "value": _value(each, found.model)} for each in found.model.parameters],
            "covariance": np.diag(np.square(sds)).round(8).tolist(),
        }
    return new_folder(folder, files, words)


@dataclass(frozen=True, slots=True)
class Draft:
    """A transition to be written, with the profiles that it alone uses."""

    transition: Tree
    duration: Tree | None = None
    age: Tree | None = None


def _drafts(found: Found) -> list[Draft]:
    """Return every transition: as estimated where it is, else as the calibration has it; new ones come last."""
    seen = {(each.seen.transition.from_, each.seen.transition.to): each for each in found.hazards}
    own = [(each, seen.pop((each.from_, each.to), None)) for each in found.model.transitions]
    new = [(each.seen.transition, each) for each in seen.values() if each.estimate is not None]
    return [_drafted(each, hazard, _source(found)) if hazard and hazard.estimate else Draft(tree_of(each)) for each, hazard in own + new]


def _source(found: Found) -> str:
    """Return what is written of where the numbers come from."""
    first, last = found.window.dates()
    return f"the municipality's own spells, {first} to {last}"


def _drafted(transition: Transition, hazard: Hazard, source: str) -> Draft:
    """Return an estimated transition: a yearly rate, and factors whose average over the time seen is one."""
    by_week, by_age, by_segment, mean = _factors(hazard)
    level = interval(mean, hazard.average(hazard.seen.shape > 0.0)[1])
    figure = {"value": _round(level.rate), "low": _round(level.low), "high": _round(level.high), "grade": "A"}
    figure["source"] = f"{source}: {round(hazard.seen.total)} moves in {round(float(hazard.seen.time.sum()))} years"
    tree = tree_of(transition) | {"rate": figure}
    own = {"duration": _steps(hazard, 0, by_week, source), "age": _steps(hazard, 1, by_age, source)}
    tree |= {name: f"{transition.from_}.{transition.to}" for name, steps in own.items() if steps is not None}
    if hazard.estimate is not None and hazard.estimate.groups[2].max() > 0:
        tree["segments"] = {name: _round(factor) for name, factor in zip(hazard.seen.segments, by_segment, strict=False)}
    return Draft(tree, own["duration"], own["age"])


def _factors(hazard: Hazard) -> tuple[Floats, Floats, Floats, float]:
    """Return an estimated move's factors by duration, age and segment, and the yearly rate that they multiply."""
    seen, estimate = hazard.seen, hazard.estimate
    assert estimate is not None  # noqa: S101 - for the reader of types
    parts, first, rate = [], 1, float(np.exp(estimate.log[0]))
    for axis, prior in enumerate(seen.factors):
        group = estimate.groups[axis]
        steps = np.concatenate([[0.0], estimate.log[first : first + group.max()]])
        first += int(group.max())
        factor = prior * np.exp(steps[group])
        time = seen.time.sum(axis=tuple(i for i in range(3) if i != axis))
        changed = group.max() > 0
        mean = float((factor * time)[: len(prior)].sum() / time.sum()) if changed else 1.0
        parts.append(factor / mean)
        rate *= mean
    return parts[0], parts[1], parts[2], rate


def _steps(hazard: Hazard, axis: int, factors: Floats, source: str) -> Tree | None:
    """Return a profile of a move's own, None where it keeps the calibration's."""
    if hazard.estimate is None or hazard.estimate.groups[axis].max() == 0:
        return None
    edges = (hazard.seen.week, hazard.seen.age)[axis]
    rounded = [_round(factor) for factor in factors]
    kept = [i for i in range(len(edges)) if i == 0 or rounded[i] != rounded[i - 1]]
    return {"factors": {edge_of(edges[i]): rounded[i] for i in kept}, "source": source, "grade": "A"}


def _profiles(model: Model, drafts: Sequence[Draft]) -> Tree:
    """Return the calibration's profiles, then those of moves that have their own."""
    result: Tree = {}
    for kind in ("duration", "age", "season"):
        known = {name: tree_of(profile) for name, profile in getattr(model.profiles, kind).items()}
        own = {draft.transition[kind]: steps for draft in drafts if (steps := getattr(draft, kind, None)) is not None}
        result[kind] = known | own
    return result


def _round(value: float) -> float:
    """Return a number with four digits."""
    return float(f"{value:.4g}")


def _sd(parameter: Parameter, found: Found) -> float:
    """Return how far an unknown may lie from 1 on the log scale: by chance for moves that were seen, as judged for the rest."""
    if parameter.kind != "transitions":
        return parameter.sd
    absorbing = {state.id for state in found.model.states if state.absorbing}
    mine = [each for each in found.hazards if each.seen.known and applies(parameter, each.seen.transition, absorbing)]
    moves = sum(each.seen.total for each in mine if each.estimate is not None)
    kept = sum(float((each.rates() * each.seen.weighed).sum()) for each in mine if each.estimate is None)
    if moves == 0.0:
        return parameter.sd
    return max(SURE, float(np.sqrt(moves + (kept * parameter.sd) ** 2) / (moves + kept)))


def _parameter(parameter: Parameter, sd: float) -> Tree:
    """Return an unknown with the spread that the spells leave it."""
    told = {"sd": _round(sd)} | ({} if sd == parameter.sd else {"grade": "A", "source": "standard error of the municipality's own spells"})
    return tree_of(parameter) | told


def _value(parameter: Parameter, model: Model) -> float:
    """Return an unknown's value: 1 for rates, which are as seen; for arrivals and payments as the base calibration has it."""
    return 1.0 if parameter.kind == "transitions" else model.fitted.get(parameter.id, parameter.prior)


def table(hazards: Iterable[Hazard]) -> str:
    """Return the rates as CSV: a row a move, then its bands; counts below five are blank."""
    text = io.StringIO()
    rows = csv.DictWriter(text, HEADINGS, extrasaction="ignore", lineterminator="\n")
    rows.writeheader()
    for each in hazards:
        for row in (document_of(rate(each)) | {"by": "all"}, *map(document_of, bands(each))):
            segments = ";".join(name or "unknown" for name in row.get("segments", ()))
            shown = {name: f"{value:.6g}" if isinstance(value, float) else value for name, value in row.items()}
            rows.writerow(shown | {"segments": segments})
    return text.getvalue()
