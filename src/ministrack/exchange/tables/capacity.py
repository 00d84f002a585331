"""In what capacity a country takes part where a list says it behind the name: "Hungary (observer)"."""

import re
from collections.abc import Mapping

from ministrack.domain.delegation import Part
from ministrack.domain.names import fold

_BEHIND = re.compile(r"(.*\S)\s*[(\[]([^()\[\]]{3,40})[)\]]")
_WORDS: Mapping[Part, str] = {
    Part.OBSERVER: (
        "observer, observer state, gözlemci, müşahidəçi, наблюдатель, государство-наблюдатель, бақылаушы,"
        " байкоочу, kuzatuvchi, synçy, megfigyelő, observateur, Beobachter, observador, osservatore"
    ),
    Part.GUEST: "guest, misafir, konuk, qonaq, гость, қонақ, конок, mehmon, myhman, vendég, invité, Gast",
    Part.HOST: "host, host country, ev sahibi, принимающая сторона, házigazda, hôte, Gastgeber",
}
_PARTS = {fold(word): part for part, words in _WORDS.items() for word in words.split(",")}


def put_capacity_apart(texts: dict[str, str]) -> None:
    """Takes the capacity from behind the name of the country, unless a column of its own says it."""
    found = _BEHIND.fullmatch(texts.get("delegation.party", ""))
    part = _PARTS.get(fold(found[2])) if found else None
    if found and part is not None:
        texts["delegation.party"] = found[1]
        texts.setdefault("delegation.part", part.value)
