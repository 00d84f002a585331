"""What is named in the sentences of a report: countries, people, dates, places, ordinals."""
