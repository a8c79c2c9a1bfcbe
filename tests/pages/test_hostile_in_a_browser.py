"""Files full of script, Markdown and Vega expressions in a browser: on every page they are text, which runs nothing and fetches nothing."""

from __future__ import annotations

import http.client
import json
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from served_helper import served
from worlds import TOWN, aided, initiative, scenario, write

from simcase import api, report, study

EVIL = (
    """</script><script>window.ran=1</script><img src="http://evil.example/a" onerror="window.ran=1"><svg onload="window.ran=1">"""
    """![x](http://evil.example/b) [x](javascript:window.ran=1) <http://evil.example/c> :red[x] :material/home: $x$ `x` **x** """
    """'+datum.line+' "];window.ran=1;//' {"expr":"window.ran=1"} {{7*7}} \\u003cscript>"""
)
FINDING = ".finding"
"""What a chart shows, in a sentence."""
FOUND = "([finding, before]) => ![undefined, before].includes(document.querySelector(finding)?.innerText)"
"""Another chart is drawn."""
OPENED = 500
"""Milliseconds in which a list opens that heard the key."""
KNOCK = """
<script>
const address = "ADDRESS", found = {};
(async () => {
  found.fetched = await fetch(address).then(() => "in", () => "out");
  found.sent = await fetch(address + "_stcore/health", { method: "POST", mode: "no-cors" }).then((answer) => answer.type, () => "out");
  found.heard = await new Promise((told) => {
    const socket = new WebSocket(address.replace("http", "ws") + "_stcore/stream");
    socket.onopen = () => told("in"); socket.onerror = () => told("out");
  });
  window.found = found;
})();
</script>
<iframe src="ADDRESS"></iframe>
"""
"""A page of another origin that tries every door."""

pytestmark = pytest.mark.slow


def evil(tree: Any) -> Any:  # noqa: ANN401 - any part of a file
    """Return a declaration in which everything that is said to a reader is hostile."""
    if isinstance(tree, list | tuple):
        return [evil(each) for each in tree]
    said = {"label", "title", "why", "source", "description", "caveat", "reference"}
    return {key: EVIL if key in said else evil(each) for key, each in tree.items()} if isinstance(tree, dict) else tree


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder: Path = tmp_path_factory.mktemp("hostile")
    calibration = aided(300, 200, 1_000.0)
    calibration["title"] = "x"
    calibration["transitions"][0]["rate"] = {"value": 0.5, "low": 0.4, "high": 0.6, "source": "x", "grade": "D"}
    calibration["goals"] = [
        {"id": "aim", "label": "x", "states": ["help"], "count": "persons", "date": "2020-12-31", "threshold": 280, "source": "x"}
    ]
    calibration["sources"] = {"plan": EVIL}
    push = initiative("push", ["help"], ["work"], 1.5, window={"start": "2019-07-01"}, description="x", caveat="x")
    push["costs"] = [{"year": 2020, "line": "aid", "kroner": 90_000.0, "source": "x"}]
    plain = scenario(title="x", description="x")
    pushed = scenario({"use": "push", "why": "x"}, title="x", based_on="plain")
    pushed["changes"] = [{"path": "transitions.help.work.rate", "times": 1.1, "why": "x"}]
    write(folder, evil(calibration), {"plain": evil(plain), "pushed": evil(pushed)}, [evil(push)])
    return folder


@pytest.fixture(scope="module")
def runs(town: Path) -> list[study.Shown]:
    with pytest.MonkeyPatch.context() as moved:
        moved.chdir(town)
        for name in ("plain", "pushed"):
            study.run(study.Request(name, calibration=TOWN, replications=20, workers=1, results=town / "results"))
        return study.open_runs(["plain", "pushed"], study.Request("", calibration=TOWN, results=town / "results"))


def quiet(watched: Any, own: str) -> None:  # noqa: ANN401 - as in conftest
    """Assert that nothing has run, nothing was asked elsewhere, and what files say stands there as text."""
    page = watched.page
    assert page.evaluate("window.ran === undefined")
    assert page.locator(":is(img, a, iframe)[src^='http://evil'], a[href^='javascript'], a[href*='evil.example']").count() == 0
    assert [each for each in watched.asked if urlsplit(each).scheme not in {"data", "blob"} and not each.startswith(own)] == []
    assert not watched.said


