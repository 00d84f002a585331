"""Many records at once, line by line: typed or pasted, previewed, and added as one step."""
