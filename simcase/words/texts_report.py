"""Texts of a report that is a page."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "report.title": ("{title}: hvad simuleringen viser", "{title}: what the simulation shows"),
    "report.title_case": ("{title} holdt op imod {base}", "{title} against {base}"),
    "report.about": (
        "{calibration}, {rests}. {first} til {last}. Alle personer og tal er simuleret.",
        "{calibration}, {rests}. {first} to {last}. All persons and figures are simulated.",
    ),
    "report.simulated": ("simuleret", "simulated"),
    "report.contents": ("Indhold", "Contents"),
    "report.assumptions": ("Forudsætninger", "Assumptions"),
    "report.manifest": ("Sådan gentages det", "How to repeat it"),
    "report.repeat": ("Disse kommandoer giver de samme tal:", "These commands give the same figures:"),
    "report.csv": ("Hent tallene (CSV)", "Get the figures (CSV)"),
    "report.nine_of_ten": ("9 af 10 kørsler: {interval}", "9 of 10 runs: {interval}"),
    "report.noise": ("Kan være støj.", "May be noise."),
    "report.key.of": ("{what} ({title})", "{what} ({title})"),
    "report.key.net": ("Nettoudgift til forsørgelse {year}", "Net spending on support {year}"),
    "report.key.deviation": ("Afvigelse fra budgettet {year}", "Deviation from the budget {year}"),
    "report.key.plan_is": ("Budget: {plan}", "Budget: {plan}"),
    "report.key.persons": ("Personer på forsørgelse {year}, gennemsnit", "Persons on support {year}, average"),
    "report.key.goals": ("Mål, der oftere nås end ikke", "Goals met more often than not"),
    "report.key.goals_of": ("{n} af {all}", "{n} of {all}"),
    "report.key.goals_how": ("I mindst halvdelen af kørslerne", "In at least half of the runs"),
    "report.key.more_persons": ("Forskel i personer {year}", "Difference in persons {year}"),
    "report.key.more_kroner": ("Forskel i nettoudgift {year}", "Difference in net spending {year}"),
    "report.key.saved": ("Sparet forsørgelse: {saved}", "Saved support: {saved}"),
    "report.key.result": ("Kommunens nettoresultat {years}", "The municipality's net result {years}"),
    "report.key.investment": ("Investering {years}", "Investment {years}"),
    "report.assume.title": ("Hvad indsatserne i '{title}' forudsætter", "What the initiatives of '{title}' assume"),
    "report.assume.what": ("Forudsætning", "Assumption"),
    "report.assume.value": ("Værdi (spænd)", "Value (range)"),
    "report.assume.grade": ("Datakvalitet", "Grade"),
    "report.assume.source": ("Kilde", "Source"),
    "report.assume.of": ("{initiative}: {what}", "{initiative}: {what}"),
    "report.assume.effects": ("afgang til {exits} ganges med", "exits to {exits} are multiplied by"),
    "report.assume.during": ("under forløbet ganges afgang til {exits} med", "while it lasts, exits to {exits} are multiplied by"),
    "report.assume.after": ("efter forløbet ganges afgang til {exits} med", "afterwards, exits to {exits} are multiplied by"),
    "report.assume.prevents": ("andel af tilgangen, der forebygges", "share of entries that is prevented"),
    "report.assume.places": ("pladser", "places"),
    "report.assume.slots_per_year": ("nye job om året", "new jobs a year"),
    "report.assume.drop_out_per_year": ("frafald om året", "drop-out a year"),
    "report.assume.wage": ("løn om måneden, kr.", "wage a month, DKK"),
    "report.assume.kroner_per_place": ("kr. om året pr. plads", "DKK a year for each place"),
    "report.assume.kroner_per_start": ("kr. pr. forløb", "DKK for each start"),
    "report.assume.cost": ("omkostning i {year}, kr. ({line})", "cost in {year}, DKK ({line})"),
    "report.split.title": (
        "Usikkerheden i nettoudgiften {year}: spredning, mio. kr.",
        "Uncertainty of net spending {year}: standard deviation, DKK million",
    ),
    "report.split.chance": ("Tilfældighed", "Chance"),
    "report.split.parameters": ("Parametre", "Parameters"),
    "report.split.economy": ("Konjunktur", "Economy"),
    "report.split.together": ("I alt", "Together"),
    "report.split.unseen": ("kan ikke skelnes", "cannot be told"),
    "report.split.note": (
        (
            "Tilfældighed: hvad der hænder den enkelte borger. Parametre: at vi ikke kender verden nøjagtigt. "
            "Konjunktur: at arbejdsmarkedet kan gå op og ned. "
            "Hvor så mange kørsler ikke kan skelne en del fra de andre, står det der; det betyder ikke, at den er 0."
        ),
        (
            "Chance: what happens to each citizen. Parameters: that the world is not known exactly. "
            "Economy: that the labour market may go up and down. "
            "Where so many runs cannot tell a part from the others, it says so; it does not mean that it is 0."
        ),
    ),
    "report.manifest.title": ("Kørsler", "Runs"),
    "report.manifest.id": ("Kørsel", "Run"),
    "report.manifest.scenario": ("Scenarie", "Scenario"),
    "report.manifest.calibration": ("Kalibrering", "Calibration"),
    "report.manifest.fit": ("Tilpasning", "Fit"),
    "report.manifest.replications": ("Gentagelser", "Replications"),
    "report.manifest.seed": ("Startværdi for tilfældigheder", "Seed"),
    "report.manifest.uncertainty": ("Usikkerhed", "Uncertainty"),
    "report.uncertainty.none": ("ingen", "none"),
    "report.manifest.assumptions": ("Rettede priser fra", "Edited prices from"),
    "report.manifest.workbook": ("{file} (aftryk {digest})", "{file} (digest {digest})"),
    "report.manifest.edited": ("Rettede tal", "Edited numbers"),
    "report.manifest.command": ("Gentages med", "Repeated by"),
    "report.manifest.from": ("Fra", "From"),
    "report.manifest.to": ("Til", "To"),
    "report.manifest.simcase": ("Udgave af simcase", "Version of simcase"),
    "report.manifest.code": ("Kildekodens aftryk", "Digest of the code"),
    "report.manifest.model": ("Modellens aftryk", "Digest of the model"),
}
