"""Finished runs -> the sheets of their report."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from simcase.model import assumptions
from simcase.present.labels import labels_of
from simcase.present.sentences_compare import headline as said_of_pair
from simcase.present.sentences_compare import moved, payback_sentence
from simcase.present.sentences_run import common_notes, headline, parts_seen
from simcase.present.table import Table
from simcase.present.tables_compare import comparison_sheets
from simcase.present.tables_run import run_sheets
from simcase.report.contents import assumptions_sheet, manifest_sheet, overview_sheet
from simcase.study import Shown
from simcase.words import Words


def sheets_of(shown: Sequence[Shown], words: Words) -> list[Table]:
    """Return the sheets of a run, or of several of which the first is the baseline: the answer first, how it was made last.

    The budget and the other figures of one world are those of the last run named.
    """
    first, last = shown[0], shown[-1]
    labels = [labels_of(each.world.model, words) for each in shown]
    prices = last.request.prices
    sheets = []
    for each, own in zip(shown[1:], labels[1:], strict=True):
        named = replace(own, initiatives=labels[0].initiatives | own.initiatives)
        sheets += comparison_sheets(each.compared, named, prices)
    sheets += run_sheets(last.result, labels[-1], prices)
    sheets.append(assumptions_sheet(assumptions(last.world.model), words))
    sheets.append(manifest_sheet([each.manifest for each in shown], words))
    varying = parts_seen(first.result.run, [last.result])
    grade = max(each.result.weakest_grade for each in shown)
    notes = common_notes(first.result.run, grade, words, varying=varying, budget=bool(first.result.budget))
    return [overview_sheet(sentences(shown, words), [*notes, words.say("sheet.simulated")], words), *sheets]


def sentences(shown: Sequence[Shown], words: Words) -> list[str]:
    """Return what a report says first: a run's result, or what each scenario changes, whether it pays, and where people went."""
    labels = [labels_of(each.world.model, words) for each in shown]
    said = [headline(shown[0].result, labels[0])] if shown[0].result.budget else []
    for each, own in zip(shown[1:], labels[1:], strict=True):
        said.append(said_of_pair(each.compared, labels[0], own))
        if each.compared.difference.budget:
            said.append(payback_sentence(each.compared.payback, words))
        if to := moved(each.compared, own):
            said.append(to)
    return said
