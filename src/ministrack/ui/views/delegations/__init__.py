"""The table of delegations, one per country or organisation and meeting."""
