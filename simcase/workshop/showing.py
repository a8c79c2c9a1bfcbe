"""What the runs say, drawn again each time there are more of them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple

import streamlit as st

from simcase.errors import SimcaseError, UserError
from simcase.present import figures_compare
from simcase.present.labels import Labels, labels_of
from simcase.present.sentences_compare import headline, payback_word
from simcase.workshop import looks
from simcase.workshop.answers import REFINED, STEPS, Answer
from simcase.workshop.visit import Visit, span

MOST_ROWS = 8
"""Places where they went that are listed."""


class Places(NamedTuple):
    """Where on the page each part of an answer stands."""

    progress: Any
    cards: Any
    answer: Any
    chart: Any
    goals: Any
    went: Any
    bets: Any
    log: Any


def refined(visit: Visit, places: Places) -> None:
    """Show the answer to what is set: from a few runs at once, then from more, until somebody moves something."""
    with _failures(visit):
        kept = visit.house.players.kept(visit.house.pair(visit.settings))
        begin = max((step for step in STEPS if step <= kept), default=STEPS[0])
        for count in (step for step in STEPS if step >= begin):
            found = visit.house.played(visit.settings, count, lambda done, _total: _progress(visit, places, done // 2))
            _draw(visit, found, places)
            _progress(visit, places, count)


@contextmanager
def _failures(visit: Visit) -> Iterator[None]:
    """Say what could not be simulated, in place of an answer."""
    try:
        yield
    except UserError as wrong:
        st.html(looks.failure("\n".join([visit.words.say("workshop.failed"), *(str(issue) for issue in wrong.issues)])))
    except SimcaseError as failure:
        st.html(looks.failure(f"{visit.words.say('workshop.failed')} {failure}"))


def _progress(visit: Visit, places: Places, count: int) -> None:
    """Show how many pairs of runs there are; Streamlit ends the work here where a move has made it void."""
    state = "first" if count <= STEPS[0] else "better" if count < REFINED else "refined"
    said = visit.words.say("workshop.progress", count=count, all=STEPS[-1], state=visit.words.say(f"workshop.state.{state}"))
    places.progress.html(looks.progress(said, count, STEPS[-1]))


def _draw(visit: Visit, found: Answer, places: Places) -> None:
    """Draw an answer and note it in the log: the chart first, since everybody looks at it."""
    words, model = visit.words, found.shown.world.model
    labels = labels_of(model, words)
    spec = visit.canvas.drawn(visit.chart, found.shown, labels)
    if spec is None:
        places.chart.info(words.say("workshop.no_chart"))
    else:
        places.chart.vega_lite_chart(spec=spec, theme=None, width="content")
    visit.heard(found)
    places.cards.html(looks.cards(list(cards(visit, found, labels))))
    base = labels_of(found.pair[0].model, words)
    said = words.say("workshop.against", settings=visit.said()[:1].upper() + visit.said()[1:], base=base.title)
    places.answer.html(looks.answer(headline(found.shown.compared, base, labels), said))
    if visit.presenting:
        return
    places.goals.html(goals(visit, found, labels))
    places.went.html(went(visit, found, labels))
    if visit.round.bets:
        places.bets.html(bets(visit, found, labels))
    places.log.html(logged(visit))


def cards(visit: Visit, found: Answer, labels: Labels) -> Iterator[tuple[str, str, list[str]]]:
    """Yield the key figures: persons on the line aimed at, the net result, the investment, the payback."""
    words, line, year, years = visit.words, found.lines()[0], found.years()[-1], found.years()
    period = span(years)
    persons, net = found.persons(line, year), found.net()
    yield words.say("workshop.card.persons", line=labels.line(line), year=year), words.change(persons.mean), persons.told(words, 1.0)
    yield words.say("workshop.card.net", years=period), words.change_millions(net.mean), net.told(words, 1e6)
    case = found.shown.compared.business_case
    cost = sum(row.investment.mean for row in case if row.payer == "municipality" and row.year in years)
    yield words.say("workshop.card.investment", years=period), words.millions(cost), []
    back = found.shown.compared.payback
    more = words.say("workshop.card.payback_in", runs=words.in_runs(back.probability)) if back.probability is not None else ""
    yield words.say("chart.payback.title"), payback_word(back, words), [more] if more else []


def goals(visit: Visit, found: Answer, labels: Labels) -> str:
    """Return the probability of each goal in both worlds, as a table."""
    words, base = visit.words, found.shown.baseline
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
    return looks.listed(words.say("workshop.goals.title"), heads, rows, words.say("workshop.no_chart"))


def went(visit: Visit, found: Answer, labels: Labels) -> str:
    """Return where more went than in the baseline, as a table."""
    words = visit.words
    table = figures_compare.went(found.shown, labels).head(MOST_ROWS)
    rows = [(str(to), words.change(float(moves))) for to, moves in table.iter_rows()]
    heads = [words.say(f"workshop.went.{head}") for head in ("to", "moves")]
    return looks.listed(words.say("workshop.went.title"), heads, rows, words.say("workshop.went.none"))


def bets(visit: Visit, found: Answer, labels: Labels) -> str:
    """Return the bets beside the result, as a table."""
    words, asked, result = visit.words, visit.round.asked, visit.result(found)
    digits = 0 if asked == "persons" else 1
    unit = words.say(f"workshop.bet.{asked}_unit")
    rows = [
        (
            row.table,
            words.change(row.value, digits),
            words.change(row.away, digits),
            words.say("workshop.yes" if row.inside else "workshop.no"),
        )
        for row in visit.round.scored(result)
    ]
    heads = [words.say(f"workshop.bet.{head}") for head in ("table", "own", "away", "inside")]
    said = words.say("workshop.bet.result", result=visit.between(result, digits), unit=unit)
    about = f"{labels.line(found.lines()[0])} {found.years()[-1]}. " if asked == "persons" else f"{visit.asked(asked)}. "
    return looks.listed(about + said, heads, rows)


def logged(visit: Visit) -> str:
    """Return the log, the latest first, as a table."""
    from simcase.workshop.log import COLUMNS  # noqa: PLC0415

    words = visit.words
    heads = [words.say(f"workshop.log.{column}") for column in COLUMNS]
    rows = [entry.cells(words.say) for entry in reversed(visit.log.entries)]
    return looks.listed(words.say("workshop.log.title"), heads, rows, words=True)
