"""The table of choices: settings that were pinned, side by side in as many runs, for the page, for print, for a workbook and for slides."""

from __future__ import annotations

import html
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from simcase.compare import FIRST_TOLD, Payback
from simcase.present.labels import labels_of
from simcase.present.paper import paper_of
from simcase.present.sentences_compare import payback_word
from simcase.present.sentences_run import span_between
from simcase.present.slides import Drawn, Slide
from simcase.present.table import Cell, Column, Row, Table
from simcase.present.tables_file import sheets_of
from simcase.report.workbook import write_workbook
from simcase.workshop import style
from simcase.workshop.answers import STEPS, Answer, whole
from simcase.workshop.effects import Mean
from simcase.workshop.log import PAGE
from simcase.workshop.session import Session
from simcase.workshop.settings import Settings

MILLION = 1e6
TIGHT = """\
body { font-size: 9pt; margin: 0; }
h1, p { margin: .3rem 0; }
th, td { padding: .15rem .5rem; line-height: 1.25; }
"""
"""How the table looks that is printed on one page."""


class Choice(NamedTuple):
    """What a pinned setting gives: persons on the line aimed at, the net result and the investment in kroner, the payback, the goals."""

    settings: Settings
    title: str
    said: str
    about: str
    years: str
    persons: Mean
    net: Mean
    investment: float
    payback: Payback
    goals: dict[str, float]
    runs: int


def choices_of(session: Session, least: int = 0) -> list[Choice]:
    """Return the pinned settings in as many runs as each of them has had; of fewer than tell anything, those of the least are played."""
    pairs = [session.shared.pair(each) for each in session.pinned]
    runs = min((session.shared.players.available(pair) for pair in pairs), default=0)
    count = max((step for step in STEPS if FIRST_TOLD <= step <= runs), default=least)
    return [_choice(session, each, number, count) for number, each in enumerate(session.pinned, 1)] if count else []


def _choice(session: Session, settings: Settings, number: int, count: int) -> Choice:
    """Return what settings give in so many runs that were played already."""
    found = session.answer(settings, count)
    words, model, shown = session.words, found.shown.world.model, found.shown
    labels, (persons, net) = labels_of(model, words), found.effects.told()
    case = [row.investment.mean for row in shown.compared.business_case if row.payer == "municipality"]
    return Choice(
        settings,
        words.say("workshop.choice", n=number),
        f"{words.text(session.shared.model(settings.scenario).title)}: {session.said(settings)}",
        f"{labels.line(found.effects.aimed)} {found.effects.year}",
        span_between(model.start, model.end, words),
        persons,
        net,
        sum(case),
        shown.compared.payback,
        {
            f"{labels.goal(row.id)} ({words.month_and_year(row.date)})": row.chance.probability
            for row in shown.result.goals
            if row.chance is not None
        },
        found.count,
    )


def cells(session: Session, choices: Sequence[Choice]) -> tuple[list[str], list[list[str]]]:
    """Return heads and rows of the table side by side: a column a choice, a row a figure."""
    words = session.words
    goals = dict.fromkeys(goal for each in choices for goal in each.goals)
    rows: dict[str, list[str]] = {
        words.say("workshop.log.settings"): [each.said for each in choices],
        words.say("workshop.choices.persons"): [f"{session.between(each.persons)}, {each.about}" for each in choices],
        words.say("workshop.choices.net"): [f"{session.between(_in_millions(each.net), 1)}, {each.years}" for each in choices],
        words.say("workshop.choices.investment"): [words.number(each.investment / MILLION, 1) for each in choices],
        words.say("chart.payback.title"): [payback_word(each.payback, words) for each in choices],
        **{goal: [words.percent(each.goals[goal]) if goal in each.goals else "" for each in choices] for goal in goals},
        words.say("workshop.log.runs"): [words.number(each.runs) for each in choices],
    }
    return [words.say("workshop.choices.figure"), *(each.title for each in choices)], [[head, *told] for head, told in rows.items()]


def side_by_side(session: Session) -> str:
    """Return the pinned settings side by side, or why there is nothing to see."""
    words, found = session.words, choices_of(session)
    if not found:
        return style.aside(words.say("workshop.choices.coming" if session.pinned else "workshop.choices.none"))
    heads, rows = cells(session, found)
    return style.table_html(words.say("workshop.choices.title"), heads, rows, words=True)


