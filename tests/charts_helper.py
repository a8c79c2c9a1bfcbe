"""What tests of charts share: the fields that a specification takes from its data, and whether they are there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

Spec = dict[str, Any]


def fields(spec: Any, data: str = "", made: frozenset[str] = frozenset()) -> Iterator[tuple[str, str, frozenset[str]]]:  # noqa: ANN401 - any part of one
    """Yield the name of a data set, each field that an encoding takes from it, and the fields calculated on the way there."""
    if isinstance(spec, list):
        for part in spec:
            yield from fields(part, data, made)
    if isinstance(spec, dict):
        data = spec["data"].get("name", data) if isinstance(spec.get("data"), dict) else data
        made = made | {step["as"] for step in spec.get("transform", []) if "as" in step}
        if isinstance(spec.get("field"), str):
            yield data, spec["field"], made
        for key, part in spec.items():
            if key not in {"datasets", "transform"}:
                yield from fields(part, data, made)


def missing(spec: Spec) -> list[str]:
    """Return the fields that an encoding names and its data do not have; refuses a chart that takes none at all."""
    found = list(fields(spec))
    assert found, "a chart without fields"
    return [field for data, field, made in found if field not in made and field not in spec["datasets"][data][0]]


def titles(spec: Any) -> Iterator[str]:  # noqa: ANN401 - any part of a specification
    """Yield every text that a reader sees as a title."""
    if isinstance(spec, list):
        for part in spec:
            yield from titles(part)
    if isinstance(spec, dict):
        if isinstance(spec.get("title"), str):
            yield spec["title"]
        for key, part in spec.items():
            if key != "datasets":
                yield from titles(part)
