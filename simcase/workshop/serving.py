"""Serve the page: on this computer alone unless told otherwise, telling nobody, behind a guard against other sites."""

from __future__ import annotations

import errno
import gc
import os
import socket
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final

from simcase.errors import why_refused
from simcase.workshop.moves import take_every_move
from simcase.workshop.session import Session
from simcase.workshop.sessions import Sessions

APP: Final = Path(__file__).with_name("app.py")
PORT: Final = 8501

_sessions: list[Sessions] = []
"""The sessions of this process."""


def is_installed() -> bool:
    """Tell whether the extra is installed that the page needs."""
    return find_spec("streamlit") is not None


def session(name: str | None) -> Session:
    """Return the session of a name, or a new one."""
    return _sessions[0].at(name)


def in_the_way(host: str, port: int) -> str | None:
    """Tell why nothing can be served at an address, None where it can."""
    try:
        places = {(family, place) for family, _, _, _, place in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)}
    except OSError as error:
        return why_refused(error)
    errors = [found for family, place in places if (found := _refusal(family, place)) is not None]
    taken = [error for error in errors if error.errno == errno.EADDRINUSE]
    if taken or len(errors) == len(places):  # a kind of address that this computer lacks is passed over
        return why_refused((taken or errors)[0])
    return None


def _refusal(family: int, place: tuple[Any, ...]) -> OSError | None:
    """Return the error that serving at a place gives."""
    try:
        with socket.socket(family, socket.SOCK_STREAM) as knock:
            if os.name != "nt":  # where it would let two serve at once
                knock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            knock.bind(place)
    except OSError as error:
        return error
    return None


def settings(host: str, port: int) -> dict[str, str | int | bool]:
    """Return what Streamlit is told: where to serve, no telemetry, no menu, no watching of files."""
    return {
        "server.address": host,
        "server.port": port,
        "server.headless": True,
        "server.fileWatcherType": "none",
        "server.enableCORS": True,
        "server.enableXsrfProtection": True,
        "browser.gatherUsageStats": False,
        "browser.serverAddress": host,
        "runner.fastReruns": False,
        "client.toolbarMode": "minimal",
        "client.showErrorDetails": "none",
        "logger.level": "warning",
        "logger.hideWelcomeMessage": True,
        "theme.base": "light",
        "theme.primaryColor": "#0072B2",
        "theme.textColor": "#262626",
    }


def serve(sessions: Sessions, host: str, port: int) -> None:
    """Serve the page until it is stopped, which an interrupt does."""
    from starlette.middleware import Middleware  # noqa: PLC0415 - comes with the extra
    from streamlit.starlette import App  # noqa: PLC0415 - an extra

    from simcase.workshop.guard import Guard  # noqa: PLC0415 - needs the extra

    take_every_move()
    _sessions[:] = [sessions]
    gc.collect()
    gc.freeze()  # Streamlit collects garbage after each move; what is loaded by now stays anyway
    with suppress(KeyboardInterrupt):
        App(APP, middleware=[Middleware(Guard, host=host)]).run(config=settings(host, port))
