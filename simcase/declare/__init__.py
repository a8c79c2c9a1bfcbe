"""Files in YAML become frozen declarations, strictly, with the line of every problem."""

from simcase.declare.bounded import bounded, bounded_archive
from simcase.declare.cache import SEALED, cache_folder, keep, kept, mended
from simcase.declare.cells import YEARS, iso_date, month_of, number_of, plain_number
from simcase.declare.declaration import read_declaration
from simcase.declare.delimited import cells_of, separator_of, utf8
from simcase.declare.document import Document, Tree, Where, dotted, shown_path, shown_value
from simcase.declare.library import AS_IS, BASELINE, Library, here, is_file_name, is_name, is_path, path_of, shipped
from simcase.declare.validate import expected_by, validate, validate_tree
from simcase.declare.workbook import Row, has_rows, head_of, read_grid, read_rows
from simcase.declare.xlsx import Value
from simcase.declare.yaml import parse_text, read_document, write_yaml

__all__ = [
    "AS_IS",
    "BASELINE",
    "SEALED",
    "YEARS",
    "Document",
    "Library",
    "Row",
    "Tree",
    "Value",
    "Where",
    "bounded",
    "bounded_archive",
    "cache_folder",
    "cells_of",
    "dotted",
    "expected_by",
    "has_rows",
    "head_of",
    "here",
    "is_file_name",
    "is_name",
    "is_path",
    "iso_date",
    "keep",
    "kept",
    "mended",
    "month_of",
    "number_of",
    "parse_text",
    "path_of",
    "plain_number",
    "read_declaration",
    "read_document",
    "read_grid",
    "read_rows",
    "separator_of",
    "shipped",
    "shown_path",
    "shown_value",
    "utf8",
    "validate",
    "validate_tree",
    "write_yaml",
]
