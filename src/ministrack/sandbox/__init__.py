"""Files of others: read in a process of their own that can be killed, within limits."""
