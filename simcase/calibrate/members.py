"""Members on disk: what was learned from counts, for those of later months, and for a learning that was interrupted."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Final

import numpy as np

from simcase.calibrate.counts import Counts
from simcase.calibrate.learning import ROUNDS, Ensemble
from simcase.calibrate.response import Chance
from simcase.vocabulary import Floats
from simcase.vocabulary.files import write_whole

LARGEST: Final = 200_000_000
"""Bytes of a file of members at the most."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """A folder with what was learned of one model with one luck, a file for each set of counts."""

    folder: Path

    def file(self, counts: Counts, rounds: int) -> Path:
        """Return the file of what so many rounds learned from some counts."""
        of = sha256(repr((counts.first, counts.lines, counts.persons.shape)).encode() + counts.persons.tobytes()).hexdigest()
        return self.folder / f"{of[:16]}-{rounds}.npz"

    def keep(self, members: Ensemble, rounds: int, prior: Floats) -> None:
        """Keep members after so many rounds, with what they showed before the first."""
        kept = io.BytesIO()
        counts = members.counts
        np.savez(
            kept,
            unknowns=np.array(members.unknowns),
            values=members.values,
            first=np.array(f"{counts.first:%Y-%m-%d}"),
            lines=np.array(counts.lines),
            persons=counts.persons,
            placed=np.array(members.placed),
            prior=prior,
            chance=np.array(members.chance),
        )
        self.folder.mkdir(parents=True, exist_ok=True)
        write_whole(self.file(counts, rounds), kept.getvalue())

    def read(self, counts: Counts, rounds: int) -> tuple[Ensemble, Floats] | None:
        """Return what so many rounds learned from some counts, with what was shown before; none where it is not kept."""
        return _read(self.file(counts, rounds))

    def nearest(self, counts: Counts) -> Ensemble | None:
        """Return what was learned from the most of the first months of some counts; none where nothing was."""
        every = (read[0] for path in sorted(self.folder.glob(f"*-{ROUNDS}.npz")) if (read := _read(path)))
        earlier = [each for each in every if each.counts.begin(counts) and each.counts.last < counts.last]
        return max(earlier, key=lambda each: each.counts.last, default=None)


def _read(path: Path) -> tuple[Ensemble, Floats] | None:
    """Return the members in a file; none where it is not there or not as it was written."""
    try:
        if path.stat().st_size > LARGEST:
            return None
        with path.open("rb") as opened, np.load(opened, allow_pickle=False) as file:
            first, lines = date.fromisoformat(str(file["first"])), tuple(map(str, file["lines"]))
            counts = Counts(first, lines, np.asarray(file["persons"], dtype=np.float64))
            values, prior = (np.asarray(file[name], dtype=np.float64) for name in ("values", "prior"))
            chance = tuple(Chance(*map(float, each)) for each in file["chance"])
            members = Ensemble(tuple(map(str, file["unknowns"])), values, counts, int(file["placed"]), chance)
    except (OSError, ValueError, TypeError, KeyError, EOFError, zipfile.BadZipFile):
        return None
    shapes = (*values.shape[:1], *counts.persons.shape[:1], len(chance)), (len(members.unknowns), len(lines), len(lines))
    sound = shapes[0] == shapes[1] and values.size and np.isfinite(values).all()
    return (members, prior) if sound else None
