"""Numbers on the command line: whole or not, each with its bounds, and read one way only."""

from __future__ import annotations

from typing import Any

import click

from simcase.errors import harmless
from simcase.words import said

SHOWN = 40
"""Characters of a value that a message shows at the most."""


class Decimal(click.FloatRange):
    """A number within bounds; one that is none, or has a decimal comma, is refused."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:  # noqa: ANN401 - as click has it
        """Return the number that a text stands for."""
        from simcase.declare import number_of, plain_number  # noqa: PLC0415 - help answers without it

        text = str(value).strip()
        number = plain_number(text)
        if number is not None:
            super().convert(number, param, ctx)
            return number
        danish = number_of(text) if "," in text else None
        if danish is not None:
            raise click.BadParameter(said("error.usage.comma", text=quoted(text), number=danish), ctx, param)
        raise click.BadParameter(said("error.usage.number", text=quoted(text)), ctx, param)


class Whole(click.IntRange):
    """A whole number within bounds; a word may stand for none."""

    def __init__(self, least: int, most: int, word: str | None = None) -> None:
        """Keep the bounds and the word."""
        super().__init__(least, most)
        self.least, self.most, self.word = least, most, word

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:  # noqa: ANN401 - as click has it
        """Return the number that a text stands for, None for the word."""
        text = str(value).strip()
        if text == self.word:
            return None
        digits = text.removeprefix("-")
        number = int(text) if digits.isascii() and digits.isdecimal() and len(digits) <= SHOWN else None
        if number is None or number not in range(self.least, self.most + 1):
            key = "error.usage.whole_or_word" if self.word else "error.usage.whole"
            self.fail(said(key, text=quoted(text), least=self.least, most=self.most, word=self.word), param, ctx)
        return number


def quoted(text: str) -> str:
    """Return a text as a message shows it: quoted, in one line, and short."""
    return repr(harmless(text if len(text) <= SHOWN else f"{text[:SHOWN]}..."))
