"""Comments, sources and reasons of the files that are shipped, in the language of who copies them.

They are English in what is shipped. A Danish reader's copy has each sentence that simcase has in Danish; what somebody else wrote stands.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from itertools import groupby
from textwrap import wrap
from typing import Final

from simcase.words.gather import names
from simcase.words.language import DANISH
from simcase.words.provenance import in_danish, looked_up

WIDTH: Final = 140
_COMMENT: Final = re.compile(r"(?P<indent> *)# ?(?P<text>.*)")
_BESIDE: Final = re.compile(r"(?P<code>[^\"'#]*?  )# (?P<text>.*)")
_SAID: Final = re.compile(r"((?:source|note|why): )(\"(?:[^\"\\\n]|\\.)*\")")
_CODE: Final = re.compile(r"[a-z_]+:( |$)|- ")
"""What begins a comment that is a line of YAML taken out."""
_END: Final = re.compile(r"(?<=[.!?]) (?=[A-Z0-9'`])")


_WHOLE: Final = re.compile(r"`[^`]*`|\d %")
"""What is not broken at the end of a line."""


def commented(text: str, lang: str) -> str:
    r"""Return the text of a YAML file whose comments, sources, notes and reasons are in a language; nothing else of it differs.

    >>> commented("# Who pays. The arithmetic is the same.\nlines: []  # January first\n", "da")
    '# Hvem der betaler. Regnestykket er det samme.\nlines: []  # januar først\n'
    >>> commented('share: {value: 0.55, source: "judgement: 55 % single"}\n', "da")
    'share: {value: 0.55, source: "skøn: 55 % enlige"}\n'
    """
    if lang != DANISH:
        return text
    lines = (line for _, some in groupby(text.splitlines(), _indent) for line in _told(list(some)))
    return _SAID.sub(_sourced, "".join(f"{line}\n" for line in lines))


def _sourced(said: re.Match[str]) -> str:
    """Return a key with a source, a note or a reason in Danish."""
    return f"{said[1]}{json.dumps(in_danish(json.loads(said[2])), ensure_ascii=False)}"


@cache
def texts() -> dict[str, str]:
    """Return the Danish of each English sentence, addresses left out of both."""
    return {key: text for name in names("comments_") for key, text in import_module(f"simcase.words.{name}").TEXTS.items()}


def sentences(text: str) -> list[str]:
    """Return the sentences of a comment.

    >>> sentences("It ran in 2019. Its cost, 0.6 mio. kr. a year, is not known.")
    ['It ran in 2019.', 'Its cost, 0.6 mio. kr. a year, is not known.']
    """
    return _END.split(text)


def comments(text: str) -> Iterator[str]:
    """Yield the comments of a YAML file, each in one line."""
    for indent, some in groupby(text.splitlines(), _indent):
        if indent is not None:
            yield _joined(some)
        else:
            yield from (found["text"] for line in some if (found := _BESIDE.fullmatch(line)))


def _indent(line: str) -> str | None:
    """Return by how much a line of comment is moved in; None for a line of something else, or of YAML taken out."""
    found = _COMMENT.fullmatch(line)
    return None if found is None or _CODE.match(found["text"].strip()) else found["indent"]


def _joined(lines: Iterator[str] | list[str]) -> str:
    """Return lines of comment as one text."""
    return " ".join(line.strip().removeprefix("#").strip() for line in lines)


def _told(lines: list[str]) -> Iterator[str]:
    """Yield lines that are all of one comment, or none, in Danish."""
    indent = _indent(lines[0])
    if indent is None:
        yield from (_beside(line) for line in lines)
        return
    english = _joined(lines)
    said, lead = _in_danish(english), f"{indent}# "
    whole = _WHOLE.sub(lambda found: found[0].replace(" ", "\0"), said)
    folded = wrap(whole, WIDTH, initial_indent=lead, subsequent_indent=lead, break_on_hyphens=False)
    yield from lines if said == english else (line.replace("\0", " ") for line in folded)


def _beside(line: str) -> str:
    """Return a line with the comment beside it in Danish."""
    found = _BESIDE.fullmatch(line)
    return f"{found['code']}# {_in_danish(found['text'])}" if found else line


def _in_danish(comment: str) -> str:
    """Return a comment of which each sentence that is known is in Danish."""
    return " ".join(looked_up(sentence, texts()) or sentence for sentence in sentences(comment))
