"""What declarations are made of: short forms, dates, step functions."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from simcase.declare import expected_by, parse_text, validate
from simcase.declare.initiatives import Change
from simcase.declare.json_schema import FILES, json_schema
from simcase.declare.values import (
    Amount,
    AnySteps,
    Capacity,
    Date,
    Error,
    Factor,
    Figure,
    Headcount,
    Label,
    NotNegative,
    Number,
    Persons,
    Positive,
    Quantity,
    Real,
    Steps,
    Text,
)

GOOD_STEPS = ((0.0, 2.0), (4.5, 1.0), (10.0, 0.0))


def expected(kind: object, value: object) -> str:
    """Return what the refusal of a value says is expected."""
    with pytest.raises(ValidationError) as raised:
        TypeAdapter(kind).validate_python(value)
    return expected_by(raised.value)


def test_a_bare_number_is_a_judgement_without_a_source_and_a_bare_text_holds_in_both_languages() -> None:
    assert TypeAdapter(Number[Factor]).validate_python(2) == Factor(value=2.0, source="not stated", grade="D")
    assert TypeAdapter(Text).validate_python("KIS") == Label(da="KIS", en="KIS")


@pytest.mark.parametrize("low_to_high", [(1.0, 3.0), (2.0, 2.0), (None, 2.0), (2.0, None)])
def test_a_value_may_lie_at_either_end_of_its_range(low_to_high: tuple[float | None, float | None]) -> None:
    low, high = low_to_high
    assert Figure(value=2.0, low=low, high=high).value == 2.0


@pytest.mark.parametrize("low_to_high", [(2.1, 3.0), (1.0, 1.9), (2.1, None), (None, 1.9)])
def test_a_value_outside_its_range_is_refused(low_to_high: tuple[float | None, float | None]) -> None:
    low, high = low_to_high
    assert expected(Figure, {"value": 2.0, "low": low, "high": high}) == "a value from low to high"


def test_nothing_changes_once_it_is_read() -> None:
    figure = Figure(value=1.0)
    with pytest.raises(ValidationError):
        figure.value = 2.0  # type: ignore[misc]


@pytest.mark.parametrize("value", [True, "1", None, float("nan"), float("inf")])
def test_only_a_finite_number_is_a_number(value: object) -> None:
    assert expected(Real, value) == "a number"


@pytest.mark.parametrize("value", [10**309, -(10**309), 1e308, 1.1e12, -1.1e12])
def test_a_number_of_any_kind_has_its_bounds(value: float) -> None:
    for kind in (Real, Amount, Positive, Number[Factor], Number[Quantity], Steps[NotNegative]):
        written = {"0": value} if kind is Steps[NotNegative] else value
        assert expected(kind, written) == "a number from -1000000000000 to 1000000000000"


@pytest.mark.parametrize("kind", [Amount, Number[Quantity], Number[Capacity], Number[Headcount], Error, Steps[Persons]])
def test_kroner_and_persons_with_a_point_and_three_digits_are_refused_with_both_readings(kind: object) -> None:
    written = "{0: %s}" if kind is Steps[Persons] else "%s"
    for text, said in (("45.000", "45000 for thousands, or 45.0 for a decimal point"), ("1.234", "1234 for thousands, or 1.2340")):
        value = parse_text(written % text, "x.yaml").tree
        assert expected(kind, value).startswith(said)
    for text in ("45.0000", "45.00", "45000.0", "0.045", "1234.500", "45e3"):
        TypeAdapter(kind).validate_python(parse_text(written % text, "x.yaml").tree)


def test_a_factor_may_have_three_decimals() -> None:
    assert TypeAdapter(Number[Factor]).validate_python(parse_text("1.234", "x.yaml").tree).value == 1.234


def test_a_number_too_small_to_divide_by_is_not_above_nothing() -> None:
    assert expected(Positive, 1e-308) == "a number of at least 0.000000001"
    assert expected(Positive, 0) == expected(Positive, -1) == "a number above 0"


@pytest.mark.parametrize("text", ["2019-03-31", "31-03-2019", "31.03.2019", "31.3.2019"])
def test_a_date_is_written_with_the_year_first_or_as_danes_write_it(text: str) -> None:
    assert TypeAdapter(Date).validate_python(parse_text(text, "x.yaml").tree) == date(2019, 3, 31)


@pytest.mark.parametrize(
    "value",
    [
        "31-02-2019",
        "03-2019",
        "31/03/2019",
        "31-03-19",
        "2019-2-3",
        "20190203",
        "2019-W05-1",
        "2019-02-29",
        "2019-02-03T00:00:00",
        20190203,
        None,
    ],
)
def test_a_date_written_otherwise_is_refused(value: object) -> None:
    assert expected(Date, value) == "a date such as 2019-01-31"


def test_a_date_that_no_calendar_of_months_can_count_from_is_refused() -> None:
    assert TypeAdapter(Date).validate_python("2399-12-31") == date(2399, 12, 31)
    assert TypeAdapter(Date).validate_python("1800-01-01") == date(1800, 1, 1)
    for day in ("9999-12-31", "2400-01-01", "1799-12-31"):
        assert expected(Date, day) == "a date from 1800-01-01 to 2399-12-31"


@pytest.mark.parametrize("value", [{"10": 0, "0": 2, "4.5": 1}, [[0, 2], [4.5, 1], [10, 0]], GOOD_STEPS])
def test_a_step_function_is_pairs_in_the_order_of_their_edges(value: object) -> None:
    assert TypeAdapter(Steps[NotNegative]).validate_python(value) == GOOD_STEPS


@settings(max_examples=60)
@given(
    st.dictionaries(st.integers(0, 200) | st.floats(0, 200), st.floats(0, 10), min_size=1).flatmap(
        lambda d: st.permutations(list(d.items()))
    )
)
def test_whatever_the_order_in_the_file_edges_rise_and_keep_their_factors(written: list[tuple[float, float]]) -> None:
    read = TypeAdapter(Steps[NotNegative]).validate_python({str(edge): factor for edge, factor in written})
    assert read == tuple(sorted((float(edge), factor) for edge, factor in written))


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ({"from": 1}, "a mapping from a number to a factor, such as {0: 1.2, 26: 0.8}"),
        ({"1e999": 1}, "a mapping from a number to a factor, such as {0: 1.2, 26: 0.8}"),
        (1.2, "a mapping from a number to a factor, such as {0: 1.2, 26: 0.8}"),
        ({"1": 1, "1.0": 2}, "a mapping with each edge once"),
        ({"0": -1}, "a number of at least 0"),
        ({"-1": 1}, "edges that rise, none below 0"),
        ([[4, 1], [0, 2]], "edges that rise, none below 0"),
        ([[4, 1], [4, 2]], "edges that rise, none below 0"),
        ({}, "an edge with a factor, such as {0: 1}"),
        ([], "an edge with a factor, such as {0: 1}"),
    ],
)
def test_a_step_function_that_is_none_is_refused(value: object, said: str) -> None:
    assert expected(Steps[NotNegative], value) == said


def test_only_ages_of_arrivals_may_be_left_out() -> None:
    assert TypeAdapter(AnySteps[NotNegative]).validate_python({}) == ()


@pytest.mark.parametrize("numbers", [{}, {"to": 1.0, "times": 2.0}])
def test_a_change_says_one_thing(numbers: dict[str, float]) -> None:
    assert expected(Change, {"path": "rates.full", "why": "a test", **numbers}) == "either 'to' or 'times'"


@pytest.mark.parametrize("kind", sorted(FILES))
def test_the_schema_for_editors_has_the_keys_of_the_file(kind: str) -> None:
    schema = json_schema(FILES[kind])
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["additionalProperties"] is False
    assert set(schema["properties"]) == {info.alias or name for name, info in FILES[kind].model_fields.items()}


def test_a_key_is_written_as_the_schema_has_it_not_as_the_code_does() -> None:
    document = parse_text("transitions:\n  - {from_: idle, to: work, rate: 1}\n", "moves.yaml")
    read, issues = validate(document, FILES["calibration"])
    assert read is None
    (issue,) = issues  # that `from` is missing follows from it
    assert str(issue).startswith("moves.yaml:2 transitions.0.from_: found key 'from_', expected")
    assert issue.hint == "Did you mean 'from'?"


def test_the_schema_for_editors_knows_short_forms_and_written_keys() -> None:
    parts = json_schema(FILES["calibration"])["$defs"]
    assert {"from", "to", "rate"} <= set(parts["Transition"]["properties"])
    assert {"type": "number"} in parts["Transition"]["properties"]["rate"]["anyOf"]
    assert "object" in {each.get("type") for each in parts["Profile"]["properties"]["factors"]["anyOf"]}
