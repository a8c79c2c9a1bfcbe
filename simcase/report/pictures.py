"""Write a chart to a file: a picture, a page that needs no network, or its specification."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, Final

import altair as alt
import vl_convert
from jinja2 import Environment, PackageLoader

from simcase.errors import Issue, UserError
from simcase.present.table import Sentence, Table
from simcase.report.bundle import bundle
from simcase.report.listing import listing
from simcase.report.policy import policy
from simcase.vocabulary import check_place, write_whole
from simcase.words import Words, said

SHARPNESS: Final = 2.0
"""Pixels of a picture for each pixel of the chart."""

AS_PICTURE: Final = """
function asPicture(place) {
  for (const drawn of place.querySelectorAll("[role=graphics-document]")) {
    drawn.setAttribute("role", "img"); drawn.removeAttribute("aria-roledescription");
    drawn.querySelector("svg").setAttribute("aria-hidden", "true");
  }
}
"""
"""What makes a chart that is drawn in a page one picture with one description to a screen reader, as it is beforehand."""
SCRIPT: Final = (
    AS_PICTURE
    + """
const spec = JSON.parse(document.getElementById("spec").textContent);
vegaEmbed("#chart", spec, spec.usermeta?.embedOptions ?? {}).then(() => {
  for (const menu of document.querySelectorAll("#chart summary")) menu.setAttribute("aria-label", menu.parentElement.title);
  asPicture(document);
}).catch(console.error);
"""
)
"""What draws the chart of a page."""

STYLE: Final = """
body { margin: 1.5rem; background: white; color: #262626; font: 1rem/1.4 "Segoe UI", "Helvetica Neue", Helvetica, Arial, sans-serif; }
#chart { position: relative; } #chart > svg { max-width: 100%; height: auto; } .scroll { overflow-x: auto; margin-top: 1.5rem; }
table { border-collapse: collapse; font-size: .88rem; font-variant-numeric: tabular-nums; } caption { text-align: left; font-weight: 600; }
th, td { padding: .25rem .9rem .25rem 0; text-align: right; vertical-align: top; border-bottom: 1px solid #e3e3e3; }
th { white-space: pre-line; border-bottom-color: #595959; } .text { text-align: left; } .strong td { font-weight: 600; }
"""
"""How the page of a chart looks."""
PAGE: Final = """\
<!DOCTYPE html>
<html lang="{lang}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>{style}</style>
</head>
<body>
<main>
<div id="chart">{still}</div>
{tables}
</main>
<script id="spec" type="application/json">{spec}</script>
<script>{bundle}</script>
<script>{script}</script>
</body>
</html>
"""

TAG: Final = re.compile(r"<[^>]*>")
"""A part of a picture; what stands between them is read by people and stays as it is."""
SPOKEN: Final = re.compile(r' (?:aria-[a-z]+|role)="[^"]*"')
"""What a screen reader is told of a part of a picture."""
CLIP: Final = re.compile(r'("|url\(#)(clip\d+)')
"""The name of an edge at which a picture is cut off."""
DECIMALS: Final = re.compile(r"(?<![\w#])-?\d+\.\d{2,}(?![\w])")
"""Numbers of pixels with decimals that nobody sees."""
Spec = dict[str, Any]
"""A chart as Vega-Lite has it, which is written into files and pages."""


def write(chart: alt.TopLevelMixin, path: Path, parts: Iterable[Table | Sentence] = ()) -> None:
    """Write a chart in the format that the file's ending names; a page has the tables of what is told beside it as well.

    Raises UserError as `check` does.
    """
    check(path)
    ending, spec = path.suffix.lower(), chart.to_dict()
    tables = [part for part in parts if isinstance(part, Table)]
    write_whole(path, _html(spec, tables) if ending == PAGES else WRITERS[ending](spec))


def check(path: Path, endings: Sequence[str] | None = None) -> None:
    """Refuse a file whose ending is none of those (of pictures, unless given), or whose folder is not there; raises UserError."""
    known = endings or ENDINGS
    if path.suffix.lower() not in known:
        raise UserError([Issue(str(path), 0, "", said("error.paper.ending", suffix=path.suffix), said("error.one_of", known=known))])
    check_place(path)


def png_of(spec: Spec) -> bytes:
    """Return a picture in pixels."""
    return bytes(vl_convert.vegalite_to_png(spec, scale=SHARPNESS, allowed_base_urls=[]))


def _svg(spec: Spec) -> bytes:
    """Return a picture in lines as a file."""
    return svg_of(spec).encode()


def svg_of(spec: Spec) -> str:
    """Return a picture in lines, to a screen reader one with the chart's description; whatever a name says is text in it."""
    drawn = TAG.sub(lambda tag: SPOKEN.sub("", tag[0]), str(vl_convert.vegalite_to_svg(spec, allowed_base_urls=[])))
    about = html.escape(str(spec.get("description", "")))
    head, rest = drawn.split(">", 1)
    return f'{head} role="img" aria-label="{about}"><desc>{about}</desc>{rest}'


def still_of(spec: Spec, name: str) -> str:
    """Return a picture in lines as a part of a page, one picture to a screen reader; a name keeps its parts apart from those of others."""
    head, rest = svg_of(spec).split(">", 1)
    return f"{head}>{TAG.sub(lambda tag: _still(tag[0], name), rest)}"


def _still(tag: str, name: str) -> str:
    """Return a part of a picture with its pixels rounded and its name kept apart from others."""
    return DECIMALS.sub(_rounded, CLIP.sub(rf"\1{name}-\2", tag))


def _rounded(found: re.Match[str]) -> str:
    """Return a number of pixels with a decimal, which is as many as can be seen."""
    return f"{float(found[0]):.1f}"


def _pdf(spec: Spec) -> bytes:
    """Return a page for printing."""
    return bytes(vl_convert.vegalite_to_pdf(spec, allowed_base_urls=[]))


def _json(spec: Spec) -> bytes:
    """Return the specification in Vega-Lite."""
    return (json.dumps(spec, ensure_ascii=False, indent=1) + "\n").encode()


def _html(spec: Spec, tables: Sequence[Table]) -> bytes:
    """Return a page that holds everything it needs and may ask for nothing: the chart, a picture of it until it is drawn, and tables."""
    lang = str(spec.get("usermeta", {}).get("lang", "da"))
    told = listing(Environment(loader=PackageLoader("simcase.report"), autoescape=True, trim_blocks=True), Words(lang))
    page = PAGE.format(
        lang=html.escape(lang),
        policy=policy(bundle(), SCRIPT),
        title=html.escape(_title(spec)),
        style=STYLE,
        still=still_of(spec, "chart"),
        tables="".join(told(table) for table in tables),
        spec=json_for_page(spec),
        bundle=bundle(),
        script=SCRIPT,
    )
    return page.encode()


def json_for_page(value: object) -> str:
    r"""Return a value as JSON in which no text can end the element around it.

    >>> json_for_page({"title": "</script>"})
    '{"title":"\\u003c/script>"}'
    """
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


def _title(spec: Spec) -> str:
    """Return the title of a chart, or the product's name.

    >>> _title({"title": {"text": "KIK II"}}), _title({})
    ('KIK II', 'simcase')
    """
    title = spec.get("title", "simcase")
    return str(title["text"] if isinstance(title, dict) else title)


WRITERS: Final[dict[str, Callable[[Spec], bytes]]] = {".json": _json, ".pdf": _pdf, ".png": png_of, ".svg": _svg}
PAGES: Final = ".html"
ENDINGS: Final = (PAGES, *WRITERS)
"""The endings of files that a chart can be written to."""
