"""A synthetic citizen's life in words: spells and programmes, and from when on two lives differ."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from simcase.present.labels import Labels
from simcase.present.table import Look, Row, Sentence, Table, figures, texts
from simcase.study.results import LifeHistory, LifeResult, Participation, Spell
from simcase.words import Words

WEEK = 7.0


@dataclass(frozen=True, slots=True)
class Life:
    """A citizen's life in one world or in two: the result of a trace, the names in each world, and from when on the lives differ."""

    result: LifeResult
    labels: Sequence[Labels]
    parted: date | None

    def names(self) -> dict[str, str]:
        """Return the names of states and initiatives by id."""
        return {key: name for labels in self.labels for key, name in (labels.states | labels.initiatives).items()}


def who(life: Life) -> str:
    """Return who the citizen is, and that it is a synthetic one."""
    result, words = life.result, life.labels[0].words
    said = [words.say("life.citizen", n=result.citizen)]
    said += [words.say("life.age", age=int(result.age))] if result.age is not None else []
    said += [life.labels[0].segments[result.segment].lower()] if result.segment else []
    return ", ".join(said)


def life_parts(life: Life) -> Iterator[Table | Sentence]:
    """Yield what is printed of a life: who it is, whether two lives differ, then each world; lives that never differ are told once."""
    words, worlds = life.labels[0].words, life.result.worlds
    yield Sentence(f"{who(life)}. {words.say('life.synthetic')}", "strong")
    if len(worlds) > 1:
        yield Sentence(words.say("life.differ", date=words.date(life.parted)) if life.parted else words.say("life.same"))
    told = zip(worlds, life.labels, strict=True) if life.parted else [(worlds[0], life.labels[0])]
    for world, labels in told:
        yield _spells_table(world, labels, life.parted)
        if world.programmes:
            yield _programmes_table(world, labels, life.parted)
    yield Sentence(_about(life.result, words), "faint")


def _spells_table(world: LifeHistory, labels: Labels, parted: date | None) -> Table:
    """Return a row a spell; those from the day on which the lives differ are bold."""
    words = labels.words
    heads = [words.say(f"life.{head}") for head in ("from", "to")]
    rows = []
    for spell in world.spells:
        days = [words.date(spell.first), _end(spell, words)]
        rows.append(Row([labels.state(spell.state), *days, spell.days / WEEK], _look(spell, parted)))
    columns = [*texts(words.say("head.state"), *heads), *figures(words.say("life.weeks"), kind="amount")]
    return Table("", labels.title, columns, rows, below="" if world.spells else words.say("life.nowhere"))


def _programmes_table(world: LifeHistory, labels: Labels, parted: date | None) -> Table:
    """Return a row a programme taken, with how it ended."""
    words = labels.words
    heads = texts(words.say("head.initiative"), *(words.say(f"life.{head}") for head in ("from", "to", "ended")))
    rows = []
    for taken in world.programmes:
        ended = words.say(f"ended.{taken.ended}") if taken.ended else ""
        cells = [labels.initiative(taken.initiative), words.date(taken.first), _end(taken, words), ended]
        rows.append(Row(cells, _look(taken, parted)))
    return Table("", "", heads, rows)


def _end(row: Spell | Participation, words: Words) -> str:
    """Return the day on which a spell or programme ends, or that it goes on."""
    return words.date(row.last) if row.last else words.say("life.on")


def _look(row: Spell | Participation, parted: date | None) -> Look:
    """Return how a row is written that ends, or goes on, after the lives have parted."""
    return "strong" if parted and (row.last or date.max) >= parted else ""


def _about(result: LifeResult, words: Words) -> str:
    """Return one line on which run the life is from."""
    first, last = result.worlds[0].first, result.worlds[0].last
    return words.say("life.about", replication=result.replication, seed=result.seed, first=words.date(first), last=words.date(last))
