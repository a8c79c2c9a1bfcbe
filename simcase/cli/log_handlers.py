"""What the log hears: warnings become sentences on stderr, everything becomes lines of JSON in a file that the user names."""

from __future__ import annotations

import json
import logging
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from simcase.errors import Issue, UserError, why_refused
from simcase.words import said, tell

if TYPE_CHECKING:
    from simcase.words import Words

FIELDS = (
    *("scenario", "other", "run", "replications", "replication", "done", "seconds", "worker", "batch"),
    *("initiative", "years", "start", "end", "times", "kroner", "states", "instead", "year", "lines"),
)
"""What a line may tell besides its time and what happened; nothing of a person or of the machine's folders."""


def log_entry(record: logging.LogRecord) -> dict[str, object]:
    """Return what a record tells."""
    return {name: getattr(record, name) for name in FIELDS if hasattr(record, name)}


class Lines(logging.Formatter):
    """Each record one line of JSON."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line."""
        time = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
        return json.dumps({"time": time, "event": record.getMessage(), **log_entry(record)}, ensure_ascii=False)


class Sentences(logging.Handler):
    """Each warning a sentence on stderr in the user's language, said once."""

    def __init__(self, words: Callable[[], Words]) -> None:
        """Speak a language."""
        super().__init__(logging.WARNING)
        self._words = words
        self._said: set[str] = set()

    def emit(self, record: logging.LogRecord) -> None:
        """Say the sentence, unless it was said before."""
        words = self._words()
        told = {
            name: words.figure(value) if isinstance(value, float) else tell(value, words.lang) for name, value in log_entry(record).items()
        }
        sentence = words.say(f"log.{record.getMessage()}", **told)
        if sentence not in self._said:
            sys.stderr.write(f"{sentence}\n")  # above what is drawn on the terminal, which click.echo would write over
        self._said.add(sentence)


class Notes(logging.FileHandler):
    """The file that the user names; where it cannot be written any more, the log is told once and goes on without it."""

    _failed = False

    def emit(self, record: logging.LogRecord) -> None:
        """Write the line."""
        if not self._failed:
            super().emit(record)

    def handleError(self, _record: logging.LogRecord) -> None:  # noqa: N802 - as logging has it
        """Tell once that the rest is missing."""
        self._failed = True
        logging.getLogger(__name__).warning("unwritten")

    def close(self) -> None:
        """Close the file; what a full disk has no room for is missing in it."""
        with suppress(OSError):
            super().close()


@contextmanager
def log_to(file: Path | None, words: Callable[[], Words] | None) -> Iterator[None]:
    """Listen while a verb is at work; raises UserError for a file that cannot be written."""
    handlers: list[logging.Handler] = [Sentences(words) if words else logging.NullHandler()]
    if file is not None:
        handlers.append(_opened(file))
    log = logging.getLogger("simcase")
    before = log.level
    with ExitStack() as after:
        for handler in handlers:
            log.addHandler(handler)
            after.callback(handler.close)
            after.callback(log.removeHandler, handler)
        log.setLevel(logging.INFO if file else logging.WARNING)
        after.callback(log.setLevel, before)
        yield


def _opened(file: Path) -> logging.Handler:
    """Return the handler that adds to a file."""
    try:
        handler = Notes(file, encoding="utf-8")
    except OSError as error:
        found = said("error.log.not_written", file=file, reason=why_refused(error))
        raise UserError([Issue("", 0, "--log-file", found, said("error.log.folder"))]) from None
    handler.setFormatter(Lines())
    return handler
