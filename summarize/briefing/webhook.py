"""Briefings posted to a web address, as JSON, under the policy that all fetching has."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from urllib.parse import urlsplit

from summarize.briefing import passwords
from summarize.briefing.memory import Parcel
from summarize.errors import DeliveryError, FetchError
from summarize.paper import Briefing
from summarize.read.answers import phrase
from summarize.read.web import Client

KEPT = "kept for the next run"
ADVICE = {
    3: "write the address that it has moved to",
    4: "check webhook.url and webhook.authorization_command",
    5: "the same will be sent again",
}

LATER = (408, 425, 429)  # the 400s that mean no more than "not now"


@dataclass
class Webhook:
    """An address that takes a POST. The whole address is shown to nobody: it often is the password.

    authorization_command: prints what the Authorization header says.
    """

    url: str = field(repr=False)
    client: Client
    rendered: Callable[[Briefing], bytes]
    allow_private: bool = False
    authorization_command: Sequence[str] | None = None
    name: str = "webhook"
    _unreached: str | None = field(default=None, init=False)

    def content(self, paper: Briefing, *, message_id: str) -> bytes:
        """The briefing as JSON."""
        return self.rendered(paper)

    def send(self, parcel: Parcel, *, now: datetime) -> None:
        """Post it; any answer of the 200s means that it has arrived. Raises `DeliveryError`.

        `Idempotency-Key` is the Message-ID, the same when it is sent again.
        """
        if self._unreached:  # a moment ago; nobody is kept waiting twice
            raise DeliveryError(self._shown, f"{self._unreached}; {KEPT}")
        try:
            headers = {
                "Content-Type": "application/json",
                "Idempotency-Key": f'"{parcel.message_id}"',  # a string of RFC 8941, as the draft wants it
                **self._authorization(),
            }
            self.client.hand(self.url, parcel.content, allow_private=self.allow_private, headers=headers)
        except passwords.PasswordError as error:
            raise DeliveryError(self._shown, f"{error}; {KEPT}") from error
        except FetchError as error:
            reason, final = error.reason, False
            if error.status:
                later = error.status in LATER
                final = error.status // 100 == 4 and not later
                advice = ADVICE.get(5 if later else error.status // 100, "check webhook.url")
                reason = f"answers {phrase(error.status)}: {advice}"
            else:
                self._unreached = reason
            raise DeliveryError(self._shown, f"{reason}; {KEPT}", final=final) from error

    def _authorization(self) -> dict[str, str]:
        if not self.authorization_command:
            return {}
        said = passwords.printed(self.authorization_command, "webhook.authorization_command")
        if not (said.isascii() and said.isprintable()):
            raise passwords.PasswordError("webhook.authorization_command prints what no header may hold")
        return {"Authorization": said}

    @property
    def _shown(self) -> str:
        return f"webhook to {urlsplit(self.url).hostname or 'nowhere'}"
