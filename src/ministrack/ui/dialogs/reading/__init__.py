"""Reading a report: its text with marks, what it proposes, and one step that adds what is ticked."""
