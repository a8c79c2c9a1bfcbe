"""What is said of the economy: a course that a scenario chooses, and what intervals and probabilities hold."""

from __future__ import annotations

import math
from datetime import date
from pathlib import Path

import pytest
from worlds import asked, move, scenario, state, write

from simcase import study
from simcase.present.labels import labels_of
from simcase.present.sentences_run import held, notes
from simcase.present.table import Sentence
from simcase.present.tables_explain import model_parts
from simcase.present.tables_goals import fit_parts
from simcase.study.identity import resolved
from simcase.vocabulary import UNCERTAINTIES, parts_varying
from simcase.words import Words

SWING = {"id": "swing", "label": "The swing", "scope": "national", "half_life_months": 6, "sd": 0.3, "start": 0.1}
SWING |= {"loadings": {"leaving": -0.5}}
ECONOMY = {"groups": [{"id": "leaving", "label": "Leaving aid", "from": ["a"], "to": ["b"]}], "processes": [SWING]}
GOAL = {"id": "few", "label": "Few", "states": ["a"], "count": "persons", "period": "month", "date": "2020-06-30", "threshold": 20}
TOWN = {
    "start": "2019-01-01",
    "end": "2020-06-30",
    "known_until": "2019-12-31",
    "states": [state("a", line="aid"), state("b", absorbing=True)],
    "transitions": [move("a", "b", 0.5)],
    "stock": {"states": {"a": 50}},
    "lines": [{"id": "aid", "label": "Aid"}],
    "rates": {"full": {"value": 1, "unit": "kr_per_month"}},
    "rate_classes": [{"id": "all", "states": ["a"], "pays": {"full": 1}}],
    "goals": [GOAL],
}
COURSE = {"process": "swing", "course": {"2020-03-31": 1.0, "2020-06-30": -2.0}}


@pytest.mark.parametrize("drawn", [True, False])
@pytest.mark.parametrize("lang", ["da", "en"])
def test_a_chosen_course_is_explained(folder: Path, lang: str, drawn: bool) -> None:  # noqa: FBT001 - a case
    write(folder, TOWN | {"economy": ECONOMY}, {"worse": scenario(courses=[{**COURSE, "drawn": drawn}])})
    steps: list[tuple[int, int]] = []
    words, explained = Words(lang), study.explain(asked("worse"), progress=lambda done, of: steps.append((done, of)))
    assert steps == [(0, 1), (1, 1)], "it is told before the compiler is waited for"
    assert isinstance(explained, study.results.ModelResult)
    (course,) = explained.courses
    assert [(each.first.isoformat(), each.value) for each in course.points] == [("2020-03-31", 1.0), ("2020-06-30", -2.0)]
    (factor,) = course.factors
    assert factor.factor == pytest.approx(math.exp(-0.5 * (-2.0 * 0.3 - 0.1)))
    labels = labels_of(resolved(asked("worse")), words)
    said = [part for part in model_parts(explained, labels) if isinstance(part, Sentence)]
    told = next(part for part in said if part.text.startswith("The swing (swing): "))
    assert told.points[0].startswith("Leaving aid: ")
    assert words.number(factor.factor, 2) in told.points[0]
    assert words.say("explain.course.drawn" if drawn else "explain.course.alone") in told.points


def test_a_scenario_without_a_course_tells_of_none(folder: Path) -> None:
    write(folder, TOWN | {"economy": ECONOMY}, {"as_is": scenario()})
    explained = study.explain(asked("as_is"))
    assert isinstance(explained, study.results.ModelResult)
    assert explained.courses == ()


@pytest.mark.parametrize("lang", ["da", "en"])
@pytest.mark.parametrize("varying", UNCERTAINTIES)
def test_one_sentence_names_each_part_once_as_held_or_not(varying: str, lang: str) -> None:
    words, parts = Words(lang), parts_varying(varying)  # type: ignore[arg-type]
    told = held(parts, words)
    if not parts:
        assert told == words.say("note.interval.none")
        return
    for part in ("parameters", "economy"):
        name = words.say(f"uncertain.{part}")
        first = told.index(words.say("note.interval.never")[:12])
        assert told.count(name) == 1
        assert (told.index(name) < first) is (part in parts)


@pytest.mark.parametrize("moved", [True, False])
def test_goals_say_that_their_probabilities_hold_the_economy_where_there_is_one(folder: Path, moved: bool) -> None:  # noqa: FBT001 - a case
    write(folder, TOWN | ({"economy": ECONOMY} if moved else {}))
    words, result = Words("en"), study.goals(asked(replications=20, uncertainty="all"), {}, lambda *_: None)
    (judged,) = result.fits
    assert judged.varying == (("chance", "economy") if moved else ("chance",))
    said = " ".join(part.text for part in fit_parts(result, labels_of(resolved(asked()), words)) if isinstance(part, Sentence))
    assert ("probabilities of goals hold chance and the swings of the economy" in said) is moved


UNPRICED = {"states": [state("a"), state("b", absorbing=True)], "lines": [], "rates": {}, "rate_classes": []}


@pytest.mark.parametrize("more", [{}, UNPRICED], ids=["priced", "unpriced"])
def test_a_run_says_that_its_intervals_hold_the_economy_with_and_without_prices(folder: Path, more: dict[str, object]) -> None:
    for economy, held_parts in (({}, "chance"), ({"economy": ECONOMY}, "chance and the swings of the economy")):
        write(folder, TOWN | more | economy)
        shown = study.run(asked(replications=20, uncertainty="all"))
        assert bool(shown.result.budget) is not bool(more)
        assert f"Intervals (5% to 95% of the runs) and probabilities of goals hold {held_parts}." in " ".join(notes([shown], Words("en")))
    early = study.run(asked(replications=20, uncertainty="all", last=date(2019, 6, 30)))
    assert early.result.varying == ("chance",)
