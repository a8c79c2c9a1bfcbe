"""Danish and English: what is said, and how numbers and dates are written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simcase.late import late
from simcase.words.bilingual import Bilingual, Said, said, tell
from simcase.words.language import ENGLISH, language

if TYPE_CHECKING:
    from simcase.words.catalogue import CATALOGUE
    from simcase.words.formats import Words

__all__ = ["CATALOGUE", "ENGLISH", "Bilingual", "Said", "Words", "language", "said", "tell"]

__getattr__ = late(__name__, {"CATALOGUE": "simcase.words.catalogue", "Words": "simcase.words.formats"})
