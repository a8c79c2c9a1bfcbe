"""Measure simcase: `python tests/benchmarks/run.py [--json FILE] [--only NAME ...] [--rounds N] [--large]`."""

from __future__ import annotations

import argparse
import json
import os
import platform
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from measure import child
from rich.console import Console
from rich.table import Table
from suites import Row, forking, full, large, pairing, scaling, starts, w1
from whole_runs import national, thousand, watched, workers

SUITES: Final[Mapping[str, Callable[[int], list[Row]]]] = {
    "w1": w1, "full": full, "forking": forking, "scaling": scaling, "starts": starts, "pairing": pairing, "thousand": thousand,
    "workers": workers, "national": national,
}  # fmt: skip
USUAL: Final = [each for each in SUITES if each != "national"]
"""What is measured unless something is asked for."""
ANSWER: Final = {None: "", True: "met", False: "MISSED"}


def asked() -> argparse.Namespace:
    """Return what the command line asks for."""
    parser = argparse.ArgumentParser(description="Measure simcase; figures are medians over rounds, in processor seconds.")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write every figure, with the samples behind it, into a file")
    parser.add_argument(
        "--only",
        nargs="+",
        choices=[*SUITES],
        default=USUAL,
        metavar="NAME",
        help=", ".join(SUITES),
    )
    parser.add_argument("--rounds", type=int, default=5, help="how often each figure is measured (default 5)")
    parser.add_argument("--large", action="store_true", help="scaling up to 3.5 million citizens (whole runs of as many: --only national)")
    return parser.parse_args()


def machine() -> dict[str, str]:
    """Return what the figures depend on."""
    cpu = Path("/proc/cpuinfo")
    names = [line.split(":")[1].strip() for line in cpu.read_text().splitlines() if line.startswith("model name")] if cpu.exists() else []
    return {
        "processor": f"{len(names)} x {names[0]}" if names else platform.processor(),
        "system": platform.system(),
        "python": platform.python_version(),
        "measured": datetime.now(UTC).isoformat(timespec="minutes"),
    }


def figure(row: Row, value: float) -> str:
    """Return a value in its unit, to four digits."""
    return f"{value * 1000:.4g} ms" if row.unit == "s" and abs(value) < 1.0 else f"{value:.4g} {row.unit}"


def show(console: Console, suite: str, rows: list[Row]) -> None:
    """Print the rows of a suite as a table."""
    table = Table(title=suite, title_justify="left", show_edge=False)
    for heading in ("what", "figure", "smallest", "largest", "target", ""):
        table.add_column(heading, justify="left" if heading in {"what", ""} else "right")
    for row in rows:
        ends = (figure(row, min(row.samples)), figure(row, max(row.samples))) if len(row.samples) > 1 else ("", "")
        target = "" if row.target is None else f"{'>=' if row.at_least else '<='} {figure(row, row.target)}"
        table.add_row(row.what, figure(row, row.value), *ends, target, ANSWER[row.met])
    console.print(table, "")


def main() -> None:
    """Measure what is asked for, print it, and write it down."""
    options, console = asked(), Console(highlight=False)
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # an installer compiles modules; a start that does it anew is no user's
    child("w1_peak")  # fills the compiled cache, which no figure but the first start counts
    child("full", "kik-ii")
    watched("kik-ii", "--replications", "4", "--workers", "2")
    found: list[Row] = []
    for suite in options.only:
        rows = (large if suite == "scaling" and options.large else SUITES[suite])(options.rounds)
        show(console, suite, rows)
        found += rows
    if options.json:
        document = {"machine": machine(), "rounds": options.rounds, "figures": [{**row._asdict(), "met": row.met} for row in found]}
        options.json.write_text(json.dumps(document, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
