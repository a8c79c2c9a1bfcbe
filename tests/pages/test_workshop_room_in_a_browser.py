"""The live page in a room full of people: nothing is lost, nothing jumps, and what is compared is compared alike."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from served_helper import served
from worlds import TOWN, aided, initiative, scenario, write

PUSH = initiative(
    "push", ["help"], ["work"], 1.5, window={"start": "2019-07-01"}, costs=[{"year": 2020, "line": "aid", "kroner": 90_000.0}]
)
WORDS = ("pushed", "--baseline", "plain", "--calibration", TOWN, "--lang", "da")
RUNS = ".st-key-log-shown tbody td:nth-child(7)"
"""The cells of the log that say of how many runs a row is."""
FILLED = (
    "runs => { const cells = [...document.querySelectorAll(runs)]; return cells.length && cells.every(cell => cell.innerText === '200'); }"
)
"""Every row of the log is of all runs."""
MARKED = """['.dot', '.truth'].flatMap(part => [...document.querySelectorAll(`.strip ${part}`)].map(each => parseFloat(each.style.left))
  .slice(0, part === '.dot' ? 2 : 1))"""
"""Where the dots of two bets and the result stand, all at one time."""
WATCH = """() => {
  const at = query => Math.round(document.querySelector(query)?.getBoundingClientRect().top ?? -1);
  window.seen = [];
  const look = () => {
    const line = document.querySelector(".progress");
    const now = {
      cards: at(".cards"), answer: at(".answer"), chart: at("[data-testid=stVegaLiteChart]"),
      many: document.querySelectorAll(".card").length,
      count: Number(line?.dataset.count), old: line?.dataset.old, said: document.querySelector(".cards")?.innerText,
      faded: getComputedStyle(document.querySelector(".cards")?.closest("[class*=st-key-answer]") ?? document.body).opacity
    };
    if (JSON.stringify(now) != JSON.stringify(window.seen.at(-1))) window.seen.push(now);
    requestAnimationFrame(look);
  };
  look();
}"""
"""What notes every picture in which anything of the answer stands elsewhere or says something else."""
HEARD = """() => {
  const live = document.getElementById("spoken");
  window.heard = [];
  new MutationObserver(() => window.heard.push([live.textContent, Number(document.querySelector(".progress").dataset.count)])).observe(
    live, {childList: true});
}"""
"""What notes all that a screen reader is told, with the runs that there are by then."""
MOVE = """async pause => {
  const pin = [...document.querySelectorAll('button')].find(each => each.innerText.includes('Fasthold'));
  await new Promise(done => setTimeout(done, pause));
  pin.click();
  document.querySelector('[data-testid=stCheckbox] input').click();
}"""
"""Somebody pins a setting, and somebody else shows the figures, so many milliseconds after a slider was moved."""
BETS = """async tables => {
  const write = (label, text) => {
    const field = [...document.querySelectorAll('input')].find(each => each.ariaLabel?.startsWith(label));
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(field, text);
    field.dispatchEvent(new Event('input', {bubbles: true}));
    return field;
  };
  const drawn = () => new Promise(done => requestAnimationFrame(() => setTimeout(done)));
  for (const table of tables) {
    write('Bord', table);
    const field = write('Gæt', `-${table}0`);
    await drawn();
    field.dispatchEvent(new KeyboardEvent('keydown', {key: 'Enter', bubbles: true}));
    await drawn();
  }
}"""
"""Tables that call out their bets faster than the page begins to run."""

pytestmark = pytest.mark.slow


@pytest.fixture
def town(tmp_path: Path) -> Path:
    plain, pushed = scenario(title={"da": "Uden", "en": "Without"}), scenario("push", based_on="plain")
    write(tmp_path, aided(300, 200, 1_000.0), {"plain": plain, "pushed": pushed}, [PUSH])
    return tmp_path


@pytest.fixture
def address(town: Path) -> Iterator[str]:
    with served(town, *WORDS) as address:
        yield address


def settled(page: Any) -> None:  # noqa: ANN401 - playwright may not be there to name its types
    """Wait for the answer of all runs of what is set."""
    page.locator('.progress[data-count="200"][data-old="false"][data-told="200"]').wait_for()


def opened(watched: Any, address: str) -> Any:  # noqa: ANN401
    watched.page.goto(address)
    settled(watched.page)
    return watched.page


def moved(page: Any, to: int) -> None:  # noqa: ANN401
    """Move the effect to so many per cent, in steps of ten, and wait for its answer."""
    slider = page.locator("input[type=range]").first
    slider.focus()
    for _ in range((int(slider.input_value()) - to) // 10):
        page.keyboard.press("ArrowLeft")
    page.locator(".answer + .note", has_text=f"{to} pct. af det antagne. Holdt op imod").wait_for()
    settled(page)


def logged(page: Any) -> list[str]:  # noqa: ANN401
    """Return the rows of the log once each has its figures."""
    page.get_by_role("tab", name="Log").click()
    page.wait_for_function(FILLED, arg=RUNS)
    return [str(text) for text in page.locator(".st-key-log-shown tbody tr").all_text_contents()]


def said(page: Any) -> str:  # noqa: ANN401
    return str(page.locator(".answer + .note").first.inner_text())


def test_what_was_set_and_tried_is_there_after_the_page_is_loaded_again(address: str, watched: Any) -> None:  # noqa: ANN401
    page = opened(watched, address)
    moved(page, 70)
    before, rows, cards = said(page), logged(page), page.locator(".cards").inner_text()
    assert "70" in before
    assert len(rows) >= 2
    page.reload()
    settled(page)
    assert (said(page), logged(page), page.locator(".cards").inner_text()) == (before, rows, cards)
    assert not watched.said


def test_a_page_whose_server_is_gone_says_so_in_danish_and_goes_on_when_it_is_back(town: Path, watched: Any) -> None:  # noqa: ANN401
    with served(town, *WORDS) as address:
        page = opened(watched, address)
        moved(page, 70)
        before, rows, parts = said(page), logged(page), urlsplit(page.url)
    name, box = parse_qs(parts.query)["session"][0], page.locator("[data-testid=stDialog] section")
    box.wait_for()
    text = str(box.evaluate("box => getComputedStyle(box, '::before').content"))
    assert f"gemt i results/workshop/{name}.json" in text
    assert (town / "results" / "workshop" / f"{name}.json").is_file()
    assert box.inner_text().strip() == "", "nothing of Streamlit's own"
    assert page.locator(".cards").is_visible(), "the last answer stays"
    with served(town, *WORDS, port=int(parts.port or 0)):
        box.wait_for(state="detached")
        page.locator(".st-key-log-shown tbody tr").first.wait_for(state="detached")  # what the other server had drawn
        settled(page)
        assert (said(page), logged(page)) == (before, rows)


def test_an_answer_stays_where_it_is_until_the_next_one_stands_there(address: str, watched: Any) -> None:  # noqa: ANN401
    page = opened(watched, address)
    moved(page, 90)
    page.mouse.move(800, 500)
    page.mouse.wheel(0, 150)
    page.wait_for_timeout(500)
    page.evaluate(WATCH)
    for to in (80, 70, 60):  # one answer may be there before the page has drawn that the last one is old
        moved(page, to)
    seen = page.evaluate("window.seen")
    for part in ("cards", "answer", "chart", "many"):
        assert len({each[part] for each in seen}) == 1, (part, [(each["count"], each[part]) for each in seen])
    assert "0.45" in {each["faded"] for each in seen if each["old"] == "true"}, "the old one fades"
    assert seen[-1]["faded"] == "1"
    changes = [number for number, each in enumerate(seen) if number and each["said"] != seen[number - 1]["said"]]
    assert changes
    for number in changes:
        counts = [each["count"] for each in seen[number:] if each["count"] != seen[number]["count"]]
        assert max([seen[number]["count"], *counts[:1]]) >= 20, "no figure of few runs"
    assert page.locator(".mark .ghost").count() == 2, "a ghost stands where each figure was"


def test_an_answer_is_spoken_with_its_first_figures_and_again_only_where_it_ends_otherwise(address: str, watched: Any) -> None:  # noqa: ANN401
    page = opened(watched, address)
    page.evaluate(HEARD)
    moved(page, 90)
    page.wait_for_function("() => document.getElementById('spoken').textContent === document.querySelector('.answer').textContent")
    (nothing, _), (first, runs), *later = page.evaluate("window.heard")
    assert nothing == "", "the answer to something else is no longer said"
    assert first
    assert 20 <= runs < 200, "as soon as there are figures"
    assert [runs for _, runs in later] == [200] * (first != page.locator(".answer").inner_text())


def test_a_move_is_told_in_as_many_runs_of_each_setting(address: str, watched: Any) -> None:  # noqa: ANN401
    page = opened(watched, address)
    moved(page, 70)
    cards = page.locator(".card:has(.mark)")
    cards.filter(has_text="200 kørsler af hver").nth(cards.count() - 1).wait_for()  # the setting before gets as many after this one has
    assert cards.filter(has_text="± ").count() == cards.count() > 0
    assert logged(page)
    assert set(page.locator(RUNS).all_text_contents()) == {"200"}


def bet(page: Any, table: str, value: str) -> None:  # noqa: ANN401
    page.get_by_label("Bord", exact=True).fill(table)
    page.get_by_label("Gæt (personer, minus er færre)").fill(value)
    page.get_by_role("button", name="Gem gættet").click()


def test_bets_are_simulated_meanwhile_and_revealed_as_dots_beside_the_result(address: str, watched: Any) -> None:  # noqa: ANN401
    page = opened(watched, address)
    page.get_by_role("tab", name="Gæt").click()
    page.get_by_role("button", name="Saml gæt ind").click()
    page.locator(".card").first.wait_for(state="detached")
    for table, value, said in (("2", "-1.000", "Bord 2, -1.000"), ("bord 2", "50 færre", "Bord 2, -50"), ("Døren", "-30", "Døren, -30")):
        bet(page, table, value)
        page.get_by_label("Bord", exact=True).fill("Det næste")
        page.get_by_text(f"Skrevet ned: {said} personer.").wait_for()
        assert page.get_by_label("Bord", exact=True).input_value() == "Det næste", "what is typed meanwhile stays"
    bet(page, "3", "mange")
    page.get_by_text("Ikke forstået: bord 'Bord 3', gæt 'mange'").wait_for()
    settled(page)
    assert page.locator(".card, .strip, [data-testid=stVegaLiteChart]").count() == 0, "all runs are there, and nothing of them is seen"
    taken = page.locator("[data-testid=stDownloadButton]").all_text_contents()
    assert taken == ["Hent scenariefilen", "Hent grundlaget"], "nor taken away"
    page.get_by_role("button", name="Vis resultatet").click()
    page.locator(".strip .dot").nth(1).wait_for()
    assert page.locator(".strip tbody tr td:first-child").all_text_contents() == ["Døren", "Bord 2"], "the nearest first"
    near, far, truth = page.evaluate(MARKED)
    assert far < truth < near, "-50, about -35, -30"
    page.wait_for_function("() => document.querySelectorAll('.card').length === 4")
    page.get_by_role("tab", name="Log").click()
    page.locator(".st-key-log-shown tbody tr", has_text="Gæt").filter(has_text="Døren -30").wait_for()
    assert not watched.said


def test_bets_that_are_typed_faster_than_the_page_runs_are_all_there(address: str, watched: Any) -> None:  # noqa: ANN401
    page = opened(watched, address)
    page.get_by_role("tab", name="Gæt").click()
    page.get_by_role("button", name="Saml gæt ind").click()
    tables = [str(number) for number in range(1, 13)]
    page.get_by_label("Bord", exact=True).wait_for()
    page.evaluate(BETS, tables)
    page.get_by_text("Skrevet ned: Bord 12, -120 personer.").wait_for()
    noted = page.locator("[role=tabpanel] table", has=page.get_by_role("columnheader", name="Bord")).locator("tbody td")
    assert noted.all_text_contents() == [f"Bord {table}" for table in tables]


def test_no_click_and_no_key_is_lost_while_the_page_is_drawn_anew(address: str, watched: Any) -> None:  # noqa: ANN401
    page = opened(watched, address)
    slider, figures = page.locator("input[type=range]").first, page.locator("[data-testid=stCheckbox] input")
    unpin = page.get_by_role("button", name="Slip Valg 1")
    for number, pause in enumerate((10, 40, 90, 160) * 3):
        slider.focus()
        page.keyboard.press("ArrowLeft" if number % 2 == 0 else "ArrowRight")
        page.evaluate(MOVE, pause)
        unpin.wait_for()
        assert figures.is_checked() == (number % 2 == 0)
        unpin.click()
        unpin.wait_for(state="detached")
    before = int(slider.input_value())
    for pause in (80, 120, 180, 250, 400):
        slider.focus()
        for key in ("ArrowLeft",) * 3 + ("ArrowRight",) * 2:
            page.keyboard.press(key)
            page.wait_for_timeout(pause)
    page.locator(".answer + .note", has_text=f"{before - 50} pct. af det antagne. Holdt op imod").wait_for()
    assert int(slider.input_value()) == before - 50
