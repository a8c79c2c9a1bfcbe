"""The page of one session, from top to bottom; the runs come last, so that everything can be moved while they go on."""

from __future__ import annotations

import re
from importlib.util import find_spec
from typing import Final, get_args

import streamlit as st

from simcase.compare import FIRST_TOLD
from simcase.present.commands import command_in
from simcase.workshop import choices, controls, log, marks, serving, slots, style
from simcase.workshop.bets import Asked
from simcase.workshop.screen import Screen, lay_out
from simcase.workshop.session import Session
from simcase.workshop.slots import Slot
from simcase.workshop.style import ANSWER
from simcase.workshop.typed import amount, table_name
from simcase.workshop.view import Places, refine

NAME = re.compile(r"[a-z0-9][a-z0-9_.-]*")
"""What a scenario may be called."""


SCREEN: Final = "screen"
"""What the address of a window says of the big screen."""
BEAT: Final = 1.0
"""Seconds after which a window looks whether another one of its session has moved anything."""


def show() -> None:
    """Show a window on the session that its address names."""
    session = serving.session(st.query_params.get("session"))
    st.query_params["session"] = session.name
    session.save()
    words, large = session.words, st.query_params.get("view") == SCREEN
    place = words.text(session.shared.model(session.settings.scenario).calibration_title)
    title = words.say("workshop.title", place=place)
    st.session_state["seen"] = session.mark()
    st.set_page_config(page_title=title, layout="wide", initial_sidebar_state="auto")
    st.html(style.LANGUAGES[session.lang], unsafe_allow_javascript=True)
    css = style.STYLE + marks.STYLE + style.lost(words.say("workshop.lost", file=session.place))
    if session.withheld(0):
        slots.forget()
    if large:
        st.html(css + style.LARGE)
        places: Places | Screen = lay_out(session, session.labels().title, _bets)
    else:
        with st.sidebar:
            _settings(session)
            controls.big_screen(session)
        head = style.heading(title, words.say("workshop.simulated"), words.say("workshop.simulated_note"))
        st.html(css + head)  # in one, since a style on its own may arrive after what they are for
        _troubles(session)
        places = _small(session)
    _keep_in_step(session)
    if session.withheld(0):
        places.hide(session)
    refine(session, places)


@st.fragment(run_every=BEAT)
def _keep_in_step(session: Session) -> None:
    """Show the page anew where another window of the session has moved something."""
    if session.mark() != st.session_state["seen"]:
        st.rerun()


def _troubles(session: Session) -> None:
    """Say what could not be read, is kept elsewhere since, or is not on the disk."""
    words = session.words
    if session.unread:
        st.html(style.failure(words.say("workshop.unread", file=session.unread)))
    if session.parted:
        st.html(style.failure(words.say("workshop.parted", file=session.parted, own=session.place, name=session.name)))
    if session.unsaved:
        st.html(style.failure(words.say("workshop.unkept", file=session.place, why=session.unsaved)))


def _settings(session: Session) -> None:
    """Show everything that can be set."""
    st.subheader(session.words.say("workshop.settings"))
    controls.choices(session)
    controls.initiative(session)
    controls.buttons(session)
    controls.presentation(session)


def _small(session: Session) -> Places:
    """Lay out the page of somebody who works at it."""
    words = session.words
    cards, progress, answer = Slot(f"{ANSWER}cards"), Slot("progress"), Slot(f"{ANSWER}answer")
    controls.view(session)
    finding, chart, source = (Slot(f"{ANSWER}{part}") for part in ("finding", "chart", "source"))
    controls.listing(session)
    figures = Slot(f"{ANSWER}figures-{session.listing}")
    left, right = st.columns([3, 2], gap="large")
    goals, went = Slot(f"{ANSWER}goals", left), Slot(f"{ANSWER}went", right)
    names = [words.say(f"workshop.{part}.title") for part in ("choices", "bet", "log", "save")]
    choosing, betting, logging, saving = st.tabs(names)
    with choosing:
        chosen = _choices(session)
    with betting:
        _bets(session)
        bets = Slot("bets-shown")
    with logging:
        _log(session)
        logged = Slot("log-shown")
    with saving:
        _save(session)
    return Places(progress, cards, answer, finding, chart, source, figures, goals, went, chosen, bets, logged)


def _choices(session: Session) -> Slot:
    """Show what pins settings and lets go of them, and what takes them away; return where they stand side by side."""
    words, pinned = session.words, session.pinned
    st.caption(words.say("workshop.choices.about_tab"))
    columns = st.columns(max(4, 1 + len(pinned)))
    columns[0].button(words.say("workshop.choices.pin"), on_click=session.pin, disabled=session.settings in pinned)
    for number, (column, settings) in enumerate(zip(columns[1:], pinned, strict=False), 1):
        choice = words.say("workshop.choice", n=number)
        column.button(words.say("workshop.choices.unpin", choice=choice), on_click=session.unpin, args=(settings,))
    shown = Slot("choices-shown")
    if pinned and not session.round.open:
        _take_choices(session)
    return shown


