"""Results written by hand: a document as the contract has it, read back as the frozen results that it is written from."""

# ruff: noqa: ANN401 - fields of any type

from __future__ import annotations

import types
from collections.abc import Mapping
from dataclasses import is_dataclass
from datetime import date
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin, get_type_hints

from simcase.vocabulary.documents import Inline, Key, Monthly

Result = TypeVar("Result")


def result_of(kind: type[Result], document: Mapping[str, Any]) -> Result:
    """Return a result from its document; what the document leaves out is None, or empty where many may stand."""
    hints = get_type_hints(kind, include_extras=True)
    return kind(**{name: _read(hint, document, name) for name, hint in hints.items()})


def _read(hint: Any, document: Mapping[str, Any], name: str) -> Any:
    """Return a field from the document of its row."""
    marks = _marks(hint)
    inline = next((mark.kind for mark in marks if isinstance(mark, Inline)), None)
    if inline is not None:
        keys = get_type_hints(inline)
        return None if all(document.get(key) is None for key in keys) else inline(**{key: document.get(key) for key in keys})
    value = document.get(next((mark.key for mark in marks if isinstance(mark, Key)), name))
    if any(isinstance(mark, Monthly) for mark in marks) and value is not None:
        return date.fromisoformat(f"{value}-01")
    return _typed(hint, value)


def _marks(hint: Any) -> list[object]:
    """Return the marks of an annotation, through Annotated and optional ones."""
    if get_origin(hint) is Annotated:
        return [*hint.__metadata__, *_marks(get_args(hint)[0])]
    return [mark for each in _options(hint) for mark in _marks(each)] if _options(hint) else []


def _options(hint: Any) -> tuple[Any, ...]:
    """Return what an optional annotation may be."""
    return get_args(hint) if get_origin(hint) in {Union, types.UnionType} else ()


def _typed(hint: Any, value: Any) -> Any:
    """Return a value of a document as the type that its field has."""
    if get_origin(hint) is Annotated or _options(hint):
        inside = next(each for each in get_args(hint) if each is not type(None))
        return None if value is None and _options(hint) else _typed(inside, value)
    if get_origin(hint) is tuple:
        return tuple(_typed(get_args(hint)[0], each) for each in value or ())
    if is_dataclass(hint) or hasattr(hint, "_fields"):
        return result_of(hint, value or {})
    return date.fromisoformat(value) if hint is date and isinstance(value, str) else value
