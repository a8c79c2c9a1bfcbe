"""Texts of what a comparison shows."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "compare.about": (
        ("Grundlag: {title} ({scenario}). Kalibrering {calibration}, {rests}, tilfældigheder nr. {seed}, {first} til {last}. Simuleret."),
        "Baseline: {title} ({scenario}). Calibration {calibration}, {rests}, seed {seed}, {first} to {last}. Simulated.",
    ),
    "compare.pair": ("'{title}'{alone} mod '{base}' ({rests}): ", "'{title}'{alone} against '{base}' ({rests}): "),
    "compare.alone": (" (indsatsen '{initiative}')", " (the initiative '{initiative}')"),
    "compare.lower": (
        "nettoudgiften til forsørgelse{scope} bliver {amount} lavere i {years} (i 9 af 10 kørsler {between}).",
        "net spending on support{scope} becomes {amount} lower in {years} (in 9 of 10 runs {between}).",
    ),
    "compare.higher": (
        "nettoudgiften til forsørgelse{scope} bliver {amount} højere i {years} (i 9 af 10 kørsler {between}).",
        "net spending on support{scope} becomes {amount} higher in {years} (in 9 of 10 runs {between}).",
    ),
    "compare.noise": (
        (
            "ingen påviselig forskel i nettoudgiften til forsørgelse{scope} i {years}. "
            "{change} kan være støj; kørslerne kan først påvise {least}"
        ),
        (
            "no detectable difference in net spending on support{scope} in {years}. "
            "{change} may be noise; the runs can show {least} at the least."
        ),
    ),
    "compare.scope": (" inkl. {memo}", " incl. {memo}"),
    "compare.single": (
        "ingen påviselig forskel, for ét par af kørsler siger intet om tilfældighed.",
        "no detectable difference, for one pair of runs says nothing about chance.",
    ),
    "side_by_side.title": ("Scenarierne side om side, hver mod '{base}'", "The scenarios side by side, each against '{base}'"),
    "side_by_side.persons": ("Personer\n{year}", "Persons\n{year}"),
    "side_by_side.spending": ("Forsørgelse netto\n{years}", "Net support\n{years}"),
    "side_by_side.investment": ("Investe-\nring", "Invest-\nment"),
    "side_by_side.net": ("Netto-\nresultat", "Net\nresult"),
    "side_by_side.payback": ("Tjent hjem", "Earned back"),
    "side_by_side.goals": ("Mål\nnås", "Goals\nmet"),
    "side_by_side.note": (
        "Kroner i mio. over samme år (forsørgelse: færre -; resultat: vundet +); i parentes 9 af 10 kørsler. Mål: nås i mindst halvdelen.",
        "Kroner in millions over the same years (support: less -; result: gained +); in brackets 9 of 10 runs. Goals: met in half.",
    ),
    "side_by_side.details": (
        "Tabellerne for hver ydelse, hvert år og hvert mål vises med --details.",
        "The tables of each benefit, year and goal are shown with --details.",
    ),
    "compare.same": ("ingen forskel i nogen kørsel.", "no difference in any run."),
    "compare.year": (
        "Forskellen i {year}: {kroner} (i 9 af 10 kørsler {kroner_range}) og {persons} personer ({persons_range}).",
        "The difference in {year}: {kroner} (in 9 of 10 runs {kroner_range}) and {persons} persons ({persons_range}).",
    ),
    "compare.invested": (
        "Investeringen er {investment}, så kommunens nettoresultat i {years} er {net} (i 9 af 10 kørsler {between}).",
        "The investment is {investment}, so the municipality's net result in {years} is {net} (in 9 of 10 runs {between}).",
    ),
    "compare.spared": (
        (
            "Scenariet bruger {investment} mindre på indsatser end grundlaget, så kommunens nettoresultat i {years} er {net} "
            "(i 9 af 10 kørsler {between})."
        ),
        (
            "The scenario spends {investment} less on initiatives than its baseline, so the municipality's net result in {years} is {net} "
            "(in 9 of 10 runs {between})."
        ),
    ),
    "compare.after.saved": (
        "Hvad der spares efter {last}, er ikke talt med; i {year} spares {amount}",
        "What is saved after {last} is not counted; in {year} it is {amount}.",
    ),
    "compare.after.costs": (
        "Hvad der sker efter {last}, er ikke talt med; i {year} bruges {amount} mere på forsørgelse.",
        "What comes after {last} is not counted; in {year} support costs {amount} more.",
    ),
    "compare.not_own": (
        (
            "Ikke hele forskellen er scenariets egen: {title} bygger på {own_baseline}, som også er anderledes end {base}."
            " Hvad scenariet alene ændrer: {command}"
        ),
        (
            "Not all of the difference is the scenario's own: {title} is based on {own_baseline}, which differs from {base} too."
            " What the scenario alone changes: {command}"
        ),
    ),
    "compare.state": (
        "forskellen er størst for {state}: {persons} personer i {month} (i 9 af 10 kørsler {persons_range}).",
        "the difference is largest for {state}: {persons} persons in {month} (in 9 of 10 runs {persons_range}).",
    ),
    "compare.persons": (
        "Forskel i personer, årsgennemsnit (scenarie minus grundlag)",
        "Difference in persons, yearly average (scenario minus baseline)",
    ),
    "compare.full_time": (
        "Forskel i fuldtidspersoner, årsgennemsnit (scenarie minus grundlag)",
        "Difference in full-time persons, yearly average (scenario minus baseline)",
    ),
    "compare.kroner": (
        "Forskel i nettoudgift til forsørgelse, 1.000 kr., {prices} (scenarie minus grundlag)",
        "Difference in net spending on support, DKK 1,000, {prices} (scenario minus baseline)",
    ),
    "head.state": ("Tilstand", "State"),
    "head.total": ("I alt", "Total"),
    "worlds.title": ("Mål og sandsynlighed for målopfyldelse i begge verdener", "Goals and the probability of meeting them in both worlds"),
    "worlds.baseline_met": ("Grundlag,\nnås", "Baseline,\nmet"),
    "worlds.scenario_met": ("Scenarie,\nnås", "Scenario,\nmet"),
    "worlds.baseline": ("Grundlag,\nventet", "Baseline,\nexpected"),
    "worlds.scenario": ("Scenarie,\nventet", "Scenario,\nexpected"),
    "went.title": (
        "Hvor gik de hen: skift ud af målgruppen i løbet af året, flere (+) eller færre (-) end i grundlaget",
        "Where they went: moves out of the target group in the course of the year, more (+) or fewer (-) than in the baseline",
    ),
    "went.to": ("Til", "To"),
    "went.others": ("Øvrige", "Others"),
    "went.inside": ("En anden ydelse i målgruppen", "Another benefit of the target group"),
    "went.kroner": ("1.000 kr.\nom året", "DKK 1,000\na year"),
    "went.note": (
        (
            "1.000 kr. om året: hvad kommunen betaler netto for et år dér, for alle skift tilsammen. Skift er ikke personer ad gangen: "
            "hvor mange flere der er på en ydelse, står under forskellen i personer."
        ),
        (
            "DKK 1,000 a year: what the municipality pays net for a year there, for all moves together. Moves are not persons at a time: "
            "how many more there are on a benefit stands under the difference in persons."
        ),
    ),
    "case.title": (
        "Business case pr. år, 1.000 kr., {prices} (sparet +, brugt -)",
        "Business case by year, DKK 1,000, {prices} (saved +, spent -)",
    ),
    "case.municipality": ("Kommunen", "Municipality"),
    "case.state": ("Staten", "State"),
    "case.investment": ("Investering", "Investment"),
    "case.saved": ("Sparet forsørgelse", "Saved support"),
    "case.grants": ("Flere tilskud", "More grants"),
    "case.before": ("heraf fra før {year}", "of which before {year}"),
    "case.cumulated": ("Nettoresultat, opsummeret", "Net result, cumulated"),
    "case.present": ("Opsummeret nutidsværdi ({rate})", "Cumulated present value ({rate})"),
    "case.moved": (
        "Af de {fewer} færre i målgruppen i {year} er {others} i stedet på en anden ydelse ({share}); mest vokser {most} ({n}).",
        "Of the {fewer} fewer in the target group in {year}, {others} are on another benefit instead ({share}); {most} grows most ({n}).",
    ),
    "case.moved_none": (
        "Af de {fewer} færre i målgruppen i {year} er ingen i stedet på en anden ydelse.",
        "Of the {fewer} fewer in the target group in {year}, none is on another benefit instead.",
    ),
    "case.net": ("Nettoresultat", "Net result"),
    "payback.by": (
        "Tilbagebetalingstid: investeringen er i gennemsnit tjent hjem {date} (tjent hjem ved periodens udgang: {runs}).",
        "Payback: on average the investment is earned back by {date} (earned back by the end of the period: {runs}).",
    ),
    "payback.never": (
        "Tilbagebetalingstid: investeringen er i gennemsnit ikke tjent hjem ved periodens udgang (tjent hjem: {runs}).",
        "Payback: on average the investment is not earned back by the end of the period (earned back: {runs}).",
    ),
    "payback.none": ("Scenariet koster ingen investering ud over grundlagets.", "The scenario costs no investment beyond the baseline's."),
    "payback.less": (
        "Tilbagebetalingstid: intet at tjene hjem, for scenariet bruger {amount} mindre på indsatser end grundlaget i hele perioden.",
        "Payback: nothing to earn back, for the scenario spends {amount} less on initiatives than its baseline over the whole period.",
    ),
    "payback.word.none": ("Ingen investering", "No investment"),
    "payback.word.less": ("Bruger mindre end grundlaget", "Spends less than its baseline"),
    "payback.word.never": ("Ikke tjent hjem", "Not earned back"),
    "parts.title": (
        "Hvad hver indsats føjer til nettoudgiften til forsørgelse i hele perioden, oven på dem før den",
        "What each initiative adds to net spending on support over the whole period, on top of those before it",
    ),
    "parts.other": ("Andre ændringer", "Other changes"),
    "parts.kroner": ("1.000 kr.", "DKK 1,000"),
    "parts.averaged": ("i snit over\nrækkefølger", "mean over\norders"),
    "parts.note": (
        "Hvad en indsats føjer til, afhænger af dem før den. Sidste kolonne er gennemsnittet over alle rækkefølger.",
        "What an initiative adds depends on which are there before it. The last column is the mean over all orders.",
    ),
    "note.paired": (
        "Hvert par af kørsler har de samme borgere og tilfældigheder; det held, som de deler, er ikke med i forskellen.",
        "Each pair of runs has the same citizens and the same luck; what luck they share is no part of the difference.",
    ),
    "note.noise": (
        "~ Kan være støj: gennemsnittet er mindre end den mindste forskel, som så mange kørsler kan påvise.",
        "~ May be noise: the mean is smaller than the smallest difference that so many runs can show.",
    ),
}
