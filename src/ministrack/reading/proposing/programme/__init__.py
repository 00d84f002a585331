"""What is on the programme of a meeting."""
