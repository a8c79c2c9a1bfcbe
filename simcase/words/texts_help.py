"""Texts of the help that all verbs share: headings, options, what stands in capitals, and what is said where no verb is given."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "help.usage": ("Brug: ", "Usage: "),
    "help.options": ("Valg", "Options"),
    "help.commands": ("Kommandoer", "Commands"),
    "help.examples": ("Eksempler", "Examples"),
    "help.envvar": ("miljøvariabel: {names}", "env var: {names}"),
    "help.default": ("ellers: {value}", "default: {value}"),
    "help.required": ("skal angives", "required"),
    "help.option.click_default_help": ("Vis denne hjælp.", "Show this help."),
    "help.option.version": ("Vis programmets version.", "Show the version."),
    "help.option.calibration": ("Kommune og år.", "Municipality and year."),
    "help.option.fit": (
        "budget-2019 følger planen, counts-2019 det talte.  [ellers: kalibreringens egen]",
        "budget-2019 follows the plan, counts-2019 the counts.  [default: the calibration's]",
    ),
    "help.option.first": ("Første dag, måned eller år, der vises.", "First day, month or year reported."),
    "help.option.last": ("Sidste dag, måned eller år, der vises.", "Last day, month or year reported."),
    "help.option.replications": (
        "Antal kørsler, eller auto: til tallene er sikre nok.  [ellers: auto]",
        "Number of runs, or auto: until precise.  [default: auto]",
    ),
    "help.option.seed": ("Samme tal, samme tilfældigheder.", "Same seed, same luck."),
    "help.option.workers": ("Processer; resultatet afhænger ikke af det.", "Processes; the result does not depend on it."),
    "help.option.cluster": (
        "Kør på flere maskiner med Dask, fx tcp://10.0.0.5:8786 (tilvalget cluster).",
        "Play on a Dask cluster, such as tcp://10.0.0.5:8786 (extra: cluster).",
    ),
    "help.option.uncertainty": (
        (
            "Hvad der varierer mellem kørsler: none intet, chance tilfældighed, parameters det, der ikke vides, economy "
            "konjunkturen, all det hele; dele forbindes med +. Et gennemsnit er altid over mange kørsler."
        ),
        "What varies between runs, parts joined by +; a mean is over many runs in any case.",
    ),
    "help.option.prices": ("Prisniveau: current er årets egne priser.", "Price level."),
    "help.option.discount": (
        "Årlig rente, som en business case tilbagediskonteres med, fx 0.035.",
        "Rate a year at which a business case is discounted, such as 0.035.",
    ),
    "help.option.assumptions": (
        "Regneark fra en rapport, hvis priser, satser og indsatser gælder i stedet.",
        "Workbook of a report whose prices, rates and measures hold instead.",
    ),
    "help.option.results": ("Mappe med resultater.", "Folder of results."),
    "help.option.as_json": ("Skriv ét JSON-dokument til programmer.", "Print one JSON document."),
    "help.option.as_csv": ("Skriv én lang CSV-tabel til programmer.", "Print one long CSV table."),
    "help.option.log_file": ("Føj en linje JSON pr. kørsel til denne fil.", "Add a line of JSON a replication to this file."),
    "help.option.lang": (
        "Sproget: da dansk, en engelsk; gælder også foran kommandoen.  [ellers: computerens]",
        "Language, also taken before the command.  [default: the locale's]",
    ),
    "help.option.progress": (
        "auto: det, der passer til, hvor du er; json: linjer med JSON om, hvor langt arbejdet er, til et andet program.",
        "auto: as fits where you are; json: lines of JSON on stderr that tell how far the work is.",
    ),
    "help.option.quiet": ("Ingen fremdrift og ingen bemærkninger.", "No progress and no remarks."),
    "help.option.area": ("Kommunen.  [ellers: som --calibration hedder]", "The municipality.  [default: as --calibration is called]"),
    "help.option.years": (
        "Det seneste bliver det, der tilpasses til.  [ellers: som --calibration hedder]",
        "The latest becomes targets.  [default: as --calibration is called]",
    ),
    "help.option.refresh": ("Spørg igen, uanset hvilke svar der er gemt.", "Ask again, whatever is kept of earlier answers."),
    "help.option.replace": (
        "Skriv et afsnit, der er der i forvejen, på ny; den gamle fil gemmes som .old.",
        "Write a section anew that is there already; the old file is kept as .old.",
    ),
    "help.option.only": (
        "Rækker, der tæller, hvor en måned har flere: 'Køn=I alt'.",
        "Rows that count, where a month has several: 'Køn=I alt'.",
    ),
    "help.option.url": ("Tjenestens adresse.", "Address of the service."),
    "help.option.output": (
        "Figur: .html (uden net), .png, .svg, .pdf, .json (Vega-Lite) eller .csv.",
        "Chart: .html (offline), .png, .svg, .pdf, .json (Vega-Lite) or .csv.",
    ),
    "help.word.ADDRESS": ("ADRESSE", "ADDRESS"),
    "help.word.ARGS": ("MERE", "ARGS"),
    "help.word.BASELINE": ("GRUNDLAG", "BASELINE"),
    "help.word.CALIBRATION": ("KALIBRERING", "CALIBRATION"),
    "help.word.CASE": ("PRØVE", "CASE"),
    "help.word.CODE": ("KODE", "CODE"),
    "help.word.COLUMN": ("KOLONNE", "COLUMN"),
    "help.word.COMMAND": ("KOMMANDO", "COMMAND"),
    "help.word.COUNTS": ("TAL", "COUNTS"),
    "help.word.DATE": ("DATO", "DATE"),
    "help.word.DAYS": ("DAGE", "DAYS"),
    "help.word.DIR": ("MAPPE", "DIR"),
    "help.word.FIGURE": ("TAL", "FIGURE"),
    "help.word.FILE": ("FIL", "FILE"),
    "help.word.FIRST": ("FØRSTE", "FIRST"),
    "help.word.FIT": ("TILPASNING", "FIT"),
    "help.word.GOAL": ("MÅL", "GOAL"),
    "help.word.HIGH": ("HØJST", "HIGH"),
    "help.word.ID": ("ID", "ID"),
    "help.word.INITIATIVE": ("INDSATS", "INITIATIVE"),
    "help.word.INTEGER": ("HELT", "INTEGER"),
    "help.word.KIND": ("SLAGS", "KIND"),
    "help.word.KRONER": ("KRONER", "KRONER"),
    "help.word.LAST": ("SIDSTE", "LAST"),
    "help.word.LINE": ("YDELSE", "LINE"),
    "help.word.LOW": ("LAVEST", "LOW"),
    "help.word.MONTH": ("MÅNED", "MONTH"),
    "help.word.MONTHS": ("MÅNEDER", "MONTHS"),
    "help.word.NAME": ("NAVN", "NAME"),
    "help.word.NUMBER": ("TAL", "NUMBER"),
    "help.word.OPTIONS": ("VALG", "OPTIONS"),
    "help.word.PAGE": ("SIDE", "PAGE"),
    "help.word.PATH": ("STI", "PATH"),
    "help.word.PICTURE": ("BILLEDE", "PICTURE"),
    "help.word.PORT": ("PORT", "PORT"),
    "help.word.RANGE": ("TAL", "RANGE"),
    "help.word.RATE": ("RENTE", "RATE"),
    "help.word.RUN": ("KØRSEL", "RUN"),
    "help.word.SCENARIO": ("SCENARIE", "SCENARIO"),
    "help.word.STATE": ("TILSTAND", "STATE"),
    "help.word.TABLE": ("TABEL", "TABLE"),
    "help.word.TEXT": ("TEKST", "TEXT"),
    "help.word.VALUE": ("VÆRDI", "VALUE"),
    "help.word.YAML": ("YAML", "YAML"),
    "help.word.YEAR": ("ÅR", "YEAR"),
    "help": (
        "Forudse, hvor mange borgere i en dansk kommune der lever på hver ydelse, hvad det koster, og hvad en indsats ændrer.",
        ("Foresee how many citizens of a Danish municipality live on each benefit, what it costs, and what an initiative changes."),
    ),
    "help.completion": (
        (
            'Udfyldning med tabulator: skriv `eval "$(_SIMCASE_COMPLETE=bash_source simcase)"` i ~/.bashrc (zsh: zsh_source; '
            "fish: `_SIMCASE_COMPLETE=fish_source simcase | source`)."
        ),
        (
            'Shell completion: put `eval "$(_SIMCASE_COMPLETE=bash_source simcase)"` in ~/.bashrc (zsh: zsh_source; fish: '
            "`_SIMCASE_COMPLETE=fish_source simcase | source`)."
        ),
    ),
    "help.wishes": ("Hvad vil du?", "What do you want?"),
    "help.wish.change": ("Se, hvad en indsats ændrer", "See what an initiative changes"),
    "help.wish.budget": ("Se, hvad et år ventes at koste", "See what a year is likely to cost"),
    "help.wish.paper": ("Få det som en sag i Word", "Have it as a case document in Word"),
    "help.wish.own": ("Skrive din egen indsats", "Write an initiative of your own"),
    "help.wish.town": ("Begynde med din egen kommune", "Begin with your own municipality"),
    "help.further": (
        ("Alle kommandoer: simcase --help. Én kommando: simcase compare --help. Virker noget ikke: simcase doctor. In English: --lang en."),
        (
            "All commands: simcase --help. One of them: simcase compare --help. If something does not work: simcase doctor. På "
            "dansk: --lang da."
        ),
    ),
    "help.list.backtest": (
        "Forudsig en kendt fortid, og hold det op mod, hvad der kom.",
        "Forecast a known past, and score it against what came after.",
    ),
    "help.list.breakeven": ("Find, hvornår et scenarie går i nul.", "Find where the net result of a scenario is zero."),
    "help.list.calibrate": (
        "Tilpas en kalibrering til det, der er talt; tager minutter.",
        "Fit a calibration to its targets; takes minutes.",
    ),
    "help.list.chart": ("Tegn en figur af en kørsel.", "Draw a chart of a run."),
    "help.list.check": ("Se efter fejl i scenarier, indsatser og kalibreringer.", "Validate scenarios, initiatives and calibrations."),
    "help.list.compare": (
        "Simuler scenarier med samme tilfældigheder, og vis forskellene.",
        "Simulate scenarios with the same luck and print differences.",
    ),
    "help.list.doctor": ("Se installationen efter, og ret dens mellemlager.", "Look at the installation, and mend its cache."),
    "help.list.explain": (
        "Vis, hvad et scenarie indebærer, eller et tal med dets kilde.",
        "Print what a scenario implies, or a number with its source.",
    ),
    "help.list.followup": ("Før en kørsel videre fra regnskabet indtil nu.", "Carry a run on from the accounts so far."),
    "help.list.forecast": (
        "Forudse personer og kroner ud fra det, der er talt indtil nu.",
        "Foresee persons and kroner from the counts so far.",
    ),
    "help.list.goals": ("Vis, hvor sikkert et scenaries mål nås.", "Print how likely the goals of a scenario are met."),
    "help.list.import": ("Hent egne tal ind.", "Bring in figures of your own."),
    "help.list.init": (
        "Kopier alt, der følger med, til en mappe, hvor det kan rettes.",
        "Copy all that is shipped into a folder for editing.",
    ),
    "help.list.portfolio": (
        "Find den blanding af indsatser, der når et mål inden for et budget.",
        "Find the mix of initiatives that meets a goal within a budget.",
    ),
    "help.list.report": ("Skriv en rapport om kørsler.", "Write a report of runs."),
    "help.list.results": ("Vis, efterprøv eller fjern gemte kørsler.", "List, verify or remove stored runs."),
    "help.list.run": ("Simuler et scenarie, og vis personer, budget og mål.", "Simulate a scenario and print persons, budget and goals."),
    "help.list.scenarios": ("Vis scenarier og indsatser.", "List scenarios and initiatives."),
    "help.list.sensitivity": (
        "Ordn det, der ikke vides, efter hvor meget et tal afhænger af det.",
        "Rank what is not known by how much a figure depends on it.",
    ),
    "help.list.trace": ("Fortæl en opdigtet borgers liv.", "Tell the life of a synthetic citizen."),
    "help.list.workshop": ("Åbn en side, hvor man skruer på scenarier.", "Serve a page on which scenarios are moved."),
}
