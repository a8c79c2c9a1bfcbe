"""Listens to the errors that tests provoke: each must be said in either language without a word of the other."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from threading import get_ident

import pytest

from simcase.cli import mistakes
from simcase.errors import Issue, RunError, UserError
from simcase.words import Said
from simcase.words.bilingual import errors

QUOTED = re.compile(r"'[^']*'|\"[^\"]*\"|`[^`]*`|\{[^}]*\}")
NO_WORDS = re.compile(r"(?<!\w)--?[\w-]+|[\w./*-]*[_./=*:+\\][\w./=*:+\\-]+|\b[A-Z]{2,}\b")
"""What is said in neither language: what is quoted, places to be filled; options, names with signs in them, names in capitals."""

HEARD = 2000
"""Letters of a text that are listened to: what a file holds may go on for ever."""


def words_of(text: str) -> set[str]:
    """Return the words of a text that are words of a language.

    >>> sorted(words_of("found 'no such' key, expected --goal ID or file.yaml"))
    ['expected', 'found', 'key', 'or']
    """
    return set(re.findall(r"[^\W\d_]{2,}", NO_WORDS.sub(" ", QUOTED.sub(" ", text)[:HEARD]).lower()))


DANISH, ENGLISH = (set[str]().union(*(words_of(pair[column]) for pair in errors().values())) for column in (0, 1))
FOREIGN = (ENGLISH - DANISH) | {"the", "is", "are", "was", "not", "must", "should", "cannot", "invalid", "missing"}
"""Words that no Danish text of an error has."""


def unsaid(text: object) -> Iterator[str]:
    """Yield the parts of a text that are English whoever reads it: a text that no catalogue says, or such a one within another."""
    if isinstance(text, Said):
        yield from (part for value in text.values.values() for part in _within(value))
    elif isinstance(text, str) and words_of(text) & FOREIGN:
        yield text


def _within(value: object) -> Iterator[str]:
    """Yield the parts of a value in a text that are English; a single word may be a name, and a command is the same in any language.

    >>> list(_within("found this or that")), list(_within("simcase run few --replications 2"))
    (['found this or that'], [])
    """
    if isinstance(value, list | tuple):
        yield from (part for each in value for part in _within(each))
    elif isinstance(value, Said):
        yield from unsaid(value)
    elif isinstance(value, str) and " " in value and not value.startswith("simcase ") and len(words_of(value) & FOREIGN) > 1:
        yield value


def english_in(issues: Iterable[Issue]) -> list[str]:
    """Return what is English in issues, whoever reads them."""
    return [part for each in issues for part in (*_within(each.path), *unsaid(each.found), *unsaid(each.expected), *unsaid(each.hint))]


@contextmanager
def listening(patch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """Give a list that what is English in an error is added to, whenever this thread makes one: another test's work may end in another."""
    heard, here = list[str](), get_ident()
    wrong, failed, told = UserError.__init__, RunError.__init__, mistakes.told

    def issues_of(self: UserError, issues: list[Issue]) -> None:
        heard.extend(english_in(issues))
        wrong(self, issues)

    def failure(self: RunError, *texts: object) -> None:
        heard.extend(part for text in texts if get_ident() == here for part in unsaid(text))
        failed(self, *texts)

    def mistake(error: mistakes.click.UsageError) -> str:
        text = told(error)
        heard.extend(unsaid(text) if isinstance(text, Said) else ())  # what a verb says by itself it says in the user's language
        return text

    patch.setattr(UserError, "__init__", issues_of)
    patch.setattr(RunError, "__init__", failure)
    patch.setattr(mistakes, "told", mistake)
    yield heard
