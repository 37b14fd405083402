"""Rules about transcripts: every module here holds one `RULE`."""
