"""The big screen in a browser: read at five metres in one view, in step with the window beside it, and usable where it is small."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from served_helper import served

PICTURE = "[data-testid=stVegaLiteChart] svg .role-mark :is(path, text, line)"
LEAST = 24
"""Pixels of the smallest letters on a screen of 1,920."""
WORDS = 10
ANSWERED = '.progress[data-count="200"][data-old="false"][data-told="200"]'
"""Nothing is drawn anew from here on."""
HIGH, WIDE = (
    f"(() => {{ const main = document.querySelector('[data-testid=stMain]'); return main.scroll{way} - main.client{way} }})()"
    for way in ("Height", "Width")
)
LETTERS = """() => [...document.querySelectorAll('[data-testid=stMain] *')].filter(each =>
  [...each.childNodes].some(node => node.nodeType === 3 && node.data.trim()) && each.getBoundingClientRect().width > 1
    && each.checkVisibility()
).map(each => [parseFloat(getComputedStyle(each).fontSize) * (each.ownerSVGElement ? each.getScreenCTM().a : 1), each.textContent])"""

NAMED = """() => [...document.querySelectorAll('*')].flatMap(each =>
  ['aria-label', 'title', 'placeholder', 'alt'].map(name => each.getAttribute(name)).filter(Boolean))"""

ENGLISH = re.compile(r"\b(open|close|clear|remove|help|select\w*|choose|the|with|values?|axis|sidebar|(de|in)crement)\b", re.IGNORECASE)
THUMBS = """() => [...document.querySelectorAll('[data-testid=stSlider] div:has(> div > input)')].map(
  each => getComputedStyle(each).backgroundColor)"""
SPOKEN = """() => document.querySelector('.answer') &&
  document.getElementById('spoken')?.textContent === document.querySelector('.answer').textContent"""


TOPS = """() => {
  window.tops = [];
  const look = () => {
    const box = document.querySelector("[data-testid=stMain] [data-testid=stSelectbox]");
    if (box) window.tops.push(Math.round(box.getBoundingClientRect().top));
    requestAnimationFrame(look);
  };
  look();
}"""
"""What notes where the choice of a chart stands."""


VALUES = """() => {
  window.values = [];
  const look = () => {
    const value = Number(document.querySelector("input[type=range]")?.value ?? NaN);
    if (value >= 0 && value !== window.values.at(-1)) window.values.push(value);
    requestAnimationFrame(look);
  };
  look();
}"""
"""What notes each value that the first slider shows."""


IN_WORDS = """() => {
  const name = document.querySelector('.strip tbody td');
  return name && name.offsetHeight < 5 * parseFloat(getComputedStyle(name).fontSize);
}"""
IN_VIEW = """() => [".sentence", ".numbers", "table.narrow"].every(
  part => document.querySelector(part).getBoundingClientRect().bottom <= innerHeight)"""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with served(tmp_path_factory.mktemp("screen"), "kik-ii", "small-jobs", "--lang", "da") as address:
        yield address


def opened(page: Any, address: str, size: tuple[int, int] = (1280, 720)) -> Any:  # noqa: ANN401 - playwright may not be there
    page.set_viewport_size(dict(zip(("width", "height"), size, strict=True)))
    page.goto(address)
    page.wait_for_selector(PICTURE, state="attached")
    return page


@pytest.mark.slow
@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080)])
def test_one_view_is_read_at_five_metres(address: str, watched: Any, size: tuple[int, int]) -> None:  # noqa: ANN401
    page = opened(watched.page, f"{address}?view=screen", size)
    page.wait_for_function(f"() => {HIGH} <= 0 && {WIDE} <= 0")
    small = [text for letters, text in page.evaluate(LETTERS) if round(letters * 1920 / size[0], 1) < LEAST]
    assert small == []
    assert len(page.locator(".sentence").inner_text().split()) <= WORDS
    page.wait_for_function("() => document.querySelectorAll('.numbers .value').length === 2")
    page.wait_for_function("() => document.querySelectorAll('input[type=range]').length === 3")
    page.locator("table.narrow").wait_for(state="hidden")
    page.get_by_role("button", name="Tilbage").click()
    page.wait_for_selector("[data-testid=stSidebar]")
    page.wait_for_function("() => !location.search.includes('view=')")


@pytest.mark.slow
def test_two_windows_keep_in_step_and_the_projector_shows_no_bet(address: str, watched: Any, another: Callable[..., Any]) -> None:  # noqa: ANN401
    mine = opened(watched.page, f"{address}?session=pair")
    screen = opened(another(), f"{address}?session=pair&view=screen")
    mine.locator("input[type=range]").first.focus()
    mine.keyboard.press("ArrowLeft")
    screen.wait_for_function("() => document.querySelector('input[type=range]')?.value === '90'")
    mine.get_by_role("tab", name="Gæt").click()
    mine.get_by_role("button", name="Saml gæt ind").click()
    screen.wait_for_selector(".waiting")
    mine.get_by_label("Bord", exact=True).fill("Ved døren")
    mine.get_by_label("Gæt (personer, minus er færre)").fill("-777")
    mine.get_by_role("button", name="Gem gættet").click()
    screen.wait_for_function("() => document.querySelector('.waiting')?.innerText.includes('Ved døren')")
    assert "777" not in screen.inner_text("body")
    mine.get_by_role("tab", name="Log").click()
    mine.get_by_text("Loggen er skjult").wait_for()
    mine.get_by_role("tab", name="Gæt").click()
    mine.get_by_role("button", name="Vis resultatet").click()
    screen.wait_for_function("() => document.body.innerText.includes('777')")  # of 60 runs at least
    screen.set_viewport_size({"width": 390, "height": 844})
    screen.wait_for_function(IN_WORDS)  # no table's name is cut into letters on a telephone


@pytest.mark.slow
def test_no_window_takes_back_a_move_of_another(address: str, watched: Any, another: Callable[..., Any]) -> None:  # noqa: ANN401
    mine = opened(watched.page, f"{address}?session=moves")
    screen = opened(another(), f"{address}?session=moves&view=screen")
    for page in (mine, screen):
        page.evaluate(VALUES)
    for _ in range(8):
        mine.locator("input[type=range]").first.focus()
        mine.keyboard.press("ArrowLeft")
        mine.wait_for_timeout(1_300)  # a window looks each second whether another one has moved anything
    screen.wait_for_function("() => window.values.at(-1) === 20")
    mine.wait_for_timeout(3_000)
    for page in (mine, screen):
        values = page.evaluate("window.values")
        assert values == sorted(values, reverse=True), "nothing goes back"
        assert values[-1] == 20


@pytest.mark.slow
@pytest.mark.parametrize("wide", [1280, 1920])
def test_a_list_that_is_opened_stays_in_sight_when_the_first_answer_comes(address: str, watched: Any, wide: int) -> None:  # noqa: ANN401
    page = watched.page
    page.set_viewport_size({"width": wide, "height": 900})
    page.goto(f"{address}?session=opened-{wide}", wait_until="commit")
    page.wait_for_selector(".badge")  # with which the look of the page comes
    page.evaluate(TOPS)
    box = page.locator("[data-testid=stMain] [data-testid=stSelectbox]").first
    box.locator("button").click()
    page.wait_for_selector(".cards")
    tops = page.evaluate("window.tops")
    assert max(tops) - min(tops) < box.bounding_box()["height"], "the choice stays where it is"
    shown = page.locator("[role=option]").first
    shown.click()


@pytest.mark.slow
def test_the_settings_can_be_opened_again(address: str, watched: Any) -> None:  # noqa: ANN401
    page = opened(watched.page, address)
    page.hover("[data-testid=stSidebar]")
    page.locator("[data-testid=stSidebarCollapseButton] button").click()
    again = page.locator("[data-testid=stExpandSidebarButton]")
    again.wait_for()
    page.wait_for_function("() => document.querySelector('[data-testid=stExpandSidebarButton]').getBoundingClientRect().top >= 0")
    again.click()
    page.locator("[data-testid=stSidebar] input[type=range]").first.wait_for()


@pytest.mark.slow
@pytest.mark.parametrize("size", [(390, 844), (640, 360)], ids=["telephone", "twice as large"])
@pytest.mark.parametrize("view", ["", "?view=screen"], ids=["page", "screen"])
def test_it_is_of_use_where_it_is_small(address: str, watched: Any, view: str, size: tuple[int, int]) -> None:  # noqa: ANN401
    page = opened(watched.page, address + view, size)
    page.wait_for_function(f"() => {WIDE} <= 0")
    if view:
        page.wait_for_selector("table.narrow tr")
        if size[0] < size[1]:
            page.wait_for_function(IN_VIEW)  # sentence, numbers and figures by year
        page.locator(PICTURE).first.wait_for(state="hidden")  # no chart with letters that are too small
        page.locator("input[type=range]").first.scroll_into_view_if_needed()
        assert page.get_by_role("button", name="Tilbage").count() == 1
    else:
        page.locator("[data-testid=stExpandSidebarButton]").click()
        page.locator("[data-testid=stSidebar] input[type=range]").first.scroll_into_view_if_needed()
    assert min(letters for letters, _ in page.evaluate(LETTERS)) >= 12.0 or not view


@pytest.mark.slow
@pytest.mark.parametrize("forced", ["none", "active"])
@pytest.mark.parametrize("view", ["", "?view=screen"], ids=["page", "screen"])
def test_it_breaks_no_rule_of_access(address: str, watched: Any, view: str, forced: str) -> None:  # noqa: ANN401
    watched.page.emulate_media(forced_colors=forced)
    page = opened(watched.page, address + view)
    page.wait_for_selector(ANSWERED)
    page.wait_for_selector("input[type=range]", state="attached")
    assert watched.violations() == []
    if forced == "active":
        page.emulate_media(forced_colors=forced, color_scheme="dark")
        colours = page.evaluate(THUMBS)
        assert colours
        assert colours.count(page.evaluate("() => getComputedStyle(document.body).backgroundColor")) == 0, "a slider that is not seen"


@pytest.mark.slow
def test_no_english_is_left_and_answers_are_spoken(address: str, watched: Any) -> None:  # noqa: ANN401
    page = opened(watched.page, address)
    page.wait_for_function(SPOKEN)
    assert page.locator("#spoken").get_attribute("role") == "status"
    page.get_by_text("Vis tallene").click()
    page.wait_for_selector(".region td")
    said = page.evaluate(NAMED)
    assert [text for text in said if ENGLISH.search(text)] == []
    assert [text for text in said if re.search(r"\d[.,]\d{4}", text)] == [], "no more decimals than are read"
    assert not re.search(r"\d\.\d(?!\d\d)", page.locator(".region").inner_text()), "a Danish number has a comma"
