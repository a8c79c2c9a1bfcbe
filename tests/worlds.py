"""Small worlds that tests simulate: written as files, played through the public API, read back as arrays."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import polars as pl

from simcase import study
from simcase.declare import here
from simcase.model import read_calibration
from simcase.model.belonging import named_by, strangers
from simcase.model.scenario import read_scenario, spec_of
from simcase.vocabulary import document_of

Tree = dict[str, Any]
Floats = npt.NDArray[np.float64]
TOWN = "town"
"""The calibration of every small world."""
AS_IS = "as-is"
"""The scenario that has no initiatives and needs no file."""
DIST = {"mean", "p05", "p50", "p95"}


def state(name: str, **more: object) -> Tree:
    """Return a state of a calibration, labelled by its name."""
    return {"id": name, "label": name, **more}


def move(left: str, entered: str, rate: float, **more: object) -> Tree:
    """Return a transition of a calibration."""
    return {"from": left, "to": entered, "rate": rate, **more}


def after(name: str, left: str, weeks: float, outcomes: str | Mapping[str, float], **more: object) -> Tree:
    """Return a statutory decision after weeks in a state; one outcome alone is certain."""
    shares = {outcomes: 1} if isinstance(outcomes, str) else dict(outcomes)
    return {"id": name, "label": name, "states": [left], "when": {"weeks": weeks, **more}, "outcomes": shares}


def initiative(name: str, states: Sequence[str], exits_to: Sequence[str], ratio: float, **more: object) -> Tree:
    """Return an initiative that begins on 1 January 2019, unless said otherwise, and multiplies the hazard of some exits."""
    target = {"states": list(states), **more.pop("target", {})}  # type: ignore[dict-item]
    effects = [{"exits_to": list(exits_to), "hazard_ratio": ratio}]
    return {"id": name, "label": name, "target": target, "window": {"start": "2019-01-01"}, "effects": effects, **more}


def scenario(*initiatives: str | Tree, **more: object) -> Tree:
    """Return a scenario with initiatives of the library."""
    return {"title": "A scenario", "initiatives": list(initiatives), **more}


def aided(helped: int, working: int, kroner: float) -> Tree:
    """Return a calibration of two years in which so many live on an aid of so much a month, or work, and move between the two."""
    return {
        "start": "2019-01-01",
        "end": "2020-12-31",
        "states": [state("help", line="aid"), state("work")],
        "lines": [{"id": "aid", "label": "Aid"}],
        "transitions": [move("help", "work", 0.5), move("work", "help", 0.2)],
        "stock": {"states": {"help": helped, "work": working}},
        "rates": {"full": {"value": kroner, "unit": "kr_per_month"}},
        "rate_classes": [{"id": "all", "states": ["help"], "pays": {"full": 1}}],
    }


def write(folder: Path, calibration: Tree | None = None, scenarios: Tree | None = None, initiatives: Sequence[Tree] = ()) -> None:
    """Write a world's files into a folder (JSON is YAML); initiatives are named by their ids."""
    files = {f"calibration/{TOWN}/{TOWN}.yaml": calibration} if calibration is not None else {}
    files |= {f"scenarios/{name}.yaml": tree for name, tree in (scenarios or {}).items()}
    files |= {f"scenarios/initiatives/{each['id']}.yaml": each for each in initiatives}
    for name, tree in files.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps(tree, indent=1), encoding="utf-8")


def asked(name: str = AS_IS, **more: Any) -> study.Request:  # noqa: ANN401 - the fields of a request
    """Return a request for a scenario of a small world, one replication on one core, by chance alone unless said otherwise."""
    usual = {"calibration": TOWN, "replications": 1, "workers": 1, "results": Path("results"), "uncertainty": "chance"}
    return study.Request(name, **{**usual, **more})


class Played:
    """A finished run: its document, its folder, and its tables as arrays."""

    def __init__(self, told: study.Shown) -> None:
        """Keep what the run told."""
        self.document = document_of(told.result)
        self.folder = told.folder

    def table(self, name: str) -> pl.DataFrame:
        """Return a stored table."""
        return pl.read_parquet(self.folder / f"{name}.parquet")

    @cached_property
    def persons(self) -> pl.DataFrame:
        """Return days and month-end stocks by replication, month and state."""
        return self.table("persons")

    @cached_property
    def flows(self) -> pl.DataFrame:
        """Return moves by replication, year, and the states left and entered."""
        return self.table("flows")

    @cached_property
    def cells(self) -> pl.DataFrame:
        """Return days and months by replication, year, state, refusion column and rate class."""
        return self.table("cells")

    @property
    def months(self) -> list[str]:
        """Return the months of the run."""
        return self.persons["month"].unique().sort().dt.strftime("%Y-%m").to_list()

    def by_month(self, name: str, column: str = "stock") -> Floats:
        """Return a figure of a state (shape: replications, months)."""
        values = self.persons.filter(pl.col("state") == name)[column].to_numpy()
        return values.reshape(self.persons.n_unique("replication"), -1)

    def moves(self, left: str, entered: str) -> int:
        """Return how many moves there were over all years and replications."""
        return int(self.flows.filter((pl.col("from") == left) & (pl.col("to") == entered))["moves"].sum())

    def line(self, name: str, year: int) -> Tree:
        """Return a row of the budget."""
        return next(row for row in self.document["budget"] if (row["line"], row["year"]) == (name, year))

    def kroner(self, name: str, year: int) -> tuple[float, float, float]:
        """Return mean gross, state's and municipality's kroner of a line in a year."""
        gross, state_, municipality = (self.line(name, year)[payer]["mean"] for payer in ("gross", "state", "municipality"))
        return gross, state_, municipality


def play(name: str = AS_IS, **more: Any) -> Played:  # noqa: ANN401 - the fields of a request
    """Return the run of a scenario in the small world of the current folder."""
    return Played(study.run(asked(name, **more)))


def stored(folder: Path) -> dict[str, bytes]:
    """Return the bytes of a run's tables."""
    return {path.name: path.read_bytes() for path in sorted(folder.glob("*.parquet"))}


def numbers(tree: object) -> list[float]:
    """Return every number in a document, apart from what names a row."""
    if isinstance(tree, Mapping):
        return [number for key, value in tree.items() if key not in {"year", "threshold"} for number in numbers(value)]
    if isinstance(tree, list):
        return [number for item in tree for number in numbers(item)]
    return [float(tree)] if isinstance(tree, int | float) else []


def shipped_for(calibration: str) -> list[str]:
    """Return the names of the shipped scenarios that are for a calibration."""
    library = here()
    own = read_calibration(calibration, library)
    read = {name: read_scenario(name, library) for name in library.scenarios()}
    return [name for name, told in read.items() if not any(strangers(named_by((told,), spec_of(told.chain, library)), own, library))]
