"""Where each part of a model was written, so that a problem found later still names file and line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from simcase.declare import Document, Where
from simcase.errors import Issue, closest
from simcase.words import Bilingual, said


@dataclass(frozen=True, slots=True)
class Origin:
    """A place in a file."""

    document: Document
    where: Where = ()

    def issue(self, found: str, expected: str, hint: str = "") -> Issue:
        """Return an issue at this place."""
        return self.document.issue(self.where, found, expected, hint)

    def below(self, where: Where) -> Origin:
        """Return the place that lies further inside."""
        return Origin(self.document, (*self.where, *where))


Origins = Mapping[Where, Origin]
"""The place at which a part of the model was written, for each part that moved."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something wrong at a place of the model, before it is known where that place was written.

    `unknown` is a name that is not among those known, and these.
    """

    where: Where
    found: str
    expected: str
    hint: str = ""
    unknown: tuple[str, tuple[str, ...]] | None = None

    def called(self, labels: Mapping[str, Bilingual]) -> Finding:
        """Return the finding with a hint at what is called as the unknown name is."""
        if self.unknown is None:
            return self
        expected, hint = closest(*self.unknown, labels)
        return replace(self, expected=expected, hint=hint)


def unknown(where: Where, name: str, known: Iterable[str]) -> Finding:
    """Return the finding that a name is not among those known."""
    known = tuple(known)
    return Finding(where, f"'{name}'", *closest(name, known), unknown=(name, known))


def twice(where: Where, ids: Sequence[str]) -> Iterator[Finding]:
    """Yield a finding for each id that stood in its list before."""
    for position, one in enumerate(ids):
        if one in ids[:position]:
            yield Finding((*where, position, "id"), said("error.id.again_one", one=one), said("error.id.once"))


def origin_of(origins: Origins, where: Where) -> Origin | None:
    """Return where a part of the model was written: itself, a change beneath it, or the nearest thing around it."""
    if where in origins:
        return origins[where]
    beneath = [place for key, place in origins.items() if key[: len(where)] == where]
    if beneath:
        return beneath[-1]
    for length in range(len(where) - 1, -1, -1):
        if where[:length] in origins:
            return origins[where[:length]].below(where[length:])
    return None


def locate(origins: Origins, finding: Finding) -> Issue:
    """Return a finding as an issue at file and line."""
    place = origin_of(origins, finding.where)
    if place is None:
        return Issue("", 0, ".".join(str(part) for part in finding.where), finding.found, finding.expected, finding.hint)
    return place.issue(finding.found, finding.expected, finding.hint)
