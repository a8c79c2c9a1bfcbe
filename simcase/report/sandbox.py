"""What a template may say: fields, loops over them and conditions; it is data that comes by mail, so nothing in it can call or count."""

from __future__ import annotations

from typing import Final

from jinja2 import StrictUndefined, TemplateSyntaxError, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment

from simcase.words import said

ALLOWED: Final = (
    nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name, nodes.Getattr, nodes.Getitem, nodes.Const, nodes.Slice,
    nodes.For, nodes.If, nodes.CondExpr, nodes.Compare, nodes.Operand, nodes.And, nodes.Or, nodes.Not, nodes.List, nodes.Tuple,
)  # fmt: skip
"""The parts of the language that a template may use: none of them makes anything longer than what it is given."""
DEEPEST: Final = 3
"""Loops inside of each other."""


class Refused(TemplateSyntaxError):  # noqa: N818 - what was refused is the message
    """A template has something in it that it may not have."""

    def __init__(self, found: str, line: int) -> None:
        """Keep what was found, and in which line."""
        super().__init__(found, line)
        self.found = found


class Sandbox(ImmutableSandboxedEnvironment):
    """The language of templates, cut down to what filling in takes."""

    def __init__(self) -> None:
        """Know no functions and no filters; a field that is not there is a mistake."""
        super().__init__(autoescape=True, undefined=StrictUndefined)
        self.globals.clear()
        self.filters.clear()
        self.tests.clear()

    def _generate(self, source: nodes.Template, *args: object, **more: object) -> str:
        """Return the code of a template; raises Refused for one that does more than it may."""
        check(source, 0)
        return super()._generate(source, *args, **more)  # type: ignore[arg-type]


def check(node: nodes.Node, depth: int) -> None:
    """Refuse what a template may not use, and loops deeper than any table; raises Refused."""
    if not isinstance(node, ALLOWED):
        raise Refused(f"'{type(node).__name__.lower()}'", node.lineno)
    depth += isinstance(node, nodes.For)
    if depth > DEEPEST:
        raise Refused(said("error.paper.loops", depth=depth), node.lineno)
    for each in node.iter_child_nodes():
        check(each, depth)
