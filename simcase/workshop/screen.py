"""The big screen, read at five metres: a sentence, two numbers, one picture, at most three sliders, and the way back, in one view."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final, NamedTuple, get_args

import streamlit as st

from simcase.compare import FIRST_TOLD
from simcase.present.charts import Chart
from simcase.present.labels import Labels, labels_of, lowered
from simcase.present.sentences_run import span_between
from simcase.workshop import controls, style
from simcase.workshop.answers import Answer
from simcase.workshop.marks import Year, by_year
from simcase.workshop.session import Facing, Session
from simcase.workshop.slots import Slot
from simcase.workshop.style import ANSWER
from simcase.workshop.view import bets

PICTURES: Final = {
    name: Chart(f"facing-{name}", "figures_facing", "facing", needs_baseline=True, steady=True) for name in ("persons", "net")
}


class Screen(NamedTuple):
    """Where on the big screen each part of an answer stands."""

    progress: Any
    sentence: Any
    numbers: Any
    picture: Any
    years: Any
    """The picture where it is narrow."""

    def hide(self, session: Session) -> None:
        """Show which tables have bet, and not what, while the result is hidden."""
        words, tables = session.words, [bet.table for bet in session.round.bets]
        self.sentence.html(style.sentence(session.asked(session.round.asked)))
        self.numbers.html(style.numbers([(words.say("workshop.bet.title"), words.number(len(tables)), "")]))
        said = words.say("workshop.bet.tables", tables=", ".join(tables)) if tables else words.say("workshop.bet.nobody")
        self.picture.html(style.waiting(said))
        self.years.clear()

    def draw(self, session: Session, found: Answer) -> None:
        """Draw an answer: the sentence, the numbers and the picture."""
        if found.count < FIRST_TOLD:
            return
        labels = labels_of(found.shown.world.model, session.words)
        facing = "persons" if session.facing == "bets" else session.facing
        self.sentence.html(style.sentence(sentence(session, found, labels)))
        self.numbers.html(style.numbers(numbers(session, found, labels)))
        if session.facing == "bets" and session.round.bets:
            self.picture.html(bets(session, found, labels))
            self.years.clear()
        else:
            self.picture.vega_lite_chart(spec=session.canvas.drawn(PICTURES[facing], found.shown, labels))
            self.years.html(years(PICTURES[facing], found, labels))


def lay_out(session: Session, title: str, betting: Callable[[Session], None]) -> Screen:
    """Lay out the big screen; what changes it, what takes bets, and the way back stand in the first row."""
    words = session.words
    first = st.container(key="ways").columns([5, 3, 2, 2], vertical_alignment="center")
    first[0].html(style.heading(title, words.say("workshop.simulated"), ""))
    with first[1]:
        _facing(session)
    with first[2].popover(words.say("workshop.bet.title"), width="stretch"):
        betting(session)
    with first[3]:
        controls.back(session)
    sentence_ = Slot(f"{ANSWER}sentence")
    left, right = st.columns([3, 8], gap="medium", vertical_alignment="center")
    with left:
        numbers_, progress = Slot(f"{ANSWER}numbers"), Slot("progress")
    picture, narrow = Slot(f"{ANSWER}picture", right), Slot(f"{ANSWER}years", right)
    shown = session.shown()
    for column, lever in zip(st.columns(max(1, len(shown)), gap="large"), shown, strict=False):
        with column:
            controls.slider(session, lever, named=True)
    return Screen(progress, sentence_, numbers_, picture, narrow)


def _facing(session: Session) -> None:
    """Show what the picture can be of: the bets too, where there are any."""
    words = session.words
    every = [name for name in get_args(Facing) if name != "bets" or session.round.bets]

    def chosen() -> None:
        session.facing = st.session_state[key] or session.facing

    key = controls.bind(session, "facing", session.facing if session.facing in every else every[0])
    st.segmented_control(
        words.say("workshop.facing"),
        every,
        key=key,
        format_func=lambda name: words.say(f"workshop.facing.{name}"),
        on_change=controls.by_hand(key, chosen),
        label_visibility="collapsed",
        required=True,
    )


def sentence(session: Session, found: Answer, labels: Labels) -> str:
    """Return the answer in ten words at the most."""
    words, model, year = session.words, found.shown.world.model, found.effects.year
    persons, net = found.effects.told()
    if session.facing == "net" or (session.facing == "bets" and session.round.asked == "net"):
        key = "even" if net.noise else "loss" if net.mean < 0.0 else "gain"
        return words.say(f"workshop.said.{key}", net=words.millions(abs(net.mean)), years=span_between(model.start, model.end, words))
    name = labels.line(found.effects.aimed)
    key = "same" if persons.noise or round(persons.mean) == 0 else "fewer" if persons.mean < 0.0 else "more"
    return words.say(f"workshop.said.{key}", persons=words.persons(abs(persons.mean)), line=lowered(name), year=year)


def numbers(session: Session, found: Answer, labels: Labels) -> list[tuple[str, str, str]]:
    """Return the two numbers: persons and net result, each with what it is and what nine runs of ten lie between."""
    words, model = session.words, found.shown.world.model
    line, year = found.effects.aimed, found.effects.year
    persons, net = found.effects.told()
    return [
        (
            words.say("workshop.card.persons", line=labels.line(line), year=year),
            words.change(persons.mean),
            persons.told(words, 1.0)[0],
        ),
        (
            words.say("workshop.card.net", years=span_between(model.start, model.end, words)),
            words.change_millions(net.mean),
            net.told(words, 1e6)[0],
        ),
    ]


def years(picture: Chart, found: Answer, labels: Labels) -> str:
    """Return the figures of a picture as marks on lines, which fit a telephone."""
    words, table = labels.words, picture.table(found.shown, labels).to_dicts()
    digits = 0 if picture is PICTURES["persons"] else 1
    rows = [Year(row["year"], row["mean"], row["p05"], row["p95"], words.change(row["mean"], digits), bool(row["noise"])) for row in table]
    note = words.say(f"chart.{picture.name}.note", line=table[0]["line"])
    return by_year(f"{note}. {words.say('chart.facing.dots')}", rows)
