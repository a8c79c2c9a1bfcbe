"""Which assumptions matter most: those of what is not known that move the result furthest."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Final

import numpy as np

from simcase.declare.values import Figure
from simcase.model import effects_ranged, log_sd
from simcase.model.uncertainty import effects_of
from simcase.present.labels import Labels
from simcase.report.listing import Line, Listing
from simcase.study import Shown
from simcase.study.influence import ENOUGH, result_influences
from simcase.words import Words

MOST: Final = 3
"""Assumptions that are named."""


def leading(shown: Shown, labels: Labels) -> Listing:
    """Return the three assumptions that move the net result most, without a baseline net spending; it says how they were chosen.

    Where the runs are too few to tell, the effects with the widest ranges stand there instead, and it says that.
    """
    words, outcome = labels.words, shown.world.outcome
    figure = words.say("one.lead.net_spending" if shown.baseline is None else "one.lead.net_result")
    heads = [words.say(f"one.lead.{head}") for head in ("what", "value", "grade")]
    named = dict(_named(shown, labels))
    found = result_influences(shown)
    if found is None:
        widest = sorted(effects_ranged(shown.world.model).items(), key=lambda one: -log_sd(one[1]))[:MOST]
        why = "one.lead.unranked" if outcome.draw.any() else "one.lead.not_varied"
        below = words.say(why, runs=len(outcome.days), least=ENOUGH * len(outcome.names.unknowns))
        return Listing(words.say("one.lead"), heads, [Line(named[name]) for name, _ in widest], below=below)
    rows = [
        Line([*named[name], words.interval(*(words.change(end / 1e6, 1) for end in sorted((low, high))))])
        for name, low, high in found[:MOST]
    ]
    said = {"figure": figure, "all": len(outcome.names.unknowns), "runs": words.number(len(outcome.days))}
    below = " ".join([words.say("one.lead.how" if len(rows) == MOST else "one.lead.how_few", **said), words.say("one.lead.left_out")])
    return Listing(words.say("one.lead"), [*heads, words.say("one.lead.moves", figure=figure)], rows, below=below)


def _named(shown: Shown, labels: Labels) -> Iterator[tuple[str, list[str]]]:
    """Yield each unknown by its name, with what it is called, its value and range, and its grade."""
    model, words = shown.world.model, labels.words
    for each in model.parameters:
        if each.id in model.fitted:
            value = model.fitted[each.id]
            ends = _ends(shown, each.id, value, words)
            yield each.id, [words.say("one.lead.fitted", what=labels.unknown(each.id)), ends, each.grade]
    for initiative in model.initiatives:
        for where, effects in effects_of(initiative):
            for number, effect in enumerate(effects):
                exits = ", ".join(labels.state(state) for state in effect.exits_to)
                what = words.say(f"report.assume.{where.split('.')[0]}", exits=exits)
                whole = words.say("report.assume.of", initiative=labels.initiatives[initiative.id], what=what)
                yield f"{initiative.id}.{where}.{number}", [whole, _range(effect.hazard_ratio, words), effect.hazard_ratio.grade]


def _ends(shown: Shown, unknown: str, value: float, words: Words) -> str:
    """Return a fitted value with what nine draws of ten lie between."""
    outcome = shown.world.outcome
    if unknown not in outcome.names.unknowns:
        return words.number(value, 2)
    low, high = np.quantile(outcome.draw[:, outcome.names.unknowns.index(unknown)], (0.05, 0.95))
    between = words.interval(*(words.number(value * math.exp(float(end)), 2) for end in (low, high)))
    return f"{words.number(value, 2)} ({between})"


def _range(figure: Figure, words: Words) -> str:
    """Return a figure with its range."""
    if figure.low is None or figure.high is None:
        return words.figure(figure.value)
    return f"{words.figure(figure.value)} ({words.interval(words.figure(figure.low), words.figure(figure.high))})"
