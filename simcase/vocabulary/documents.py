"""Results as documents: the one edge at which frozen dataclasses and named tuples become what JSON can hold.

A field stands in the document under its own name. Where the contract has another word, or a figure's parts stand beside the row's own
keys, the field's annotation says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Annotated, Any, NamedTuple, get_args, get_type_hints


class Key(NamedTuple):
    """The key that a field has in the document, such as `from`, which Python keeps for itself."""

    key: str


class Inline(NamedTuple):
    """A field whose parts stand among the keys of its row; where it is None, each part of its kind is null."""

    kind: type[Any]


class Monthly(NamedTuple):
    """A field that holds the first day of a month, written as 2019-01."""


Month = Annotated[date, Monthly()]
"""The first day of a month."""
From = Annotated[str, Key("from")]
"""Where a move begins."""


class _Field(NamedTuple):
    """A field of a document: its name, its key, and how it is written."""

    name: str
    key: str
    inline: type[Any] | None
    monthly: bool


_KNOWN: dict[type[Any], tuple[_Field, ...]] = {}


def document_of(value: object) -> Any:  # noqa: ANN401 - whatever JSON holds
    """Return a result as dictionaries, lists, texts and numbers, in the order in which its fields are declared.

    >>> class Moves(NamedTuple):
    ...     source: From
    ...     on: Month
    >>> document_of([Moves("employment", date(2019, 1, 1))])
    [{'from': 'employment', 'on': '2019-01'}]
    """
    if value is None or isinstance(value, str | int | float):  # nearly all there is, and the rest takes longer to tell
        return value
    if is_dataclass(value) or hasattr(value, "_fields"):
        return {key: inside for each in _fields(type(value)) for key, inside in _written(each, getattr(value, each.name))}
    if isinstance(value, Mapping):
        return {key: document_of(inside) for key, inside in value.items()}
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Iterable):
        return [document_of(inside) for inside in value]
    return value


def _written(each: _Field, value: Any) -> Iterator[tuple[str, Any]]:  # noqa: ANN401 - a field of any type
    """Yield the keys that a field has in a document, with what stands under each."""
    if each.inline is not None:
        yield from document_of(value).items() if value is not None else ((one.key, None) for one in _fields(each.inline))
    elif each.monthly and value is not None:
        yield each.key, f"{value:%Y-%m}"
    else:
        yield each.key, document_of(value)


def _fields(kind: type[Any]) -> tuple[_Field, ...]:
    """Return the fields of a result as its annotations say that they are written, worked out once."""
    if kind not in _KNOWN:
        hints = get_type_hints(kind, include_extras=True)
        names = [each.name for each in fields(kind)] if is_dataclass(kind) else kind._fields
        _KNOWN[kind] = tuple(_field(name, tuple(_marks(hints[name]))) for name in names)
    return _KNOWN[kind]


def _field(name: str, marks: tuple[object, ...]) -> _Field:
    """Return a field by its name and the marks in its annotation."""
    key = next((mark.key for mark in marks if isinstance(mark, Key)), name)
    kind = next((mark.kind for mark in marks if isinstance(mark, Inline)), None)
    return _Field(name, key, kind, any(isinstance(mark, Monthly) for mark in marks))


def _marks(hint: object) -> Iterator[object]:
    """Yield the marks in an annotation, those of the alternatives of an optional one too, but not those of what a collection holds."""
    yield from getattr(hint, "__metadata__", ())
    if type(None) in get_args(hint):
        for each in get_args(hint):
            yield from _marks(each)
