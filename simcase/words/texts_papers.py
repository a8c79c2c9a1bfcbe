"""Texts of the papers of a decision, a case document and slides, and of what charts show."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "finding.payback": (
        "{title}: kommunens nettoresultat fra {first} til {last} er {net} (9 af 10 kørsler: {between})",
        "{title}: the municipality's net result from {first} to {last} is {net} (9 of 10 runs: {between})",
    ),
    "finding.payback_present": (
        "{title}: kommunens nettoresultat fra {first} til {last} er {net} i nutidsværdi ved {rate} (9 af 10 kørsler: {between})",
        "{title}: the municipality's net result from {first} to {last} is {net} at present value by {rate} (9 of 10 runs: {between})",
    ),
    "finding.difference": (
        "{title}: {persons} personer på forsørgelse i {year} (9 af 10 kørsler: {between})",
        "{title}: {persons} persons on support in {year} (9 of 10 runs: {between})",
    ),
    "finding.difference_noise": (
        "{title}: {persons} personer på forsørgelse i {year}, som kan være støj (9 af 10 kørsler: {between})",
        "{title}: {persons} persons on support in {year}, which may be noise (9 of 10 runs: {between})",
    ),
    "finding.goals": (
        "{title}: {n} af {all} mål nås i mindst halvdelen af kørslerne",
        "{title}: {n} of {all} goals are met in at least half of the runs",
    ),
    "finding.over": (
        "{title}: nettoudgiften i {year} ventes at blive {net}, {more} over budgettet",
        "{title}: net spending in {year} is expected to be {net}, {more} over the budget",
    ),
    "finding.under": (
        "{title}: nettoudgiften i {year} ventes at blive {net}, {more} under budgettet",
        "{title}: net spending in {year} is expected to be {net}, {more} under the budget",
    ),
    "finding.headcount": (
        "{title}: {first} personer på forsørgelse i {from_month} bliver til {last} i {to_month}",
        "{title}: {first} persons on support in {from_month} become {last} in {to_month}",
    ),
    "finding.waterfall_more": (
        "{title}: forsørgelse og investering koster i alt {more} mere end grundlaget ({start} bliver til {end})",
        "{title}: support and investment cost {more} more than the baseline in all ({start} becomes {end})",
    ),
    "finding.waterfall_less": (
        "{title}: forsørgelse og investering koster i alt {more} mindre end grundlaget ({start} bliver til {end})",
        "{title}: support and investment cost {more} less than the baseline in all ({start} becomes {end})",
    ),
    "finding.tornado": (
        "{title}: nettoudgiften afhænger mest af '{what}' ({between})",
        "{title}: net spending depends most on '{what}' ({between})",
    ),
    "finding.full_year": (
        "{title}: {line} ændrer sig mest, fra {first} helårspersoner i {from_year} til {last} i {to_year}",
        "{title}: {line} changes most, from {first} full-year persons in {from_year} to {last} in {to_year}",
    ),
    "slide.against": ("Holdt op imod '{base}'. {about}", "Against '{base}'. {about}"),
    "slide.millions": ("Mio. kr.", "DKK million"),
    "slide.cumulated": ("Nettoresultat lagt sammen fra starten, mio. kr.", "Net result added up from the start, DKK million"),
    "slide.more_persons": ("Forskel i personer, årsgennemsnit: {line}", "Difference in persons, yearly average: {line}"),
    "slide.persons_axis": ("Personer", "Persons"),
    "slide.percent": ("Målet nås, procent af kørslerne", "Goal met, percent of the runs"),
    "slide.mean": ("Gennemsnit", "Mean"),
    "slide.p05": ("Lav (5 % ligger under)", "Low (5% lie below)"),
    "slide.p95": ("Høj (5 % ligger over)", "High (5% lie above)"),
    "paper.alone": (
        "--template hører til en rapport, der ender på .docx eller .pptx.",
        "--template goes with a report that ends in .docx or .pptx.",
    ),
}
