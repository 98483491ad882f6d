"""How the container serves the guide: asked of nginx itself, where there is one, and read from its settings."""

from __future__ import annotations

import gzip
import re
import socket
from collections.abc import Iterator, Mapping
from http.client import HTTPConnection
from pathlib import Path
from typing import NamedTuple

import pytest
from nginx import NGINX, SETTINGS, nginx

PAGE = "<!doctype html>" + "<p>Zwaai naar de boot.</p>" * 100
SITE = {
    "index.html": PAGE,
    "404.html": "<!doctype html><p>Deze pagina is er niet.</p>",
    "t/zwaai/index.html": PAGE,
    "assets/base.css": "p { color: teal }" * 100,
    "assets/letters.woff2": "letters",
    "sw.js": "self",
    "feed.xml": '<?xml version="1.0"?><feed/>',
    "lijst.docx": "PK",
}


class Answer(NamedTuple):
    status: int
    headers: Mapping[str, str]
    body: bytes


class Server:
    """An nginx of our own, with the settings of the container, at a socket in a folder."""

    def __init__(self, folder: Path) -> None:
        self.socket = folder / "s"

    def get(self, path: str, **headers: str) -> Answer:
        connection = HTTPConnection("gids.test")
        connection.sock = socket.socket(socket.AF_UNIX)
        connection.sock.connect(str(self.socket))
        connection.request("GET", path, headers={name.replace("_", "-"): value for name, value in headers.items()})
        answer = connection.getresponse()
        body = answer.read()
        connection.close()
        return Answer(answer.status, {name.lower(): value for name, value in answer.getheaders()}, body)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Serves a site of our own."""
    if NGINX is None:
        pytest.skip("hier staat geen nginx")
    folder = tmp_path_factory.mktemp("nginx")
    for name, text in SITE.items():
        (folder / "site" / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / "site" / name).write_text(text, encoding="utf-8")
    with nginx(folder / "site", folder, f"unix:{folder}/s"):
        yield Server(folder)


@pytest.mark.parametrize("path", ["/", "/t/zwaai/", "/t/zwaai/?van=mail"])
def test_a_page_comes_small_and_is_asked_for_again(path: str, server: Server) -> None:
    """Packed; and when it is the same still, a few bytes say so."""
    page = server.get(path, Accept_Encoding="gzip")

    assert page.status == 200
    assert page.headers["content-type"] == "text/html; charset=utf-8"
    assert page.headers["cache-control"] == "no-cache"
    assert gzip.decompress(page.body).decode() == PAGE
    assert server.get(path, Accept_Encoding="gzip", If_None_Match=page.headers["etag"]).status == 304


def test_an_address_without_its_slash_leads_on(server: Server) -> None:
    """At whatever host and port someone came in."""
    answer = server.get("/t/zwaai")

    assert (answer.status, answer.headers["location"]) == (301, "/t/zwaai/")


def test_what_is_not_there_is_told_by_the_guide(server: Server) -> None:
    """By its own page, and as not found."""
    answer = server.get("/t/nergens/")

    assert answer.status == 404
    assert "Deze pagina is er niet." in answer.body.decode()


@pytest.mark.parametrize(
    "path, kind",
    [
        ("/assets/base.css", "text/css; charset=utf-8"),
        ("/assets/letters.woff2", "font/woff2"),
        ("/feed.xml", "application/atom+xml; charset=utf-8"),
        ("/lijst.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    ],
)
def test_each_file_says_what_it_is(path: str, kind: str, server: Server) -> None:
    """A browser is told not to guess."""
    assert server.get(path).headers["content-type"] == kind


@pytest.mark.parametrize("path", ["/", "/t/nergens/", "/feed.xml", "/assets/letters.woff2", "/t/zwaai"])
def test_every_answer_is_guarded(path: str, server: Server) -> None:
    """Also what is not found, or leads on."""
    headers = server.get(path).headers

    assert headers["content-security-policy"] == "frame-ancestors 'self'"
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"
    assert "geolocation=()" in headers["permissions-policy"]
    assert headers["server"] == "nginx"


def test_what_hardly_changes_is_kept_a_day(server: Server) -> None:
    """Letters and pictures; a style belongs to its page, and is asked for again."""
    assert server.get("/assets/letters.woff2").headers["cache-control"] == "public, max-age=86400"
    assert server.get("/assets/base.css").headers["cache-control"] == "no-cache"


def test_what_keeps_the_guide_is_always_the_newest_and_asks_no_one_else(server: Server) -> None:
    """A browser that has an old one, shows old pages without network."""
    headers = server.get("/sw.js").headers

    assert headers["cache-control"] == "no-cache"
    assert headers["content-security-policy"] == "default-src 'self'"


def test_no_one_is_written_down() -> None:
    """Not who reads what, and not who looked for what is not there."""
    assert "access_log off;" in SETTINGS and "log_not_found off;" in SETTINGS


def test_a_header_stands_in_one_place() -> None:
    """A place in nginx with a header of its own, loses all others."""
    (server,) = re.findall(r"^    server \{.*?^    \}", SETTINGS, re.MULTILINE | re.DOTALL)
    places = re.findall(r"location [^{]*\{[^}]*\{?[^}]*\}", server)

    assert "add_header" in server
    assert [place for place in places if "add_header" in place] == []
