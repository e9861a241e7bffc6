"""What a briefing is made of: one TOML file, checked as a whole before anything is done.

Every mistake is reported at once, each with the file, the line, the key and what would be right. Relative
paths count from the folder of the file, "~" is the user's home.
"""

from __future__ import annotations

import re
import tomllib
from datetime import timedelta
from pathlib import Path
from typing import Annotated, Any, Literal
from zoneinfo import ZoneInfo

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError, model_validator

from summarize.briefing import mistakes, overwriting
from summarize.briefing.addresses import Server, mailbox
from summarize.errors import ConfigError
from summarize.read import urls

_UNITS = {"m": "minutes", "h": "hours", "d": "days", "w": "weeks", "s": "seconds"}
_SIZES = {"KB": 1000, "MB": 1000**2, "KiB": 1 << 10, "MiB": 1 << 20}


def duration(value: Any) -> timedelta:
    """A length of time such as "30s", "24h" or "7d"."""
    number, unit = (value[:-1], value[-1:]) if isinstance(value, str) else ("", "")
    if not number.isdecimal() or unit not in _UNITS or not 0 < int(number) <= 10_000:
        raise ValueError(f"{value!r} is no length of time: write 30s, 24h or 7d")
    return timedelta(**{_UNITS[unit]: int(number)})


def size(value: Any) -> int:
    """A number of bytes such as "20MB"."""
    unit = next((unit for unit in _SIZES if isinstance(value, str) and value.endswith(unit)), "")
    number = value[: -len(unit)].strip() if unit else ""
    if not number.isdecimal() or int(number) == 0:
        raise ValueError(f"{value!r} is no size: write 500KB or 20MB")
    return int(number) * _SIZES[unit]


def zone(value: Any) -> ZoneInfo:
    """A time zone by its name in the tz database."""
    try:
        return ZoneInfo(value)
    except (KeyError, ValueError, TypeError, OSError) as error:
        raise ValueError(f"{value!r} is no time zone: write a name such as Europe/Berlin") from error


def web_address(value: Any) -> str:
    """An http(s) address."""
    if not isinstance(value, str) or not value.lower().startswith(("http://", "https://")) or " " in value:
        raise ValueError(f"not an http(s) address: {value!r}")
    urls.parse(value)  # says what is wrong with it
    return value


def mail_address(value: Any) -> str:
    """A mail address, perhaps with a name before it."""
    mailbox(value if isinstance(value, str) else repr(value))
    return str(value)


def mail_server(value: Any) -> str:
    """The address of a mail server."""
    Server.parse(value if isinstance(value, str) else "")
    return str(value)


def dated(value: Any) -> Any:
    """The name of a file, in which {date} is filled in and nothing else."""
    for written in re.findall(r"\{[^{}]*\}", value) if isinstance(value, str) else ():
        if written != "{date}":
            raise ValueError(f"{written} is nothing that is filled in: write {{date}}")
    return value


Duration = Annotated[timedelta, BeforeValidator(duration)]
Size = Annotated[int, BeforeValidator(size)]
Zone = Annotated[ZoneInfo, BeforeValidator(zone)]
Address = Annotated[str, BeforeValidator(web_address)]
Mailbox = Annotated[str, BeforeValidator(mail_address)]
Command = Annotated[list[str], Field(min_length=1)]
Words = Annotated[list[Annotated[str, Field(min_length=2)]], Field(min_length=1)]


class _Table(BaseModel):
    model_config = ConfigDict(
        extra="forbid", frozen=True, arbitrary_types_allowed=True, strict=True, allow_inf_nan=False
    )


class Briefing(_Table):
    """How long and how often. length in sentences; minutes of reading instead, if given."""

    title: str = "Morning briefing"
    length: int = Field(12, ge=1, le=500)
    minutes: float | None = Field(None, gt=0, le=240)
    stories: int = Field(6, ge=1, le=100)
    max_age: Duration = timedelta(days=7)
    first_run: Duration = timedelta(hours=24)
    timezone: Zone | None = None
    when_empty: Literal["nothing", "say-so"] = "nothing"
    warn_after: int = Field(3, ge=1, le=100)
    language: str | None = Field(None, pattern=r"^[a-z]{2,3}$")

    @model_validator(mode="after")
    def _one_length(self) -> Briefing:
        if self.minutes is not None and "length" in self.model_fields_set:
            raise ValueError("length (in sentences) or minutes, not both: take one out")
        return self


class Source(_Table):
    """A feed or page by its address, or files of one's own. weight multiplies what it counts."""

    name: str | None = Field(None, min_length=1)
    url: Address | None = None
    path: str | None = None
    opml: str | None = None
    weight: float = Field(1.0, gt=0, le=10)
    allow_private: bool = False
    full_text: bool = True

    @model_validator(mode="after")
    def _one_place(self) -> Source:
        given = [key for key in ("url", "path", "opml") if getattr(self, key)]
        if len(given) != 1:
            raise ValueError(f"one of url, path and opml is needed, not {' and '.join(given) or 'none'}")
        return self

    @property
    def place(self) -> str:
        return self.url or self.path or self.opml or ""

    @property
    def label(self) -> str:
        """What people call it."""
        return self.name or self.place


