"""Texts of what is wrong with an initiative."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "error.initiative.needs": ("det, en indsats af slagsen '{kind}' skal have", "what an initiative of kind '{kind}' needs"),
    "error.initiative.not_in_kind": ("'{field}' i en indsats af slagsen '{kind}'", "'{field}' in an initiative of kind '{kind}'"),
    "error.initiative.one_of": ("en af {needed}", "one of {needed}"),
    "error.initiative.no_state": ("ingen tilstand", "no state"),
    "error.at_least_one": ("mindst én", "at least one"),
    "error.value.share_below_1": ("en andel under 1", "a share below 1"),
    "error.initiative.changes": (
        "'changes' eller 'suspends' i en indsats af slagsen 'terms'",
        "'changes' or 'suspends' in an initiative of kind 'terms'",
    ),
    "error.initiative.staff_of_pool": (
        "en indsats ved siden af, hvis personale er fra den gruppe",
        "an initiative beside it whose staff is of that pool",
    ),
    "error.initiative.unused_hours": ("timer til '{pool}', som ingen indsats bruger", "hours for '{pool}', which no initiative takes"),
    "error.initiative.leaves": (
        "{value:g}, som efterlader {left:,g} timer om ugen i '{pool}' den {day}",
        "{value:g}, which leaves {left:,g} hours a week in '{pool}' on {day}",
    ),
    "error.initiative.no_more_hours": ("ikke flere timer, end gruppen har (staff)", "no more hours than the pool has (staff)"),
    "error.initiative.process": (
        "en proces, som en installeret pakke tilbyder (entry point i gruppen {group}); det gør ingen",
        "a process that an installed package offers (entry point of the group {group}); none does",
    ),
    "error.initiative.places_and_slots": ("både 'places' og 'slots_per_year'", "both 'places' and 'slots_per_year'"),
    "error.initiative.no_places": ("hverken 'places' eller 'slots_per_year'", "neither 'places' nor 'slots_per_year'"),
    "error.one_of_them": ("en af dem", "one of them"),
    "error.initiative.dose_0": ("0, da et forløb simuleres, hvor det end køres", "0, since a programme is simulated wherever it runs"),
    "error.value.age_above": ("en alder over {from_age:g}", "an age above {from_age:g}"),
    "error.value.date_from": ("en dato fra {start}", "a date from {start} on"),
    "error.initiative.exits": ("afgange, som {states} har", "exits that {states} have"),
    "error.initiative.no_benefits": (
        "'{calibration}', hvor ingen kommer fra en ydelse med en linje i budgettet",
        "'{calibration}', where nobody leaves a state with a line of the budget",
    ),
    "error.initiative.benefits": ("en kalibrering med ydelser", "a calibration with benefits"),
    "error.initiative.taken": ("'{name}', som allerede er en indsats", "'{name}', which is an initiative already"),
}
