"""Pages of asking: letters, answers, promises."""
