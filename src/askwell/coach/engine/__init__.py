"""Discovery, running and order of the rules, and one review per family."""
