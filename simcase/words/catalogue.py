"""Everything that simcase says, in Danish and English: the key, then (da, en). A module `texts_*` beside this one belongs to it."""

from __future__ import annotations

from typing import Final

from simcase.words.gather import gather

TEXTS: Final[tuple[dict[str, tuple[str, str]], ...]] = gather("texts_")
"""The texts of each module."""
CATALOGUE: Final[dict[str, tuple[str, str]]] = {key: pair for texts in TEXTS for key, pair in texts.items()}
