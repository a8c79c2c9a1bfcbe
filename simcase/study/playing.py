"""The replications of a run: those that an interruption left, and the others as they are played; each is told to the log."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from typing import Any

from simcase import engine, tidy
from simcase.engine import Figures, Progress
from simcase.errors import ReplicationError, RunError
from simcase.study.request import Request
from simcase.tidy import Journal, Outcome

log = logging.getLogger(__name__)


@dataclass(slots=True)
class Playing:
    """A run under way: what is asked, its task, whom progress is told, what the log calls it, and which replications are done."""

    request: Request
    task: engine.Task
    progress: Progress
    about: dict[str, Any]
    done: set[int] = field(default_factory=set)

    def outcome(self, journal: Journal[Figures] | None = None) -> Outcome:
        """Return the outcome of every replication; with a journal, those in it are not played again and the others are added.

        Raises RunError for a replication that failed, with the command that plays it alone.
        """
        try:
            return tidy.stacked(self.task.tables, self.request.count, self._figures(journal))
        except KeyboardInterrupt:
            log.warning("interrupted", extra={**self.about, "done": len(self.done)})
            raise
        except ReplicationError as error:
            raise RunError(f"{error}\n  {' '.join(self._alone(error))}") from error

    def _figures(self, journal: Journal[Figures] | None) -> Iterator[tuple[int, Figures]]:
        """Yield the replications that are kept, then the others as they are played."""
        for replication, kept in journal.kept() if journal is not None else ():
            self._note(replication)
            yield replication, kept
        log.info("begun", extra={**self.about, "done": len(self.done)})
        left = [number for number in range(self.request.count) if number not in self.done]
        with closing(engine.all_played(self.task, left, self.request.crew)) as fresh:
            for played in fresh:
                if journal is not None:
                    journal.add(played.replication, played.figures)
                self._note(played.replication)
                told = {"replication": played.replication, "seconds": round(played.seconds, 4), "worker": played.worker}
                log.info("replication", extra={**self.about, **told})
                yield played.replication, played.figures

    def _note(self, replication: int) -> None:
        """Count a replication as done."""
        self.done.add(replication)
        self.progress(len(self.done), self.request.count)

    def _alone(self, error: ReplicationError) -> list[str]:
        """Return the command that plays a replication alone."""
        request, number = self.request, str(error.replication)
        world = ["--calibration", request.calibration, *(["--fit", request.fit] if request.fit else [])]
        luck = ["--seed", str(request.seed), "--uncertainty", request.uncertainty, "--replication", number]
        return ["simcase", "trace", request.scenario, *world, *luck, "--citizen", str(error.citizen or 0)]
