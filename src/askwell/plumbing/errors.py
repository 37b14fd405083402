"""The one family of errors that a person may read."""


class Refusal(Exception):
    """An operation says no. Its message is one kind, translated sentence:
    what is wrong, where, what was kept, what to do."""


class NotFound(Exception):
    """There is no such thing in this workspace, or it is somebody else's; both look the same (404)."""
