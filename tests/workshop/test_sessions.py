"""A session comes back by its name with all that was set, pinned, bet, tried and decided; a file that holds none is left as it is."""

from __future__ import annotations

import json
import operator
from datetime import date
from functools import reduce
from pathlib import Path
from typing import Any

import pytest
from workshop_helper import Here

from simcase.study import silent
from simcase.workshop import sessions, settings
from simcase.workshop.answers import REFINED, STEPS
from simcase.workshop.session import LIVE, Session
from simcase.workshop.sessions import Sessions, written
from simcase.workshop.settings import Settings
from simcase.workshop.shared_state import SharedState


@pytest.fixture
def kept(shared: SharedState, pools: list[Here]) -> Sessions:
    assert pools == []
    return Sessions(shared)


def heard(session: Session, count: int) -> None:
    session.heard(session.shared.played(session.settings, count, silent))


def begun(session: Session) -> Session:
    """Let a workshop begin before anything is simulated: a pin, a bet, a trial."""
    session.before = session.settings
    session.pin()
    session.log.tried(session.settings)
    session.begin_round("persons")
    session.round.enter("Vinduet", -12.5)
    session.save()
    return session


def lived(session: Session) -> Session:
    """Let a workshop happen: settings, a pin, bets that are revealed, a decision; what is set last has few runs."""
    strength = next(lever for lever in session.levers() if lever.key == "push.strength")
    heard(session, STEPS[-1])
    session.pin()
    session.history.set(Settings("pushed", end=date(2021, 12, 31)).with_lever(strength, 150))
    session.begin_round("persons")
    session.round.enter("Vinduet", -12.5)
    session.reveal()
    heard(session, REFINED)
    session.decide("det gør vi")
    session.history.set(session.settings.with_lever(strength, 50))
    session.begin_round("net")
    session.round.enter("Døren", 1.5)
    session.lang, session.chart, session.sliders = "da", LIVE[1], ("push.delay",)
    session.save()
    return session


def test_all_that_happened_comes_back_under_its_name(kept: Sessions, shared: SharedState) -> None:
    before = lived(kept.at(None))
    after = Sessions(shared).at(before.name)
    assert after is not before
    assert json.loads(written(after)) == json.loads(written(before)) == json.loads(Path(before.place).read_text(encoding="utf-8"))
    assert after.log_rows() == before.log_rows()
    assert [entry.what for entry in after.log.entries] == ["tried", "pinned", "tried", "bet", "decided"]
    assert (after.round.open, after.round.bets, after.pinned) == (True, before.round.bets, before.pinned)
    after.history.undo()
    assert after.settings == before.history.past[-2]
    assert after.unfinished()[0] == before.before, "its runs are simulated again"
    assert [path.name for path in Path(before.place).parent.iterdir()] == [f"{before.name}.json"]


def test_windows_of_one_name_have_one_session(kept: Sessions, monkeypatch: pytest.MonkeyPatch) -> None:
    one = kept.at("raadet")
    assert kept.at("raadet") is one
    assert kept.at(None) is not kept.at(None)
    monkeypatch.setattr(sessions, "MOST", 1)
    one.lang = "da"
    one.save()
    kept.at(None)
    assert kept.at("raadet") is one, "a window has it"
    del one
    kept.at(None)
    again = kept.at("raadet")
    assert again.lang == "da", "one that was let go comes back from its file"
    assert kept.latest() == "raadet"


def test_who_only_looks_pushes_no_workshop_out(kept: Sessions, monkeypatch: pytest.MonkeyPatch) -> None:
    """A window that plays has the session in hand; from the file there would be a second one, and the last to be written would win."""
    monkeypatch.setattr(sessions, "MOST", 3)
    session = kept.at(None)
    session.pin()
    session.save()
    for _ in range(4):
        kept.at(None)
    assert kept.at(session.name) is session


def test_who_only_looks_leaves_no_file(kept: Sessions, folder: Path) -> None:
    kept.at(None).save()
    assert not (folder / "results").exists()
    assert kept.latest() is None


@pytest.mark.parametrize("name", ["", "../up", "a/b", "Rådet", ".x", "-", "x" * 61, "a\n", "010190-1234", "nul", "com1"])
def test_a_name_that_is_none_becomes_a_new_one(kept: Sessions, name: str) -> None:
    assert sessions.NAME.fullmatch(kept.at(name).name)
    assert kept.at(name).name != name


