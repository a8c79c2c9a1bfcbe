"""What a workbook or a folder of CSV files holds: the answer, the figures, the assumptions, and how they were made."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from simcase.model import Assumption, assumptions
from simcase.present.labels import labels_of
from simcase.present.path_names import PathNames
from simcase.present.sentences_compare import headline as said_of_pair
from simcase.present.sentences_compare import moved, payback_sentence
from simcase.present.sentences_run import common_notes, headline, parts_seen, together
from simcase.present.table import Cell, Kind, Table, columns, rows_of
from simcase.present.tables_compare import comparison_sheets
from simcase.present.tables_manifest import STATED_OF_A_RUN, commands, manifested
from simcase.present.tables_prices import path_of, priced_lines, prices_sheet, with_live_prices
from simcase.present.tables_run import run_sheets
from simcase.study import Shown
from simcase.study.identity import Manifest
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
        sheets += comparison_sheets(each.compared, named, prices, several=len(shown) > 2)  # noqa: PLR2004 - a baseline and a scenario
    assumed = {each.path: each for each in assumptions(last.world.model)}
    lines = priced_lines(last.result, assumed)
    figures, priced = run_sheets(last.result, labels[-1], prices), list[Table]()
    if lines:
        priced = [prices_sheet(last.result, lines, assumed, labels[-1])]
        figures[0] = with_live_prices(figures[0], priced[0], lines, labels[-1])  # of the plan's year
    sheets += figures
    names = PathNames(last.world.model, labels[-1])
    sheets.append(assumptions_sheet(list(assumed.values()), names, words, set(map(path_of, lines))))
    sheets.append(manifest_sheet([each.manifest for each in shown], commands(shown, "-o", "x.xlsx"), words))
    run = together([each.result.run for each in shown])
    varying = parts_seen(run, [last.result])
    grade = max(each.result.weakest_grade for each in shown)
    notes = common_notes(run, grade, labels[0], varying=varying, budget=bool(first.result.budget))
    return with_overview(sentences(shown, words), [*notes, words.say("sheet.simulated")], [*priced, *sheets], words)


def sentences(shown: Sequence[Shown], words: Words) -> list[str]:
    """Return what a report says first: what each scenario changes, whether it pays, where people went, and the last run's own result."""
    labels = [labels_of(each.world.model, words) for each in shown]
    said = []
    for each, own in zip(shown[1:], labels[1:], strict=True):
        said.append(said_of_pair(each.compared, labels[0], own))
        if each.compared.difference.budget:
            said.append(payback_sentence(each.compared.payback, words))
        if to := moved(each.compared, own):
            said.append(to)
    return [*said, *([headline(shown[-1].result, labels[-1])] if shown[-1].result.budget else [])]


def assumptions_sheet(assumed: Sequence[Assumption], names: PathNames, words: Words, elsewhere: Collection[str] = ()) -> Table:
    """Return every number of the model with range, grade and source; prices may be edited and read back, but for those on another sheet."""
    kinds: dict[str, Kind] = {"what": "text", "value": "figure", "from_value": "figure", "to_value": "figure", "grade": "text"}
    heads = [*columns(words, kinds), *columns(words, {"editable": "text", "source": "text", "note": "text", "path": "text"})]
    editable = [a.price and a.path not in elsewhere for a in assumed]
    yes, body = words.say("sheet.yes"), list[list[Cell]]()
    for a, may in zip(assumed, editable, strict=True):
        known: list[Cell] = [a.value, a.low, a.high, a.grade, yes if may else None]
        body.append([names.of(a.path), *known, words.source(a.source), words.source(a.note), a.path])
    priced = frozenset(n for n, may in enumerate(editable) if may)
    notes = (words.say("sheet.assumptions_note"),)
    return Table(words.say("sheet.assumptions"), words.say("sheet.assumptions_title"), heads, rows_of(body), notes=notes, editable=priced)


def manifest_sheet(manifests: Iterable[Manifest], repeated: Sequence[str], words: Words) -> Table:
    """Return how each run was made, and the commands that repeat them."""
    body: list[list[Cell]] = [
        [words.say(f"report.manifest.{name}"), said]
        for each in manifests
        for name in STATED_OF_A_RUN
        if (said := manifested(name, each, words))
    ]
    body += [[words.say("report.manifest.command"), each] for each in repeated]
    return Table(
        words.say("sheet.manifest"), words.say("sheet.manifest_title"), columns(words, {"key": "text", "content": "text"}), rows_of(body)
    )


def with_overview(sentences: Sequence[str], notes: Sequence[str], sheets: Sequence[Table], words: Words) -> list[Table]:
    """Return sheets after a first one: the answer in sentences, what to keep in mind, and which of them are not printed."""
    long = [sheet.id for sheet in sheets if not sheet.on_paper]
    unprinted = [words.say("sheet.unprinted", sheets=", ".join(long))] if long else []
    body = [[sentence] for sentence in (*sentences, *notes, *unprinted)]
    first = Table(words.say("sheet.overview"), words.say("sheet.overview_title"), columns(words, {"answer": "text"}), rows_of(body))
    return [first, *sheets]
