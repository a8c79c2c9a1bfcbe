"""Turn the tree of a file into a frozen declaration, and pydantic's errors into issues that speak to the person who edits the file."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from types import UnionType
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from simcase.declare.cells import number_of
from simcase.declare.document import Document, Tree, Where, shown_value
from simcase.errors import Issue, closest
from simcase.words import Said, said

Schema = TypeVar("Schema", bound=BaseModel)

_THOUSANDS = re.compile(r"[1-9][0-9]{0,2},[0-9]{3}")
"""A number that is thousands where points are decimal, and decimals where commas are."""

_MARK = object()
"""Stands for a value that is not in the tree."""

_PLAIN: dict[str, str] = {
    "string_type": said("error.value.text"),
    "bool_type": said("error.value.flag"),
    "int_type": said("error.value.whole"),
    "int_parsing": said("error.value.whole"),
    "float_type": said("error.value.number"),
    "dict_type": said("error.value.mapping"),
    "tuple_type": said("error.value.list"),
    "string_pattern_mismatch": said("error.value.name"),
    "string_unicode": said("error.value.plain_text"),
}
"""What is expected, by the type of pydantic's error."""

_BOUNDS: dict[str, str] = {
    "greater_than": "error.value.greater_than",
    "greater_than_equal": "error.value.greater_than_equal",
    "less_than": "error.value.less_than",
    "less_than_equal": "error.value.less_than_equal",
    "too_short": "error.value.too_short",
    "too_long": "error.value.too_long",
    "string_too_short": "error.value.string_too_short",
    "string_too_long": "error.value.string_too_long",
}
"""The same, with a bound: the key of the text."""

_SHORT_FORMS: dict[str, str] = {
    "Label": said("error.value.label"),
    "Use": said("error.value.use"),
}
"""Declarations that may be written in short."""


def validate(document: Document, schema: type[Schema]) -> tuple[Schema | None, list[Issue]]:
    """Return the declaration that a file holds, or None and every problem of it."""
    return validate_tree(document.tree, schema, document.issue)


def validate_tree(tree: Tree, schema: type[Schema], at: Callable[[Where, str, str, str], Issue]) -> tuple[Schema | None, list[Issue]]:
    """Return the declaration that a tree holds, or None and every problem of it, each made an issue by `at`."""
    if not isinstance(tree, dict):
        return None, [at((), shown_value(tree), said("error.value.keys", keys=_keys(schema)), "")]
    try:
        return schema.model_validate(tree, by_alias=True, by_name=False), []
    except ValidationError as error:
        errors = error.errors(include_url=False)
        meant = {_meant(schema, details["loc"]) for details in errors if details["type"] == "extra_forbidden"}
        told = [details for details in errors if not _follows(details, meant)]
        return None, list(dict.fromkeys(_issue(tree, schema, details, at) for details in told))


def expected_by(error: ValidationError) -> str:
    """Return what the first of pydantic's errors expects, in plain words."""
    details = error.errors(include_url=False)[0]
    return _expected(details, details["input"])[0]


def _meant(schema: type[BaseModel], loc: Where) -> Where:
    """Return where the key belongs that is likely meant by one that there is not."""
    _, hint = closest(str(loc[-1]), _keys(_annotation(schema, loc[:-1])))
    return (*loc[:-1], str(hint.values.get("word", ""))) if isinstance(hint, Said) else ()


def _follows(details: ErrorDetails, meant: Collection[Where]) -> bool:
    """Tell whether an error only follows from others: a key is missing that is misspelt, a list is too short whose items are wrong."""
    if details["type"] == "missing":
        return details["loc"] in meant
    return details["type"] == "too_short" and len(details["input"]) >= details["ctx"]["min_length"]


def _issue(tree: Tree, schema: type[BaseModel], details: ErrorDetails, at: Callable[[Where, str, str, str], Issue]) -> Issue:
    """Return the issue of one error of pydantic."""
    loc, kind = details["loc"], details["type"]
    if kind == "extra_forbidden":
        expected, hint = closest(str(loc[-1]), _keys(_annotation(schema, loc[:-1])))
        return at(_inside(tree, loc), said("error.value.key", name=loc[-1]), expected, hint or _split(loc, _value(tree, loc)))
    where = _inside(tree, loc)
    if kind == "missing":
        return at((*where, str(loc[-1])), shown_value(None), said("error.value.any"), "")
    if loc and loc[-1] == "[key]":
        return at(where, said("error.value.key", name=loc[-2]), _PLAIN.get(kind, said("error.value.a_name")), "")
    value = _value(tree, where)
    expected, hint = _expected(details, value)
    found = said("error.value.list_of", n=len(value)) if isinstance(value, list) and kind in _BOUNDS else shown_value(value)
    return at(where, found, expected, hint or _danish(value, expected) or _split(where, value))


