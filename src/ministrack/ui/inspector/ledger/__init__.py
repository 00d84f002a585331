"""The ledger of a task: what was reported about it, meeting by meeting, and what is still to come."""
