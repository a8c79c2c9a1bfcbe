"""Sources, notes and reasons of files in the reader's language.

Files say them in English. What is shipped is said in Danish by the modules `danish_*` beside this one, a text once however often files have
it; a text of a user's own stands as it was written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import import_module
from typing import Final

from simcase.words.gather import names

LABELS: Final = {
    "judgement": "skøn",
    "derived": "udledt",
    "definition": "definition",
    "rule": "regel",
    "unknown": "ukendt",
    "law": "lov",
    "assumption of this scenario": "scenariets forudsætning",
}
"""What stands before a text and a colon."""

MADE: Final = (
    ("fitted ({}); before: {}", "tilpasset ({}); før: {}"),
    ("stands in: {} hours a week for each of those in stock ({})", "i stedet: {} timer om ugen for hver i antallet ({})"),
    ("stands in: {} times {}", "i stedet: {} gange {}"),
    ("stands in: {}", "i stedet: {}"),
    ("the municipality's own spells, {} to {}: {} moves in {} years", "kommunens egne forløb, {} til {}: {} skift i {} år"),
    ("the municipality's own spells, {} to {}", "kommunens egne forløb, {} til {}"),
    ("StatBank Denmark, {}", "Danmarks Statistik, {}"),
    ("judgement: moved in a workshop from {}", "skøn: flyttet på den levende side fra {}"),
    ("scaled by {}: {}", "ganget med {}: {}"),
    ("set by a scenario; it was {} (grade {}, {})", "sat i et scenarie; det var {} (datakvalitet {}, {})"),
    ("It was {} (grade {}, {}). {}", "Det var {} (datakvalitet {}, {}). {}"),
    ("It was {} (grade {}, {}).", "Det var {} (datakvalitet {}, {})."),
    ("{}: {} (it was {}). {}", "{}: {} (det var {}). {}"),
    ("{}: {} (it was {}).", "{}: {} (det var {})."),
)
"""Texts that simcase makes of others, with places for them."""
LONGEST: Final = 5000
"""Characters of a text beyond which it is a user's own."""

_ADDRESS: Final = re.compile(r"https?://[^\s,;]*[^\s,;.):]")
_PART: Final = re.compile(rf"; (?=(?:{'|'.join(LABELS)}): )")
_LABEL: Final = re.compile(rf"(?:({'|'.join(LABELS)}): )?(.*)", re.DOTALL)
_NUMBER: Final = re.compile(r"-?\d+\.\d+")


@cache
def danish() -> dict[str, str]:
    """Return the Danish of each English text, addresses left out of both."""
    return {key: text for name in names("danish_") for key, text in import_module(f"simcase.words.{name}").TEXTS.items()}


def in_danish(text: str) -> str:
    """Return a source, a note or a reason in Danish; what has no Danish text stands as it is.

    >>> in_danish("judgement: 55 % single"), in_danish("my own count")
    ('skøn: 55 % enlige', 'my own count')
    >>> in_danish("It was 0.5 (grade C, judgement: the split). Living out.")
    'Det var 0,5 (datakvalitet C, skøn: delingen). Udeboende.'
    """
    if known := _known(text):
        return known
    if len(text) > LONGEST:
        return text
    for english, said in MADE:
        if held := _held(english, text):
            return said.format(*map(in_danish, held))
    if _NUMBER.fullmatch(text):
        return text.replace(".", ",")
    return "; ".join(f"{LABELS[label]}: {_known(part) or part}" if label else _known(part) or part for label, part in parts(text))


def parts(text: str) -> Iterator[tuple[str, str]]:
    """Yield the label and the rest of each part of a text.

    >>> list(parts("unknown; judgement: the split; by age"))
    [('', 'unknown'), ('judgement', 'the split; by age')]
    """
    for part in _PART.split(text):
        found = _LABEL.fullmatch(part)
        yield (found[1] or "", found[2]) if found else ("", part)


def without_addresses(text: str) -> str:
    """Return a text as the Danish ones are looked up by."""
    return _ADDRESS.sub("{}", text)


def _known(text: str) -> str:
    """Return the Danish of a text with its addresses, or nothing where there is none."""
    return looked_up(text, danish())


def looked_up(text: str, texts: Mapping[str, str]) -> str:
    """Return what a text is in other texts, which leave its addresses out, with these; nothing where it is not among them."""
    said = texts.get(without_addresses(text))
    return said.format(*_ADDRESS.findall(text)) if said else ""


def _held(english: str, text: str) -> list[str]:
    """Return what a text has in the places of another, each as short as it can be; nothing where it is no such text.

    >>> _held("{}: {} (it was {}).", "staff: Moved: (it was 4).")
    ['staff', 'Moved:', '4']
    """
    first, *between, last = english.split("{}")
    if not (text.startswith(first) and text.endswith(last)):
        return []
    held, begin, end = [], len(first), len(text) - len(last)
    for part in between:
        at = text.find(part, begin + 1, end)
        if at < 0:
            return []
        held.append(text[begin:at])
        begin = at + len(part)
    return [*held, text[begin:end]] if begin < end else []
