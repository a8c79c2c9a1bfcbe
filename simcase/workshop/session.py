"""One browser's session: its settings and their history, its bets and its log; it shares nothing with other sessions but who plays."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Final

from simcase.model import Model
from simcase.present.charts import Chart, live_charts
from simcase.present.labels import Labels, labels_of
from simcase.report.canvas import Canvas
from simcase.study.levers import Lever
from simcase.words import Words
from simcase.workshop.answers import REFINED, Answer, Mean, years_of
from simcase.workshop.bets import Asked, Round, result_of
from simcase.workshop.log import Entry, Log, What
from simcase.workshop.settings import History, Settings, levers_of
from simcase.workshop.shared_state import SharedState

LIVE: Final = live_charts()
"""Charts that can be looked at, the first one first."""
MOST_SLIDERS: Final = 3
"""Sliders of a presentation."""
UNITS: Final = {"strength": "percent", "share": "percent", "cost": "percent", "staff": "percent", "delay": "months"}


@dataclass(slots=True)
class Session:
    """What one session has chosen and what it was told."""

    shared: SharedState
    history: History
    lang: str
    presenting: bool = False
    chart: Chart = LIVE[0]
    initiative: str | None = None
    sliders: tuple[str, ...] = ()
    round: Round = field(default_factory=Round)
    log: Log = field(default_factory=Log)
    canvas: Canvas = field(default_factory=Canvas)
    latest: Answer | None = None
    of: Settings | None = None
    """The settings that the latest answer is of."""
    revealed: Settings | None = None
    """The settings at which bets were revealed that the log does not have yet."""

    @property
    def settings(self) -> Settings:
        """Return the settings that hold."""
        return self.history.now

    @property
    def words(self) -> Words:
        """Return the language of the session."""
        return Words(self.lang)

    def labels(self) -> Labels:
        """Return what things are called in the scenario that is set."""
        return labels_of(self.shared.model(self.settings.scenario), self.words)

    def model(self) -> Model:
        """Return the model of the scenario that is set, as it is, to the end that is set."""
        model = self.shared.model(self.settings.scenario)
        return replace(model, end=self.settings.end or model.end)

    def levers(self) -> tuple[Lever, ...]:
        """Return what can be moved of the scenario that is set."""
        return levers_of(self.model())

    def asked(self, asked: Asked) -> str:
        """Return what is bet on, in words that name its years."""
        years = years_of(self.model())
        return self.words.say(f"workshop.bet.{asked}", year=years[-1], years=span(years))

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
        pools = {pool.id: self.words.text(pool.label) for pool in self.shared.model(self.settings.scenario).staff}
        return f"{pools.get(lever.of) or self.labels().initiative(lever.of)}: {self.called(lever)}"

    def called(self, lever: Lever) -> str:
        """Return what a lever is called."""
        return self.words.say(f"workshop.lever.{lever.kind}")

    def written(self, lever: Lever, value: float) -> str:
        """Return where a lever stands, in words."""
        unit = UNITS.get(lever.kind)
        return self.words.say(f"workshop.unit.{unit}", value=value) if unit else self.words.number(value)

    def said(self) -> str:
        """Return the settings in words: what differs from the scenario as it is."""
        words, settings = self.words, self.settings
        parts = [f"{self.named(lever)} {self.written(lever, settings.at(lever))}" for lever in self.levers() if lever.key in settings.turns]
        if settings.cycle:
            parts.insert(0, words.say(f"workshop.cycle.{settings.cycle}"))
        if settings.end:
            parts.insert(0, words.say("workshop.until", date=words.date(settings.end)))
        return "; ".join(parts) or words.say("workshop.as_is")

    def heard(self, found: Answer) -> None:
        """Keep an answer to the settings that hold, and note it in the log, with the bets that were revealed at them."""
        self.latest, self.of = found, self.settings
        self.log.tried(self.settings, self._entry("tried", found))
        if self.revealed == self.settings and found.count >= REFINED:
            self._note_bets(found)

    def decide(self, note: str) -> None:
        """Note that the settings that hold were decided; nothing happens before they have an answer."""
        if self.latest is not None and self.of == self.settings:
            self.log.add(self._entry("decided", self.latest, note.strip()))

    def begin_round(self, asked: Asked) -> None:
        """Open a round of bets."""
        self.round.begin(asked)
        self.revealed = None

    def reveal(self) -> None:
        """Close a round of bets, which are noted in the log once the settings that hold have a refined answer."""
        self.round.reveal()
        self.revealed = self.settings

    def _note_bets(self, found: Answer) -> None:
        """Note the bets beside the answer to the settings that they were revealed at."""
        asked, self.revealed = self.round.asked, None
        unit, digits = self.words.say(f"workshop.bet.{asked}_unit"), 0 if asked == "persons" else 1
        said = ", ".join(f"{bet.table} {self.words.change(bet.value, digits)}" for bet in self.round.bets)
        if said:
            self.log.add(self._entry("bet", found, f"{self.asked(asked)}: {said} ({unit})"))

    def result(self, found: Answer) -> Mean:
        """Return the figure that the round is about."""
        return result_of(self.round.asked, found, found.lines()[0], found.years()[-1])

    def _entry(self, what: What, found: Answer, note: str = "") -> Entry:
        """Return an entry of the log."""
        line, years = found.lines()[0], found.years()
        persons, net = found.persons(line, years[-1]), found.net()
        titles = self.words.text(self.shared.model(self.settings.scenario).title)
        said = (
            f"{self.labels().line(line)} {years[-1]}: {self.between(persons)}",
            f"{span(years)}: {self.between(Mean(*(value / 1e6 for value in net)), 1)}",
        )
        return Entry(datetime.now().astimezone(), what, titles, self.said(), *said, found.count, note)

    def between(self, mean: Mean, digits: int = 0) -> str:
        """Return a mean with what nine runs of ten lie between."""
        words = self.words
        return f"{words.change(mean.mean, digits)} ({words.interval(words.change(mean.low, digits), words.change(mean.high, digits))})"


def span(years: Sequence[int]) -> str:
    """Return years from the first to the last.

    >>> span([2019, 2020]), span([2019])
    ('2019-2020', '2019')
    """
    return f"{years[0]}-{years[-1]}" if len(years) > 1 else str(years[0])


def new_session(shared: SharedState) -> Session:
    """Return a session that begins: the first scenario as it is."""
    return Session(shared, History(Settings(shared.choices[0])), shared.lang)
