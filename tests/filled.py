"""Fills in a sheet on its page, and reads what its buttons hand out."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pikepdf
from choosing import choose
from playwright.sync_api import Locator, Page

KNOWN = "botenblad"
STORE = f"sleutelbos-werkblad-{KNOWN}"
ALL_KINDS = "koersblad"
PHONE: dict[str, Any] = {"has_touch": True, "is_mobile": True}

FILL_IN = """() => {
  const seen = () => [...document.querySelectorAll(".w input, .w textarea")].filter(place => place.checkVisibility());
  document.querySelectorAll(".w details").forEach(fold => { fold.open = true; });
  let nr = 0;
  for (let place; (place = seen().find(one => one.type === "checkbox" ? !one.checked : !one.value)); )
    if (place.type === "checkbox") place.click();
    else {
      place.value = `x${++nr}`;
      place.dispatchEvent(new Event("input", { bubbles: true }));
    }
}"""
"""Fills in whatever can be seen, also what comes as one goes on."""

WRITTEN = """() => Object.fromEntries([...document.querySelectorAll(".w input, .w textarea")]
  .map(place => [place.name, place.type === "checkbox" ? place.checked : place.value]))"""
"""What stands in each field of the page, by name."""

UNFIT = """() => {
  const places = [...document.querySelectorAll(".w input, .w textarea")].filter(one => one.checkVisibility());
  const small = places.filter(one => one.type === "checkbox"
    ? one.offsetWidth < 24 || one.offsetHeight < 24
    : parseFloat(getComputedStyle(one).fontSize) < 16);
  const out = [...document.querySelectorAll(".w *")].filter(one => one.scrollWidth > one.clientWidth + 1
    && ["auto", "scroll"].includes(getComputedStyle(one).overflowX) && one.tagName !== "TEXTAREA");
  const wide = document.documentElement.scrollWidth > innerWidth || visualViewport.scale !== 1;
  return [...small.map(one => one.name), ...out.map(one => one.className), ...(wide ? ["the page"] : [])];
}"""
"""What a phone would zoom in on, what a finger misses, and what scrolls sideways."""


def visit(page: Page, address: str, id: str) -> Locator:
    """A page with the worksheet open."""
    page.goto(f"{address}werkbladen/{id}/")
    return page.locator(".w")


def fields(page: Page) -> Locator:
    """The places to write on a sheet."""
    return page.locator(".w input:not(.w-tick), .w textarea")


def said(page: Page) -> Locator:
    """What the page of a sheet says."""
    return page.locator(".sheet-tools [role=status]")


def taken(page: Page, button: str) -> tuple[str, bytes]:
    """What a button hands out: the name of the file, and what is in it."""
    with page.expect_download() as coming:
        page.get_by_role("button", name=button).click()
    return coming.value.suggested_filename, Path(coming.value.path()).read_bytes()


def open_file(page: Page, content: bytes) -> None:
    """Open a file on a sheet, as someone does who chooses it on the device.

    What opens it is there: a browser believes in a tap for some seconds only, and a busy machine may take longer.
    """
    page.evaluate("Page.load('sheet/files.js')")
    choose(page, "blad.json", content)


def values_of(document: bytes) -> dict[str, str]:
    """What stands in each field of a PDF that holds something, by name."""
    with pikepdf.open(io.BytesIO(document)) as read:
        return {str(one["/T"]): str(one.V) for one in read.Root.AcroForm.Fields if str(one.V) not in ("", "/Off")}


def kept_file(**other: Any) -> bytes:
    """A file of the known sheet, as it is kept today but for what is told otherwise."""
    answer = {"name": "kop_school", "label": "School", "value": "De Toren"}
    return json.dumps(
        {
            "format": "sleutelbos-werkblad",
            "version": 1,
            "sheet": KNOWN,
            "title": "Botenblad",
            "fields": [answer],
            **other,
        }
    ).encode()
