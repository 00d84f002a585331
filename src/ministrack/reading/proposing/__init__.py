"""From mentions to proposals, a room for each kind of record."""
