"""Pages of what there is to learn and to practise."""
