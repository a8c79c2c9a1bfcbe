"""Draw the pictures of the README and the tutorials anew from shipped scenarios: `python docs/pictures/make.py` (needs chromium).

It simulates for minutes; a folder named after the command keeps the runs.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Page, sync_playwright

from simcase import api, report
from simcase.study import Shown

HERE = Path(__file__).resolve().parent
MINE = """\
title: {da: "KIK II med småjobs", en: "KIK II with small jobs"}
based_on: kik-ii
initiatives:
  - use: small-jobs
    why: "Vi vil se, hvad småjobs lægger til."
"""
MARGIN = 60
"""What labels may be wider, in pixels, where another letter takes the place of one that is not there."""
WIDE, HIGH = {"width": 1280, "height": 860}, {"width": 1280, "height": 1490}


def compared(baseline: str, scenario: str, results: Path) -> list[Shown]:
    """Return two runs that are as long as those of `simcase compare`: until means are precise."""
    api.compare(api.Request(baseline, results=results), scenario)
    return list(api.reopen(baseline, scenario, how=api.Request(baseline, results=results)))


def drawn(shown: Shown, folder: Path) -> None:
    """Draw what a scenario changes, in both languages."""
    for lang in ("da", "en"):
        chart = api.chart(shown, "difference", lang)
        if chart is None:
            raise ValueError("nothing to draw")
        report.write(chart.properties(padding={"left": MARGIN, "right": 10, "top": 5, "bottom": 5}), folder / f"difference-{lang}.svg")


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve the live page; yield its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-c", "from simcase.cli import main; main()", "workshop", "kik-ii", "--lang", "da", "--port", str(port)]
    running = subprocess.Popen(command, cwd=folder)  # noqa: S603 - our own command
    try:
        while running.poll() is None:
            with socket.socket() as knock:
                if knock.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.2)
        else:
            raise RuntimeError("the live page has ended before it was served")
        yield f"http://127.0.0.1:{port}/"
    finally:
        running.terminate()
        running.wait(20)


def taken(page: Page, folder: Path, name: str) -> None:
    """Take a picture of what a browser shows, in few colours, so that it is small."""
    from PIL import Image  # noqa: PLC0415 - comes with the live page

    file = folder / f"{name}.png"
    page.screenshot(path=file)
    Image.open(file).convert("RGB").quantize(128, dither=Image.Dither.NONE).save(file, optimize=True)


def pages(shown: list[Shown], folder: Path, work: Path) -> None:
    """Take pictures of the report and of the live page when it has its last answer."""
    file = work / "report.html"
    file.write_text(report.page_of(shown, "da"), encoding="utf-8")
    with sync_playwright() as running, served(work) as address:
        browser = running.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = browser.new_page(viewport=WIDE, locale="da-DK")
        page.goto(file.as_uri())
        page.wait_for_selector("html[data-drawn=all]", state="attached", timeout=120_000)
        taken(page, folder, "report")
        page.set_viewport_size(HIGH)
        page.goto(address)
        page.wait_for_selector("[data-count='200']", state="attached", timeout=300_000)
        page.wait_for_timeout(1_000)
        taken(page, folder, "workshop")
        browser.close()


if __name__ == "__main__":
    with TemporaryDirectory() as work:
        results = Path(sys.argv[1] if sys.argv[1:] else work, "results").resolve()
        (Path(work) / "scenarios").mkdir()
        (Path(work) / "scenarios" / "min-indsats.yaml").write_text(MINE, encoding="utf-8")
        os.chdir(work)
        drawn(compared("baseline", "kik-ii", results)[1], HERE)
        pages(compared("kik-ii", "min-indsats", results), HERE, Path(work))
