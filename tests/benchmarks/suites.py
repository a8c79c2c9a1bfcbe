"""The benchmarks: each measures in fresh processes, and returns rows of a table."""

from __future__ import annotations

import json
import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import Any, Final, NamedTuple

from measure import HERE, MANY, SEED, Cost, child, spent

COMMAND: Final = (sys.executable, "-c", "from simcase.cli import main; main()")
SHORT: Final = 11
"""Replications of the longer run in plain SimPy, one of which takes a second."""
CHECKED: Final = 5
"""Replications of which simcase and C must tell the same."""


class Row(NamedTuple):
    """One line of the table."""

    suite: str
    what: str
    value: float
    unit: str
    target: float | None = None
    at_least: bool = False
    samples: tuple[float, ...] = ()

    @property
    def met(self) -> bool | None:
        """Tell whether the value meets its target, if there is one."""
        if self.target is None:
            return None
        return self.value >= self.target if self.at_least else self.value <= self.target


def several(suite: str, what: str, samples: Sequence[float], unit: str = "s", target: float | None = None) -> Row:
    """Return the row of a figure that was measured several times: the median."""
    return Row(suite, what, median(samples), unit, target, samples=tuple(samples))


@contextmanager
def compiled_c() -> Iterator[Path]:
    """Compile the measuring model in C; raises RuntimeError where there is no C compiler."""
    if shutil.which("cc") is None:
        raise RuntimeError("found no C compiler 'cc', expected one: the measuring model is compared with a program in C")
    with tempfile.TemporaryDirectory() as folder:
        program = Path(folder) / "w1"
        spent(["cc", "-O3", "-march=native", "-o", str(program), str(HERE / "w1.c"), "-lm"])
        yield program


def c_lines(program: Path, count: int, *, whole: bool = False) -> tuple[Cost, list[list[float]]]:
    """Return what the program in C used, and the numbers of its lines: what it prints of each replication, then its own figures."""
    cost = spent([str(program), str(SEED), "0", str(count), *(["print"] if whole else [])])
    return cost, [[float(number) for number in line.split()] for line in cost.out.splitlines()]


def c_marginal(program: Path) -> float:
    """Return the processor seconds of one more replication in C."""
    return (c_lines(program, MANY)[0].cpu - c_lines(program, 1)[0].cpu) / (MANY - 1)


def check_same(program: Path) -> None:
    """Compare events and average headcounts of simcase and C; raises RuntimeError where they differ."""
    ours = child("w1_events", CHECKED)
    theirs = c_lines(program, CHECKED, whole=True)[1][:-1]
    for events, average, (other_events, *other_average) in zip(ours["events"], ours["headcounts"], theirs, strict=True):
        far = max(abs(one - other) for one, other in zip(average, other_average, strict=True))
        if events != other_events or far > 1e-9:
            raise RuntimeError(f"found {other_events:.0f} events in C and a headcount {far} away, expected {events} and less than 1e-9")


def w1(rounds: int) -> list[Row]:
    """Measure the measuring model in simcase, in C with the same luck, and in plain SimPy, in turn."""
    world = json.dumps(child("w1_world"))
    ours, theirs, plain = [], [], []
    with compiled_c() as program:
        check_same(program)
        for _ in range(rounds):
            ours.append(child("w1_simcase")["cpu"])
            theirs.append(c_marginal(program))
            plain.append(child("w1_simpy", world, SHORT)["cpu"])
        memory = c_lines(program, 1)[1][-1][1]
    peaks = {"simcase": child("w1_peak")["peak"], "plain SimPy": child("w1_simpy", world, 1)["peak"], "C": memory}
    return [
        several("w1", "simcase, a replication", ours),
        several("w1", "C, a replication", theirs),
        several("w1", "plain SimPy, a replication", plain),
        Row("w1", "simcase / C", median(ours) / median(theirs), "times", 2.5, samples=ratios(ours, theirs)),
        Row("w1", "plain SimPy / simcase", median(plain) / median(ours), "times", 80.0, at_least=True, samples=ratios(plain, ours)),
        *(Row("w1", f"{name}, memory", value, "MB") for name, value in peaks.items()),
    ]


def ratios(some: Sequence[float], others: Sequence[float]) -> tuple[float, ...]:
    """Return the ratio of each round."""
    return tuple(one / other for one, other in zip(some, others, strict=True))


