"""An offline report: what stands on it, and how it becomes one file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from importlib.resources import files
from typing import Any, Final, NamedTuple

from jinja2 import Environment, PackageLoader, StrictUndefined

from simcase import __version__
from simcase.charts import config, embed_options
from simcase.present.charts import Chart
from simcase.present.findings import finding
from simcase.present.key_figures import Key
from simcase.present.labels import Labels
from simcase.present.table import Table
from simcase.report.bundle import bundle
from simcase.report.csv_files import table_csv
from simcase.report.listing import listing
from simcase.report.pictures import AS_PICTURE, json_for_page, still_of
from simcase.report.policy import policy
from simcase.study import Shown
from simcase.words import Words

SHARED: Final = ("$schema", "config", "usermeta")
"""What every chart of a page has alike: its looks and its language."""
DIGITS: Final = 6
"""Significant digits of a figure in a chart."""


class Drawing(NamedTuple):
    """A chart on a page: its kind, what it is called, its heading, and its specification and its figures (CSV), each as JSON for the page.

    `picture` is the same in lines, for a reader without scripts and for print.
    """

    kind: str
    name: str
    heading: str
    spec: str
    figures: str
    picture: str


class Slider(NamedTuple):
    """What can be moved on a page: its name, what it is called, from where to where, where it stands, and that in words."""

    name: str
    label: str
    least: float
    most: float
    step: float
    value: float
    said: str


class Moving(NamedTuple):
    """What makes a part move: its sliders, the answer as assumed, and what the page reads off, as JSON.

    The page itself writes the part's answer as the sliders stand, and its first table, which holds the lines that move.
    """

    sliders: Sequence[Slider]
    assumed: str
    data: str


@dataclass(frozen=True, slots=True)
class Part:
    """What a report says of one run: the answer in a sentence, key figures, charts, tables; with sliders where they move."""

    title: str
    answer: str
    keys: Sequence[Key]
    drawings: Sequence[Drawing]
    tables: Sequence[Table]
    moving: Moving | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """A report: what it is called and about, a part for each run, assumptions, what to keep in mind, and how to repeat it."""

    lang: str
    title: str
    about: str
    parts: Sequence[Part]
    assumptions: Sequence[Table]
    notes: Sequence[str]
    commands: Sequence[str]
    manifest: Sequence[Table]


def render(page: Page) -> str:
    """Return a report as one HTML file that asks for nothing else; whatever a file says is escaped."""
    environment = Environment(loader=PackageLoader("simcase.report"), autoescape=True, undefined=StrictUndefined, trim_blocks=True)
    words = Words(page.lang)
    template = environment.get_template("report.html")
    embed = json_for_page({**embed_options(words), "mode": "vega-lite", "actions": False, "config": config(words)})
    scripts = [bundle(), AS_PICTURE, _script("report.js"), *([_script("moving.js")] if any(part.moving for part in page.parts) else ())]
    return template.render(
        page=page,
        say=words.say,
        listing=listing(environment, words),
        policy=policy(*scripts),
        scripts=scripts,
        embed=embed,
        version=__version__,
    )


def _script(name: str) -> str:
    """Return a script of our own."""
    return (files("simcase.report") / "templates" / name).read_text(encoding="utf-8")


def drawings(charts: Iterable[Chart], shown: Shown, labels: Labels) -> list[Drawing]:
    """Return those of some charts that have something to draw of a run."""
    made = []
    for chart in charts:
        table = chart.table(shown, labels)
        drawn = chart.tell(shown, labels, table)
        if drawn is not None:
            spec = slim(drawn.to_dict(validate=False))
            picture = still_of(spec, chart.id)
            for shared in SHARED:
                spec.pop(shared)
            figures = table_csv(chart.written(table), DIGITS, labels.words)
            heading = finding(chart.name, shown, labels) or chart.heading(labels)
            made.append(Drawing(chart.id, chart.heading(labels), heading, json_for_page(spec), json_for_page(figures), picture))
    return made


def slim(part: Any) -> Any:  # noqa: ANN401 - any part of a specification
    """Return a specification with its figures rounded to the digits that can be seen.

    >>> slim({"mean": 1234.56789012})
    {'mean': 1234.57}
    """
    if isinstance(part, float):
        return float(f"{part:.{DIGITS}g}")
    if isinstance(part, list):
        return [slim(each) for each in part]
    return {key: slim(each) for key, each in part.items()} if isinstance(part, dict) else part
