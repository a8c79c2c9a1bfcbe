"""Danish and English: what is said, and how numbers and dates are written."""

from simcase.words.catalogue import CATALOGUE
from simcase.words.formats import Words
from simcase.words.language import language

__all__ = ["CATALOGUE", "Words", "language"]
