"""Taking in a file: what it holds, what each line of it would do, and one step that does it."""
