"""Texts of what a run shows."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "run.about": (
        "{title} ({scenario}). Kalibrering {calibration}, {rests}, tilfældigheder nr. {seed}, {first} til {last}. Alle tal er simuleret.",
        "{title} ({scenario}). Calibration {calibration}, {rests}, seed {seed}, {first} to {last}. All figures are simulated.",
    ),
    "run.headline": (
        "{title} ({rests}): nettoudgiften til forsørgelse{without} i {year} ventes at blive {net} ({between})",
        "{title} ({rests}): net spending on support{without} in {year} is expected to be {net} ({between})",
    ),
    "run.nine_of_ten": ("i 9 af 10 kørsler {interval}", "in 9 of 10 runs {interval}"),
    "run.mean": ("middel af kørslerne", "the mean of the runs"),
    "run.too_few": ("for få kørsler til et interval", "too few runs for an interval"),
    "rests.fit": ("tilpasning {fit}", "fit {fit}"),
    "rests.unfitted": ("uden tilpasning", "without a fit"),
    "rests.run": ("{n} kørsel", "{n} run"),
    "run.last_year": ("{year}, kørslens sidste år,", "{year}, the last year of the run,"),
    "rests.runs": ("{n} kørsler", "{n} runs"),
    "rests.paired": ("{runs} i par", "{runs} in pairs"),
    "rests.varying": ("kun med {parts}", "with {parts} alone"),
    "rests.none": ("intet varierer", "nothing varies"),
    "rests.number": ("priser fra {file} ({n} tal rettet)", "prices from {file} ({n} number edited)"),
    "rests.numbers": ("priser fra {file} ({n} tal rettet)", "prices from {file} ({n} numbers edited)"),
    "run.over": (
        ", et merforbrug på {more} i forhold til budgettet.",
        ", an overspending of {more} against the budget.",
    ),
    "run.under": (
        ", et mindreforbrug på {more} i forhold til budgettet.",
        ", an underspending of {more} against the budget.",
    ),
    "run.unplanned": (
        "{n} ydelser er uden budget, så den samlede afvigelse kan ikke siges.",
        "{n} lines have no budget, so the total deviation cannot be told.",
    ),
    "run.unplanned_one": (
        "1 ydelse er uden budget, så den samlede afvigelse kan ikke siges.",
        "1 line has no budget, so the total deviation cannot be told.",
    ),
    "run.persons": ("Personer, månedsgennemsnit", "Persons, monthly average"),
    "run.stored": ("Resultaterne er gemt i {folder}", "Results are stored in {folder}"),
    "edge.p05": ("5\u00a0%", "5%"),
    "edge.p95": ("95\u00a0%", "95%"),
    "prices.current": ("årets priser", "current prices"),
    "prices.2019": ("2019-priser", "2019 prices"),
    "budget.title": (
        "Budget {year}, nettoudgift til forsørgelse, 1.000 kr., {prices}",
        "Budget {year}, net spending on support, DKK 1,000, {prices}",
    ),
    "plan.title": ("Planens budget {year}, netto, 1.000 kr.", "The plan's budget {year}, net, DKK 1,000"),
    "plan.support": ("For-\nsørgelse", "Support"),
    "plan.ordinary": ("Ordinær\nindsats", "Ordinary\nmeasures"),
    "plan.investment": ("Investering", "Investment"),
    "plan.sum": ("I alt", "Total"),
    "budget.plan": ("Budget", "Budget"),
    "budget.forecast": ("Ventet", "Expected"),
    "budget.deviation": ("Afvigelse", "Deviation"),
    "budget.between": ("9 af 10 kørsler", "9 of 10 runs"),
    "budget.expected_persons": ("Ventede\nfuldtidsp.", "Expected\nfull-time p."),
    "budget.expected_price": ("Ventet\nnettopris", "Expected\nnet price"),
    "deviation.title": (
        "Afvigelse fra budget {year} på mængde og pris, 1.000 kr.",
        "Deviation from the budget {year} by volume and price, DKK 1,000",
    ),
    "deviation.plan_persons": ("Budgettets\nfuldtidsp.", "Full-time p.\nof budget"),
    "deviation.persons": ("Ventede\nfuldtidsp.", "Expected\nfull-time p."),
    "deviation.plan_price": ("Budgettets\nnettopris", "Net price\nof budget"),
    "deviation.price": ("Ventet\nnettopris", "Expected\nnet price"),
    "deviation.volume": ("Heraf\nmængde", "Of which\nvolume"),
    "deviation.of_price": ("Heraf\npris", "Of which\nprice"),
    "deviation.guess": (
        "{mark} Budgettets personer er skønnet eller uden kilde (datakvalitet D), så fordelingen på mængde og pris er også et skøn.",
        "{mark} The budget's persons are judged or without a source (grade D), so what is volume and what is price is judged too.",
    ),
    "years.title": ("Nettoudgift til forsørgelse pr. år, 1.000 kr., {prices}", "Net spending on support by year, DKK 1,000, {prices}"),
    "measures.kind": ("Art", "Kind"),
    "kind.frame": ("ramme", "frame"),
    "kind.activity": ("aktivitet", "activity"),
    "kind.grant": ("tilskud", "grant"),
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
    "note.net": (
        "Netto er efter statsrefusion og medfinansiering og før bloktilskud (budgetgaranti og beskæftigelsestilskud).",
        "Net is after the state's refund and co-financing, and before block grants (budgetgaranti, beskæftigelsestilskud).",
    ),
    "note.counts": (
        (
            "Tre slags personer: personer tæller hver for én, i gennemsnit over tiden; fuldtidspersoner tæller to på halv ydelse som én; "
            "helårspersoner er bruttoudgiften delt med et helt års fulde sats. En pris er for en fuldtidsperson, hvor intet andet står."
        ),
        (
            "Three counts of persons: persons are each counted whole, on average over time; of full-time persons two on half a benefit are "
            "one; full-year persons are gross spending over the full rate of a year. A price is of a full-time person, unless it says so."
        ),
    ),
    "note.interval.none": (
        "Alle tal er middel af kørslerne. De har ingen intervaller: intet varierer.",
        "Every figure is the mean of the runs. None has an interval: nothing varies.",
    ),
    "note.interval.holds": (
        "Intervaller (5\u00a0% til 95\u00a0% af kørslerne) og sandsynligheder for mål rummer {parts}.",
        "Intervals (5% to 95% of the runs) and probabilities of goals hold {parts}.",
    ),
    "note.interval.averaged": (
        "Tilfældighed er udjævnet over ti kørsler med samme træk.",
        "Chance is averaged over ten runs with the same draws.",
    ),
    "note.interval.without": (
        "De rummer ikke {parts}, nye love, eller at modellen er enklere end virkeligheden.",
        "They do not hold {parts}, new laws, or that the model is simpler than the world.",
    ),
    "note.interval.never": (
        "De rummer ikke nye love, eller at modellen er enklere end virkeligheden.",
        "They do not hold new laws, or that the model is simpler than the world.",
    ),
    "uncertain.chance": ("tilfældighed", "chance"),
    "uncertain.parameters": ("usikkerhed om parametre", "uncertainty about parameters"),
    "uncertain.economy": ("konjunkturens udsving", "the swings of the economy"),
    "list.and": ("{others} og {last}", "{others} and {last}"),
    "note.interval.few": (
        "Intervallerne er for smalle: til 9 af 10 skal der mindst {n} kørsler.",
        "The intervals are too narrow: nine of ten takes at least {n} runs.",
    ),
    "note.rounded": (
        (
            "Hvert tal er afrundet for sig, så en sum kan afvige med en enhed eller to; grænser (5\u00a0% og 95\u00a0%) kan ikke "
            "lægges sammen."
        ),
        "Each figure is rounded by itself, so a sum may be off by a unit or two; the bounds (5% and 95%) do not add up.",
    ),
    "note.unused": (
        "Ikke brugt fra {file}: {n} tal om indsatser, som ikke er med her.",
        "Not used of {file}: {n} numbers of initiatives that have no part here.",
    ),
    "note.unedited": (
        (
            "Intet tal i {file} er anderledes end filernes egne, så alle tal er som uden den: kun gule celler læses, og en rettelse skal "
            "være gemt."
        ),
        (
            "No number in {file} differs from that of the files, so all figures are as without it: only yellow cells are read, and an edit "
            "has to be saved."
        ),
    ),
    "note.learned": (
        (
            "Kørslerne er sandsynlige kommuner, der har lært af månedstal, hver med sine egne tilfældigheder: i den sidste måned, der er "
            "talt, ligger de omkring tallet og begynder ikke ved det, som `simcase forecast` gør."
        ),
        (
            "The runs are likely municipalities that have learned from monthly counts, each with luck of its own: in the last month "
            "counted they lie about the count and do not begin at it, as `simcase forecast` does."
        ),
    ),
    "note.lent": (
        (
            "{n} af {of} tal om borgerne og deres skift er lånt af en anden kommune: det er en kommune, der ligner, ikke denne. Indsatsers "
            "pladser og kroner er, som de står i deres filer, og ikke gjort større eller mindre."
        ),
        (
            "{n} of {of} numbers of citizens and their moves are lent by another municipality: this is one like it, not this one. Places "
            "and kroner of initiatives are as their files have them, made neither larger nor smaller."
        ),
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
