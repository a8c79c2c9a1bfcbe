"""What is read off a page: its tables by caption, its elements, and names that would break out of a page that did not escape them."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from html.parser import HTMLParser
from typing import Any

from simcase.declare.values import Label
from simcase.study import Shown

SCRIPTS = re.compile(r"<script.*?</script>", re.DOTALL)
EVIL = """<script>alert("x")</script>'><img src=x onerror="alert(1)">&amp;</title>"""


class Tables(HTMLParser):
    """The cells of a page's tables, by caption."""

    def __init__(self) -> None:
        super().__init__()
        self.tables: dict[str, list[list[str]]] = {}
        self.caption, self.inside = "", ""

    def handle_starttag(self, tag: str, _attrs: object) -> None:
        self.inside = tag
        if tag == "caption":
            self.caption = ""
        elif tag == "tr":
            self.tables.setdefault(self.caption, []).append([])
        elif tag in {"td", "th"}:
            self.tables[self.caption][-1].append("")

    def handle_data(self, data: str) -> None:
        if self.inside == "caption":
            self.caption += data
        elif self.inside in {"td", "th"}:
            self.tables[self.caption][-1][-1] += data

    def handle_endtag(self, _tag: str) -> None:
        self.inside = ""


def tables_of(page: str) -> dict[str, list[list[str]]]:
    """Return the rows of each table of a page by its caption, heads first."""
    reader = Tables()
    reader.feed(SCRIPTS.sub("", page))
    return reader.tables


class Elements(HTMLParser):
    """The elements of a page by name, its attributes by name, and the text outside scripts."""

    def __init__(self) -> None:
        super().__init__()
        self.elements: Counter[str] = Counter()
        self.attributes: Counter[str] = Counter()
        self.text = ""
        self.inside = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements[tag] += 1
        self.attributes.update(name for name, _ in attrs)
        self.inside = tag

    def handle_data(self, data: str) -> None:
        if self.inside != "script":
            self.text += data


def elements_of(page: str) -> Elements:
    """Return the elements of a page."""
    reader = Elements()
    reader.feed(page)
    return reader


def evil(shown: Shown) -> Shown:
    """Return a run whose scenario and everything else that a file names is called as nothing should be."""
    label = Label(da=EVIL, en=EVIL)

    def renamed(parts: tuple[Any, ...]) -> tuple[Any, ...]:
        return tuple(each.model_copy(update={"label": label}) for each in parts)

    model = shown.world.model
    model = replace(
        model,
        title=label,
        calibration_title=label,
        states=renamed(model.states),
        lines=renamed(model.lines),
        goals=renamed(model.goals),
        initiatives=tuple(each.model_copy(update={"label": label, "caveat": label}) for each in model.initiatives),
        parameters=renamed(model.parameters),
    )
    manifest = {**shown.manifest, "scenario": EVIL, "command": [*shown.manifest["command"], EVIL]}
    result = replace(shown.result, run=replace(shown.result.run, scenario=EVIL))
    run = replace(shown.run, world=shown.world._replace(model=model))
    return replace(shown, run=run, manifest=manifest, result=result, baseline=shown.baseline and evil(shown.baseline))
