"""How the writer came upon the reader."""

from __future__ import annotations

from askwell.coach.text.cues import Cue

HOW_FOUND = (
    Cue(
        "mentioned told noticed watched listened passed club association newsletter faculty found came saw across through via name profile linkedin directory database website google met alumni stumbled discovered list searching heard read referred recommended suggested introduced gave attended contact network",
        r"\b(?:found|came across|discovered|stumbled (?:up)?on|stumbled across|saw|got|received|located|noticed|looked up|identified|obtained) (?:\w+ )?(?:you|your (?:\w+ )?(?:name|profile|contact|information|e-?mail|page|bio|website|article|post|talk|blog|work|linkedin))\b",
        r"\b(?:through|via|on|from|in|using) (?:the |our |my |a )?(?:[\w'&.-]+ ){0,4}?(?:alumni|directory|database|linkedin|network|website|faculty|club|association|newsletter|list)\b",
        r"\b(?:referred|recommended|introduced|suggested|mentioned|passed|gave me your|told me)\b|\b(?:we|i) met\b|\b(?:heard|saw) you (?:speak|talk|present)\b|\b(?:attended|read|watched|listened to) (?:\w+ )?your\b",
    ),
)
