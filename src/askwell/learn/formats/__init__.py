"""Cards in files: bytes in, rows out, and back; nothing here knows the notebook."""
