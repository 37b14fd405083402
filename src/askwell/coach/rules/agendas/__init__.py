"""Rules about agendas: every module here holds one `RULE`."""
