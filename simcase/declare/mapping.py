"""The words of a mapping: what the columns and codes of somebody else's file stand for, in pydantic."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator, Field

from simcase.declare.values import Declared, Name
from simcase.words import said

NOT_A_CODE = said("error.value.code")


def _code(value: object) -> str:
    """Return a code as text: a whole number or a text."""
    if isinstance(value, bool) or not isinstance(value, int | str):
        raise ValueError(NOT_A_CODE)  # noqa: TRY004 - pydantic listens to a ValueError alone
    return str(value)


Code = Annotated[str, BeforeValidator(_code, json_schema_input_type=int | str)]
"""A code, or a range of whole numbers."""


class Mapping(Declared):
    """What a file of spells calls things.

    `columns` gives the file's name for each of ours; `states` the codes that stand for a state; `blank` the state of an empty cell.
    `weeks` is what the names of weekly columns begin with, before year and week: with `y_`, y_1832 is week 32 of 2018.
    """

    columns: dict[Name, str] = Field(default_factory=dict)
    states: dict[Name, tuple[Code, ...]] = Field(default_factory=dict)
    blank: Name | None = None
    weeks: str | None = None
