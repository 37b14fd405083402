"""Putting rewrites in place."""

from __future__ import annotations

from collections.abc import Iterable

from askwell.coach.finding import Finding


def apply_fixes(text: str, findings: Iterable[Finding], *, safe_only: bool = True) -> str:
    """*text* with the fixes of *findings* applied; of two that overlap the earlier one.

    A fix of several lines repeats what stands before the question on its line (a bullet).
    """
    fixes = [f.fix for f in findings if f.fix and (f.fix.safe or not safe_only)]
    parts, last = [], 0
    for fix in sorted(fixes, key=lambda fix: (fix.start, -fix.end)):
        if fix.start < last:
            continue
        before = text[text.rfind("\n", 0, fix.start) + 1 : fix.start]
        parts += [text[last : fix.start], fix.text.replace("\n", "\n" + before)]
        last = fix.end
    return "".join([*parts, text[last:]])
