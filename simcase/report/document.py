"""A paper -> a Word document: a template, which is the municipality's, filled with sentences, tables and pictures."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Final

import altair as alt
from docx.opc.exceptions import OpcError
from docx.shared import Mm
from docxtpl import DocxTemplate, InlineImage, RichText
from jinja2 import TemplateAssertionError, TemplateError, TemplateSyntaxError, UndefinedError
from jinja2.exceptions import SecurityError

from simcase.charts.theme import GREY
from simcase.errors import Issue, UserError, shown_file
from simcase.present.key_figures import Key
from simcase.present.paper import Paper, Picture
from simcase.present.table import Row, Table, printed
from simcase.report.packed import template_of, timeless, unbroken
from simcase.report.pictures import png_of
from simcase.report.sandbox import Refused, Sandbox
from simcase.vocabulary import write_whole
from simcase.words import Words, said

WIDTH: Final = 160
"""Millimetres of a picture on A4 between margins of 25."""
ALLOWED: Final = said("error.paper.fields_for_if")
BROKEN: Final = (zipfile.BadZipFile, OpcError, SyntaxError, KeyError, ValueError, OSError, EOFError, AttributeError)
"""What opening a damaged document raises."""


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a table as a template sees it: what stands first, and the cells after it."""

    first: RichText
    cells: Sequence[RichText]


@dataclass(frozen=True, slots=True)
class Filled:
    """A table as a template sees it: its title, its heads, its rows and what stands beneath."""

    title: str
    first: str
    heads: Sequence[str]
    rows: Sequence[Line]
    below: str


class Drawing:
    """A picture as a template sees it, drawn where the template asks for it."""

    def __init__(self, template: DocxTemplate, picture: Picture) -> None:
        """Know what to draw, and into which document."""
        self.id = picture.id
        self._template, self._picture = template, picture

    @property
    def heading(self) -> str:
        """Return the heading; nothing where there is nothing to draw, so that none stands over another picture."""
        return "" if self._drawn is None else unbroken(self._picture.heading)

    @cached_property
    def _drawn(self) -> alt.TopLevelMixin | None:
        """Return what is drawn."""
        return self._picture.draw()

    def __html__(self) -> str:
        """Return the picture as a part of the document, under what its marks mean; nothing where there is nothing to draw."""
        if self._drawn is None:
            return ""
        spec = self._drawn.to_dict()
        said = {"text": spec["title"]["subtitle"], "fontSize": 12, "fontWeight": "normal", "color": GREY, "anchor": "start", "offset": 10}
        return str(InlineImage(self._template, io.BytesIO(png_of({**spec, "title": said})), width=Mm(WIDTH)))

    __str__ = __html__


def write_document(paper: Paper, template: Path, path: Path, words: Words) -> None:
    """Fill a template with a paper; equal papers give equal bytes.

    Raises UserError for a template that is none, that uses what it may not, or has fields which no paper has: these by name, all at once.
    """
    file = shown_file(template)
    with _sound(file):
        document = DocxTemplate(template_of(template))
        fields = fields_of(paper, document, words)
        unknown = document.get_undeclared_template_variables(Sandbox()) - set(fields)
        if unknown:
            raise UserError(
                [
                    Issue(file, 0, name, said("error.paper.no_field"), said("error.paper.one_field", fields=fields))
                    for name in sorted(unknown)
                ]
            )
        document.render(fields, Sandbox(), autoescape=True)
        made = io.BytesIO()
        document.save(made)
    write_whole(path, timeless(made.getvalue()))


@contextmanager
def _sound(file: str) -> Iterator[None]:
    """Turn what a template raises into one sentence."""
    try:
        yield
    except (UndefinedError, SecurityError) as error:
        raise UserError([Issue(file, 0, "", _why(error), said("error.paper.guide_names"))]) from None
    except TemplateError as error:
        raise UserError([Issue(file, 0, "", _why(error), said("error.paper.template", allowed=ALLOWED))]) from None
    except BROKEN:
        raise UserError([Issue(file, 0, "", said("error.file.broken"), said("error.paper.word"))]) from None


def _why(error: TemplateError) -> str:
    """Return what a template has that it may not, or names and there is not, or else where it cannot be read."""
    if isinstance(error, Refused):
        return error.found
    named = re.findall("'([^']*)'", error.message or "")
    if isinstance(error, TemplateSyntaxError) and not isinstance(error, TemplateAssertionError):
        return said("error.paper.unreadable", line=error.lineno)
    place = 0 if isinstance(error, SecurityError) else -1
    return said("error.paper.undefined", name=named[place] if named else "")


def fields_of(paper: Paper, document: DocxTemplate, words: Words) -> dict[str, object]:
    """Return what a template may ask for, by name."""
    return {
        "title": paper.title,
        "about": paper.about,
        "answer": [unbroken(sentence) for sentence in paper.answer],
        "keys": [Key(*map(unbroken, key)) for key in paper.keys],
        **{name: _filled(table, words) for name, table in paper.tables.items()},
        "charts": [Drawing(document, each) for each in paper.charts],
        "notes": paper.notes,
        "commands": paper.commands,
    }


def _filled(table: Table, words: Words) -> Filled:
    """Return a table as a template sees it."""
    shown = printed(table, words)
    first, *heads = (column.head for column in shown.columns)
    return Filled(shown.title, first, heads, [_line(row) for row in shown.rows], unbroken(shown.below))


def _line(row: Row) -> Line:
    """Return a row as a template sees it, bold where it stands out."""
    first, *cells = (RichText(unbroken(str(cell)), bold=row.look == "strong") for cell in row.cells)
    return Line(first, cells)
