"""Texts of others on a terminal: shown, never obeyed."""

from __future__ import annotations

import re
from typing import Final

COMMANDING: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
"""Characters that steer a terminal or turn the direction of writing, and halves of pairs that nothing can write."""


def harmless(text: str) -> str:
    r"""Return a text in which what would steer a terminal or turn the direction of writing is written as an escape.

    >>> harmless("a\x1b[31mb")
    'a\\x1b[31mb'
    """
    return COMMANDING.sub(lambda found: ascii(found[0])[1:-1], text)
