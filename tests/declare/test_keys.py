"""What each key of a file means is said, and nothing is said of keys that there are not."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from simcase.declare.json_schema import FILES, json_schema, meaning
from simcase.words import CATALOGUE

KEYS = {key for key in CATALOGUE if key.startswith("key.")}


def properties(kind: str) -> Iterator[tuple[str, str, dict[str, object]]]:
    """Yield class, key and schema of every key of a kind of file."""
    described = json_schema(FILES[kind])
    for name, part in {FILES[kind].__name__: described, **described.get("$defs", {})}.items():
        yield from ((name, key, inside) for key, inside in part.get("properties", {}).items())


@pytest.mark.parametrize("kind", FILES)
def test_every_key_says_what_it_means(kind: str) -> None:
    assert [f"{name}.{key}" for name, key, inside in properties(kind) if not inside.get("description")] == []


def test_one_name_is_one_part_of_files() -> None:
    """What a key means is said by the name of its part: two parts of one name would be told as each other."""
    parts: dict[str, set[str]] = {}
    for schema in FILES.values():
        for name, part in json_schema(schema).get("$defs", {}).items():
            parts.setdefault(name, set()).add(repr(part))
    assert [name for name, every in parts.items() if len(every) > 1] == []


def test_nothing_is_said_of_keys_that_there_are_not() -> None:
    there = {way for kind in FILES for name, key, _ in properties(kind) for way in (f"key.{name}.{key}", f"key.{key}")}
    assert sorted(KEYS - there) == []


def test_a_key_is_explained_in_both_languages() -> None:
    assert meaning("Programme", "kroner_per_place") == "Kroner a place and year that the municipality pays, for empty places too."
    assert meaning("Programme", "kroner_per_place", "da").startswith("Kroner pr. plads og år")
