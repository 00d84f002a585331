"""Meetings as JSON-LD: events of schema.org, for web sites and catalogues."""

import json
from collections.abc import Sequence
from typing import BinaryIO

from ministrack.exchange.outgoing import Outgoing
from ministrack.exchange.selection import PAGE


def write_jsonld(going: Outgoing, out: BinaryIO) -> Sequence[str]:
    """Writes the meetings of a selection with the series they belong to, one node a line."""
    # delayed: start-up time
    from ministrack.domain.filters import OneOf
    from ministrack.domain.meeting import Meeting
    from ministrack.exchange.linked.events import event_nodes, series_nodes

    read, told = going.read, going.told
    ids = going.selection.ids(read, "meeting")
    pages = [ids[start : start + PAGE] for start in range(0, len(ids), PAGE)]
    series = {each.series: None for page in pages for each in read.find(Meeting, OneOf("id", tuple(page)))}
    is_first = True

    def put(node: object) -> None:
        nonlocal is_first
        text = json.dumps(node, ensure_ascii=False)
        out.write(b"\n" if is_first else b",\n")
        out.write(text.encode("utf-8", "backslashreplace"))
        is_first = False

    out.write(b'{\n"@context": "https://schema.org",\n"@graph": [')
    for node in series_nodes(read, [each for each in series if each]):
        put(node)
    for number, page in enumerate(pages):
        told(number * PAGE, len(ids))
        for node in event_nodes(read, page):
            put(node)
    told(len(ids), len(ids))
    out.write(b"\n]\n}\n")
    return ()
