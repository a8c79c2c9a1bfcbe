"""Texts of the help of imports and backtests."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "help.import": (
        (
            "Hent egne tal ind: forløb, Jobindsats, Danmarks Statistik, statens filer om refusion.\n\n"
            "Det, der ligner et CPR-nummer, standser en import, undtagen hvor det ventes: dér læses det kun som én borger eller "
            "en anden."
        ),
        (
            "Bring in figures of your own: spell histories, Jobindsats, StatBank Denmark, the state's files on refund.\n\n"
            "What looks like a CPR number stops an import, but where it is expected: there it is read as no more than one "
            "citizen or another."
        ),
    ),
    "help.import.jobindsats": (
        (
            "Skriv fuldtidspersoner på hver ydelse som tal, --calibration tilpasses til, og alt, der er talt, som en serie ved "
            "siden af.\n\n"
            "FIL er, som den hentes (.xlsx, eller .csv med semikolon). Uden FIL spørges tjenesten med adgangskoden i "
            "miljøvariablen SIMCASE_JOBINDSATS_TOKEN, som aldrig gemmes eller vises. Svar gemmes et døgn."
        ),
        (
            "Write full-time persons by benefit as targets of --calibration, and all that was counted as a series beside them.\n\n"
            "FILE is as downloaded (.xlsx, or .csv with semicolons). Without FILE the interface is asked, with the token in the "
            "environment variable SIMCASE_JOBINDSATS_TOKEN, which is never stored or shown. Answers are kept for a day."
        ),
    ),
    "help.import.jobindsats.table": (
        "Tabel, der spørges om, fx y01a02, eller den, FIL er.  [ellers: alle undtagen y60a02]",
        "Table asked for, such as y01a02, or the one in FILE.  [default: all but y60a02]",
    ),
    "help.import.jobindsats.fit": (
        "Tilpasningen, som de nye tal er til.  [ellers: counts-ÅR]",
        "The fit that new targets inform.  [default: counts-YEAR]",
    ),
    "help.import.statbank": (
        (
            "Skriv befolkningen efter alder 1. januar, eller årets fuldtidsmodtagere på hver ydelse som tal, der tilpasses til, "
            "i --calibration.\n\n"
            "Danmarks Statistik spørges om kommunen ved navn eller kode. population er befolkningen, recipients modtagerne. Svar "
            "gemmes et døgn."
        ),
        (
            "Write the population by age of 1 January, or yearly full-time recipients by benefit as targets, into --calibration.\n\n"
            "StatBank Denmark is asked for the municipality by name or code. Answers are kept for a day."
        ),
    ),
    "help.import.statbank.table": (
        "Tabel i Statistikbanken.  [ellers: FOLK1A til population, AUK01 til recipients]",
        "Table of StatBank.  [default: FOLK1A for population, AUK01 for recipients]",
    ),
    "help.import.statbank.variables": ("Endnu en variabel i tabellen: KØN=TOT.", "A further variable of the table: KØN=TOT."),
    "help.import.statbank.mapping": (
        "Hvad en ydelse i tabellen står for: 'Dagpenge=a_dagpenge'.",
        "What a benefit in the table stands for: 'Dagpenge=a_dagpenge'.",
    ),
    "help.import.statbank.bulk": ("Spørg i formatet BULK, til store tabeller.", "Ask in the format BULK, for large tables."),
    "help.import.statbank.fit": (
        "Tilpasningen, som de nye tal er til.  [ellers: counts-ÅR]",
        "The fit that new targets inform.  [default: counts-YEAR]",
    ),
    "help.import.spells": (
        (
            "Skøn ud fra FIL (.csv eller .parquet), hvor ofte borgere skifter mellem tilstande, og skriv det som en kalibrering.\n\n"
            "En række pr. forløb med kolonnerne person (et pseudonym, intet CPR-nummer), state (tilstand), start, end (slut; "
            "tom: det går videre), birth_year (fødselsår) eller age (alder ved start) og, hvis den kendes, segment (gruppe). "
            "Rater skønnes efter varighed, alder og gruppe, hvor der er skift nok, og tages ellers fra --calibration. Intet om "
            "enkelte personer skrives.\n\n"
            "Med --mapping kan FIL kalde ting noget andet, eller have en række pr. person med koder uge for uge som i DREAM. "
            "Filen er YAML: `columns: {{person: id}}`, `states: {{a_dagpenge: [111-118]}}`, `blank: employment`, og `weeks: y_`, "
            "hvor kolonnerne y_1801, y_1802, ... har koder."
        ),
        (
            "Estimate from FILE (.csv or .parquet) how often citizens move between states, and write that as a calibration.\n\n"
            "One row a spell, columns: person (a pseudonym, no CPR number), state, start, end (empty: it goes on), birth_year or "
            "age (at the start), and segment if known. Rates are estimated by duration, age and segment where there are moves "
            "enough, and else kept from --calibration. Nothing of single persons is written.\n\n"
            "With --mapping FILE may call things otherwise, or hold a row a person with weekly codes as in DREAM. The mapping is "
            "YAML: `columns: {{person: id}}`, `states: {{a_dagpenge: [111-118]}}`, `blank: employment`, and `weeks: y_` where "
            "columns y_1801, y_1802, ... hold codes."
        ),
    ),
    "help.import.spells.name": (
        "Navnet på den kalibrering, der skrives.  [ellers: som --calibration med -spells]",
        "Name of the calibration that is written.  [default: that of --calibration with -spells]",
    ),
    "help.import.spells.mapping": (
        "Hvad kolonner og koder i FIL står for, som sagt ovenfor.",
        "What columns and codes of FILE stand for, as said above.",
    ),
    "help.import.spells.gap": (
        "Hvor borgere er mellem forløb og efter det sidste; 'unknown', hvor ingen ved det.",
        "Where citizens are between spells and after the last one; 'unknown' where nobody knows.",
    ),
    "help.import.spells.first": (
        "Første dag i materialet.  [ellers: dagen før den tidligste slutdag]",
        "First day observed.  [default: the day before the earliest end]",
    ),
    "help.import.spells.last": (
        "Sidste dag i materialet.  [ellers: den seneste dag i FIL]",
        "Last day observed.  [default: the latest day in FILE]",
    ),
    "help.import.spells.end": (
        "Hvad slut er: day-after den første dag efter forløbet, last-day dets sidste dag.",
        "What an end is: the first day after the spell, or the last day of it.",
    ),
    "help.import.spells.output": ("Skriv også beretningen som en side (.html).", "Write the report as a page (.html) as well."),
    "help.import.spells.picture": (
        "Tegn, hvor længe forløb varer: .html, .png, .svg, .pdf, .json.",
        "Draw survival: .html, .png, .svg, .pdf, .json.",
    ),
    "help.import.ydelsesrefusion": (
        (
            "Læg FIL..., som staten sender hver uge, sammen efter ydelse og måned: kroner udbetalt, kroner refunderet, og "
            "personer.\n\n"
            "Filerne må overlappe: en række, der står der to gange, tæller én gang, rettelser lægges sammen efter uge, borger og "
            "ydelse, og det, der bliver til intet, er ude. En uge deles mellem måneder efter dens dage. Intet om enkelte "
            "personer gemmes eller vises.\n\n"
            "Refusionen er månedens egne udbetalingers, så `followup` skal have --refund-lag 0."
        ),
        (
            "Add up FILE..., which the state sends each week, by benefit and month: kroner paid, kroner refunded, and persons.\n\n"
            "Files may overlap: a row that is there twice counts once, corrections are added by week, citizen and benefit, and "
            "what comes to nothing is left out. A week is shared between months by its days. Nothing of single persons is kept "
            "or shown.\n\n"
            "Refund is that of the month's own payments, so `followup` is asked with --refund-lag 0."
        ),
    ),
    "help.import.ydelsesrefusion.area": (
        "Kommunen, der betaler.  [ellers: som --calibration hedder]",
        "The municipality that pays.  [default: as --calibration is called]",
    ),
    "help.import.ydelsesrefusion.benefit": (
        "Budgettets linje for en ydelse, som FIL kalder den.",
        "The budget line of a benefit as FILE calls it.",
    ),
    "help.import.ydelsesrefusion.output": (
        "Skriv regnskabet (.csv), som `followup --actuals` læser.",
        "Write the accounts (.csv), which `followup --actuals` reads.",
    ),
    "help.import.ydelsesrefusion.steps": (
        "Skriv andelen af borgere på hvert refusionstrin (.csv).",
        "Write the shares of citizens by refusion step (.csv).",
    ),
    "help.import.ydelsesrefusion.stock": (
        "Skriv andelene i begyndelsesmåneden ind i kalibreringens beholdning her.",
        "Write the shares of the month of the start into the stock of the calibration here.",
    ),
    "help.backtest": (
        (
            "Forudsig en kendt fortid ud fra det, der vidstes dengang, og hold det op mod, hvad der kom; uden kommando: run.\n\n"
            "En prøve er en mappe i ./backtests eller blandt dem, der følger med: hvad der vidstes, en verden, og hvad der kom, "
            "som forudsigelsen aldrig ser."
        ),
        (
            "Forecast a known past from what was known at the time, and score it against what came after; without a command: run.\n\n"
            "A case is a folder in ./backtests, or among those shipped: what was known, a world, and what came after, which the "
            "forecast never sees."
        ),
    ),
    "help.backtest.list": (
        "Vis prøverne: hvornår de forudsiger fra, hvor langt frem, kendte udfald, og gemte forudsigelser.",
        "List the cases: when the forecast is made, how far it reaches, outcomes known, forecasts stored.",
    ),
    "help.backtest.run": (
        (
            "Forudsig hver PRØVE, alle hvor ingen er nævnt, og bedøm dem: CRPS ved siden af enkle forudsigelser, og hvor mange "
            "udfald der ligger i intervallet.\n\n"
            "En gemt forudsigelse bedømmes, som den blev lavet. Afslutningskode 3, hvor en enkel forudsigelse ikke er slået."
        ),
        (
            "Forecast the CASEs, all where none is named, and score them: CRPS beside naive forecasts, and how many outcomes lie "
            "in the interval.\n\n"
            "A forecast that is stored is scored as it was made. Exit code 3 where a naive forecast is not beaten."
        ),
    ),
    "help.backtest.run.shocks": (
        "Forudsig også med dette scenarie sat sammen med prøvens.",
        "Also forecast with this scenario composed onto the case's.",
    ),
    "help.backtest.score": (
        (
            "Bedøm hver gemt forudsigelse af PRØVE, som den blev lavet, mod det, der vides nu; intet simuleres.\n\n"
            "Afslutningskode 3, hvor en enkel forudsigelse ikke er slået."
        ),
        (
            "Score every stored forecast of the CASEs against what is known by now, as it was made; nothing is simulated.\n\n"
            "Exit code 3 where a naive forecast is not beaten."
        ),
    ),
    "help.backtest.add-outcome": (
        (
            "Føj udfaldene i FIL til en prøve i ./backtests; uden PRØVE til den, som filen nævner.\n\n"
            "Intet ændres, hvor der står et andet tal i forvejen. Tidligere forudsigelser bedømmes, som de blev lavet."
        ),
        (
            "Add the outcomes of FILE to a case in ./backtests; without CASE to the one that the file names.\n\n"
            "Nothing is changed where one stands there already with another value. Forecasts made before are scored as they were "
            "made."
        ),
    ),
    "help.backtest.panel": (
        (
            "Forudse mange steders månedstal ud fra det, der vidstes til hver tid, og bedøm det ved siden af fire enkle "
            "forudsigelser.\n\n"
            "TAL.csv har kolonnerne place (sted), period (måned), measure (hvad der er talt) og value (tal), en række pr. måned, "
            "fx 2023-06. Ingen forudsigelse får tal fra måneder efter sit udgangspunkt. Steder med huller, eller med færre end "
            "50 personer i gennemsnit, er ikke med."
        ),
        (
            "Foresee monthly counts of many places from what was known at each origin, and score them beside four simple "
            "forecasts.\n\n"
            "COUNTS.csv has the columns place, period, measure and value, a row a month such as 2023-06. No forecast is given a "
            "count of a month after its origin. Places with gaps, or fewer than 50 persons on average, are left out."
        ),
    ),
    "help.backtest.panel.method": (
        ("Hvem der forudser: last sidste tal, year samme måned året før, line en ret linje, smoothing udglatning, eller model modellen."),
        "Who foresees: last, year, line, smoothing, or model.",
    ),
    "help.backtest.panel.measure": (
        "Hvad der er talt, som det hedder i TAL.csv.  [ellers: kontanthjaelp_fulltime og unemployed_a_dagpenge]",
        "Measure in COUNTS.csv.  [default: kontanthjaelp_fulltime and unemployed_a_dagpenge]",
    ),
    "help.backtest.panel.places": (
        "Sted, der forudses; flere med flere --places.  [ellers: alle]",
        "Place that is foreseen; several by several --places.  [default: all]",
    ),
    "help.backtest.panel.origins": (
        "Første og sidste måned, som der forudses fra udgangen af.",
        "First and last month that a forecast is made from the end of.",
    ),
    "help.backtest.panel.ahead": ("Måneder, der forudses.", "Months that are foreseen."),
    "help.backtest.panel.output": (
        (
            "Forudsigelser som .csv (place, origin, period, measure og fraktiler), eller en figur af bedømmelsen: .html, .png, "
            ".svg, .pdf eller .json."
        ),
        ("Forecasts as .csv (place, origin, period, measure, quantiles), or a chart of the scores: .html, .png, .svg, .pdf or .json."),
    ),
}
