"""Resolve what the user names into the one explicit, frozen model."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple, TypeVar

from pydantic import ValidationError

from simcase.declare import Library, Where, here, path_of
from simcase.declare.initiatives import Change
from simcase.declare.schema import Stock
from simcase.declare.values import Label
from simcase.defaults import CALIBRATION
from simcase.errors import Issue, UserError
from simcase.model.belonging import named_by, strangers
from simcase.model.calibration import Calibration, Fit, read_calibration, read_fit
from simcase.model.changes import with_change
from simcase.model.check_dates import covers, undatable
from simcase.model.check_initiatives import costs_outside, reaches_nobody
from simcase.model.check_money import unplanned
from simcase.model.check_names import in_one_round, readable
from simcase.model.checks import findings_over_time, missing_sections
from simcase.model.compose import compose
from simcase.model.dated import datable, is_dated, within
from simcase.model.edits import kept_costs, size_of
from simcase.model.labels import called
from simcase.model.origins import Origin, Origins, locate, origin_of
from simcase.model.resolved import Model
from simcase.model.scenario import Scenario, ScenarioSpec, read_scenario
from simcase.words import said

Result = TypeVar("Result")
log = logging.getLogger(__name__)

_OPTIONAL = (
    "lines", "segments", "profiles", "population", "arrivals", "counters", "rules", "refusion", "rates", "rate_classes", "wage_deductions",
    "grants", "measures_refund", "take_up", "index", "budget", "staff", "goals", "parameters", "targets", "burn_in_years",
    "economy", "known_until", "laws",
)  # fmt: skip
"""The sections that a calibration may lack; the model then has its own default."""


class Read(NamedTuple):
    """What a model is made of, as it was read: the scenarios with the spec that they add up to, the calibration, and its fit."""

    scenarios: tuple[Scenario, ...]
    spec: ScenarioSpec
    calibration: Calibration
    fit: Fit


def resolve(
    expression: str, *, calibration: str = CALIBRATION, fit: str | None = None, library: Library | None = None, without_fit: bool = False
) -> Model:
    """Return the model of a scenario, or of several joined by `+`, in the world of a calibration.

    Scenarios and the calibration are named or given as paths. `fit` chooses among the fits of the calibration, its own unless named;
    `without_fit` leaves every unknown at its prior. Raises UserError with every problem found.
    """
    return build(read(expression, calibration, fit, library or here(), without_fit=without_fit))


def read(expression: str, calibration: str, fit: str | None, library: Library, *, without_fit: bool = False) -> Read:
    """Read the files that a model is made of; raises UserError with every problem found."""
    issues: list[Issue] = []
    world_read = _kept(issues, lambda: _read(expression, library))
    base = _kept(issues, lambda: _complete(read_calibration(calibration, library)))
    fitted = _kept(issues, lambda: read_fit(base, fit)) if base and not without_fit else Fit()
    if world_read and base:
        issues.extend(strangers(named_by(*world_read), base, library))
    if issues or world_read is None or base is None or fitted is None:
        more = _wrong_changes(issues, base) if base else ()
        raise UserError([*in_one_round(issues, library, calibration), *more])
    return Read(*world_read, base, fitted)


def _wrong_changes(issues: Sequence[Issue], base: Calibration) -> Iterator[Issue]:
    """Yield what is wrong with the numbers that scenarios change of a calibration, of the files that have another mistake."""
    model = _model((), ScenarioSpec(), base, Fit())
    for document in filter(None, map(readable, {each.file for each in issues})):
        changes = document.tree.get("changes") if isinstance(document.tree, dict) else None
        for position, tree in enumerate(changes if isinstance(changes, list) else ()):
            try:
                with_change(model, Change.model_validate(tree, by_alias=True, by_name=False))
            except UserError as error:
                yield from (document.issue(("changes", position), each.found, each.expected, each.hint) for each in error.issues)
            except ValidationError:
                continue  # told where the file is read


def build(made_of: Read) -> Model:
    """Return the model of what was read; raises UserError with everything in it that does not fit together."""
    model, issues, origins = _changed(*made_of)
    issues.extend(locate(origins, finding) for finding in findings_over_time(model))
    if issues:
        raise UserError(issues)
    for initiative, years in costs_outside(model):
        log.warning("costs_outside_window", extra={"initiative": initiative, "years": ", ".join(map(str, years))})
    for initiative, states, instead in reaches_nobody(model):
        there, now = (called(model, names) for names in (states, instead))
        log.warning("initiative_nobody", extra={"initiative": initiative, "states": there, "instead": now})
    if lines := unplanned(model):
        log.warning("lines_unplanned", extra={"year": model.budget.year if model.budget else None, "lines": called(model, lines)})
    for name, chosen in made_of.spec.initiatives.items():
        window = chosen.initiative.window
        if window.start > model.end or (window.end is not None and window.end < model.start):
            log.warning("initiative_outside", extra={"initiative": name, "start": model.start.isoformat(), "end": model.end.isoformat()})
        kroner = sum(cost.kroner for cost in chosen.initiative.costs if model.start.year <= cost.year <= model.end.year)
        if kroner and (remark := kept_costs(size_of(chosen.initiative), chosen.paid)):
            event, told = remark
            log.warning(event, extra={"initiative": name, "kroner": kroner, **told})
    return model


def build_in_part(made_of: Read) -> Model:
    """Return the model of a part of what was found sound as a whole: an initiative may lack what it stands beside.

    Raises UserError where a number cannot be changed.
    """
    model, issues, _ = _changed(*made_of)
    if issues:
        raise UserError(issues)
    return model


def _kept(issues: list[Issue], read: Callable[[], Result]) -> Result | None:
    """Return what is read, or keep its problems for later and return None."""
    try:
        return read()
    except UserError as error:
        issues.extend(error.issues)
        return None


def _read(expression: str, library: Library) -> tuple[tuple[Scenario, ...], ScenarioSpec]:
    """Read the scenarios of an expression and compose them."""
    issues: list[Issue] = []
    read = [_kept(issues, lambda part=part: read_scenario(part, library)) for part in _parts(expression)]  # type: ignore[misc]
    if issues:
        raise UserError(issues)
    scenarios = tuple(scenario for scenario in read if scenario)
    return scenarios, compose(scenarios, library)


def _parts(expression: str) -> list[str]:
    """Return the parts of an expression; a file whose own path has a plus is one part."""
    try:
        whole = path_of(expression).is_file()
    except OSError:  # longer than the name of any file
        whole = False
    return [expression] if whole else expression.split("+")


def _complete(calibration: Calibration) -> Calibration:
    """Return a calibration that has every section that a model cannot do without."""
    missing = missing_sections(calibration)
    if missing:
        raise UserError(missing)
    return calibration


def _model(scenarios: tuple[Scenario, ...], spec: ScenarioSpec, calibration: Calibration, fit: Fit) -> Model:
    """Put scenario, calibration and fit together; changes are not yet made."""
    sections = calibration.sections
    title = sections.title or Label(da=calibration.name, en=calibration.name)
    optional = {name: value for name in _OPTIONAL if (value := getattr(sections, name)) is not None}
    optional |= {"known_until": fit.known_until} if fit.known_until else {}
    initiatives = [chosen.initiative for chosen in spec.initiatives.values()]
    return Model(
        scenario="+".join(scenario.name for scenario in scenarios),
        title=_joined([scenario.title or title for scenario in scenarios]),
        calibration=calibration.name,
        calibration_title=title,
        start=sections.start or date.min,
        end=spec.end[0] if spec.end else sections.end or date.max,
        states=sections.states or (),
        transitions=sections.transitions or (),
        stock=sections.stock or Stock(states={}),
        initiatives=tuple(sorted(initiatives, key=lambda initiative: initiative.id)),
        courses=tuple(chosen.course for chosen in spec.courses.values()),
        composed=tuple(initiative.id for initiative in initiatives),
        fit=fit.name,
        fitted=fit.fitted or {},
        covariance=fit.covariance,
        donors=fit.donors,
        members=fit.members,
        **optional,
    )


def _joined(titles: list[Label]) -> Label:
    """Return the titles of composed scenarios as one."""
    return Label(da=" + ".join(title.da for title in titles), en=" + ".join(title.en for title in titles))


def _changed(scenarios: tuple[Scenario, ...], spec: ScenarioSpec, calibration: Calibration, fit: Fit) -> tuple[Model, list[Issue], Origins]:
    """Return the model with its named changes made, what is wrong with them, and where each part of it was written."""
    model = _model(scenarios, spec, calibration, fit)
    origins = _origins(model, spec, calibration)
    issues: list[Issue] = []
    for change, origin in _changes(model, spec, origins):
        if wrong := undatable(change, model):
            issues.append(origin.issue(*wrong))
        if is_dated(change) and datable(change.path):
            origins["changes", len(model.changes)] = origin
            model = replace(model, changes=(*model.changes, change))
            issues.extend(_never(model, change, origin))
            continue
        try:
            model, where = with_change(model, change)
            origins[where] = origin
        except UserError as error:
            issues.extend(origin.issue(issue.found, issue.expected, issue.hint) for issue in error.issues)
    return model, issues, origins


def _never(model: Model, change: Change, origin: Origin) -> Iterator[Issue]:
    """Yield that a change holds on no day of a model's time."""
    if (change.from_ or model.start) > model.end or (change.until or model.end) < model.start:
        form = "from_until" if change.from_ and change.until else "from_on" if change.from_ else "until_then"
        found = said(f"error.change.{form}", first=change.from_, last=change.until)
        yield origin.issue(found, said("error.change.days", start=model.start, end=model.end))


