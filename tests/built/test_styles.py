"""What the build leaves of a stylesheet, the theme's or ours, shows every page as the whole of it does."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from places import ROOT
from playwright.sync_api import Page
from sites import OpenWindow

from macros.publish.joined_assets import is_ours, lean
from macros.publish.theme_styles import BASE_STYLES, whole_styles

KINDS = (
    "",
    "situaties/niemand-komt-aan-wal/",
    "tips/",
    "aanbevelingen/licht/deur/",
    "sleutels/01-zwaai-eerst/",
    "werkvormen/lantaarngesprek/",
    "werkbladen/botenblad/",
    "partners/",
    "begrippen/",
    "over/",
)
"""A page of each kind."""

TOMORROW = """
<h2 id="x">Kop<a class="headerlink"
href="#x">¶</a></h2><h4>Kop</h4><h5>Kop</h5><h6>Kop</h6><blockquote><p>Citaat <em>en</em>
<strong>vet</strong></p></blockquote><pre><code>code</code></pre><p><code>code</code> <a
href="#x"><code>x</code></a> <kbd>Ctrl</kbd> <del>weg</del> <ins>bij</ins> <sup>1</sup><sub>2</sub>
<small>klein</small> <mark>geel</mark> <abbr title="x">x</abbr> <img alt=""
src="data:,"></p><hr><dl><dt>Woord</dt><dd><p>Uitleg</p></dd></dl><ol><li><p>Een</p><ul><li>Twee<ol><li>Drie</li></ol>
</li></ul></li></ol><table><thead><tr><th>Kop</th></tr></thead><tbody><tr><td><a
href="#x">Cel</a></td></tr></tbody></table> <details><summary>Meer</summary><p>Tekst</p></details><figure><img
alt="" src="data:,"><figcaption>Bij</figcaption></figure> <p><a class="md-button" href="#x">Knop</a></p><button
type="button">Knop</button><form><label>Veld <input><textarea></textarea>
<select><option>x</option></select></label></form>
"""
"""What an editor may write on any page, and what scripts make."""

VIEWS: tuple[tuple[int, dict[str, Any]], ...] = ((390, {"color_scheme": "light"}), (1280, {"color_scheme": "dark"}))
"""Between them each width and each colour: a rule of the theme asks for one of these, or for none."""

LOOKS = """async (tomorrow) => {
  await document.fonts.ready;
  document.querySelector("article").insertAdjacentHTML("beforeend", tomorrow);
  document.querySelectorAll("#kaart a").forEach((one) => one.removeAttribute("aria-current"));
  document.querySelectorAll("details").forEach((one) => (one.open = true));
  const names = [...getComputedStyle(document.body)].filter((name) => !/^--|^-webkit|inline|block/.test(name));
  const parts = [null, "::before", "::after", "::marker"];
  window.looks = [...document.querySelectorAll("*")].flatMap((one) => parts.map((part) => {
    const style = getComputedStyle(one, part);
    const there = part === "::marker" ? one.matches("li, summary") : !part || style.content !== "none";
    const said = there ? names.map((name) => `${name}: ${style.getPropertyValue(name)}`) : [];
    return [`${one.localName}.${one.className?.baseVal ?? one.className} ${part ?? ""}`, ...said].join("; ");
  }));
  return looks.map((look) => {
    let sum = 0;
    for (let at = 0; at < look.length; at++) sum = (Math.imul(sum, 31) + look.charCodeAt(at)) | 0;
    return sum;
  });
}"""
"""The style of every element as the browser works it out, and of what stands before and after it, each as one number.

What the numbers are of, stays in the window: it is some megabytes, and wanted only where two differ.
Of custom properties only what they do counts: those that nothing uses are left out on purpose. What has two names
(`margin-left` is a `margin-inline-start`) is asked once. What is being read changes as a page is looked at."""


RULES = """css => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  return [...sheet.cssRules].map((rule) => rule.cssText);
}"""
"""A stylesheet as a browser reads it: what it does not understand, is not there."""


def test_a_style_says_as_it_is_sent_what_we_wrote(desktop: Page) -> None:
    """To a browser, rule for rule. In a value that is worked out later, white space at a comma says nothing."""
    docs = ROOT / "docs"
    styles = [file for file in docs.rglob("*.css") if is_ours(file.relative_to(docs).as_posix())]
    written = {file: file.read_text(encoding="utf-8") for file in styles}
    seen = 0
    for file, text in written.items():
        ours, sent = (desktop.evaluate(RULES, css) for css in (text, lean(text, file.name)))
        assert [re.sub(r",\s+", ",", rule) for rule in ours] == [re.sub(r",\s+", ",", rule) for rule in sent], file
        seen += len(ours)
    assert seen > 1000


@pytest.mark.long
@pytest.mark.parametrize("width,options", VIEWS, ids=["phone", "dark desktop"])
def test_a_page_looks_as_with_the_whole_stylesheet(
    windows: OpenWindow, harbour: Path, harbour_address: str, width: int, options: dict[str, Any]
) -> None:
    """Every element of ten pages, in two views."""
    used, whole = (windows(width, 844, **options) for _ in range(2))
    for page in (used, whole):
        page.route("**/*.woff2", lambda route: route.abort())  # One that comes late is left out, and words are wider.
    styles = (harbour / "assets" / BASE_STYLES).read_text(encoding="utf-8")
    own = styles[styles.index("@font-face") :]  # Ours begins with a font; the theme has none of its own.
    whole.route(f"**/{BASE_STYLES}", lambda route: route.fulfill(content_type="text/css", body=whole_styles() + own))
    for path in KINDS:
        assert differences(used, whole, harbour_address + path) == [], path


def differences(used: Page, whole: Page, address: str) -> list[str]:
    """Where two windows show a page in another way: the element, and each property that differs."""
    looks = []
    for page in (used, whole):
        answer = page.goto(address)
        assert answer and answer.ok, address
        looks.append(page.evaluate(LOOKS, TOMORROW))
    assert len(looks[0]) == len(looks[1]) > 400 and "; display: block; " in used.evaluate("looks[0]")
    differing = [at for at, (one, other) in enumerate(zip(*looks, strict=True)) if one != other][:10]
    told = [page.evaluate("places => places.map(at => looks[at].split('; '))", differing) for page in (used, whole)]
    return [f"{one[0][:60]}: {sorted(set(one) ^ set(other))[:4]}" for one, other in zip(*told, strict=True)]
