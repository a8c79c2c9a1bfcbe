"""Put a report together from finished runs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from simcase.evaluate import information_of
from simcase.present.charts import charts_of
from simcase.present.key_figures import case_keys, run_keys
from simcase.present.labels import Labels, labels_of
from simcase.present.sentences_compare import headline as said_compare
from simcase.present.sentences_run import about, notes
from simcase.present.sentences_run import headline as said_run
from simcase.present.table import Sentence, Table
from simcase.present.tables_assumptions import assumptions
from simcase.present.tables_compare import compare_parts
from simcase.present.tables_information import information_table
from simcase.present.tables_manifest import commands, manifest
from simcase.present.tables_run import run_parts
from simcase.present.tables_uncertainty import uncertainty
from simcase.report.page import Page, Part, drawings, render
from simcase.study import Shown, headcounts
from simcase.study.results import ComparisonResult
from simcase.words import Words


def page_of(runs: Sequence[Shown], lang: str) -> str:
    """Return an offline report of one run, or of scenarios held against the first."""
    words = Words(lang)
    shown = list(runs[1:] or runs)
    titles = [words.text(each.world.model.title) for each in runs]
    page = Page(
        lang=lang,
        title=words.say("report.title" if len(runs) == 1 else "report.title_case", title="', '".join(titles[1:] or titles), base=titles[0]),
        about=about(runs, words),
        parts=[_part(each, words, few=len(shown) > 1) for each in shown],
        assumptions=[listing for each in shown for listing in assumptions_of(each, words)],
        notes=notes(shown, words),
        commands=commands(runs, "-o", "x.html"),
        manifest=[manifest(runs, words)],
    )
    return render(page)


def tables_of(shown: Shown, labels: Labels) -> Iterator[Table]:
    """Yield the tables that are printed of a run; held against a baseline, those of the comparison first."""
    parts, prices = list[Table | Sentence](), shown.request.prices
    if shown.baseline is not None:
        result = ComparisonResult(shown.result.simcase, shown.baseline.result, (shown.compared,))
        parts += compare_parts(result, [labels_of(shown.baseline.world.model, labels.words), labels], prices)
    parts += run_parts(shown.result, headcounts(shown.world, shown.window.months), labels, prices)
    listed = [part for part in parts if isinstance(part, Table)]
    yield from (part for n, part in enumerate(listed) if part not in listed[:n])  # what two verbs print alike stands once


def _part(shown: Shown, words: Words, *, few: bool) -> Part:
    """Return what is said of one run; held against a baseline, the difference comes first."""
    labels = labels_of(shown.world.model, words)
    listings = [*tables_of(shown, labels), *([split] if (split := uncertainty(shown, labels)) else [])]
    charts = drawings(charts_of(paired=shown.baseline is not None, brief=few), shown, labels)
    if shown.baseline is None:
        answer = said_run(shown.result, labels) if shown.result.budget else ""
        return Part(labels.title, answer, list(run_keys(shown, labels)), charts, listings)
    base = labels_of(shown.baseline.world.model, words)
    worth = information_of(shown)
    listings += [information_table(worth, base, labels)] if worth else []
    keys = [*case_keys(shown, labels), *run_keys(shown, labels)]
    return Part(labels.title, said_compare(shown.compared, base, labels), keys, charts, listings)


def assumptions_of(shown: Shown, words: Words) -> list[Table]:
    """Return the assumptions of a scenario, where it has any."""
    table = assumptions(shown, labels_of(shown.world.model, words))
    return [table] if table.rows else []
