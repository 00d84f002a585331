"""What ministrack is about: records, dates, names and their rules, with nothing but the standard library."""
