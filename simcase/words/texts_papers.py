"""Texts of the papers of a decision, a case document and slides, and of what charts show."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "finding.payback": (
        "{title}: kommunens nettoresultat fra {first} til {last} er {net}, {sign} (9 af 10 kørsler: {between})",
        "{title}: the municipality's net result from {first} to {last} is {net}, {sign} (9 of 10 runs: {between})",
    ),
    "finding.payback_present": (
        "{title}: kommunens nettoresultat fra {first} til {last} er {net} i nutidsværdi ved {rate}, {sign} (9 af 10 kørsler: {between})",
        (
            "{title}: the municipality's net result from {first} to {last} is {net} at present value by {rate}, {sign} (9 of 10 "
            "runs: {between})"
        ),
    ),
    "finding.payback.deficit": ("et underskud", "a deficit"),
    "finding.payback.surplus": ("et overskud", "a surplus"),
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
        "{line} {persons} på forsørgelse (9 af 10 kørsler: {between})",
        "{line} {persons} on support (9 of 10 runs: {between})",
    ),
    "finding.difference.noise": (
        "{line} {persons} på forsørgelse, hvad der kan være støj (9 af 10 kørsler: {between})",
        "{line} {persons} on support, which may be noise (9 of 10 runs: {between})",
    ),
    "finding.difference.down": ("{n} færre", "{n} fewer"),
    "finding.difference.up": ("{n} flere", "{n} more"),
    "finding.hundred": (
        "{title}: {fewer} færre i målgruppen ({group}) i {year}; {share} af dem er på en anden ydelse i stedet",
        "{title}: {fewer} fewer in the target group ({group}) in {year}; {share} of them are on another benefit instead",
    ),
    "finding.composition": (
        "I scenariet {title} er {share} af alle på forsørgelse på {line} i {month} ({persons} af {all} personer)",
        "In the scenario {title}, {share} of all on support are on {line} in {month} ({persons} of {all} persons)",
    ),
    "finding.flows_more": (
        "I scenariet {title} vokser {line} mest i løbet af {year}: {net} flere, for {come} kommer til, og {leave} går fra{also}",
        "In the scenario {title}, {line} grows most in the course of {year}: {net} more, for {come} come and {leave} leave{also}",
    ),
    "finding.flows_less": (
        "I scenariet {title} falder {line} mest i løbet af {year}: {net} færre, for {come} kommer til, og {leave} går fra{also}",
        "In the scenario {title}, {line} shrinks most in the course of {year}: {net} fewer, for {come} come and {leave} leave{also}",
    ),
    "finding.ribbons": (
        "I scenariet {title} går {n} af {all} skift om året fra en ydelse til {to}, flest fra {origin} ({most})",
        "In the scenario {title}, {n} of {all} moves a year from a benefit go to {to}, most from {origin} ({most})",
    ),
    "finding.price_volume": (
        "I scenariet {title} koster {line} mest i {year}: {persons} fuldtidspersoner à {price} kr. er {kroner}",
        "In the scenario {title}, {line} costs most in {year}: {persons} full-time persons at DKK {price} are {kroner}",
    ),
    "finding.programmes": (
        "{title}: {name} har {n} deltagere{places} i {month}, {waiting} venter{bound}",
        "{title}: {name} has {n} participants{places} in {month}, {waiting} waiting{bound}",
    ),
    "finding.programmes.nobody": ("ingen", "nobody"),
    "finding.programmes_places": (" på {places} pladser", " in {places} places"),
    "finding.programmes_bound": ("; det er {bound}, der mangler", "; what is lacking: {bound}"),
    "finding.refusion": (
        (
            "I scenariet {title} er mindst halvdelen af dagene på trin 4, hvor statens refusion er lavest, på {n} af {all} "
            "ydelser; mest på {line} ({share})"
        ),
        (
            "In the scenario {title}, at least half of the days are on step 4, where the state's refund is lowest, on {n} of "
            "{all} benefits; most on {line} ({share})"
        ),
    ),
    "finding.long_term": (
        (
            "I scenariet {title} vokser andelen, der har været over {weeks} uger på ydelsen, på {up} af {all} ydelser og falder på "
            "{down}; størst ændring på {line}: fra {first} i {from_month} til {last} i {to_month}"
        ),
        (
            "In the scenario {title}, the share who have been on the benefit for over {weeks} weeks grows on {up} of {all} benefits and "
            "falls on {down}; it changes most on {line}: from {first} in {from_month} to {last} in {to_month}"
        ),
    ),
    "finding.goals": (
        "{title}: {n} af {all} mål nås i mindst halvdelen af kørslerne{also}{most}",
        "{title}: {n} of {all} goals are met in at least half of the runs{also}{most}",
    ),
    "finding.goals.most": (
        "; størst forskel: '{goal}', {own} kørsler mod {other}",
        "; largest difference: '{goal}', {own} runs against {other}",
    ),
    "finding.alike": ("; i '{base}' omtrent det samme", "; about the same in '{base}'"),
    "finding.without": (" uden {memo}", " without {memo}"),
    "finding.over": (
        "{title}: nettoudgiften i {year}{without} ventes at blive {net}, {more} over budgettet (9 af 10 kørsler: {between})",
        "{title}: net spending in {year}{without} is expected to be {net}, {more} over the budget (9 of 10 runs: {between})",
    ),
    "finding.under": (
        "{title}: nettoudgiften i {year}{without} ventes at blive {net}, {more} under budgettet (9 af 10 kørsler: {between})",
        "{title}: net spending in {year}{without} is expected to be {net}, {more} under the budget (9 of 10 runs: {between})",
    ),
    "finding.went": (
        "{title}: {n} flere skift fra {group} til {to}{rest}",
        "{title}: {n} more moves from {group} to {to}{rest}",
    ),
    "finding.went.more": ("{n} flere til {to}", "{n} more to {to}"),
    "finding.went.fewer": ("{n} færre til {to}", "{n} fewer to {to}"),
    "finding.headcount": (
        "{title}: {last} personer på {line} i {to_month}{beside}; {rest}",
        "{title}: {last} persons on {line} in {to_month}{beside}; {rest}",
    ),
    "finding.headcount.first": ("{n} i {month}", "{n} in {month}"),
    "finding.headcount.goal": ("i {month} ventes {n}, målet er {threshold}", "{n} expected in {month}, the goal is {threshold}"),
    "finding.headcount.base": (" mod {n} i '{base}'", " against {n} in '{base}'"),
    "finding.headcount.all": ("forsørgelse{without}", "support{without}"),
    "finding.waterfall_more": (
        "{title}: forsørgelse og investering koster over hele perioden {more} mere end '{base}' (fra {start} til {end} mio. kr.)",
        "{title}: over the whole period, support and investment cost {more} more than '{base}' (from {start} to {end} million)",
    ),
    "finding.waterfall_less": (
        "{title}: forsørgelse og investering koster over hele perioden {more} mindre end '{base}' (fra {start} til {end} mio. kr.)",
        "{title}: over the whole period, support and investment cost {more} less than '{base}' (from {start} to {end} million)",
    ),
    "finding.tornado": (
        "{title}: nettoudgiften afhænger mest af '{what}' ({between})",
        "{title}: net spending depends most on '{what}' ({between})",
    ),
    "finding.full_year_more": (
        "I scenariet {title} vokser {line} mest i antal: fra {first} helårspersoner i {from_year} til {last} i {to_year}{also}",
        "In the scenario {title}, {line} grows most in number: from {first} full-year persons in {from_year} to {last} in {to_year}{also}",
    ),
    "finding.full_year_less": (
        "I scenariet {title} falder {line} mest i antal: fra {first} helårspersoner i {from_year} til {last} i {to_year}{also}",
        "In the scenario {title}, {line} falls most in number: from {first} full-year persons in {from_year} to {last} in {to_year}{also}",
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
