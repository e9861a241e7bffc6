"""Sending what is finished: each target on its own, the stored bytes, and what became of it kept."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from summarize.briefing.deliver import Target
from summarize.briefing.memory import Parcel
from summarize.briefing.state import State
from summarize.errors import DeliveryError


@dataclass
class Post:
    """The targets of one run. failed: those that did not take a parcel, and why.

    tell: gets a line for each. step: told "sending TARGET", "sent TARGET" and "delivered TARGET".
    """

    state: State
    targets: Sequence[Target]
    now: datetime
    tell: Callable[[str], None]
    step: Callable[[str], None]

    def __post_init__(self) -> None:
        self.failed: dict[str, str] = {}

    def send(self, parcels: Sequence[Parcel]) -> None:
        """Send parcels, oldest briefing first, in the order of targets; what is for none of them stays."""
        order = {target.name: place for place, target in enumerate(self.targets)}
        known = [parcel for parcel in parcels if parcel.target in order]
        for parcel in sorted(known, key=lambda each: (each.briefing, order[each.target])):
            self._send(self.targets[order[parcel.target]], parcel)

    def _send(self, target: Target, parcel: Parcel) -> None:
        self.step(f"sending {target.name}")
        try:
            target.send(parcel, now=self.now)
        except DeliveryError as error:
            # The next parcel is tried all the same: one that is refused for good must not hold up all others,
            # and a target that cannot be reached knows that by itself.
            if self.failed.get(target.name) != error.reason:  # once, however many wait for a server
                self.tell(str(error))
            self.failed[target.name] = error.reason
            if self.state.returned(parcel, error.reason, now=self.now, final=error.final):
                day = parcel.day.isoformat()
                self.tell(
                    f"{target.name}: the briefing of {day} is given up after {parcel.tries + 1} tries;"
                    f" once it is mended: summarize brief --again {day}"
                )
            return
        self.step(f"sent {target.name}")
        self.state.delivered(parcel, now=self.now)
        self.step(f"delivered {target.name}")
