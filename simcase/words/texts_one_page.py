"""Texts of the report on one page."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "one.budget": ("Budget", "Budget"),
    "one.expected": ("Ventet", "Expected"),
    "one.interval": ("9 af 10 kørsler", "9 of 10 runs"),
    "one.fan": ("{line}, personer: start {start}", "{line}, persons: start {start}"),
    "one.fan_goals": ("{line}, personer: start {start}, mål {goals}", "{line}, persons: start {start}, goals {goals}"),
    "one.step": ("{persons} ({month})", "{persons} ({month})"),
    "one.fan.bands": (" Lyst bånd: {outer}; mørkt: {inner}.", " Light band: {outer}; dark: {inner}."),
    "one.fan.axis": (" Aksen begynder ikke ved nul.", " The axis does not begin at zero."),
    "one.goals": ("Målene, og i hvor mange kørsler de nås", "The goals, and in how many runs they are met"),
    "one.goal.name": ("Mål", "Goal"),
    "one.goal.date": ("Dato", "Date"),
    "one.goal.expected": ("Ventet", "Expected"),
    "one.goal.met": ("Nås", "Met"),
    "one.goal.others": ("Mål, som ikke kan bedømmes her: {n}.", "Goals that cannot be judged here: {n}."),
    "one.case": (
        "{names}: hvad kommunen bruger og sparer, {first}-{last}",
        "{names}: what the municipality spends and saves, {first}-{last}",
    ),
    "one.case.base": ("Holdt op imod '{base}'.", "Against '{base}'."),
    "one.case.millions": ("Mio. kr.", "DKK million"),
    "one.case.saved": ("Sparet på {lines}", "Saved on {lines}"),
    "one.case.moved": ("Flyttet til andre ydelser", "Moved to other benefits"),
    "one.case.grants": ("Flere tilskud", "More grants"),
    "one.case.alone": (
        "Hvad der spares og flyttes, kræver en kørsel at sammenligne med: {command} -o FIL.html",
        "What is saved and moved needs a run to compare with: {command} -o FILE.html",
    ),
    "one.case.is_base": (
        "Dette er grundlaget, som scenarier holdes op imod. Hvad et scenarie sparer og flytter, står på dets egen side.",
        "This is the baseline that scenarios are held against. What a scenario saves and moves stands on its own page.",
    ),
    "one.lead": ("De forudsætninger, der betyder mest", "The assumptions that matter most"),
    "one.lead.what": ("Forudsætning", "Assumption"),
    "one.lead.value": ("Værdi (spænd)", "Value (range)"),
    "one.lead.grade": ("Datakvalitet", "Grade"),
    "one.lead.moves": ("Flytter {figure}, mio. kr.", "Moves {figure}, DKK million"),
    "one.lead.net_result": ("periodens nettoresultat", "the period's net result"),
    "one.lead.net_spending": ("periodens nettoudgift", "the period's net spending"),
    "one.lead.fitted": ("Tilpasset faktor: {what}", "Fitted factor: {what}"),
    "one.lead.how": (
        (
            "Valgt blandt {all} ukendte: de flytter {figure} mest fra deres 5\u00a0%- til deres 95\u00a0%-værdi (regression over "
            "{runs} kørsler)."
        ),
        "Chosen among {all} unknowns: they move {figure} most from their 5% to their 95% value (regression over {runs} runs).",
    ),
    "one.lead.how_few": (
        (
            "Af {all} ukendte flytter kun disse {figure} mere end tilfældigheder fra 5\u00a0%- til 95\u00a0%-værdi (regression over "
            "{runs} kørsler)."
        ),
        "Of {all} unknowns only these move {figure} by more than chance may, from their 5% to 95% value (regression over {runs} runs).",
    ),
    "one.lead.unranked": (
        "Ikke rangordnet: {runs} kørsler er for få (mindst {least}, med alt ukendt varieret). Her står virkninger med det bredeste spænd.",
        "Not ranked: {runs} runs are too few (at least {least}, with all that is unknown varied). These are effects with the widest range.",
    ),
    "one.lead.not_varied": (
        "Ikke rangordnet: kørslerne varierer ikke det ukendte (--uncertainty all gør). Her står virkninger med det bredeste spænd.",
        "Not ranked: the runs do not vary what is unknown (--uncertainty all does). These are effects with the widest range.",
    ),
    "one.lead.left_out": ("Tal uden spænd er ikke med.", "Numbers without a range are left out."),
    "one.needs_html": (
        "--one-page skriver en fil, der ender på .html, og kan ikke bruges sammen med --interactive.",
        "--one-page writes a file that ends in .html, and does not go with --interactive.",
    ),
    "one.repeat": ("Gentages med", "Repeat with"),
}
