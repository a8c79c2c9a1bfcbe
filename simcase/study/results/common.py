"""What results have in common: first and last days, and texts in both languages."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from simcase.vocabulary import Key

First = Annotated[date, Key("from")]
"""The first day."""
Last = Annotated[date, Key("to")]
"""The last day."""


@dataclass(frozen=True, slots=True)
class Bilingual:
    """A text in Danish and English."""

    da: str
    en: str
