"""An address is opened: what answers, what moved, and what does not. All of it on this machine."""

from __future__ import annotations

import ssl
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from machine import PATIENCE

from macros.system.web import Answer, answer_of

AGENT = "Vuurtoren linkcontrole"
SHORT = 0.2
"""So long we wait for what never answers."""


class Harbour(ThreadingHTTPServer):
    """A site on this machine. asked: by what method each path was asked for. agents: who asked."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Keeper)
        self.asked: list[str] = []
        self.agents: set[str] = set()
        self.closed = threading.Event()

    def url(self, path: str, scheme: str = "http") -> str:
        return f"{scheme}://127.0.0.1:{self.server_address[1]}/{path}"

    def handle_error(self, *_: object) -> None:
        """Who hangs up on us, is none of ours."""


class Keeper(BaseHTTPRequestHandler):
    """Answers by the number that a path begins with."""

    server: Harbour

    def do_HEAD(self) -> None:
        self.server.asked.append(f"{self.command} {self.path}")
        self.server.agents.add(self.headers["User-Agent"])
        name = self.path.strip("/")
        if name == "late":
            self.server.closed.wait(PATIENCE)
        elif name == "cut" or (name == "cut-heads" and self.command == "HEAD"):
            self.connection.close()
        elif name == "no-heads":
            self._answer(405 if self.command == "HEAD" else 200)
        elif name[:3] in ("301", "302", "308"):
            code, _, to = name.partition("-")
            self._answer(int(code), to=to or "200")
        else:
            self._answer(int(name[:3]) if name[:3].isdigit() else 200)

    do_GET = do_HEAD  # noqa: N815 - its name in the standard library

    def _answer(self, status: int, to: str = "") -> None:
        self.send_response(status)
        if to:
            self.send_header("Location", f"/{to}")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def harbour(monkeypatch: pytest.MonkeyPatch) -> Iterator[Harbour]:
    """A site that one can ask for anything."""
    monkeypatch.setenv("no_proxy", "*")
    server = Harbour()
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield server
    server.closed.set()
    server.shutdown()
    server.server_close()
    thread.join()


def test_what_is_there_is_asked_for_its_head_alone(harbour: Harbour) -> None:
    """Under our own name."""
    assert answer_of(harbour.url("200"), AGENT, PATIENCE) == Answer(200, harbour.url("200"))
    assert harbour.asked == ["HEAD /200"] and harbour.agents == {AGENT}


@pytest.mark.parametrize("path", ["404", "410", "403", "500"])
def test_what_is_not_there_says_why(harbour: Harbour, path: str) -> None:
    """After the whole was asked for as well: not every site knows what a head is."""
    answer = answer_of(harbour.url(path), AGENT, PATIENCE)

    assert (answer.status, answer.good, answer.trouble) == (int(path), False, None)
    assert harbour.asked == [f"HEAD /{path}", f"GET /{path}"]


@pytest.mark.parametrize("path", ["no-heads", "cut-heads"])
def test_a_site_that_refuses_heads_is_asked_for_the_whole(harbour: Harbour, path: str) -> None:
    """With an answer, or by hanging up."""
    assert answer_of(harbour.url(path), AGENT, PATIENCE).good
    assert harbour.asked == [f"HEAD /{path}", f"GET /{path}"]


@pytest.mark.parametrize(
    "path, moved",
    [
        ("301-nieuw", "nieuw"),
        ("308-nieuw", "nieuw"),
        ("302-nieuw", ""),
        ("301-302-nieuw", "302-nieuw"),
        ("302-301-nieuw", ""),
    ],
)
def test_what_moved_for_good_says_where_to(harbour: Harbour, path: str, moved: str) -> None:
    """As far as every step is for good; and it is still the head that is asked for."""
    answer = answer_of(harbour.url(path), AGENT, PATIENCE)

    assert answer == Answer(200, harbour.url("nieuw"), harbour.url(moved) if moved else "")
    assert {asked.partition(" ")[0] for asked in harbour.asked} == {"HEAD"}


def test_what_never_answers_is_not_waited_for(harbour: Harbour) -> None:
    """Nor asked twice."""
    assert answer_of(harbour.url("late"), AGENT, SHORT) == Answer(0, trouble="late")
    assert harbour.asked == ["HEAD /late"]


def test_a_line_that_is_cut_is_silence(harbour: Harbour) -> None:
    """The same as a site that nobody keeps."""
    assert answer_of(harbour.url("cut"), AGENT, PATIENCE) == Answer(0, trouble="silent")
    harbour.server_close()
    assert answer_of(harbour.url("200"), AGENT, PATIENCE) == Answer(0, trouble="silent")


def test_a_certificate_that_no_one_trusts_is_unsafe(harbour: Harbour, monkeypatch: pytest.MonkeyPatch) -> None:
    """As a browser has it. No key lies in the tests for that: Python says so where it looks at one."""
    monkeypatch.setattr(ssl.SSLContext, "wrap_socket", _mistrusted)

    assert answer_of(harbour.url("200", "https"), AGENT, PATIENCE) == Answer(0, trouble="unsafe")


def test_a_name_that_no_one_has_is_unknown(monkeypatch: pytest.MonkeyPatch) -> None:
    """`.invalid` is kept free for that; nobody is asked who it is."""
    monkeypatch.setenv("no_proxy", "*")
    monkeypatch.setattr("socket.getaddrinfo", _no_one)

    assert answer_of("https://toren.invalid", AGENT, PATIENCE) == Answer(0, trouble="unknown host")


def _mistrusted(*_: object, **__: object) -> None:
    raise ssl.SSLCertVerificationError("self-signed certificate")


def _no_one(*_: object, **__: object) -> None:
    import socket

    raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")


@pytest.mark.parametrize("path", ["café?naam=ö", "a%20b", "(haakjes)"])
def test_an_address_is_written_as_the_web_wants_it(harbour: Harbour, path: str) -> None:
    """What is written so already, stays as it is."""
    assert answer_of(harbour.url(path), AGENT, PATIENCE).good


@pytest.mark.parametrize("to", ["file:///etc/passwd", "ftp://127.0.0.1/"])
def test_nothing_else_than_the_web_is_opened(to: str) -> None:
    """Whatever a site sends us to."""
    assert answer_of(to, AGENT, PATIENCE) == Answer(0, trouble="silent")
