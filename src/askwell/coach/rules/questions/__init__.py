"""Rules about questions: every module here holds one `RULE`."""
