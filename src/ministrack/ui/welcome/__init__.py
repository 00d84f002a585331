"""What greets in the sample dossier: a strip of first steps."""
