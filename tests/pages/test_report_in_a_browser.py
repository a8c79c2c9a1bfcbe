"""The report in a browser: drawn without a network, quiet, reachable by keyboard, and sound for a screen reader."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from simcase import report, study
from simcase.present.charts import CHARTS
from simcase.present.figures_listed import listed
from simcase.present.labels import labels_of
from simcase.words import Words

MARKS = "[...document.querySelectorAll('figure')].map(f => [f.id, f.querySelectorAll('svg .role-mark :is(path, text, line)').length])"
MOST_CHARTS = 15
PAGES = 10
FIRST_SCREEN = 450
"""Pixels from the top in which the answer begins: half a screen."""
REACHED = "document.activeElement.closest('figure')?.id + ' ' + document.activeElement.className"


@pytest.fixture(scope="module")
def file(shipped: list[study.Shown], tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("pages") / "report.html"
    path.write_text(report.page_of(shipped, "da"), encoding="utf-8")
    return path


def test_it_is_drawn_without_a_network_and_without_a_complaint(file: Path, watched: Any) -> None:  # noqa: ANN401 - as in conftest
    watched.page.goto(file.as_uri(), wait_until="commit")
    watched.page.wait_for_selector("figure[data-drawn]", state="attached")
    watched.page.wait_for_selector("html[data-drawn=all]", state="attached")
    assert not watched.said
    assert watched.asked == [file.as_uri()]
    marks = dict(watched.page.evaluate(MARKS))
    assert len(marks) >= 15
    assert all(marks.values()), marks


@pytest.mark.slow
def test_it_is_sound_for_a_screen_reader_and_reached_by_keyboard(file: Path, watched: Any) -> None:  # noqa: ANN401
    watched.page.goto(file.as_uri())
    watched.page.wait_for_selector("html[data-drawn=all]", state="attached")
    assert not watched.serious()
    buttons = watched.page.locator("button").count()
    reached = set()
    for _ in range(2 * buttons + watched.page.locator("a").count()):
        watched.page.keyboard.press("Tab")
        if watched.page.evaluate("document.activeElement.tagName") == "BUTTON":
            reached.add(watched.page.evaluate(REACHED))
    assert len(reached) == buttons


def test_its_figures_can_be_had(file: Path, watched: Any) -> None:  # noqa: ANN401
    watched.page.goto(file.as_uri())
    watched.page.wait_for_selector("html[data-drawn=all]", state="attached")
    with watched.page.expect_download() as download:
        watched.page.click("#payback-1 button.csv")
    text = Path(download.value.path()).read_text(encoding="utf-8-sig")
    assert text.splitlines()[0] == "År;Ventet;5\u00a0% under;5\u00a0% over"
    assert len(text.splitlines()) == 1 + 5
    with watched.page.expect_download() as download:
        watched.page.click("#payback-1 button.png")
    assert Path(download.value.path()).read_bytes().startswith(b"\x89PNG")
    assert not watched.said


def test_without_scripts_every_chart_is_a_picture_with_a_description(file: Path, another: Callable[..., Any]) -> None:
    page = another(java_script_enabled=False)
    page.goto(file.as_uri())
    pictures = page.locator("figure .chart > svg[role=img]")
    assert pictures.count() == page.locator("figure").count() >= MOST_CHARTS
    assert all(len(each.get_attribute("aria-label") or "") > 40 and each.bounding_box()["height"] > 60 for each in pictures.all())
    assert "i alt" in pictures.first.get_attribute("aria-label")


def test_it_begins_with_the_answer_and_prints_on_ten_pages_at_most_with_a_list_of_them(file: Path, watched: Any) -> None:  # noqa: ANN401
    watched.page.goto(file.as_uri())
    watched.page.wait_for_selector("html[data-drawn=all]", state="attached")
    assert len(re.findall(rb"/Type\s*/Page[^s]", watched.page.pdf(format="A4"))) <= PAGES
    entries = watched.page.locator("nav .part li a")
    assert not entries.first.is_visible()
    assert watched.page.locator(".answer").first.bounding_box()["y"] < FIRST_SCREEN
    watched.page.emulate_media(media="print")
    assert entries.first.is_visible()
    targets = {each.get_attribute("href") for each in entries.all()}
    assert len(targets) == entries.count() >= MOST_CHARTS
    assert all(watched.page.locator(f"[id='{target[1:]}']").count() == 1 for target in targets)


@pytest.mark.slow
@pytest.mark.parametrize("forced", ["none", "active"])
def test_nobody_is_kept_from_it_with_or_without_colours_of_their_own(file: Path, watched: Any, forced: str) -> None:  # noqa: ANN401
    watched.page.emulate_media(forced_colors=forced)
    watched.page.goto(file.as_uri())
    watched.page.wait_for_selector("html[data-drawn=all]", state="attached")
    assert not watched.violations()


ENGLISH = """[...document.querySelectorAll('main [role], main [aria-roledescription]')].filter(each =>
  !each.closest('[role=img] [aria-hidden=true]') && !['img', 'region'].includes(each.getAttribute('role'))
).map(each => each.outerHTML.slice(0, 99))"""
"""Parts of charts that a screen reader is told of by Vega, which is in English."""


def test_a_chart_that_is_drawn_is_one_picture_with_its_description(file: Path, watched: Any) -> None:  # noqa: ANN401
    watched.page.goto(file.as_uri())
    watched.page.wait_for_selector("html[data-drawn=all]", state="attached")
    pictures = watched.page.locator("figure [role=img]")
    assert pictures.count() == watched.page.locator("figure").count()
    assert not watched.page.evaluate(ENGLISH)


@pytest.fixture(scope="module")
def alone(shipped: list[study.Shown], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write a chart as a page of its own."""
    path: Path = tmp_path_factory.mktemp("pages") / "x.html"
    labels, chart = labels_of(shipped[1].world.model, Words("da")), CHARTS["headcount"]
    report.write(chart.tell(shipped[1], labels), path, [listed(chart, shipped[1], labels)])  # type: ignore[arg-type]
    return path


@pytest.mark.slow
@pytest.mark.parametrize("forced", ["none", "active"])
def test_nobody_is_kept_from_a_chart_of_its_own(alone: Path, watched: Any, forced: str) -> None:  # noqa: ANN401
    watched.page.emulate_media(forced_colors=forced)
    watched.page.goto(alone.as_uri())
    watched.page.locator("#chart > svg").wait_for(state="detached")
    watched.page.wait_for_selector("#chart [role=img], #chart[role=img]")
    assert not watched.violations()
    assert not watched.page.evaluate(ENGLISH)
    assert not watched.said


def test_without_scripts_a_chart_of_its_own_is_a_picture_with_a_description(alone: Path, another: Callable[..., Any]) -> None:
    page = another(java_script_enabled=False)
    page.goto(alone.as_uri())
    picture = page.locator("#chart > svg[role=img]")
    assert picture.bounding_box()["height"] > 200
    assert len(picture.get_attribute("aria-label")) > 40
    assert page.locator("table tbody tr").count() > 4


@pytest.mark.slow
@pytest.mark.parametrize("forced", ["none", "active"])
def test_nobody_is_kept_from_the_one_page(shipped: list[study.Shown], tmp_path: Path, watched: Any, forced: str) -> None:  # noqa: ANN401
    file = tmp_path / "one.html"
    file.write_text(report.one_page(shipped, "da"), encoding="utf-8")
    watched.page.emulate_media(forced_colors=forced)
    watched.page.goto(file.as_uri())
    assert not watched.violations()
