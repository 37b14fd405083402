"""Pages after a talk: before I forget, who led to whom, staying in touch, whom to ask."""
