"""What a setting costs, and pinned settings side by side, in a browser."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from page_helper import tables_of
from served_helper import served

COST = (
    "() => [...document.querySelectorAll('.card')].find(card => card.innerText.includes('Investering'))?.querySelector('.value').innerText"
)
MILLIONS = "said => Number(said.split(/\\s/)[0].replace(',', '.'))"
SAYS = "slots => document.querySelector('.answer + .note')?.innerText.includes(slots)"
"""The answer is that to so many slots."""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with served(tmp_path_factory.mktemp("choices"), "small-jobs", "kik-ii", "--lang", "da") as address:
        yield address


def moved(page: Any, to: int) -> None:  # noqa: ANN401 - playwright may not be there
    """Move the slots, ten a key."""
    slots = page.get_by_role("slider", name="Nye job om året").first
    slots.focus()
    for _ in range((to - int(slots.input_value())) // 10):
        page.keyboard.press("ArrowRight")


def pinned(page: Any, choice: str) -> None:  # noqa: ANN401 - as above
    """Pin the settings as a choice."""
    page.get_by_role("button", name="Fasthold denne indstilling").click()
    page.locator(f"button:has-text('Slip {choice}')").wait_for()


def printed(page: Any, address: str) -> int:  # noqa: ANN401 - as above
    """Return the number of pages that a page prints on."""
    page.goto(address)
    return len(re.findall(rb"/Type\s*/Page\b", page.pdf(prefer_css_page_size=True)))


@pytest.mark.slow
def test_three_times_as_many_jobs_cost_three_times_as_much(address: str, watched: Any) -> None:  # noqa: ANN401
    page = watched.page
    page.goto(address)
    page.wait_for_function(f"() => ({COST})() !== undefined")
    once = page.evaluate(COST)
    page.get_by_text("Ingen pris pr. job er angivet").wait_for()
    moved(page, 360)
    page.wait_for_function(SAYS, arg="360")
    page.wait_for_function(f"once => Math.round(10 * Math.abs(({MILLIONS})(({COST})()) - 3 * ({MILLIONS})(once))) <= 2", arg=once)


@pytest.mark.slow
def test_pinned_settings_stand_side_by_side(address: str, watched: Any, another: Callable[..., Any]) -> None:  # noqa: ANN401
    page = watched.page
    page.goto(address)
    page.wait_for_function(f"() => ({COST})() !== undefined")
    pinned(page, "Valg 1")
    moved(page, 240)
    page.wait_for_function(SAYS, arg="240")
    pinned(page, "Valg 2")
    page.wait_for_selector("table:has-text('Valg 2')")
    with page.expect_download() as taken:
        page.get_by_role("button", name="Hent til udskrift").first.click()
    (rows,) = tables_of(taken.value.path().read_text(encoding="utf-8")).values()
    assert rows[0][1:] == ["Valg 1", "Valg 2"]
    assert len({row[0] for row in rows}) == len(rows) >= 7
    assert printed(another(), taken.value.path().as_uri()) == 1
    with page.expect_download() as book:
        page.get_by_role("button", name="Hent projektmappe (Excel)").click()
    assert book.value.path().read_bytes()[:2] == b"PK"


@pytest.mark.slow
def test_the_page_is_printed_whole_and_without_its_controls(address: str, watched: Any) -> None:  # noqa: ANN401
    page = watched.page
    page.goto(address)
    page.wait_for_selector("[data-testid=stVegaLiteChart] svg")
    page.wait_for_selector(".card")
    page.emulate_media(media="print")
    page.locator("[data-testid=stSidebar]").wait_for(state="hidden")
    page.get_by_role("button", name="Fasthold denne indstilling").wait_for(state="hidden")
    cut = "each => getComputedStyle(each).overflowY !== 'visible' && each.scrollHeight > each.clientHeight + 1"
    parts = "html, body, #root, .stApp, [data-testid=stAppViewContainer], [data-testid=stMain], [data-testid=stMainBlockContainer]"
    assert (
        page.evaluate(f"parts => [...document.querySelectorAll(parts)].filter({cut}).map(each => each.outerHTML.slice(0, 99))", parts) == []
    )
