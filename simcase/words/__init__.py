"""Danish and English: what is said, and how numbers and dates are written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simcase.late import late
from simcase.words.language import language

if TYPE_CHECKING:
    from simcase.words.catalogue import CATALOGUE
    from simcase.words.formats import Words

__all__ = ["CATALOGUE", "Words", "language"]

__getattr__ = late(__name__, {"CATALOGUE": "simcase.words.catalogue", "Words": "simcase.words.formats"})
