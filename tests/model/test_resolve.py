"""What a scenario is based on, uses and goes without, and what composing scenarios comes to."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from simcase.declare import Library
from simcase.errors import UserError
from simcase.model import Model, Stored, multipliers, resolve

Put = Callable[[str, str], None]
Town = Callable[..., Model]


def nameless(model: Model) -> Model:
    """Return a model without what depends on the order in which its scenarios were named."""
    return replace(model, scenario="", title=model.calibration_title, composed=())


def ratios(model: Model) -> dict[str, float]:
    return {initiative.id: initiative.effects[0].hazard_ratio.value for initiative in model.initiatives}


def refused(town: Town, expression: str, **options: str) -> list[str]:
    with pytest.raises(UserError) as raised:
        town(expression, **options)
    return [str(issue) for issue in raised.value.issues]


def test_resolving_again_gives_the_same_model_and_digest(town: Town, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = town()
    monkeypatch.setenv("SIMCASE_CACHE", str(tmp_path / "cold"))
    assert town() == first
    assert town().digest == first.digest
    assert len(first.digest) == 64


def test_a_model_in_which_something_was_replaced_has_the_digest_of_what_it_holds(town: Town) -> None:
    first = town()
    assert first.digest
    longer = replace(first, end=first.end + timedelta(days=1))
    assert longer.digest != first.digest
    assert replace(longer, end=first.end).digest == first.digest


def test_comments_and_the_order_of_keys_and_files_leave_the_digest_alone(town: Town, write: Callable[[str, str], Path]) -> None:
    first = town()
    write("calibration/town/people.yaml", "").unlink()
    write("calibration/town/a.yaml", "# Moved.\nend: 2021-12-31\nstart: 2020-01-01\nstock: {states: {work: 160, idle: 40}}\n")
    write(
        "calibration/town/z.yaml",
        "based_on: land\nstates: [{label: Idle, id: idle}, {id: work, label: At work}, {id: gone, absorbing: true, label: Gone}]\n",
    )
    assert town().digest == first.digest


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("calibration/town/people.yaml", "idle: 40", "idle: 41"),
        ("calibration/town/moves.yaml", "high: 3", "high: 4"),
        ("calibration/town/moves.yaml", "a count", "another count"),
        ("calibration/town/people.yaml", "label: Idle", "label: Idling"),
        ("calibration/land/rules.yaml", "1.02", "1.03"),
        ("scenarios/initiatives/help.yaml", "2020-07-01", "2020-07-02"),
    ],
)
def test_the_digest_sees_every_change(town: Town, write: Callable[[str, str], Path], tmp_path: Path, name: str, old: str, new: str) -> None:
    first = town()
    text = (tmp_path / name).read_text(encoding="utf-8")
    assert old in text
    write(name, text.replace(old, new))
    assert town().digest != first.digest


def test_the_order_of_composing_matters_to_the_name_alone(town: Town, scenario: Put) -> None:
    scenario("more", "based_on: base\ninitiatives: [advice]\nchanges: [{path: rates.full, times: 2, why: A test}]")
    scenario("less", "based_on: base\ninitiatives: [{use: help, set: {target.share: 0.5}}]\nhorizon: {end: 2021-06-30}")
    one, other = town("more+less"), town("less+more")
    assert one.composed == ("help", "advice")
    assert [initiative.id for initiative in one.initiatives] == [initiative.id for initiative in other.initiatives] == ["advice", "help"]
    assert (one.scenario, one.title.en) == ("more+less", "More + Less")
    assert (other.scenario, other.title.en) == ("less+more", "Less + More")
    assert one.digest != other.digest
    assert nameless(one) == nameless(other)
    assert (one.initiatives[1].target.share, one.rates["full"].value, one.end) == (0.5, 2000.0, date(2021, 6, 30))


def test_what_is_composed_with_itself_or_with_its_base_is_itself(town: Town, scenario: Put) -> None:
    scenario("more", "based_on: base\ninitiatives: [advice]\nchanges: [{path: rates.full, times: 2, why: A test}]")
    alone = nameless(town("more"))
    assert [nameless(town(each)) for each in ("more+more", "base+more", "more+base", "as-is+more")] == [alone] * 4


def test_what_one_scenario_takes_away_stays_away(town: Town, scenario: Put) -> None:
    scenario("without", "based_on: base\nwithout: [help]")
    scenario("more", "based_on: base\ninitiatives: [advice]")
    assert ratios(town("without+more")) == ratios(town("more+without")) == {"advice": 1.1}


@pytest.mark.parametrize(
    ("one", "other", "what"),
    [
        (
            "initiatives: [{use: help, set: {target.share: 0.5}}]",
            "initiatives: [{use: help, set: {target.share: 0.4}}]",
            "initiative 'help'",
        ),
        ("without: [help]", "initiatives: [{use: help, set: {target.share: 0.4}}]", "initiative 'help'"),
        (
            "changes: [{path: rates.full, to: 1, why: A test}]",
            "changes: [{path: rates.full.value, to: 2, why: A test}]",
            "path 'rates.full'",
        ),
        (
            "changes: [{path: rates.full, to: 1, why: A test}]",
            "changes: [{path: rates.full, times: 1, why: A test}]",
            "path 'rates.full'",
        ),
    ],
)
def test_scenarios_that_set_the_same_thing_differently_are_refused(town: Town, scenario: Put, one: str, other: str, what: str) -> None:
    scenario("one", f"based_on: base\n{one}")
    scenario("other", f"based_on: base\n{other}")
    for expression in ("one+other", "other+one"):
        (message,) = refused(town, expression)
        assert f"found the {what} with other settings, expected the same settings as in the scenarios composed with it." in message
        assert message.endswith("Write one scenario that says which hold.")


def test_scenarios_that_set_the_same_thing_alike_compose(town: Town, scenario: Put) -> None:
    same = "initiatives: [{use: help, set: {target.share: 0.5}}]\nchanges: [{path: rates.full, to: 1, why: WHY}]"
    scenario("one", f"based_on: base\n{same}".replace("WHY", "A reason"))
    scenario("other", f"based_on: base\n{same}".replace("WHY", "Another reason"))
    model = town("one+other")
    assert (model.initiatives[0].target.share, model.rates["full"].value) == (0.5, 1.0)


def test_of_two_ends_the_later_holds_and_of_one_that_one(town: Town, scenario: Put) -> None:
    scenario("short", "horizon: {end: 2020-06-30}")
    scenario("long", "horizon: {end: 2020-09-30}")
    ends = {each: town(each).end for each in ("base", "short", "base+short", "short+base", "short+long", "long+short")}
    day, late = date(2020, 6, 30), date(2020, 9, 30)
    assert ends == {
        "base": date(2021, 12, 31), "short": day, "base+short": day, "short+base": day, "short+long": late, "long+short": late,
    }  # fmt: skip


def test_an_end_that_both_have_from_their_base_gives_way_to_one_that_either_sets(town: Town, scenario: Put) -> None:
    scenario("dated", "horizon: {end: 2020-09-30}")
    scenario("plain", "based_on: dated\ninitiatives: [help]")
    scenario("short", "based_on: dated\nhorizon: {end: 2020-06-30}")
    assert town("plain+short").end == town("short+plain").end == date(2020, 6, 30)


def test_a_chain_adds_up_from_its_root(town: Town, scenario: Put) -> None:
    scenario("second", "based_on: base\ninitiatives: [advice, {use: help, set: {target.share: 0.5, window.end: 2021-06-30}}]")
    scenario(
        "third", "based_on: second\nwithout: [advice]\ninitiatives: [{use: help, set: {target.share: 0.25}}]\nhorizon: {end: 2021-10-31}"
    )
    scenario("fourth", "based_on: third\ninitiatives: [advice]")
    third, fourth = town("third"), town("fourth")
    assert [initiative.id for initiative in third.initiatives] == ["help"]
    assert third.initiatives[0].target.share == 0.25
    assert third.initiatives[0].window.end == date(2021, 6, 30)
    assert third.end == fourth.end == date(2021, 10, 31)
    assert fourth.composed == ("help", "advice")
    assert (third.title.en, fourth.title.en) == ("Third", "Fourth")


def test_an_initiative_taken_away_and_used_again_is_as_the_library_has_it(town: Town, scenario: Put) -> None:
    scenario("half", "based_on: base\ninitiatives: [{use: help, set: {target.share: 0.5}}]")
    scenario("whole", "based_on: half\nwithout: [help]\ninitiatives: [help]")
    assert town("whole").initiatives == town("base").initiatives


def test_a_calibration_has_the_sections_of_its_base_unless_it_has_its_own(town: Town) -> None:
    model = town()
    assert (model.calibration, model.calibration_title.en) == ("town", "The town")
    assert model.rates["full"].source == "a law"


def test_a_fit_moves_the_unknowns_that_it_names_and_leaves_the_others_at_their_prior(town: Town) -> None:
    plain, fitted = town(), town(fit="counts")
    assert (plain.fit, fitted.fit) == (None, "counts")
    assert fitted.fitted == {"entry.idle": 1.5, "any.work": 2.0}
    assert plain.digest != fitted.digest
    moves = [(one.from_, one.to) for one in fitted.transitions]
    assert list(multipliers(plain).values()) == [1.1, 1.0, 1.0]
    assert dict(zip(moves, multipliers(fitted).values(), strict=True)) == {
        ("idle", "work"): 1.1,
        ("work", "idle"): 3.0,  # both unknowns that apply
        ("work", "gone"): 1.0,  # no state named means any, but not one that nobody leaves
    }


def test_an_unknown_fit_is_told_with_those_there_are(town: Town) -> None:
    assert refused(town, "base", fit="count") == ["--fit: found 'count', expected one of counts. Did you mean 'counts'?"]


def test_the_donors_of_a_fit_are_part_of_the_digest(town: Town, tmp_path: Path) -> None:
    fit = tmp_path / "calibration" / "town" / "fits" / "counts.yaml"
    without, text = town(fit="counts"), fit.read_text(encoding="utf-8")
    models = [without]
    for content in (b"one stock", b"another stock"):
        fit.with_name("counts.donors.npz").write_bytes(content)
        digest = hashlib.sha256(content).hexdigest()
        fit.write_text(f"{text}\ndonors: {digest}\n", encoding="utf-8")
        models.append(town(fit="counts"))
        assert models[-1].donors == Stored(fit.with_name("counts.donors.npz"), digest)
    assert without.donors is None
    assert len({model.digest for model in models}) == 3


@pytest.mark.parametrize(
    ("named", "there", "found", "expected"),
    [
        (
            b"stock",
            b"stocc",
            "a file with the SHA-256 9879285e33b1...",
            "one written with this fit (08c4242b5f58...)",
        ),
        (b"stock", None, "no file", "one written with this fit (08c4242b5f58...)"),
        (None, b"stock", "a file with the SHA-256 08c4242b5f58...", "none, for this fit names none"),
    ],
    ids=["another", "lost", "not named"],
)
def test_a_starting_stock_that_was_not_written_with_its_fit_is_refused(
    town: Town, tmp_path: Path, named: bytes | None, there: bytes | None, found: str, expected: str
) -> None:
    fit = tmp_path / "calibration" / "town" / "fits" / "counts.yaml"
    if named is not None:
        fit.write_text(f"{fit.read_text(encoding='utf-8')}\ndonors: {hashlib.sha256(named).hexdigest()}\n", encoding="utf-8")
    if there is not None:
        fit.with_name("counts.donors.npz").write_bytes(there)
    (told,) = refused(town, "base", fit="counts")
    assert f"donors: found {found} at " in told
    assert f"expected {expected}. `simcase calibrate` writes both anew." in told


def test_a_scenario_may_be_a_file_anywhere(library: Library, tmp_path: Path) -> None:
    file = tmp_path / "my+plan.yaml"
    file.write_text("title: Mine\nbased_on: base\ninitiatives: [advice]\n", encoding="utf-8")
    model = resolve(str(file), calibration="town", library=library)
    assert (model.scenario, model.composed) == ("my+plan", ("help", "advice"))


def test_all_scenarios_of_a_composition_are_told_what_is_wrong_with_them(town: Town, scenario: Put) -> None:
    scenario("one", "based_on: bas")
    scenario("other", "initiatives: [hlep]")
    assert refused(town, "one+other") == [
        "scenarios/one.yaml:2 based_on: found 'bas', expected one of as-is, base, one, other. Did you mean 'base'?"
    ]
    scenario("one", "without: [help]")
    assert [message.split(" ")[0] for message in refused(town, "one+other")] == ["scenarios/one.yaml:2", "scenarios/other.yaml:2"]
