"""What was learned from counts becomes a fit of a calibration, whose members are what runs draw."""

from __future__ import annotations

import io
import math
import re
from datetime import timedelta
from pathlib import Path
from typing import Any, Final

import numpy as np

from simcase import __version__
from simcase.calibrate.counts import lines_in
from simcase.calibrate.learning import Ensemble
from simcase.calibrate.likely import STOCK_SD, Municipality
from simcase.declare import shown_value, write_yaml
from simcase.engine import saved
from simcase.errors import Issue, UserError
from simcase.model import Model, drawn_processes, drift_months
from simcase.model.members import Members
from simcase.tidy import checksum
from simcase.vocabulary import Floats, replaced, write_whole
from simcase.words import said

NAME: Final = re.compile(r"[a-z0-9][a-z0-9_.-]{0,79}")
"""The name of a fit."""
APART: Final = 0.01
"""By how much the correlations of rates over members are shrunk, so that few members leave a covariance that can be drawn from."""
LEAST: Final = 1e-9
"""Variance of a rate of which all members think alike."""


def check_keeping(model: Model, name: str) -> Path:
    """Return the folder of a calibration's fits.

    Raises UserError for a calibration that is not in the current folder, or that begins with the counts and has no stock of its own; for a
    name that is none, or that of a fit that was not learned.
    """
    folder = Path("calibration") / model.calibration
    if not folder.is_dir():
        hint = said("error.folder.init")
        expected = said("error.folder.own")
        raise UserError([Issue(folder.as_posix(), 0, "", said("error.folder.none"), expected, hint)])
    if model.population is None:
        found = said("error.fit.no_population", calibration=model.calibration)
        raise UserError([Issue("", 0, "--save", found, said("error.fit.population"))])
    fits = folder / "fits"
    if not NAME.fullmatch(name):
        raise UserError([Issue("", 0, "--save", shown_value(name), said("error.fit.name"))])
    if (fits / f"{name}.yaml").exists() and not (fits / f"{name}.members.npz").exists():
        raise UserError([Issue("", 0, "--save", said("error.fit.not_learned", name=name), said("error.fit.another_name"))])
    return fits


def keep(name: str, folder: Path, place: Municipality, members: Ensemble) -> Path:
    """Write what was learned as a fit: its values, its covariance, its starting stock and the members; return the file of the fit."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name}.yaml"
    multipliers = multipliers_of(place, members)
    middle = multipliers.mean(axis=1)
    stored = stored_members(place, members, multipliers - middle[:, None])
    sums: dict[str, str] = {}
    with replaced(beside := path.with_name(f"{name}.members.npz")) as temporary, temporary.open("wb") as file:
        arrays = {key: np.array(value) for key, value in stored._asdict().items()}
        np.savez_compressed(file, allow_pickle=False, **arrays)
    sums["members"] = checksum(beside)
    donors = path.with_name(f"{name}.donors.npz")
    if place.donors is not None:
        with replaced(donors) as temporary:
            saved(place.donors, temporary)
        sums["donors"] = checksum(donors)
    else:
        donors.unlink(missing_ok=True)
    text = io.StringIO()
    write_yaml(_document(name, place, members, middle, stored, sums), text)
    write_whole(path, text.getvalue())
    return path


def multipliers_of(place: Municipality, members: Ensemble) -> Floats:
    """Return the log of each parameter of each member (shape: the model's parameters, members).

    Counts tell of rates. What is no rate, such as take-up, follows those of the member as the fit before says that the two go together.
    """
    model, found = place.model, np.log([list(place.rates(each).values()) for each in members.values.T]).T
    rates = [number for number, each in enumerate(model.parameters) if each.kind == "transitions"]
    others = [number for number, each in enumerate(model.parameters) if each.kind != "transitions"]
    before = np.log([model.fitted.get(each.id, each.prior) for each in model.parameters])
    joint = _before(model)
    along = np.linalg.solve(joint[np.ix_(rates, rates)], joint[np.ix_(rates, others)]).T
    left = joint[np.ix_(others, others)] - along @ joint[np.ix_(rates, others)]
    luck = np.array([_luck(place, model.parameters[number].id, members.count) for number in others]).reshape(len(others), members.count)
    found[others] += along @ (found[rates] - before[rates, None]) + np.linalg.cholesky(left + LEAST * np.eye(len(others))) @ luck
    return np.asarray(found)


def _luck(place: Municipality, name: str, members: int) -> Floats:
    """Return a standard normal for each member."""
    return np.random.default_rng([place.seed, *f"kept:{name}".encode()]).standard_normal(members)


def _before(model: Model) -> Floats:
    """Return the covariance of the logs of a model's parameters: that of its fit, else of their priors."""
    names = [each.id for each in model.parameters]
    found = np.diag([each.sd**2 for each in model.parameters])
    if model.covariance:
        at = [names.index(each) for each in model.fitted]
        found[np.ix_(at, at)] = np.array(model.covariance)
    return found


def stored_members(place: Municipality, members: Ensemble, deviations: Floats) -> Members:
    """Return members as runs draw them (shape of the deviations: the model's parameters, members)."""
    rows = {each.id: members.values[number] for number, each in enumerate(place.unknowns)}
    lines = {line: STOCK_SD * rows[f"stock:{name}"] for name in place.lines for line in lines_in(name)}
    processes = tuple(drawn_processes(place.model))
    months, still = [f"{month:%Y-%m}" for month in drift_months(place.model)], np.zeros(members.count)
    return Members(
        tuple(each.id for each in place.model.parameters),
        deviations,
        tuple(lines),
        np.array(list(lines.values())),
        processes,
        np.array([[rows.get(f"economy:{process}:{month}", still) for month in months] for process in processes]).reshape(
            len(processes), len(months), members.count
        ),
    )


def _document(name: str, place: Municipality, members: Ensemble, middle: Floats, stored: Members, sums: dict[str, str]) -> dict[str, Any]:
    """Return what is written of a fit."""
    names = [each.id for each in place.model.parameters]
    counts = members.counts
    return {
        "fit": name,
        "calibration": place.model.calibration,
        "known_until": (counts.first - timedelta(days=1)).isoformat(),
        "parameters": [{"id": key, "value": float(f"{math.exp(value):.8g}")} for key, value in zip(names, middle, strict=True)],
        "covariance": [[float(f"{entry:.6g}") for entry in row] for row in _covariance(stored).tolist()],
        **sums,
        "provenance": {
            "simcase": __version__,
            "scenario": place.model.scenario,
            "seed": place.seed,
            "members": members.count,
            "counts": {"lines": list(counts.lines), "from": f"{counts.first:%Y-%m}", "to": f"{counts.last:%Y-%m}"},
        },
    }


def _covariance(stored: Members) -> Floats:
    """Return the covariance of the logs of the unknowns over members."""
    together = np.atleast_2d(np.cov(stored.rates))
    return np.asarray((1.0 - APART) * together + np.diag(APART * np.diag(together) + LEAST))
