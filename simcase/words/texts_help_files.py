"""Texts of the help of verbs that read, write and look after files."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "help.init": (
        (
            "Kopier scenarios/, calibration/, backtests/ og templates/ til MAPPE, hvor de kan rettes; intet overskrives nogen "
            "sinde.\n\n"
            "Med --municipality skrives også en ny kalibrering i MAPPE, også hvor de er der i forvejen."
        ),
        (
            "Copy scenarios/, calibration/, backtests/ and templates/ into DIR for editing; nothing is ever overwritten.\n\n"
            "With --municipality a new calibration is written into DIR too, also where they are there already."
        ),
    ),
    "help.init.municipality": (
        "Skriv også calibration/NAVN-ÅR, hvor landstal står i stedet for egne.",
        "Write calibration/NAME-YEAR as well, national figures standing in for its own.",
    ),
    "help.init.year": ("Den nye kalibrerings år.", "Year of the new calibration."),
    "help.init.population": ("Indbyggere i alt, som tallene skaleres til.", "Inhabitants in all, to which figures are scaled."),
    "help.check": (
        (
            "Se efter fejl i scenarier, indsatser og kalibreringer, nævnt ved navn eller som stier, og vis hver fejl med fil og "
            "linje.\n\n"
            "Uden FIL ses alt i ./scenarios og ./calibration efter, eller det, der følger med, hvor ingen af dem er; så holdes "
            "det, der er til en anden kalibrering end den valgte, op mod den anden."
        ),
        (
            "Validate scenarios, initiatives and calibrations, named or given as paths, and report every problem with file and "
            "line.\n\n"
            "Without FILE everything in ./scenarios and ./calibration is checked, or what is shipped where there is neither; "
            "then what is for another calibration than the one chosen is held against that one."
        ),
    ),
    "help.scenarios": (
        "Vis scenarier og indsatser, en linje hver: navn, titel og hvad det er.",
        "List scenarios and initiatives, a line each: name, title and what it is.",
    ),
    "help.scenarios.new": (
        (
            "Skriv ./scenarios/NAVN.yaml: en fil med forklaringer, der kan rettes, hvor intet er ændret endnu; intet overskrives "
            "nogen sinde.\n\n"
            "Med --initiative skrives også ./scenarios/initiatives/NAVN.yaml: en indsats uden virkning endnu, hvor hver linje er "
            "forklaret med sin enhed, og scenariet har den med."
        ),
        (
            "Write ./scenarios/NAME.yaml: a commented file to edit, in which nothing is changed yet; nothing is ever overwritten.\n\n"
            "With --initiative ./scenarios/initiatives/NAME.yaml is written too: an initiative without effect yet, in which each "
            "line is explained with its unit, and which the scenario has."
        ),
    ),
    "help.scenarios.new.kind": (
        (
            "Skriv også en ny indsats: programme er pladser, som borgere venter på, open når alle i målgruppen, diversion gør, at "
            "færre kommer ind i målgruppen, hours er medarbejdere til eller fra."
        ),
        (
            "Write a new initiative as well: programme is places that citizens wait for, open reaches its whole target, diversion "
            "lets fewer enter its target, hours is staff more or less."
        ),
    ),
    "help.scenarios.new.base": (
        "Scenariet, som det nye ændrer; as-is har ingen indsatser.",
        "Scenario that the new one changes; as-is has no initiatives.",
    ),
    "help.calibrate": (
        (
            "Tilpas KALIBRERING, som står i ./calibration, og skriv tilpasningen dér med dens beholdning ved begyndelsen; tager "
            "minutter.\n\n"
            "Den følger de tal, der nævner den; et navn, du selv finder på, følger den sædvanliges, eller den "
            "eneste, tallene nævner. Afslutningskode 3, hvor et tal rammes mere end to standardfejl ved siden af."
        ),
        (
            "Fit CALIBRATION, which stands in ./calibration, and write the fit there with its starting stock; takes minutes.\n\n"
            "The fit goes by the targets that name it; a name of your own goes by those of the usual fit, or of the only one "
            "that targets name. Exit code 3 where a target is missed by more than two standard errors."
        ),
    ),
    "help.calibrate.name": (
        "Navnet på den tilpasning, der skrives.  [ellers: kalibreringens egen, hvor den ingen har den, tallene nævner]",
        "Name of the fit that is written.  [default: the calibration's, where it has none the one that targets name]",
    ),
    "help.calibrate.seed": ("Tilpasningens tilfældigheder, ud over kørslernes.", "Luck of the fit, apart from that of runs."),
    "help.calibrate.output": ("Skriv også beretningen som en side (.html).", "Write the report as a page (.html) as well."),
    "help.calibrate.fits": (
        (
            "Tilpas intet: hold to tilpasninger op mod hinanden efter pris og mængde; eller to kalibreringer efter data, "
            "konjunktur, regler og model."
        ),
        "Fit nothing: set two fits side by side, by price and volume; or two calibrations, by data, economy, policy and model.",
    ),
    "help.report": (
        (
            "Skriv en rapport om en KØRSEL: et scenarie, en kørsels id eller en mappe; af flere er den første grundlaget.\n\n"
            "Af et scenarie tages den kørsel i den valgte kalibrering, tilpasning og usikkerhed, der er størst.\n\n"
            "En sag i Word er templates/case-da.docx (eller -en), udfyldt; din egen, hvor mappen har en, eller en anden med "
            "--template.\n\n"
            "En mappe får hver tabel som en CSV-fil: med semikolon og decimalkomma på dansk, med komma og punktum på engelsk."
        ),
        (
            "Write a report of a RUN: a scenario, a run id or a folder; of several, the first is the baseline.\n\n"
            "Of a scenario the run in the calibration, fit and uncertainty asked for is taken that has most replications.\n\n"
            "A case document is templates/case-da.docx (or -en) filled in, yours where the current folder has one, or another by "
            "--template.\n\n"
            "A folder gets every table as a CSV file: with semicolons and decimal commas in Danish, plain in English."
        ),
    ),
    "help.report.output": (
        ".html (én side uden net), .xlsx, .docx (sag), .pptx (lysbilleder), eller en mappe til CSV-filer.",
        ".html (one offline page), .xlsx, .docx (case document), .pptx (slides), or a folder for CSV files.",
    ),
    "help.report.interactive": (
        "Side med skydere: spiller scenarierne ved nogle indstillinger og aflæser mellem dem.",
        "Page with sliders: plays the scenarios at some settings, reads off between them.",
    ),
    "help.report.one_page": (
        "Side, der udskrives på ét A4-ark: en kørsel, eller et scenarie mod et grundlag.",
        "Page that prints on one sheet of A4: a run, or a scenario against a baseline.",
    ),
    "help.report.template": ("Din egen Word- eller PowerPoint-fil, der skal udfyldes.", "Word or PowerPoint file of your own to fill."),
    "help.chart": (
        (
            "Tegn en figur af KØRSEL: navnet på et scenarie (dets største kørsel i den valgte tilpasning), en kørsels id eller "
            "en mappe.\n\n"
            "SLAGS er en af {alone}, og med --baseline {paired}."
        ),
        (
            "Draw a chart of RUN: a scenario name (its run in the fit asked for with most replications), a run id or a folder.\n\n"
            "KIND is one of {alone}, and with --baseline {paired}."
        ),
    ),
    "help.chart.output": (
        "Fil: .html (uden net), .png, .svg, .pdf, .json (Vega-Lite) eller .csv (tallene).",
        "File: .html (offline), .png, .svg, .pdf, .json (Vega-Lite) or .csv (the figures).",
    ),
    "help.chart.baseline": ("Kørslen, som KØRSEL holdes op mod; skal til {paired}.", "Run to hold RUN against; needed for {paired}."),
    "help.results": (
        "Vis de gemte kørsler, vis én, efterprøv, at de er, som de blev skrevet, eller fjern dem, der ikke skal bruges mere.",
        "List the stored runs, show one, verify that they are as they were written, or remove those no longer needed.",
    ),
    "help.results.list": (
        (
            "Vis kørslerne i mappen med resultater: scenarie, id, status, hvornår den blev ændret, tilpasning, antal kørsler, "
            "størrelse og rettede priser."
        ),
        ("List the runs of the results folder: scenario, run id, status, when it changed, fit, replications, size, edited prices."),
    ),
    "help.results.show": (
        "Vis KØRSEL, et scenarie, et id eller en mappe: hvad den er, dens filer, og kommandoen, der gentager den.",
        "Show RUN, a scenario, a run id or a folder: what it is, its files, and the command that repeats it.",
    ),
    "help.results.verify": (
        (
            "Hold færdige kørsler (alle, eller de nævnte) op mod de kontrolsummer, der blev skrevet til sidst; afslutningskode "
            "3, hvor nogen afviger."
        ),
        "Compare finished runs (all, or those named) with the checksums written at their end; exit code 3 where any differs.",
    ),
    "help.results.clean": (
        "Fjern kørsler, der blev afbrudt, eller de nævnte; intet, der er i gang, og ingen mappe, der ikke er en kørsels.",
        "Remove runs that were interrupted, or the runs named; nothing that is under way, and no folder that is not a run's.",
    ),
    "help.results.clean.older_than": (
        "Også færdige kørsler, der har været urørte så mange dage.",
        "Finished runs too, unchanged for so many days.",
    ),
    "help.results.clean.yes": ("Fjern uden at spørge.", "Remove without asking."),
    "help.workshop": (
        (
            "Åbn en side, hvor der skrues på SCENARIE, som simuleres på ny for hvert træk; uden SCENARIE kan alle vælges.\n\n"
            "Siden spørger ikke om noget på nettet og fortæller ingen noget. Stop den med Ctrl-C."
        ),
        (
            "Serve a page on which SCENARIOs are moved and simulated anew at each move; without SCENARIO all can be chosen.\n\n"
            "The page asks for nothing on the network and tells nobody. Stop it with Ctrl-C."
        ),
    ),
    "help.workshop.baseline": (
        "Det, scenarier holdes op mod.  [ellers: baseline]",
        "What scenarios are held against.  [default: baseline]",
    ),
    "help.workshop.host": (
        "Adressen, siden er på; på en anden end denne kan andre åbne den.",
        "Address to serve on; other than this, others can open the page.",
    ),
    "help.workshop.port": ("Porten, siden er på.", "Port to serve on."),
    "help.doctor": (
        (
            "Se versioner, den oversatte motor, skriveadgang, billeder, browser og tilvalg efter, og fjern beskadigede filer fra "
            "mellemlageret.\n\n"
            "Afslutningskoden er 1, hvor noget nødvendigt mangler."
        ),
        (
            "Look at versions, the compiled engine, write access, pictures, browser and extras, and remove damaged files from "
            "the cache.\n\n"
            "The exit code is 1 where something needed is missing."
        ),
    ),
}
