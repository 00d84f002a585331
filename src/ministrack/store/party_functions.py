"""SQL functions that call parties, and put them in order, as the person at the window prefers."""

import sqlite3

from ministrack.domain.protocol import Protocol


class PartyFunctions:
    """`country_shown(code, name)`, `country_order(code, name)` and `protocol_rank(is host, is chair)`.

    For questions only: nothing that is stored may depend on what somebody prefers.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.protocol = Protocol()
        connection.create_function("country_shown", 2, self._shown)
        connection.create_function("country_order", 2, self._order)
        connection.create_function("protocol_rank", 2, self._rank)

    def _shown(self, code: str | None, name: str | None) -> str | None:
        return self.protocol.shown(code, name)

    def _order(self, code: str | None, name: str | None) -> str:
        return self.protocol.order(code, name)

    def _rank(self, is_host: int | None, is_chair: int | None) -> str:
        return self.protocol.rank(is_host, is_chair)


def shown(party: str) -> str:
    """The name of a party as it is shown, as an SQL expression; `party` is the table or its other name."""
    return f"country_shown({party}.code, {party}.name)"


def order(party: str) -> str:
    """What parties are sorted by, as an SQL expression."""
    return f"country_order({party}.code, {party}.name)"
