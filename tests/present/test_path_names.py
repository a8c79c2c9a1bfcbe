"""Numbers of a model are called by words: each by a name of its own, in which no id is left."""

from __future__ import annotations

import re

import pytest

from simcase.model import Model, assumptions, resolve
from simcase.present.labels import labels_of
from simcase.present.path_names import PathNames
from simcase.words import CATALOGUE, Words

ID = re.compile(r"\w_\w|-ii\b")
SCENARIOS = {"kik-ii": "aabenraa-2019", "baseline-2026": None}


@pytest.fixture(scope="module", params=SCENARIOS)
def model(request: pytest.FixtureRequest) -> Model:
    calibration = SCENARIOS[request.param]
    return resolve(request.param, **({"calibration": calibration} if calibration else {}))


@pytest.mark.parametrize("lang", ["da", "en"])
def test_each_number_has_a_name_of_its_own_without_an_id(model: Model, lang: str) -> None:
    labels = labels_of(model, Words(lang))
    names = PathNames(model, labels)
    found = {each.path: names.of(each.path) for each in assumptions(model)}
    assert len(found) > 400
    assert len(set(found.values())) == len(found)
    assert not [name for name in found.values() if ID.search(name)]
    rates = [path.split(".")[1] for path in found if path.startswith("rates.")]
    spelled = [names.spelled(each.id) for each in (*model.rate_classes, *model.refusion.cohorts)]
    benefits = tuple({*labels.states.values(), *labels.lines.values()})
    assert not [name for name in spelled if ID.search(name) or not name.startswith(benefits)]
    assert len(set(spelled)) == len(spelled)
    assert not [name for name in rates if f"rate.{name}" not in CATALOGUE and name not in {line.id for line in model.lines}]


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("rates.adagp_max", "Sats, kr.: a-dagpenge, højeste"),
        ("budget.lines.fleksjob.support", "Budgettet: Fleksjob / forsørgelse, kr."),
        ("refusion.steps.0.state_share", "Refusion: trin 1 / statens andel"),
        ("initiatives.kik-ii.effects.1.hazard_ratio", "Indsats: KIK II / virkning 2 / afgang ganges med"),
        (
            "rate_classes.a_dagpenge_25_29_no_children.pays.adagp_max",
            "Satsklasse: A-dagpenge, 25-29 uden børn / andel på / a-dagpenge, højeste",
        ),
        (
            "rate_classes.aktivitetsparat_25_no_children.pays.uddannelseshjaelp_ude",
            "Satsklasse: Uddannelseshjælp, aktivitetsparate, fra 25 år uden børn / andel på / uddannelseshjælp, udeboende",
        ),
    ],
)
def test_a_danish_reader_knows_it_again(path: str, name: str) -> None:
    model = resolve("kik-ii")
    assert path in {each.path for each in assumptions(model)}
    assert PathNames(model, labels_of(model, Words("da"))).of(path) == name
