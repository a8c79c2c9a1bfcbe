"""The tables of what is not known: how far it spreads a figure, and which assumptions move the result furthest."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Final

from simcase.model import effects_ranged, log_sd
from simcase.model.uncertainty import effects_of
from simcase.money import is_total
from simcase.present.labels import Labels
from simcase.present.sentences_run import period
from simcase.present.table import Row, Table, figures, texts
from simcase.present.tables_assumptions import ranged
from simcase.study.influence import factor_range, fewest, result_influences
from simcase.study.open_runs import Shown
from simcase.study.periods import plan_year
from simcase.vocabulary import PARTS, parts_varying
from simcase.words import Words

MOST: Final = 3
"""Assumptions that are named."""


def leading(shown: Shown, labels: Labels) -> Table:
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
        below = words.say(why, runs=len(outcome.days), least=fewest(outcome))
        return _leading(words, heads, [Row(named[name]) for name, _ in widest], below)
    rows = [
        Row([*named[name], words.interval(*(words.change(end / 1e6, 1) for end in sorted((low, high))))])
        for name, low, high in found[:MOST]
    ]
    said = {"figure": figure, "all": len(outcome.names.unknowns), "runs": words.number(len(outcome.days))}
    below = " ".join([words.say("one.lead.how" if len(rows) == MOST else "one.lead.how_few", **said), words.say("one.lead.left_out")])
    return _leading(words, [*heads, words.say("one.lead.moves", figure=figure)], rows, below)


def _leading(words: Words, heads: list[str], rows: list[Row], below: str) -> Table:
    """Return the table of some assumptions: what each is, and figures of it."""
    return Table("", words.say("one.lead"), [*texts(heads[0]), *figures(*heads[1:])], rows, below=below)


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
                yield f"{initiative.id}.{where}.{number}", [whole, ranged(effect.hazard_ratio, words), effect.hazard_ratio.grade]


def _ends(shown: Shown, unknown: str, value: float, words: Words) -> str:
    """Return a fitted value with what nine draws of ten lie between."""
    ends = factor_range(shown.world.outcome, unknown, value)
    said = words.number(value, 2)
    return said if ends is None else f"{said} ({words.interval(*(words.number(end, 2) for end in ends))})"


def uncertainty(shown: Shown, labels: Labels) -> Table | None:
    """Return how far each part of what is uncertain alone would spread each line's net spending in a year, or None without a budget."""
    words, result = labels.words, shown.result
    if not result.variance:
        return None
    year = plan_year(result) or max(row.year for row in result.budget)
    found = {tuple(row.figure.removeprefix("municipality.").rsplit(".", 1)): row for row in result.variance}
    varying = parts_varying(shown.request.uncertainty)
    rows = []
    for line in labels.ordered(line for line, at in found if at == str(year)):
        by_part = {part: float(getattr(found[line, str(year)], part)) for part in PARTS}
        told = [
            words.say("report.split.unseen") if variance <= 0.0 and part in varying else _spread(variance, words)
            for part, variance in by_part.items()
        ]
        rows.append(Row([labels.line(line), *told, _spread(sum(by_part.values()), words)], "strong" if is_total(line) else ""))
    heads = [words.say(f"report.split.{head}") for head in (*PARTS, "together")]
    title = words.say("report.split.title", year=period(result.run, year, words))
    return Table("", title, [*texts(words.say("head.line")), *figures(*heads)], rows, below=words.say("report.split.note"))


def _spread(variance: float, words: Words) -> str:
    """Return the standard deviation of kroner as millions."""
    return words.number(math.sqrt(max(variance, 0.0)) / 1e6, 2)
