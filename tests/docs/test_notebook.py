"""The notebook, executed as it stands, in an empty folder."""

from __future__ import annotations

from pathlib import Path

import pytest

NOTEBOOK = Path(__file__).parents[2] / "docs" / "guides" / "analysis.ipynb"


@pytest.mark.slow
@pytest.mark.filterwarnings("default")
def test_the_notebook_ends_in_a_table_and_a_chart(tmp_path: Path) -> None:
    nbclient = pytest.importorskip("nbclient", reason='nbclient is not installed: pip install ".[slow]"')
    nbformat = pytest.importorskip("nbformat")  # which nbclient brings
    notebook = nbformat.read(NOTEBOOK, as_version=4)
    nbclient.NotebookClient(notebook, timeout=120, kernel_name="python3", resources={"metadata": {"path": str(tmp_path)}}).execute()
    shown = [output["data"] for cell in notebook.cells if cell.cell_type == "code" for output in cell.outputs if "data" in output]
    assert any("business" in str(each) or "municipality" in str(each) for each in shown)
    assert any("vega-lite" in str(each).lower() for each in shown)
