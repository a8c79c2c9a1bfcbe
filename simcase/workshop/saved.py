"""Settings as a scenario file: what it is based on, and every setting that differs from there."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from typing import Any

from simcase.declare import AS_IS, Library, is_path, read_document, validate, write_yaml
from simcase.declare.initiatives import Change, Initiative
from simcase.declare.values import Label
from simcase.model import Model
from simcase.model.scenario import Scenario, read_scenario
from simcase.workshop.settings import STATED, Settings, pools

WHY = "Set in a workshop."


def base_of(expression: str, library: Library) -> tuple[str, list[Change]]:
    """Return the named scenario that a file can be based on in place of an expression, and the changes of numbers that come on top."""
    read = [read_scenario(part, library) for part in expression.split("+")]
    first = expression.split("+", maxsplit=1)[0]
    name = first if not is_path(first) else read[0].chain[-1].declared.based_on or AS_IS
    counted = {layer.path for layer in read_scenario(name, library).chain}
    return name, list(_changes(read, counted))


def _changes(read: list[Scenario], counted: set[Any]) -> Iterator[Change]:
    """Yield the changes of every file that is not counted already."""
    for scenario in read:
        for layer in scenario.chain:
            if layer.path not in counted:
                counted.add(layer.path)
                yield from layer.declared.changes


def scenario_file(base: tuple[str, Model], changes: list[Change], model: Model, settings: Settings, library: Library) -> str:
    """Return the text of a scenario file that resolves to a settled model, given the model of the scenario that it is based on."""
    name, start = base
    there = {each.id: each for each in start.initiatives}
    uses = [_use(each, there.get(each.id), library) for each in model.initiatives if there.get(each.id) != each]
    without = [each for each in there if each not in {one.id for one in model.initiatives}]
    title = Label(da=f"{model.title.da} (værksted)", en=f"{model.title.en} (workshop)")
    tree: dict[str, Any] = {"title": title.model_dump(), "based_on": name}
    if model.end != start.end:
        tree["horizon"] = {"end": model.end.isoformat()}
    if uses:
        tree["initiatives"] = uses
    if without:
        tree["without"] = without
    numbers = [each.model_dump(mode="json", by_alias=True, exclude_none=True) for each in (*changes, *pools(model, settings))]
    if numbers:
        tree["changes"] = numbers
    text = io.StringIO()
    write_yaml(tree, text)
    return text.getvalue()


def _use(each: Initiative, before: Initiative | None, library: Library) -> dict[str, Any]:
    """Return an initiative as a scenario uses it: with every setting that is another one than where it comes from."""
    if before is None:
        before, _ = validate(read_document(library.initiative(each.id)), Initiative)
    own, known = (one.model_dump(mode="json", by_alias=True) for one in (each, before or each))
    settings = dict(differences(known, own))
    return {"use": each.id, "why": WHY} | ({"set": settings} if settings else {})


def differences(before: Any, after: Any, path: str = "") -> Iterator[tuple[str, Any]]:  # noqa: ANN401 - any part of a declaration
    """Yield the path and value of each part of a declaration that differs, figures in one piece.

    >>> list(differences({"a": 1, "b": {"c": [2, 3]}}, {"a": 1, "b": {"c": [2, 4]}}))
    [('b.c.1', 4)]
    """
    if before == after:
        return
    parts = _parts(before, after)
    if parts is None or any("." in name for name in parts):
        yield path, _bare(after)
        return
    for name, (one, other) in parts.items():
        yield from differences(one, other, f"{path}.{name}" if path else name)


def _parts(before: Any, after: Any) -> dict[str, tuple[Any, Any]] | None:  # noqa: ANN401
    """Return the parts of two declarations side by side; None where they are set in one piece."""
    if isinstance(before, dict) and isinstance(after, dict) and before.keys() == after.keys() and not after.keys() >= STATED:
        return {str(name): (before[name], after[name]) for name in after}
    if isinstance(before, list) and isinstance(after, list) and len(before) == len(after):
        return {str(number): pair for number, pair in enumerate(zip(before, after, strict=True))}
    return None


def _bare(value: Any) -> Any:  # noqa: ANN401
    """Return a figure without what it does not state."""
    return {name: part for name, part in value.items() if part not in (None, "")} if isinstance(value, Mapping) else value
