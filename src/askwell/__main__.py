"""``python -m askwell`` is ``askwell``."""

from askwell.cli import main

main()
