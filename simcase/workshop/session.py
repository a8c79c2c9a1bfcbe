"""One browser's session: its settings and their history, its bets and its log; it shares nothing with other sessions but who plays."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Final, Literal, TypeAlias

from simcase.compare import FIRST_TOLD, line_aimed_at
from simcase.errors import UserError
from simcase.model import Model
from simcase.present.charts import Chart, live_charts
from simcase.present.labels import Labels, labels_of, lowered
from simcase.present.sentences_run import span_between
from simcase.report.canvas import Canvas
from simcase.study.levers import Lever
from simcase.words import Words
from simcase.workshop.answers import REFINED, STEPS, Answer
from simcase.workshop.bets import Asked, Round, result_of
from simcase.workshop.effects import Effects, Mean, last_year
from simcase.workshop.log import Entry, Log, Row
from simcase.workshop.settings import History, Settings, levers_of
from simcase.workshop.shared_state import SharedState

LIVE: Final = live_charts()
"""Charts that can be looked at, the first one first."""
MOST_SLIDERS: Final = 3
"""Sliders of a presentation."""
MOST_EFFECTS: Final = 60
"""Settings whose effects a session keeps: some 0.2 MB each."""
Facing: TypeAlias = Literal["persons", "net", "bets"]
"""A picture of the big screen."""
MOST_ANSWERS: Final = 24
"""Answers to pinned settings that a session keeps."""


def _nowhere(_session: Session) -> None:
    """Keep a session nowhere."""


@dataclass(slots=True, weakref_slot=True)
class Session:
    """What one session has chosen and what it was told."""

    shared: SharedState
    history: History
    lang: str
    chart: Chart = LIVE[0]
    listing: bool = False
    """Whether the figures of the chart stand beneath it."""
    initiative: str | None = None
    sliders: tuple[str, ...] = ()
    round: Round = field(default_factory=Round)
    log: Log = field(default_factory=Log)
    facing: Facing = "persons"
    """What the big screen shows."""
    canvas: Canvas = field(default_factory=Canvas)
    pinned: tuple[Settings, ...] = ()
    """Settings that others are held against, the latest last."""
    latest: Answer | None = None
    before: Settings | None = None
    """The settings of the answer before the latest."""
    revealed: Settings | None = None
    """The settings at which bets were revealed that the log does not have yet."""
    name: str = ""
    place: str = ""
    """The file that it is kept in."""
    unsaved: str = ""
    """Why the latest change is not on the disk."""
    unread: str = ""
    """The file that was asked for and could not be read."""
    parted: str = ""
    """The file that somebody else has written to, so that it is kept in another one since."""
    on_disk: str = ""
    """What is on the disk."""
    write: Callable[[Session], None] = _nowhere
    """What puts it there."""
    writing: threading.Lock = field(default_factory=threading.Lock)
    _effects: dict[tuple[object, ...], Effects] = field(default_factory=dict)
    _answers: dict[tuple[object, ...], Answer] = field(default_factory=dict)

    @property
    def settings(self) -> Settings:
        """Return the settings that hold."""
        return self.history.now

    def mark(self) -> tuple[object, ...]:
        """Return what tells what windows show now from what they showed before."""
        round_ = (self.round.asked, self.round.open, *self.round.bets)
        chosen = (self.name, self.lang, self.chart.id, self.listing, self.facing, self.initiative, *self.sliders)
        return self.settings.key(), chosen, round_, self.pinned, sum(entry.what != "tried" for entry in self.log.entries)

    @property
    def words(self) -> Words:
        """Return the language of the session."""
        return Words(self.lang)

    def labels(self) -> Labels:
        """Return what things are called in the scenario that is set."""
        return labels_of(self.shared.model(self.settings.scenario), self.words)

    def model(self, settings: Settings | None = None) -> Model:
        """Return the model of a scenario as it is, to the end that is set; of the settings that hold unless others are given."""
        settings = settings or self.settings
        model = self.shared.model(settings.scenario)
        return model if settings.end in {None, model.end} else replace(model, end=settings.end)

    def levers(self) -> tuple[Lever, ...]:
        """Return what can be moved of the scenario that is set."""
        return levers_of(self.model())

    def asked(self, asked: Asked) -> str:
        """Return what is bet on, in words that name the line aimed at and its years."""
        try:
            base, model = self.shared.pair(self.settings)
        except UserError:  # what cannot be simulated is told in place of the answer
            base, model = self.shared.model(self.shared.baseline), self.model()
        line = lowered(labels_of(model, self.words).line(line_aimed_at(base, model)))
        years = span_between(model.start, model.end, self.words)
        return self.words.say(f"workshop.bet.{asked}", line=line, year=last_year(model), years=years)

    def groups(self) -> list[str]:
        """Return the initiatives and pools with anything to move; those that the baseline lacks come first."""
        there = {each.id: each for each in self.shared.model(self.shared.baseline).initiatives}
        own = {each.id for each in self.shared.model(self.settings.scenario).initiatives if there.get(each.id) != each}
        return sorted(dict.fromkeys(lever.of for lever in self.levers()), key=lambda name: name not in own)

    def shown(self) -> list[Lever]:
        """Return the sliders of a presentation: those chosen, else the first ones of the first initiative."""
        chosen = [lever for lever in self.levers() if lever.key in self.sliders]
        first = self.groups()[:1]
        return (chosen or [lever for lever in self.levers() if lever.of in first])[:MOST_SLIDERS]

    def named(self, lever: Lever) -> str:
        """Return what a lever is called, with its initiative or pool."""
        return f"{self._owner(lever, self.model())}: {self.called(lever)}"

    def _owner(self, lever: Lever, model: Model) -> str:
        """Return what the initiative or pool of a lever is called in a model."""
        pools = {pool.id: self.words.text(pool.label) for pool in model.staff}
        return pools.get(lever.of) or labels_of(model, self.words).initiative(lever.of)

    def called(self, lever: Lever) -> str:
        """Return what a lever is called."""
        return self.words.say(f"workshop.lever.{lever.kind}")

    def said(self, settings: Settings | None = None) -> str:
        """Return settings in words, those that hold unless others are given: what differs from the scenario as it is."""
        words, settings = self.words, settings or self.settings
        model = self.model(settings)
        moved = [lever for lever in levers_of(model) if lever.key in settings.turns]
        parts = []
        for lever in moved:
            stands = words.say(f"workshop.set.{lever.kind}", value=words.number(settings.at(lever)))
            parts.append(f"{self._owner(lever, model)}: {stands}")
        if settings.cycle:
            parts.insert(0, words.say(f"workshop.cycle.{settings.cycle}"))
        if settings.end:
            parts.insert(0, words.say("workshop.until", date=words.date(settings.end)))
        return "; ".join(parts) or words.say("workshop.as_is")

    def save(self) -> None:
        """Put on the disk what has changed."""
        self.write(self)

    def heard(self, found: Answer) -> None:
        """Keep an answer, and note it in the log, with the bets that were revealed at its settings; one from too few runs tells nothing."""
        if found.count < FIRST_TOLD:
            return
        if self.latest is not None and self.latest.settings != found.settings:
            self.before = self.latest.settings
        self.latest = found
        if found.count >= REFINED:
            self.log.tried(found.settings)
            if self.revealed == found.settings:
                self._note_bets()
        self.learn(found.settings, found.effects)

    def learn(self, settings: Settings, effects: Effects) -> None:
        """Keep the effects of settings where they are of more runs than those at hand, and give the log its figures from enough runs."""
        known = self._effects.pop(settings.key(), effects)
        self._effects[settings.key()] = max(known, effects, key=lambda each: each.count)
        while len(self._effects) > MOST_EFFECTS:
            del self._effects[next(iter(self._effects))]
        if effects.count >= STEPS[-1]:
            self.log.fill(settings, effects)

    def effects_of(self, settings: Settings) -> Effects | None:
        """Return the effects of settings in the runs that they have had; None where they have had too few."""
        return self._effects.get(settings.key())

    def since(self, found: Answer, part: int) -> list[str]:
        """Return how an answer differs from the setting before and from the one pinned last, in words: in persons (0) or net (1)."""
        pinned = self.pinned[-1] if self.pinned else None
        said = [self._since("before", self.before, found, part), self._since("pinned", pinned, found, part)]
        return [said[0] or self.words.say("workshop.since.none"), *filter(None, said[1:])]

    def _since(self, name: str, other: Settings | None, found: Answer, part: int) -> str:
        """Return how an answer differs from other settings in as many runs; nothing where they have none, or nothing to compare."""
        known = self.effects_of(other) if other is not None and other != found.settings else None
        if known is None or not found.effects.alike(known):
            return ""
        _, change, runs = found.effects.contrast(known)
        words, (unit, digits) = self.words, ((1.0, 0), (1e6, 1))[part]
        mean, off = words.change(change[part].mean / unit, digits), words.number(change[part].off / unit, digits)
        return words.say(f"workshop.since.{name}", change=mean, off=off, count=runs)

    def unfinished(self) -> list[Settings]:
        """Return the settings that are held against others, or stand in the log, and have not had all runs yet."""
        others = [*([self.before] if self.before else []), *self.pinned]
        lacking = [each for each in others if (known := self.effects_of(each)) is None or known.count < STEPS[-1]]
        return list({each.key(): each for each in (*lacking, *self.log.unfilled())}.values())

    def pin(self) -> None:
        """Hold what comes against the settings that hold now, and note it in the log; a second click does it no second time."""
        if self.settings not in self.pinned:
            self.pinned = (*self.pinned, self.settings)
            self.log.add("pinned", self.settings)

    def answer(self, settings: Settings, count: int) -> Answer:
        """Return the answer to settings in so many runs, which are played here where they were not yet."""
        key = (*settings.key(), count)
        if key not in self._answers:
            if len(self._answers) >= MOST_ANSWERS:
                self._answers.clear()
            self._answers[key] = self.shared.played(settings, count, lambda _done, _total: None)
        return self._answers[key]

    def unpin(self, settings: Settings) -> None:
        """No longer hold anything against settings."""
        self.pinned = tuple(each for each in self.pinned if each != settings)

    def decide(self, note: str) -> None:
        """Note that the settings that hold were decided, whose figures may come later; a second click that types nothing notes nothing."""
        last = self.log.entries[-1] if self.log.entries else None
        if note.strip() or last is None or (last.what, last.settings) != ("decided", self.settings):
            self.log.add("decided", self.settings, note.strip())

    def begin_round(self, asked: Asked) -> None:
        """Open a round of bets."""
        self.round.begin(asked)
        self.revealed = None

    def reveal(self) -> None:
        """Close a round of bets, which are noted in the log once the settings that hold have a refined answer."""
        self.round.reveal()
        self.revealed, self.facing = self.settings, "bets"

    def withheld(self, count: int) -> bool:
        """Tell whether an answer from so many runs is not to be shown: tables bet on it, or it is to be revealed from more runs."""
        return self.round.open or (self.revealed == self.settings and count < REFINED)

    def _note_bets(self) -> None:
        """Note the bets beside the settings that they were revealed at."""
        asked, settings, self.revealed = self.round.asked, self.revealed, None
        unit, digits = self.words.say(f"workshop.bet.{asked}_unit"), 0 if asked == "persons" else 1
        said = ", ".join(f"{bet.table} {self.words.change(bet.value, digits)}" for bet in self.round.bets)
        if said and settings is not None:
            self.log.add("bet", settings, f"{self.asked(asked)}: {said} ({unit})")

    def result(self, found: Answer) -> Mean:
        """Return the figure that the round is about."""
        return result_of(self.round.asked, found.effects)

    def log_rows(self) -> list[Row]:
        """Return the log in words, the first entry first."""
        return [Row(entry.what, self._cells(entry)) for entry in self.log.entries]

    def _cells(self, entry: Entry) -> tuple[str, ...]:
        """Return an entry of the log in words, column by column."""
        words, told = self.words, entry.told
        title, model = words.text(self.shared.model(entry.settings.scenario).title), self.model(entry.settings)
        first = (f"{entry.when:%H:%M:%S}", words.say(f"workshop.log.{entry.what}"), title, self.said(entry.settings))
        if told is None:
            return (*first, words.say("workshop.log.coming"), "", "", entry.note)
        persons = f"{labels_of(model, words).line(told.line)} {last_year(model)}: {self.between(told.persons)}"
        net = f"{span_between(model.start, model.end, words)}: {self.between(Mean(*(value / 1e6 for value in told.net)), 1)}"
        return (*first, persons, net, str(told.runs), entry.note)

    def between(self, mean: Mean, digits: int = 0) -> str:
        """Return a mean with what nine runs of ten lie between."""
        words = self.words
        return f"{words.change(mean.mean, digits)} ({words.interval(words.change(mean.low, digits), words.change(mean.high, digits))})"


def new_session(shared: SharedState) -> Session:
    """Return a session that begins: the first scenario as it is."""
    return Session(shared, History(Settings(shared.choices[0])), shared.lang)
