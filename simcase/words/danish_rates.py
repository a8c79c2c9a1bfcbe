"""Sources and notes of rates, refusion and rules of 2019, in Danish: the English text of a file, and what a Danish reader is shown."""

from __future__ import annotations

TEXTS: dict[str, str] = {
    "One for each provider, however many children.": "Et til hver forsørger, uanset antallet af børn.",
    "Single providers on mindstesats or grundsats.": "Enlige forsørgere på mindstesats eller grundsats.",
    "Single without children on grundsats or forhøjet sats.": "Enlige uden børn på grundsats eller forhøjet sats.",
    "Activity-ready on grundsats.": "Aktivitetsparate på grundsats.",
    "Activity-ready on grundsats, 25 to 29 or provider.": "Aktivitetsparate på grundsats, 25 til 29 år eller forsørgere.",
    "118.86 % of the highest rate in the first 481 hours, after long membership.": (
        "118,86 % af højeste sats i de første 481 timer, efter langt medlemskab."
    ),
    "Graduates under 30 without children after 481 hours, 49.17 %.": "Dimittender under 30 uden børn efter 481 timer, 49,17 %.",
    "Graduates of 30 and more without children after 481 hours, 62.11 %.": (
        "Dimittender på 30 og derover uden børn efter 481 timer, 62,11 %."
    ),
    "No amount of 2026 was read on an official page; that of sygedagpenge agrees.": (
        "Intet beløb for 2026 er læst på en officiel side; det for sygedagpenge stemmer."
    ),
    (
        "Calendar weeks touched by any covered benefit, summed across benefits; back to zero after 52 whole weeks of self-support "
        "within three years."
    ): (
        "Kalenderuger berørt af en omfattet ydelse, lagt sammen over ydelser; tilbage på nul efter 52 hele uger med "
        "selvforsørgelse inden for tre år."
    ),
    (
        "Fleksjob granted before 2013 stay on old rules; those begun before 2013 are a wage subsidy of half or two thirds, priced "
        "here as fleksloentilskud."
    ): (
        "Fleksjob bevilget før 2013 følger de gamle regler; de, der begyndte før 2013, er et løntilskud på halvdelen eller to "
        "tredjedele, her prissat som fleksløntilskud."
    ),
    "Granted from January 2013 to June 2014: old rules until a new event after 1 July 2014.": (
        "Bevilget fra januar 2013 til juni 2014: de gamle regler indtil et nyt tilfælde efter 1. juli 2014."
    ),
    "Holds from the week after the 78th to the end of the spell.": "Gælder fra ugen efter den 78. til forløbets slutning.",
    "Until 18 months in 24; a share of that time was not read in a text.": (
        "Indtil 18 måneder i 24; en andel af den tid er ikke læst i en tekst."
    ),
    "So nothing is refunded of any spell that goes on since June 2014.": (
        "Altså refunderes intet af et forløb, der har varet siden juni 2014."
    ),
    "Old rules until a new event after 1 July 2014, and until 18 months in 24.": (
        "De gamle regler indtil et nyt tilfælde efter 1. juli 2014, og indtil 18 måneder i 24."
    ),
    "Older grants are co-financed at 65 %.": "Ældre bevillinger medfinansieres med 65 %.",
    "Its end was not found.": "Dens ophør er ikke fundet.",
    ("Given for everybody in the programme; those in it without the benefit (about 175 of 250) are not simulated in it and left out."): (
        "Givet for alle i programmet; de i det uden ydelsen (omkring 175 af 250) simuleres ikke i det og er udeladt."
    ),
    "Graduate with children, 82 %.": "Dimittend med børn, 82 %.",
    "Graduate without children, 71.5 %.": "Dimittend uden børn, 71,5 %.",
    "Under 25 without education, 50 %.": "Under 25 uden uddannelse, 50 %.",
    "80 %; not in a rate class.": "80 %; ikke i en satsgruppe.",
    "91 %; efterloen is outside the municipality's budget and has no rate class.": (
        "91 %; efterløn er uden for kommunens budget og har ingen satsgruppe."
    ),
    "From 7 January 2019.": "Fra 7. januar 2019.",
    "Aged 30 or over, provider.": "30 år eller derover, forsørger.",
    "Aged 30 or over, no children at home.": "30 år eller derover, ingen hjemmeboende børn.",
    "Provider in a couple.": "Forsørger i par.",
    "Pregnant; not in a rate class.": "Gravid; ikke i en satsgruppe.",
    "Severe mental illness, provider; not in a rate class.": "Svær psykisk sygdom, forsørger; ikke i en satsgruppe.",
    "Severe mental illness, living out.": "Svær psykisk sygdom, udeboende.",
    "Living out.": "Udeboende.",
    "Living at home.": "Hjemmeboende.",
    "Brings the living-out rate to 11,423.": "Bringer satsen for udeboende op på 11.423.",
    "Brings the living-out rate to 7,362, which is also the youth rate of kontanthjaelp.": (
        "Bringer satsen for udeboende op på 7.362, som også er kontanthjælpens ungesats."
    ),
    "Aged 30 or over, or living out.": "30 år eller derover, eller udeboende.",
    "Under 30 living at home.": "Under 30, hjemmeboende.",
    "For six months after a language test.": "I seks måneder efter en sprogprøve.",
    "Also jobafklaring.": "Også jobafklaring.",
    "89 % of the highest a-dagpenge.": "89 % af højeste a-dagpenge.",
    "The ceiling, before the wage lowers it.": "Loftet, før lønnen sænker det.",
    "Middle of 500-1,000.": "Midten af 500-1.000.",
    "Shares add up to less than 1 because 5-10 % of those over 30 are below the highest rate.": (
        "Andelene giver mindre end 1, fordi 5-10 % af dem over 30 er under højeste sats."
    ),
    "Supplementary a-dagpenge and partial return to work pay the benefit for the hours left.": (
        "Supplerende a-dagpenge og delvis tilbagevenden til arbejde betaler ydelsen for de timer, der er tilbage."
    ),
    (
        "Those who return to a-dagpenge do so by the transition, which alone knows who is insured. Weeks count from the day the "
        "municipality pays, those of earlier spells within nine months included."
    ): (
        "De, der vender tilbage til a-dagpenge, gør det ved overgangen, som alene ved, hvem der er forsikret. Uger tæller fra den "
        "dag, kommunen betaler, de fra tidligere forløb inden for ni måneder medregnet."
    ),
    (
        "Of those who leave: job 33 and seniorjob 4, dagpenge again 5 (left out), social assistance or sick 32, no income 12, "
        "other 14 %; the split within these groups is judgement."
    ): (
        "Af dem, der forlader: job 33 og seniorjob 4, dagpenge igen 5 (udeladt), kontanthjælp eller syg 32, ingen indkomst 12, "
        "andet 14 %; delingen inden for disse grupper er skøn."
    ),
    (
        "Same status as at the ordinary end. Used days of all spells count, until a new right is earned; the extension is given "
        "whole, not by hours worked."
    ): (
        "Samme status som ved den almindelige slutning. Brugte dage i alle forløb tæller, til en ny ret er optjent; forlængelsen "
        "gives hel, ikke efter arbejdede timer."
    ),
    "To stay is a new course.": "At blive er et nyt forløb.",
    "56 % foertidspension, 25 % fleksjob or ledighedsydelse, 4 % work; the split of the rest is judgement.": (
        "56 % førtidspension, 25 % fleksjob eller ledighedsydelse, 4 % arbejde; delingen af resten er skøn."
    ),
    "Takes the place of transitions from uddannelseshjaelp to kontanthjaelp.": (
        "Træder i stedet for overgange fra uddannelseshjælp til kontanthjælp."
    ),
    "Nobody reaches it from January to June of 2019, 2020, 2021 and 2022.": "Ingen når den fra januar til juni i 2019, 2020, 2021 og 2022.",
}
