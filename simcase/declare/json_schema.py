"""Describe the files to editors, as JSON Schema."""

from __future__ import annotations

from typing import Any

from simcase.declare.backtest import CaseFile, OutcomesFile
from simcase.declare.fitting import FitFile
from simcase.declare.initiatives import Initiative, ScenarioFile
from simcase.declare.mapping import Mapping
from simcase.declare.schema import CalibrationFile
from simcase.declare.values import Declared

FILES: dict[str, type[Declared]] = {
    "scenario": ScenarioFile,
    "initiative": Initiative,
    "calibration": CalibrationFile,
    "fit": FitFile,
    "mapping": Mapping,
    "backtest": CaseFile,
    "outcomes": OutcomesFile,
}
"""The kinds of files, by name."""


def json_schema(schema: type[Declared]) -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of a kind of file."""
    described = schema.model_json_schema(by_alias=True, mode="validation")
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **described}
