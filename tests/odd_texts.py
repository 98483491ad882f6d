"""Odd texts that the check lets through, and how odd entries name each other."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

Fields = dict[str, Any]

ODD = (
    'Zeg "dag" onmouseover="kwaad()"',
    "=SOM(1) (ongeveer",
    "A&B &copy; &amp;copy; &lt;3 &#60;3 &para &kwaad; &amp",
    "<script>kwaad()</script>",
    "'s Ochtends <3 en > 2 </script",
    "]]> --> ?>",
    "مرحبا بكم",
    "{{ kwaad }} {% kwaad %}",
    "😀👍🏽 Łukasz Żółć, Ayşe Şahin Iğdır",  # noqa: RUF001 - a name
    "שלום 3-6 jaar",
    "*ster* _streep_ **vet**",
    "a | b || c",
    "[de toren](rol:torenwachter) en [](begrip:vreemd-glossary-1)",
    "[kwaad](javascript:kwaad())",
    "`kwaad` \\kwaad",
    "#hekje :naam: ~tilde~ ^hoed^ $1 %s %(kwaad)s",
    "1984. Dat jaar",
    "Étage – „binnen” ‘half’ … ½÷",
    "(begrip:eb) ]( tip:x )",
    "Ouderbetrokkenheidsbevorderingscommissievoorzitterschapsverkiezingsreglement" * 2,
    "!!! ??? === :::",
    "AT&T;' onclick='kwaad()",
)
"""Beginnings of texts. Those that the check refuses in a field, are passed over there."""

SHORT = ('"&lt;', "<3 &'n", "(ło) =", "😀 ب", "%s #1", "A&B;")
"""Odd and short: what must fit in a box of a worksheet, where the check counts letters."""

SENT = ("Zeg 'dag' & &kwaad; *ster*.", "=SOM(1) > 50% #1?", "{{ kwaad }} {% kwaad %}!", "@all: A|B||C \\kwaad.")
"""Odd, and in one sms: what someone sends as it stands."""

WRITTEN = ("<3 &'", "Łš =1", "A&B;")
"""Odd, and in letters that the PDF of a worksheet knows: what someone filled in."""

PLAIN_LENGTH, PROSE_LENGTH = 300, 1200
"""How long a text is where the model sets no bound."""

EACH = 4
"""How many entries of each type: so many different beginnings meet each field."""

SAMPLES: Mapping[str, str] = {
    r"^\d+([-–]\d+)?$": "14–15",
    r"^(never|[0-9]{4}-[0-9]{2}-[0-9]{2})$": "2020-02-29",
    r"^[\w.+-]+@[\w-]+(\.[\w-]+)+$": "info@haven-huis.be",
    r"^\+?[0-9][0-9 ()/.-]+$": "+32 (0)2/210.63-90",
    r"^[a-z]+(-[a-z]+)*$": "key",
}
"""By the pattern of a field, something odd that fits it."""

URL = "https://www.eiland-huis.be/~pad/%C3%A9?a=1&copy=2;b=(x)#deel-é"

ODD_SITE: Mapping[str, str] = {
    "name": """Bos" onmouseover="kwaad()' & &copy; <3 &kwaad;""",
    "tagline": """Een zin" onmouseover="kwaad()' & &copy; &kwaad; <3 (met Łş, مرحبا en 😀)""",
    "address": "https://vuurtorenschool.example/~gids/(een)/",
    "edit_address": "https://vuurtorenschool.example/bewerk/{path}?tak=a&copy=2",
}
"""A site.yml that the check lets through."""


def odd_id(collection: str, at: int) -> str:
    return f"vreemd-{collection}-{at % EACH}"
