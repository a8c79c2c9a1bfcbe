"""Read a YAML file strictly: plain values and their lines, every problem at once, and nothing in it is ever executed."""

from __future__ import annotations

import hashlib
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final, TextIO

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from simcase.declare import cache
from simcase.declare.cells import DIGITS, FLOAT, decimal
from simcase.declare.document import Document, Tree, Where, dotted, shown_path, shown_value
from simcase.errors import COMMANDING, Issue, UserError, why_refused
from simcase.words import said

LARGEST = 5_000_000
"""Bytes a file may have."""
DEEPEST = 40
"""Levels a file may have."""

_WORDS: dict[str, bool | None] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL"), None),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_WHOLE = re.compile(r"[-+]?[0-9]+")
_OTHER_BASE = re.compile(r"0o[0-7]+|0x[0-9a-fA-F]+")
_ENDLESS = re.compile(r"[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)")


_PROBLEMS: Final = {
    "error.yaml.tab": r"found character '\\t'",
    "error.yaml.list_end": r"expected ',' or '\]'",
    "error.yaml.group_end": r"expected ',' or '}'",
    "error.yaml.colon": "mapping values are not allowed|unexpected ':'",
    "error.yaml.no_colon": "could not find expected ':'",
    "error.yaml.indentation": "expected <block end>|expected the node content|entries are not allowed|'<document start>'",
    "error.yaml.quotation": "unexpected end of stream|unexpected document separator",
    "error.yaml.unprintable": "special characters|unacceptable character",
}
"""Why a text is no YAML, by what the library says."""


class _TooDeepError(Exception):
    """The file has more levels than any declaration needs."""


def read_document(path: Path) -> Document:
    """Read a YAML file, from the cache where the same bytes were read before.

    Raises UserError with every problem of the file.
    """
    shown = shown_path(path)
    return document_of(content_of(path, shown), shown)


def document_of(content: bytes, shown: str) -> Document:
    """Return what the bytes of a YAML file hold, from the cache where the same bytes were read before.

    Raises UserError with every problem of the file.
    """
    digest = hashlib.sha256(content).hexdigest()
    kept = cache.load(digest)
    if kept is not None:
        return Document(shown, *kept, digest)
    tree, lines = _parsed(content, shown)
    cache.store(digest, tree, lines)
    return Document(shown, tree, lines, digest)


def parse_text(text: str, shown: str) -> Document:
    """Read YAML from a text, named in messages as `shown`.

    >>> parse_text("end: 2022-12-31", "plan.yaml").tree
    {'end': '2022-12-31'}

    Raises UserError with every problem of the text.
    """
    content = text.encode()
    return Document(shown, *_parsed(content, shown), hashlib.sha256(content).hexdigest())