def page(session: Session, choices: Sequence[Choice], title: str, about: str) -> str:
    """Return the table as one page to print."""
    heads, rows = cells(session, choices)
    head = "".join(f'<th scope="col">{html.escape(each)}</th>' for each in heads)
    body = "\n".join(
        f'<tr><th scope="row">{html.escape(row[0])}</th>{"".join(f"<td>{html.escape(cell)}</td>" for cell in row[1:])}</tr>' for row in rows
    )
    return PAGE.format(lang=session.lang, days="", title=html.escape(title), about=html.escape(about), heads=head, rows=body, looks=TIGHT)


def sheet(session: Session, choices: Sequence[Choice]) -> Table:
    """Return the table as a sheet: a row a choice, its figures as numbers."""
    words = session.words
    goals = list(dict.fromkeys(goal for each in choices for goal in each.goals))
    between = words.say("chart.low"), words.say("chart.high")
    columns = [
        Column("choice", words.say("workshop.choices.choice"), "label"),
        Column("settings", words.say("workshop.log.settings"), "text"),
        Column("about", words.say("workshop.choices.about"), "label"),
        Column("persons", words.say("workshop.choices.persons"), "change"),
        *(Column(f"persons_{end}", said, "change") for end, said in zip(("p05", "p95"), between, strict=True)),
        Column("years", words.say("chart.payback.year"), "label"),
        Column("net", words.say("workshop.choices.net_kroner"), "more"),
        *(Column(f"net_{end}", said, "more") for end, said in zip(("p05", "p95"), between, strict=True)),
        Column("investment", words.say("workshop.choices.investment_kroner"), "kroner"),
        Column("payback", words.say("chart.payback.title"), "label"),
        *(Column(f"goal_{number}", goal, "share") for number, goal in enumerate(goals, 1)),
        Column("runs", words.say("workshop.log.runs"), "whole"),
    ]
    return Table("choices", words.say("workshop.choices.title"), columns, [Row(_cells(each, goals, session)) for each in choices])


def _cells(each: Choice, goals: Sequence[str], session: Session) -> list[Cell]:
    """Return the cells of a choice in a sheet."""
    persons, net = ([mean.mean, mean.low, mean.high] for mean in (each.persons, each.net))
    back = payback_word(each.payback, session.words)
    met = [each.goals.get(goal) for goal in goals]
    return [each.title, each.said, each.about, *persons, each.years, *net, each.investment, back, *met, each.runs]


def slides(session: Session, choices: Sequence[Choice], about: str) -> list[Slide]:
    """Return a slide of persons and one of the net result, whose titles say which choice has the least persons and the best result."""
    words, along = session.words, [f"{each.title}: {each.said}" for each in choices]
    least, best = min(choices, key=lambda each: each.persons.mean), max(choices, key=lambda each: each.net.mean)
    drawn = (
        ("persons", least, words.change(least.persons.mean), [each.persons.mean for each in choices], "+#,##0;-#,##0;0"),
        ("net", best, words.change_millions(best.net.mean), [each.net.mean / MILLION for each in choices], "+#,##0.0;-#,##0.0;0.0"),
    )
    return [
        Slide(
            words.say(f"workshop.choices.slide.{name}", choice=each.title, figure=figure),
            Drawn("bar", axis := words.say(f"workshop.choices.{name}"), along, [(axis, values)], shape),
            about,
        )
        for name, each, figure, values, shape in drawn
    ]


def workbook(session: Session, choices: Sequence[Choice], found: Answer) -> bytes:
    """Return a workbook of the table and of the answer to what is set."""
    with TemporaryDirectory(prefix="simcase-") as folder:
        path = Path(folder) / "choices.xlsx"
        write_workbook([sheet(session, choices), *sheets_of(whole(found, *_names(found)), session.words)], path, session.words.lang)
        return path.read_bytes()


def presentation(session: Session, choices: Sequence[Choice], found: Answer) -> bytes:
    """Return slides of the table and of the answer to what is set."""
    from simcase.report.slides import write_slides  # noqa: PLC0415 - an extra

    paper = paper_of(whole(found, *_names(found)), session.words)
    with TemporaryDirectory(prefix="simcase-") as folder:
        path = Path(folder) / "choices.pptx"
        about = next((each.about for each in paper.slides), paper.about)
        write_slides(replace(paper, slides=[*slides(session, choices, about), *paper.slides]), None, path)
        return path.read_bytes()


def _names(found: Answer) -> tuple[str, str]:
    """Return what the worlds of an answer are called where no file repeats them."""
    return found.shown.world.model.scenario, found.pair[0].model.scenario


def _in_millions(mean: Mean) -> Mean:
    """Return a mean in millions."""
    return Mean(*(value / MILLION for value in mean))
