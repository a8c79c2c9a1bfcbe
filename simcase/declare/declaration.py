"""Read a file as a declaration; the same bytes are read once in a process, however often they are asked for."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Final, TypeVar, cast

from pydantic import BaseModel

from simcase.declare.document import Document, shown_path
from simcase.declare.validate import validate
from simcase.declare.yaml import content_of, document_of
from simcase.errors import UserError

Schema = TypeVar("Schema", bound=BaseModel)
MOST: Final = 256
"""Files that are kept in mind: more than ship, so that what is held against every calibration reads each once."""


def read_declaration(path: Path, schema: type[Schema]) -> tuple[Document, Schema]:
    """Return a file and the declaration that it holds; raises UserError with every problem of it."""
    shown = shown_path(path)
    document, declared = _declared(content_of(path, shown), shown, schema)
    return document, cast("Schema", declared)


@lru_cache(MOST)
def _declared(content: bytes, shown: str, schema: type[BaseModel]) -> tuple[Document, BaseModel]:
    """Return what the bytes of a file declare; both are frozen, so that all who ask may have the same."""
    document = document_of(content, shown)
    declared, issues = validate(document, schema)
    if declared is None:
        raise UserError(issues)
    return document, declared
