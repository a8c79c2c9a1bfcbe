"""The big screen: ten words at the most whatever a line is called, and a picture that ends on the figures beside it."""

from __future__ import annotations

import html
import re
from functools import partial
from types import SimpleNamespace

import pytest

from simcase.declare import AS_IS, Library, shipped
from simcase.model import resolve
from simcase.present.charts import live_charts
from simcase.present.figures_facing import facing_net, facing_persons
from simcase.present.figures_listed import listed
from simcase.present.findings import finding
from simcase.present.labels import labels_of
from simcase.study import silent
from simcase.words import Words
from simcase.workshop.screen import PICTURES, years
from simcase.workshop.session import new_session
from simcase.workshop.shared_state import SharedState
from simcase.workshop.view import Places

WORDS = 10


@pytest.mark.parametrize("lang", ["da", "en"])
@pytest.mark.parametrize("calibration", ["aabenraa-2019", "any-municipality"])
def test_the_answer_has_ten_words_at_the_most(calibration: str, lang: str) -> None:
    words = Words(lang)
    model = resolve(AS_IS, calibration=calibration, library=Library((shipped(),)))
    labels = labels_of(model, words)
    for line in model.lines:
        for key in ("fewer", "more", "same"):
            said = words.say(f"workshop.said.{key}", persons="1.234", line=labels.line(line.id), year=2022)
            assert len(said.split()) <= WORDS, said
    for key in ("loss", "gain", "even"):
        said = words.say(f"workshop.said.{key}", net=words.millions(-1_234_567_800.0), years="jul. 2018-dec. 2022")
        assert len(said.split()) <= WORDS, said


@pytest.mark.usefixtures("pools")
def test_the_picture_ends_on_the_figures_beside_it(shared: SharedState) -> None:
    session = new_session(shared)
    found = shared.played(session.settings, 8, silent)
    labels = labels_of(found.shown.world.model, session.words)
    told = found.effects.told()
    persons, net = (each(found.shown, labels).to_dicts()[-1] for each in (facing_persons, facing_net))
    assert persons["mean"] == pytest.approx(told[0].mean)
    assert persons["p05"] == pytest.approx(told[0].low)
    assert net["mean"] * 1e6 == pytest.approx(told[1].mean)
    assert net["p95"] * 1e6 == pytest.approx(told[1].high)


@pytest.mark.usefixtures("pools")
def test_a_telephone_is_told_the_figures_of_the_picture(shared: SharedState) -> None:
    session = new_session(shared)
    found = shared.played(session.settings, 8, silent)
    labels = labels_of(found.shown.world.model, session.words)
    for name, digits in (("persons", 0), ("net", 1)):
        told = years(PICTURES[name], found, labels)
        for row in PICTURES[name].table(found.shown, labels).to_dicts():
            assert f">{row['year']}</th>" in told
            assert f"<td>{session.words.change(row['mean'], digits)}</td>" in told
        assert told.count("dot hollow") == sum(bool(row["noise"]) for row in PICTURES[name].table(found.shown, labels).to_dicts())


@pytest.mark.usefixtures("pools")
def test_the_figures_of_every_live_chart_are_listed_in_the_readers_language(shared: SharedState) -> None:
    session = new_session(shared)
    session.lang = "da"
    shown = shared.played(session.settings, 8, silent).shown
    labels, some = labels_of(shown.world.model, session.words), 0
    for chart in live_charts():
        table = listed(chart, shown, labels)
        heads, rows = table.columns, [[str(cell) for cell in row.cells] for row in table.rows]
        assert all(len(row) == len(heads) for row in rows)
        assert not [cell for row in rows for cell in row if re.search(r"\d\.\d(?!\d\d)", cell)], chart.id
        some += len(rows)
    assert some


@pytest.mark.usefixtures("pools")
def test_a_screen_reader_hears_of_a_chart_what_it_says_of_itself(shared: SharedState) -> None:
    session = new_session(shared)
    shown = shared.played(session.settings, 8, silent).shown
    spec = session.canvas.drawn(session.chart, shown, labels_of(shown.world.model, session.words))
    assert spec is not None
    assert spec["description"]
    assert spec["config"]["axis"]["aria"] is spec["config"]["mark"]["aria"] is False


@pytest.mark.usefixtures("pools")
def test_every_chart_of_the_page_is_headed_by_what_it_shows_and_ends_with_its_source(
    shared: SharedState, monkeypatch: pytest.MonkeyPatch
) -> None:
    session, stands = new_session(shared), dict[str, str]()
    slots = {name: SimpleNamespace(html=partial(stands.__setitem__, name)) for name in Places._fields}
    places = Places(**{**slots, "chart": SimpleNamespace(vega_lite_chart=lambda spec: spec, info=lambda text: text)})
    found = shared.played(session.settings, 20, silent)
    for chart in live_charts():
        monkeypatch.setattr(session, "chart", chart)
        places.draw(session, found)
        labels = labels_of(found.shown.world.model, session.words)
        told = finding(chart.name, found.shown, labels)
        assert html.unescape(stands["finding"]).count(told or chart.heading(labels)) == 1, chart.id
        assert "20 runs" in stands["source"]
        assert session.words.text(found.shown.world.model.calibration_title) in html.unescape(stands["source"])
