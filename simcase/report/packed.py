"""Office files as archives of which equal content gives equal bytes: no part says when it was made."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path
from typing import Final

from simcase.declare import bounded_archive
from simcase.errors import shown_file

LARGEST: Final = 20_000_000
"""Bytes of a template at the most, and ten times as many unpacked."""
WHEN: Final = (1980, 1, 1, 0, 0, 0)
"""When each part of an archive says that it was made: the first day that one can."""
MADE: Final = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*(<)")
"""When a document says that it was made, in its properties."""
SAID: Final = rb"\g<1>2019-01-01T00:00:00Z\g<2>"

MINUS: Final = re.compile(r"(?<![\w-])-(?=\d)")
"""A hyphen that stands for a minus, after which office programs may break the line."""
RANGE: Final = re.compile(r"(?<=\d)-(?=\d)")
"""A hyphen between two numbers, after which they may too."""


def unbroken(text: str) -> str:
    """Return a text for papers, in which no line ends within a figure: a minus is a sign, and a range is one word.

    >>> unbroken("2019-2021: -9,3 (-12 til +3)") == "2019\N{NON-BREAKING HYPHEN}2021: \N{MINUS SIGN}9,3 (\N{MINUS SIGN}12 til +3)"
    True
    >>> unbroken("139.555-147.610") == "139.555\N{NON-BREAKING HYPHEN}147.610"
    True
    """
    return RANGE.sub("\N{NON-BREAKING HYPHEN}", MINUS.sub("\N{MINUS SIGN}", text))


def template_of(path: Path) -> io.BytesIO:
    """Return a template as it is read; raises UserError for no file and for one that is too large, and BadZipFile for no archive."""
    return io.BytesIO(bounded_archive(path, shown_file(path), LARGEST).read_bytes())


def timeless(packed: bytes) -> bytes:
    """Return an office file, and the workbooks inside it, without the time at which it was made."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(packed)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            held = old.read(part)
            if part.filename.endswith(".xlsx"):
                held = timeless(held)
            elif part.filename == "docProps/core.xml":
                held = MADE.sub(SAID, held)
            new.writestr(zipfile.ZipInfo(part.filename, WHEN), held, zipfile.ZIP_DEFLATED)
    return made.getvalue()
