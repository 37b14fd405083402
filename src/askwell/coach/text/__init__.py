"""Shared reading of language: words, sentences, spans, questions, speakers."""
