"""Pages of dates and talks."""
