"""From a file or a paste to a report: plain text in blocks, with what it says of itself."""
