"""One wrong thing in a file or on the command line, and the exceptions that carry it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from simcase.errors.private import safe_message
from simcase.words import ENGLISH, Said, said, tell

FAILED = 1
"""The run failed."""
WRONG = 2
"""The command line or a file is wrong; nothing was run."""
FELL_SHORT = 3
"""Done, but something falls short: a target missed, a backtest below par."""
INTERRUPTED = 130
"""Stopped by the user."""

LONGEST = 1200
"""How many characters of anything a message shows at the most: as many as the longest list of expected words has."""


@dataclass(frozen=True, slots=True, order=True)
class Issue:
    """One wrong thing: where it stands, what was found, what is expected, what to do."""

    file: str
    line: int
    path: str
    found: str
    expected: str
    hint: str = ""

    def __str__(self) -> str:
        """Return the issue in English."""
        return self.told(ENGLISH)

    def told(self, lang: str) -> str:
        """Return the issue in a language, as one line of text, which repeats no personal number and nothing without end."""
        where = f"{self.file}:{self.line} " if self.file and self.line else f"{self.file} " if self.file else ""
        path, found, expected, hint = (_short(tell(text, lang)) for text in (self.path, self.found, self.expected, self.hint))
        line = said("error.issue", where=where, path=path and f"{path}: ", found=found, expected=expected, hint=hint and f" {hint}")
        return safe_message(tell(line, lang))


def once_each(issues: Iterable[Issue]) -> list[Issue]:
    """Return issues of which those that say the same of several lines are one, at the first of them, which tells how many there are."""
    alike: dict[Issue, list[Issue]] = {}
    for each in issues:
        alike.setdefault(replace(each, line=0), []).append(each)
    return [
        first if len(more) == 1 else replace(first, found=said("error.in_rows", found=first.found, n=len(more)))
        for more in alike.values()
        for first in more[:1]
    ]


def _short(text: str) -> str:
    """Return a text, cut off where it goes on and on."""
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 3]}..."


class SimcaseError(Exception):
    """Anything simcase raises on purpose."""

    exit_code = FAILED

    def __str__(self) -> str:
        """Return what happened in English, as a traceback shows it."""
        return self.told(ENGLISH)

    def told(self, lang: str) -> str:
        """Return in a language what happened."""
        return safe_message(" ".join(tell(each, lang) for each in self.args))


class UserError(SimcaseError):
    """The command line or files are wrong: carries every issue found, and nothing was run."""

    exit_code = WRONG

    def __init__(self, issues: Sequence[Issue]) -> None:
        """Keep the issues in the order of file and line, each once; what a file lacks as a whole may follow from the lines before it."""
        self.issues = tuple(sorted(set(issues), key=lambda each: (each.file, each.line == 0, each)))
        super().__init__(self.told(ENGLISH))

    def __reduce__(self) -> tuple[type[UserError], tuple[tuple[Issue, ...]]]:
        """Return what the error is made of again, so that it can be sent by a worker."""
        return type(self), (self.issues,)

    def told(self, lang: str) -> str:
        """Return in a language what is wrong, an issue a line."""
        return "\n".join(issue.told(lang) for issue in self.issues)


class RunError(SimcaseError):
    """A run failed; the message says what, where and how to repeat it."""


class ReplicationError(RunError):
    """A replication failed: its number, what happened, and where known the date and the citizen's number."""

    def __init__(self, replication: int, what: str, when: str = "", citizen: int | None = None) -> None:
        """Keep the parts, so that the error can be sent by a worker."""
        self.replication, self.what, self.when, self.citizen = replication, what, when, citizen
        super().__init__(replication, what, when, citizen)

    def told(self, lang: str) -> str:
        """Return in a language which replication failed, and where in it."""
        return safe_message(tell(self.text, lang))

    @property
    def text(self) -> Said:
        """Return which replication failed and where in it, as a text of the catalogue."""
        who = said("error.replication.citizen", citizen=self.citizen) if self.citizen is not None else ""
        return said("error.replication", number=self.replication, who=who, when=self.when and f", {self.when}", what=self.what)
