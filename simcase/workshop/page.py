"""The page of one session, from top to bottom; the runs come last, so that everything can be moved while they go on."""

from __future__ import annotations

import re
from typing import get_args

import streamlit as st

from simcase.workshop import controls, looks, serving
from simcase.workshop.bets import Asked
from simcase.workshop.showing import Places, logged, refined
from simcase.workshop.visit import Visit, arrived

NAME = re.compile(r"[a-z0-9][a-z0-9_.-]*")
"""What a scenario may be called."""


def show() -> None:
    """Show the page of the session that runs this."""
    if "visit" not in st.session_state:
        st.session_state["visit"] = arrived(serving.house())
    visit: Visit = st.session_state["visit"]
    words = visit.words
    place = words.text(visit.house.model(visit.settings.scenario).calibration_title)
    title = words.say("workshop.title", place=place)
    style = looks.STYLE + (looks.LARGE if visit.presenting else "")
    st.set_page_config(page_title=title, layout="wide", initial_sidebar_state="expanded")
    st.html(looks.LANGUAGES[visit.lang], unsafe_allow_javascript=True)
    if not visit.presenting:
        with st.sidebar:
            _settings(visit)
        head = looks.heading(title, words.say("workshop.simulated"), words.say("workshop.simulated_note"))
    else:
        head = looks.heading(visit.labels().title, words.say("workshop.simulated"), "")
    st.html(style + head)  # in one, since looks on their own may arrive after what they are for
    places = _large(visit) if visit.presenting else _small(visit)
    if visit.round.open:
        places.cards.info(words.say("workshop.bet.hidden", n=len(visit.round.bets)))
        places.log.html(logged(visit))
    else:
        refined(visit, places)


def _settings(visit: Visit) -> None:
    """Show everything that can be set."""
    st.subheader(visit.words.say("workshop.settings"))
    controls.choices(visit)
    controls.initiative(visit)
    controls.buttons(visit)
    controls.presentation(visit)


def _small(visit: Visit) -> Places:
    """Lay out the page of somebody who works at it."""
    words = visit.words
    cards, progress, answer = st.empty(), st.empty(), st.empty()
    controls.view(visit)
    chart = st.empty()
    left, right = st.columns([3, 2], gap="large")
    goals, went = left.empty(), right.empty()
    names = [words.say(f"workshop.{part}.title") for part in ("bet", "log", "save")]
    betting, logging, saving = st.tabs(names)
    with betting:
        _bets(visit)
        bets = st.empty()
    with logging:
        _log(visit)
        log = st.empty()
    with saving:
        _save(visit)
    return Places(progress, cards, answer, chart, goals, went, bets, log)


def _large(visit: Visit) -> Places:
    """Lay out the page that is read from the back row: the answer, one chart, at most three sliders."""
    answer, chart = st.empty(), st.empty()
    shown = visit.shown()
    for column, knob in zip(st.columns(max(1, len(shown)), gap="large"), shown, strict=False):
        with column:
            controls.slider(visit, knob, named=True)
    cards, progress = st.empty(), st.empty()
    controls.view(visit)
    nowhere = st.empty()
    return Places(progress, cards, answer, chart, nowhere, nowhere, nowhere, nowhere)


def _bets(visit: Visit) -> None:
    """Show what takes bets."""
    words, round_ = visit.words, visit.round
    st.caption(words.say("workshop.bet.about"))
    if not round_.open:
        asked = {name: visit.asked(name) for name in get_args(Asked)}
        st.radio(words.say("workshop.bet.asked"), list(asked), key="asked", format_func=asked.__getitem__)
        st.button(words.say("workshop.bet.begin"), on_click=lambda: visit.begin_round(st.session_state["asked"]))
        return

    def entered() -> None:
        round_.enter(st.session_state["table"], float(st.session_state["bet"]))

    with st.form("bets", clear_on_submit=True):
        left, right = st.columns(2)
        left.text_input(words.say("workshop.bet.table"), key="table", max_chars=40)
        st.caption(visit.asked(round_.asked))
        right.number_input(words.say(f"workshop.bet.{round_.asked}_value"), key="bet", value=0.0, step=1.0, format="%.0f")
        st.form_submit_button(words.say("workshop.bet.enter"), on_click=entered)
    st.html(looks.listed(words.say("workshop.bet.title"), [words.say("workshop.bet.table")], [(bet.table,) for bet in round_.bets], "0"))
    st.button(words.say("workshop.bet.reveal"), on_click=visit.reveal, type="primary")


def _log(visit: Visit) -> None:
    """Show what decides, and what takes the log away."""
    words = visit.words
    place = words.text(visit.house.model(visit.settings.scenario).calibration_title)
    base = words.text(visit.house.model(visit.house.baseline).title)
    title, about = words.say("workshop.log.title"), words.say("workshop.log.about", place=place, base=base)
    with st.form("decide", clear_on_submit=True):
        st.text_input(words.say("workshop.log.decide_note"), key="note", max_chars=200)
        st.form_submit_button(words.say("workshop.log.decide"), on_click=lambda: visit.decide(st.session_state["note"]))
    left, right = st.columns(2)
    page = lambda: visit.log.page(visit.lang, title, about, words.say)  # noqa: E731
    left.download_button(words.say("workshop.log.page"), page, "log.html", "text/html", on_click="ignore")
    right.download_button(
        words.say("workshop.log.csv"), lambda: "\ufeff" + visit.log.csv(words.say), "log.csv", "text/csv", on_click="ignore"
    )


def _save(visit: Visit) -> None:
    """Show what takes settings and answer away."""
    words, house, settings = visit.words, visit.house, visit.settings
    name = st.text_input(words.say("workshop.save.name"), f"{settings.scenario.replace('+', '-')}-workshop", key="name", max_chars=60)
    if not NAME.fullmatch(name):
        st.warning(words.say("workshop.save.bad_name"))
        return
    one, two, three = st.columns(3)
    names = f"{name}-baseline", name
    one.download_button(words.say("workshop.save.file"), lambda: house.file(settings), f"{name}.yaml", "text/yaml", on_click="ignore")
    two.download_button(
        words.say("workshop.save.baseline"), lambda: house.baseline_file(settings), f"{names[0]}.yaml", "text/yaml", on_click="ignore"
    )

    def report() -> str:
        count = visit.latest.count if visit.latest is not None and visit.of == settings else 0
        return house.report(settings, max(count, 2), visit.lang, names)

    three.download_button(words.say("workshop.save.report"), report, f"{name}.html", "text/html", on_click="ignore")
    st.caption(words.say("workshop.save.about", name=name))
