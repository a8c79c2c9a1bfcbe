"""Questions to a statistics service: asked again when it is busy, and kept for a day."""

from __future__ import annotations

import hashlib
import ipaddress
import json
import time
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

import urllib3

from simcase.declare import cache_folder
from simcase.errors import Issue, RunError, UserError

TRIES: Final = 5
BACK_OFF: Final = 0.5
"""Seconds before the second try; twice as many before each further one, unless the service says when."""
PATIENCE: Final = 60
"""Seconds without an answer, and that the service may ask to wait, at the most."""
KEPT: Final = 86_400.0
"""Seconds that an answer is kept: statistics are revised, but not within a day."""
BUSY: Final = (429, 500, 502, 503, 504)
OK: Final = 200
REFUSED: Final = (401, 403)


def asked(url: str, question: dict[str, Any], *, token: tuple[str, str] | None = None, refresh: bool = False) -> bytes:
    """Return the answer to a question posted as JSON, from the cache where it is fresh.

    `token` is the name of the environment variable and its value, which goes into the header and nowhere else. Raises UserError for a
    token or a question that the service refuses, RunError where it does not answer.
    """
    body = json.dumps(question, ensure_ascii=False, sort_keys=True).encode()
    _safe(url)
    kept = cache_folder() / "answers" / f"{hashlib.sha256(url.encode() + body).hexdigest()}.txt"
    if not refresh and kept.is_file() and time.time() - kept.stat().st_mtime < KEPT:
        return kept.read_bytes()
    answer = _posted(url, body, token)
    if answer.status != OK:
        raise _refusal(url, answer.status, token[0] if token else "")
    _keep(kept, answer.data)
    return answer.data


def _safe(url: str) -> None:
    """Raise UserError for an address to which a token would travel in the open."""
    parts = urlsplit(url)
    if parts.scheme == "https" or (parts.scheme == "http" and _loopback(parts.hostname or "")):
        return
    raise UserError([Issue("", 0, "--url", f"'{parts.scheme}://{parts.hostname}'", "an address that begins with https://")])


def _loopback(host: str) -> bool:
    """Tell whether a host is this machine."""
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _posted(url: str, body: bytes, token: tuple[str, str] | None) -> urllib3.BaseHTTPResponse:
    """Return the service's answer after as many tries as it takes."""
    retries = urllib3.Retry(
        total=TRIES - 1,
        backoff_factor=BACK_OFF,
        status_forcelist=BUSY,
        allowed_methods=None,
        raise_on_status=False,
        redirect=False,
        retry_after_max=PATIENCE,
    )
    headers = {"Content-Type": "application/json; charset=utf-8"} | ({"Authorization": token[1]} if token else {})
    try:
        with urllib3.PoolManager(retries=retries, timeout=PATIENCE) as pool:
            return pool.request("POST", url, body=body, headers=headers, redirect=False)
    except (urllib3.exceptions.HTTPError, ValueError):
        raise RunError(f"{_place(url)} cannot be reached, or does not answer") from None


def _refusal(url: str, status: int, variable: str) -> Exception:
    """Return what is wrong by the status of an answer."""
    place = _place(url)
    if status in REFUSED:
        return UserError([Issue("", 0, variable, f"a token that {place} refuses ({status})", "a valid token")])
    if status in BUSY:
        return RunError(f"{place} is busy or out of order ({status}) after {TRIES} tries; try again later")
    return UserError([Issue("", 0, "", f"a question that {place} refuses ({status})", "a table, an area and periods that it has")])


def _place(url: str) -> str:
    """Return where a question goes, as it is told."""
    parts = urlsplit(url)
    return f"{parts.netloc}{parts.path}"


def _keep(file: Path, answer: bytes) -> None:
    """Keep an answer, if the folder can be written."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        part = file.with_suffix(".part")
        part.write_bytes(answer)
        part.replace(file)
    except OSError:
        return
