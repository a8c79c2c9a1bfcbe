"""A mistake on the command line is told in the user's language, with how the command is called."""

from __future__ import annotations

import pytest
from click.testing import CliRunner
from spoken_helper import DANISH, ENGLISH, FOREIGN, words_of

from simcase.cli import main

MISTAKES = (
    (("run", "--replication", "3"), "Der er intet valg, der hedder '--replication'. Mente du '--replications'?"),
    (("run", "a", "--as-of", "2019-06"), "Der er intet valg, der hedder '--as-of'. Det er et valg for followup."),
    (("rum",), "Der er ingen kommando, der hedder 'rum'. Mente du 'run'?"),
    (("run",), "'SCENARIE' mangler."),
    (("run", "a", "b", "c"), "Uventede ord til sidst: b, c"),
    (("run", "a", "--seed"), "Valget '--seed' kræver en værdi."),
    (("run", "a", "--quiet=1"), "Valget '--quiet' tager ingen værdi."),
    (("run", "a", "--prices", "2020"), "'2020' er ikke en af 'current', '2019'."),
    (("run", "a", "--seed", "-1"), "'-1' er ikke et helt tal fra 0 til 18446744073709551615."),
    (("run", "a", "--replications", "x"), "'x' er hverken et helt tal fra 1 til 100000 eller 'auto'."),
    (("compare", "a", "b", "--discount", "0,5"), "'0,5' er ikke et tal. Skriv 0.5: punktum før decimaler."),
    (("compare", "a", "b", "--discount", "1.5"), "1.5 ligger ikke i 0.0<=x<=1.0."),
    (("run", "a", "--from", "x"), "'x' er ikke en dato som 2019, 2019-12, 2019-12-31 eller 31-12-2019."),
    (
        ("run", "a", "--uncertainty", "x"),
        "'x' er ikke ingen (none), alt (all) eller nogle af 'chance', 'parameters', 'economy' med plus imellem.",
    ),
    (("run", "a", "--json", "--csv"), "--json og --csv udelukker hinanden."),
    (("run", "a", "--log-file", "."), "'.' er en mappe."),
)


@pytest.mark.parametrize(("typed", "told"), MISTAKES, ids=lambda value: " ".join(value) if isinstance(value, tuple) else "")
def test_a_mistake_is_told_in_danish(typed: tuple[str, ...], told: str) -> None:
    done = CliRunner(env={"SIMCASE_LANG": "da"}).invoke(main, typed, prog_name="simcase")
    assert (done.exit_code, done.stdout) == (2, "")
    usage, hint, _, line = done.stderr.splitlines()
    assert usage.startswith("Brug: simcase")
    assert hint.startswith("Prøv 'simcase")
    assert line.startswith("Fejl: ")
    assert line.endswith(told)
    assert not words_of(line) & FOREIGN


@pytest.mark.parametrize("typed", [typed for typed, _ in MISTAKES], ids=" ".join)
def test_a_mistake_is_told_in_english(typed: tuple[str, ...]) -> None:
    done = CliRunner(env={"SIMCASE_LANG": "da"}).invoke(main, ["--lang", "en", *typed], prog_name="simcase")
    assert done.exit_code == 2
    usage, hint, _, line = done.stderr.splitlines()
    assert (usage.split(": ")[0], hint.split(" ")[0], line.split(": ")[0]) == ("Usage", "Try", "Error")
    assert not words_of(line.replace("env var", "variable")) & (DANISH - ENGLISH)
