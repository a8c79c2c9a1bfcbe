"""Whatever is clicked and typed counts, also while the page is drawn anew."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest

from simcase.workshop import controls, serving

pytest.importorskip("streamlit", reason='streamlit is not installed: pip install "simcase[workshop]"')


class Written(dict[str, Any]):
    """A state that notes what is written to it."""

    def __init__(self) -> None:
        super().__init__()
        self.written: list[tuple[str, Any]] = []

    def __setitem__(self, key: str, value: Any) -> None:  # noqa: ANN401 - whatever a widget holds
        self.written.append((key, value))
        super().__setitem__(key, value)


def test_a_click_is_taken_though_the_next_move_is_there_already(monkeypatch: pytest.MonkeyPatch) -> None:
    from streamlit.proto.WidgetStates_pb2 import WidgetState, WidgetStates  # noqa: PLC0415 - an extra
    from streamlit.runtime.state import SafeSessionState, SessionState  # noqa: PLC0415 - as above

    def interrupted() -> None:
        raise InterruptedError

    monkeypatch.setattr(SafeSessionState, "on_script_will_rerun", SafeSessionState.on_script_will_rerun)
    serving.take_clicks()
    state = SessionState()
    SafeSessionState(state, interrupted).on_script_will_rerun(WidgetStates(widgets=[WidgetState(id="pin", trigger_value=True)]))
    assert "pin" in state._new_widget_state.states


def test_a_widget_is_told_what_it_does_not_show_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = Written()
    monkeypatch.setattr(controls, "st", SimpleNamespace(session_state=shown))
    session: Any = SimpleNamespace(lang="da")
    for value in (90, 90, 80, 80):
        key = controls.bind(session, "strength", value)
    assert [value for _, value in shown.written] == [90, 80]
    session.lang = "en"
    assert controls.bind(session, "strength", 80) != key, "where its words change it is another widget"


def test_a_window_that_does_not_know_yet_takes_no_move_back(monkeypatch: pytest.MonkeyPatch) -> None:
    state: dict[str, Any] = {}
    monkeypatch.setattr(controls, "st", SimpleNamespace(session_state=state))
    session: Any = SimpleNamespace(lang="da", strength=90)

    def shown() -> tuple[str, Callable[[], None]]:
        key = controls.bind(session, "strength", session.strength)
        return key, controls.by_hand(key, lambda: setattr(session, "strength", state[key]))

    old, moved = shown()
    session.strength = 70  # in another window
    new, moved_since = shown()
    assert (state[new], new != old) == (70, True)
    moved()  # the browser says what it showed before it heard of that
    assert session.strength == 70
    state[new] = 90
    moved_since()
    assert session.strength == 90, "somebody moves it back"
    assert shown()[0] == new, "and has the widget still"


def test_a_move_that_was_not_told_is_taken_and_keeps_its_widget(monkeypatch: pytest.MonkeyPatch) -> None:
    state: dict[str, Any] = {}
    monkeypatch.setattr(controls, "st", SimpleNamespace(session_state=state))
    session: Any = SimpleNamespace(lang="da", strength=100)

    def shown() -> str:
        key = controls.bind(session, "strength", session.strength)
        controls.by_hand(key, lambda: setattr(session, "strength", state[key]))
        return key

    key = shown()
    for typed in (90, 80):
        state[key] = typed  # by the browser, without a callback
        assert (shown(), session.strength) == (key, typed)
        assert shown() == key
