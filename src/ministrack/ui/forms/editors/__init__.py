"""Editors of single fields: each shows stored values and says what the person wants instead."""
