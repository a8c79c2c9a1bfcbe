"""Sessions by name: one object for all windows that have the name in their address, and one file from which it comes back."""

from __future__ import annotations

import errno
import json
import os
import re
import secrets
import threading
from collections import OrderedDict
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple
from weakref import WeakValueDictionary

from pydantic import TypeAdapter

from simcase.errors import UserError, looks_like_cpr, why_refused
from simcase.present.charts import CHARTS
from simcase.vocabulary import document_of, write_whole
from simcase.workshop.bets import Round
from simcase.workshop.log import Entry, Log
from simcase.workshop.session import LIVE, Facing, Session, new_session
from simcase.workshop.settings import History, Settings, levers_of
from simcase.workshop.shared_state import SharedState

FOLDER: Final = "workshop"
"""Where sessions are kept among the results."""
NAME: Final = re.compile(r"(?!(?:con|prn|aux|nul|com\d|lpt\d)\Z)[a-z0-9][a-z0-9-]{0,59}")
"""What a session may be called: a file is called so, which Windows takes for a device where it has the name of one."""
MOST: Final = 16
"""Sessions that stay at hand though no window has them; of more, those in which nothing happened go first, then those that have files."""
MOST_BYTES: Final = 10_000_000
"""What a file of a session may hold."""


class Origin(NamedTuple):
    """What a page was started with, on which the figures in its log depend."""

    calibration: str
    fit: str | None
    baseline: str
    seed: int


@dataclass(frozen=True, slots=True)
class Saved:
    """A session as it is kept: whatever was set, pinned, bet, tried and decided; runs are not, since they can be simulated again."""

    origin: Origin
    lang: str
    chart: str
    facing: Facing
    initiative: str | None
    sliders: tuple[str, ...]
    past: tuple[Settings, ...]
    pinned: tuple[Settings, ...]
    before: Settings | None
    revealed: Settings | None
    round: Round
    log: tuple[Entry, ...]


class Sessions:
    """The sessions of a page; each change of one is on the disk before it is shown."""

    def __init__(self, shared: SharedState) -> None:
        """Keep sessions in the folder of results."""
        self._shared = shared
        self._folder = shared.request.results / FOLDER
        self._recent: OrderedDict[str, Session] = OrderedDict()
        self._living: WeakValueDictionary[str, Session] = WeakValueDictionary()
        self._renamed: dict[str, str] = {}
        self._lock = threading.Lock()

    def at(self, name: str | None) -> Session:
        """Return the session of a name, as it was left; one under a new name where none is given, or where its file cannot be read."""
        with self._lock:
            name = self._renamed.get(name or "", name or "")
            session = self._living.get(name) or self._back(name if _can_be(name) else self._new_name())
            self._recent[session.name] = self._living[session.name] = session
            self._recent.move_to_end(session.name)
            while len(self._recent) > MOST:
                *others, _ = self._recent.values()
                idle = (each for each in others if not each.unsaved and not self.file(each.name).exists())
                del self._recent[next(idle, others[0]).name]
            return session

    def file(self, name: str) -> Path:
        """Return the file that a session is kept in."""
        return self._folder / f"{name}.json"

    def latest(self) -> str | None:
        """Return the name of the session that was kept last, None where there is none."""
        files = [path for path in self._folder.glob("*.json") if NAME.fullmatch(path.stem)]
        return max(files, key=lambda path: path.stat().st_mtime).stem if files else None

    def save(self, session: Session) -> None:
        """Write a session where anything in it has changed since it was written; where that fails the session says why.

        A file that somebody else has written to since is left to them: the session goes on under another name, and says so.
        """
        with session.writing:
            text = written(session)
            if text == session.on_disk:
                return
            try:
                _check_size(text)
                if _text_of(self.file(session.name)) not in {None, session.on_disk}:
                    self._part(session)
                write_whole(self.file(session.name), text)
            except OSError as error:
                session.unsaved = why_refused(error)
            else:
                session.on_disk, session.unsaved = text, ""

    def _back(self, name: str) -> Session:
        """Return the session that is kept under a name, or one that begins; it is not written before anything changes in it."""
        file, unread = self.file(name), ""
        session = new_session(self._shared)
        if file.exists():
            try:
                session = resumed(self._shared, read(file))
            except (OSError, ValueError, UserError):
                name, unread = self._new_name(), str(file)
        session.name, session.place, session.unread = name, str(self.file(name)), unread
        session.write, session.on_disk = self.save, _text_of(self.file(name)) or written(session)
        return session

    def _part(self, session: Session) -> None:
        """Let a session go on under another name, since its file is somebody else's by now."""
        with self._lock:
            name = self._new_name()
            self._renamed[session.name], session.parted = name, session.place
            self._recent.pop(session.name, None)
            self._living.pop(session.name, None)
            self._recent[name] = self._living[name] = session
            session.name, session.place = name, str(self.file(name))

    def _new_name(self) -> str:
        """Return a name that no session has."""
        while True:
            name = f"{datetime.now().astimezone():%Y-%m-%d}-{secrets.token_hex(2)}"
            if name not in self._living and not self.file(name).exists():
                return name


