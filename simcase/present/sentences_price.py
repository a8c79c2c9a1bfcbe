"""What an initiative costs, as a sentence."""

from __future__ import annotations

from typing import Final

from simcase.money import Price
from simcase.words import Words

NUMBERS: Final = ("kroner_per_place", "kroner_per_start", "places", "months", "frames", "total")


def price_sentence(price: Price, words: Words) -> str:
    """Return price, places, months and total of an initiative in whole kroner, so that a misplaced point is seen."""
    said = {name: words.number(getattr(price, name) or 0.0) for name in NUMBERS}
    parts = []
    if price.kroner_per_place is not None:
        parts.append(words.say("price.place" if price.places is None else "price.places", **said))
    if price.kroner_per_start is not None:
        parts.append(words.say("price.start", **said))
    if price.frames:
        parts.append(words.say("price.frames", **said))
    total = "price.total" if price.kroner_per_start is None else "price.total_apart"
    return words.say("price", parts="; ".join(parts) or words.say("price.outside"), total=words.say(total, **said))
