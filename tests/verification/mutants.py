"""Deliberate mistakes in a copy of the kernel, each of which the comparison with the twin must notice.

`python tests/verification/mutants.py` tries them all and tells which survive. The copies are played as plain Python, since to compile
each of them takes longer than to play it, in copies of one process that has read everything beneath the engine.
"""

from __future__ import annotations

import json
import multiprocessing
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from shutil import copytree, ignore_patterns
from tempfile import TemporaryDirectory
from traceback import format_exc

import simcase

AT_A_TIME = 2
"""Each keeps a core busy."""
AGREED = "they agree"
BENEATH = ("numba", "simcase.model.checks", "simcase.tables", "small", "twin")
"""What the comparison reads besides the engine and what knows it; no mistake is planted there."""


@dataclass(frozen=True)
class Mutant:
    """A mistake: the text of a source file of the engine, which stands there once, and what takes its place."""

    name: str
    file: str
    text: str
    instead: str


UNTOUCHED = Mutant("none", "kernel/lives.py", "", "")
MUTANTS = (
    Mutant(
        "a move loses to the end of a programme",
        "kernel/lives.py",
        "who.citizen[i].next_time <= who.citizen[i].ends",
        "who.citizen[i].next_time < who.citizen[i].ends",
    ),
    Mutant("phases are not cut", "kernel/lives.py", "            cut(who, i, time)\n", ""),
    Mutant("used days lengthen a right", "kernel/counters.py", "- who.used[i, k])", "+ who.used[i, k])"),
    Mutant("a week too few is held", "kernel/counters.py", "held = week - first + 1", "held = week - first"),
    Mutant(
        "a month end too late",
        "kernel/clocks.py",
        "month_at(work, max(time, work.first_day)) + 1",
        "min(month_at(work, max(time, work.first_day)) + 2, len(work.month_edge) - 1)",
    ),
    Mutant("the other exit's draw", "kernel/clocks.py", "= one, other", "= other, one"),
    Mutant("a ceiling too low", "kernel/clocks.py", "> ceiling * (limit - begin)", "> 0.8 * ceiling * (limit - begin)"),
    Mutant("who waits loses the row", "kernel/lives.py", "rows.free[each] = rows.taken[0]", "rows.free[each] = rows.free[0]"),
    Mutant("self-support before the first week on a benefit counts", "kernel/lives.py", "        if who.citizen[i].weeks > 0:\n    ", ""),
    Mutant("layers do not act", "kernel/clocks.py", "            product *= factor\n", "            pass\n"),
    Mutant("again at once", "kernel/lists.py", "who.again[i, p], ", ""),
    Mutant("the queue from its end", "kernel/lists.py", "return float(who.citizen[i].origin)", "return 1.0 - float(who.citizen[i].origin)"),
    Mutant("who is admitted stays in the lists", "kernel/intake.py", "    take_candidate(work, agenda, i)\n", ""),
    Mutant(
        "the last of a list is forgotten",
        "kernel/lists.py",
        "agenda.candidate[p, at] = agenda.candidate[p, last]",
        "agenda.candidate[p, at].who = agenda.candidate[p, last].who",
    ),
    Mutant("who leaves soon is not listed", "kernel/lists.py", "since >= due(who, i)", "since >= due(who, i) - 7.0"),
    Mutant(
        "who is looked at has lived on",
        "programmes.py",
        "looks[np.searchsorted(looks, instants)]",
        "looks[np.minimum(np.searchsorted(looks, instants) + 1, len(looks) - 1)]",
    ),
    Mutant("a frozen right is used", "kernel/counters.py", " - frozen(work, k, begin, time)", ""),
    Mutant(
        "a frozen right runs out", "kernel/counters.py", "if work.frozen_from[each] < time and", "if work.frozen_from[each] < begin and"
    ),
    Mutant(
        "a suspended rule falls on the last day",
        "kernel/clocks.py",
        "return float(work.pause_until[each])",
        "return float(work.pause_until[each] - 1.0)",
    ),
    Mutant("what was passed is never put off", "kernel/clocks.py", "return later if later > begin else math.inf", "return math.inf"),
    Mutant(
        "a month's end is of the next month",
        "kernel/clocks.py",
        "held = time - GRID if work.rule_month_end[entry] else time",
        "held = time",
    ),
    Mutant("added hours never come", "programmes.py", "    desk.hours[pool] += more\n", ""),
    Mutant("all of a year on one day", "kernel/population.py", " + math.floor(draw * (edges[cohort] - edges[cohort + 1]))", ""),
    Mutant("a cohort begins a week late", "kernel/ledger.py", "work.cohort_weeks[cohort])", "work.cohort_weeks[cohort] + 1)"),
    Mutant("a cohort that begins in a spell waits for the next", "kernel/ledger.py", "until = min(end, since)", "until = end"),
    Mutant("nobody drops out", "kernel/intake.py", "if work.programme_drop[p] > 0.0:", "if work.programme_drop[p] < 0.0:"),
)


def planted(mutant: Mutant, folder: Path) -> None:
    """Copy the package into a folder and put a mistake into its engine."""
    copytree(Path(simcase.__file__).parent, folder, ignore=ignore_patterns("__pycache__"))
    file = folder / "engine" / mutant.file
    source = file.read_text(encoding="utf-8")
    if mutant.text:
        assert source.count(mutant.text) == 1, f"{mutant.file} has not once: {mutant.text}"
        file.write_text(source.replace(mutant.text, mutant.instead), encoding="utf-8")


def compared(folder: str) -> str:
    """Return what the comparison with the twin says of the engine of the copy in a folder; this process has read no other."""
    simcase.__path__[:] = [folder]
    try:
        from both import disagreement, model_of  # noqa: PLC0415 - it reads the engine
        from small import TOWN  # noqa: PLC0415

        assert Path(sys.modules["simcase.engine"].__file__ or "").is_relative_to(folder)
        return disagreement(model_of(TOWN)) or AGREED
    except Exception:  # noqa: BLE001 - a mistake may end in any
        return f"failed: {format_exc()}"


def all_tried(folder: Path) -> Iterator[tuple[Mutant, str]]:
    """Yield every mutant with what the comparison says of it, that of the kernel without a mistake first."""
    every = {mutant: folder / str(place) for place, mutant in enumerate((UNTOUCHED, *MUTANTS))}
    for mutant, place in every.items():
        planted(mutant, place)
    command = [sys.executable, __file__, *map(str, every.values())]
    environment = {**os.environ, "NUMBA_DISABLE_JIT": "1"}
    done = subprocess.run(command, env=environment, stdout=subprocess.PIPE, check=True, timeout=900)  # noqa: S603 - our own program
    yield from zip(every, json.loads(done.stdout), strict=True)


def main() -> int:
    """Say as JSON what the comparison says of the engines in folders, or try all mutants and return how many survive."""
    if sys.argv[1:]:
        for name in BENEATH:
            import_module(name)
        with multiprocessing.get_context("fork").Pool(AT_A_TIME, maxtasksperchild=1) as pool:
            json.dump(pool.map(compared, sys.argv[1:], chunksize=1), sys.stdout)
        return 0
    survivors = 0
    with TemporaryDirectory() as folder:
        for mutant, said in all_tried(Path(folder)):
            survivors += (said == AGREED) is not (mutant is UNTOUCHED)
            sys.stdout.write(f"{mutant.name}: {said}\n")
    return survivors


if __name__ == "__main__":
    sys.exit(main())
