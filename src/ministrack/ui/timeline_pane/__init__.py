"""The bottom of the window: what a dossier gives to the timeline, and what is done there."""
