"""What the operating system refuses, as a reader is told."""

from __future__ import annotations

import errno
import socket
from typing import Final

from simcase.words import said

REFUSALS: Final = {
    errno.ENOENT: "error.system.not_there",
    errno.EACCES: "error.system.denied",
    errno.EPERM: "error.system.not_permitted",
    errno.EEXIST: "error.system.there",
    errno.EISDIR: "error.system.folder",
    errno.ENOTDIR: "error.system.no_folder",
    errno.ENAMETOOLONG: "error.system.long_name",
    errno.ENOSPC: "error.system.full",
    errno.EROFS: "error.system.read_only",
    errno.EIO: "error.system.device",
    errno.EADDRINUSE: "error.system.address_in_use",
    errno.EADDRNOTAVAIL: "error.system.no_address",
    socket.EAI_NONAME: "error.system.no_host",
}
"""The text of what is refused, by its number."""


def why_refused(error: OSError) -> str:
    """Return why the operating system refused something, in its own words where that is rare."""
    return said(REFUSALS[error.errno]) if error.errno in REFUSALS else error.strerror or str(error)
