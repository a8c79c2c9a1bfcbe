"""The offline page with sliders in a browser: they move figures and charts, by keyboard too; nothing is asked elsewhere."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from simcase import report, study
from simcase.present.labels import labels_of
from simcase.present.sentences_run import span_between
from simcase.report import moving
from simcase.study.grid import Grid, interpolate, net_result
from simcase.words import Words

MOST = 1_500_000
PLACES = "[...document.querySelectorAll('figure')].map(f => [f.id, f.querySelector('svg').outerHTML])"
FIGURES = "[...document.querySelectorAll('.keys dd, .moving tbody td')].map(cell => cell.innerText)"

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def grids(shipped: list[study.Shown]) -> list[Grid]:
    return study.grids(shipped[1:], study.silent)


@pytest.fixture(scope="module", params=["da", "en"])
def opened(request: pytest.FixtureRequest, shipped: list[study.Shown], grids: list[Grid], tmp_path_factory: pytest.TempPathFactory) -> Path:
    path: Path = tmp_path_factory.mktemp("pages") / f"moving-{request.param}.html"
    path.write_text(report.moving_page(shipped, grids, request.param), encoding="utf-8")
    return path


def drawn(watched: Any, file: Path, at: str = "") -> Any:  # noqa: ANN401 - as in conftest
    watched.page.goto(file.as_uri() + at)
    watched.page.wait_for_selector("html[data-drawn=all]", state="attached")
    still(watched.page)
    return watched.page


def still(page: Any) -> None:  # noqa: ANN401
    """Wait until every chart is drawn as the sliders stand."""
    page.wait_for_function("() => !document.querySelector('figure[aria-busy=true]')")


def put(page: Any, name: str, value: float) -> None:  # noqa: ANN401
    page.locator(f"input[name={name}]").fill(str(value))
    still(page)


def net(page: Any) -> str:  # noqa: ANN401
    return str(page.locator(".keys div:nth-child(2) dd").first.inner_text())


def headline(page: Any) -> str:  # noqa: ANN401
    return str(page.locator(".moving .answer").inner_text())


def answer(grid: Grid, words: Words, stand: str, at: tuple[float, ...]) -> str:
    """Return the answer at a setting, in the words of Python."""
    labels = labels_of(grid.shown.world.model, words)
    net = [interpolate(grid, at, lambda found, end=end: found.net[end]) / 1e6 for end in range(3)]  # type: ignore[misc]
    mean, low, high, least = (interpolate(grid, at, lambda found, end=end: found.lines[grid.lines[0]][end]) for end in range(4))  # type: ignore[misc]
    return words.say(
        "moving.answer",
        stand=words.say(f"moving.stand.{stand}"),
        title=labels.title,
        net=words.change_millions(net[0] * 1e6),
        net_range=words.interval(words.change(net[1], 1), words.change(net[2], 1)),
        years=span_between(date(2018, 7, 1), date(2022, 12, 31), words),
        persons=("~" if abs(mean) < least else "") + words.change(mean),
        persons_range=words.interval(words.change(low), words.change(high)),
        line=labels.line(grid.lines[0]),
        year=2022,
    )


def settled(page: Any) -> tuple[Any, Any]:  # noqa: ANN401 - playwright may not be there
    """Return the figures and the places of the marks."""
    still(page)
    return page.evaluate(FIGURES), page.evaluate(PLACES)


def test_the_answer_moves_with_the_sliders_and_a_link_opens_the_page_where_they_stand(
    opened: Path,
    watched: Any,  # noqa: ANN401
    grids: list[Grid],
) -> None:
    page, (grid,), words = drawn(watched, opened), grids, Words(opened.stem[-2:])
    assert headline(page) == answer(grid, words, "assumed", grid.assumed)
    put(page, "strength", 1.5)
    put(page, "delay", 2)
    at = tuple({"strength": 1.5, "delay": 2.0}.get(lever.kind, lever.assumed) for lever in grid.levers)
    assert headline(page) == answer(grid, words, "moved", at) != answer(grid, words, "moved", grid.assumed)
    assert page.url == f"{opened.as_uri()}#part-1.strength=1.5&part-1.delay=2"
    link, (moved, charts) = page.url, settled(page)
    page.click("nav summary")
    page.locator("nav a").last.click()
    page.wait_for_function("link => location.href === link", arg=link)
    page.goto("about:blank")
    drawn(watched, opened, "#" + link.split("#")[1])
    assert settled(page) == (moved, charts)
    assert headline(page) == answer(grid, words, "moved", at)
    page.click(".back")
    assert page.url == f"{opened.as_uri()}#"
    assert headline(page) == answer(grid, words, "assumed", grid.assumed)
    assert all(each.split("#")[0] in {opened.as_uri(), "about:blank"} for each in watched.asked)
    assert not watched.said


@pytest.mark.parametrize("asked", ["part-1.strength=9", "part-1.strength=x", "part-1.strength=", "part-2.cost=1", "<b>=1"])
def test_what_an_address_names_and_the_page_cannot_show_is_told(opened: Path, watched: Any, grids: list[Grid], asked: str) -> None:  # noqa: ANN401
    page, words = drawn(watched, opened, f"#part-1.cost=0.5&{asked}"), Words(opened.stem[-2:])
    assert page.locator("[role=alert]").inner_text().startswith(words.say("moving.lost"))
    assert page.locator("input[name=strength]").input_value() == "1"
    assert page.locator("input[name=cost]").input_value() == "0.5"
    assert page.locator("[role=alert] b").count() == 0
    assert not watched.said
    page.evaluate("location.hash = 'part-1.strength=1.5'")
    page.locator("[role=alert]").wait_for(state="hidden")
    assert page.locator("input[name=cost]").input_value() == "1"
    at = tuple(1.5 if lever.kind == "strength" else lever.assumed for lever in grids[0].levers)
    assert headline(page) == answer(grids[0], words, "moved", at)


def test_sliders_move_figures_and_charts_and_nothing_is_asked_elsewhere(opened: Path, watched: Any, grids: list[Grid]) -> None:  # noqa: ANN401
    page, (grid,), words = drawn(watched, opened), grids, Words(opened.stem[-2:])
    assert len(opened.read_bytes()) <= MOST
    assert net(page) == words.change_millions(net_result(grid.points[grid.assumed]))
    assert page.locator(".state").inner_text() == words.say("moving.simulated")
    before, charts = page.evaluate(FIGURES), dict(page.evaluate(PLACES))
    put(page, "strength", 1.5)
    assert page.locator(".state").inner_text() == words.say("moving.read_off", points=len(grid.points))
    at = tuple(1.5 if lever.kind == "strength" else lever.assumed for lever in grid.levers)
    read = interpolate(grid, at, net_result)
    assert net(page) == words.change_millions(read)
    put(page, "cost", 0.5)
    cost = interpolate(grid, at, lambda found: found.cost)
    assert net(page) == words.change_millions(read + 0.5 * cost)
    after, moved = page.evaluate(FIGURES), dict(page.evaluate(PLACES))
    assert sum(one != other for one, other in zip(before, after, strict=True)) >= 10
    assert all(moved[figure] != charts[figure] for figure in charts)
    text = json.loads(page.locator("#moving-payback-1 script.figures").text_content())
    assert text.splitlines()[0] == '"year","mean","p05","p95"'
    put(page, "cost", 0.0)
    assert page.locator(".keys div:nth-child(4) dd").all_inner_texts() == [words.say("payback.word.none"), ""]
    page.click(".back")
    assert page.evaluate(FIGURES) == before
    assert watched.asked == [opened.as_uri()]
    assert not watched.said


@pytest.mark.parametrize(
    ("spent", "cumulated", "said", "band"),
    [
        ([0.0, 0.0], [[1.0], [2.0]], "payback.word.none", ""),
        ([-3.0, -5.0], [[1.0], [2.0]], "payback.word.less", ""),
        ([3.0, -5.0], [[1.0], [2.0]], "payback.word.less", ""),
        ([-3.0, 5.0], [[1.0, 0.5, 2.0], [-2.0, -3.0, -1.0]], "moving.key.not_earned", "efter 2020"),
        ([3.0, 5.0], [[-1.0, -2.0, -0.5], [2.0, 1.0, 3.0]], "moving.key.earned_by", "2020"),
        ([3.0, 5.0], [[-1.0, -2.0, 0.5], [2.0, 1.0, 3.0]], "moving.key.earned_by", "2019 til 2020"),
        ([3.0, 5.0], [[-1.0, -2.0, -0.5], [2.0, -1.0, 3.0]], "moving.key.earned_by", "2020 til efter 2020"),
    ],
)
def test_only_what_costs_something_is_earned_back(
    watched: Any,  # noqa: ANN401
    spent: list[float],
    cumulated: list[list[float]],
    said: str,
    band: str,
) -> None:
    words = Words("da")
    watched.page.add_script_tag(content=(Path(report.__file__).parent / "templates" / "moving.js").read_text(encoding="utf-8"))
    told = watched.page.evaluate(
        """([say, spent, cumulated]) => keys({ line: "aid", years: ["2019", "2020"] },
            { lines: { aid: [0, 0, 0] }, net: [0, 0, 0], cost: 0, cumulated, spent }, wording(say, "da"))[3]""",
        [{key: words.unfilled(key) for key in moving.SAID}, spent, cumulated],
    )
    assert told == [words.say(said, year="2020"), words.say("report.nine_of_ten", interval=band) if band else ""]


def test_it_is_sound_for_a_screen_reader_and_every_slider_is_reached_by_keyboard(opened: Path, watched: Any) -> None:  # noqa: ANN401
    page = drawn(watched, opened)
    assert not watched.serious()
    names = {slider.get_attribute("name") for slider in page.locator("input[type=range]").all()}
    assert {"strength", "delay", "cost"} <= names
    reached = {}
    for _ in range(40):
        page.keyboard.press("Tab")
        name = page.evaluate("document.activeElement.type === 'range' ? document.activeElement.name : ''")
        if name and name not in reached:
            before = page.evaluate("document.activeElement.getAttribute('aria-valuetext')")
            page.keyboard.press("ArrowRight")
            reached[name] = before != page.evaluate("document.activeElement.getAttribute('aria-valuetext')")
    assert reached == dict.fromkeys(names, True)
    assert not watched.said


@pytest.mark.slow
@pytest.mark.parametrize("forced", ["none", "active"])
def test_nobody_is_kept_from_it_with_or_without_colours_of_their_own(opened: Path, watched: Any, forced: str) -> None:  # noqa: ANN401
    watched.page.emulate_media(forced_colors=forced)
    page = drawn(watched, opened)
    assert not watched.violations()
    wide = page.evaluate("[...document.querySelectorAll('.moving figure')].map(f => f.getBoundingClientRect().right)")
    assert max(wide) > 0.8 * page.evaluate("document.querySelector('main').getBoundingClientRect().right"), "the charts fill the page"
