"""What changed in the law and when: a row a change, with what it does to the model, its grade and its source."""

from __future__ import annotations

from collections.abc import Iterator

from simcase.present.table import Row, Sentence, Table, texts
from simcase.study.results import Bilingual, LawEffect, LawResult, LawRow
from simcase.words import Words


def law_parts(result: LawResult, words: Words) -> Iterator[Table | Sentence]:
    """Yield the changes of the law in some years."""
    title = words.say("law.title", first=result.first, last=result.last)
    if not result.changes:
        yield Sentence(title, "strong")
        yield Sentence(words.say("law.none"), "faint")
        return
    sources = list(dict.fromkeys(each.source for each in result.changes))
    heads = [*(words.say(f"law.head.{head}") for head in ("date", "change", "does")), words.say("fit.grade"), words.say("law.head.source")]
    rows = [
        Row([_days(each, words), words.text(each.label), _does(each, result.calibration, words), each.grade, number])
        for each in result.changes
        for number in (str(sources.index(each.source) + 1),)
    ]
    yield Table("", title, texts(*heads), rows)
    yield Table("", words.say("law.sources"), texts("", ""), [Row([str(number), source]) for number, source in enumerate(sources, 1)])
    yield Sentence(words.say("law.about"), "faint")


def _days(row: LawRow, words: Words) -> str:
    """Return the first day of a change, and the last one where there is one."""
    first = words.date(row.first)
    return words.say("law.until", first=first, last=words.date(row.last)) if row.last else first


def _does(row: LawRow, calibration: str, words: Words) -> str:
    """Return what a change does to the model, its name there, what is to be known of it, and that a calibration is without it."""
    said = list(_effects(row.effects, words)) or [words.say("law.told")]
    named = [row.id, *([] if row.stood_on else [words.say("law.without", calibration=calibration)])]
    return "\n".join([*said, *([row.note] if row.note else []), f"({', '.join(named)})"])


def _effects(effects: tuple[LawEffect, ...], words: Words) -> Iterator[str]:
    """Yield what a change does, in words; classes of rates are counted."""
    classes = [each for each in effects if each.kind == "pays"]
    deductions = [each.name for each in effects if each.kind == "deductions"]
    for each in effects:
        if each.kind in {"opens", "closes", "ends"} and each.label and each.to:
            yield words.say(f"law.{each.kind}", name=_short(each.label, words), to=_short(each.to, words))
    if classes:
        yield words.say("law.pays", n=len(classes))
    if deductions:
        yield words.say("law.deductions", names=", ".join(deductions))
    for each in effects:
        if each.value is not None:
            yield _number(each, each.value, words)


def _short(label: Bilingual, words: Words) -> str:
    """Return the name of a state short of what stands in brackets."""
    return words.text(label).split(" (")[0]


def _number(effect: LawEffect, value: float, words: Words) -> str:
    """Return a number that a change sets, or how much something grows."""
    if effect.kind == "rates":
        key = "law.rates" if effect.name == "index" else "law.thresholds"
        sign = "+" if value >= 0.0 else ""
        return words.say(key, name=effect.name, value=f"{sign}{words.percent(value, 2)}")
    return words.say(f"law.{effect.kind}", name=effect.name, value=words.figure(value))
