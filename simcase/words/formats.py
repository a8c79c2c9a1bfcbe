"""Numbers, dates and kroner as a reader of Danish or English writes them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from babel import Locale
from babel.dates import format_date, get_day_names, get_month_names
from babel.numbers import format_decimal, get_decimal_symbol, get_group_symbol

from simcase.words.bilingual import Bilingual, Said, tell
from simcase.words.catalogue import CATALOGUE
from simcase.words.language import DANISH, LANGUAGES
from simcase.words.provenance import in_danish

LOCALES = {"da": "da_DK", "en": "en_GB"}
WHOLE = "#,##0"
SIGNED = re.compile(r"(?:^|\s)[-+]")
"""A sign before a number, which a unit may stand before."""
RARE = 0.05
"""A probability at which tenths say too little."""


def as_date(when: date | str) -> date:
    """Return a date from a date, an ISO date or an ISO month.

    >>> as_date("2019-01"), as_date("2019-01-31")
    (datetime.date(2019, 1, 1), datetime.date(2019, 1, 31))
    """
    if isinstance(when, date):
        return when
    return date.fromisoformat(when if when.count("-") == len("yd") else f"{when}-01")


class Words:
    """One language: its texts and its way of writing numbers.

    >>> Words("da").kroner_1000(471_115_400.0), Words("en").kroner_1000(471_115_400.0)
    ('471.115', '471,115')
    """

    def __init__(self, lang: str = DANISH) -> None:
        """Speak a language, "da" or "en"; another one raises ValueError."""
        self.lang = lang
        self._column = LANGUAGES.index(lang)
        self._locale = Locale.parse(LOCALES[lang])

    def say(self, key: str, **values: object) -> str:
        """Return a text of the catalogue with values put in, such of errors in this language; KeyError where the key or a value is missing.

        >>> from simcase.words import said
        >>> Words("da").say("workshop.unkept", file="a.json", why=said("error.system.full"))
        'Ikke gemt i a.json: der er ikke mere plads på disken'
        """
        told = {name: tell(value, self.lang) if isinstance(value, Said) else value for name, value in values.items()}
        return CATALOGUE[key][self._column].format(**told)

    def unfilled(self, key: str) -> str:
        """Return a text of the catalogue with its places left open, for a page that puts values in itself.

        >>> Words("en").unfilled("range.signed")
        '{low} to {high}'
        """
        return CATALOGUE[key][self._column]

    def text(self, label: str | Mapping[str, str] | Bilingual) -> str:
        """Return a label in this language: a text for both, a mapping by language or a label of the model.

        >>> Words("da").text({"da": "Fleksjob", "en": "Flex jobs"}), Words("en").text("KIK II")
        ('Fleksjob', 'KIK II')
        """
        if isinstance(label, str):
            return label
        if isinstance(label, Mapping):
            return label[self.lang]
        return label.da if self.lang == DANISH else label.en

    def source(self, text: str) -> str:
        """Return a source, a note or a reason of a file in this language; those of a user's own stand as they were written.

        >>> Words("da").source("judgement: 55 % single"), Words("en").source("judgement: 55 % single")
        ('skøn: 55 % enlige', 'judgement: 55 % single')
        """
        return in_danish(text) if self.lang == DANISH else text

    def number(self, value: float, decimals: int = 0) -> str:
        """Return a number with so many decimals.

        >>> Words("da").number(1234.5, 1), Words("da").number(-0.2)
        ('1.234,5', '0')
        """
        shape = WHOLE if decimals == 0 else f"{WHOLE}.{'0' * decimals}"
        return str(format_decimal(round(value, decimals) + 0.0, shape, locale=self._locale))

    def change(self, value: float, decimals: int = 0) -> str:
        """Return a number with so many decimals and its sign; nothing at all has none.

        >>> Words("da").change(1234.4), Words("da").change(-12.0), Words("da").change(-0.4), Words("da").change(1.25, 1)
        ('+1.234', '-12', '0', '+1,2')
        """
        return f"{'+' if round(value, decimals) > 0 else ''}{self.number(value, decimals)}"

    def figure(self, value: float) -> str:
        """Return a number of any size with the digits that it has, six decimals at the most.

        >>> Words("da").figure(2019.0), Words("da").figure(0.0125)
        ('2.019', '0,0125')
        """
        return str(format_decimal(value, "#,##0.######", locale=self._locale))

    def persons(self, value: float) -> str:
        """Return persons as a whole number."""
        return self.number(value)

    def kroner_1000(self, value: float) -> str:
        """Return kroner in thousands."""
        return self.number(value / 1000)

    def change_1000(self, value: float) -> str:
        """Return a difference in kroner in thousands, with its sign."""
        return self.change(value / 1000)

    def millions(self, value: float) -> str:
        """Return kroner in millions with one decimal and the unit.

        >>> Words("da").millions(471_115_400.0)
        '471,1 mio. kr.'
        """
        return self.say("kroner.millions", value=self.number(value / 1e6, 1))

    def change_millions(self, value: float) -> str:
        """Return a difference in kroner in millions, with its sign and the unit.

        >>> Words("da").change_millions(12_340_000.0)
        '+12,3 mio. kr.'
        """
        return self.say("kroner.millions", value=self.change(value / 1e6, 1))

    def percent(self, share: float, decimals: int = 0) -> str:
        """Return a share as a percentage, a whole one unless decimals are asked for.

        >>> Words("da").percent(0.253).replace(chr(160), " "), Words("en").percent(0.253)
        ('25 %', '25%')
        """
        return self.say("percent", value=self.number(share * 100, decimals))

    def interval(self, low: str, high: str) -> str:
        """Return two written numbers as a range, by a dash or by a word where one has a sign; a percent sign of both is written once.

        An end that is not written is open.

        >>> Words("da").interval("980", "1.075"), Words("da").interval("-12", "+3"), Words("en").interval("17%", "24%")
        ('980-1.075', '-12 til +3', '17-24%')
        >>> Words("en").interval("DKK -9.3 million", "DKK +5.0 million")
        'DKK -9.3 million to DKK +5.0 million'
        >>> Words("da").interval("4,81", ""), Words("en").interval("", "0.9")
        ('4,81 og op', '0.9 and down')
        """
        if not (low and high):
            return self.say("range.up", low=low) if low else self.say("range.down", high=high) if high else ""
        unit = self.say("percent", value="")
        if high.endswith(unit):
            low = low.removesuffix(unit)
        signed = any(SIGNED.search(end) for end in (low, high))
        return self.say("range.signed" if signed else "range", low=low, high=high)

    def month(self, when: date | str) -> str:
        """Return a month in full with its year.

        >>> Words("da").month("2018-07"), Words("en").month("2018-07")
        ('juli 2018', 'July 2018')
        """
        return str(format_date(as_date(when), "MMMM y", locale=self._locale))

    def month_short(self, when: date | str) -> str:
        """Return the short name of a month without its year.

        >>> Words("da").month_short("2018-07"), Words("en").month_short("2018-07")
        ('jul.', 'Jul')
        """
        return str(format_date(as_date(when), "LLL", locale=self._locale))

    def month_and_year(self, when: date | str) -> str:
        """Return the short name of a month with its year.

        >>> Words("da").month_and_year("2018-07-31"), Words("en").month_and_year("2018-07-31")
        ('jul. 2018', 'Jul 2018')
        """
        return f"{self.month_short(when)} {as_date(when).year}"

    def date(self, when: date | str) -> str:
        """Return a day in full.

        >>> Words("da").date("2019-12-31"), Words("en").date("2019-12-31")
        ('31. december 2019', '31 December 2019')
        """
        return str(format_date(as_date(when), "d. MMMM y" if self.lang == DANISH else "d MMMM y", locale=self._locale))

    def of_runs(self, probability: float) -> str:
        """Return a probability as so many runs of ten, and plainly where it is next to none or all.

        >>> Words("da").of_runs(0.7), Words("da").of_runs(0.99), Words("da").of_runs(0.0)
        ('7 af 10', 'mindst 19 af 20', 'ingen')
        """
        if probability <= 0.0:
            return self.say("runs.none")
        if probability >= 1.0:
            return self.say("runs.all")
        if probability <= RARE:
            return self.say("runs.few")
        if probability >= 1.0 - RARE:
            return self.say("runs.most")
        return self.say("runs.some", n=round(10 * probability))

    def in_runs(self, probability: float) -> str:
        """Return the same with the word for runs.

        >>> Words("da").in_runs(0.7), Words("en").in_runs(0.0)
        ('i 7 af 10 kørsler', 'in no run')
        """
        if probability <= 0.0:
            return self.say("runs.in_none")
        return self.say("runs.in", runs=self.of_runs(probability))

    def number_symbols(self) -> dict[str, Any]:
        """Return how numbers are written, as the dictionary that d3 and Vega read."""
        decimal, thousands = get_decimal_symbol(self._locale), get_group_symbol(self._locale)
        return {"decimal": decimal, "thousands": thousands, "grouping": [3], "currency": ["", " kr."]}

    def calendar_names(self) -> dict[str, Any]:
        """Return months, weekdays and date formats, as the dictionary that d3 and Vega read."""
        days = {width: get_day_names(width, "stand-alone", self._locale) for width in ("wide", "abbreviated")}
        months = {width: get_month_names(width, "stand-alone", self._locale) for width in ("wide", "abbreviated")}
        from_sunday = [6, *range(6)]
        return {
            "dateTime": "%d.%m.%Y %H:%M:%S" if self.lang == DANISH else "%d/%m/%Y %H:%M:%S",
            "date": "%d.%m.%Y" if self.lang == DANISH else "%d/%m/%Y",
            "time": "%H:%M:%S",
            "periods": ["AM", "PM"],
            "days": [days["wide"][day] for day in from_sunday],
            "shortDays": [days["abbreviated"][day] for day in from_sunday],
            "months": [months["wide"][month] for month in range(1, 13)],
            "shortMonths": [months["abbreviated"][month] for month in range(1, 13)],
        }
