"""The guard of the live page: asked by name, by address, from its own page and from others, and what it tells a browser to load."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

pytest.importorskip("streamlit", reason='streamlit is not installed: pip install "simcase[workshop]"')

from simcase.workshop.guard import Guard, policy
from simcase.workshop.style import LANGUAGES

PLACE = "127.0.0.1:8501"


def asked(host: str | None, origin: str | None = None, kind: str = "http", served: str = "127.0.0.1") -> tuple[int, dict[str, str]]:
    """Return the status and the headers of an answer; 101 stands for a socket that is let in, 403 for one that is not."""
    sent: list[dict[str, Any]] = []

    async def inside(scope: Any, _receive: object, send: Any) -> None:  # noqa: ANN401 - as servers have it
        assert "origin" not in {name.decode() for name, _ in scope["headers"]}, "Streamlit would look up an address to judge it"
        if kind == "http":
            await send({"type": "http.response.start", "status": 200, "headers": []})
        else:
            await send({"type": "websocket.accept"})

    async def send(message: dict[str, Any]) -> None:
        sent.append(message)

    named = {b"host": host, b"origin": origin}
    headers = [(name, value.encode()) for name, value in named.items() if value is not None]
    answered = Guard(inside, served)({"type": kind, "headers": headers}, None, send)  # type: ignore[arg-type]
    with ThreadPoolExecutor(1) as apart:  # where a browser was in this process, its loop goes on
        apart.submit(asyncio.run, answered).result()
    status = {"websocket.accept": 101, "websocket.close": 403}.get(sent[0]["type"]) or sent[0]["status"]
    return status, {name.decode(): value.decode() for name, value in sent[0].get("headers", [])}


@pytest.mark.parametrize("host", [PLACE, "localhost:8501", "LOCALHOST:8501", "[::1]:8501", "10.0.0.5:8501", "127.0.0.1"])
@pytest.mark.parametrize("kind", ["http", "websocket"])
def test_it_lets_in_who_asks_by_an_address_or_a_name_of_this_computer(host: str, kind: str) -> None:
    for origin in (None, f"http://{host}"):
        assert asked(host, origin, kind)[0] == (200 if kind == "http" else 101)


@pytest.mark.parametrize(
    ("host", "origin"),
    [
        ("evil.example", None),
        ("evil.example:8501", "http://evil.example:8501"),
        ("127.0.0.1.evil.example", None),
        ("[::1", None),
        ("", None),
        (None, None),
        ("evil@127.0.0.1.evil", None),
        (PLACE, "http://evil.example"),
        (PLACE, "http://127.0.0.1:9"),
        (PLACE, f"http://{PLACE}.evil.example"),
        (PLACE, f"http://evil@{PLACE}"),
        (PLACE, "null"),
        (PLACE, ""),
    ],
)
@pytest.mark.parametrize("kind", ["http", "websocket"])
def test_another_host_and_another_origin_are_refused(host: str | None, origin: str | None, kind: str) -> None:
    status, headers = asked(host, origin, kind)
    assert status == 403
    assert kind == "websocket" or headers["cross-origin-resource-policy"] == "same-origin"


def test_the_name_that_it_is_served_by_is_let_in() -> None:
    assert asked("hall.town.example:8501", None, served="Hall.town.example")[0] == 200


def test_no_script_of_a_page_itself_runs_but_those_that_are_known() -> None:
    headers = asked(PLACE)[1]
    assert headers["content-security-policy"] == policy()
    parts = {name: rest for name, _, rest in (part.strip().partition(" ") for part in policy().split(";"))}
    assert parts["default-src"] == parts["base-uri"] == parts["frame-ancestors"] == "'none'"
    assert parts["connect-src"] == "'self'"
    assert "unsafe" not in parts["script-src"]
    assert parts["script-src"].count("'sha256-") == 1 + len(LANGUAGES)
