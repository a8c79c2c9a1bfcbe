"""Texts that several verbs share."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "kroner.millions": ("{value} mio. kr.", "DKK {value} million"),
    "kroner.thousands": ("{value} t.kr.", "DKK {value} thousand"),
    "percent": ("{value}\u00a0%", "{value}%"),
    "range": ("{low}-{high}", "{low}-{high}"),
    "range.up": ("{low} og op", "{low} and up"),
    "range.down": ("{high} og ned", "{high} and down"),
    "range.signed": ("{low} til {high}", "{low} to {high}"),
    "runs.none": ("ingen", "none"),
    "runs.few": ("højst 1 af 20", "at most 1 of 20"),
    "runs.some": ("{n} af 10", "{n} of 10"),
    "runs.most": ("mindst 19 af 20", "at least 19 of 20"),
    "runs.all": ("alle", "all"),
    "runs.in_none": ("i ingen kørsler", "in no run"),
    "runs.in": ("i {runs} kørsler", "in {runs} runs"),
    "head.line": ("Ydelse", "Benefit"),
    "head.initiative": ("Indsats", "Initiative"),
    "initiative.ordinary": ("Ordinær indsats", "Ordinary measures"),
    "line.total": ("I alt", "Total"),
    "line.total_with": ("I alt inkl. {memo}", "Total incl. {memo}"),
    "narrow.kontant_og_uddannelseshjaelp": ("Kontant-\nog udd.-\nhjælp", "Social,\neducat.\nassist."),
    "narrow.integrationsydelse_i_program": ("Integr.\ni pro-\ngram", "Integr.\nin pro-\ngramme"),
    "narrow.integrationsydelse_uden_program": ("Integr.\nuden\nprogr.", "Integr.\noutside\nprogr."),
    "narrow.a_dagpenge": ("A-dag-\npenge", "Unempl.\ninsur-\nance"),
    "narrow.ressourceforloebsydelse": ("Res-\nsource-\nforløb", "Re-\nsource\ncourse"),
    "narrow.sygedagpenge": ("Syge-\ndag-\npenge", "Sick-\nness\nbenefit"),
    "narrow.jobafklaring": ("Job-\nafkla-\nring", "Job\nclari-\nficat."),
    "narrow.fleksjob": ("Fleks-\njob", "Flex-\njob"),
    "narrow.ledighedsydelse": ("Ledig-\nheds-\nydelse", "Flex-j.\nunempl.\nbenefit"),
    "narrow.foertidspension": ("Før-\ntids-\npension", "Disabil.\npension"),
    "progress.runs": ("Kørsler", "Runs"),
    "interim.runs": ("Foreløbigt svar efter {done} af {all} kørsler.", "A first answer after {done} of {all} runs."),
    "interim.pairs": ("Foreløbigt svar efter {done} af {all} par kørsler.", "A first answer after {done} of {all} pairs of runs."),
    "interim.all": ("mindst {all}", "at least {all}"),
    "interim.precision": (
        (
            "Middeltallene er kendt på ±{persons} personer og ±{kroner} af et års nettoudgift nær (90\u00a0% sikkert); "
            "målet er ±{persons_asked} og ±{kroner_asked}."
        ),
        (
            "The means are known to within ±{persons} persons and ±{kroner} of a year's net cost (90% sure); "
            "the aim is ±{persons_asked} and ±{kroner_asked}."
        ),
    ),
    "interim.stop": ("Ctrl-C stopper og udskriver det, der er.", "Ctrl-C stops and prints what there is."),
    "interim.none": (
        "Det er for tidligt til et svar: det første kommer, når {n} kørsler er færdige i hvert scenarie.",
        "It is too early for an answer: the first comes when {n} runs are finished in every scenario.",
    ),
    "interim.partial": ("AFBRUDT. Et delvist svar følger.", "INTERRUPTED. A partial answer follows."),
    "interim.blocks": (
        "Det bruger hele blokke på {n} kørsler; dem, der er færdige derudover, er gemt til næste gang.",
        "It uses whole blocks of {n} runs; those finished beyond them are kept for the next time.",
    ),
    "progress.line": ("{what}: {done} af {all} efter {time}.", "{what}: {done} of {all} after {time}."),
    "log.unwritten": (
        "Loggen kan ikke skrives mere; resten mangler i den.",
        "The log cannot be written any more; the rest is missing in it.",
    ),
    "log.interrupted": (
        "{scenario}: {done} af {replications} kørsler nåede at blive færdige.",
        "{scenario}: {done} of {replications} runs were finished.",
    ),
    "log.waiting": (
        "En anden proces er i gang med den samme kørsel ({run}); dens resultater ventes.",
        "Another process plays the same run ({run}); waiting for its results.",
    ),
    "log.lines_unplanned": (
        "Budgettet for {year} mangler {lines}, så den samlede afvigelse fra det kan ikke siges. Skriv `support` for hver i budget.yaml.",
        "The budget for {year} lacks {lines}, so the total deviation from it cannot be told. Write `support` for each in budget.yaml.",
    ),
    "log.initiative_outside": (
        "{initiative}: indsatsen gælder ikke på nogen dag fra {start} til {end}, så den ændrer intet. Sæt window.start og window.end.",
        "{initiative}: the initiative holds on no day from {start} to {end}, so it changes nothing. Set window.start and window.end.",
    ),
    "log.initiative_nobody": (
        "{initiative}: ingen er i {states}, når indsatsen begynder, så den når ingen: en lov har flyttet dem til {instead}. Vælg andre.",
        "{initiative}: nobody is in {states} when it begins, so it reaches nobody: a law has moved them to {instead}. Choose others.",
    ),
    "log.files_changed": (
        "{scenario}: filerne er ændret, siden kørslen blev gemt, men ikke for {other}. Forskellen kan være den ændring: kør begge igen.",
        "{scenario}: its files have changed since the run was stored, those of {other} have not. What differs may be that: run both again.",
    ),
    "log.costs_outside_window": (
        "{initiative}: omkostninger i {years} ligger uden for indsatsens vindue. De tæller med i de år, de står i.",
        "{initiative}: costs in {years} lie outside the initiative's window. They count in the years they are stated for.",
    ),
    "log.costs_kept": (
        (
            "{initiative}: størrelsen er en anden, men de faste udgifter er ikke fulgt med: {kroner} kr. i alt."
            " Ret dem også under `set`, eller skriv `times: {times}` i stedet for `set`: det ændrer størrelse og udgifter i samme forhold."
        ),
        (
            "{initiative}: its size is another, but its yearly costs have not followed: DKK {kroner} in all."
            " Set them too, or write `times: {times}` in place of `set`: that changes size and costs in proportion."
        ),
    ),
    "log.costs_stay": (
        (
            "{initiative}: størrelsen er en anden, men de faste udgifter er ikke fulgt med: {kroner} kr. i alt."
            " Ret dem også under `set`; passer de, som de er, så skriv en af dem der igen."
        ),
        (
            "{initiative}: its size is another, but its yearly costs have not followed: DKK {kroner} in all."
            " Set them too; if they are right as they are, write one of them there again."
        ),
    ),
    "log.costs_of_none": (
        (
            "{initiative}: indsatsen er sat til ingenting, men dens faste udgifter betales: {kroner} kr. i alt."
            " Udelad den med `without: [{initiative}]`, eller ret udgifterne under `set`."
        ),
        (
            "{initiative}: it is set to nothing, but its yearly costs are paid: DKK {kroner} in all."
            " Leave it out by `without: [{initiative}]`, or set its costs."
        ),
    ),
    "log.worker_lost": (
        "En arbejdsproces døde; en ny fortsætter dens arbejde.",
        "A worker process died; a new one goes on with its work.",
    ),
}
