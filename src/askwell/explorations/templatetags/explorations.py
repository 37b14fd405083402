"""Words of the explorations stage in templates: ``{% load explorations %}``."""

from django import template

from askwell.explorations import words

register = template.Library()
register.filter("sure_words", words.sure_words)
