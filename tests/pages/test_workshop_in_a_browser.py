"""The live page in a browser: nothing asked elsewhere, no complaint, a slider moves the figures, and nobody disturbs anybody."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

import pytest
from served_helper import served

MARKS = "[data-testid=stVegaLiteChart] svg .role-mark :is(path, text, line)"
CHANGED = "before => (document.querySelector('.answer + .note')?.innerText ?? before) != before"
TOPS = "[...document.querySelectorAll('.card')].map(card => card.getBoundingClientRect().top)"
SETTLED = 5_000
"""Milliseconds in which a page that has its figures takes its looks."""
PATIENCE = 60_000
"""Milliseconds that a first answer may take on a computer that does much else."""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with served(tmp_path_factory.mktemp("workshop"), "kik-ii", "small-jobs", "--lang", "da") as address:
        yield address


def opened(watched: Any, address: str) -> None:  # noqa: ANN401 - as in conftest
    watched.page.goto(address)
    watched.page.wait_for_selector(MARKS, state="attached", timeout=PATIENCE)


def moved(page: Any, key: str) -> None:  # noqa: ANN401
    page.locator("input[type=range]").first.focus()
    page.keyboard.press(key)


def settings(page: Any) -> str:  # noqa: ANN401
    return str(page.locator(".answer + .note").first.inner_text())


@pytest.mark.slow
def test_a_slider_moves_the_figures_and_nothing_is_asked_elsewhere(address: str, watched: Any) -> None:  # noqa: ANN401
    opened(watched, address)
    before, at = watched.page.locator(".cards").first.inner_text(), settings(watched.page)
    for _ in range(5):
        moved(watched.page, "ArrowLeft")
    watched.page.wait_for_function(CHANGED, arg=at, timeout=PATIENCE)
    assert watched.page.locator(".cards").first.inner_text() != before
    assert {urlsplit(each).netloc for each in watched.asked if not each.startswith(("data:", "blob:"))} == {urlsplit(address).netloc}
    assert not watched.said
    assert "Simuleret" in watched.page.inner_text("body")


@pytest.mark.slow
def test_it_is_sound_for_a_screen_reader(address: str, watched: Any) -> None:  # noqa: ANN401
    opened(watched, address)
    assert not watched.serious()


@pytest.mark.slow
def test_the_key_figures_stand_in_one_row_of_a_small_screen(address: str, watched: Any) -> None:  # noqa: ANN401
    opened(watched, address)
    watched.page.wait_for_function("document.querySelectorAll('.card').length === 4", timeout=PATIENCE)
    watched.page.wait_for_function(f"new Set({TOPS}).size === 1", timeout=SETTLED)


@pytest.mark.slow
def test_two_browsers_do_not_disturb_each_other(address: str, watched: Any, browser: Any) -> None:  # noqa: ANN401
    opened(watched, address)
    mine = settings(watched.page)
    other = browser.new_page(locale="da-DK")
    other.goto(address)
    other.wait_for_selector(MARKS, state="attached", timeout=PATIENCE)
    moved(other, "ArrowLeft")
    other.wait_for_function(CHANGED, arg=mine, timeout=PATIENCE)
    other.close()
    assert settings(watched.page) == mine
