"""Texts on what it is worth to know more before a choice is made."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "information.title": (
        "Hvad er det værd at vide mere, før der vælges mellem '{title}' og '{base}'? Mio. kr.",
        "What is it worth to know more before choosing between '{title}' and '{base}'? DKK million",
    ),
    "information.what": ("Hvis man vidste", "If one knew"),
    "information.worth": ("Værd højst", "Worth at most"),
    "information.error": ("Standard-\nfejl", "Standard\nerror"),
    "information.everything": ("Alt, også tilfældighederne", "Everything, chance included"),
    "information.below": (
        (
            "Kommunens nettoresultat ventes at blive {net}, så efter pengene alene vælges {choice}. Viden er kun noget værd, hvis den "
            "kan ændre det valg. Tallene siger, hvad en måling højst må koste, hvis den gav hele sandheden; en rigtig måling er mindre "
            "værd. ~ kan være 0. Regression over {runs} kørsler (Strong, Oakley og Brennan 2014)."
        ),
        (
            "The municipality's net result is expected to be {net}, so by money alone {choice} is chosen. Knowing is only worth "
            "something if it can change that choice. The figures say what a measurement may cost at most if it told the whole truth; a "
            "real one is worth less. ~ may be 0. Regression over {runs} runs (Strong, Oakley and Brennan 2014)."
        ),
    ),
    "information.nothing": (
        " Ingen af de {n} ukendte kan ventes at ændre det valg, så penge til at måle dem er ikke givet godt ud.",
        " None of the {n} unknowns is likely to change that choice, so money for measuring them is not well spent.",
    ),
    "information.rest": (" Af de øvrige ({n}) er ingen mere værd end {least}", " Of the others ({n}) none is worth more than {least}."),
    "information.untold": (
        "Hvad det er værd at vide mere, før der vælges, er ikke vist: kørslerne er for få eller varierer intet ukendt.",
        "What it is worth to know more before choosing is not shown: the runs are too few, or vary nothing that is unknown.",
    ),
    "information.worth_something": (
        (
            "Værd at måle før beslutningen? At kende '{what}' på forhånd er højst {worth} værd (standardfejl {error}), at kende alt højst "
            "{everything}; en måling, der koster mere, er ikke sine penge værd."
        ),
        (
            "Worth measuring before the decision? To know '{what}' beforehand is worth {worth} at most (standard error {error}), to know "
            "everything {everything} at most; a measurement that costs more is not worth its money."
        ),
    ),
    "information.worth_nothing": (
        (
            "Værd at måle før beslutningen? Nej: nettoresultatet ventes at blive {net}, og ingen af de {n} ukendte kan ventes at ændre "
            "valget. At kende den vigtigste, '{what}', er højst {worth} værd (standardfejl {error})."
        ),
        (
            "Worth measuring before the decision? No: the net result is expected to be {net}, and none of the {n} unknowns is likely to "
            "change the choice. To know the most important one, '{what}', is worth {worth} at most (standard error {error})."
        ),
    ),
    "information.needs_two": (
        "--method information kræver et scenarie at vælge imod: --against GRUNDLAG.",
        "--method information needs a scenario to choose against: --against BASELINE.",
    ),
    "information.too_few": (
        "Kørslerne er for få eller varierer intet ukendt. Gør dem længere: {command}",
        "The runs are too few or vary nothing that is unknown. Make them longer: {command}",
    ),
}
