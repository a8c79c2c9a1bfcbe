"""StatBank Denmark becomes a population by age, or targets, in a calibration's folder."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import TypeVar

from simcase.declare import AS_IS
from simcase.errors import Issue, UserError, closest
from simcase.importers import statbank
from simcase.importers.counts import Count, of_year, series, target
from simcase.importers.from_jobindsats import ImportResult, brought
from simcase.importers.privacy import refuse_named
from simcase.importers.statbank import AGE, BENEFIT, BENEFITS, REGION
from simcase.importers.write_section import free_section, own_folder, with_targets, write_section
from simcase.model import resolve
from simcase.vocabulary import write_whole
from simcase.words import ENGLISH, Words, said

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Question:
    """What is wanted of StatBank: for which calibration, area and years, from which table and variables, and how it is written."""

    calibration: str
    area: str
    years: tuple[int, ...]
    fit: str
    table: str
    variables: Mapping[str, str] = field(default_factory=dict)
    """Further variables of the table, each with the codes that count, commas between them."""
    states: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """States by the benefit's text in small letters, beside those known."""
    url: str = statbank.URL
    bulk: bool = False
    refresh: bool = False
    replace: bool = False
    lang: str = ENGLISH
    """The language of the comments and sources that are written."""

    def place(self, section: str) -> Path:
        """Return the file that a section of the calibration is written to.

        Raises UserError for words that no question has, and where the section is there already.
        """
        refuse_named({"--area": self.area, "--fit": self.fit, "--variable": self.variables, "--map": self.states, "--url": self.url})
        if not re.fullmatch(r"[A-Za-z0-9]{1,20}", self.table):
            raise UserError([Issue("", 0, "--table", said("error.folder.odd_name"), said("error.table.letters"))])
        return free_section(own_folder(self.calibration), section, replace=self.replace)

    def read(self, variables: Mapping[str, Sequence[str]], read: Callable[[statbank.Rows], T], *, texts: bool) -> T:
        """Return what is read out of the rows of the area with these variables and the further ones."""
        code = statbank.region(self.area, self.table, self.url, refresh=self.refresh)
        more = {name: values.split(",") for name, values in self.variables.items()}
        every = {REGION: [code], **variables, **more}
        return statbank.read_table(self.table, every, read, self.url, texts=texts, bulk=self.bulk, refresh=self.refresh)


def import_population(question: Question) -> ImportResult:
    """Write the population of 1 January of the latest year by age; raises UserError for anything that is not as expected."""
    file = question.place("population")
    variables = {AGE: ["*"], "Tid": [f"{max(question.years)}K1"]}
    day, persons = question.read(variables, partial(statbank.population, table=question.table), texts=False)
    source = f"StatBank Denmark, {question.table}, {question.area}, {day}"
    told = {"date": day.isoformat(), "from_age": 16, "source": source, "grade": "A", "persons": persons}
    write_section(file, "population", told, "import.head.population", Words(question.lang))
    return brought((), [Count(question.table.lower(), "population", day, 1, float(sum(persons.values())), 0.0)], file)


def import_recipients(question: Question) -> ImportResult:
    """Write yearly averages of full-time recipients as targets; raises UserError for anything that is not as expected."""
    file = question.place("targets")
    known = {state.id for state in resolve(AS_IS, calibration=question.calibration, without_fit=True).states}
    periods = [f"{year}K{quarter}" for year in question.years for quarter in range(1, 5)]
    read = partial(statbank.recipients, table=question.table, column=BENEFIT)
    every = question.read({BENEFIT: ["*"], "Tid": periods}, read, texts=True)
    states = BENEFITS | dict(question.states)
    wrong = sorted({state for named in question.states.values() for state in named} - known)
    if wrong:
        raise UserError([Issue("", 0, "--map", f"'{state}'", *closest(state, known)) for state in wrong])
    counts = [each for each in every if each.benefit in states]
    if not counts:
        found = ", ".join(sorted({each.benefit for each in every})[:12])
        raise UserError([Issue(question.table, 0, BENEFIT, found, said("error.counted.benefit"), said("error.counted.map"))])
    targets = []
    for benefit in dict.fromkeys(each.benefit for each in counts):
        mine = [each for each in counts if each.benefit == benefit]
        for year in question.years:
            yearly = of_year(mine, year, f"{question.table} {benefit}")
        inside = [state for state in states[benefit] if state in known]
        if inside:
            source = f"StatBank Denmark, {question.table}, {question.area}, {max(question.years)}: {benefit}"
            average = target(yearly, inside, max(question.years), question.fit, source)
            targets.append(replace(average, id=_id(yearly[0], max(question.years))))
    told, held = series(counts), file.with_name(f"{question.table.lower()}.csv")
    write_section(file, "targets", with_targets(question.calibration, targets), "import.head.recipients", Words(question.lang))
    write_whole(held, told)
    return brought(targets, counts, file, held)


def _id(count: Count, year: int) -> str:
    """Return the name of a target in the letters that names have.

    >>> _id(Count("auk01", "førtidspension", None, 3, None, 1.0), 2019)
    'auk01.foertidspension.2019'
    """
    plain = count.benefit.replace("æ", "ae").replace("ø", "oe").replace("å", "aa")
    return f"{count.table}.{re.sub(r'[^a-z0-9]+', '_', plain)}.{year}"