def _can_be(name: str) -> bool:
    """Tell whether a session may be called so: a file is, and it must not name a citizen."""
    return NAME.fullmatch(name) is not None and not looks_like_cpr(name)


def _check_size(text: str) -> None:
    """Raise OSError for a text that is longer than is read again."""
    if len(text.encode()) > MOST_BYTES:
        raise OSError(errno.EFBIG, os.strerror(errno.EFBIG))


def _text_of(file: Path) -> str | None:
    """Return what a file holds, None where there is none; raises OSError where it cannot be read."""
    return file.read_text(encoding="utf-8", errors="replace") if file.exists() else None


@cache
def _adapter() -> TypeAdapter[Saved]:
    """Return what reads a session."""
    return TypeAdapter(Saved)


def read(file: Path) -> Saved:
    """Return what a file keeps of a session; raises OSError, or ValueError where it keeps none."""
    if file.stat().st_size > MOST_BYTES:
        raise ValueError(f"{file}: more than {MOST_BYTES} bytes")
    return _adapter().validate_json(file.read_bytes())


def origin(shared: SharedState) -> Origin:
    """Return what a page was started with."""
    request = shared.request
    return Origin(request.calibration, request.fit, shared.baseline, request.seed)


def written(session: Session) -> str:
    """Return a session as the text of its file."""
    saved = Saved(
        origin=origin(session.shared),
        lang=session.lang,
        chart=session.chart.id,
        facing=session.facing,
        initiative=session.initiative,
        sliders=session.sliders,
        past=session.history.past,
        pinned=session.pinned,
        before=session.before,
        revealed=session.revealed,
        round=session.round,
        log=tuple(session.log.entries),
    )
    return json.dumps(document_of(saved), ensure_ascii=False, indent=1)


def resumed(shared: SharedState, saved: Saved) -> Session:
    """Return the session that was kept; raises ValueError or UserError where it is of another page, or holds what cannot be set."""
    if saved.origin != origin(shared):
        raise ValueError("kept by a page that was started with something else")
    if saved.lang not in {"da", "en"} or saved.chart not in {chart.id for chart in LIVE} or not saved.past:
        raise ValueError("a language or a chart that there is not")
    for settings in (*saved.past, *saved.pinned, *filter(None, (saved.before, saved.revealed)), *(entry.settings for entry in saved.log)):
        _check(shared, settings)
    history = History(saved.past[0])
    for settings in saved.past[1:]:
        history.set(settings)
    return Session(
        shared,
        history,
        saved.lang,
        chart=CHARTS[saved.chart],
        facing=saved.facing,
        initiative=saved.initiative,
        sliders=saved.sliders,
        round=saved.round,
        log=Log(list(saved.log)),
        pinned=saved.pinned,
        before=saved.before,
        revealed=saved.revealed,
    )


def _check(shared: SharedState, settings: Settings) -> None:
    """Raise ValueError or UserError for settings that the page does not offer."""
    model = shared.model(settings.scenario)
    levers = {lever.key: lever for lever in levers_of(model)}
    if settings.end not in {None, *shared.ends(settings)} or settings.cycle not in {None, *shared.cycles()}:
        raise ValueError("an end or a business cycle that there is not")
    if not all(key in levers and levers[key].least <= value <= levers[key].most for key, value in settings.turns.items()):
        raise ValueError("a lever that there is not, or that does not go so far")
