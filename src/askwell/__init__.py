"""Askwell: informational interviews, from the first question to the last kept promise."""

__version__ = "0.1.0"
