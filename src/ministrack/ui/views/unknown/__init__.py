"""What is not known yet, and when to look again."""
