"""Calendars (iCalendar, RFC 5545) in and out: events are meetings, to-dos are tasks."""
