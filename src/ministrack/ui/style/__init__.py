"""How the window looks: colours, style sheet, icons, flags and the few measures that everything shares."""
