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
    "finding.difference.both": (
        "{title}: {fewer} færre på {line} i {year}, men {more} flere på {other}; {total}",
        "{title}: {fewer} fewer on {line} in {year}, but {more} more on {other}; {total}",
    ),
    "finding.difference.fewer": (
        "{title}: {fewer} færre på {line} i {year}; {total}",
        "{title}: {fewer} fewer on {line} in {year}; {total}",
    ),
    "finding.difference.total": ("{title} i {year}: {total}", "{title} in {year}: {total}"),
    "finding.difference.in_all": (
        "i alt {persons} personer på forsørgelse (9 af 10 kørsler: {between})",
        "in all {persons} persons on support (9 of 10 runs: {between})",
    ),
    "finding.difference.noise": (
        "i alt {persons} personer på forsørgelse, som kan være støj (9 af 10 kørsler: {between})",
        "in all {persons} persons on support, which may be noise (9 of 10 runs: {between})",
    ),
    "finding.hundred": (
        "{title}: af hundrede færre i målgruppen i {year} er {n} på en anden ydelse i stedet",
        "{title}: of a hundred fewer in the target group in {year}, {n} are on another benefit instead",
    ),
    "finding.composition": (
        "{title}: {share} er på {line} i {month} ({persons} af {all} personer)",
        "{title}: {share} are on {line} in {month} ({persons} of {all} persons)",
    ),
    "finding.flows_more": (
        "{title}: {line} vokser mest i {year}, for {come} kommer til og {leave} går fra",
        "{title}: {line} grows most in {year}, for {come} come and {leave} leave",
    ),
    "finding.flows_less": (
        "{title}: {line} falder mest i {year}, for {come} kommer til og {leave} går fra",
        "{title}: {line} shrinks most in {year}, for {come} come and {leave} leave",
    ),
    "finding.ribbons": (
        "{title}: {n} af {all} skift om året går til {to}, flest fra {origin}",
        "{title}: {n} of {all} moves a year go to {to}, most from {origin}",
    ),
    "finding.price_volume": (
        "{title}: mest koster {line} i {year}, {persons} helårspersoner à {price}.000 kr. er {kroner}",
        "{title}: {line} costs most in {year}, {persons} full-year persons at DKK {price},000 are {kroner}",
    ),
    "finding.programmes": (
        "{title}: {n} deltagere i {name}{places} i {month}, {waiting} venter{bound}",
        "{title}: {n} participants in {name}{places} in {month}, {waiting} waiting{bound}",
    ),
    "finding.programmes_places": (" på {places} pladser", " of {places} places"),
    "finding.programmes_bound": ("; det, der begrænser: {bound}", "; what binds: {bound}"),
    "finding.refusion": (
        "{title}: på {n} af {all} ydelser betaler staten mindst (trin 4) i over halvdelen af dagene, mest på {line} ({share})",
        "{title}: on {n} of {all} benefits the state pays least (step 4) on more than half of the days, most on {line} ({share})",
    ),
    "finding.long_term": (
        "{title}: andelen med lange forløb ændrer sig mest på {line}, fra {first} i {from_month} til {last} i {to_month}",
        "{title}: the share with long spells changes most on {line}, from {first} in {from_month} to {last} in {to_month}",
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
    "finding.went": (
        "{title}: {n} flere skift til {to}{also} end i grundlaget, {years} tilsammen",
        "{title}: {n} more moves to {to}{also} than in the baseline, all of {years}",
    ),
    "finding.went.also": (" og {n} til {to}", " and {n} to {to}"),
    "finding.headcount": (
        "{title}: {first} personer på forsørgelse i {from_month} bliver til {last} i {to_month}",
        "{title}: {first} persons on support in {from_month} become {last} in {to_month}",
    ),
    "finding.waterfall_more": (
        "{title}: forsørgelse og investering koster i alt {more} mere end grundlagets {start}",
        "{title}: support and investment cost {more} more in all than the {start} of the baseline",
    ),
    "finding.waterfall_less": (
        "{title}: forsørgelse og investering koster i alt {more} mindre end grundlagets {start}",
        "{title}: support and investment cost {more} less in all than the {start} of the baseline",
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
    "slide.on_first": (
        "Svaret i ord, forbeholdene og kommandoerne står i noterne til det første dias.",
        "The answer in words, what to keep in mind and the commands stand in the notes of the first slide.",
    ),
    "slide.millions": ("Mio. kr.", "DKK million"),
    "slide.cumulated": ("Nettoresultat lagt sammen fra starten, mio. kr.", "Net result added up from the start, DKK million"),
    "slide.more_persons": ("Forskel i personer, årsgennemsnit: {line}", "Difference in persons, yearly average: {line}"),
    "slide.persons_axis": ("Personer", "Persons"),
    "slide.percent": ("Målet nås, procent af kørslerne", "Goal met, percent of the runs"),
    "slide.mean": ("Gennemsnit", "Mean"),
    "slide.p05": ("Lav (5\u00a0% ligger under)", "Low (5% lie below)"),
    "slide.p95": ("Høj (5\u00a0% ligger over)", "High (5% lie above)"),
    "paper.alone": (
        "--template hører til en rapport, der ender på .docx eller .pptx.",
        "--template goes with a report that ends in .docx or .pptx.",
    ),
}
