"""A scenario file to begin with: valid, empty of changes, its comments showing every kind of change."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from simcase.declare import AS_IS, Library
from simcase.declare.initiatives import Initiative
from simcase.errors import Issue, UserError
from simcase.model import Model
from simcase.model.doses import COUNTED
from simcase.present.commands import command_in
from simcase.words import Words, said

NAME = re.compile(r"[a-z0-9][a-z0-9_.-]*")


def check_names(name: str, base: str, library: Library, *, initiative: bool) -> None:
    """Refuse a name that no scenario (or no initiative, where one is wanted) can have or one has already, and a base that is none."""
    if base != AS_IS:
        library.scenario(base)
    if not NAME.fullmatch(name):
        raise UserError([Issue("", 0, "", f"'{name}'", said("error.value.name"))])
    if name in (AS_IS, *library.scenarios()):
        raise UserError([Issue("", 0, "", said("error.scenario.taken", name=name), said("error.file.new_name"))])
    if initiative and name in library.initiatives():
        raise UserError([Issue("", 0, "", said("error.initiative.taken", name=name), said("error.file.new_name"))])


def write_new(folder: Path, name: str, text: str) -> Path:
    """Write a file into a folder; raises UserError where there is one already."""
    file = folder / f"{name}.yaml"
    file.parent.mkdir(parents=True, exist_ok=True)
    try:
        with file.open("x", encoding="utf-8") as opened:
            opened.write(text)
    except FileExistsError:
        raise UserError([Issue(file.as_posix(), 0, "", said("error.file.there"), said("error.file.new_name"))]) from None
    return file


def title_of(name: str) -> str:
    """Return a title to begin with, from a name.

    >>> title_of("forty-small_jobs")
    'Forty small jobs'
    """
    return re.sub(r"[-_]+", " ", name).capitalize()


def skeleton(name: str, base: str, model: Model, known: Sequence[Initiative], words: Words) -> str:
    """Return the text of a scenario based on another one, whose model and the initiatives that it can have are given for the examples."""
    return "\n".join(_lines(name, base, model, known, words)) + "\n"


def with_initiative(name: str, base: str, words: Words) -> str:
    """Return the text of a scenario that is another one with an initiative of the same name."""
    head = _head(name, base, words.say("skeleton.head_with", name=name, base=base), words)
    return "\n".join([*head, "initiatives:", f"  - use: {name}", f'    why: "{words.say("skeleton.why")}"']) + "\n"


def _lines(name: str, base: str, model: Model, known: Sequence[Initiative], words: Words) -> Iterator[str]:
    """Yield the lines of the file; those of `# key:` and below become valid when the `# ` is taken away, `##` explains."""
    yield from _head(name, base, words.say("skeleton.head", name=name, base=base), words)
    used = [initiative.id for initiative in model.initiatives]
    yield from _initiatives([*(each for each in known if each.id not in used), *model.initiatives], words)
    if used:
        yield from ("", words.say("skeleton.without", used=", ".join(used)), f"# without: [{used[0]}]")
    yield from _changes(model, words)
    yield from ("", words.say("skeleton.horizon"), f"# horizon: {{end: {model.end}}}")


def _head(name: str, base: str, about: str, words: Words) -> Iterator[str]:
    """Yield what every scenario begins with."""
    yield from (about, words.say("skeleton.title"))
    yield f'title: "{title_of(name)}"'
    yield f'description: "{words.say("skeleton.changed")}"'
    yield f"based_on: {base}"


def _initiatives(known: Sequence[Initiative], words: Words) -> Iterator[str]:
    """Yield how an initiative is added, by one with places or slots where there is one."""
    if not known:
        return
    yield from ("", words.say("skeleton.initiatives"))
    yield from (f"##   {each.id}: {' '.join(words.text(each.label).split())}" for each in sorted(known, key=lambda each: each.id))
    yield words.say("skeleton.set")
    sizes = [(each, part, size.value) for each in known for part in COUNTED if each.programme and (size := getattr(each.programme, part))]
    use, path, value = (sizes[0][0], f"programme.{sizes[0][1]}.value", sizes[0][2]) if sizes else (known[0], "target.share", 0.5)
    yield from ("# initiatives:", f"#   - use: {use.id}", f'#     why: "{words.say("skeleton.why")}"', f"#     set: {{{path}: {value:g}}}")
    if sizes:
        yield from (words.say("skeleton.times"), "#     times: 0.5")


def _changes(model: Model, words: Words) -> Iterator[str]:
    """Yield how a number is changed."""
    if not model.transitions:
        return
    first = model.transitions[0]
    yield from ("", words.say("skeleton.changes"), words.say("skeleton.explain", command=command_in(model, "explain", model.scenario)))
    yield from (
        "# changes:",
        f"#   - path: transitions.{first.from_}.{first.to}.rate",
        "#     times: 1.1",
        f'#     why: "{words.say("skeleton.why")}"',
    )
