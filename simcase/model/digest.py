"""The signature of a model: equal models have equal digests."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import fields, replace
from datetime import date
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from simcase.model.resolved import Model


def described(model: Model) -> dict[str, Any]:
    """Return all that a model holds, its digest apart, as JSON has it."""
    return {field.name: _plain(getattr(model, field.name)) for field in fields(model) if field.name != "digest"}


def signed(model: Model) -> Model:
    """Return a model with the digest of all that it holds."""
    text = json.dumps(described(model), sort_keys=True, separators=(",", ":"), allow_nan=False)
    return replace(model, digest=hashlib.sha256(text.encode()).hexdigest())


def _plain(value: object) -> Any:  # noqa: ANN401
    """Return a value as JSON has it; a file stands as the digest of its bytes."""
    if isinstance(value, BaseModel):
        return value.model_dump(mode="json", by_alias=True)
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, Mapping):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Path):
        return hashlib.sha256(value.read_bytes()).hexdigest()
    return value
