"""The chips above each table that narrow the whole window."""
