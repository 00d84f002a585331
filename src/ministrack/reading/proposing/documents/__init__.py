"""Documents with their stages."""
