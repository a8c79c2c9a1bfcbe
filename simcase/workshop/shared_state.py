"""What all sessions of a page share: the scenarios that can be chosen, their models, and those who play."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from typing import Final

from simcase.declare import AS_IS, BASELINE, Library, here
from simcase.declare.initiatives import Initiative
from simcase.errors import Issue, UserError
from simcase.model import Model, own_initiatives, resolve
from simcase.model.scenario import read_scenario
from simcase.report.page_of import page_of
from simcase.study import Request, Shown
from simcase.tidy import Outcome
from simcase.words import said
from simcase.workshop.answers import STEPS, Answer, answer, baseline_of, paired, whole
from simcase.workshop.effects import Effects, effects_of
from simcase.workshop.players import Players, Progress
from simcase.workshop.saved import base_of, scenario_file
from simcase.workshop.settings import Settings, with_settings

CYCLES: Final = ("recession", "upturn")
"""Scenarios whose own initiatives are the business cycle."""
MOST_WORLDS: Final = 400
"""Settings whose models are kept."""
LAST: Final = 2026
"""The last year that can be simulated."""


@dataclass(slots=True)
class SharedState:
    """What is offered: the scenarios by name, the baseline, and how runs are asked for."""

    request: Request
    choices: tuple[str, ...]
    baseline: str
    lang: str
    library: Library = field(default_factory=here)
    players: Players = field(init=False)
    _models: dict[str, Model] = field(init=False, default_factory=dict)
    _cycles: dict[str, tuple[Initiative, ...]] | None = field(init=False, default=None)
    _worlds: dict[tuple[object, ...], Model] = field(init=False, default_factory=dict)
    _baselines: deque[Shown] = field(init=False, default_factory=partial(deque, maxlen=2 * len(STEPS)))
    """What baselines gave last, by model and number of replications."""
    _lock: threading.Lock = field(init=False, default_factory=threading.Lock)

    def __post_init__(self) -> None:
        """Have somebody to play."""
        self.players = Players(self.request)

    def model(self, expression: str) -> Model:
        """Return the model of a scenario, resolved once; raises UserError."""
        with self._lock:
            if expression not in self._models:
                request = self.request
                self._models[expression] = resolve(expression, calibration=request.calibration, fit=request.fit, library=self.library)
            return self._models[expression]

    def cycles(self) -> dict[str, tuple[Initiative, ...]]:
        """Return the business cycles by name: the initiatives that such a scenario adds to the one that it is based on."""
        if self._cycles is not None:
            return self._cycles
        found: dict[str, tuple[Initiative, ...]] = {}
        for name in CYCLES:
            if name in self.library.scenarios():
                with suppress(UserError):
                    based = read_scenario(name, self.library).chain[-1].declared.based_on or AS_IS
                    model = self.model(name)
                    own = own_initiatives(self.model(based), model)
                    found[name] = tuple(each for each in model.initiatives if each.id in own)
        self._cycles = found
        return found

    def pair(self, settings: Settings) -> tuple[Model, Model]:
        """Return the models of baseline and scenario in the same cycle and to the same end; raises UserError."""
        scenario = self._settled(settings)
        return self._settled(Settings(self.baseline, settings.cycle, scenario.end)), scenario

    def _settled(self, settings: Settings) -> Model:
        """Return the model that settings make, made once; raises UserError."""
        if (known := self._worlds.get(settings.key())) is not None:
            return known
        model = with_settings(self.model(settings.scenario), self.cycles().get(settings.cycle or "", ()), settings)
        with self._lock:
            if len(self._worlds) >= MOST_WORLDS:
                self._worlds.clear()
            self._worlds[settings.key()] = model
        return model

    def ends(self, settings: Settings) -> list[date]:
        """Return the days on which a world may end: the ends of the years after its first, and the scenario's own end."""
        model = self.model(settings.scenario)
        years = [date(year, 12, 31) for year in range(model.start.year + 1, max(LAST, model.end.year) + 1)]
        return sorted({*years, model.end})

    def played(self, settings: Settings, count: int, progress: Progress) -> Answer:
        """Return what settings give after so many replications."""
        return self.answer(settings, self.players.played(self.pair(settings), count, progress))

    def answer(self, settings: Settings, outcomes: list[Outcome]) -> Answer:
        """Return what settings give, once they and their baseline are simulated."""
        return answer(settings, self._baseline(settings, outcomes[0]), self.pair(settings)[1], outcomes[1])

    def effects(self, settings: Settings, count: int, progress: Progress) -> Effects:
        """Return what settings change after so many replications, without the rest of an answer."""
        models = self.pair(settings)
        outcomes = self.players.played(models, count, progress)
        baseline = self._baseline(settings, outcomes[0])
        return effects_of(baseline.world, paired(baseline, models[1], outcomes[1]))

    def _baseline(self, settings: Settings, outcome: Outcome) -> Shown:
        """Return what the baseline of settings gives after its replications, worked out once."""
        model, count = self.pair(settings)[0], len(outcome.days)
        with self._lock:
            known = next((each for each in self._baselines if each.world.model is model and each.request.count == count), None)
        if known is None:
            known = baseline_of(self.request, model, outcome)
            with self._lock:
                self._baselines.append(known)
        return known

    def file(self, settings: Settings) -> str:
        """Return settings as the text of a scenario file."""
        name, changes = base_of(settings.scenario, self.library)
        return scenario_file((name, self.model(name)), changes, self.pair(settings)[1], settings, self.library)

    def baseline_file(self, settings: Settings) -> str:
        """Return the baseline of settings, in their cycle and to their end, as the text of a scenario file."""
        end = self.pair(settings)[1].end
        return self.file(Settings(self.baseline, settings.cycle, end))

    def report(self, settings: Settings, count: int, lang: str, names: tuple[str, str]) -> str:
        """Return the report of settings after so many replications, as one page; the names are those of the files that repeat it."""
        found = self.played(settings, count, lambda _done, _total: None)
        return page_of(whole(found, names[1], names[0]), lang)


def open_state(request: Request, names: Sequence[str], baseline: str | None, lang: str) -> SharedState:
    """Return a state that offers the scenarios named, or every one that the calibration allows, with the models resolved.

    Raises UserError where a scenario named is wrong, or where the calibration has no lines of a budget, which all figures of a page are of.
    """
    library = here()
    base = baseline or (BASELINE if BASELINE in library.scenarios() else AS_IS)
    shared = SharedState(request, tuple(dict.fromkeys(names)), base, lang, library)
    if not (model := shared.model(base)).lines:
        found = said("error.portfolio.no_lines", calibration=model.calibration)
        raise UserError([Issue("", 0, "--calibration", found, said("error.workshop.with_prices"))])
    for name in shared.choices:
        shared.model(name)
    if not shared.choices:
        shared.choices = tuple(_allowed(shared))
    return shared


def _allowed(shared: SharedState) -> list[str]:
    """Return the scenarios other than the baseline and the business cycles that the calibration allows."""
    names = []
    for name in shared.library.scenarios():
        if name not in (shared.baseline, *CYCLES):
            with suppress(UserError):
                shared.model(name)
                names.append(name)
    return names or [shared.baseline]
