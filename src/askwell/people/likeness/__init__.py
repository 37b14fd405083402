"""Are these two the same person? Pure: values in, likely pairs with their reasons out."""
