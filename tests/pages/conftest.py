"""A headless browser, found or skipped, that notes every request and every word of its console."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest

PATIENCE = 300_000
"""Milliseconds that anything may take on a computer that does much else."""


@dataclass
class Watched:
    """A page in a browser: what it asked for besides files of its own place, and what its console said."""

    page: Any
    asked: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)

    def serious(self) -> list[str]:
        """Return what axe-core finds that is serious or critical."""
        axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
        found = axe.run(self.page).response["violations"]
        return [f"{each['id']}: {each['nodes'][0]['html'][:200]}" for each in found if each["impact"] in {"serious", "critical"}]

    def violations(self) -> list[str]:
        """Return what axe-core finds against WCAG 2.2, levels A and AA."""
        axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
        found = axe.run(self.page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}).response["violations"]
        return [f"{each['id']}: {node['html'][:200]}" for each in found for node in each["nodes"]]


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    playwright = pytest.importorskip("playwright.sync_api", reason='playwright is not installed: pip install ".[slow]"')
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if chromium is None:
        pytest.skip("no chromium on this computer: apt-get install chromium")
    with playwright.sync_playwright() as running:
        opened = running.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.fixture
def another(browser: Any) -> Iterator[Callable[..., Any]]:  # noqa: ANN401 - playwright may not be there to name its types
    """Return what opens a page in a browser of its own, which waits patiently and is closed in the end."""
    pages = []

    def page(**options: Any) -> Any:  # noqa: ANN401 - playwright's own
        pages.append(browser.new_page(locale="da-DK", **options))
        pages[-1].set_default_timeout(PATIENCE)
        return pages[-1]

    yield page
    for each in pages:
        each.close()


@pytest.fixture
def watched(another: Callable[..., Any]) -> Watched:
    page = another(viewport={"width": 1280, "height": 900})
    seen = Watched(page)
    page.on("console", lambda message: seen.said.append(message.text) if message.type in {"error", "warning"} else None)
    page.on("pageerror", lambda error: seen.said.append(str(error)))
    page.on("request", lambda request: seen.asked.append(request.url))
    return seen
