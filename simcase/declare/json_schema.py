"""Describe the files to editors, as JSON Schema."""

from __future__ import annotations

from typing import Any

from simcase.declare.backtest import CaseFile, OutcomesFile
from simcase.declare.fitting import FitFile
from simcase.declare.initiatives import Initiative, ScenarioFile
from simcase.declare.mapping import Mapping
from simcase.declare.schema import CalibrationFile
from simcase.declare.values import Declared
from simcase.words import CATALOGUE
from simcase.words.language import LANGUAGES

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
    """Return the JSON Schema (draft 2020-12) of a kind of file; what each key means stands as its description."""
    described = schema.model_json_schema(by_alias=True, mode="validation")
    for name, part in {schema.__name__: described, **described.get("$defs", {})}.items():
        for key, inside in part.get("properties", {}).items():
            if means := meaning(name, key):
                inside["description"] = means
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **described}


def meaning(name: str, key: str, lang: str = "en") -> str:
    """Return what a key means in a part of a file, and its unit; empty where nothing is said of it."""
    both = CATALOGUE.get(f"key.{name}.{key}") or CATALOGUE.get(f"key.{key}")
    return both[LANGUAGES.index(lang)] if both else ""
