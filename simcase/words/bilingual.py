"""A text of the catalogue that does not know yet who reads it: English as it stands, and in either language where somebody reads it."""

from __future__ import annotations

import string
from collections.abc import Mapping
from functools import cache
from typing import Final, Protocol, Self, runtime_checkable

from simcase.words.gather import gather
from simcase.words.language import DANISH, ENGLISH, LANGUAGES


@runtime_checkable
class Bilingual(Protocol):
    """A text in both languages, as a model's labels are."""

    @property
    def da(self) -> str:
        """Return the Danish text."""

    @property
    def en(self) -> str:
        """Return the English text."""


@cache
def errors() -> dict[str, tuple[str, str]]:
    """Return the texts of errors alone, read when the first is said, so that nobody waits for all others: the key, then (da, en)."""
    return {key: pair for texts in gather("texts_error") for key, pair in texts.items()}


class Said(str):
    """A text by its key and its values, which may be such texts themselves, or lists of them."""

    __slots__ = ("key", "values")

    key: str
    values: Mapping[str, object]

    def __new__(cls, key: str, values: Mapping[str, object]) -> Self:
        """Fill the English text; KeyError where the key or a value is missing."""
        text = super().__new__(cls, _filled(key, values, ENGLISH))
        text.key, text.values = key, values
        return text

    def __getnewargs__(self) -> tuple[str, Mapping[str, object]]:  # type: ignore[override]
        """Return what the text is made of again in another process."""
        return self.key, self.values


def said(key: str, /, **values: object) -> Said:
    """Return a text of an error with values put in, to be told in the language of whoever reads it.

    >>> text = said("error.one_of", known=["fleksjob", "jobparat"])
    >>> text, tell(text, "da")
    ('one of fleksjob, jobparat', 'en af fleksjob, jobparat')
    """
    return Said(key, values)


def tell(text: object, lang: str) -> str:
    """Return a text in a language: one of an error or a label is said in it, a list item by item, nothing by its word, others as they are.

    >>> tell(said("error.model.from_until", from_="2019-01-01", until=None), "da")
    '2019-01-01 til intet'
    """
    if isinstance(text, Said):
        return _filled(text.key, text.values, lang)
    if isinstance(text, list | tuple):
        return ", ".join(tell(each, lang) for each in text)
    if isinstance(text, Bilingual):
        return text.da if lang == DANISH else text.en
    return _filled("error.value.nothing", {}, lang) if text is None else str(text)


def _filled(key: str, values: Mapping[str, object], lang: str) -> str:
    """Return a text of an error in a language, with values put in; numbers and dates keep what the text says of their form.

    A number with a comma in its form is to be read and is written as the language writes it; any other is to be typed, with a point.
    """
    told = {
        name: tell(value, lang) if isinstance(value, Said | list | tuple | Bilingual | None) else value for name, value in values.items()
    }
    return (_IN_DANISH if lang == DANISH else _IN_ENGLISH).format(errors()[key][LANGUAGES.index(lang)], **told)


class _Danish(string.Formatter):
    """Writes numbers that are to be read with points between thousands and a comma before decimals."""

    def format_field(self, value: object, format_spec: str) -> str:
        """Return a value in its form."""
        text = str(super().format_field(value, format_spec))
        return text.translate(_SWAPPED) if "," in format_spec else text


_SWAPPED: Final = str.maketrans(",.", ".,")
_IN_DANISH: Final = _Danish()
_IN_ENGLISH: Final = string.Formatter()
