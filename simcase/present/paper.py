"""What the papers of a decision say of a run, or of a scenario held against a baseline."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

import altair as alt

from simcase.errors import Issue, UserError
from simcase.present.charts import charts_of
from simcase.present.findings import finding
from simcase.present.key_figures import Key, case_keys, run_keys
from simcase.present.labels import labels_of
from simcase.present.sentences_run import about, notes
from simcase.present.slides import Slide, slides_of
from simcase.present.table import Table
from simcase.present.tables_assumptions import assumptions
from simcase.present.tables_budget import budget_table
from simcase.present.tables_file import sentences
from simcase.present.tables_information import information_of_page
from simcase.present.tables_manifest import commands
from simcase.present.tables_one_page import case_of_page, goals_of_page
from simcase.present.tables_uncertainty import leading
from simcase.study import Shown
from simcase.study.periods import plan_year
from simcase.words import Words, said


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart of a paper: its id, its heading, and what draws it, which takes a while; None comes back where there is nothing to draw."""

    id: str
    heading: str
    draw: Callable[[], alt.TopLevelMixin | None]


@dataclass(frozen=True, slots=True)
class Paper:
    """What papers are written of: sentences, key figures, tables by the names that a template calls them, charts, slides, and notes."""

    title: str
    about: str
    answer: Sequence[str]
    keys: Sequence[Key]
    tables: dict[str, Table]
    charts: Sequence[Picture]
    slides: Sequence[Slide]
    on_first: str
    """What says that the answer and the notes stand with the first slide."""
    notes: Sequence[str]
    commands: Sequence[str]


def paper_of(runs: Sequence[Shown], words: Words) -> Paper:
    """Return what is written of one run, or of a baseline and a scenario; raises UserError for more, and for a model without a budget."""
    if len(runs) > 2:  # noqa: PLR2004 - a baseline and a scenario
        raise UserError([Issue("", 0, "-o", said("error.paper.runs", n=len(runs)), said("error.paper.one_or_two"))])
    shown = runs[-1]
    result, model, paired = shown.result, shown.world.model, shown.baseline is not None
    if not result.budget:
        raise UserError([Issue("", 0, "-o", said("error.paper.no_budget", scenario=model.scenario), said("error.paper.lines"))])
    labels = labels_of(model, words)
    year = plan_year(result) or max(row.year for row in result.budget)
    base = words.text(runs[0].world.model.title)
    worth = information_of_page(shown, labels)
    untold = [words.say("information.untold")] if paired and not worth.title else []
    return Paper(
        title=words.say("report.title_case" if paired else "report.title", title=labels.title, base=base),
        about=about(runs, words),
        answer=sentences(runs, words),
        keys=[*case_keys(shown, labels), *run_keys(shown, labels)],
        tables={
            "budget": budget_table(result, year, labels, shown.request.prices),
            "business_case": case_of_page(shown, labels),
            "goals": goals_of_page(shown, labels),
            "leading": leading(shown, labels),
            "information": worth,
            "assumptions": assumptions(shown, labels),
        },
        charts=[
            Picture(each.name, finding(each.name, shown, labels) or each.heading(labels), partial(each.draw, shown, labels))
            for each in charts_of(paired=paired)
        ],
        slides=slides_of(shown, labels),
        on_first=words.say("slide.on_first"),
        notes=[*notes([shown], words), *untold],
        commands=commands(runs, "-o", "x.docx"),
    )
