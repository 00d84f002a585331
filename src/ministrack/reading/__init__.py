"""Reading a report: its text in, proposals out. No network, no store, no window."""
