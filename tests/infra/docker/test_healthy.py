"""A container is healthy when its address answers well."""

import socket
import subprocess
import sys
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from infra.docker import healthy
from infra.docker.healthy import is_healthy


class Answers(BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200 if self.path == "/healthz" else 503)
        self.end_headers()

    def log_message(self, *_):
        """Say nothing."""


@pytest.fixture
def served():
    with HTTPServer(("127.0.0.1", 0), Answers) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server.server_port
        server.shutdown()


def test_an_address_that_answers_is_healthy(served):
    assert is_healthy(f"http://127.0.0.1:{served}/healthz")
    assert is_healthy(f"tcp://127.0.0.1:{served}")


def test_an_error_or_silence_is_not(served):
    assert not is_healthy(f"http://127.0.0.1:{served}/other")
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
        assert not is_healthy(f"tcp://127.0.0.1:{port}")
        assert not is_healthy(f"http://127.0.0.1:{port}/healthz")
    assert not is_healthy("nonsense")


def test_the_exit_code_tells(served):
    for path, code in (("healthz", 0), ("other", 1)):
        command = [sys.executable, healthy.__file__, f"http://127.0.0.1:{served}/{path}"]
        assert subprocess.run(command, check=False).returncode == code
