"""What can be moved: widgets that show what is set and tell the session what was moved."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final, Literal

import streamlit as st

from simcase.present.charts import CHARTS
from simcase.words import Words
from simcase.workshop import looks
from simcase.workshop.settings import Knob, Settings
from simcase.workshop.visit import LIVE, MOST_SLIDERS, Visit

NONE: Final = "none"
"""The business cycle as it was."""
HELPED: Final = {"strength", "delay", "cost"}
"""Levers that say what they do."""


def held(key: str, value: Any) -> str:  # noqa: ANN401 - whatever a widget holds
    """Let a widget show a value, whoever set it, and return the widget's key."""
    st.session_state[key] = value
    return key


def slider(visit: Visit, knob: Knob, *, named: bool = False) -> None:
    """Show a lever; a move sets it."""
    key = held(f"{visit.settings.scenario}/{knob.key}", visit.settings.at(knob))

    def moved() -> None:
        visit.history.set(visit.settings.turned(knob, int(st.session_state[key])))

    if named:
        st.html(looks.named(visit.named(knob)))
    shown: Literal["visible", "collapsed"] = "collapsed" if named else "visible"
    about = visit.words.say(f"workshop.help.{knob.kind}") if knob.kind in HELPED else None
    st.slider(visit.called(knob), knob.least, knob.most, step=knob.step, key=key, on_change=moved, help=about, label_visibility=shown)


def choices(visit: Visit) -> None:
    """Show the scenario, the business cycle and the end of the run."""
    house, words = visit.house, visit.words

    def scenario() -> None:
        visit.initiative, visit.sliders = None, ()
        visit.history.set(Settings(st.session_state["scenario"], visit.settings.cycle))

    held("scenario", visit.settings.scenario)
    titles = {name: words.text(house.model(name).title) for name in house.choices}
    st.selectbox(words.say("workshop.scenario"), house.choices, key="scenario", format_func=titles.__getitem__, on_change=scenario)
    cycles = [NONE, *house.cycles()]

    def cycle() -> None:
        chosen = st.session_state["cycle"]
        visit.history.set(replace(visit.settings, cycle=None if chosen == NONE else chosen))

    if len(cycles) > 1:
        held("cycle", visit.settings.cycle or NONE)
        said = {name: words.say(f"workshop.cycle.{name}") for name in cycles}
        st.selectbox(words.say("workshop.cycle"), cycles, key="cycle", format_func=said.__getitem__, on_change=cycle)
    horizon(visit)


def horizon(visit: Visit) -> None:
    """Show the end of the run."""
    own = visit.house.model(visit.settings.scenario).end

    def moved() -> None:
        end = st.session_state["end"]
        visit.history.set(replace(visit.settings, end=None if end == own else end))

    held("end", visit.settings.end or own)
    words = visit.words
    ends = visit.house.ends(visit.settings)
    st.selectbox(words.say("workshop.end"), ends, key="end", format_func=words.date, on_change=moved)


def initiative(visit: Visit) -> None:
    """Show one initiative, or pool of staff, with its levers."""
    words, groups = visit.words, visit.groups()
    if not groups:
        st.caption(words.say("workshop.no_levers"))
        return

    def chosen() -> None:
        visit.initiative = st.session_state["initiative"]

    now = visit.initiative if visit.initiative in groups else groups[0]
    model, labels = visit.house.model(visit.settings.scenario), visit.labels()
    pools = {pool.id: words.text(pool.label) for pool in model.staff}
    held("initiative", now)
    st.selectbox(
        words.say("workshop.initiative"),
        groups,
        key="initiative",
        format_func=lambda name: pools.get(name) or labels.initiative(name),
        on_change=chosen,
    )
    for knob in visit.knobs():
        if knob.of == now:
            slider(visit, knob)


def buttons(visit: Visit) -> None:
    """Show what takes moves back."""
    words = visit.words
    left, right = st.columns(2)
    left.button(words.say("workshop.undo"), on_click=visit.history.undo, disabled=not visit.history.undoable, width="stretch")
    bare = Settings(visit.settings.scenario)
    right.button(words.say("workshop.reset"), on_click=visit.history.set, args=(bare,), disabled=visit.settings == bare, width="stretch")


def presentation(visit: Visit) -> None:
    """Show the language and what a presentation shows."""
    words = visit.words

    def language() -> None:
        visit.lang = st.session_state["lang"] or visit.lang

    def sliders() -> None:
        visit.sliders = tuple(st.session_state["sliders"])

    held("lang", visit.lang)
    said = {lang: words.say(f"workshop.lang.{lang}") for lang in ("da", "en")}
    st.radio(words.say("workshop.language"), list(said), key="lang", format_func=said.__getitem__, on_change=language, horizontal=True)
    every = {knob.key: visit.named(knob) for knob in visit.knobs()}
    if every:
        held("sliders", [knob.key for knob in visit.shown()])
        st.multiselect(
            words.say("workshop.sliders"),
            list(every),
            key="sliders",
            format_func=every.__getitem__,
            max_selections=MOST_SLIDERS,
            placeholder=words.say("workshop.choose"),
            on_change=sliders,
        )


def view(visit: Visit) -> None:
    """Show which chart is looked at, and whether on a large screen."""
    words: Words = visit.words

    def chart() -> None:
        visit.chart = CHARTS[st.session_state["chart"]]

    def presenting() -> None:
        visit.presenting = bool(st.session_state["presenting"])

    left, right = st.columns([4, 1], vertical_alignment="bottom")
    held("chart", visit.chart.id)
    said = {each.id: words.say(f"chart.{each.name}.short") for each in LIVE}
    left.selectbox(words.say("workshop.chart"), list(said), key="chart", format_func=said.__getitem__, on_change=chart)
    held("presenting", visit.presenting)
    right.toggle(words.say("workshop.present"), key="presenting", on_change=presenting)
