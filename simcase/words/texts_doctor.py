"""Texts of `simcase doctor`: what was looked at, and what to do where something is missing."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "doctor.title": ("Installationen", "The installation"),
    "doctor.check": ("Hvad", "What"),
    "doctor.state": ("Status", "Status"),
    "doctor.found": ("Fundet", "Found"),
    "doctor.do": ("Hvad du kan gøre", "What to do"),
    "doctor.ok": ("i orden", "fine"),
    "doctor.optional": ("kan undværes", "optional"),
    "doctor.missing": ("mangler", "missing"),
    "doctor.all_well": ("Alt, hvad simcase skal bruge, er på plads.", "Everything that simcase needs is there."),
    "doctor.not_well": ("simcase mangler: {names}. Se i tabellen, hvad du kan gøre.", "simcase lacks: {names}. The table says what to do."),
    "doctor.name.version": ("version", "version"),
    "doctor.name.python": ("Python", "Python"),
    "doctor.name.shipped": ("scenarier og kalibreringer, der følger med", "scenarios and calibrations that are shipped"),
    "doctor.name.cache": ("skriveadgang til cache", "write access to the cache"),
    "doctor.name.results": ("skriveadgang til resultater", "write access to results"),
    "doctor.name.sealed": ("gemte mellemresultater er, som de blev skrevet", "files in the cache are as they were written"),
    "doctor.name.compiled": ("motoren er oversat", "the engine is compiled"),
    "doctor.name.pictures": ("billeder og skrifttyper", "pictures and fonts"),
    "doctor.name.browser": ("browser til at prøve sider", "browser to test pages"),
    "doctor.name.cluster": ("tilvalget cluster: kørsler på flere maskiner", "extra cluster: runs on several machines"),
    "doctor.name.papers": ("tilvalget papers: Word og PowerPoint", "extra papers: Word and PowerPoint"),
    "doctor.name.sensitivity": ("tilvalget sensitivity: følsomhedsanalyse", "extra sensitivity: sensitivity analysis"),
    "doctor.name.spells": ("tilvalget spells: egne forløbsdata", "extra spells: spell histories of one's own"),
    "doctor.name.workshop": ("tilvalget workshop: den levende side", "extra workshop: the live page"),
    "doctor.do.shipped": ("installer simcase igen", "install simcase again"),
    "doctor.do.cache": ("sæt SIMCASE_CACHE til en mappe, du må skrive i", "set SIMCASE_CACHE to a folder that you may write in"),
    "doctor.do.sealed": (
        "intet: de beskadigede filer er slettet og laves igen, når de skal bruges",
        "nothing: the damaged files were removed and are made again when they are needed",
    ),
    "doctor.do.results": ("vælg en anden mappe med --results", "choose another folder with --results"),
    "doctor.do.compiled": (
        "sker af sig selv ved første kørsel, som tager længere",
        "happens by itself in the first run",
    ),
    "doctor.do.pictures": (
        "png og pdf kan ikke skrives; brug html eller svg, eller installer vl-convert-python igen",
        "png and pdf cannot be written; use html, or install vl-convert-python again",
    ),
    "doctor.do.browser": ("kun de prøver, der åbner sider, bruger den: chromium", "only tests that open pages use it: chromium"),
    "doctor.do.extra": ('python -m pip install "simcase[{extra}]"', 'python -m pip install "simcase[{extra}]"'),
}
