"""ministrack: follow a series of ministerial meetings on one desk, offline."""

__version__ = "0.1.0"
