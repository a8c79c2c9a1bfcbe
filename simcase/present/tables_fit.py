"""A fit: what its targets ask and what it reached, and the unknowns before and after."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from simcase.calibrate import Fit, informed, left_out
from simcase.present.labels import NAMED, Labels, labels_of
from simcase.present.table import Row, Sentence, Table, figures, texts
from simcase.words import Words

if TYPE_CHECKING:
    from simcase.calibrate import Fitted, LeftOut, Reached
    from simcase.declare.fitting import Parameter, Target
    from simcase.model import Model

AT_BOUND = 1.005
"""Ratio to a bound below which a value lies at it."""
SMALL = 100.0
"""Targets below this are written with two decimals."""


def fit_parts(fit: Fit, words: Words) -> Iterator[Table | Sentence]:
    """Yield what is printed of a fit: its name, the targets, the unknowns."""
    fitted, squares = fit.fitted, words.number(fit.fitted.sum_of_squares, 1)
    said = {"fit": fit.file.stem, "calibration": words.text(fit.model.calibration_title), "n": fitted.evaluations, "squares": squares}
    yield Sentence(words.say("fit.about", seed=fit.seed, **said), "faint")
    yield _targets_table(fit, words, "fit.targets", [each for each in fitted.reached if each.informs])
    if beside := [each for each in fitted.reached if not each.informs]:
        yield _targets_table(fit, words, "fit.beside", beside)
    yield _unknowns_table(fit, words)
    yield _informed_table(fit, words)
    if lines := left_out(fit.model, fitted):
        yield _left_out_table(lines, target_names(fit.model, words), words)


def _targets_table(fit: Fit, words: Words, title: str, every: Sequence[Reached]) -> Table:
    """Return a row a target, with its grade; those missed are bold and marked."""
    aims, names = {target.id: target for target in fit.model.targets}, target_names(fit.model, words)
    heads = [words.say(f"fit.{head}") for head in ("value", "fitted", "deviation")]
    wrong, rows = fit.missed(), []
    for each in every:
        digits = 0 if each.value >= SMALL else 2
        shown = [words.number(value, digits) for value in (each.value, each.fitted)]
        missed = each.id in wrong
        deviation = f"{words.change(each.deviation, 1)} {'*' if missed else ' '}"
        rows.append(Row([names[each.id], *shown, deviation, aims[each.id].grade, each.id], "strong" if missed else ""))
    said = words.say("fit.reached", n=words.number(fit.fitted.replications), seed=fit.fitted.seed)
    below = " ".join([said, *([words.say("fit.note")] if wrong and title == "fit.targets" else []), *_belonging(fit, every, words)])
    columns = [
        *texts(words.say("fit.target")),
        *figures(*heads, words.say("fit.grade")),
        *texts(words.say("fit.about_target")),
    ]
    return Table("", words.say(title), columns, rows, below=below)


def target_names(model: Model, words: Words) -> dict[str, str]:
    """Return what each target of a model is called, by id: what it is a figure of, with the id where another is a figure of the same."""
    labels = labels_of(model, words)
    told = {target.id: told_of(target, labels) for target in model.targets}
    shared = {name for name, count in Counter(told.values()).items() if count > 1}
    return {each: words.say("fit.one_of", name=name, id=each) if name in shared else name for each, name in told.items()}


def told_of(target: Target, labels: Labels) -> str:
    """Return what a target is a figure of: its measure, and the states or lines that it speaks of."""
    words = labels.words
    places = _several(target.of, labels)
    if target.to:
        places = words.say("fit.moves_to", places=places, to=_several(target.to, labels))
    return words.say("fit.figure", measure=words.say(f"fit.measure.{target.measure}"), places=places)


def _several(names: Sequence[str], labels: Labels) -> str:
    """Return what states or lines are called; of many the first."""
    first, others = "; ".join(map(labels.line, names[:NAMED])), len(names) - NAMED
    return labels.words.say("unknown.more", exits=first, n=others) if others > 1 else "; ".join(map(labels.line, names))


def _belonging(fit: Fit, every: Sequence[Reached], words: Words) -> list[str]:
    """Return which other fits targets inform, where they do not inform this one."""
    beside = {each.id for each in every if not each.informs}
    fits = sorted({name for target in fit.model.targets if target.id in beside for name in target.fits or ()})
    return [words.say("fit.belong", fits=", ".join(fits))] if fits else []


def _unknowns_table(fit: Fit, words: Words) -> Table:
    """Return a row an unknown: what was expected before the fit, and the fitted value."""
    heads = [words.say("fit.prior"), words.say("fit.fitted"), words.say("fit.after")]
    columns = [*texts(words.say("fit.unknown")), *figures(*heads), *texts(words.say("fit.meaning"))]
    rows, known = [], informed(fit.model, fit.fitted)
    for each, told in zip(fit.model.parameters, known, strict=True):
        shown = [words.number(each.prior, 2), words.number(fit.fitted.values[each.id], 2), words.number(100.0 * told.after, 0)]
        rows.append(Row([words.text(each.label), *shown, meaning(each, fit.fitted.values[each.id], words)]))
    names = {each.id: words.text(each.label) for each in fit.model.parameters}
    said = {
        "fit.unmoved": [names[told.id] for told in known if not told.moved],
        "fit.at_bound": [names[each.id] for each in fit.model.parameters if each.kind == "take_up" and at_bound(each, fit.fitted)],
    }
    below = " ".join(words.say(key, names=", ".join(some)) for key, some in said.items() if some)
    return Table("", words.say("fit.unknowns"), columns, rows, below=below)


def meaning(parameter: Parameter, value: float, words: Words) -> str:
    """Return what a fitted value means beside what was judged: how much longer stays are, how many more come, which share is paid."""
    if parameter.kind == "take_up":
        return words.say("fit.paid", share=words.percent(value))
    stays = parameter.kind == "transitions" and parameter.from_ and not parameter.to
    change = (1.0 / value if stays else value) - 1.0
    key = "fit.stays" if stays else "fit.come" if parameter.kind == "arrivals" else "fit.moves"
    return words.say(key, change=f"{words.change(100.0 * change, 0)} %")


def _informed_table(fit: Fit, words: Words) -> Table:
    """Return a row an unknown of which the targets say something, with those that say most of it."""
    names, targets = {each.id: words.text(each.label) for each in fit.model.parameters}, target_names(fit.model, words)
    known = [told for told in informed(fit.model, fit.fitted) if told.moved]
    rows = [Row([names[told.id], "; ".join(targets[each] for each in told.targets)]) for told in known]
    return Table("", words.say("fit.evidence"), texts(words.say("fit.unknown"), words.say("fit.informed")), rows)


def at_bound(parameter: Parameter, fitted: Fitted) -> bool:
    """Tell whether a fitted value lies at a bound."""
    value = fitted.values[parameter.id]
    return min(value / parameter.low, parameter.high / value) < AT_BOUND


def _left_out_table(lines: Sequence[LeftOut], names: Mapping[str, str], words: Words) -> Table:
    """Return a row a budget line: what it is, and what all else predicts."""
    heads = [words.say(f"fit.{head}") for head in ("value", "predicted", "interval")]
    rows = []
    for each in lines:
        value, predicted, low, high = (words.number(number, 0) for number in (each.value, each.predicted, each.low, each.high))
        rows.append(Row([names[each.id], value, predicted, f"{low} - {high}"], "" if each.inside else "strong"))
    below = words.say("fit.inside", inside=sum(each.inside for each in lines), lines=len(lines))
    columns = [*texts(words.say("fit.target")), *figures(*heads)]
    return Table("", words.say("fit.left_out"), columns, rows, below=below)
