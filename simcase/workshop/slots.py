"""Places of an answer on the page, in each of which stays what stood there until the next comes, so that nothing jumps."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

import streamlit as st

HELD: Final = "held"
"""Under what a window keeps what stands in its places."""


class Slot:
    """A place on the page."""

    def __init__(self, name: str, where: Any = st) -> None:  # noqa: ANN401 - Streamlit, or a part of its page
        """Show what a window showed last in the place of this name."""
        self._name = name
        box = where.container(key=name)
        held = _held().get(name)
        self._place = box.empty() if held is None else held(box)

    def html(self, text: str) -> None:
        """Show HTML."""
        self._show(lambda place: place.html(text))

    def info(self, text: str) -> None:
        """Show a remark."""
        self._show(lambda place: place.info(text))

    def vega_lite_chart(self, spec: dict[str, Any]) -> None:
        """Show a chart."""
        self._show(lambda place: place.vega_lite_chart(spec=spec, theme=None, width="content"))

    def clear(self) -> None:
        """Show nothing."""
        self._show(lambda place: place.empty())

    def _show(self, draw: Callable[[Any], Any]) -> None:
        """Show something in place of what stands here, and keep it."""
        _held()[self._name] = draw
        draw(self._place)


def forget() -> None:
    """Let nothing stay that the window showed."""
    _held().clear()


def stands(part: str) -> bool:
    """Tell whether anything stands in a place whose name begins so."""
    return any(name.startswith(part) for name in _held())


def _held() -> dict[str, Callable[[Any], Any]]:
    """Return what stands in the places of the window."""
    held: dict[str, Callable[[Any], Any]] = st.session_state.setdefault(HELD, {})
    return held
