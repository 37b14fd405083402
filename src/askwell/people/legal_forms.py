"""What a firm is by law says nothing about which firm it is."""

_WORDS = (
    "ab ag asa bv co company corp corporation gmbh inc incorporated kg kgaa limited llc "
    "llp ltd mbh nv oy oyj plc pty pvt sa sarl sas se sl spa srl zoo"
)
LEGAL_FORMS = frozenset(_WORDS.split())
"""Folded, without full stops: "s.à r.l." is `sarl`, "z o.o." is `zoo`."""
