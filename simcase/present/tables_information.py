"""What it is worth to know more before a choice is made."""

from __future__ import annotations

from typing import Final

from simcase.evaluate import InformationResult, Worth, information_of
from simcase.present.labels import Labels, labels_of
from simcase.present.sentences_compare import NOISE
from simcase.present.table import Look, Row, Table, figures, texts
from simcase.study import Shown
from simcase.words import Words

MOST: Final = 8
"""Unknowns that are named."""
MILLION: Final = 1e6
SURE: Final = 2.0
"""Standard errors above 0 from which on a worth is no noise."""


def information_table(result: InformationResult, base: Labels, own: Labels) -> Table:
    """Return what everything and each unknown is worth, the most first, and how to read it."""
    words = own.words
    heads = [words.say(f"information.{head}") for head in ("what", "worth", "error")]
    told = [row for row in result.unknowns if round(row.value / MILLION, 1) > 0.0][:MOST]
    rows = [_row(words.say("information.everything"), result.everything, words, "strong")]
    rows += [_row(own.unknown(row.name), row, words) for row in told]
    choice = own.title if result.net_result > 0.0 else base.title
    said = {"choice": f"'{choice}'", "net": words.change_millions(result.net_result), "runs": words.number(result.runs)}
    below = words.say("information.below", **said)
    if not told:
        below += words.say("information.nothing", n=len(result.unknowns))
    elif others := result.unknowns[len(told) :]:
        below += words.say("information.rest", n=len(others), least=words.millions(max(row.value for row in others)))
    title = words.say("information.title", title=own.title, base=base.title)
    return Table("", title, [*texts(heads[0]), *figures(*heads[1:])], rows, below=below)


def information_of_page(shown: Shown, labels: Labels) -> Table:
    """Return the same of a run for a paper: nothing without a baseline, or where the runs cannot tell."""
    if shown.baseline is None or (found := information_of(shown)) is None:
        return Table("", "", texts(""), [])
    return information_table(found, labels_of(shown.baseline.world.model, labels.words), labels)


def worth_of_measuring(result: InformationResult, own: Labels) -> str:
    """Return whether measuring before the choice is worth its money: the unknown that is worth most to know, with its standard error."""
    words, (first, *_) = own.words, result.unknowns
    worth, error = words.millions(first.value), words.number(first.error / MILLION, 1)
    said = {"what": own.unknown(first.name), "worth": worth, "error": error, "everything": words.millions(result.everything.value)}
    key = "information.worth_something" if round(first.value / MILLION, 1) > 0.0 else "information.worth_nothing"
    return words.say(key, net=words.change_millions(result.net_result), n=len(result.unknowns), **said)


def _row(name: str, worth: Worth, words: Words, look: Look = "") -> Row:
    """Return a row: a worth with the mark of noise, and its error."""
    value, error = words.number(worth.value / MILLION, 1), words.number(worth.error / MILLION, 1)
    noise = NOISE if worth.value < SURE * worth.error else ""
    return Row([name, f"{noise}{value}", error], look)
