"""Measure how long the live page takes from a move to its answer: `python tests/benchmarks/live_page.py [MOVES]` (needs chromium).

A slider is moved by a key, to a setting that was not simulated before, when all runs of the one before are there. A chart is there
when a new mark stands in the browser, figures when a key figure has changed, a refined answer when the page says so.
"""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from playwright.sync_api import Page

sys.path.insert(0, str(Path(__file__).parents[1]))

from served_helper import served

MOVES: Final = 10
WORDS: Final = ("kik-ii", "small-jobs", "--lang", "da")
DONE: Final = '.progress[data-count="200"][data-old="false"][data-told="200"]'
PATIENCE: Final = 600_000
WATCH: Final = """() => {
  const told = () => ({
    chart: document.querySelector('[data-testid=stVegaLiteChart] svg .mark-group')?.ownerSVGElement.innerHTML,
    figures: document.querySelector('.cards')?.innerText,
    refined: Number(document.querySelector('.progress[data-old=false]')?.dataset.told) >= 60
  });
  const before = told(), begun = performance.now();
  window.took = {};
  const look = () => {
    const now = told();
    for (const part of ['chart', 'figures'])
      if (!(part in window.took) && now[part] && now[part] != before[part]) window.took[part] = performance.now() - begun;
    if (window.took.figures && !window.took.refined && now.refined) window.took.refined = performance.now() - begun;
    if (!window.took.refined) requestAnimationFrame(look);
  };
  look();
}"""
"""What notes the milliseconds until chart, figures and refined answer are there."""


def took(page: Page) -> dict[str, float]:
    """Move the slider by a key and return the seconds until each part of the answer was there."""
    page.locator(DONE).wait_for(timeout=PATIENCE)
    page.wait_for_timeout(1_000)
    page.locator("input[type=range]").first.focus()
    page.evaluate(WATCH)
    page.keyboard.press("ArrowLeft")
    page.wait_for_function("() => window.took.refined", timeout=PATIENCE)
    return {part: float(ms) / 1000.0 for part, ms in page.evaluate("window.took").items()}


def main(moves: int) -> None:
    """Print the median, the least and the most of each part of the answer."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - quick tests read this file, and have no browser

    with TemporaryDirectory() as folder, served(Path(folder), *WORDS) as address, sync_playwright() as running:
        browser = running.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1280, "height": 900}, locale="da-DK")
        page.goto(address)
        every = [took(page) for _ in range(moves)]
        browser.close()
    for part in ("chart", "figures", "refined"):
        samples = [each[part] for each in every]
        sys.stdout.write(f"{part:8} median {median(samples):.2f} s, {min(samples):.2f} to {max(samples):.2f}\n")
    sys.stdout.write(f"load average {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores\n")


if __name__ == "__main__":
    main(int(sys.argv[1]) if sys.argv[1:] else MOVES)
