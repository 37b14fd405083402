"""What tests share: the cast, a clock, databases, a browser, sample objects for every address."""
