"""Figures in a sentence: those that stand together add up as they are written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import permutations

INTERVAL = re.compile(r"\([^()]*(?:runs|kørsler)[^()]*\)")
AMOUNT = re.compile(r"(?<![\d.,])\d[\d.,]*[.,]\d(?!\d)")
LEAST, MOST = 0.05, 0.15
"""Between these one written sum misses another by its rounding alone."""


def off_by_rounding(texts: Iterable[str]) -> Iterator[str]:
    """Yield the sentences in which two amounts with a decimal make a third one but for how they were rounded."""
    for text in texts:
        plain = INTERVAL.sub("", " ".join(text.split())).replace("mio. kr.", "")
        for sentence in re.split(r"[.;:] ", plain):
            amounts = [re.sub(r"[.,](?=\d{3})", "", amount).replace(",", ".") for amount in AMOUNT.findall(sentence)]
            if any(LEAST < abs(a - b - c) < MOST for a, b, c in permutations(map(float, amounts), 3)):
                yield sentence
