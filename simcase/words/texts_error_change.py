"""Texts of what is wrong with a change and its dates."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "error.change.datable": (
        (
            "en takst, en takstgruppe, et fradrag for løn, et tilskud, en statslig andel, en udbetalingsgrad, reguleringen "
            "eller en grænse under rules.*.when"
        ),
        "a rate, a rate class, a wage deduction, a grant, a share of the state, take-up, the index, or a limit under rules.*.when",
    ),
    "error.change.not_datable": (
        "Andre tal ændres for bestandig; indsatser af andre slags ændrer skift, pladser og personale fra en dato.",
        "Other numbers change for good; initiatives of other kinds change moves, places and staff from a date on.",
    ),
    "error.change.whole_years": ("hele kalenderår: tilskud bogføres for året", "whole calendar years: grants are booked by the year"),
    "error.change.no_right": (
        "grænsen i en regel, der ikke lader borgere blive, når en ret er brugt op",
        "the limit of a rule that does not let citizens stay once a right is used up",
    ),
    "error.change.ramp": ("{ramp_up_months} i en indsats af slagsen 'terms'", "{ramp_up_months} in an initiative of kind 'terms'"),
    "error.change.no_ramp": ("0: vilkår gælder, eller de gælder ikke", "0: terms hold or they do not"),
    "error.change.own_dates": ("egne datoer", "dates of its own"),
    "error.change.no_dates": (
        "ingen: en indsats' ændring gælder, så længe dens vindue varer",
        "none: a change of an initiative holds while its window lasts",
    ),
    "error.change.same_time": (
        "'{path}', som en anden indsats ændrer i samme tid",
        "'{path}', which another initiative changes in the same time",
    ),
    "error.change.one_or_times": ("en af dem, eller 'times' i begge", "one of them, or 'times' in both"),
    "error.change.holds": ("noget, der indeholder {names}", "something that holds {names}"),
    "error.change.whose": ("en indsats' id før det: {whose}", "the id of an initiative before it: {whose}"),
    "error.change.path": ("en sti, der fører til et tal", "a path that leads to a number"),
    "error.change.days": ("dage fra {start} til {end}", "days from {start} to {end}"),
    "error.change.not_id": ("en sti inde i indsatsen, men ikke dens id", "a path inside the initiative other than its id"),
    "error.change.strength": ("en styrke, hvor indsatsens virkning kan regnes ud", "a strength whose hazard ratios are numbers"),
    "error.change.one_place": ("så meget, at der bliver mindst én plads", "as much as leaves at least one place"),
    "error.change.sized": ("'{name}', som denne indsats' størrelse er angivet ved", "'{name}', by which the size of this one is stated"),
    "error.change.dated": ("'{path}' fra {first}{until}", "'{path}' from {first}{until}"),
    "error.change.until": (" til {day}", " to {day}"),
    "error.change.from_until": ("en ændring, der gælder fra {first} til {last}", "a change that holds from {first} to {last}"),
    "error.change.from_on": ("en ændring, der gælder fra {first}", "a change that holds from {first}"),
    "error.change.until_then": ("en ændring, der gælder til {last}", "a change that holds to {last}"),
}
