"""Papers laid out on pages: the same pages are shown, printed and written as PDF."""