def content_of(path: Path, shown: str) -> bytes:
    """Return the bytes of a file that is there, can be read and is not too large."""
    if path.exists() and not path.is_file() and not path.is_dir():  # a pipe would never end
        raise UserError([Issue(shown, 0, "", said("error.file.not_ordinary"), said("error.file.readable_yaml"))])
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
    except FileNotFoundError:
        raise UserError([Issue(shown, 0, "", said("error.file.no_such"), said("error.file.yaml"))]) from None
    except (OSError, ValueError) as error:
        reason = why_refused(error) if isinstance(error, OSError) else said("error.file.odd_name")
        raise UserError([Issue(shown, 0, "", said("error.file.unreadable", reason=reason), said("error.file.readable_yaml"))]) from None
    if len(content) > LARGEST:
        raise UserError([Issue(shown, 0, "", said("error.file.larger"), said("error.file.at_most_mb", largest=LARGEST // 1_000_000))])
    return content


def _parsed(content: bytes, shown: str) -> tuple[Tree, dict[Where, int]]:
    """Return the tree and the lines of a file's bytes."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise UserError([Issue(shown, line, "", said("error.file.byte", content=content[error.start]), said("error.file.utf8"))]) from None
    reader = _Reader(text, shown)
    tree = reader.document()
    if reader.issues:
        raise UserError(reader.issues)
    return tree, reader.lines


def _reason(problem: str) -> str:
    """Return why a text is no YAML, by what the library says of it."""
    return said(next((key for key, told in _PROBLEMS.items() if re.search(told, problem)), "error.yaml.other"))


class _Reader:
    """Builds the tree of one text from its parse events, keeping lines and issues."""

    def __init__(self, text: str, shown: str) -> None:
        """Start with nothing read."""
        self.shown = shown
        self.lines: dict[Where, int] = {}
        self.issues: list[Issue] = []
        self._text = text
        self._line = 1

    def document(self) -> Tree:
        """Return the tree of the only document there is, or note what stands in the way."""
        try:
            return self._only(self._events())
        except MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            line = mark.line + 1 if mark else self._line
            self._note(
                line, (), said("error.yaml.unreadable", reason=_reason(str(error.problem or error.context))), said("error.yaml.valid")
            )
        except _TooDeepError:
            self._note(self._line, (), said("error.yaml.deeper"), said("error.yaml.at_most_levels", deepest=DEEPEST))
        except (YAMLError, ValueError, OverflowError) as error:
            self._note(self._line, (), said("error.yaml.unreadable", reason=_reason(str(error))), said("error.yaml.valid"))
        return None

    def _events(self) -> Iterator[Event]:
        """Yield the parse events, remembering the line of the latest."""
        for event in YAML(typ="safe", pure=True).parse(self._text):
            self._line = event.start_mark.line + 1
            yield event

    def _only(self, events: Iterator[Event]) -> Tree:
        """Return the tree of the first document, and note a second one or none."""
        tree: Tree = None
        documents = 0
        for event in events:
            if isinstance(event, DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self._note(self._line, (), said("error.yaml.second_document"), said("error.yaml.one_document"))
                    break
                self.lines[()] = 1
                tree = self._node(next(events), events, ())
        if tree is None and not self.issues:
            self._note(1, (), said("error.yaml.empty"), said("error.yaml.with_keys"))
        return tree

    def _note(self, line: int, where: Where, found: str, expected: str) -> None:
        """Keep an issue."""
        self.issues.append(Issue(self.shown, line, dotted(where), found, expected))

    def _node(self, event: Any, events: Iterator[Event], where: Where) -> Tree:  # noqa: ANN401 - the library types no field of its events
        """Return the tree that starts with an event."""
        if len(where) > DEEPEST:
            raise _TooDeepError
        line = event.start_mark.line + 1
        self.lines.setdefault(where, line)
        if isinstance(event, AliasEvent):
            self._note(line, where, said("error.yaml.alias", anchor=event.anchor), said("error.yaml.written_out"))
            return None
        if event.tag is not None:
            self._note(line, where, said("error.yaml.tag", tag=event.tag), said("error.yaml.without_tag"))
        if isinstance(event, MappingStartEvent):
            return self._mapping(events, where)
        if isinstance(event, SequenceStartEvent):
            return self._sequence(events, where)
        return self._scalar(event, where, line)

    def _sequence(self, events: Iterator[Event], where: Where) -> list[Tree]:
        """Return the list whose start was the latest event."""
        items: list[Tree] = []
        for event in events:
            if isinstance(event, SequenceEndEvent):
                break
            items.append(self._node(event, events, (*where, len(items))))
        return items

    def _mapping(self, events: Iterator[Event], where: Where) -> dict[str, Tree]:
        """Return the mapping whose start was the latest event, with each key once."""
        tree: dict[str, Tree] = {}
        for event in events:
            if isinstance(event, MappingEndEvent):
                break
            key, line = self._key(event, events, where), event.start_mark.line + 1
            known = key in tree
            self.lines.setdefault((*where, key), line)
            value = self._node(next(events), events, (*where, key))
            if known:
                first = self.lines[*where, key]
                self._note(line, (*where, key), said("error.yaml.key_again", key=key), said("error.yaml.each_key_once", first=first))
            else:
                tree[key] = value
        return tree

    def _key(self, event: Event, events: Iterator[Event], where: Where) -> str:
        """Return a key as text; anything but a plain text is noted."""
        line = event.start_mark.line + 1
        if not isinstance(event, ScalarEvent):
            self._node(event, events, (*where, "?"))
            self._note(line, where, said("error.yaml.not_a_key"), said("error.yaml.text_as_key"))
            return "?"
        if event.tag is not None:
            self._note(line, where, said("error.yaml.tag_on_key", tag=event.tag), said("error.yaml.key_without_tag"))
        if event.value == "<<":
            self._note(line, where, said("error.yaml.merge_key"), said("error.yaml.keys_written_out"))
        return self._text_of(event, where)

    def _text_of(self, event: ScalarEvent, where: Where) -> str:
        """Return the text of a scalar; what steers a terminal or turns the direction of writing is noted."""
        text = str(event.value)
        if COMMANDING.search(text):
            self._note(event.start_mark.line + 1, where, shown_value(text), said("error.value.plain_text"))
        return text

    def _scalar(self, event: ScalarEvent, where: Where, line: int) -> Tree:
        """Return the value of a scalar by the core schema of YAML 1.2; dates stay texts."""
        text = self._text_of(event, where)
        if event.style is not None:
            return text
        if text in _WORDS:
            return _WORDS[text]
        number = _number(text)
        if number is not None and abs(number) <= sys.float_info.max:
            return number
        if number is not None or _ENDLESS.fullmatch(text):
            self._note(line, where, shown_value(text), said("error.value.finite"))
        return text


def _number(text: str) -> int | float | None:
    """Return the number that a plain text stands for; infinite where it is too large, None where it is no number."""
    if len(text) > DIGITS:
        return float("inf") if FLOAT.fullmatch(text) else None
    if _WHOLE.fullmatch(text):
        return int(text)
    if _OTHER_BASE.fullmatch(text):
        return int(text, 0)
    return decimal(text)


def write_yaml(tree: Tree, to: TextIO) -> None:
    """Write a tree as YAML, its keys in their order."""
    writer: Any = YAML(typ="safe", pure=True)
    writer.default_flow_style = None
    writer.sort_base_mapping_type_on_output = False
    writer.allow_unicode = True
    writer.width = 140
    writer.dump(tree, to)
