"""What the numbers of a model are called: the path of each in words, after what it stands in and is about."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from simcase.model import Model
from simcase.present.labels import Labels
from simcase.words import CATALOGUE

UNSAID: Final = frozenset({"states", "lines", "when", "years", "processes", "programme", "cohorts"})
"""Keys that say no more than what stands before or after them."""
COUNTED: Final = frozenset({"steps", "effects", "costs", "during", "after", "ages_by_birth", "base"})
"""Keys of lists, of which files number the parts from 0 and people from 1."""
PARTS: Final = ("no_children", "children", "all", "before", "lapsed")
"""Words inside of ids."""


class PathNames:
    """Names of the paths of a model in the user's language."""

    def __init__(self, model: Model, labels: Labels) -> None:
        """Know what the things of a model are called."""
        self._words = words = labels.words
        self._names = {rule.id: words.text(rule.label) for rule in model.rules} | labels.processes | labels.groups
        self._names |= labels.segments | labels.initiatives | labels.goals | labels.states | labels.lines
        self._state_of = {each.id: each.states[0] for each in model.rate_classes if len(each.states) == 1}
        self._called_so = {each.id: f"{each.label.da} {each.label.en}".casefold().split() for each in model.states}

    def of(self, path: str) -> str:
        """Return the name of a path: its section, then what each of its parts is called."""
        section, *parts = path.split(".")
        return self._words.say("path.of", section=self._said(f"path.{section}", section), parts=" / ".join(self._parts(section, parts)))

    def _parts(self, section: str, parts: list[str]) -> Iterator[str]:
        """Yield what the parts of a path are called; what a key says that only holds others is left out."""
        for above, part in pairwise([section, *parts]):
            if part.isdigit() and above in COUNTED:
                yield f"{self._called(above)} {int(part) + 1}"
            elif part not in UNSAID | COUNTED:
                yield self._called(part)

    def _called(self, part: str) -> str:
        """Return what a part of a path is called: a thing of the model by its name, a key or a rate by its text, else as it is spelled."""
        return self._names.get(part) or self._said(f"path.part.{part}", self._said(f"rate.{part}", self.spelled(part)))

    def _said(self, key: str, otherwise: str) -> str:
        """Return a text of the catalogue, or what stands instead where it has none."""
        return self._words.say(key) if key in CATALOGUE else otherwise

    def spelled(self, name: str) -> str:
        """Return an id as words: a state or line that it begins with, or whose rates it is, by its name, and what is known of the rest."""
        known = max((each for each in self._names if name.startswith(f"{each}_")), key=len, default=self._state_of.get(name, ""))
        own, said = known.split("_"), self._called_so.get(known, [])
        left = itertools.dropwhile(lambda word: word in said or any(each.startswith(word) for each in own), name.split("_"))
        rest = "_".join(left)
        rest = re.sub(r"(\d+)_(\d+)", r"\1-\2", rest)
        rest = re.sub(r"^(\d\d)(?=_|$)", lambda age: self._words.say("path.word.from_age", age=age[1]), rest)
        for part in PARTS:
            rest = rest.replace(part, self._words.say(f"path.word.{part}"))
        return ", ".join(filter(None, [self._names.get(known, ""), rest.replace("_", " ")]))
