"""The window: everything a person sees. It knows the workspace, and nothing of how records are stored."""