def choose(page: Any, chart: int) -> str:  # noqa: ANN401
    """Choose a chart, and return what is said of the one that is drawn then.

    By keyboard, since a list stays where it was opened while the page grows.
    """
    box, options = page.locator("[data-testid=stSelectbox]").last.locator("input"), page.locator("[role=option]")
    before = page.locator(FINDING).inner_text() if chart else ""
    while not options.count():
        box.focus()
        page.keyboard.press("ArrowDown")
        page.wait_for_timeout(OPENED)
    page.keyboard.press("Home")
    for _ in range(chart):
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    options.first.wait_for(state="detached")
    page.wait_for_function(FOUND, arg=[FINDING, before])
    return str(page.locator(FINDING).inner_text())


@pytest.mark.parametrize("kind", ["report", "moving", "one-page", "chart"])
def test_a_page_that_is_a_file_runs_nothing(kind: str, runs: list[study.Shown], town: Path, watched: Any) -> None:  # noqa: ANN401
    with pytest.MonkeyPatch.context() as moved:
        moved.chdir(town)
        file = town / f"{kind}.html"
        if kind == "chart":
            report.write(api.chart(runs[1], "difference", "da"), file)
        else:
            pages = {
                "report": lambda: report.page_of(runs, "da"),
                "moving": lambda: report.moving_page(runs, study.grids(runs[1:], study.silent), "da"),
                "one-page": lambda: report.one_page(runs, "da"),
            }
            file.write_text(pages[kind](), encoding="utf-8")
    watched.page.goto(file.as_uri())
    if kind in {"report", "moving"}:
        watched.page.wait_for_selector("html[data-drawn=all]", state="attached")
    watched.page.wait_for_timeout(500)
    assert EVIL[:40] in watched.page.inner_text("body")
    quiet(watched, file.as_uri())


@pytest.fixture(scope="module")
def address(town: Path) -> Iterator[str]:
    with served(town, "pushed", "--baseline", "plain", "--calibration", TOWN, "--workers", "1", "--lang", "da") as address:
        yield address


def test_the_live_page_and_the_big_screen_run_nothing(address: str, watched: Any) -> None:  # noqa: ANN401
    page = watched.page
    page.goto(address)
    page.wait_for_selector("[data-testid=stVegaLiteChart] svg .role-mark", state="attached")
    chosen = set()
    for kind in range(8):
        chosen.add(choose(page, kind))
        quiet(watched, address)
    assert len(chosen) == 8
    assert EVIL[:40] in page.inner_text("body")
    assert EVIL[:40] in page.title()
    page.goto(f"{page.url}&view=screen")
    page.wait_for_selector(".named")
    assert EVIL[:40] in page.locator(".named").first.inner_text()
    quiet(watched, address)


def test_another_origin_and_another_host_are_not_let_in(address: str, town: Path, watched: Any) -> None:  # noqa: ANN401
    place = urlsplit(address).netloc
    for path in ("/", "/_stcore/health", "/_stcore/stream", "/_stcore/host-config"):
        for headers in ({"Host": "evil.example"}, {"Host": place, "Origin": "http://evil.example"}, {"Host": place, "Origin": "null"}):
            asked = http.client.HTTPConnection(place, timeout=300)
            asked.request("GET", path, headers=headers)
            assert asked.getresponse().status == 403, (path, headers)
            asked.close()
    (town / "knock.html").write_text(KNOCK.replace("ADDRESS", address), encoding="utf-8")
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(SimpleHTTPRequestHandler, directory=str(town))) as other:
        threading.Thread(target=other.serve_forever, daemon=True).start()
        watched.page.goto(f"http://127.0.0.1:{other.server_port}/knock.html")
        found = watched.page.wait_for_function("window.found").json_value()
        shown = watched.page.frames[1].content()
        other.shutdown()
    assert found == {"fetched": "out", "sent": "out", "heard": "out"}, json.dumps(found)
    assert "stApp" not in shown
