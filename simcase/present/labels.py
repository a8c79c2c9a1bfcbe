"""What states, lines, goals and initiatives of a model are called in the user's language."""

from __future__ import annotations

import textwrap
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from simcase.model.figures import lent
from simcase.model.uncertainty import effects_of
from simcase.money import TOTAL, WITH
from simcase.words import CATALOGUE, Words

if TYPE_CHECKING:
    from simcase.model import Model
    from simcase.model.resolved import Edits

NAMED: Final = 2
"""States that an effect is named by."""


@dataclass(frozen=True, slots=True)
class Labels:
    """Names by id; an id that has no name stands for itself."""

    words: Words
    title: str
    states: dict[str, str]
    lines: dict[str, str]
    goals: dict[str, str]
    initiatives: dict[str, str]
    shares: frozenset[str]
    """Goals that are shares and not counts."""
    memos: tuple[str, ...] = ()
    """Lines outside the plan's total."""
    segments: dict[str, str] = field(default_factory=dict)
    benefits: frozenset[str] = frozenset()
    """States that a line of the budget pays."""
    alone: dict[str, str] = field(default_factory=dict)
    """Names of benefits by the only state that each pays."""
    full_time: dict[str, float] = field(default_factory=dict)
    """Full-time persons a person, by state."""
    unknowns: dict[str, str] = field(default_factory=dict)
    """Unknowns of the fit, and effects by the exits that they multiply."""
    processes: dict[str, str] = field(default_factory=dict)
    """Processes of the economy."""
    groups: dict[str, str] = field(default_factory=dict)
    """Groups of transitions that the economy moves."""
    lent: tuple[int, int] = (0, 0)
    """How many numbers of the municipality another one has lent, and of how many."""
    learned: bool = False
    """Whether the runs are of members that learned from counts."""
    edits: Edits | None = None
    """The workbook whose prices hold, and what of it was edited."""

    def state(self, name: str) -> str:
        """Return the name of a state."""
        return self.states.get(name, name)

    def place(self, name: str) -> str:
        """Return the name of a state beside benefits: one that is a benefit's only one is called as the benefit is."""
        return self.alone.get(name) or self.state(name)

    def line(self, name: str) -> str:
        """Return the name of a line of the budget or of a total; where a model has no lines, of a state."""
        if name == TOTAL:
            return self.words.say("line.total")
        if name.startswith(WITH):
            return self.words.say("line.total_with", memo=self.outside())
        return self.lines.get(name) or self.states.get(name, name)

    def row(self, name: str) -> str:
        """Return the name of a line where it stands by itself: that of the plan's total with what it leaves out."""
        return self.line(name) + (self.without() if name == TOTAL else "")

    def outside(self) -> str:
        """Return the lines outside the plan's total as they stand inside a sentence."""
        names = (self.lines[line] for line in self.memos)
        return ", ".join(map(lowered, names))

    def without(self) -> str:
        """Return that the plan's total leaves lines out, as it follows its name; nothing where it does not."""
        return self.words.say("finding.without", memo=self.outside()) if self.memos else ""

    def ordered(self, lines: Iterable[str]) -> list[str]:
        """Return lines in the order of the table, each once: the plan's, their total, those outside it, the total of all."""
        ranks = {TOTAL: 1, **dict.fromkeys(self.memos, 2)}
        return sorted(dict.fromkeys(lines), key=lambda line: 3 if line.startswith(WITH) else ranks.get(line, 0))

    def narrow(self, name: str, width: int) -> str:
        """Return the name of a line in short lines, for the head of a narrow column."""
        key = f"narrow.{name}"
        return self.words.say(key) if key in CATALOGUE else "\n".join(textwrap.wrap(self.line(name), width)[:3])

    def goal(self, name: str) -> str:
        """Return the name of a goal."""
        return self.goals.get(name, name)

    def unknown(self, name: str) -> str:
        """Return the name of an unknown: of the fit, or of an initiative's effect."""
        return self.unknowns.get(name, name)

    def initiative(self, name: str | None) -> str:
        """Return the name of an initiative; spending under none is the ordinary effort."""
        return self.initiatives.get(name, name) if name else self.words.say("initiative.ordinary")


def lowered(name: str) -> str:
    """Return a name as it stands inside a sentence.

    >>> lowered("Fleksjob")
    'fleksjob'
    """
    return name[:1].lower() + name[1:]


_latest: Final[deque[tuple[Model, str, Labels]]] = deque(maxlen=8)
"""The names that were asked for last, each with the model and the language: a page asks a dozen times for the same."""


def labels_of(model: Model, words: Words) -> Labels:
    """Return the names that a model gives."""
    for one, lang, found in tuple(_latest):
        if one is model and lang == words.lang:
            return found
    found = _labels(model, words)
    _latest.append((model, words.lang, found))
    return found


def _labels(model: Model, words: Words) -> Labels:
    """Return the names that a model gives, gathered anew."""
    return Labels(
        words=words,
        title=words.text(model.title),
        states={state.id: words.text(state.label) for state in model.states},
        lines={line.id: words.text(line.label) for line in model.lines},
        goals={goal.id: words.text(goal.label) for goal in model.goals},
        initiatives={each.id: words.text(each.label) for each in model.initiatives}
        | {each.id: words.text(each.label) for each in model.grants},
        shares=frozenset(goal.id for goal in model.goals if goal.over or goal.count == "long_term_share"),
        memos=tuple(line.id for line in model.lines if line.memo),
        unknowns={each.id: words.text(each.label) for each in model.parameters} | dict(_effects(model, words)),
        processes={each.id: words.text(each.label) for each in (model.economy.processes if model.economy else ())},
        groups={each.id: words.text(each.label) for each in (model.economy.groups if model.economy else ())},
        segments={segment.id: words.text(segment.label) for segment in model.segments},
        alone=_alone(model, words),
        full_time={state.id: state.full_time_share.value for state in model.states},
        benefits=frozenset(state.id for state in model.states if state.line is not None),
        lent=lent(model),
        learned=model.members is not None,
        edits=model.edits,
    )


def _alone(model: Model, words: Words) -> dict[str, str]:
    """Return the names of benefits that pay one state alone, by that state."""
    paid = [state.line for state in model.states if not state.absorbing]
    named = {line.id: words.text(line.label) for line in model.lines if paid.count(line.id) == 1}
    return {state.id: named[state.line] for state in model.states if state.line in named and not state.absorbing}


def _effects(model: Model, words: Words) -> Iterator[tuple[str, str]]:
    """Yield each effect of the initiatives with its name: the exits that it multiplies, and a number where two are called the same."""
    states = {state.id: words.text(state.label) for state in model.states}
    called = list[tuple[str, str]]()
    for each in model.initiatives:
        for where, effects in effects_of(each):
            for number, effect in enumerate(effects):
                first, others = ", ".join(states.get(name, name) for name in effect.exits_to[:NAMED]), len(effect.exits_to) - NAMED
                exits = words.say("unknown.more", exits=first, n=others) if others > 0 else first
                said = words.say(f"unknown.{where.split('.')[0]}", initiative=words.text(each.label), exits=exits)
                called.append((f"{each.id}.{where}.{number}", said))
    names = [said for _, said in called]
    for at, (key, said) in enumerate(called):
        yield key, f"{said} ({names[: at + 1].count(said)})" if names.count(said) > 1 else said