def _changes(model: Model, spec: ScenarioSpec, origins: Mapping[Where, Origin]) -> list[tuple[Change, Origin]]:
    """Return every change of a number with where it was written: those of initiatives by id, then those of the scenarios.

    What an initiative changes in prices and limits is left out: it holds while its window lasts, and stands in the initiative.
    """
    every: list[tuple[Change, Origin]] = []
    for position, initiative in enumerate(model.initiatives):
        place = origin_of(origins, ("initiatives", position)) or spec.initiatives[initiative.id].named
        for number, change in enumerate(initiative.changes):
            if not datable(change.path) and covers(within(change, initiative.window), model):
                every.append((change, place.below(("changes", number))))
    for made in spec.changes.values():
        every += zip(made.changes, made.origins, strict=True)
    return every


def _origins(model: Model, spec: ScenarioSpec, calibration: Calibration) -> dict[Where, Origin]:
    """Return where each part of a model was written."""
    origins = dict(calibration.origins)
    if spec.end is not None:
        origins["end",] = spec.end[1]
    origins.update({("courses", position): chosen.origin for position, chosen in enumerate(spec.courses.values())})
    for position, initiative in enumerate(model.initiatives):
        chosen = spec.initiatives[initiative.id]
        origins["initiatives", position] = chosen.named
        origins.update({("initiatives", position, *where): place for where, place in chosen.origins.items()})
    return origins