def full(rounds: int) -> list[Row]:
    """Measure the full model as shipped, and with every shipped initiative."""
    rows = []
    for scenario in ("kik-ii", "everything"):
        found = [child("full", scenario) for _ in range(rounds)]
        rows += [
            several("full", f"{scenario}, a replication", [each["cpu"] for each in found], target=0.06),
            several("full", f"{scenario}, a replication, unknowns drawn for every second", [each["drawn"] for each in found]),
            Row("full", f"{scenario}, memory", max(each["peak"] for each in found), "MB", 300.0),
        ]
    return rows


def forking(rounds: int) -> list[Row]:
    """Measure four scenarios, each played alone and all side by side."""
    found = [child("forking") for _ in range(rounds)]
    alone, together = ([each[name] for each in found] for name in ("alone", "together"))
    return [
        several("forking", "four scenarios, each alone, a replication", alone),
        several("forking", "four scenarios side by side, a replication", together),
        Row("forking", "side by side / alone", median(together) / median(alone), "times", 0.6, samples=ratios(together, alone)),
    ]


def scaling(rounds: int, sizes: Sequence[int] = (10_000, 36_000, 350_000)) -> list[Row]:
    """Measure the full model without programmes by the number of citizens."""
    rows: list[Row] = []
    found: dict[int, list[dict[str, Any]]] = {size: [] for size in sizes}
    for _ in range(rounds):
        for size in sizes:
            found[size].append(child("sized", size))
    base = median(each["cpu"] / each["citizens"] for each in found[36_000])
    for size, each in found.items():
        large = size > 10**6
        apiece = median(one["cpu"] / one["citizens"] for one in each)
        rows += [
            several("scaling", f"{size:,} citizens, a replication", [one["cpu"] for one in each], target=8.0 if large else None),
            Row("scaling", f"{size:,} citizens, a citizen", apiece * 1e6, "us"),
            Row("scaling", f"{size:,} citizens, a citizen against 36,000", apiece / base, "times", 1.3 if large else None),
            Row("scaling", f"{size:,} citizens, memory", max(one["peak"] for one in each), "MB", 3000.0 if large else None),
        ]
    return rows


def large(rounds: int) -> list[Row]:
    """Measure the full model without programmes up to 3.5 million citizens."""
    return scaling(rounds, (10_000, 36_000, 350_000, 3_500_000))


def started(cache: Path, replications: int = 1) -> Cost:
    """Return what `simcase run` uses for so many replications of the full model; results go into a folder of their own."""
    with tempfile.TemporaryDirectory() as folder:
        arguments = ("run", "kik-ii", "--replications", str(replications), "--workers", "1", "--uncertainty", "chance", "--quiet")
        return spent([*COMMAND, *arguments, "--results", folder], {"SIMCASE_CACHE": str(cache)})


def starts(rounds: int) -> list[Row]:
    """Measure the first start, which compiles what is not carried, further starts, help, and the reading of the shipped files."""
    with tempfile.TemporaryDirectory() as folder:
        cache = Path(folder)
        first = started(cache)
        again = [started(cache) for _ in range(rounds)]
        more = [started(cache, 1 + SHORT) for _ in range(rounds)]
        work = (median(each.cpu for each in more) - median(each.cpu for each in again)) / SHORT
        helps = [spent([*COMMAND, "--help"]) for _ in range(rounds)]
        read = [child("reading", env={"SIMCASE_CACHE": folder}) for _ in range(rounds)]
    return [
        several("starts", "first run, with compilation where none is carried", [first.cpu], target=40.0),
        several("starts", "a further run less the work of its replication", [each.cpu - work for each in again], target=1.5),
        several("starts", "a further run by the clock", [each.wall for each in again]),
        several("starts", "--help", [each.cpu for each in helps], target=0.3),
        several("starts", "--help by the clock", [each.wall for each in helps]),
        several("starts", "reading and resolving files", [each["cpu"] for each in read], target=0.3),
    ]


def pairing(_rounds: int) -> list[Row]:
    """Measure what the same luck on both sides of a comparison is worth."""
    found = child("pairing", 100)
    return [
        Row("pairing", "kik-ii less baseline, persons on kontanthjaelp in 2021", found["effect"], "persons"),
        Row("pairing", "its standard deviation, paired", found["paired"] ** 0.5, "persons"),
        Row("pairing", "its standard deviation, unpaired", found["unpaired"] ** 0.5, "persons"),
        Row("pairing", "variance paired / unpaired", found["paired"] / found["unpaired"], "times", 1 / 8),
    ]
