"""Everything that simcase says, in Danish and English: the key, then (da, en). A module `texts_*` beside this one belongs to it."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import Final

TEXTS: Final[tuple[dict[str, tuple[str, str]], ...]] = tuple(
    import_module(f"simcase.words.{name}").TEXTS for _, name, _ in iter_modules([str(Path(__file__).parent)]) if name.startswith("texts_")
)
"""The texts of each module."""
CATALOGUE: Final[dict[str, tuple[str, str]]] = {key: pair for texts in TEXTS for key, pair in texts.items()}