def _take_choices(session: Session) -> None:
    """Show what takes the table away: a page to print, a workbook, slides where there is the package that writes them."""
    words, latest = session.words, session.latest
    place = words.text(session.shared.model(session.settings.scenario).calibration_title)
    base = words.text(session.shared.model(session.shared.baseline).title)
    title, about = words.say("workshop.choices.title"), words.say("workshop.log.about", place=place, base=base)
    one, two, three = st.columns(3)
    one.download_button(
        words.say("workshop.choices.page"),
        lambda: choices.page(session, choices.choices_of(session, FIRST_TOLD), title, about),
        "choices.html",
        "text/html",
        on_click="ignore",
    )
    if latest is None:
        return
    two.download_button(
        words.say("workshop.choices.workbook"),
        lambda: choices.workbook(session, choices.choices_of(session, FIRST_TOLD), latest),
        "choices.xlsx",
        on_click="ignore",
    )
    if find_spec("pptx") is not None:
        three.download_button(
            words.say("workshop.choices.slides"),
            lambda: choices.presentation(session, choices.choices_of(session, FIRST_TOLD), latest),
            "choices.pptx",
            on_click="ignore",
        )


def _bets(session: Session) -> None:
    """Show what takes bets."""
    words, round_ = session.words, session.round
    st.caption(words.say("workshop.bet.about"))
    if not round_.open:
        told = {name: words.say(f"workshop.facing.{name}") for name in get_args(Asked)}
        asked = st.radio(words.say("workshop.bet.asked"), list(told), key="asked", format_func=told.__getitem__, horizontal=True)
        st.html(style.aside(session.asked(asked)))  # beside the choice, since Streamlit takes its words for Markdown
        st.button(words.say("workshop.bet.begin"), on_click=lambda: session.begin_round(st.session_state["asked"]))
        return

    with st.form("bets", clear_on_submit=True):
        left, right = st.columns(2)
        left.text_input(words.say("workshop.bet.table"), key="table", max_chars=40)
        st.html(style.aside(session.asked(round_.asked)))
        right.text_input(words.say(f"workshop.bet.{round_.asked}_value"), key="bet", max_chars=40)
        st.form_submit_button(words.say("workshop.bet.enter"), on_click=lambda: _enter(session))
    st.html(style.note(st.session_state.get("entered", "")))
    st.html(
        style.table_html(words.say("workshop.bet.title"), [words.say("workshop.bet.table")], [(bet.table,) for bet in round_.bets], "0")
    )
    st.button(words.say("workshop.bet.reveal"), on_click=session.reveal, type="primary")


def _enter(session: Session) -> None:
    """Take the bet that was typed, and say how it was understood."""
    words, round_ = session.words, session.round
    typed, table = st.session_state["bet"], table_name(st.session_state["table"], words.say("workshop.bet.table"))
    value = amount(typed, round_.asked, session.lang)
    if value is None or not table:
        if typed or table:  # a second click, after which nothing is typed, says nothing
            st.session_state["entered"] = words.say("workshop.bet.not_understood", bet=typed, table=table)
        return
    round_.enter(table, value)
    said, unit = words.change(value, 0 if round_.asked == "persons" else 1), words.say(f"workshop.bet.{round_.asked}_unit")
    st.session_state.update(entered=words.say("workshop.bet.entered", table=table, bet=said, unit=unit))


def _log(session: Session) -> None:
    """Show what decides, and what takes the log away unless tables bet on what it tells."""
    words = session.words
    place = words.text(session.shared.model(session.settings.scenario).calibration_title)
    base = words.text(session.shared.model(session.shared.baseline).title)
    head = words.say("workshop.log.title"), session.log.days(), words.say("workshop.log.about", place=place, base=base)
    with st.form("decide", clear_on_submit=True):
        st.text_input(words.say("workshop.log.decide_note"), key="note", max_chars=200)
        st.form_submit_button(words.say("workshop.log.decide"), on_click=lambda: session.decide(st.session_state["note"]))
    if session.round.open:
        return
    left, right = st.columns(2)
    left.download_button(
        words.say("workshop.log.page"),
        lambda: log.page(session.log_rows(), session.lang, head, words.say),
        "log.html",
        "text/html",
        on_click="ignore",
    )
    right.download_button(
        words.say("workshop.log.csv"),
        lambda: "\ufeff" + log.table(session.log_rows(), words.say),
        "log.csv",
        "text/csv",
        on_click="ignore",
    )


def _save(session: Session) -> None:
    """Show what takes settings and answer away."""
    words, shared, settings = session.words, session.shared, session.settings
    st.caption(words.say("workshop.kept", file=session.place, name=session.name))
    name = st.text_input(words.say("workshop.save.name"), f"{settings.scenario.replace('+', '-')}-workshop", key="name", max_chars=60)
    if not NAME.fullmatch(name):
        st.warning(words.say("workshop.save.bad_name"))
        return
    one, two, three = st.columns(3)
    names = f"{name}-baseline", name
    one.download_button(words.say("workshop.save.file"), lambda: shared.file(settings), f"{name}.yaml", "text/yaml", on_click="ignore")
    two.download_button(
        words.say("workshop.save.baseline"), lambda: shared.baseline_file(settings), f"{names[0]}.yaml", "text/yaml", on_click="ignore"
    )

    def report() -> str:
        count = session.latest.count if session.latest is not None and session.latest.settings == settings else 0
        return shared.report(settings, max(count, 2), session.lang, names)

    if not session.round.open:
        three.download_button(words.say("workshop.save.report"), report, f"{name}.html", "text/html", on_click="ignore")
    command = command_in(shared.model(settings.scenario), "compare", *names)
    st.caption(words.say("workshop.save.about", command=command))
