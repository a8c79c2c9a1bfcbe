"""Whatever is clicked and typed counts, also while the page is drawn anew."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any, cast

import pytest

from simcase.workshop import controls, moves, page
from simcase.workshop.bets import Bet
from simcase.workshop.session import new_session
from simcase.workshop.shared_state import SharedState

pytest.importorskip("streamlit", reason='streamlit is not installed: pip install "simcase[workshop]"')


class Written(dict[str, Any]):
    """A state that notes what is written to it."""

    def __init__(self) -> None:
        super().__init__()
        self.written: list[tuple[str, Any]] = []

    def __setitem__(self, key: str, value: Any) -> None:  # noqa: ANN401 - whatever a widget holds
        self.written.append((key, value))
        super().__setitem__(key, value)


@pytest.fixture
def look(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Let every move be taken until the test has ended; return how Streamlit looks for what came since: there is always something."""
    from streamlit.runtime.scriptrunner.script_runner import ScriptRunner  # noqa: PLC0415 - an extra
    from streamlit.runtime.scriptrunner_utils import script_requests  # noqa: PLC0415 - as above
    from streamlit.runtime.state import SafeSessionState  # noqa: PLC0415 - as above

    def interrupted(_runner: object) -> None:
        raise InterruptedError

    monkeypatch.setattr(SafeSessionState, "on_script_will_rerun", SafeSessionState.on_script_will_rerun)
    monkeypatch.setattr(ScriptRunner, "_maybe_handle_execution_control_request", interrupted)
    monkeypatch.setattr(script_requests, "_coalesce_widget_states", script_requests._coalesce_widget_states)
    moves.take_every_move()
    return lambda: ScriptRunner._maybe_handle_execution_control_request(cast("ScriptRunner", None))


def test_a_click_is_taken_to_its_end_though_the_next_move_is_there_already(look: Callable[[], None]) -> None:
    from streamlit.runtime.state import SafeSessionState  # noqa: PLC0415 - an extra

    taken: list[str] = []

    def pinned(_said: object, **_more: object) -> None:
        look()  # as a callback does that reads a widget
        taken.append("pin")

    SafeSessionState(cast("Any", SimpleNamespace(on_script_will_rerun=pinned)), look).on_script_will_rerun(None)
    assert taken == ["pin"]
    with pytest.raises(InterruptedError):
        look()


@pytest.mark.usefixtures("look")
def test_clicks_that_wait_are_taken_one_by_one_with_what_was_set_and_typed_at_each() -> None:
    from streamlit.proto.WidgetStates_pb2 import WidgetState, WidgetStates  # noqa: PLC0415 - an extra
    from streamlit.runtime.scriptrunner_utils.script_requests import RerunData, ScriptRequests  # noqa: PLC0415 - as above
    from streamlit.runtime.state import SafeSessionState  # noqa: PLC0415 - as above

    taken: list[tuple[int, str, list[str]]] = []

    def take(states: Any, **_more: Any) -> None:  # noqa: ANN401 - Streamlit's own
        at = {widget.id: widget for widget in states.widgets}
        taken.append((at["slider"].int_value, at["table"].string_value, [name for name in ("pin", "enter") if name in at]))

    requests = ScriptRequests()
    said = ((90, "", ""), (80, "", ""), (80, "", "pin"), (70, "", ""), (70, "1", "enter"), (70, "2", "enter"), (70, "", ""), (60, "", ""))
    for slider, table, clicked in said:
        widgets = [WidgetState(id="slider", int_value=slider), WidgetState(id="table", string_value=table)]
        clicks = [WidgetState(id=clicked, trigger_value=True)] if clicked else []
        assert requests.request_rerun(RerunData(widget_states=WidgetStates(widgets=[*widgets, *clicks])))
    assert requests.request_rerun(RerunData()), "a window that is drawn anew says nothing"
    waiting = requests.on_scriptrunner_ready().rerun_data.widget_states
    assert waiting is not None
    assert [widget.id for widget in waiting.widgets] == ["slider", "table"]
    SafeSessionState(SimpleNamespace(on_script_will_rerun=take), lambda: None).on_script_will_rerun(waiting)  # type: ignore[arg-type]
    assert taken == [(80, "", ["pin"]), (70, "1", ["enter"]), (70, "2", ["enter"]), (60, "", [])]


def test_a_second_click_does_nothing_a_second_time(shared: SharedState, monkeypatch: pytest.MonkeyPatch) -> None:
    session = new_session(shared)
    for _ in range(2):
        session.pin()
    for note in ("det gør vi", "", "og det", ""):
        session.decide(note)
    assert [(entry.what, entry.note) for entry in session.log.entries] == [("pinned", ""), ("decided", "det gør vi"), ("decided", "og det")]
    session.begin_round("persons")
    state: dict[str, Any] = {"table": "2", "bet": "-50"}
    monkeypatch.setattr(page, "st", SimpleNamespace(session_state=state))
    page._enter(session)
    said = state["entered"]
    state.update(table="", bet="")
    page._enter(session)
    assert (state["entered"], session.round.bets) == (said, [Bet("Table 2", -50.0)])


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
