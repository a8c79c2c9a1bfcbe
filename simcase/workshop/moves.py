"""Moves reach the page one after another: every click with what was set and typed when it was made."""

from __future__ import annotations

from contextvars import ContextVar
from typing import TYPE_CHECKING, Any, Final, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from streamlit.proto.WidgetStates_pb2 import WidgetState, WidgetStates


class Waiting(NamedTuple):
    """What a browser said of its widgets while the page could not listen, the first one first; each but the last one with a click."""

    moves: tuple[WidgetStates, ...]

    @property
    def widgets(self) -> list[WidgetState]:
        """Return what was said last of each widget."""
        return list(self.moves[-1].widgets)


Said: TypeAlias = "WidgetStates | Waiting | None"
"""What a browser said of its widgets, at one time or at more than one."""
_taking: Final = ContextVar("_taking", default=False)
"""Whether moves are taken just now."""


def take_every_move() -> None:
    """Let Streamlit take each click that waits with the widgets as they stood at it, all of it before it looks for what came since.

    Left alone it would join those that wait to one, with the widgets as they stand at the last of them; and it looks for the next one
    whenever a callback reads a widget, and gives the callback up where there is one.
    """
    from streamlit.runtime.scriptrunner.script_runner import ScriptRunner  # noqa: PLC0415 - an extra
    from streamlit.runtime.scriptrunner_utils import script_requests  # noqa: PLC0415 - an extra
    from streamlit.runtime.state.safe_session_state import SafeSessionState  # noqa: PLC0415 - an extra

    take, look = SafeSessionState.on_script_will_rerun, ScriptRunner._maybe_handle_execution_control_request  # noqa: SLF001 - Streamlit's own

    def taken(state: Any, said: Said, **more: Any) -> None:  # noqa: ANN401 - Streamlit's own
        *earlier, last = _moves(said) or (None,)
        now = _taking.set(True)
        try:
            for move in earlier:
                take(state, move)
            take(state, last, **more)
        finally:
            _taking.reset(now)

    def looked(runner: Any) -> None:  # noqa: ANN401 - Streamlit's own
        if not _taking.get():
            look(runner)

    setattr(SafeSessionState, "on_script_will_rerun", taken)  # noqa: B010 - a method is not assigned to
    setattr(ScriptRunner, "_maybe_handle_execution_control_request", looked)  # noqa: B010 - as above
    setattr(script_requests, "_coalesce_widget_states", _one_after_another)  # noqa: B010 - as above


def _one_after_another(before: Said, said: Said) -> Said:
    """Return what waits once a browser has said more: a move without a click is told by what was said later."""
    clicked = [move for move in _moves(before) if any(_is_click(widget) for widget in move.widgets)]
    return Waiting((*clicked, *_moves(said))) if clicked and said is not None else said or before


def _moves(said: Said) -> tuple[WidgetStates, ...]:
    """Return what was said, time by time."""
    return said.moves if isinstance(said, Waiting) else () if said is None else (said,)


def _is_click(widget: WidgetState) -> bool:
    """Tell whether a widget was clicked just now; what else it can say of itself it goes on saying."""
    return widget.WhichOneof("value") == "trigger_value" and widget.trigger_value
