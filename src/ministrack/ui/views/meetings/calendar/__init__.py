"""The calendar: meetings on their days, and a tray for those whose day is not known."""
