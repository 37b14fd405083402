"""How each next step reads on the screen: its title, why now, the button and where it leads."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import urlencode
from uuid import UUID
from zoneinfo import ZoneInfo

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from askwell.coach.cadence import StepKind
from askwell.people.models import Standing
from askwell.workspaces.settings import Settings


@dataclass(frozen=True)
class Card:
    """One step, ready for a page, the command line or JSON."""

    person_uid: UUID
    person_name: str
    organization: str
    exploration_uid: UUID | None
    kind: StepKind
    title: str
    why: str
    button: str
    url: str
    due_at: datetime
    late: bool
    waiting: bool
    more: int
    minutes: int
    ref_uid: UUID | None


@dataclass(frozen=True)
class Wording:
    """The words of one kind of step; `title` and `button` are lazy translations."""

    title: Any
    button: Any
    minutes: int
    address: Callable[[Standing], str]


def _letter(kind: str) -> Callable[[Standing], str]:
    def address(row: Standing) -> str:
        about = {"ref": row.ref_uid, "question": row.exploration and row.exploration.uid}
        query = urlencode({name: uid for name, uid in about.items() if uid})
        return reverse("home:write", args=[row.person.uid, kind]) + (query and f"?{query}")

    return address


def _talk(name: str) -> Callable[[Standing], str]:
    return lambda row: reverse(name, args=[row.ref_uid])


def _person(anchor: str = "") -> Callable[[Standing], str]:
    return lambda row: reverse("home:person", args=[row.person.uid]) + anchor


def _offer(row: Standing) -> str:
    return reverse("meetings:offer", args=[row.person.uid])


def _page(name: str) -> Callable[[Standing], str]:
    return lambda row: reverse(name) + (f"#{row.ref_uid}" if row.ref_uid else "")


_t = gettext_lazy
WORDINGS: dict[StepKind, Wording] = {
    StepKind.READ: Wording(_t("Read a little about %(who)s"), _t("Read"), 15, _person("#reading")),
    StepKind.WRITE: Wording(_t("Write to %(who)s"), _t("Write the letter"), 20, _letter("request")),
    StepKind.NUDGE: Wording(_t("A gentle reminder to %(who)s"), _t("Read it"), 3, _letter("nudge")),
    StepKind.REST: Wording(_t("Let it rest with %(who)s"), _t("See"), 1, _person()),
    StepKind.ANOTHER_WAY: Wording(
        _t("Find another way to reach %(who)s"), _t("Look"), 5, _person("#reach")
    ),
    StepKind.THANK_DECLINE: Wording(
        _t("Thank %(who)s for the honest no"), _t("Write two lines"), 3, _letter("decline-reply")
    ),
    StepKind.ASK_AGAIN: Wording(
        _t("Ask %(who)s again, as agreed"), _t("Write"), 10, _letter("request")
    ),
    StepKind.ANSWER: Wording(_t("Answer %(who)s"), _t("Answer"), 10, _letter("answer")),
    StepKind.PROPOSE: Wording(_t("Offer %(who)s two or three times"), _t("Offer times"), 5, _offer),
    StepKind.PROPOSE_AGAIN: Wording(_t("Offer %(who)s other times"), _t("Offer times"), 5, _offer),
    StepKind.PREPARE: Wording(
        _t("Prepare your talk with %(who)s"), _t("Prepare"), 30, _talk("meetings:talk")
    ),
    StepKind.CONFIRM: Wording(
        _t("Confirm the talk with %(who)s"), _t("Write two lines"), 3, _letter("confirm")
    ),
    StepKind.TALK: Wording(
        _t("Talk with %(who)s"), _t("Start the talk"), 30, _talk("meetings:room")
    ),
    StepKind.RECALL: Wording(
        _t("Before you forget: the talk with %(who)s"),
        _t("Write it down"),
        5,
        _talk("network:recall"),
    ),
    StepKind.THANK: Wording(_t("Thank %(who)s"), _t("Write thank-you"), 10, _letter("thanks")),
    StepKind.DEBRIEF: Wording(
        _t("Look back on the talk with %(who)s"), _t("Look back"), 15, _talk("insights:debrief")
    ),
    StepKind.KIND_LETTER: Wording(
        _t("A kind line to %(who)s"), _t("Write two lines"), 3, _letter("missed")
    ),
    StepKind.FOLLOW_NAME: Wording(
        _t("Somebody %(who)s named"), _t("See who"), 5, _page("network:introductions")
    ),
    StepKind.TELL: Wording(_t("Tell %(who)s how it went"), _t("Write"), 8, _letter("update")),
    StepKind.KEEP_PROMISE: Wording(
        _t("Keep what you said you would do for %(who)s"),
        _t("Look"),
        15,
        _page("outreach:promises"),
    ),
    StepKind.CHECK_OFFER: Wording(
        _t("%(who)s offered you something"), _t("Look"), 5, _page("outreach:promises")
    ),
    StepKind.TOUCH: Wording(_t("Say hello to %(who)s"), _t("Write"), 10, _letter("check-in")),
}


def card(row: Standing, now: datetime, settings: Settings) -> Card:
    """The step of a standing as words. `row` comes with person, organization and question."""
    kind = StepKind(row.step)
    wording = WORDINGS[kind]
    person, due = row.person, row.due_at or now  # the database holds that a step has a due time
    return Card(
        person_uid=person.uid,
        person_name=person.name,
        organization=person.organization.name if person.organization else "",
        exploration_uid=row.exploration.uid if row.exploration else None,
        kind=kind,
        title=str(wording.title) % {"who": person.greeting or person.name},
        why=_why(row, settings),
        button=str(wording.button),
        url=wording.address(row),
        due_at=due,
        late=due < now,
        waiting=row.waiting and due > now,
        more=row.more,
        minutes=wording.minutes,
        ref_uid=row.ref_uid,
    )


def _why(row: Standing, settings: Settings) -> str:
    sentence = _reasons().get(row.reason, "")
    return sentence % _Reason(row.reason_data, settings)


class _Reason(dict[str, Any]):
    """The values a reason may name; moments become days in the person's own zone."""

    def __init__(self, data: dict[str, Any], settings: Settings) -> None:
        super().__init__(data)
        self.zone = ZoneInfo(settings.cadence.zone)

    def __missing__(self, key: str) -> str:
        name = key.removesuffix("_day").removesuffix("_time")
        if not self.get(name):
            return ""
        moment = datetime.fromisoformat(self[name]).astimezone(self.zone)
        return date_format(moment, "H:i" if key.endswith("_time") else "l, j F")


