"""Texts of what a run shows."""

from __future__ import annotations

RUN: dict[str, tuple[str, str]] = {
    "run.about": (
        "{title} ({scenario}). Kalibrering {calibration}, {runs} kørsler, frø {seed}, {first} til {last}. Alle tal er simuleret.",
        "{title} ({scenario}). Calibration {calibration}, {runs} runs, seed {seed}, {first} to {last}. All figures are simulated.",
    ),
    "run.headline": (
        "{title}: nettoudgiften til forsørgelse i {year} ventes at blive {net} (i 9 af 10 kørsler {low}-{high})",
        "{title}: net spending on support in {year} is expected to be {net} (in 9 of 10 runs {low}-{high})",
    ),
    "run.over": (
        ", et merforbrug på {more} i forhold til budgettet på {plan}",
        ", an overspending of {more} against the budget of {plan}.",
    ),
    "run.under": (
        ", et mindreforbrug på {more} i forhold til budgettet på {plan}",
        ", an underspending of {more} against the budget of {plan}.",
    ),
    "run.persons": ("Personer, månedsgennemsnit", "Persons, monthly average"),
    "run.stored": ("Resultaterne er gemt i {folder}", "Results are stored in {folder}"),
    "edge.p05": ("5 %", "5%"),
    "edge.p95": ("95 %", "95%"),
    "prices.current": ("årets priser", "current prices"),
    "prices.2019": ("2019-priser", "2019 prices"),
    "budget.title": (
        "Budget {year}, nettoudgift til forsørgelse, 1.000 kr., {prices}",
        "Budget {year}, net spending on support, DKK 1,000, {prices}",
    ),
    "budget.full_year_persons": ("Økonomiske\nhelårspers.", "Full-year\npersons"),
    "budget.plan": ("Budget", "Budget"),
    "budget.forecast": ("Ventet", "Expected"),
    "budget.interval": ("9 af 10 kørsler", "9 of 10 runs"),
    "budget.deviation": ("Afvigelse", "Deviation"),
    "years.title": ("Nettoudgift til forsørgelse pr. år, 1.000 kr., {prices}", "Net spending on support by year, DKK 1,000, {prices}"),
    "measures.title": ("Indsats og investering pr. år, 1.000 kr.", "Measures and investment by year, DKK 1,000"),
    "programmes.title": ("Deltagere og venteliste i årets sidste måned", "Participants and waiting list in the last month of the year"),
    "programmes.month": ("Måned", "Month"),
    "programmes.participants": ("Deltagere", "Participants"),
    "programmes.interval": ("9 af 10 kørsler", "9 of 10 runs"),
    "programmes.waiting": ("Venteliste", "Waiting"),
    "programmes.bound": ("Det, der\nbegrænser", "What\nbound"),
    "bound.eligible": ("egnede borgere", "eligible citizens"),
    "bound.places": ("pladser", "places"),
    "bound.staff": ("medarbejdere", "staff"),
    "goals.title": ("Mål og sandsynlighed for målopfyldelse", "Goals and the probability of meeting them"),
    "goals.goal": ("Mål", "Goal"),
    "goals.date": ("Dato", "Date"),
    "goals.threshold": ("Grænse", "Threshold"),
    "goals.value": ("Ventet", "Expected"),
    "goals.interval": ("9 af 10 kørsler", "9 of 10 runs"),
    "goals.probability": ("Opfyldt", "Met"),
    "goals.unknown": ("Kan ikke bedømmes her: {goals}.", "Cannot be judged here: {goals}."),
    "note.net": (
        "Netto er efter statsrefusion og medfinansiering og før bloktilskud (budgetgaranti og beskæftigelsestilskud).",
        "Net is after the state's refund and co-financing, and before block grants (budgetgaranti, beskæftigelsestilskud).",
    ),
    "note.interval.chance": (
        "Intervaller går fra 5 % til 95 % af kørslerne og rummer alene tilfældighed, ikke usikkerhed om parametre.",
        "Intervals run from 5% to 95% of the runs and hold chance alone, no uncertainty about parameters.",
    ),
    "note.interval.all": (
        "Intervaller går fra 5 % til 95 % af kørslerne og rummer tilfældighed og usikkerhed om parametre.",
        "Intervals run from 5% to 95% of the runs and hold chance and uncertainty about parameters.",
    ),
    "note.grade": (
        "Svageste datakvalitet bag tallene: {grade} ({meaning}).",
        "Weakest data grade behind the figures: {grade} ({meaning}).",
    ),
    "grade.A": ("oplyst for stedet og året", "stated for the place and year"),
    "grade.B": ("andet år eller afledt", "another year, or derived"),
    "grade.C": ("landstal", "national figures"),
    "grade.D": ("skøn", "judgement"),
}
