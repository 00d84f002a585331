"""The country sheet: one party through all meetings."""
