"""The live page in a browser: nothing asked elsewhere, no complaint, a slider moves the figures, and nobody disturbs anybody."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import urlsplit

import pytest
from served_helper import served

MARKS = "[data-testid=stVegaLiteChart] svg .role-mark :is(path, text, line)"
CHANGED = "before => (document.querySelector('.answer + .note')?.innerText ?? before) != before"
TOPS = "[...document.querySelectorAll('.card')].map(card => card.getBoundingClientRect().top)"
ANSWERED = '.progress[data-count="200"][data-old="false"][data-told="200"]'
"""Nothing is drawn anew from here on."""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with served(tmp_path_factory.mktemp("workshop"), "kik-ii", "small-jobs", "--lang", "da") as address:
        yield address


def opened(watched: Any, address: str) -> None:  # noqa: ANN401 - as in conftest
    watched.page.goto(address)
    watched.page.wait_for_selector(MARKS, state="attached")


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
    watched.page.wait_for_function(CHANGED, arg=at)
    watched.page.wait_for_function("before => document.querySelector('.cards').innerText !== before", arg=before)
    assert {urlsplit(each).netloc for each in watched.asked if not each.startswith(("data:", "blob:"))} == {urlsplit(address).netloc}
    assert not watched.said
    assert "Simuleret" in watched.page.inner_text("body")


@pytest.mark.slow
def test_it_is_sound_for_a_screen_reader(address: str, watched: Any) -> None:  # noqa: ANN401
    opened(watched, address)
    watched.page.wait_for_selector(ANSWERED)
    assert not watched.serious()


@pytest.mark.slow
def test_the_key_figures_stand_in_one_row_of_a_small_screen(address: str, watched: Any) -> None:  # noqa: ANN401
    opened(watched, address)
    watched.page.wait_for_function("document.querySelectorAll('.card').length === 4")
    watched.page.wait_for_function(f"new Set({TOPS}).size === 1")


@pytest.mark.slow
def test_two_browsers_do_not_disturb_each_other(address: str, watched: Any, another: Callable[..., Any]) -> None:  # noqa: ANN401
    opened(watched, address)
    mine = settings(watched.page)
    other = another()
    other.goto(address)
    other.wait_for_selector(MARKS, state="attached")
    moved(other, "ArrowLeft")
    other.wait_for_function(CHANGED, arg=mine)
    assert settings(watched.page) == mine
