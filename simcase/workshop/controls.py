"""What can be moved: widgets that show what is set and tell the session what was moved."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any, Final, Literal

import streamlit as st

from simcase.money import price_of
from simcase.present.charts import CHARTS
from simcase.study.levers import Lever
from simcase.words import Words
from simcase.workshop import style
from simcase.workshop.session import LIVE, MOST_SLIDERS, Session
from simcase.workshop.settings import Settings, paid_by

NONE: Final = "none"
"""The business cycle as it was."""
KEYS: Final = "keys"
"""Under what a window keeps the number and the key of each widget that it shows now, and the value that it knows of."""
HELPED: Final = {"strength", "delay", "cost"}
"""Levers that say what they do."""


def bind(session: Session, name: str, value: Any) -> str:  # noqa: ANN401 - whatever a widget holds
    """Let a widget show a value, whoever set it, and return the widget's key, which is another one in another language.

    What it shows already is not told again: that would come late, and take away what was typed since. Where somebody else has set another
    value than this window knew, the widget is a new one: what a browser says of the old one, before it knows, is told apart by its key.
    """
    keys: dict[str, tuple[int, str, Any]] = st.session_state.setdefault(KEYS, {})
    whole = f"{name}/{session.lang}"
    number, key, known = keys.get(whole, (0, f"{whole}/0", value))
    if value not in (known, st.session_state.get(key, value)):
        number, key = number + 1, f"{whole}/{number + 1}"
    keys[whole] = number, key, value
    if key not in st.session_state:
        st.session_state[key] = value
    return key


def by_hand(key: str, moved: Callable[[], None]) -> Callable[[], None]:
    """Return what is done when a widget is moved, unless another one has taken its place meanwhile.

    A move that Streamlit has put into the widget's state without telling of it is taken at once.
    """
    name = key.rpartition("/")[0]

    def done() -> None:
        number, now, _ = st.session_state[KEYS][name]
        if now == key:
            moved()
            st.session_state[KEYS][name] = number, key, st.session_state[key]

    if st.session_state[key] != st.session_state[KEYS][name][2]:
        done()
    return done


def slider(session: Session, lever: Lever, *, named: bool = False) -> None:
    """Show a lever; a move sets it."""
    key = bind(session, f"{session.settings.scenario}/{lever.key}/{lever.least}-{lever.most}", session.settings.at(lever))

    def moved() -> None:
        session.history.set(session.settings.with_lever(lever, int(st.session_state[key])))

    if named:
        st.html(style.lever_name(session.named(lever)))
    shown: Literal["visible", "collapsed"] = "collapsed" if named else "visible"
    about = session.words.say(f"workshop.help.{lever.kind}") if lever.kind in HELPED else None
    st.slider(
        session.called(lever),
        lever.least,
        lever.most,
        step=lever.step,
        key=key,
        on_change=by_hand(key, moved),
        help=about,
        label_visibility=shown,
    )
    if not named and (said := price(session, lever)):
        st.html(style.aside(said))


def price(session: Session, lever: Lever) -> str:
    """Return what a lever costs to move, where it changes how much there is of an initiative: nothing for another lever."""
    model, words = session.model(), session.words
    each = next((one for one in model.initiatives if one.id == lever.of), None)
    if each is None or paid_by(each) != lever.kind:
        return ""
    stated = price_of(model, each)
    if stated is None:
        return words.say("workshop.price.none")
    for way, kroner in (("place", stated.kroner_per_place), ("start", stated.kroner_per_start)):
        if kroner is not None:
            return words.say(f"workshop.price.{way}", kroner=words.number(kroner))
    return words.say("workshop.price.yearly", each=words.say(f"workshop.price.each.{lever.kind}"))


def choices(session: Session) -> None:
    """Show the scenario, the business cycle and the end of the run."""
    shared, words = session.shared, session.words

    def scenario() -> None:
        session.initiative, session.sliders = None, ()
        session.history.set(Settings(st.session_state[key], session.settings.cycle))

    key = bind(session, "scenario", session.settings.scenario)
    titles = {name: words.text(shared.model(name).title) for name in shared.choices}
    st.selectbox(words.say("workshop.scenario"), shared.choices, key=key, format_func=titles.__getitem__, on_change=by_hand(key, scenario))
    cycle(session)
    horizon(session)


def cycle(session: Session) -> None:
    """Show the business cycle, where there is one to choose."""
    words, cycles = session.words, [NONE, *session.shared.cycles()]
    if len(cycles) == 1:
        return

    def moved() -> None:
        chosen = st.session_state[key]
        session.history.set(replace(session.settings, cycle=None if chosen == NONE else chosen))

    key = bind(session, "cycle", session.settings.cycle or NONE)
    said = {name: words.say(f"workshop.cycle.{name}") for name in cycles}
    st.selectbox(words.say("workshop.cycle"), cycles, key=key, format_func=said.__getitem__, on_change=by_hand(key, moved))


def horizon(session: Session) -> None:
    """Show the end of the run."""
    own = session.shared.model(session.settings.scenario).end

    def moved() -> None:
        end = st.session_state[key]
        session.history.set(replace(session.settings, end=None if end == own else end))

    key = bind(session, "end", session.settings.end or own)
    words = session.words
    ends = session.shared.ends(session.settings)
    st.selectbox(words.say("workshop.end"), ends, key=key, format_func=words.date, on_change=by_hand(key, moved))


def initiative(session: Session) -> None:
    """Show one initiative, or pool of staff, with its levers."""
    words, groups = session.words, session.groups()
    if not groups:
        st.caption(words.say("workshop.no_levers"))
        return

    def chosen() -> None:
        session.initiative = st.session_state[key]

    now = session.initiative if session.initiative in groups else groups[0]
    model, labels = session.shared.model(session.settings.scenario), session.labels()
    pools = {pool.id: words.text(pool.label) for pool in model.staff}
    key = bind(session, "initiative", now)
    st.selectbox(
        words.say("workshop.initiative"),
        groups,
        key=key,
        format_func=lambda name: pools.get(name) or labels.initiative(name),
        on_change=by_hand(key, chosen),
    )
    for lever in session.levers():
        if lever.of == now:
            slider(session, lever)


def buttons(session: Session) -> None:
    """Show what takes moves back."""
    words = session.words
    left, right = st.columns(2)
    left.button(words.say("workshop.undo"), on_click=session.history.undo, disabled=not session.history.undoable, width="stretch")
    bare = Settings(session.settings.scenario)
    as_is = session.settings == bare
    right.button(words.say("workshop.reset"), on_click=session.history.set, args=(bare,), disabled=as_is, width="stretch")


def presentation(session: Session) -> None:
    """Show the language and what a presentation shows."""
    words = session.words

    def chosen() -> None:
        session.lang = st.session_state[key] or session.lang

    key = bind(session, "lang", session.lang)
    said = {lang: words.say(f"workshop.lang.{lang}") for lang in ("da", "en")}
    st.radio(
        words.say("workshop.language"), list(said), key=key, format_func=said.__getitem__, on_change=by_hand(key, chosen), horizontal=True
    )
    sliders(session)


def sliders(session: Session) -> None:
    """Show which sliders a presentation has."""
    words, every = session.words, {lever.key: session.named(lever) for lever in session.levers()}
    if not every:
        return

    def chosen() -> None:
        session.sliders = tuple(st.session_state[key])

    key = bind(session, "sliders", [lever.key for lever in session.shown()])
    st.multiselect(
        words.say("workshop.sliders"),
        list(every),
        key=key,
        format_func=every.__getitem__,
        max_selections=MOST_SLIDERS,
        placeholder=words.say("workshop.choose"),
        on_change=by_hand(key, chosen),
    )


def view(session: Session) -> None:
    """Show which chart is looked at."""
    words: Words = session.words

    def chart() -> None:
        session.chart = CHARTS[st.session_state[key]]

    key = bind(session, "chart", session.chart.id)
    said = {each.id: words.say(f"chart.{each.name}.short") for each in LIVE}
    st.selectbox(words.say("workshop.chart"), list(said), key=key, format_func=said.__getitem__, on_change=by_hand(key, chart))


def listing(session: Session) -> None:
    """Show whether the figures of the chart stand beneath it."""

    def turned() -> None:
        session.listing = bool(st.session_state[key])

    key = bind(session, "listing", session.listing)
    st.toggle(session.words.say("workshop.figures"), key=key, on_change=by_hand(key, turned))


def big_screen(session: Session) -> None:
    """Show the ways to the big screen: in this window, and in one of its own that keeps in step."""
    words = session.words
    st.button(words.say("workshop.present"), on_click=_turn_to, args=("screen",), width="stretch")
    st.link_button(words.say("workshop.present.apart"), f"?session={session.name}&view=screen", width="stretch")
    st.caption(words.say("workshop.present.about"))


def back(session: Session) -> None:
    """Show the way back from the big screen."""
    st.button(session.words.say("workshop.back"), on_click=_turn_to, args=("",), width="stretch")


def _turn_to(view: str) -> None:
    """Let the window show something else."""
    if view:
        st.query_params["view"] = view
    else:
        st.query_params.pop("view", None)
