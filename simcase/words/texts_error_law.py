"""Texts of what is wrong with laws, rules, rates and grants."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "error.law.taken": ("'{id}', som en regel eller tæller hedder", "'{id}', which a rule or counter is called"),
    "error.law.own_name": ("et navn for sig selv", "a name of its own"),
    "error.law.date_from": ("en dato fra {from_}", "a date from {from_} on"),
    "error.law.no_round": ("veje videre fra lukkede tilstande, der ikke fører i ring", "ways on from closed states that do not lead round"),
    "error.law.open_at_start": (
        "en tilstand, der er åben ved starten, eller ingen i den på det tidspunkt",
        "a state that is open at the start, or nobody in it then",
    ),
    "error.law.in_stock": ("'{state}' i bestanden {start}", "'{state}' in the stock of {start}"),
    "error.law.rising_weeks": ("sidste uger, der stiger, og ingen for det sidste trin", "last weeks that rise, and none for the last step"),
    "error.law.one_of_pair": ("én af 'counter' og 'weeks'", "one of 'counter' and 'weeks'"),
    "error.law.both_or_none": ("begge eller ingen", "both or none"),
    "error.law.never_exceeded": ("{weeks:g}, som aldrig overskrides", "{weeks:g}, which is never exceeded"),
    "error.law.looks_back": (
        "færre end de {within} uger, som '{counter}' ser tilbage på",
        "fewer than the {within} weeks on which '{counter}' looks back",
    ),
    "error.law.date_after": ("en dato efter {isoformat}", "a date after {isoformat}"),
    "error.law.wage_beside": ("en løn ved siden af '{name}'", "a wage beside '{name}'"),
    "error.law.wage_rule": ("en regel for '{name}' i wage_deductions", "a rule for '{name}' in wage_deductions"),
    "error.law.no_rate_class": ("'{line}' uden en takstgruppe", "'{line}' without a rate class"),
    "error.law.rate_class": ("en takstgruppe for '{id}'", "a rate class for '{id}'"),
    "error.law.deductions": ("fradrag, der ikke er større end det, de trækkes fra", "deductions no larger than what they are taken from"),
    "error.law.index_ends": (
        "en dato til og med {last}-12-31, hvor reguleringen slutter (index.years)",
        "a date up to {last}-12-31, where the regulation index ends (index.years)",
    ),
    "error.law.no_year": ("intet år {year}", "no year {year}"),
    "error.law.every_year": ("hvert år fra start til slut", "every year from the start to the end"),
    "error.law.goal_without_states": ("et mål for {count} uden tilstande", "a goal for {count} without states"),
    "error.law.part_of_right": (
        "en del af 'earned_in', 'earn_weeks', 'window_weeks'",
        "a part of 'earned_in', 'earn_weeks', 'window_weeks'",
    ),
    "error.law.all_or_none": ("alle eller ingen", "all of them or none"),
    "error.law.beside_earned": ("{within_weeks} ved siden af 'earned_in'", "{within_weeks} beside 'earned_in'"),
    "error.law.without_weeks": (
        "'counter' uden 'weeks', eller 'frame_weeks' uden 'counter'",
        "'counter' without 'weeks', or 'frame_weeks' without 'counter'",
    ),
    "error.law.weeks_with_counter": ("'weeks' sammen med 'counter'", "'weeks' with 'counter'"),
    "error.law.chosen": ("{chosen} af 'weeks', 'age', 'ages_by_birth'", "{chosen} of 'weeks', 'age', 'ages_by_birth'"),
    "error.law.births_unordered": ("fødselsdatoer, der ikke står i rækkefølge", "birth dates out of order"),
    "error.law.births_rise": ("fødselsdatoer, der stiger", "birth dates that rise"),
    "error.law.ways": ("veje videre fra {states}", "ways on from {states}"),
    "error.law.last_weeks": ("sidste uger {weeks}", "last weeks {weeks}"),
    "error.law.no_week": ("ingen", "none"),
    "error.law.a_month": ("{kroner:,g} kr. om måneden", "{kroner:,g} kr. a month"),
    "error.law.a_week": ("{kroner:,g} kr. om ugen", "{kroner:,g} kr. a week"),
}
