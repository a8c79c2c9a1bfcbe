"""Texts of imports."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "import.spells": (
        "{spells} forløb for {persons} borgere, iagttaget {first} til {last}. {censored} var ikke slut.",
        "{spells} spells of {persons} citizens, observed {first} to {last}. {censored} had not ended.",
    ),
    "import.undated": (
        "{n} forløb begyndte på en ukendt dag og er ikke talt med i hasarderne.",
        "{n} spells began on an unknown day and are left out of the hazards.",
    ),
    "import.hazards": ("Overgange om året, skønnet af forløbene", "Moves a year, estimated from the spells"),
    "import.from": ("Fra", "From"),
    "import.to": ("Til", "To"),
    "import.moves": ("Overgange", "Moves"),
    "import.years": ("Personår", "Person-years"),
    "import.rate": ("Pr. år", "A year"),
    "import.interval": ("9 af 10", "9 of 10"),
    "import.prior": ("Kalibreringen\nsagde", "Calibration\nsaid"),
    "import.by_rule": (
        "Overgange, som en lovbestemt afgørelse kan have gjort, er ikke talt med.",
        "Moves that a statutory decision may have made are left out.",
    ),
    "import.kept": (
        "{n} overgange har færre end {least} tilfælde og beholder kalibreringens tal.",
        "{n} moves have fewer than {least} cases and keep the calibration's figures.",
    ),
    "import.impossible": (
        "Set, selv om kalibreringen siger, at det ikke sker: {moves}.",
        "Seen, though the calibration says that it does not happen: {moves}.",
    ),
    "import.survival": (
        "Stadig i tilstanden efter så mange uger, pct.: set (Aalen-Johansen) og ifølge hasarderne",
        "Still in the state after so many weeks, per cent: seen (Aalen-Johansen) and by the hazards",
    ),
    "import.state": ("Tilstand", "State"),
    "import.weeks": ("{n} uger", "{n} weeks"),
    "import.few": ("færre end 5", "fewer than 5"),
    "import.head.jobindsats": (
        (
            "Tilpasningsmål. De fra Jobindsats er årsgennemsnit af fuldtidspersoner (`Antal fuldtidspersoner`).\n"
            "Deres standardfejl er tilfældighed (kvadratroden af tallet) og senere rettelser (2,5\u00a0% af det)."
        ),
        (
            "Targets. Those of Jobindsats are yearly averages of full-time persons (`Antal fuldtidspersoner`).\n"
            "Their standard error is chance (the root of the count) and later revisions (2.5% of it)."
        ),
    ),
    "import.head.recipients": (
        (
            "Tilpasningsmål. De fra Danmarks Statistik er årsgennemsnit af fuldtidspersoner.\n"
            "Deres standardfejl er tilfældighed (kvadratroden af tallet) og senere rettelser (2,5\u00a0% af det)."
        ),
        (
            "Targets. Those of StatBank Denmark are yearly averages of full-time persons.\n"
            "Their standard error is chance (the root of the count) and later revisions (2.5% of it)."
        ),
    ),
    "import.head.population": (
        "Personer efter alder i hele år; de 16-årige og ældre til folkepensionsalderen simuleres.",
        "Persons by single year of age; those from 16 to state pension age are simulated.",
    ),
    "import.head.stock": (
        "Personer i hver tilstand ved begyndelsen; refusion_steps er lavet af statens ugentlige filer om refusion.",
        "Persons in each state at the start; refusion_steps is made from the state's weekly files on refund.",
    ),
    "import.written": (
        "Kalibreringen er gemt i {folder}. Tilpas den til tilpasningsmålene med: simcase calibrate {name}",
        "The calibration is stored in {folder}. Fit it to its targets with: simcase calibrate {name}",
    ),
    "import.targets": (
        "Nye tilpasningsmål, fuldtidspersoner i gennemsnit om året",
        "New targets, full-time persons on average over the year",
    ),
    "import.target": ("Tilpasningsmål", "Target"),
    "import.states": ("Tilstande", "States"),
    "import.value": ("Antal", "Count"),
    "import.se": ("Standardfejl", "Standard error"),
    "import.fit": (
        "Tilpas til dem med: simcase calibrate {name} --fit {fit}",
        "Fit to them with: simcase calibrate {name} --fit {fit}",
    ),
    "import.files": ("Gemt: {files}", "Stored: {files}"),
    "chart.survival.seen": ("Set", "Seen"),
    "chart.survival.hazards": ("Ifølge hasarderne", "By the hazards"),
    "chart.survival.weeks": ("Uger siden starten", "Weeks since entry"),
    "chart.survival.share": ("Stadig i tilstanden", "Still in the state"),
    "chart.survival.kind": ("Kurve", "Curve"),
    "chart.survival.subtitle": (
        "Andel, der stadig er i tilstanden: set i forløbene (Aalen-Johansen) og ifølge de skønnede hasarder.",
        "Share still in the state: as seen in the spells (Aalen-Johansen) and by the hazards estimated.",
    ),
    "chart.survival.description": (
        "{title}. To kurver for hver tilstand, andel mod uger siden starten: {states}.",
        "{title}. Two curves for each state, share against weeks since entry: {states}.",
    ),
    "trace.register": (
        "{persons} syntetiske borgeres forløb er gemt i {file}. Ingen af dem findes.",
        "The spells of {persons} synthetic citizens are stored in {file}. None of them exists.",
    ),
}
