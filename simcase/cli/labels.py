"""What states, lines, goals and initiatives of a model are called in the user's language."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass
from typing import TYPE_CHECKING

from simcase.words import CATALOGUE, Words

if TYPE_CHECKING:
    from simcase.model import Model

TOTAL = "i_alt"
"""The total that the plan states."""
WITH = f"{TOTAL}_inkl_"
"""What the total begins with that holds more than the plan's."""


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

    def state(self, name: str) -> str:
        """Return the name of a state."""
        return self.states.get(name, name)

    def line(self, name: str) -> str:
        """Return the name of a line of the budget or of a total; where a model has no lines, of a state."""
        if name == TOTAL:
            return self.words.say("line.total")
        if self.memo(name):
            return self.words.say("line.total_with", memo=self.memo(name))
        return self.lines.get(name) or self.states.get(name, name)

    def memo(self, total: str) -> str:
        """Return what a total holds besides the plan's lines, in small letters; of another line nothing."""
        name = self.lines.get(total.removeprefix(WITH), "") if total.startswith(WITH) else ""
        return name[:1].lower() + name[1:]

    def narrow(self, name: str, width: int) -> str:
        """Return the name of a line in short lines, for the head of a narrow column."""
        key = f"narrow.{name}"
        return self.words.say(key) if key in CATALOGUE else "\n".join(textwrap.wrap(self.line(name), width)[:3])

    def goal(self, name: str) -> str:
        """Return the name of a goal."""
        return self.goals.get(name, name)

    def initiative(self, name: str | None) -> str:
        """Return the name of an initiative; spending under none is the ordinary effort."""
        return self.initiatives.get(name, name) if name else self.words.say("initiative.ordinary")


def labels_of(model: Model, words: Words) -> Labels:
    """Return the names that a model gives."""
    return Labels(
        words=words,
        title=words.text(model.title),
        states={state.id: words.text(state.label) for state in model.states},
        lines={line.id: words.text(line.label) for line in model.lines},
        goals={goal.id: words.text(goal.label) for goal in model.goals},
        initiatives={initiative.id: words.text(initiative.label) for initiative in model.initiatives},
        shares=frozenset(goal.id for goal in model.goals if goal.over or goal.count == "long_term_share"),
    )
