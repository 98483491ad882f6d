"""Opens a web address, to know whether something answers there. Nothing of what it says is read, or kept."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Iterable
from dataclasses import dataclass
from http.client import HTTPException, HTTPMessage
from http.cookiejar import CookieJar
from typing import IO, Literal
from urllib.error import HTTPError, URLError
from urllib.parse import quote
from urllib.request import (
    HTTPCookieProcessor,
    HTTPDefaultErrorHandler,
    HTTPErrorProcessor,
    HTTPHandler,
    HTTPRedirectHandler,
    HTTPSHandler,
    OpenerDirector,
    ProxyHandler,
    Request,
    UnknownHandler,
)

Trouble = Literal["late", "unknown host", "unsafe", "silent"]
"""Why there is no answer: not in time, no such host, no certificate to trust, or the line was cut."""

_FOR_GOOD = (301, 308)
_AS_IN_AN_ADDRESS = "%/:=&?~#+!$,;'@()*[]"


@dataclass(frozen=True)
class Answer:
    """What answered. status: as HTTP counts, 0 when nothing did, and then trouble says why.

    end: the address that answered in the end. moved: where it lives for good, when it said so itself.
    """

    status: int
    end: str = ""
    moved: str = ""
    trouble: Trouble | None = None

    @property
    def good(self) -> bool:
        """Whether something is there."""
        return 200 <= self.status < 300


def answer_of(address: str, agent: str, seconds: float) -> Answer:
    """Open an address as politely as can be: its head alone, and the whole only where that is refused.

    agent: how we name ourselves. seconds: how long we wait.
    """
    answer = _asked("HEAD", address, agent, seconds)
    return _asked("GET", address, agent, seconds) if _may_refuse_heads(answer) else answer


def _may_refuse_heads(answer: Answer) -> bool:
    return not answer.good and answer.trouble in (None, "silent")


class _Trail(HTTPRedirectHandler):
    """Follows a redirect by the same method, and notes where it led."""

    def __init__(self) -> None:
        self.hops: list[tuple[int, str]] = []

    def redirect_request(
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> Request | None:
        self.hops.append((code, newurl))
        followed = super().redirect_request(req, fp, code, msg, headers, newurl)
        if followed:
            followed.method = req.get_method()
        return followed


def _asked(method: str, address: str, agent: str, seconds: float) -> Answer:
    trail = _Trail()
    request = Request(
        quote(address, safe=_AS_IN_AN_ADDRESS), method=method, headers={"User-Agent": agent, "Accept": "*/*"}
    )
    try:
        with _opener(trail).open(request, timeout=seconds) as answer:
            return Answer(answer.status, answer.url, _moved(trail.hops))
    except HTTPError as error:
        with error:
            return Answer(error.code, error.url or address)
    except (OSError, HTTPException, ValueError) as error:
        return Answer(0, trouble=_trouble(error.reason if isinstance(error, URLError) else error))


def _opener(trail: _Trail) -> OpenerDirector:
    """Opens the web alone: a redirect to a file of ours leads nowhere. Some sites go round until a cookie is kept."""
    opener = OpenerDirector()
    for handler in (
        ProxyHandler(),
        UnknownHandler(),
        HTTPHandler(),
        HTTPSHandler(context=ssl.create_default_context()),
        HTTPDefaultErrorHandler(),
        trail,
        HTTPCookieProcessor(CookieJar()),
        HTTPErrorProcessor(),
    ):
        opener.add_handler(handler)
    return opener


def _moved(hops: Iterable[tuple[int, str]]) -> str:
    """Where an address lives for good: as far as each step says so."""
    moved = ""
    for code, to in hops:
        if code not in _FOR_GOOD:
            break
        moved = to
    return moved


def _trouble(reason: object) -> Trouble:
    if isinstance(reason, TimeoutError):
        return "late"
    if isinstance(reason, socket.gaierror):
        return "unknown host"
    return "unsafe" if isinstance(reason, ssl.SSLCertVerificationError) else "silent"
