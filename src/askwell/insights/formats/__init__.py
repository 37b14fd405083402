"""Files that say which skills I have: bytes in, names out. No Django, no database."""

from .skills import read_skills

__all__ = ["read_skills"]
