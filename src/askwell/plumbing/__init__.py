"""Plumbing: what every stage needs and no stage owns. No models, no domain nouns."""
