"""What a process of its own does with a parquet file: unpack it onto its output, or say how large it is where that is too large.

Damaged bytes may bring down whatever unpacks them, so this is not done in the process that tells about it.
"""

from __future__ import annotations

import io
import sys

import polars as pl

TOO_LARGE = 3
"""The exit code where a table has too many columns or cells; its rows and columns are the output."""


def unpack(raw: bytes, widest: int, cells: int) -> int:
    """Write a table onto the output as a stream of Arrow; return an exit code."""
    height, width = pl.scan_parquet(raw).select(pl.len()).collect().item(), len(pl.read_parquet_schema(io.BytesIO(raw)))
    if width > widest or width * height > cells:
        sys.stdout.buffer.write(f"{height} {width}".encode())
        return TOO_LARGE
    pl.read_parquet(raw).write_ipc_stream(sys.stdout.buffer)
    return 0


if __name__ == "__main__":
    sys.exit(unpack(sys.stdin.buffer.read(), int(sys.argv[1]), int(sys.argv[2])))
