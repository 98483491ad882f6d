"""The port at which someone serves the guide."""

from __future__ import annotations

import socket
from errno import EADDRINUSE
from itertools import chain

from macros.system.errors import Refusal

_MOST = 65_535
_FREE_TO_ALL = 1024
"""From here on one may serve without being root."""


def refuse_taken_port(host: str, port: str) -> None:
    """Raise Refusal when no one can serve at this port: it is no port, it is taken, or it is not for us."""
    number = int(port) if port.isascii() and port.isdecimal() and len(port) < 6 else 0
    if not 0 < number <= _MOST:
        raise Refusal(f"'{port}' is geen poort: kies een getal tot {_MOST}, zoals make serve PORT=8001")
    error = _trial(host, number)
    if error is None:
        return
    others = chain(range(max(number + 1, _FREE_TO_ALL), _MOST + 1), range(_FREE_TO_ALL, number))
    free = next((other for other in others if _trial(host, other) is None), number)
    why = "is al bezet, misschien toon je de gids al" if error.errno == EADDRINUSE else "krijg je hier niet"
    raise Refusal(f"Poort {number} {why}: kies een andere, met make serve PORT={free}")


def _trial(host: str, port: int) -> OSError | None:
    """What goes wrong when one serves at this port; None when nothing does."""
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as trial:
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind((host, port))
        except OSError as error:
            return error
    return None
