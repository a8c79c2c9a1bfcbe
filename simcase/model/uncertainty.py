"""What is not known for certain: the unknowns of a fit, and the effects of initiatives; a draw of them is a model."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import replace

import numpy as np

from simcase.declare.initiatives import Effect, Initiative
from simcase.declare.values import Figure
from simcase.model.resolved import Model
from simcase.vocabulary import NORMAL_95, Floats


def unknowns(model: Model) -> tuple[str, ...]:
    """Return the names of what is drawn: the unknowns of the fit where it has a covariance, then each effect with a range."""
    fitted = tuple(model.fitted) if model.covariance else ()
    return (*fitted, *effects_ranged(model))


def effects_ranged(model: Model) -> dict[str, Figure]:
    """Return the hazard ratio of each effect that has a range, by name."""
    return dict(pair for each in model.initiatives for pair in _ranged(each))


def numbers_ranged(model: Model) -> dict[str, Figure]:
    """Return the other numbers of initiatives that have a range, such as places and wages, by name; a run does not draw them."""
    return {
        f"{each.id}.{name}": figure
        for each in model.initiatives
        for name, figure in _numbers(each)
        if figure.low is not None and figure.high is not None and figure.low < figure.high
    }


def placed(model: Model, deviation: Floats, numbers: Floats) -> Model:
    """Return the model with its unknowns moved, and the numbers of `numbers_ranged` at values of their own (shapes: U; N, or none)."""
    moved = drawn(model, deviation)
    if not len(numbers):
        return moved
    values = dict(zip(numbers_ranged(model), map(float, numbers), strict=True))
    return replace(moved, initiatives=tuple(_numbered(each, values) for each in moved.initiatives))


def _numbers(initiative: Initiative) -> Iterator[tuple[str, Figure]]:
    """Yield the numbers of an initiative beside its effects, by where they stand in it."""
    for where, part in (("", initiative), ("programme.", initiative.programme)):
        yield from ((f"{where}{name}", figure) for name, figure in part or () if isinstance(figure, Figure))


def _numbered(initiative: Initiative, values: Mapping[str, float]) -> Initiative:
    """Return an initiative with some of its numbers at other values."""
    moved = {
        name: figure.model_copy(update={"value": values[f"{initiative.id}.{name}"], "low": None, "high": None})
        for name, figure in _numbers(initiative)
        if f"{initiative.id}.{name}" in values
    }
    own = {name: figure for name, figure in moved.items() if "." not in name}
    if initiative.programme is not None:
        inside = {name.removeprefix("programme."): figure for name, figure in moved.items() if "." in name}
        own["programme"] = initiative.programme.model_copy(update=inside)  # type: ignore[assignment]
    return initiative.model_copy(update=own)


def deviations(model: Model, normals: Floats) -> Floats:
    """Return the deviations on the log scale that standard normal draws stand for (shape: unknowns).

    The unknowns of the fit vary together by its covariance. An effect's range holds nine of ten; effects vary each by itself.
    """
    count = len(model.fitted) if model.covariance else 0
    joint = np.linalg.cholesky(np.array(model.covariance)) @ normals[:count] if count else np.zeros(0)
    spread = np.array([log_sd(figure) for figure in effects_ranged(model).values()])
    return np.concatenate([joint, spread * normals[count:]])


def drawn(model: Model, deviation: Floats) -> Model:
    """Return the model with its unknowns moved by deviations on the log scale (shape: unknowns)."""
    moved = dict(zip(unknowns(model), map(float, deviation), strict=True))
    fitted = {name: value * math.exp(moved.get(name, 0.0)) for name, value in model.fitted.items()}
    return replace(model, fitted=fitted, initiatives=tuple(_moved(each, moved) for each in model.initiatives))


def log_sd(figure: Figure) -> float:
    """Return the standard deviation of the log of a figure with a range."""
    if figure.low is None or figure.high is None or figure.low <= 0.0:
        return 0.0
    return (math.log(figure.high) - math.log(figure.low)) / (2.0 * NORMAL_95)


def _ranged(initiative: Initiative) -> Iterator[tuple[str, Figure]]:
    """Yield the name and the hazard ratio of each effect that has a range; a name does not depend on other initiatives."""
    for where, effects in effects_of(initiative):
        for number, effect in enumerate(effects):
            if log_sd(effect.hazard_ratio) > 0.0:
                yield f"{initiative.id}.{where}.{number}", effect.hazard_ratio


def effects_of(initiative: Initiative) -> Iterator[tuple[str, tuple[Effect, ...]]]:
    """Yield where an initiative has effects, and those."""
    yield "effects", initiative.effects
    if initiative.programme is not None:
        yield "during", initiative.programme.during
        yield from ((f"after.{number}", phase.effects) for number, phase in enumerate(initiative.programme.after))


def _moved(initiative: Initiative, moved: Mapping[str, float]) -> Initiative:
    """Return an initiative with its effects moved."""

    def there(where: str, effects: tuple[Effect, ...]) -> tuple[Effect, ...]:
        return tuple(_times(effect, math.exp(moved.get(f"{initiative.id}.{where}.{n}", 0.0))) for n, effect in enumerate(effects))

    programme = initiative.programme
    if programme is not None:
        after = tuple(phase.model_copy(update={"effects": there(f"after.{n}", phase.effects)}) for n, phase in enumerate(programme.after))
        programme = programme.model_copy(update={"during": there("during", programme.during), "after": after})
    return initiative.model_copy(update={"effects": there("effects", initiative.effects), "programme": programme})


def _times(effect: Effect, factor: float) -> Effect:
    """Return an effect with its hazard ratio multiplied; its range is left out."""
    ratio = effect.hazard_ratio
    moved = ratio.model_copy(update={"value": ratio.value * factor, "low": None, "high": None})
    return effect.model_copy(update={"hazard_ratio": moved})