def _reasons() -> dict[str, str]:
    return {
        "chosen": _("Ten minutes about their work make the letter easy to answer."),
        "known-enough": _("You know enough to write. A short letter is the best one."),
        "no-reply": _("Quiet since %(since_day)s. One reminder with a smaller ask is kind."),
        "reminded": _("A letter and a reminder are enough. Silence is rarely about you."),
        "away": _("Their automatic reply said they are away until %(until_day)s."),
        "address-failed": _("The address did not work. Perhaps there is another one."),
        "declined": _("They said no. Thank them once, and leave it there."),
        "later": _("They asked you to come back on %(until_day)s."),
        "they-wrote": _("They wrote back. An answer on the same day is a kindness."),
        "said-yes": _("They said yes. Two or three times make it easy to choose."),
        "no-choice": _("No choice yet. The times you kept free can be let go."),
        "missed": _("You wrote a kind line. If they come back, the door is open."),
        "booked": _("%(starts_at_day)s at %(starts_at_time)s."),
        "prepared": _("%(starts_at_day)s at %(starts_at_time)s. A short word the day before."),
        "ready": _("%(starts_at_day)s at %(starts_at_time)s. All is ready."),
        "starts": _("It starts at %(starts_at_time)s."),
        "talk-over": _("It should be over by now. Three lines are enough."),
        "talked": _("Three lines now are worth more than a page tomorrow."),
        "thanks-owed": _("Within a day, with one thing they said."),
        "thanked": _("When you are calm: what surprised you, what changed."),
        "cancelled": _("The talk was cancelled. A kind line keeps the door open."),
        "no-show": _("They did not come. It happens; one kind line, once."),
        "named": _("They named somebody. It is good to follow it while it is fresh."),
        "led-me-there": _(
            "They led you to somebody you talked to. People like to hear how it went."
        ),
        "promised": _("You said you would."),
        "they-offered": _("They said they would. A friendly word is fine."),
        "rhythm": _("It has been about %(days)s days."),
        "new-job": _("They have a new job. A kind word is enough."),
    }
