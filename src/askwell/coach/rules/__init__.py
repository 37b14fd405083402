"""The rules, one per file, in one folder per family."""
