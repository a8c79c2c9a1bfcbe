"""Texts of the help of verbs that answer a question about scenarios."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "help.run": (
        (
            "Simuler SCENARIE, og vis personer måned for måned, budgettabellen og målene.\n\n"
            "SCENARIE er et navn i ./scenarios eller blandt dem, der følger med, en sti, eller flere sat sammen, fx "
            "kik-ii+small-jobs."
        ),
        (
            "Simulate SCENARIO and print persons month by month, the budget table and the goals.\n\n"
            "SCENARIO is a name in ./scenarios or among those shipped, a path, or a composition such as kik-ii+small-jobs."
        ),
    ),
    "help.compare": (
        (
            "Simuler GRUNDLAG og hvert SCENARIE med samme tilfældigheder, og vis forskellene, målene og business casen.\n\n"
            "A+B sætter to scenarier sammen."
        ),
        (
            "Simulate BASELINE and each SCENARIO with the same luck and print the differences, the goals and the business case.\n\n"
            "A+B composes two scenarios."
        ),
    ),
    "help.compare.details": (
        "Vis også tabellerne for hver ydelse, hvert år og hvert mål af flere scenarier, som ved et enkelt.",
        "Print the tables by benefit, year and goal of several scenarios too, as of a single one.",
    ),
    "help.goals": (
        (
            "Vis målene for SCENARIE: sandsynligheden for hvert på dets dato, måneden, hvor det først nås, og alle på én gang.\n\n"
            "De bedømmes i den valgte tilpasning og i kalibreringens andre. --solve STI --goal ID søger det, der skal til for at "
            "nå et mål. STI er initiatives.ID.programme.slots_per_year eller et andet tal i modellen; kort for en indsats' tal "
            "er ID.slots (job om året), ID.places (pladser), ID.weeks (uger), ID.share (andel), ID.prevents (forebygger), "
            "ID.staff (timer om ugen) og ID.effect (virkningens styrke: 0 ingen, 1 som angivet). De faste udgifter og spændet følger "
            "job og pladser i samme forhold, som `times` i et scenarie giver."
        ),
        (
            "Print the goals of SCENARIO: the probability of each by its date, the month it is first met, and all of them at "
            "once.\n\n"
            "They are judged in the fit chosen and in the calibration's other fits. --solve PATH --goal ID searches for the dose "
            "that meets a goal. PATH is initiatives.ID.programme.slots_per_year or any other number of the model; short for an "
            "initiative's are ID.slots, ID.places, ID.weeks, ID.share, ID.prevents, ID.staff, and ID.effect (the strength of its "
            "effects: 0 none, 1 as declared). Yearly costs and ranges follow slots and places in proportion, as `times` in a "
            "scenario has it."
        ),
    ),
    "help.goals.thresholds": ("Grænsen for et mål, fx et, hvis grænse ikke kendes.", "Threshold of a goal, such as one that is not known."),
    "help.goals.path": (
        "Tallet, der søges, fx initiatives.small-jobs.slots eller small-jobs.effect.",
        "Number to search for, such as initiatives.small-jobs.slots or small-jobs.effect.",
    ),
    "help.goals.goal": ("Målet, som tallet skal nå.", "Goal that the number is to meet."),
    "help.goals.probability": ("Hvor sikkert målet skal nås.", "How surely the goal is to be met."),
    "help.goals.limit": ("Det største tal, der prøves.  [ellers: 8 gange tallet nu]", "Largest number tried.  [default: 8 x]"),
    "help.breakeven": (
        (
            "Find, hvor nettoresultatet af SCENARIE mod GRUNDLAG, lagt sammen til en dato, er nul.\n\n"
            "Det er den mindste virkning (i gange den angivne), den største udgift, eller det antal pladser, hvor det betaler "
            "sig hjem. De faste udgifter følger pladserne i samme forhold."
        ),
        (
            "Find where the net result of SCENARIO against BASELINE, summed to a date, is zero.\n\n"
            "That is the smallest effect (times the one declared), the largest cost, or the number of places at which it pays "
            "back. Yearly costs follow the places in proportion."
        ),
    ),
    "help.breakeven.by": (
        "Årets udgang, hvor det skal være tjent hjem.  [ellers: kørslens sidste]",
        "Year's end by which it is to pay back.  [default: the run's last]",
    ),
    "help.breakeven.vary": (
        "Hvad der varieres: effect virkning, cost udgift, places pladser.  [ellers: virkning, og udgift, hvor der ikke er andet]",
        "What is varied.  [default: effect, and cost where there is nothing else]",
    ),
    "help.breakeven.only": (
        "Indsatsen, der varieres.  [ellers: alle, der er forskellige]",
        "Initiative that is varied.  [default: all that differ]",
    ),
    "help.sensitivity": (
        (
            "Ordn det, der ikke vides, efter hvor meget et hovedtal for SCENARIE afhænger af det.\n\n"
            "Det, der ikke vides, er tilpasningens ubekendte, virkninger, og de tal for indsatser, der har et spænd. Det, en "
            "afbrydelse nåede, spilles ikke igen, og et andet tal fra de samme kørsler kommer straks.\n\n"
            "--method information simulerer intet: den fortæller ud fra kørslerne af `simcase compare GRUNDLAG SCENARIE`, hvad "
            "det er værd at vide mere, før der vælges mellem de to."
        ),
        (
            "Rank what is not known by how much a headline figure of SCENARIO depends on it.\n\n"
            "What is not known: the unknowns of the fit, effects, and numbers of initiatives that have a range. Points that an "
            "interruption left are not played again, and another figure of the same points is told at once.\n\n"
            "--method information plays nothing: it tells from the runs of `simcase compare BASELINE SCENARIO` what it is worth "
            "to know an unknown before choosing between the two."
        ),
    ),
    "help.sensitivity.against": (
        "Spørg om forskellen fra dette scenarie.  [tallet er da ellers: net_result]",
        "Ask of the difference from this scenario.  [default figure: net_result]",
    ),
    "help.sensitivity.method": (
        (
            "tornado: én ad gangen; morris: grov sortering; sobol: andele af spredningen (tilvalget sensitivity); information: "
            "hvad det er værd at vide mere."
        ),
        "One at a time; screening by Morris; shares of variance by Sobol (extra: sensitivity); what knowing is worth.",
    ),
    "help.sensitivity.figure": (
        "Fx net_spending, persons.fleksjob.2021, municipality.i_alt eller goal.kontanthjaelp-800.",
        "Such as net_spending, persons.fleksjob.2021, municipality.i_alt or goal.kontanthjaelp-800.",
    ),
    "help.sensitivity.size": (
        "Baner for morris [ellers: 10], grundpunkter for sobol [64].",
        "Trajectories of Morris [default: 10], base samples of Sobol [64].",
    ),
    "help.portfolio": (
        (
            "Find den blanding af indsatser, der sikrest når mål eller har det bedste nettoresultat, oven på GRUNDLAG og inden "
            "for et budget.\n\n"
            "En INDSATS alene er med eller ej; dose=0..1.5 er gange det, den angiver, places dens pladser eller forløb pr. år, "
            "staff timer om ugen, som den lægger til, med udgifter i forhold. En, som GRUNDLAG har, kan skæres ned. Op til 96 "
            "blandinger spilles med samme tilfældigheder, de bedste længst: højst --replications hver.  [ellers: 640]"
        ),
        (
            "Find the mix of initiatives that meets goals most surely, or has the best net result, beside BASELINE within a "
            "budget.\n\n"
            "An INITIATIVE alone is in or out; dose=0..1.5 is times what it declares, places its places or slots, staff the "
            "hours a week that it adds, with their costs in proportion. One that BASELINE has may be cut. Up to 96 mixes are "
            "played with the same luck, those close to the best longest: at most --replications each.  [default: 640]"
        ),
    ),
    "help.portfolio.choose": ("Hvad der kan vælges af.", "What may be chosen of."),
    "help.portfolio.budget": (
        "Det meste, et år må koste ud over GRUNDLAG.  [ellers: ingen grænse]",
        "Most that any year may cost beyond BASELINE.  [default: no limit]",
    ),
    "help.portfolio.goals": (
        "Mål, der skal nås så sikkert som muligt; flere alle på én gang.",
        "Goal that is to be met most surely; several all at once.",
    ),
    "help.portfolio.by": ("Find i stedet det bedste nettoresultat.", "Have the best net result instead."),
    "help.portfolio.output": (
        "Figur af kroner mod det, de giver: .html, .png, .svg, .pdf eller .json.",
        "Chart of kroner against what they give: .html, .png, .svg, .pdf or .json.",
    ),
    "help.explain": (
        (
            "Vis, hvad SCENARIE indebærer: gennemsnitlig varighed, antal i ligevægt, indsatser; med en STI det tal med kilde og "
            "datakvalitet.\n\n"
            "budget.ÅR.YDELSE skiller et budgettal ad: uger på hvert refusionstrin, satser, indeks, dækning og andel, hver med "
            "sin kilde. Uden --replications læses det af den gemte kørsel, der har flest; er ingen gemt, køres 200.\n\n"
            "Med `law` i stedet for et scenarie: hvad der blev ændret i loven, med dato, kilde og datakvalitet."
        ),
        (
            "Print what SCENARIO implies: mean stays, steady stocks, initiatives; with a PATH, that number with source and grade.\n\n"
            "budget.YEAR.LINE takes a figure of the budget apart: weeks by refusion step, rates, index, take-up and share, each "
            "with its source. Without --replications it is read from the stored run that has most; where none is, 200 are played.\n\n"
            "With `law` in the place of a scenario: what changed in the law, with date, source and grade."
        ),
    ),
    "help.explain.between": ("Årene, hvis ændringer `law` viser.", "Years whose changes `law` lists."),
    "help.trace": (
        (
            "Fortæl en opdigtet borgers liv i SCENARIE; og i et andet med de samme tilfældigheder, og fra hvornår de to liv "
            "skilles.\n\n"
            "Med --everyone skrives i stedet alles forløb, levet efter satserne, som de er angivet, sådan som et register ville "
            "have dem."
        ),
        (
            "Tell the life of a synthetic citizen in SCENARIO; in a second one too, with the same luck, and from when on the two "
            "lives differ.\n\n"
            "With --everyone the spells of all of them are written instead, lived by the rates as stated, as a register would "
            "hold them."
        ),
    ),
    "help.trace.citizen": (
        "Fra 0: dem, der er der fra begyndelsen, derefter dem, der kommer til.",
        "From 0: those there at the start, then arrivals.",
    ),
    "help.trace.everyone": (
        "Skriv alle borgeres forløb, en række hver, som .csv eller .parquet.",
        "Write the spells of all citizens, a row each, as .csv or .parquet.",
    ),
    "help.trace.replication": ("Hvilken kørsel, fra 0.", "Which run, from 0."),
    "help.trace.output": (
        "Figur: .html (uden net), .png, .svg, .pdf eller .json (Vega-Lite); med --everyone .csv eller .parquet.",
        "Chart: .html (offline), .png, .svg, .pdf or .json (Vega-Lite); with --everyone .csv or .parquet.",
    ),
    "help.followup": (
        (
            "Før kørslen af SCENARIE videre fra regnskabet indtil nu: årets ventede regnskab, holdt op mod det oprindelige og "
            "det korrigerede budget.\n\n"
            "Afvigelsen deles i mængde og pris. Personer er månedens gennemsnit, eller fuldtidspersoner i en kolonne med det "
            "navn."
        ),
        (
            "Carry SCENARIO's run on from the accounts so far: expected accounts of the year, held against the original and "
            "corrected budget.\n\n"
            "The deviation is split by volume and price. Persons are averages of the month, or full-time persons in a column of "
            "that name."
        ),
    ),
    "help.followup.actuals": (
        "Regnskab (.xlsx eller .csv): måned, ydelse, brutto, refusion, personer.",
        "Accounts (.xlsx or .csv): month, line, gross, refund, persons.",
    ),
    "help.followup.as_of": ("Sidste dag eller måned af regnskabet, der tæller med.", "Last day or month of the accounts that count."),
    "help.followup.budget": (
        "Korrigeret budget: ydelse, oprindeligt, korrigeret.  [ellers: et ark ved siden af regnskabet]",
        "Corrected budget: line, original, corrected.  [default: a sheet beside the accounts]",
    ),
    "help.followup.refund_lag": ("Måneder, som refusion bogføres senere.", "Months by which refund is booked late."),
    "help.followup.output": ("Skriv også .xlsx, eller en mappe med CSV-filer.", "Also write .xlsx, or a folder of CSV files."),
    "help.forecast": (
        (
            "Forudse personer og kroner måned for måned i SCENARIE ud fra det, der er talt indtil nu.\n\n"
            "To hundrede sandsynlige kommuner spilles, holdes op mod hver måneds tal og flyttes mod det, tallene siger. Det lærte "
            "gemmes: med en måned mere begynder næste forudsigelse dér."
        ),
        (
            "Foresee persons and kroner by month from the counts so far, in SCENARIO.\n\n"
            "Two hundred likely municipalities are played, set beside the counts of each month, and moved towards what they say. "
            "What they taught is kept: with the counts of one month more, the next forecast begins with it."
        ),
    ),
    "help.forecast.counts": (
        (
            "CSV med kolonnerne måned, ydelse, personer; eller tabeller fra Jobindsats, som de hentes, et --counts til hver: "
            "y01a02.xlsx, eller y01a02=FIL, hvor filen hedder noget andet; eller jobindsats for at spørge tjenesten."
        ),
        (
            "CSV with the columns month, line, persons; or tables of Jobindsats as downloaded, one --counts each: y01a02.xlsx, "
            "or y01a02=FILE where the file is called otherwise; or jobindsats, to ask the interface."
        ),
    ),
    "help.forecast.area": (
        "Kommunen, som Jobindsats kalder den.  [ellers: den, filerne er om]",
        "The municipality, as Jobindsats calls it.  [default: the one that the files are of]",
    ),
    "help.forecast.table": (
        "Tabel, som tjenesten spørges om.  [ellers: ydelsernes]",
        "Table that the interface is asked for.  [default: those of the lines]",
    ),
    "help.forecast.since": (
        "Første måned, som tjenesten spørges om.  [ellers: alle, der er]",
        "First month that the interface is asked for.  [default: all there are]",
    ),
    "help.forecast.until": ("Sidste måned, der forudses.", "Last month that is foreseen."),
    "help.forecast.members": ("Mulige kommuner, der læres og spilles.", "Likely municipalities that are learned and played."),
    "help.forecast.output": (
        "Skriv også .xlsx, en mappe med CSV-filer eller en figur: .html, .png, .svg, .pdf eller .json.",
        "Also write .xlsx, a folder of CSV files, or a chart: .html, .png, .svg, .pdf or .json.",
    ),
    "help.forecast.save": (
        "Gem også det lærte som en tilpasning i kalibreringen: `run --fit TILPASNING` trækker de sandsynlige kommuner.",
        "Also keep what was learned as a fit of the calibration: `run --fit FIT` draws the likely places.",
    ),
}
