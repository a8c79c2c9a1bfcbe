"""Texts about files: what is checked, listed and written."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "init.done": (
        "Scenarier, kalibreringer og prøver på kendte år er kopieret: {folder}\n`cd {typed}`, ret i filerne, og prøv: simcase check",
        "Scenarios, calibrations and backtests are copied: {folder}\n`cd {typed}`, edit the files and try: simcase check",
    ),
    "init.municipality": (
        "{folder} er skrevet, skaleret til {persons} indbyggere. Prøv{there}: simcase run as-is --calibration {name}",
        "{folder} is written, scaled to {persons} inhabitants. Try{there}: simcase run as-is --calibration {name}",
    ),
    "init.there": (" i mappen {folder}", " in the folder {folder}"),
    "init.population": (
        "Folketallet er Aabenraas og ikke det rigtige for {name}: angiv det med --population.",
        "The population is Aabenraa's and not that of {name}: state it with --population.",
    ),
    "init.missing": ("Hvad der mangler, og hvad der står i stedet", "What is missing, and what stands in for it"),
    "init.section": ("Mangler", "Missing"),
    "init.of.population": ("befolkning", "population"),
    "init.of.targets": ("tal at tilpasse til", "targets"),
    "init.of.stock": ("antal ved begyndelsen", "stock"),
    "init.of.transitions": ("overgange", "transitions"),
    "init.of.arrivals": ("tilgang", "arrivals"),
    "init.of.staff": ("personale", "staff"),
    "init.of.budget": ("budget", "budget"),
    "init.of.goals": ("mål", "goals"),
    "init.instead": ("I stedet", "Instead"),
    "init.how": ("Egne tal", "Own figures"),
    "init.instead.population": ("Aabenraas aldersfordeling, skaleret (D)", "Aabenraa's ages, scaled (D)"),
    "init.how.population": (
        "simcase import statbank population --calibration {name} --replace",
        "simcase import statbank population --calibration {name} --replace",
    ),
    "init.instead.targets": ("landets andele, bredt usikre (C, D)", "national shares, widely uncertain (C, D)"),
    "init.how.targets": (
        "simcase import jobindsats --calibration {name} --replace",
        "simcase import jobindsats --calibration {name} --replace",
    ),
    "init.instead.stock": ("landets andele, ellers Aabenraas skaleret (C, D)", "national shares, else Aabenraa's scaled (C, D)"),
    "init.how.stock": ("ret stock.yaml", "edit stock.yaml"),
    "init.instead.transitions": ("Aabenraas overgange (D)", "Aabenraa's moves (D)"),
    "init.how.transitions": (
        "simcase import spells FIL --calibration {name}, eller simcase calibrate {name}",
        "simcase import spells FILE --calibration {name}, or simcase calibrate {name}",
    ),
    "init.instead.arrivals": ("Aabenraas tilgang, skaleret (D)", "Aabenraa's arrivals, scaled (D)"),
    "init.how.arrivals": ("ret arrivals.yaml", "edit arrivals.yaml"),
    "init.instead.staff": ("1,35 timer om ugen pr. borger (D)", "1.35 hours a week a citizen (D)"),
    "init.how.staff": ("ret staff.yaml: stillinger på 37 timer", "edit staff.yaml: posts of 37 hours"),
    "init.instead.budget": ("intet: der er ingen plan at holde op imod", "nothing: there is no plan to compare with"),
    "init.how.budget": ("skriv budget.yaml", "write budget.yaml"),
    "init.instead.goals": ("intet: ingen mål bedømmes", "nothing: no goals are judged"),
    "init.how.goals": ("skriv goals.yaml", "write goals.yaml"),
    "municipality.head.calibration": (
        (
            "En kommune, hvis egne tal mangler endnu. Hvad der står i stedet, er nævnt i hver fil.\n"
            "Der mangler et budget (afsnittet `budget`), mål (`goals`) og den verden, som tallene er talt i (`world`)."
        ),
        (
            "A municipality whose figures are still missing. What stands in for them is named in each file.\n"
            "Missing: a budget (section `budget`), goals (`goals`), and the world in which targets were observed (`world`)."
        ),
    ),
    "municipality.head.population": (
        "I STEDET: en anden kommunes aldersfordeling, skaleret. Egne tal: simcase import statbank population --replace",
        "STANDS IN: the ages of another municipality, scaled. Own figures: simcase import statbank population --replace",
    ),
    "municipality.head.stock": (
        "I STEDET: landets andele af de 16- til 66-årige; hvor der ingen er, en anden kommunes, skaleret.",
        "STANDS IN: national shares of those aged 16 to 66; where there are none, another municipality's, scaled.",
    ),
    "municipality.head.transitions": (
        "I STEDET: en anden kommunes overgange. Egne: simcase import spells, eller simcase calibrate, når tallene er egne.",
        "STANDS IN: another municipality's moves. Own ones: simcase import spells, or simcase calibrate once targets are own.",
    ),
    "municipality.head.arrivals": (
        "I STEDET: en anden kommunes tilgang, skaleret.",
        "STANDS IN: another municipality's arrivals, scaled.",
    ),
    "municipality.head.staff": (
        "I STEDET: så mange timer, som den almindelige kontakt med dem, der er der, tager. Egne tal: stillinger på 37 timer med borgere.",
        "STANDS IN: as many hours as the ordinary contact of those in stock takes. Own figures: posts of 37 hours with citizens.",
    ),
    "municipality.head.targets": (
        "I STEDET: landets andele. Egne tal: simcase import jobindsats, og fjern så disse.",
        "STANDS IN: national shares. Own counts: simcase import jobindsats, and then take these away.",
    ),
    "municipality.head.parameters": (
        "Tilpasningens ubekendte, som de er skønnet overalt.",
        "The unknowns of the fit, as they are judged everywhere.",
    ),
    "municipality.head.fit": (
        "Ingen tilpasning: de ubekendte, som de er skønnet, så kørsler viser, hvor lidt der vides. simcase calibrate laver en.",
        "No fit: the unknowns as they are judged, so that runs show how little is known. simcase calibrate makes one.",
    ),
    "check.alone": (
        "{n} af dem er til en kalibrering, som ingen kommune her hviler på: kun læst. simcase init . --municipality NAVN skriver en.",
        "{n} of them are for a calibration that no municipality here stands on: only read. simcase init . --municipality NAME writes one.",
    ),
    "check.good": ("Ingen fejl. Antal filer kontrolleret: {n}.", "No problems. Files checked: {n}."),
    "scenarios.name": ("Navn", "Name"),
    "scenarios.title": ("Titel", "Title"),
    "scenarios.about": ("Kort fortalt", "In short"),
    "scenarios.for": ("Til {calibration}, ikke til {asked}.", "For {calibration}, not {asked}."),
    "scenarios.until": ("Simuleres til {end}.", "Simulated to {end}."),
    "scenarios.scenarios": ("Scenarier", "Scenarios"),
    "scenarios.initiatives": ("Indsatser", "Initiatives"),
    "scenarios.new": (
        "{file} er skrevet. Ret i filen, og prøv den med: simcase check {name}{asked}",
        "{file} is written. Edit it and try it with: simcase check {name}{asked}",
    ),
    "scenarios.new_initiative": (
        (
            "{initiative} og {file} er skrevet. Ret i den første, og prøv med: simcase check {name}{asked}   og   "
            "simcase compare {base} {name}{asked}"
        ),
        (
            "{initiative} and {file} are written. Edit the first and try: simcase check {name}{asked}   and   "
            "simcase compare {base} {name}{asked}"
        ),
    ),
    "skeleton.initiative": (
        "## Indsatsen {name}. ## forklarer næste linje. Ret tallene; fjern '# ' foran det, der også skal gælde. Skriv 1.2 for 1,2.",
        "## The initiative {name}. ## explains the next line. Edit the numbers; take away '# ' before what is to hold too.",
    ),
    "skeleton.states": ("Tilstande, der kan skrives:", "States that can be written:"),
    "skeleton.lines": ("Linjer i budgettet:", "Lines of the budget:"),
    "skeleton.about": ("Skriv her, hvad indsatsen er.", "Write here what the initiative is."),
    "skeleton.source": ("Skriv her, hvor tallet kommer fra.", "Write here where the number comes from."),
    "skeleton.caveat": ("Skriv her, hvad læseren skal vide.", "Write here what readers must know."),
    "skeleton.head": (
        "## Scenariet {name}: hvad der er anderledes end i {base}. ## forklarer; fjern '# ' foran det, der skal gælde.",
        "## The scenario {name}: what differs from {base}. ## explains; take away '# ' before what is to hold.",
    ),
    "skeleton.head_with": (
        "## Scenariet {name}: {base} med indsatsen af samme navn, som står i scenarios/initiatives/{name}.yaml.",
        "## The scenario {name}: {base} with the initiative of the same name, which stands in scenarios/initiatives/{name}.yaml.",
    ),
    "skeleton.title": (
        "## Titlen er det, svar og rapporter kalder scenariet: ret den.",
        "## The title is what answers and reports call the scenario: edit it.",
    ),
    "skeleton.changed": ("Skriv her, hvad scenariet ændrer.", "Write here what the scenario changes."),
    "skeleton.initiatives": (
        "## Indsatser, der kommer til eller ændres. De kendte er:",
        "## Initiatives that are added or changed. Those known are:",
    ),
    "skeleton.set": (
        "## `set` ændrer indsatsens egne tal (fx programme.places.value, window.start, effects.0.hazard_ratio.value), intet andet.",
        "## `set` changes the initiative's own numbers (programme.places.value, window.start, effects.0.hazard_ratio.value), nothing else.",
    ),
    "skeleton.times": (
        "## `times` giver så mange gange af indsatsen: pladser og faste udgifter i samme forhold.",
        "## `times` gives so many times the initiative: its places and yearly costs in proportion.",
    ),
    "skeleton.without": (
        "## Indsatser, der falder bort. Her gælder {used}.",
        "## Initiatives that are left out. Those in force here are {used}.",
    ),
    "skeleton.changes": (
        "## Tal i kalibreringen, der ændres: `to` sætter tallet, `times` ganger det; `from` og `until` siger hvornår. Begrund det.",
        "## Numbers of the calibration that change: `to` sets them, `times` multiplies; `from` and `until` say when. Write a reason.",
    ),
    "skeleton.explain": (
        "## Et tal med kilde og datakvalitet: {command} STI",
        "## A number with its source and grade: {command} PATH",
    ),
    "skeleton.why": ("Begrundelsen.", "The reason."),
    "skeleton.horizon": ("## Den sidste dag, der simuleres.", "## The last day that is simulated."),
}
