"""From mentions to proposals, one module for each kind of record."""
