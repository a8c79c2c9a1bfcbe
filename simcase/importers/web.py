"""Questions to a statistics service: asked again when it is busy, answered within bounds, and kept for a day once they could be read."""

from __future__ import annotations

import hashlib
import ipaddress
import json
import time
from collections.abc import Callable
from queue import Empty, SimpleQueue
from threading import Thread
from typing import Any, Final, TypeVar
from urllib.parse import SplitResult, urlsplit

import urllib3

from simcase.declare import SEALED, cache_folder, keep, kept
from simcase.errors import Issue, RunError, UserError
from simcase.words import said

TRIES: Final = 5
BACK_OFF: Final = 0.5
"""Seconds before the second try; twice as many before each further one, unless the service says when."""
PATIENCE: Final = 60
"""Seconds without a sign of life, and that the service may ask to wait, at the most."""
LONGEST: Final = 600
"""Seconds that a question may take with all its tries, however slowly the answer drips."""
LARGEST: Final = 20_000_000
"""Bytes of an answer, unpacked: a table of one municipality has a thousandth of them."""
CHUNK: Final = 65_536
KEPT: Final = 86_400.0
"""Seconds that an answer is kept: statistics are revised, but not within a day."""
BUSY: Final = (429, 500, 502, 503, 504)
OK: Final = 200
REFUSED: Final = (401, 403)

T = TypeVar("T")


def fetch(
    url: str, question: dict[str, Any] | None, read: Callable[[bytes], T], *, token: tuple[str, str] | None = None, refresh: bool = False
) -> T:
    """Return what is read out of the answer to a question posted as JSON, or to none beside the address, from the cache where it is fresh.

    `token` is the name of the environment variable and its value, which goes into the header and nowhere else. Raises UserError for a
    token or a question that the service refuses, RunError where it does not answer, and whatever `read` raises; then nothing is kept.
    """
    body = b"" if question is None else json.dumps(question, ensure_ascii=False, sort_keys=True).encode()
    place = _place(url)
    file = cache_folder() / "answers" / f"{hashlib.sha256(url.encode() + body).hexdigest()}{SEALED}"
    fresh = not refresh and file.is_file() and time.time() - file.stat().st_mtime < KEPT
    if fresh and (answer := kept(file)) is not None:
        return read(answer)
    status, answer = _within(lambda: _tried(url, body, token), place)
    if status != OK:
        raise _refusal(place, status, token[0] if token else "")
    if answer.lstrip()[:9].lower().startswith((b"<!doctype", b"<html")):
        raise UserError([Issue(place, 0, "", said("error.service.html"), said("error.service.answer"))])
    found = read(answer)
    keep(file, answer)
    return found


def decode(answer: bytes) -> Any:  # noqa: ANN401 - JSON is anything
    """Return an answer in JSON; raises ValueError for anything else, for numbers that are none, and for what is nested without end."""
    try:
        return json.loads(answer, parse_constant=_no_number)
    except RecursionError:
        raise ValueError from None


def _no_number(name: str) -> None:
    """Refuse what JavaScript calls a number and JSON does not."""
    raise ValueError(name)


def _place(url: str) -> str:
    """Return where a question goes, as it is told: never with a user's name or password.

    Raises UserError for an address that is none, and for one to which a token would travel in the open.
    """
    parts, port = _parts(url)
    host = parts.hostname or ""
    if host and (parts.scheme == "https" or (parts.scheme == "http" and _loopback(host))):
        return f"{host}{port}{parts.path}"
    raise UserError([Issue("", 0, "--url", f"'{parts.scheme}://{host}'", said("error.service.https"))])


def _parts(url: str) -> tuple[SplitResult, str]:
    """Return the parts of an address, and its port as it is written; raises UserError for an address that is none."""
    try:
        parts = urlsplit(url)
        port = f":{parts.port}" if parts.port else ""
    except ValueError:
        raise UserError([Issue("", 0, "--url", said("error.service.no_address"), said("error.service.https"))]) from None
    return parts, port


def _loopback(host: str) -> bool:
    """Tell whether a host is this machine."""
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _within(ask: Callable[[], tuple[int, bytes]], place: str) -> tuple[int, bytes]:
    """Return what asking gives; raises RunError where that takes longer than anybody waits, and asking then ends with the process."""
    answers: SimpleQueue[tuple[int, bytes] | None] = SimpleQueue()

    def run() -> None:
        try:
            answers.put(ask())
        except (urllib3.exceptions.HTTPError, OSError, ValueError):
            answers.put(None)

    Thread(target=run, daemon=True).start()
    try:
        answer = answers.get(timeout=LONGEST)
    except Empty:
        answer = None
    if answer is None:
        raise RunError(said("error.service.no_reach", place=place))
    status, content = answer
    if len(content) > LARGEST:
        raise UserError([Issue(place, 0, "", said("error.service.long_answer", largest=LARGEST // 1_000_000), said("error.service.table"))])
    return status, content


def _tried(url: str, body: bytes, token: tuple[str, str] | None) -> tuple[int, bytes]:
    """Return the status and the content of the service's answer after as many tries as it takes."""
    headers = {"Content-Type": "application/json; charset=utf-8"} | ({"Authorization": token[1]} if token else {})
    with urllib3.PoolManager(timeout=PATIENCE, retries=False, headers=headers) as pool:
        for wait in (BACK_OFF * 2.0**i for i in range(TRIES - 1)):
            try:
                status, content, pause = _once(pool, url, body)
            except urllib3.exceptions.HTTPError:
                time.sleep(wait)
                continue
            if status not in BUSY:
                return status, content
            time.sleep(min(PATIENCE, max(pause, wait)))
        return _once(pool, url, body)[:2]


def _once(pool: urllib3.PoolManager, url: str, body: bytes) -> tuple[int, bytes, float]:
    """Return the status and the content of an answer, and the seconds that it asks to wait."""
    answer = pool.request("POST" if body else "GET", url, body=body or None, preload_content=False, redirect=False)
    try:
        pause = urllib3.Retry().get_retry_after(answer) or 0.0
        return answer.status, _content(answer) if answer.status == OK else b"", pause
    finally:
        answer.close()


def _content(answer: urllib3.BaseHTTPResponse) -> bytes:
    """Return the content of an answer; of one that is too large, so much that it is seen to be."""
    content = bytearray()
    for chunk in answer.stream(CHUNK):
        content += chunk
        if len(content) > LARGEST:
            break
    return bytes(content)


def _refusal(place: str, status: int, variable: str) -> Exception:
    """Return what is wrong by the status of an answer."""
    if status in REFUSED:
        return UserError(
            [Issue("", 0, variable, said("error.service.token_refused", place=place, status=status), said("error.service.valid_token"))]
        )
    if status in BUSY:
        return RunError(said("error.service.busy", place=place, status=status, tries=TRIES))
    return UserError([Issue("", 0, "", said("error.service.question_refused", place=place, status=status), said("error.service.has"))])
