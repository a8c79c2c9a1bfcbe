"""What the runs say, drawn again each time there are more of them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

import streamlit as st

from simcase.compare import FIRST_TOLD
from simcase.errors import SimcaseError, UserError
from simcase.present import figures_compare
from simcase.present.figures_listed import listed
from simcase.present.findings import finding
from simcase.present.labels import Labels, labels_of
from simcase.present.sentences_compare import headline, payback_word
from simcase.present.sentences_run import about, held, parts_seen, span_between
from simcase.workshop import slots, style
from simcase.workshop.answers import REFINED, STEPS, Answer
from simcase.workshop.choices import side_by_side
from simcase.workshop.marks import Guess, mark, strip
from simcase.workshop.session import Session
from simcase.workshop.style import Card

if TYPE_CHECKING:
    from simcase.workshop.screen import Screen

MOST_ROWS = 8
"""Places where they went that are listed."""


class Places(NamedTuple):
    """Where on the page each part of an answer stands."""

    progress: Any
    cards: Any
    answer: Any
    finding: Any
    chart: Any
    source: Any
    figures: Any
    goals: Any
    went: Any
    choices: Any
    bets: Any
    log: Any

    def hide(self, session: Session) -> None:
        """Hide the result while tables bet, and the log, which may tell it."""
        words = session.words
        self.cards.info(words.say("workshop.bet.hidden", n=len(session.round.bets), least=REFINED))
        self.log.info(words.say("workshop.log.hidden"))

    def draw(self, session: Session, found: Answer) -> None:
        """Draw an answer: the chart first, since everybody looks at it."""
        _draw(session, found, self)


def refine(session: Session, places: Places | Screen) -> None:
    """Show the answer to what is set: from a few runs at once, then from more, until somebody moves something.

    Then what it is held against, and what stands in the log, gets as many runs.
    """
    settings, shared = session.settings, session.shared
    with _failures(session, places):
        pair = shared.pair(settings)
        played = shared.players.available(pair)
        steps = [step for step in STEPS if step >= max((each for each in STEPS if each <= played), default=0)]
        _progress(session, places, min(played, steps[0]))  # so that what is there is seen to be of something else
        with shared.players.growing(pair) as growth:
            for count, ahead in zip(steps, [*steps[1:], STEPS[-1]], strict=True):
                found = shared.answer(settings, growth.upto(count, partial(_progress, session, places), ahead))
                session.heard(found)
                _shown(session, found, places)
        for other in session.unfinished():
            session.learn(other, shared.effects(other, STEPS[-1], partial(_progress, session, places, others=True)))
            _shown(session, found, places)


def _shown(session: Session, found: Answer, places: Places | Screen) -> None:
    """Keep what an answer has changed and draw it, unless another setting holds by now, or tables bet on it."""
    session.save()
    if session.settings == found.settings and not session.withheld(found.count):
        places.draw(session, found)
    _progress(session, places, found.count)


@contextmanager
def _failures(session: Session, places: Places | Screen) -> Iterator[None]:
    """Say what could not be simulated, in place of an answer."""
    try:
        yield
    except UserError as wrong:
        places.progress.html(style.failure("\n".join([session.words.say("workshop.failed"), wrong.told(session.words.lang)])))
    except SimcaseError as failure:
        places.progress.html(style.failure(f"{session.words.say('workshop.failed')} {failure.told(session.words.lang)}"))


def _progress(session: Session, places: Places | Screen, count: int, _asked: int = STEPS[-1], *, others: bool = False) -> None:
    """Show how many pairs of runs there are, of what is set or of others, and of how many the answer is that stands there.

    A move, in this window or another, ends the work here.
    """
    if (now := session.mark()) != st.session_state.get("seen", now):
        st.rerun()
    state = "others" if others else "first" if count < FIRST_TOLD else "better" if count < REFINED else "refined"
    state = session.words.say(f"workshop.state.{state}", first=FIRST_TOLD)
    said = session.words.say("workshop.progress", count=count, all=STEPS[-1], state=state)
    old = session.latest is not None and session.latest.settings != session.settings
    told = session.latest.count if session.latest is not None and not old and slots.stands(style.ANSWER) else 0
    places.progress.html(style.progress(said, count, STEPS[-1], old=old, told=told))


def _draw(session: Session, found: Answer, places: Places) -> None:
    """Draw an answer: the chart first, since everybody looks at it."""
    words, model = session.words, found.shown.world.model
    labels = labels_of(model, words)
    spec = session.canvas.drawn(session.chart, found.shown, labels)
    if spec is None:
        places.chart.info(words.say("workshop.no_chart"))
    else:
        places.chart.vega_lite_chart(spec=spec)
    if session.listing:
        table = listed(session.chart, found.shown, labels)
        heads, rows = [column.head for column in table.columns], [[str(cell) for cell in row.cells] for row in table.rows]
        places.figures.html(style.region(table.title, style.table_html(table.title, heads, rows)))
    if found.count < FIRST_TOLD:
        return
    places.finding.html(style.finding(finding(session.chart.name, found.shown, labels) or session.chart.heading(labels)))
    places.source.html(style.aside(words.say("chart.source", about=about([found.shown], words))))
    places.cards.html(style.cards(list(cards(session, found, labels))))
    base = labels_of(found.pair[0].model, words)
    settings = session.said(found.settings).removesuffix(".")
    said = words.say("workshop.against", settings=settings[:1].upper() + settings[1:], base=base.title)
    result = found.shown.compared
    holds = held(parts_seen(result.run, [result]), words)
    places.answer.html(style.answer(headline(result, base, labels), f"{said} {holds}"))
    places.goals.html(goals(session, found, labels))
    places.went.html(went(session, found, labels))
    if session.round.bets:
        places.bets.html(bets(session, found, labels))
    places.log.html(show_log(session))
    places.choices.html(side_by_side(session))


def cards(session: Session, found: Answer, labels: Labels) -> Iterator[Card]:
    """Yield the key figures: persons on the line aimed at, the net result, the investment, the payback."""
    words, effects, model = session.words, found.effects, found.shown.world.model
    period = span_between(model.start, model.end, words)
    persons, net = effects.told()
    title = words.say("workshop.card.persons", line=labels.line(effects.aimed), year=effects.year)
    yield Card(title, words.change(persons.mean), [*persons.told(words, 1.0), *session.since(found, 0)], _mark(session, found, 0))
    title = words.say("workshop.card.net", years=period)
    yield Card(title, words.change_millions(net.mean), [*net.told(words, 1e6), *session.since(found, 1)], _mark(session, found, 1))
    case = found.shown.compared.business_case
    cost = sum(row.investment.mean for row in case if row.payer == "municipality")
    yield Card(words.say("workshop.card.investment", years=period), words.millions(cost))
    back = found.shown.compared.payback
    more = words.say("workshop.card.payback_in", runs=words.in_runs(back.probability)) if back.probability is not None else ""
    yield Card(words.say("chart.payback.title"), payback_word(back, words), [more])


def _mark(session: Session, found: Answer, part: int) -> str:
    """Return persons (0) or net (1) as a mark, with a ghost where the setting before has it in as many runs."""
    told, ghost = found.effects.told()[part], None
    before = session.effects_of(session.before) if session.before is not None else None
    if before is not None and session.before != found.settings and found.effects.alike(before):
        ghost = found.effects.contrast(before).other[part].mean
    return mark(told.mean, told.low, told.high, ghost)


def goals(session: Session, found: Answer, labels: Labels) -> str:
    """Return the probability of each goal in both worlds, as a table."""
    words, base = session.words, found.shown.baseline
    before = {row.id: row.chance.probability for row in base.result.goals if row.chance} if base else {}
    rows = [
        (
            f"{labels.goal(row.id)} ({words.month_and_year(row.date)})",
            words.percent(before[row.id]) if row.id in before else "",
            words.percent(chance.probability),
            words.interval(words.percent(chance.low), words.percent(chance.high)),
        )
        for row in found.shown.result.goals
        if (chance := row.chance) is not None
    ]
    heads = [words.say(f"workshop.goals.{head}") for head in ("goal", "without", "with", "between")]
    return style.table_html(words.say("workshop.goals.title"), heads, rows, words.say("workshop.no_chart"))


def went(session: Session, found: Answer, labels: Labels) -> str:
    """Return where more went than in the baseline, as a table."""
    words = session.words
    table = figures_compare.went(found.shown, labels).select("to", "moves").head(MOST_ROWS)
    rows = [(str(to), words.change(float(moves))) for to, moves in table.iter_rows()]
    heads = [words.say(f"workshop.went.{head}") for head in ("to", "moves")]
    return style.table_html(words.say("workshop.went.title"), heads, rows, words.say("workshop.went.none"))


def bets(session: Session, found: Answer, labels: Labels) -> str:
    """Return the bets beside the result: a dot each, and the figures."""
    words, asked, result = session.words, session.round.asked, session.result(found)
    digits = 0 if asked == "persons" else 1
    unit = words.say(f"workshop.bet.{asked}_unit")
    rows = []
    for row in session.round.scored(result):
        inside = words.say("workshop.yes" if row.inside else "workshop.no")
        said = row.table, words.change(row.value, digits), words.change(row.away, digits), inside
        rows.append(Guess(row.value, row.inside, said))
    heads = [words.say(f"workshop.bet.{head}") for head in ("table", "own", "away", "inside")]
    told = words.say("workshop.bet.result", result=session.between(result, digits), unit=unit)
    about = f"{labels.line(found.effects.aimed)} {found.effects.year}. " if asked == "persons" else f"{session.asked(asked)}. "
    return strip(about + told, heads, result[:3], rows)


def show_log(session: Session) -> str:
    """Return the log, the latest first, as a table."""
    from simcase.workshop.log import COLUMNS  # noqa: PLC0415

    words = session.words
    heads = [words.say(f"workshop.log.{column}") for column in COLUMNS]
    rows = [row.cells for row in reversed(session.log_rows())]
    return style.table_html(words.say("workshop.log.title"), heads, rows, words=True)
