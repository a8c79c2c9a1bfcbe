"""Files in YAML become frozen declarations, strictly, with the line of every problem."""

from simcase.declare.cache import cache_folder
from simcase.declare.document import Document, Tree, Where, dotted, shown_value
from simcase.declare.json_schema import FILES, json_schema
from simcase.declare.library import AS_IS, Library, here, is_name, is_path, shipped
from simcase.declare.validate import expected_by, validate, validate_tree
from simcase.declare.workbook import Row, Value, read_grid, read_rows
from simcase.declare.yaml import parse_text, read_document, write_yaml

__all__ = [
    "AS_IS",
    "FILES",
    "Document",
    "Library",
    "Row",
    "Tree",
    "Value",
    "Where",
    "cache_folder",
    "dotted",
    "expected_by",
    "here",
    "is_name",
    "is_path",
    "json_schema",
    "parse_text",
    "read_document",
    "read_grid",
    "read_rows",
    "shipped",
    "shown_value",
    "validate",
    "validate_tree",
    "write_yaml",
]
