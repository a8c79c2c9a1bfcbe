"""Who may ask for the page, and what the page may load: a page of another site, or another name of this computer, is answered 403."""

from __future__ import annotations

import ipaddress
import re
import socket
from functools import cache
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

import streamlit
from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from starlette.websockets import WebSocketClose

from simcase.report.policy import hashes
from simcase.workshop.style import LANGUAGES

SCRIPT: Final = re.compile(r"<script>(.*?)</script>", re.DOTALL)
"""A script that stands in a page itself."""


class Guard:
    """What stands before the server: it lets in who asks by a name of this computer, and from a page of its own or from none.

    Streamlit behind it is told no origin: to judge one that it does not know it would ask the internet for this computer's address.
    """

    def __init__(self, app: ASGIApp, host: str) -> None:
        """Stand before a server that listens on a host."""
        self._app = app
        self._names = {"localhost", host.lower(), socket.gethostname().lower()}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or refuse it before anything else has looked at it."""
        answer = self._app
        if scope["type"] != "lifespan":
            if not self._lets_in(Headers(scope=scope)):
                answer = WebSocketClose() if scope["type"] == "websocket" else PlainTextResponse("403", status_code=403)
            scope = {**scope, "headers": [header for header in scope["headers"] if header[0].lower() != b"origin"]}
        await answer(scope, receive, _guarded(send))

    def _lets_in(self, headers: Headers) -> bool:
        """Tell whether a request names this computer, and whether the page that it comes from, if any, is of the same place."""
        host, origins = headers.get("host", ""), headers.getlist("origin")
        return self._known(host) and all(_place(origin) == host.lower() for origin in origins)

    def _known(self, host: str) -> bool:
        """Tell whether a host is a name of this computer or an address, which no foreign name server can turn on this computer."""
        try:
            name = urlsplit(f"//{host}").hostname or ""
        except ValueError:
            return False
        return name in self._names or _is_address(name)


def _place(origin: str) -> str:
    """Return the host and port of an origin, nothing where it has none.

    >>> _place("http://127.0.0.1:8501"), _place("null")
    ('127.0.0.1:8501', '')
    """
    return origin.partition("://")[2].lower()


def _is_address(name: str) -> bool:
    """Tell whether a name is an address.

    >>> _is_address("10.0.0.5"), _is_address("::1"), _is_address("evil.example")
    (True, True, False)
    """
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


def _guarded(send: Send) -> Send:
    """Return what sends an answer with the headers that tell a browser what the page may load, and who may show it."""

    async def sent(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            headers["Content-Security-Policy"] = policy()
            headers["Cross-Origin-Resource-Policy"] = "same-origin"
            headers["Referrer-Policy"] = "no-referrer"
            headers["X-Content-Type-Options"] = "nosniff"
        await send(message)

    return sent


@cache
def policy() -> str:
    """Return what the page may load: its own files, and of scripts that stand in it those known here, letter by letter."""
    page = (Path(streamlit.__file__).parent / "static" / "index.html").read_text(encoding="utf-8")
    scripts = hashes(script for text in (page, *LANGUAGES.values()) for script in SCRIPT.findall(text))
    return (
        f"default-src 'none'; script-src 'self' {scripts}; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; "
        "font-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    )