class Fetch(_Table):
    """How the web is asked."""

    timeout: Duration = timedelta(seconds=30)
    max_size: Size = 20 * 1000**2
    concurrency: int = Field(16, ge=1, le=64)  # of 50 sources ten may hang, and not hold up the rest


class Output(_Table):
    """Files. {date} in a name is the briefing's day; latest is a link to the newest.

    record: the same as JSON, in a file beside it. templates: a folder of one's own for pages and mails.
    """

    file: Annotated[str | None, BeforeValidator(dated)] = None
    latest: str | None = None
    record: Annotated[str | None, BeforeValidator(dated)] = Field(None, alias="json")
    stdout: bool = True
    format: Literal["text", "markdown", "html", "json"] = "text"
    templates: str | None = None


class Email(_Table):
    """Mail over SMTP. smtp: smtp://host:25, smtp+starttls://user@host:587 or smtps://user@host:465."""

    to: Annotated[list[Mailbox], Field(min_length=1)]
    sender: Mailbox = Field(alias="from")
    smtp: Annotated[str, BeforeValidator(mail_server)]
    password_command: Command | None = None


class Folder(_Table):
    """A maildir."""

    path: str


class Atom(_Table):
    """A feed of the briefings themselves. link: where the file can be fetched."""

    file: str
    link: Address | None = None
    keep: int = Field(30, ge=1, le=1000)


class Webhook(_Table):
    """Where the briefing is posted as JSON."""

    url: Address
    allow_private: bool = False
    authorization_command: Command | None = None


class Ping(_Table):
    """A health check: /start, then /<exit status> is added to the address."""

    url: Address
    allow_private: bool = False


class Section(_Table):
    """A part of the briefing of its own: stories with one of the words, or from one of the sources."""

    name: str = Field(min_length=1)
    words: list[str] = []
    sources: list[str] = []

    @model_validator(mode="after")
    def _something(self) -> Section:
        if not (self.words or self.sources):
            raise ValueError("words or sources are needed: what belongs in this section")
        return self


class Watch(_Table):
    """Words that are never to be missed: a story with one is told, whatever else there is."""

    words: Words
    name: str | None = None


class Config(_Table):
    """The whole file."""

    briefing: Briefing = Briefing()
    source: Annotated[list[Source], Field(min_length=1)]
    fetch: Fetch = Fetch()
    output: Output = Output()
    email: Email | None = None
    maildir: Folder | None = None
    atom: Atom | None = None
    webhook: Webhook | None = None
    ping: Ping | None = None
    section: list[Section] = []
    watch: list[Watch] = []


def load(path: Path) -> Config:
    """The configuration in a file. Raises `ConfigError` with all that is wrong, a line each."""
    try:
        text = path.read_text(encoding="utf-8-sig")  # some editors begin a file with its mark
    except UnicodeDecodeError as error:
        raise ConfigError(str(path), "", "is not UTF-8: save it as UTF-8") from error
    except OSError as error:
        advice = ": `summarize brief init` writes one" if isinstance(error, FileNotFoundError) else ""
        raise ConfigError(str(path), "", f"{(error.strerror or str(error)).lower()}{advice}") from error
    try:
        found = Config.model_validate(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        raise ConfigError.many([mistakes.of_toml(str(error), path)]) from error
    except ValidationError as error:
        raise ConfigError.many(
            [mistakes.of_table(each, Config, path, text) for each in error.errors()]
        ) from error
    wrong = [
        *mistakes.twins("source", [(each.name, each.place) for each in found.source], path, text),
        *mistakes.twins("section", [(each.name, at) for at, each in enumerate(found.section)], path, text),
        *(
            mistakes.at(path, text, where, reason)
            for where, reason in overwriting.mistakes(written(found), path)
        ),
    ]
    if found.output.latest and not found.output.file:
        reason = "is a link to the newest file, and there is none: set file as well"
        wrong.append(mistakes.at(path, text, ("output", "latest"), reason))
    if not (found.output.stdout or goes_elsewhere(found)):
        reason = "the briefing would go nowhere: take this out, or set file or [email]"
        wrong.append(mistakes.at(path, text, ("output", "stdout"), reason))
    if wrong:
        raise ConfigError.many(wrong)
    return found


def goes_elsewhere(config: Config) -> bool:
    """Whether a briefing goes anywhere but to standard output."""
    named = (config.output.file, config.output.record, config.email, config.maildir, config.atom)
    return any((*named, config.webhook))


def printed(config: Config) -> Config:
    """The configuration of one who wants to see it on standard output, wherever else it goes."""
    return config.model_copy(update={"output": config.output.model_copy(update={"stdout": True})})


def written(config: Config) -> dict[overwriting.Where, str]:
    """The files that a run writes and the folder of its mails, by the key that names each."""
    output, atom, maildir = config.output, config.atom, config.maildir
    named = {
        ("output", "file"): output.file,
        ("output", "latest"): output.file and output.latest,
        ("output", "json"): output.record,
        ("atom", "file"): atom and atom.file,
        overwriting.MAILDIR: maildir and maildir.path,
    }
    return {where: name for where, name in named.items() if name}
