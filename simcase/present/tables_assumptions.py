"""The table of what a scenario's initiatives assume."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from simcase.declare.initiatives import Effect, Initiative
from simcase.declare.values import Figure
from simcase.money import price_of
from simcase.present.labels import Labels
from simcase.present.sentences_price import price_sentence
from simcase.present.table import Row, Table, texts
from simcase.study.open_runs import Shown
from simcase.words import Words

STATED: Final = ("places", "slots_per_year", "drop_out_per_year", "wage", "kroner_per_place", "kroner_per_start")
"""Figures of a programme that are named."""


def assumptions(shown: Shown, labels: Labels) -> Table:
    """Return what a scenario's initiatives assume, each figure with range, grade and source."""
    words = labels.words
    heads = [words.say(f"report.assume.{head}") for head in ("what", "value", "grade", "source")]
    rows = [
        Row(
            [
                words.say("report.assume.of", initiative=labels.initiatives[each.id], what=what),
                ranged(figure, words),
                figure.grade,
                words.source(figure.source),
            ]
        )
        for each in shown.world.model.initiatives
        for what, figure in _figures(each, labels)
    ]
    priced = ((each, price_of(shown.world.model, each)) for each in shown.world.model.initiatives)
    below = [f"{labels.initiatives[each.id]}: {price_sentence(price, words)}" for each, price in priced if price is not None]
    below += [f"{labels.initiatives[each.id]}: {words.text(each.caveat)}" for each in shown.world.model.initiatives if each.caveat]
    return Table("", words.say("report.assume.title", title=labels.title), texts(*heads), rows, below=" ".join(below))


def ranged(figure: Figure, words: Words) -> str:
    """Return a figure with its range, where it has one."""
    said = words.figure(figure.value)
    if figure.low is None or figure.high is None:
        return said
    return f"{said} ({words.interval(words.figure(figure.low), words.figure(figure.high))})"


def _figures(each: Initiative, labels: Labels) -> Iterator[tuple[str, Figure]]:
    """Yield what each figure of an initiative is called, and the figure."""
    words, programme = labels.words, each.programme
    yield from _effects("effects", each.effects, labels)
    if each.prevents is not None:
        yield words.say("report.assume.prevents"), each.prevents
    if programme is not None:
        yield from _effects("during", programme.during, labels)
        for phase in programme.after:
            yield from _effects("after", phase.effects, labels)
        stated = ((name, getattr(programme, name)) for name in STATED)
        yield from ((words.say(f"report.assume.{name}"), figure) for name, figure in stated if figure is not None)
    for cost in each.costs:
        line = words.say("report.assume.cost", year=cost.year, line=labels.line(cost.line))
        yield line, Figure(value=cost.kroner, source=cost.source, grade=cost.grade)


def _effects(when: str, effects: Sequence[Effect], labels: Labels) -> Iterator[tuple[str, Figure]]:
    """Yield what hazard ratios multiply, and the ratios."""
    for effect in effects:
        exits = ", ".join(labels.state(state) for state in effect.exits_to)
        yield labels.words.say(f"report.assume.{when}", exits=exits), effect.hazard_ratio
