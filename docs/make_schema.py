"""Writes the JSON Schema of the JSON form anew, after a field was added: `python docs/make_schema.py`."""

from pathlib import Path

from ministrack.exchange.json_schema import schema_text

FILE = Path(__file__).resolve().parents[1] / "resources" / "format" / "ministrack.schema.json"

if __name__ == "__main__":
    FILE.parent.mkdir(exist_ok=True)
    FILE.write_text(schema_text(), encoding="utf-8")
