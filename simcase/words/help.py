"""The texts of the help alone, so that it need not wait for all others."""

from __future__ import annotations

from typing import Final

from simcase.words.gather import gather

HELP: Final[dict[str, tuple[str, str]]] = {key: pair for texts in gather("texts_help") for key, pair in texts.items()}
"""The key, then (da, en)."""
