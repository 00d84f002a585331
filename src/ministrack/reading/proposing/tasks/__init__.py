"""What was promised, decided or asked for."""
