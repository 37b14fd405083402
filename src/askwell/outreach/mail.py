"""A letter as other programs take it: a `mailto:` address and an `.eml` draft. Pure."""

from dataclasses import dataclass
from datetime import datetime
from email.errors import MessageError
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from urllib.parse import quote
from uuid import UUID

DOMAIN = "askwell.invalid"


@dataclass(frozen=True)
class Correspondent:
    """A name and an address; either may be unknown."""

    name: str = ""
    email: str = ""


def mailto(to: str, subject: str, body: str) -> str:
    """The address that opens the letter in a mail program (RFC 6068: lines end with CRLF)."""
    lines = body.replace("\r\n", "\n").replace("\n", "\r\n")
    query = f"subject={quote(_one_line(subject), safe='')}&body={quote(lines, safe='')}"
    return f"mailto:{quote(to, safe='@')}?{query}"


def eml(
    *,
    uid: UUID,
    sender: Correspondent,
    to: Correspondent,
    subject: str,
    body: str,
    at: datetime,
    answers: UUID | None = None,
) -> bytes:
    """The letter as a draft that mail programs open for sending (`X-Unsent`), RFC 5322.

    Unknown or impossible addresses are left out: the mail program asks for them. `answers` is the
    uid of the letter this one follows, so that both stand in one thread.
    """
    message = EmailMessage(policy=SMTP)
    message["X-Unsent"] = "1"
    message["Date"] = format_datetime(at)
    message["Message-ID"] = message_id(uid)
    if answers is not None:
        message["In-Reply-To"] = message_id(answers)
        message["References"] = message_id(answers)
    for header, who in (("From", sender), ("To", to)):
        address = _address(who)
        if address is not None:
            message[header] = address
    message["Subject"] = _one_line(subject)
    message.set_content(body, charset="utf-8", cte="quoted-printable")
    return message.as_bytes()


def message_id(uid: UUID) -> str:
    """Our own identifier of a letter, the same each time it is taken out."""
    return f"<{uid}@{DOMAIN}>"


def _address(who: Correspondent) -> Address | None:
    if not who.email.strip():
        return None
    mailbox, _at, domain = who.email.strip().rpartition("@")
    try:
        ascii_domain = domain.encode("idna").decode()
        return Address(_one_line(who.name), addr_spec=f"{mailbox}@{ascii_domain}")
    except (ValueError, IndexError, MessageError):
        return None


def _one_line(text: str) -> str:
    return " ".join(text.split())
