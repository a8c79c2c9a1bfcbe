"""Which of the names that there are somebody may have meant: by the name itself, or by what it is called in either language."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from typing import Final

from simcase.words import Bilingual, said

LISTED: Final = 24
"""How many of the expected words a message lists at the most."""
FEW: Final = 12
"""How many it lists where it knows which one is meant."""
NEAR: Final = 0.65
"""How alike a word and a name must be, of 1, that one is taken for the other."""
BEGINS: Final = 0.9
"""How alike a name and the beginning of it, or one of its words, are taken to be."""
SHORTEST: Final = 3
"""Letters of a beginning or a word."""
PLAIN: Final = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", " ": "-", "_": "-"})


def closest(word: str, known: Iterable[str], labels: Mapping[str, Bilingual] | None = None) -> tuple[str, str]:
    """Return the expected words as text, then a hint that names the nearest one or is empty.

    `labels` are what names are called, by name: one who writes what a table calls it is told the name.

    >>> closest("kontanthjaelp_jobparrat", ["kontanthjaelp_jobparat", "fleksjob"])
    ('one of fleksjob, kontanthjaelp_jobparat', "Did you mean 'kontanthjaelp_jobparat'?")
    >>> closest("replications", ["calibration"])[1]
    ''
    """
    words = sorted(known)
    if not words:
        return said("error.nothing_here"), ""
    by_name = {name: _alike(word, name) for name in words}
    by_label = {name: max(_alike(word, text) for text in (label.da, label.en)) for name, label in (labels or {}).items() if name in by_name}
    alike = {name: (max(by_name[name], by_label.get(name, 0.0)), by_name[name]) for name in words}
    best, *others = sorted(words, key=lambda name: alike[name], reverse=True)
    named, called = by_name[best], by_label.get(best, 0.0)
    if max(named, called) < NEAR:
        return said("error.one_of", known=words[:LISTED] + ["..."] * (len(words) > LISTED)), ""
    hint = said("error.did_you_mean", word=best)
    if named == BEGINS and others and alike[others[0]] == alike[best]:
        hint = said("error.did_you_mean_either", one=best, other=others[0])
    if labels and called > named:
        hint = said("error.did_you_mean_called", word=best, label=labels[best])
    if len(words) > FEW:
        return said("error.one_of_many", n=len(words)), hint
    return said("error.one_of", known=words), hint


def closest_called(word: str, labels: Mapping[str, Bilingual]) -> tuple[str, str]:
    """Return what names are called, where that may be written as well, then a hint that is the nearest of all these or is empty."""
    if not labels:
        return said("error.nothing_here"), ""
    known: list[object] = [*labels.values()]
    alike = {text: _alike(word, text) for name, label in labels.items() for text in (label.da, label.en, name)}
    best = max(alike, key=lambda text: alike[text])
    hint = said("error.did_you_mean", word=best) if alike[best] >= NEAR else ""
    return said("error.one_of", known=known[:LISTED] + ["..."] * (len(known) > LISTED)), hint


def _alike(word: str, name: str) -> float:
    """Return how alike a word and a name are, from 0 to 1, however either is spelled in plain letters; of those that are not near, 0."""
    one, other = (text.casefold().translate(PLAIN).lstrip("-") for text in (word, name))
    if one == other:
        return 1.0
    if len(one) >= SHORTEST and (other.startswith(one) or one in other.split("-")):
        return BEGINS
    matcher = difflib.SequenceMatcher(None, one, other)
    near = matcher.real_quick_ratio() >= NEAR and matcher.quick_ratio() >= NEAR  # at least as alike, and known sooner
    return matcher.ratio() if near else 0.0
