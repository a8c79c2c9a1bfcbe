"""An initiative to begin with: valid and without effect, its comments saying what each key means and in what unit."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from textwrap import wrap
from typing import Final

from simcase.cli.skeleton import title_of
from simcase.declare.json_schema import meaning
from simcase.errors import Issue, UserError
from simcase.model import Model
from simcase.words import Words, said

WIDTH: Final = 130
PARTS: Final = {
    "target": "TargetGroup",
    "window": "Window",
    "effects": "Effect",
    "programme": "Programme",
    "during": "Effect",
    "after": "Phase",
    "adds": "Added",
    "costs": "Cost",
}
"""The class whose keys stand beneath a key."""
KEY: Final = re.compile(r"(?P<indent> *)(?P<off># )?(?P<item>- )?(?P<key>[a-z_]+):")
HEAD: Final = """\
id: {name}
label: "{title}"
description: "{about}"
kind: {kind}
"""
TARGET: Final = """\
target:
  states: [{state}]
  # from_age: 18
  # to_age: 30
  # min_weeks: 0
  # share: 1
"""
WINDOW: Final = """\
window:
  start: {start}
  # ramp_up_months: 0
  # end: {end}
"""
EFFECTS: Final = """\
effects:
  - exits_to: [{exit}]
    hazard_ratio: {{value: 1, low: 1, high: 1, grade: D, source: "{source}"}}
"""
PROGRAMME: Final = """\
programme:
  places: 10
  weeks: 26
  # every_days: 7
  # queue: longest
  # drop_out_per_year: 0
  # again_after_weeks: 26
  during:
    - exits_to: [{exit}]
      hazard_ratio: {{value: 1, low: 1, high: 1, grade: D, source: "{source}"}}
  # after:
    # - weeks: 26
      # effects:
        # - exits_to: [{exit}]
          # hazard_ratio: {{value: 1, low: 1, high: 1, grade: D, source: "{source}"}}
  kroner_per_place: {{value: 0, grade: D, source: "{source}"}}
  # kroner_per_start: {{value: 0, grade: D, source: "{source}"}}
  line: {line}
"""
DIVERSION: Final = """\
prevents: {{value: 0, grade: D, source: "{source}"}}
"""
HOURS: Final = """\
adds:
  pool: {pool}
  hours_a_week: {{value: 0, grade: A, source: "{source}"}}
"""
TAIL: Final = """\
# costs:
  # - year: {year}
    # line: {line}
    # kroner: 0
    # grade: D
    # source: "{source}"
evidence: J
# caveat: "{caveat}"
"""
BASE: Final = "# dose_in_base: 0\n"
KINDS: Final = {
    "programme": (TARGET, WINDOW, PROGRAMME),
    "open": (TARGET, WINDOW, BASE, EFFECTS),
    "diversion": (TARGET, WINDOW, BASE, DIVERSION),
    "hours": (WINDOW, HOURS),
}
"""What stands in a file of each kind that needs no program."""


def initiative(name: str, kind: str, model: Model, words: Words) -> str:
    """Return the text of an initiative of some kind, whose states, lines and dates are those of a model."""
    first = next((each for each in model.transitions if line_of(model, each.from_)), None)
    if first is None:
        found = said("error.initiative.no_benefits", calibration=model.calibration)
        raise UserError([Issue("", 0, "calibration", found, said("error.initiative.benefits"))])
    values = {
        "name": name,
        "title": title_of(name),
        "kind": kind,
        "state": first.from_,
        "exit": first.to,
        "line": line_of(model, first.from_),
        "pool": next((each.staff.pool for each in model.initiatives if each.staff), model.staff[0].id if model.staff else "caseworkers"),
        "start": model.start.replace(year=model.start.year + 1, month=1, day=1),
        "end": model.end,
        "year": model.start.year + 1,
        **{key: words.say(f"skeleton.{key}") for key in ("about", "source", "caveat")},
    }
    body = "".join((HEAD, *KINDS[kind], TAIL)).format(**values)
    return "\n".join([words.say("skeleton.initiative", name=name), *known(model, words), "", *explained(body, words)]) + "\n"


def line_of(model: Model, state: str) -> str | None:
    """Return the line of the budget on which a state is paid."""
    return next(each.line for each in model.states if each.id == state)


def known(model: Model, words: Words) -> Iterator[str]:
    """Yield comments that name the states and the lines that can be written."""
    for key, items in (("states", model.states), ("lines", model.lines)):
        yield f"## {words.say(f'skeleton.{key}')}"
        yield from (f"##   {each.id}: {words.text(each.label)}" for each in items)


def explained(body: str, words: Words) -> Iterator[str]:
    """Yield the lines of a file, above each what its key means."""
    inside = [(-1, "Initiative")]
    for line in body.splitlines():
        found = KEY.match(line)
        if found is None:
            yield line
            continue
        depth = len(found["indent"]) + 2 * bool(found["item"])
        while inside[-1][0] >= depth:
            inside.pop()
        yield from comments(meaning(inside[-1][1], found["key"], words.lang), found["indent"])
        yield line
        if found["key"] in PARTS:
            inside.append((depth, PARTS[found["key"]]))


def comments(text: str, indent: str) -> Iterable[str]:
    """Return a text as comments of a file."""
    return [f"{indent}## {line}" for line in wrap(text, WIDTH - len(indent))]
