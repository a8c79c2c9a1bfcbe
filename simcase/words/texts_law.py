"""Texts of the law: what changed when, and which law a run stands on."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "law.title": (
        "Hvad der er ændret i loven, {first}-{last}, set fra {calibration}",
        "What changed in the law, {first}-{last}, seen from {calibration}",
    ),
    "law.head.date": ("Fra", "From"),
    "law.head.change": ("Ændring", "Change"),
    "law.sources": ("Kilder, og hvad der skal vides", "Sources, and what is to be known"),
    "law.head.source": ("Kilde", "Source"),
    "law.until": ("{first}\ntil {last}", "{first}\nto {last}"),
    "law.none": ("Ingen ændringer i de år.", "No changes in those years."),
    "law.opens": ("åbner: {name} (før den tid: {to})", "opens: {name} (before that: {to})"),
    "law.closes": ("lukker for nye: {name} (i stedet: {to})", "closes to new citizens: {name} (instead: {to})"),
    "law.ends": ("ophører: {name} (går over til: {to})", "ends: {name} (goes on to: {to})"),
    "law.pays": ("ændrer betalingen i {n} satsklasser", "changes what {n} rate classes pay"),
    "law.deductions": ("ændrer fradrag for løn: {names}", "changes what wages deduct: {names}"),
    "law.refund": ("staten refunderer {value} af indsatser: {name}", "the state refunds {value} of measures: {name}"),
    "law.weeks": (
        "grænsen i reglen '{name}' bliver {value} uger",
        "the limit of the rule '{name}' becomes {value} weeks",
    ),
    "law.number": ("{name} = {value}", "{name} = {value}"),
    "law.rates": ("satser {value}", "rates {value}"),
    "law.thresholds": ("lønnen, hvor fradraget skifter ({name}), {value}", "the wage at which the deduction changes ({name}) {value}"),
    "law.age": ("de første når {value} år", "the first reach {value}"),
    "law.told": ("ændrer intet tal i modellen", "changes no number of the model"),
    "law.without": ("ikke i {calibration}", "not in {calibration}"),
    "law.about": (
        (
            "simcase explain SCENARIE STI viser et tals værdier over tid. En indsats kan sætte en lov ud af kraft (suspends) med dens id, "
            "som --json viser. --calibration spørger for en anden kommune."
        ),
        (
            "simcase explain SCENARIO PATH shows the values of a number over time. An initiative can suspend a law by its id, which --json "
            "shows. --calibration asks for another municipality."
        ),
    ),
    "note.law.latest": (
        "Lov: kendte ændringer til og med '{label}' ({date}){aside}.",
        "Law: known changes up to and including '{label}' ({date}){aside}.",
    ),
    "note.law.start": (
        "Lov: reglerne ved starten, {date}, hele vejen{aside}.",
        "Law: the rules of the start, {date}, throughout{aside}.",
    ),
    "note.law.aside": ("; sat ud af kraft: {labels}", "; suspended: {labels}"),
    "note.law.missing": (
        ("Senere lovændringer, som kalibreringen ikke har med: {n}, den seneste '{label}' ({date}); `simcase explain law` viser dem."),
        (
            "Later changes of the law that the calibration does not have: {n}, the latest '{label}' ({date}); `simcase explain law` lists "
            "them."
        ),
    ),
    "note.law.index": (
        "Satser er kendt til {year}; derefter antages {growth} om året (datakvalitet {grade}).",
        "Rates are known to {year}; after that {growth} a year is assumed (grade {grade}).",
    ),
    "note.law.deduction": (
        "Lønnen, hvor fradraget skifter ({what}), er kendt til {year}; derefter følger den satserne (datakvalitet {grade}).",
        "The wage at which the deduction changes ({what}) is known to {year}; after that it follows the rates (grade {grade}).",
    ),
    "note.law.on": ("Alle andre regler gælder uændret.", "All other rules go on unchanged."),
}
