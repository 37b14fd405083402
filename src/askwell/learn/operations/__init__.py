"""Writes on what was learned and practised."""

from askwell.learn.operations.cards import NoCard, add_card, edit_card, rate, remove_card

__all__ = ["NoCard", "add_card", "edit_card", "rate", "remove_card"]