WRONG: dict[str, tuple[tuple[str | int, ...], Any]] = {
    "another seed": (("origin", "seed"), 1),
    "a lever too far": (("past", -1, "turns"), {"push.strength": 1e9}),
    "no such lever": (("log", 0, "settings", "turns"), {"x.strength": 1}),
    "no such scenario": (("pinned", 0, "scenario"), "nowhere"),
    "no such end": (("past", 0, "end"), "1900-01-01"),
    "no such cycle": (("before", "cycle"), "upwards"),
    "no such chart": (("chart",), "x"),
    "no such language": (("lang",), "x"),
    "no number": (("round", "bets", 0, "value"), "many"),
    "nothing set": (("past",), []),
    "something missing": (("origin",), {}),
}
"""Where a file of a session is damaged, and what stands there."""


def damaged(text: str, at: tuple[str | int, ...], value: object) -> str:
    """Return the file of a session with something wrong in it."""
    tree: dict[str, Any] = json.loads(text)
    *way, last = at
    reduce(operator.getitem, way, tree)[last] = value  # type: ignore[arg-type]
    return json.dumps(tree)


@pytest.mark.parametrize("how", ["cut off", *WRONG])
def test_a_file_that_cannot_be_read_is_told_and_left_as_it_is(kept: Sessions, shared: SharedState, how: str) -> None:
    session = begun(kept.at(None))
    file = Path(session.place)
    text = file.read_text(encoding="utf-8")
    file.write_text(damaged(text, *WRONG[how]) if how in WRONG else text[:-20], encoding="utf-8")
    bad = file.read_bytes()
    after = Sessions(shared).at(session.name)
    assert after.name != session.name
    assert after.unread == str(file)
    assert after.settings == Settings("pushed")
    after.lang = "da"
    after.save()
    assert file.read_bytes() == bad


def test_what_cannot_be_written_is_told(kept: Sessions, shared: SharedState) -> None:
    session = kept.at(None)
    Path("results").write_text("in the way", encoding="utf-8")
    session.pin()
    session.save()
    assert session.unsaved
    Path("results").unlink()
    session.save()
    assert session.unsaved == ""
    assert Sessions(shared).at(session.name).pinned == session.pinned


def test_a_file_that_somebody_else_has_written_to_is_left_to_them(shared: SharedState, kept: Sessions) -> None:
    ours, theirs = kept.at("raadet"), Sessions(shared).at("raadet")
    theirs.pin()
    theirs.save()
    ours.decide("det gør vi")
    ours.save()
    assert ours.name != "raadet"
    assert (ours.parted, ours.unsaved) == (theirs.place, "")
    assert kept.at("raadet") is kept.at(ours.name) is ours, "its windows go on with it"
    again = Sessions(shared)
    assert (again.at("raadet").pinned, again.at("raadet").log.entries[-1].what) == (theirs.pinned, "pinned")
    assert again.at(ours.name).log.entries[-1].note == "det gør vi"
    name = ours.name
    ours.decide("og det")
    ours.save()
    assert ours.name == name


def test_a_new_name_is_that_of_no_file(kept: Sessions, shared: SharedState, monkeypatch: pytest.MonkeyPatch) -> None:
    first = begun(kept.at(None))
    letters = iter([first.name[-4:], "beef"])
    monkeypatch.setattr(sessions.secrets, "token_hex", lambda _bytes: next(letters))
    assert Sessions(shared).at(None).name == f"{first.name[:-4]}beef"


def test_more_is_not_written_than_is_read(kept: Sessions, monkeypatch: pytest.MonkeyPatch) -> None:
    session = begun(kept.at(None))
    text = Path(session.place).read_text(encoding="utf-8")
    monkeypatch.setattr(sessions, "MOST_BYTES", len(text))
    session.decide("x" * 50)
    session.save()
    assert session.unsaved
    assert Path(session.place).read_text(encoding="utf-8") == text
    monkeypatch.setattr(settings, "MOST_MOVES", 3)
    for year in range(2030, 2040):
        session.history.set(Settings("pushed", end=date(year, 12, 31)))
    assert [each.end for each in session.history.past] == [date(year, 12, 31) for year in (2037, 2038, 2039)]


def test_no_personal_number_is_kept(kept: Sessions) -> None:
    session = kept.at(None)
    heard(session, REFINED)
    session.decide("ring til 010190-1234")
    session.begin_round("persons")
    session.round.enter("010190-1234", 1.0)
    session.save()
    assert "1234" not in Path(session.place).read_text(encoding="utf-8")
