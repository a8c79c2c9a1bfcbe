"""Whole runs by the clock, with the memory of all their processes: what `simcase run` takes of a machine."""

from __future__ import annotations

import json
import os
import resource
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final, NamedTuple

from ruamel.yaml import YAML
from suites import COMMAND, Row, several

from simcase.declare import shipped

EVERY: Final = 0.25
"""Seconds between two looks at the memory."""
THOUSAND: Final = 1000
PAIR: Final = 200
"""Replications by which two workers are held against one."""
MUNICIPALITIES: Final = 98
FEW: Final = 10
"""Replications of the national run."""
COUNTED: Final = {"stock.yaml", "population.yaml", "arrivals.yaml"}
"""Files of a calibration that count persons."""


class Whole(NamedTuple):
    """What a run took: seconds by the clock, processor seconds, and the memory of all its processes together, at its largest (MB)."""

    wall: float
    cpu: float
    memory: float


def memory(group: int) -> float:
    """Return the memory of a group of processes in MB; what they share counts once (proportional set size)."""
    kilobytes = 0
    for process in Path("/proc").glob("[0-9]*"):
        try:
            if os.getpgid(int(process.name)) == group:
                line = next(each for each in (process / "smaps_rollup").read_text(encoding="ascii").splitlines() if each.startswith("Pss:"))
                kilobytes += int(line.split()[1])
        except (OSError, StopIteration):
            continue
    return kilobytes / 1024


def watched(*words: str, folder: Path | None = None) -> Whole:
    """Return what a run of `simcase` took; raises RuntimeError if it fails."""
    begun, before, largest = time.perf_counter(), processor(), 0.0
    with tempfile.TemporaryDirectory() as results, tempfile.TemporaryFile("w+") as said:
        command = [*COMMAND, "run", *words, "--results", results, "--quiet", "--json"]
        running = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=said, cwd=folder, start_new_session=True)  # noqa: S603 - our own command
        while running.poll() is None:
            largest = max(largest, memory(running.pid))
            time.sleep(EVERY)
        wall = time.perf_counter() - begun
        if running.returncode:
            said.seek(0)
            raise RuntimeError(f"found exit code {running.returncode}, expected 0: {said.read()}")
    return Whole(wall, processor() - before, largest)


def processor() -> float:
    """Return the processor seconds of the processes that this one has waited for, with those that they waited for."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def thousand(rounds: int) -> list[Row]:
    """Measure a thousand replications of the full model on two cores."""
    found = [watched("kik-ii", "--replications", str(THOUSAND), "--workers", "2") for _ in range(rounds)]
    return [
        several("thousand", "kik-ii, 1,000 replications, two workers, by the clock", [each.wall for each in found], target=60.0),
        several("thousand", "processor seconds", [each.cpu for each in found]),
        several("thousand", "memory of all processes", [each.memory for each in found], "MB", 700.0),
    ]


def workers(rounds: int) -> list[Row]:
    """Measure one worker and two, in turn, by 200 replications with the start of the program."""
    found: dict[int, list[Whole]] = {1: [], 2: []}
    for _ in range(rounds):
        for count, samples in found.items():
            samples.append(watched("kik-ii", "--replications", str(PAIR), "--workers", str(count)))
    ratios = [one.wall / two.wall for one, two in zip(found[1], found[2], strict=True)]
    rows = []
    for count, samples in found.items():
        rows += [
            several("workers", f"{count} at work, {PAIR} replications, by the clock", [each.wall for each in samples]),
            several("workers", "processor seconds", [each.cpu for each in samples]),
        ]
    best = max(ratios)
    return [*rows, Row("workers", "one / two, best round", best, "times", 1.7, at_least=True, samples=tuple(ratios))]


@contextmanager
def nation() -> Iterator[Path]:
    """Give a folder with the calibration of Aabenraa as often as there are municipalities: stock, population and arrivals times 98."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        for name in ("calibration", "scenarios"):
            shutil.copytree(shipped() / name, folder / name)
        for file in (folder / "calibration" / "aabenraa-2019").glob("*.yaml"):
            if file.name in COUNTED:
                tree = YAML(typ="safe", pure=True).load(file)
                file.write_text(json.dumps(multiplied(tree)), encoding="utf-8")
        yield folder


def multiplied(tree: Any) -> Any:  # noqa: ANN401 - whatever YAML holds
    """Return the sections of a calibration that count persons, for as many municipalities."""
    if "stock" in tree:
        tree["stock"]["states"] = {name: scaled(number) for name, number in tree["stock"]["states"].items()}
    if "population" in tree:
        persons = tree["population"]["persons"]
        tree["population"]["persons"] = {str(age): count * MUNICIPALITIES for age, count in persons.items()}
        tree["population"]["date"] = str(tree["population"]["date"])
    for each in tree.get("arrivals", []):
        if "per_year" in each:
            each["per_year"] = scaled(each["per_year"])
        for key in ("ages", "segments", "states"):
            if key in each:
                each[key] = {str(name): share for name, share in each[key].items()}
    return tree


def scaled(number: Any) -> Any:  # noqa: ANN401 - a figure, or a bare number
    """Return a number of persons, with its range, for as many municipalities."""
    if isinstance(number, dict):
        return {key: value * MUNICIPALITIES if key in {"value", "low", "high"} else value for key, value in number.items()}
    return number * MUNICIPALITIES


def national(rounds: int) -> list[Row]:
    """Measure runs of 3.5 million citizens: without initiatives, and with those of kik-ii, which hold everybody in memory."""
    rows: list[Row] = []
    with nation() as folder:
        for scenario, each_worker in (("as-is", "2"), ("kik-ii", "1")):
            found = [watched(scenario, "--replications", str(FEW), "--workers", each_worker, folder=folder) for _ in range(rounds)]
            about = f"{scenario}, 98 x Aabenraa, {FEW} replications, workers {each_worker}"
            rows += [
                several("national", f"{about}, by the clock", [each.wall for each in found]),
                several("national", "processor seconds", [each.cpu for each in found]),
                several("national", "memory of all processes", [each.memory for each in found], "MB"),
            ]
    return rows
