"""Pinned settings side by side: in as many runs of each, the same figures on the page, in print, in a workbook and on slides."""

from __future__ import annotations

import io
import zipfile

import pytest
from page_helper import tables_of

from simcase.compare import FIRST_TOLD
from simcase.workshop import choices
from simcase.workshop.answers import STEPS
from simcase.workshop.session import Session, new_session
from simcase.workshop.settings import Settings
from simcase.workshop.shared_state import SharedState


@pytest.fixture
def session(shared: SharedState, pools: list[object]) -> Session:
    assert not pools
    session = new_session(shared)
    lever = next(each for each in session.levers() if each.key == "push.strength")
    for settings, count in ((session.settings, STEPS[-1]), (Settings("pushed").with_lever(lever, 200), FIRST_TOLD)):
        session.history.set(settings)
        session.heard(shared.played(settings, count, lambda _done, _total: None))
        session.pin()
    return session


def test_choices_stand_side_by_side_in_as_many_runs_of_each(session: Session) -> None:
    one, two = choices.choices_of(session)
    assert (one.runs, two.runs) == (FIRST_TOLD, FIRST_TOLD), "the first has more runs, which the second has not"
    known = session.effects_of(one.settings)
    assert known is not None
    assert one.persons == known.first(FIRST_TOLD).told()[0]
    assert two.persons.mean < one.persons.mean < 0.0
    assert one.investment == pytest.approx(90_000.0)
    heads, rows = choices.cells(session, [one, two])
    assert heads[1:] == ["Choice 1", "Choice 2"]
    assert all(len(row) == 3 for row in rows)
    assert [entry.what for entry in session.log.entries].count("pinned") == 2


def test_nothing_is_told_before_each_choice_has_runs_enough(session: Session) -> None:
    session.history.set(Settings("pushed", end=session.model().end.replace(year=2021)))
    session.pin()
    assert choices.choices_of(session) == []
    session.unpin(session.settings)
    assert len(choices.choices_of(session)) == 2


def test_page_workbook_and_slides_have_the_table(session: Session) -> None:
    found = choices.choices_of(session)
    heads, rows = choices.cells(session, found)
    page = choices.page(session, found, "<Choices>", "about")
    assert "<Choices>" not in page
    assert tables_of(page) == {"": [heads, *rows]}
    assert session.latest is not None
    book = zipfile.ZipFile(io.BytesIO(choices.workbook(session, found, session.latest)))
    shared = book.read("xl/sharedStrings.xml").decode()
    assert all(each.said.replace("&", "&amp;") in shared for each in found)
    assert f"<v>{found[1].persons.mean:.10g}"[:12] in book.read("xl/worksheets/sheet1.xml").decode()
    sheet = choices.sheet(session, found)
    assert {len(row.cells) for row in sheet.rows} == {len(sheet.columns)}
    persons, net = choices.slides(session, found, "what was simulated")
    assert "Choice 2" in persons.message
    assert "Choice" in net.message
    assert list(persons.chart.series[0][1]) == [each.persons.mean for each in found]
