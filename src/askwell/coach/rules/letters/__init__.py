"""Rules about letters: every module here holds one `RULE`."""
