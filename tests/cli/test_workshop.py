"""The live page is told to be at an address only where it can be."""

from __future__ import annotations

import socket
from collections.abc import Callable

import pytest
from click.testing import Result

pytest.importorskip("streamlit", reason='streamlit is not installed: pip install "simcase[workshop]"')

from simcase.workshop.serving import in_the_way


@pytest.mark.usefixtures("village")
@pytest.mark.parametrize(("lang", "said"), [("en", "choose another port"), ("da", "vælg en anden port")])
def test_a_port_that_is_taken_is_told_before_anything_is_simulated(call: Callable[..., Result], lang: str, said: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        done = call("workshop", "plain", "--baseline", "plain", "--calibration", "village", "--port", str(port), "--lang", lang)
    assert (done.exit_code, done.stdout) == (2, "")
    assert str(port) in done.stderr
    assert said in done.stderr
    assert "http://" not in done.stderr


def test_a_port_is_free_once_it_is_let_go() -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        assert in_the_way("127.0.0.1", port)
    assert in_the_way("127.0.0.1", port) is None
    assert in_the_way("192.0.2.1", port), "no address of this computer"
