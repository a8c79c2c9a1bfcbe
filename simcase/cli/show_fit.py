"""A fit: what its targets ask and what it reached, and the unknowns before and after."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rich.console import RenderableType
from rich.text import Text

from simcase.calibrate import Fit, informed, left_out
from simcase.cli.terminal import Grid, table
from simcase.words import Words

if TYPE_CHECKING:
    from simcase.calibrate import Fitted, LeftOut, Reached
    from simcase.declare.fitting import Parameter

AT_BOUND = 1.005
"""Ratio to a bound below which a value lies at it."""
SMALL = 100.0
"""Targets below this are written with two decimals."""


def fit_parts(fit: Fit, words: Words) -> Iterator[RenderableType]:
    """Yield what is printed of a fit: its name, the targets, the unknowns."""
    fitted, squares = fit.fitted, words.number(fit.fitted.sum_of_squares, 1)
    said = {"fit": fit.file.stem, "calibration": words.text(fit.model.calibration_title), "n": fitted.evaluations, "squares": squares}
    yield Text(words.say("fit.about", seed=fit.seed, **said), style="dim")
    yield _targets_table(fit, words, "fit.targets", [each for each in fitted.reached if each.informs])
    if beside := [each for each in fitted.reached if not each.informs]:
        yield _targets_table(fit, words, "fit.beside", beside)
    yield _unknowns_table(fit, words)
    yield _informed_table(fit, words)
    if lines := left_out(fit.model, fitted):
        yield _left_out_table(lines, words)


def _targets_table(fit: Fit, words: Words, title: str, every: Sequence[Reached]) -> Grid:
    """Return a row a target, with its grade; those missed are bold and marked."""
    grades = {target.id: target.grade for target in fit.model.targets}
    heads = [words.say(f"fit.{head}") for head in ("value", "fitted", "deviation")]
    grid, wrong = table(words.say(title), [words.say("fit.target")], [*heads, words.say("fit.grade")]), fit.missed()
    for each in every:
        digits = 0 if each.value >= SMALL else 2
        figures = [words.number(value, digits) for value in (each.value, each.fitted)]
        mark, style = ("*", "bold") if each.id in wrong else (" ", "")
        grid.add_row(each.id, *figures, f"{words.change(each.deviation, 1)} {mark}", grades[each.id] or "", style=style)
    said = words.say("fit.reached", n=words.number(fit.fitted.replications), seed=fit.fitted.seed)
    grid.below = " ".join([said, *([words.say("fit.note")] if wrong and title == "fit.targets" else [])])
    return grid


def _unknowns_table(fit: Fit, words: Words) -> Grid:
    """Return a row an unknown: what was expected before the fit, and the fitted value."""
    heads = [words.say("fit.prior"), words.say("fit.fitted"), words.say("fit.after")]
    grid = table(words.say("fit.unknowns"), [words.say("fit.unknown")], heads)
    grid.add_column(words.say("fit.meaning"), overflow="fold")
    known = informed(fit.model, fit.fitted)
    for each, told in zip(fit.model.parameters, known, strict=True):
        figures = [words.number(each.prior, 2), words.number(fit.fitted.values[each.id], 2), words.number(100.0 * told.after, 0)]
        grid.add_row(words.text(each.label), *figures, meaning(each, fit.fitted.values[each.id], words))
    names = {each.id: words.text(each.label) for each in fit.model.parameters}
    said = {
        "fit.unmoved": [names[told.id] for told in known if not told.moved],
        "fit.at_bound": [names[each.id] for each in fit.model.parameters if each.kind == "take_up" and at_bound(each, fit.fitted)],
    }
    grid.below = " ".join(words.say(key, names=", ".join(some)) for key, some in said.items() if some)
    return grid


def meaning(parameter: Parameter, value: float, words: Words) -> str:
    """Return what a fitted value means beside what was judged: how much longer stays are, how many more come, which share is paid."""
    if parameter.kind == "take_up":
        return words.say("fit.paid", share=words.percent(value))
    stays = parameter.kind == "transitions" and parameter.from_ and not parameter.to
    change = (1.0 / value if stays else value) - 1.0
    key = "fit.stays" if stays else "fit.come" if parameter.kind == "arrivals" else "fit.moves"
    return words.say(key, change=f"{words.change(100.0 * change, 0)} %")


def _informed_table(fit: Fit, words: Words) -> Grid:
    """Return a row an unknown with the targets that say most of it."""
    names = {each.id: words.text(each.label) for each in fit.model.parameters}
    grid = table(words.say("fit.evidence"), [words.say("fit.unknown"), words.say("fit.informed")], [])
    for told in informed(fit.model, fit.fitted):
        grid.add_row(names[told.id], ", ".join(told.targets))
    return grid


def at_bound(parameter: Parameter, fitted: Fitted) -> bool:
    """Tell whether a fitted value lies at a bound."""
    value = fitted.values[parameter.id]
    return min(value / parameter.low, parameter.high / value) < AT_BOUND


def _left_out_table(lines: Sequence[LeftOut], words: Words) -> Grid:
    """Return a row a budget line: what it is, and what all else predicts."""
    heads = [words.say(f"fit.{head}") for head in ("value", "predicted", "interval")]
    grid = table(words.say("fit.left_out"), [words.say("fit.target")], heads)
    for each in lines:
        low, high = words.number(each.low, 0), words.number(each.high, 0)
        grid.add_row(
            each.id, words.number(each.value, 0), words.number(each.predicted, 0), f"{low} - {high}", style="" if each.inside else "bold"
        )
    grid.below = words.say("fit.inside", inside=sum(each.inside for each in lines), lines=len(lines))
    return grid
