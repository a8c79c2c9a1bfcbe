"""A local server that speaks as Jobindsats and StatBank do, from tables made for the test."""

from __future__ import annotations

import itertools
import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

TOKEN = "3f9c-secret-token"  # noqa: S105 - made for the test
LABELS = ["Area", "Periode", "Antal personer", "Antal fuldtidspersoner"]
AREAS = {"000": "Hele landet", "580": "Aabenraa"}
BENEFITS = {"Fleksjob": 1200.0, "Førtidspension": 2800.0, "Nettoledige": 400.0}


@dataclass
class Service:
    """What the server was asked, and how it misbehaves."""

    url: str = ""
    asked: list[tuple[str, dict[str, Any]]] = field(default_factory=list)
    busy: int = 0
    """Answers of 503 that come first."""
    labels: list[str] = field(default_factory=lambda: list(LABELS))
    without: tuple[str, ...] = ()
    """Periods that are missing."""
    raw: str | None = None
    """An answer in place of all others."""
    described: str | None = None
    """What a table is described as in place of what it is."""
    endless: bool = False
    """Whether an answer goes on and on."""
    drip: float = 0.0
    """Seconds between the bytes of an answer, its head included."""


def full_time(table: str, month: str) -> float:
    """Return what is counted of a table in a month."""
    return 100.0 * int(table[1:3]) + int(month[-2:])


def described(service: Service) -> dict[str, Any]:
    """Return what Jobindsats says of a table: its months to June 2025, and its divisions."""
    months = [f"{year}M{month:02d}" for year in range(2015, 2026) for month in range(1, 13)][:-6]
    areas = [{"value_id": f"/{code}/", "value_name": name} for code, name in AREAS.items()]
    return {
        "periods": [
            {"periodtype_id": "Y", "values": [{"period_id": "2019Y"}]},
            {"periodtype_id": "M", "values": [{"period_id": month} for month in months if month not in service.without]},
        ],
        "dimensions": [{"dimension_id": "_omrade", "hierarchies": [{"hierarchy_id": "_nykom", "levels": [{"values": areas}]}]}],
    }


def jobindsats(service: Service, table: str, question: dict[str, list[str]]) -> dict[str, Any]:
    """Return what Jobindsats answers of all municipalities: columns and rows, numbers as texts with decimal commas."""
    assert (question["mgroup.*"], question["hierarchy._nykom"], question["format"]) == (["*"], ["*"], ["json"])
    rows = [
        [area, month, f"{full_time(table, month) * 1.2:.0f}", f"{full_time(table, month):.1f}".replace(".", ",")]
        for area in reversed(AREAS.values())
        for month in question["period.M"][0].split(",")
    ]
    return {"columns": service.labels, "rows": rows}


def statbank(service: Service, body: dict[str, Any]) -> str:
    """Return what StatBank's data function answers: lines with semicolons."""
    variables = {each["code"].upper(): each["values"] for each in body["variables"]}
    assert variables["OMRÅDE"] == ["580"]
    if body["table"] == "FOLK1A":
        ages = ["IALT", *map(str, range(100))]
        counts = {age: 9900 if age == "IALT" else 99 for age in ages if age not in service.without}
        return "OMRÅDE;ALDER;TID;INDHOLD\r\n" + "".join(f"580;{age};{variables['TID'][0]};{n}\r\n" for age, n in counts.items())
    rows = [(name, time, value) for name, value in BENEFITS.items() for time in variables["TID"] if time not in service.without]
    return "OMRÅDE;YDELSESTYPE;TID;INDHOLD\r\n" + "".join(f"Aabenraa;{name};{time};{value:.0f}\r\n" for name, time, value in rows)


def answered(service: Service, path: str, body: dict[str, Any]) -> bytes:
    """Return what a path answers."""
    if service.raw is not None:
        return service.raw.encode()
    if path.endswith("/tableinfo"):
        values = [{"id": code, "text": name} for code, name in AREAS.items()]
        return json.dumps({"id": body["table"], "variables": [{"id": "OMRÅDE", "values": values}]}).encode()
    return statbank(service, body).encode()


def got(service: Service, path: str) -> bytes:
    """Return what Jobindsats answers to a path, which is the whole question."""
    if service.raw is not None and "/data/" in path:
        return service.raw.encode()
    if service.described is not None and "/table/" in path:
        return service.described.encode()
    parts = urlsplit(path)
    *_, kind, table = parts.path.split("/")
    return json.dumps(described(service) if kind == "table" else jobindsats(service, table, parse_qs(parts.query))).encode()


class Handler(BaseHTTPRequestHandler):
    """Answers for the service of its server."""

    service: Service

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.service.asked.append((self.path, body))
        self.answer(lambda: answered(self.service, self.path, body))

    def do_GET(self) -> None:
        self.service.asked.append((self.path, {}))
        self.answer(lambda: got(self.service, self.path), allowed=self.headers.get("Authorization") == f"Bearer {TOKEN}")

    def answer(self, made: Callable[[], bytes], *, allowed: bool = True) -> None:
        """Send what is made, unless the token is wrong or the service is busy."""
        status = 200 if allowed else 401
        if allowed and self.service.busy:
            self.service.busy -= 1
            status = 503
        with suppress(OSError):
            self.sent(status, made() if status == 200 else b"no")

    def sent(self, status: int, answer: bytes) -> None:
        """Send an answer, as fast and as much of it as the service does."""
        for letter in itertools.chain(b"HTTP/1.1 200 OK\r\nX-Slow: ", itertools.repeat(97)) if self.service.drip else ():
            self.wfile.write(bytes([letter]))
            time.sleep(self.service.drip)
            if not self.service.drip:
                return
        self.send_response(status)
        if not self.service.endless:
            self.send_header("Content-Length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)
        while self.service.endless:
            self.wfile.write(b" " * 65536)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def served() -> Iterator[Service]:
    """Run the server for as long as a test."""
    service = Service()
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("Mine", (Handler,), {"service": service}))
    service.url = f"http://127.0.0.1:{server.server_port}/v2"
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    try:
        yield service
    finally:
        service.drip, service.endless = 0.0, False
        server.shutdown()
        server.server_close()
