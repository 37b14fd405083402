"""What a channel is: where a letter goes, what it needs, how long it may be."""

from dataclasses import dataclass, field

from django.utils.functional import Promise

Range = tuple[int, int]


@dataclass(frozen=True)
class Way:
    """One channel. `contact` is the kind of contact point it needs, empty for none.

    `ranges` are words per kind of letter that are easy to answer (playbook B4, A4), `any_length`
    for the other kinds. `limited` channels count UTF-16 units against the workspace's note limit.
    `rewrites` channels have a shape of their own, so a text from elsewhere is written anew.
    """

    key: str
    label: str | Promise
    contact: str = ""
    has_subject: bool = False
    limited: bool = False
    rewrites: bool = False
    mails: bool = False
    any_length: Range = (40, 150)
    ranges: dict[str, Range] = field(default_factory=dict)

    def words(self, kind: str) -> Range:
        """The range of words that suits this kind of letter here."""
        return self.ranges.get(kind, self.any_length)
