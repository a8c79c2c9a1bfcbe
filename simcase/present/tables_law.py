"""What changed in the law and when: a row a change, with what it does to the model, its grade and its source."""

from __future__ import annotations

from collections.abc import Iterator

from simcase.present.table import Row, Sentence, Table, texts
from simcase.study.results import Bilingual, LawEffect, LawResult, LawRow
from simcase.words import Words


def law_parts(result: LawResult, words: Words) -> Iterator[Table | Sentence]:
    """Yield the changes of the law in some years, then their sources and what is to be known of them, each once."""
    title = words.say("law.title", first=result.first, last=result.last, calibration=result.calibration)
    if not result.changes:
        yield Sentence(title, "strong")
        yield Sentence(words.say("law.none"), "faint")
        return
    known = list(dict.fromkeys((each.source, each.note) for each in result.changes))
    heads = [*(words.say(f"law.head.{head}") for head in ("date", "change")), words.say("fit.grade"), words.say("law.head.source")]
    rows = [
        Row([_days(each, words), _change(each, result.calibration, words), each.grade, str(known.index((each.source, each.note)) + 1)])
        for each in result.changes
    ]
    yield Table("", title, texts(*heads), rows)
    said = ("\n".join(filter(None, map(words.source, each))) for each in known)
    yield Sentence(words.say("law.sources"), "strong", tuple(f"{number}. {text}" for number, text in enumerate(said, 1)))
    yield Sentence(words.say("law.about"), "faint")


def _days(row: LawRow, words: Words) -> str:
    """Return the first day of a change, and the last one where there is one."""
    first = words.date(row.first)
    return words.say("law.until", first=first, last=words.date(row.last)) if row.last else first


def _change(row: LawRow, calibration: str, words: Words) -> str:
    """Return a change, what it does to the model, and that a calibration is without it."""
    does = list(_effects(row.effects, words)) or [words.say("law.told")]
    without = [] if row.stood_on else [words.say("law.without", calibration=calibration)]
    return "\n".join([words.text(row.label), *(f"- {said}" for said in (*does, *without))])


def _effects(effects: tuple[LawEffect, ...], words: Words) -> Iterator[str]:
    """Yield what a change does, in words; classes of rates are counted."""
    classes = [each for each in effects if each.kind == "pays"]
    deductions = [_called(each, words) for each in effects if each.kind == "deductions"]
    for each in effects:
        if each.kind in {"opens", "closes", "ends"} and each.label and each.to:
            yield words.say(f"law.{each.kind}", name=_short(each.label, words), to=_short(each.to, words))
    if classes:
        yield words.say("law.pays", n=len(classes))
    if deductions:
        yield words.say("law.deductions", names=", ".join(dict.fromkeys(", ".join(deductions).split(", "))))
    for each in effects:
        if each.value is not None:
            yield _number(each, each.value, words)


def _short(label: Bilingual, words: Words) -> str:
    """Return the name of a state short of what stands in brackets."""
    return words.text(label).split(" (")[0]


def _called(effect: LawEffect, words: Words) -> str:
    """Return what the thing is called that a change is about, by its name in the files where it has no other."""
    return words.text(effect.label) if effect.label else effect.name


def _number(effect: LawEffect, value: float, words: Words) -> str:
    """Return a number that a change sets, or how much something grows."""
    said, name = words.figure(value), _called(effect, words)
    if effect.kind == "rates":
        grown = f"{'+' if value >= 0.0 else ''}{words.percent(value, 2)}"
        return words.say("law.rates" if effect.name == "index" else "law.thresholds", name=name, value=grown)
    if effect.kind == "number" and effect.name.startswith("measures_refund."):
        return words.say("law.refund", name=name, value=words.percent(value))
    if effect.kind == "number" and effect.name.endswith(".weeks"):
        return words.say("law.weeks", name=name, value=said)
    return words.say(f"law.{effect.kind}", name=name, value=said)
