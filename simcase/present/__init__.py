"""Typed results become tables, sentences and charts: the one place where a figure gets heads, units and words."""
