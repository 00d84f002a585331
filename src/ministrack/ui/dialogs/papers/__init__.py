"""Papers made from the dossier: chosen, previewed, saved, printed and copied."""
