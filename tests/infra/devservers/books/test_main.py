"""The command: its one line, its options, its end."""

import json
import re
import signal
import subprocess
import sys
import urllib.request

import pytest

from infra.devservers.books.__main__ import _bracketed, _is_loopback, main


@pytest.fixture
def books():
    command = [sys.executable, "-m", "infra.devservers.books", "--currency", "IRR"]
    command += ["--no-key-field", "--seed", "3", "--client-id", "other"]
    started = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    yield started
    started.kill()
    started.wait()
    started.stdout.close()


def test_it_prints_its_address_serves_and_stops_on_sigterm(books):
    line = books.stdout.readline()
    found = re.fullmatch(r"books: (http://127\.0\.0\.1:\d+)\n", line)
    with urllib.request.urlopen(f"{found[1]}/__fake/state", timeout=5) as answer:  # noqa: S310
        assert json.load(answer)["items"] == 500
    books.send_signal(signal.SIGTERM)
    assert books.wait(5) == 0
    assert books.stdout.read() == ""


@pytest.mark.parametrize("host", ["0.0.0.0", "192.168.1.1", "example.org", "::"])  # noqa: S104
def test_it_listens_on_the_loopback_only(host, capsys):
    with pytest.raises(SystemExit) as ended:
        main(["--host", host])
    assert ended.value.code == 2
    assert "loopback" in capsys.readouterr().err


def test_an_address_of_six_is_bracketed():
    assert (_bracketed("::1"), _bracketed("127.0.0.1")) == ("[::1]", "127.0.0.1")
    assert _is_loopback("localhost")


def test_an_unknown_currency_is_refused(capsys):
    with pytest.raises(SystemExit):
        main(["--currency", "XXX"])
    assert "invalid choice" in capsys.readouterr().err
