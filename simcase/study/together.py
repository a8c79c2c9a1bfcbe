"""Several runs played side by side: what their worlds have in common is played once."""

from __future__ import annotations

import logging
import time
from collections.abc import Iterable
from contextlib import ExitStack, closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from simcase import engine, tidy
from simcase.engine import Figures, Progress
from simcase.errors import ReplicationError
from simcase.model import Donors, Model
from simcase.study.request import Request
from simcase.study.worlds import inputs, manifest, starting_stock
from simcase.tables import Tables, compiled
from simcase.tidy import Journal

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Lacking:
    """A run that is not stored yet: its request, model, arrays and folder."""

    request: Request
    model: Model
    tables: Tables
    folder: Path

    def about(self) -> dict[str, Any]:
        """Return what the log calls it."""
        return {"scenario": self.model.scenario, "run": self.folder.name, "replications": self.request.count}

    def task(self, stock: Donors | None) -> engine.Task:
        """Return what plays its replications from a starting stock."""
        if stock is not None:
            engine.check_donors(self.tables, stock)
        return engine.Task(self.tables, stock, self.request.seed, self.model, self.request.uncertainty)


def lacking(asked: Iterable[tuple[Request, Model]]) -> dict[str, Lacking]:
    """Return those of several runs that are not stored, by their ids."""
    found: dict[str, Lacking] = {}
    for request, model in asked:
        run = tidy.run_id(inputs(request, model))
        if run not in found and tidy.whole(request.results, run) is None:
            found[run] = Lacking(request, model, compiled(model), request.results / model.scenario / run)
    return found


def play_together(asked: Iterable[tuple[Request, Model]], progress: Progress) -> float:
    """Play what several runs lack into their journals, each replication in all of them at once; return the seconds that each took.

    They differ in nothing but their models, which have the same calibration and fit.

    The first is played whole, in the others only citizens who can live another life there. A replication that fails ends the work: it is
    told by the run that it belongs to, which goes on from the journal.
    """
    runs = lacking(asked)
    if len(runs) <= 1:
        return 0.0
    begun = time.perf_counter()
    with ExitStack() as stack:
        for run in sorted(runs):
            stack.enter_context(tidy.held(runs[run].folder))
        left = [each for each in runs.values() if tidy.seconds_of(each.folder) is None]  # another process may have had them meanwhile
        try:
            if len(left) > 1:
                _played(left, progress, stack)
        except ReplicationError:
            log.warning("stopped", extra={"runs": sorted(runs)})
        except KeyboardInterrupt:
            log.warning("interrupted", extra={"runs": sorted(runs)})
            raise
    return (time.perf_counter() - begun) / len(runs)


def _played(runs: list[Lacking], progress: Progress, stack: ExitStack) -> None:
    """Play the replications that any of several runs lacks, and add each to the journals of those that lack it."""
    journals: list[tuple[Journal[Figures], set[int]]] = []
    for each in runs:
        tidy.write_json(each.folder / tidy.MANIFEST, manifest(each.request, each.model, inputs(each.request, each.model)))
        journal = stack.enter_context(closing(tidy.journal(each.folder, each.tables, each.request.count)))
        journals.append((journal, {number for number, _ in journal.kept()}))
    request = runs[0].request
    left = [number for number in range(request.count) if any(number not in done for _, done in journals)]
    stock = starting_stock(request, runs[0].model, runs[0].tables)
    first, *others = (each.task(stock) for each in runs)
    with closing(engine.all_played(first._replace(others=tuple(others)), left, request.crew)) as fresh:
        for count, played in enumerate(fresh, request.count - len(left) + 1):
            told = {"replication": played.replication, "seconds": round(played.seconds / len(runs), 4), "worker": played.worker}
            for each, (journal, done), figures in zip(runs, journals, (played.figures, *played.others), strict=True):
                if played.replication not in done:
                    journal.add(played.replication, figures)
                    log.info("replication", extra={**each.about(), **told})
            progress(count, request.count)
