"""Texts of what is wrong, whatever it is wrong with."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "error.issue": ("{where}{path}fundet {found}, ventet {expected}.{hint}", "{where}{path}found {found}, expected {expected}.{hint}"),
    "error.replication": (
        "gentagelse {number}{who}{when}: {what}. Den afspilles alene med:",
        "replication {number}{who}{when}: {what}. To play it alone:",
    ),
    "error.replication.citizen": (", borger {citizen}", ", citizen {citizen}"),
    "error.one_of": ("en af {known}", "one of {known}"),
    "error.one_of_many": ("et af {n} navne", "one of {n} names"),
    "error.did_you_mean": ("Mente du '{word}'?", "Did you mean '{word}'?"),
    "error.did_you_mean_either": ("Mente du '{one}' eller '{other}'?", "Did you mean '{one}' or '{other}'?"),
    "error.did_you_mean_called": ("Mente du '{word}' ({label})?", "Did you mean '{word}' ({label})?"),
    "error.nothing_here": ("ingenting her", "nothing here"),
    "error.problem": ("({n} fejl, intet blev kørt)", "({n} problem, nothing was run)"),
    "error.problems": ("({n} fejl, intet blev kørt)", "({n} problems, nothing was run)"),
    "error.interrupted": (
        "Afbrudt. Det, der var færdigt, er gemt; samme kommando fortsætter derfra.",
        "Interrupted. What was finished is kept; the same command goes on from there.",
    ),
    "error.memory": (
        "Der er for lidt hukommelse. Færre --workers eller en kortere periode kræver mindre.",
        "There is too little memory. Fewer --workers or a shorter time need less.",
    ),
    "error.handles": (
        "Der kan ikke åbnes flere filer på én gang; `ulimit -n 1024` eller færre --workers hjælper.",
        "No more files can be open at once; `ulimit -n 1024` or fewer --workers help.",
    ),
    "error.in_rows": ("{found} i {n} rækker", "{found} in {n} rows"),
    "error.either": ("{one} eller {other}", "{one} or {other}"),
    "error.called": ("{label} ({id})", "{label} ({id})"),
    "error.all_of": ("{items}", "{items}"),
}
