"""Small word lists of the letter review."""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """The blank-separated words of *text* as a set."""
    return frozenset(text.split())


# Words that are written with a capital without being the name of a person or an organization.
COMMON_CAPITALS = words(
    "i i'm i've i'd i'll a the this that these those my your our we you they it he she there here "
    "hi hello hey dear greetings good morning afternoon evening thank thanks thankful best regards kind "
    "warm warmest sincerely yours truly respectfully cheers many wishes with all and but so or if in on "
    "at as for from by to of not no yes also please would could can may might will should what how why "
    "when where who which whether because since after before while once recently currently just only "
    "monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays "
    "fridays mon tue tues wed thu thur thurs fri sat sun january february march april may june july "
    "august september october november december jan feb mar apr jun jul aug sep sept oct nov dec "
    "spring summer fall autumn winter am pm est pst cst mst edt pdt cdt mdt et pt ct mt gmt utc cet bst "
    "christmas thanksgiving easter linkedin zoom skype teams google meet facetime slack email e-mail "
    "whatsapp twitter x github youtube ted mr mrs ms mx dr prof professor sir madam miss phd ph.d md mba "
    "ba bs ma ms jd ceo cto cfo coo vp hr it ux ui ai ml api pr qa us usa uk eu u.s u.k american english "
    "british european french german spanish chinese african asian indian canadian re fw fwd ps p.s "
    "subject date from cc bcc tel phone cell mobile address university college school department "
    "street avenue road suite north south east west r python java javascript sql excel ok okay faq tv"
)
