"""The table of bodies: expert groups, task forces, secretariats."""