def _expected(details: ErrorDetails, value: object) -> tuple[str, str]:
    """Return what one error of pydantic expects, in plain words, and a hint."""
    kind, context = details["type"], details.get("ctx", {})
    if kind == "literal_error":
        return closest(str(value), re.findall(r"'([^']*)'", str(context["expected"])))
    if kind == "value_error":
        (message,) = context["error"].args
        return message, ""
    if kind in {"model_type", "model_attributes_type"}:
        return _SHORT_FORMS.get(str(context.get("class_name")), said("error.value.mapping")), ""
    if kind in _BOUNDS:
        return said(_BOUNDS[kind], **context), ""
    return _PLAIN.get(kind, said("error.value.valid")), ""


def _danish(value: object, expected: str) -> str:
    """Return a hint for a number written the Danish way, with a decimal comma or with points between thousands."""
    number = number_of(value) if isinstance(value, str) and "number" in expected else None
    if number is None:
        return ""
    other = said("error.value.or_other", number=str(value).replace(",", "")) if _THOUSANDS.fullmatch(str(value)) else ""
    return said("error.value.write_number", number=number, other=other)


def _split(where: Where, value: object) -> str:
    """Return a hint for a key that is the end of a number, since a comma inside braces ends a value."""
    torn = value is None and where and str(where[-1]).isdecimal()
    return said("error.value.torn") if torn else ""


def _inside(tree: Tree, loc: Where) -> Where:
    """Return the part of an error's location that stands in the tree: shorthand and step functions lead to what is written."""
    where: list[str | int] = []
    node: Any = tree
    for part in loc:
        key = _written(node, part)
        child = _value(node, (key,))
        if child is not _MARK:
            where.append(key)
            node = child
    return tuple(where)


def _written(node: object, part: str | int) -> str | int:
    """Return a part of a location as it stands in the file: the n-th pair of a step function is a key of its mapping."""
    if not (isinstance(node, dict) and isinstance(part, int)):
        return part
    try:
        edges = sorted(node, key=float)
    except ValueError:
        return part
    return edges[part] if part < len(edges) else part


def _value(tree: object, where: Where) -> object:
    """Return the value at a place in a tree, or the mark for none."""
    node: object = tree
    for part in where:
        if isinstance(node, dict):
            node = node.get(part, _MARK)
        elif isinstance(node, list) and isinstance(part, int) and part < len(node):
            node = node[part]
        else:
            return _MARK
    return node


def _keys(annotation: object) -> tuple[str, ...]:
    """Return the keys of the declaration that an annotation names."""
    return tuple(info.alias or name for model in _options(annotation) for name, info in _fields(model).items())


def _fields(model: object) -> dict[str, Any]:
    """Return the fields of a declaration by their Python names; of anything else none."""
    return dict(model.model_fields) if isinstance(model, type) and issubclass(model, BaseModel) else {}


def _annotation(schema: object, loc: Where) -> object:
    """Return the annotation of what stands at a location of a declaration."""
    annotation = schema
    for part in loc:
        annotation = next((found for option in _options(annotation) for found in _children(option, part)), None)
    return annotation


def _children(option: object, part: str | int) -> Iterator[object]:
    """Yield the annotation of a child, where there is one by that key or position."""
    if get_origin(option) is tuple and isinstance(part, int):
        yield get_args(option)[0]
    elif get_origin(option) is dict:
        yield get_args(option)[1]
    for name, info in _fields(option).items():
        if (info.alias or name) == part:
            yield info.annotation


def _options(annotation: object) -> Iterator[object]:
    """Yield what an annotation allows, without its metadata."""
    origin = get_origin(annotation)
    if origin is Annotated:
        yield from _options(get_args(annotation)[0])
    elif origin in (Union, UnionType):
        for option in get_args(annotation):
            yield from _options(option)
    else:
        yield annotation
