"""What can go wrong, as a tree.

    SummarizeError
    ├── ReadError(uri, reason)              a source that could not be read
    │   ├── FeedError(url, reason)          … and it was a feed
    │   └── FetchError(url, reason, …)      … and it was to be fetched
    ├── EmptyBundleError(bundle)            nothing to summarise
    ├── CitationError(quote, source)        a quote that is not where it says it is
    ├── EvaluationError(path, reason)       an evaluation set that cannot be used
    ├── DeliveryError(target, reason)       a digest that was made but not delivered
    ├── StateError(path, reason)            the briefing's memory cannot be used
    │   └── BusyError(path, reason)         … because another run or program is at it
    └── ConfigError(path, key, reason)      a setting that cannot be used

Each error carries its subject as attributes and hands its arguments to `Exception`, so that it
survives the trip from a worker process. Wrong arguments to a function are `ValueError`, as
everywhere in Python. The command line turns a `SummarizeError` into one line; anything else is a bug.
"""

from __future__ import annotations

from collections.abc import Sequence


class SummarizeError(Exception):
    """Anything this package raises on purpose. `subject` and `reason` make its one line."""

    def __init__(self, subject: str, reason: str) -> None:
        super().__init__(subject, reason)
        self.subject = subject
        self.reason = reason

    def __str__(self) -> str:
        return f"{self.subject}: {self.reason}"


class ReadError(SummarizeError):
    """A source could not be read. `uri` is the source as the user named it."""

    @property
    def uri(self) -> str:
        return self.subject


class FeedError(ReadError):
    """A feed could not be read."""

    @property
    def url(self) -> str:
        return self.subject


class FetchError(ReadError):
    """An address could not be fetched.

    status: what the server answered, None if it did not get that far. retry_after_seconds: when it
    asked to be asked again, at most a day ahead. gone: it said there will be nothing any more. asked: False
    where it was not tried, for what its host did to others.
    """

    def __init__(
        self,
        subject: str,
        reason: str,
        status: int | None = None,
        retry_after_seconds: float | None = None,
        gone: bool = False,
        asked: bool = True,
    ) -> None:
        Exception.__init__(self, subject, reason, status, retry_after_seconds, gone, asked)
        self.subject = subject
        self.reason = reason
        self.status = status
        self.retry_after_seconds = retry_after_seconds
        self.gone = gone
        self.asked = asked

    @property
    def url(self) -> str:
        return self.subject


class EmptyBundleError(SummarizeError):
    """A bundle holds nothing to summarise."""

    def __init__(self, bundle: str, reason: str = "no document could be read") -> None:
        super().__init__(bundle, reason)

    @property
    def bundle(self) -> str:
        return self.subject


class CitationError(SummarizeError):
    """A quote is not verbatim at its span. `quote` is what the digest claims."""

    def __init__(self, quote: str, source: str, reason: str = "the quote is not at its span") -> None:
        Exception.__init__(self, quote, source, reason)
        self.subject = source
        self.reason = reason
        self.quote = quote

    @property
    def source(self) -> str:
        return self.subject


class EvaluationError(SummarizeError):
    """An evaluation set is missing or not in the form it should have."""

    @property
    def path(self) -> str:
        return self.subject


class DeliveryError(SummarizeError):
    """A finished digest could not be delivered; it is kept. final: whoever refuses it will do so again."""

    def __init__(self, subject: str, reason: str, *, final: bool = False) -> None:
        super().__init__(subject, reason)
        self.final = final

    @property
    def target(self) -> str:
        return self.subject


class StateError(SummarizeError):
    """The briefing's state cannot be opened, read or written."""

    @property
    def path(self) -> str:
        return self.subject


class BusyError(StateError):
    """The briefing's state is in use: try again later."""


class ConfigError(SummarizeError):
    """A configuration file says something that cannot be used. `key` names the place.

    mistakes: all that was found, a line each, this one first.
    """

    def __init__(self, path: str, key: str, reason: str) -> None:
        Exception.__init__(self, path, key, reason)
        self.subject = f"{path}: {key}" if key else path
        self.reason = reason
        self.path = path
        self.key = key
        self.mistakes: tuple[str, ...] = (str(self),)

    @classmethod
    def many(cls, mistakes: Sequence[tuple[str, str, str]]) -> ConfigError:
        """One error for all mistakes of a file, (path, key, reason) each; the first is its subject."""
        error = cls(*mistakes[0])
        error.mistakes = tuple(str(cls(*mistake)) for mistake in mistakes)
        return error
