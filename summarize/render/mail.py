"""A briefing as a mail: plain text and HTML beside each other, the same sentences under the same numbers.

The same paper is the same bytes, so that a mail sent twice is one to whoever receives it. No header holds
anything that a source could end it with.
"""

from __future__ import annotations

import email
import re
from collections.abc import Sequence
from email import policy
from email.headerregistry import Address
from email.message import EmailMessage
from hashlib import sha256
from typing import TYPE_CHECKING

from summarize.paper import Briefing
from summarize.render import briefing_text, briefing_wording, mail_html, sinks
from summarize.render.phrases import EN

if TYPE_CHECKING:
    from summarize.render.templating import Folder

HEADLINE = 60  # characters in the subject; phones show about 40, desktops about 70
TITLE = 60
WIDTH = 72  # columns of the plain text: RFC 3676 asks for less than 78
_POLICY = policy.SMTP.clone(cte_type="7bit")  # some servers still take nothing else
_KEPT = ("From", "To", "Subject", "Date", "Message-ID", "Auto-Submitted", "List-Id")


def render(
    paper: Briefing,
    *,
    sender: Address,
    to: Sequence[Address],
    message_id: str,
    templates: Folder = None,
) -> bytes:
    """The whole message, lines ended by CR LF, nothing but ASCII in it. templates: for the HTML of it."""
    message = EmailMessage(_POLICY)
    message["From"] = sender
    message["To"] = tuple(to)
    message["Subject"] = subject(paper)
    message["Date"] = paper.until
    message["Message-ID"] = message_id
    message["Auto-Submitted"] = "auto-generated"  # RFC 3834: nobody's holiday notice answers
    message["List-Id"] = _list(paper, sender)
    message.set_content(text(paper))
    message.add_alternative(mail_html.render(paper, templates=templates), subtype="html")
    message.set_boundary("=_" + sha256(message_id.encode()).hexdigest()[:32])  # no encoded part holds "=_"
    return message.as_bytes()


def plain(message: bytes) -> bytes:
    """The same mail with its plain text only."""
    whole = email.message_from_bytes(message, policy=_POLICY)
    body = whole.get_body(("plain",))
    shorter = EmailMessage(_POLICY)
    for name in _KEPT:
        shorter[name] = whole[name]
    shorter.set_content(body.get_content() if body else "")
    return shorter.as_bytes()


def subject(paper: Briefing) -> str:
    """What an inbox shows: the title, the day, the first headline."""
    first = next((headline for headline in headlines(paper) if headline), EN.say("nothing in short"))
    day = briefing_wording.day(paper.day, near=paper.day)
    said = f"{sinks.clip(paper.title, TITLE)} – {day}: {sinks.clip(first, HEADLINE)}"
    # The library decodes what looks encoded when a header is set, line ends and all (CPython 3.11).
    return said.replace("=?", "= ?")


def headlines(paper: Briefing) -> list[str]:
    """The label of each story."""
    return [sinks.visible(entry.digest.title or "") for entry in paper.entries]


def text(paper: Briefing) -> str:
    """The plain text: what is in it, then the paper."""
    top = "".join(f"* {headline}\n" for headline in headlines(paper))
    return top + ("\n" if top else "") + briefing_text.render(paper, width=WIDTH)


def _list(paper: Briefing, sender: Address) -> str:
    """RFC 2919: a name for filters, the same every day."""
    name = re.sub("[^a-z0-9]+", "-", paper.title.lower()).strip("-")[:TITLE] or "briefing"
    return f"<{name}.{sender.domain}>"
