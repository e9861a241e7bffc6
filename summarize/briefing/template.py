"""A configuration to begin with: every key with its default and what it is for, sources filled in.

Prose begins with "# "; a line that begins with "#" alone is a setting, and takes effect without it.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from urllib.parse import urlsplit

from summarize.read.opml import Subscription

HEAD = """\
# What the briefing is made of. A line that begins with # and no space is a setting at its default, or an
# example; take the # away to use it. Relative paths count from this file's folder, ~ is your home.
#
#   summarize brief check       is all of this right, and can every source be read?
#   summarize brief --dry-run   what would be in the briefing now?
#   summarize brief schedule    what makes it a daily thing

[briefing]
#title = "Morning briefing"
# How long: sentences in all, or minutes of reading instead; shared out over at most so many stories.
#length = 12
#minutes = 5.0
#stories = 6
# What is older is left out after days without a run; and at the first run, when everything is new.
#max_age = "7d"
#first_run = "24h"
# Whose day it is, a name such as Europe/Berlin; the system's if not given.
#timezone = "UTC"
# What to make of a day without news: "nothing", or "say-so".
#when_empty = "nothing"
# Failing runs in a row before a source is complained of.
#warn_after = 3
# The language of the sources, a code such as "en"; else each document is looked at.
#language = "en"

# --- Sources: as many as you like. One of url (a feed or a page), path (files, a folder, a pattern) and opml
# (a list of feeds: a file, or an address) is needed.

"""
EXAMPLE_SOURCE = """\
# Markdown files beside this one. Put your feeds in its place, or let init take them from your feed reader:
# summarize brief init --opml FILE
[[source]]
name = "Notes"
path = "*.md"

"""
SOURCES = """\
#[[source]]
#name = "City council"
#url = "https://council.example/feed.xml"
# How much it counts beside the others, up to 10.
#weight = 1.0
# Whether its address may be outside the public internet, such as 192.168.1.10.
#allow_private = false
# Whether the page behind an item is fetched where the feed has only a summary.
#full_text = true

#[[source]]
#name = "Team notes"
#path = "~/notes/*.md"

#[[source]]
#opml = "~/feeds.opml"

# --- Sections: stories with one of the words, or from one of the sources (by name), in a part of their own.

"""
REST = """\
#[[section]]
#name = "Town"
#words = ["council", "mayor"]
#sources = ["City council"]

# --- Words that are never to be missed: a story with one is told, whatever else there is.

#[[watch]]
#name = "Rivers"
#words = ["flood", "dam"]

# --- How the web is asked.

[fetch]
# For each source, with its redirects.
#timeout = "30s"
#max_size = "20MB"
# So many sites at a time, each asked one thing at a time.
#concurrency = 16

# --- Where the briefing goes. {date} in a name is its day; latest is a link to the newest file.

[output]
#file = "~/briefings/{date}.html"
#latest = "~/briefings/latest.html"
# The same for programs, with the same numbers.
#json = "~/briefings/{date}.json"
#stdout = true
# On standard output, and in files whose name does not say: text, markdown, html or json.
#format = "text"
# A folder of templates for pages and mails, preferred to ours file by file.
#templates = "templates"

#[email]
#to = ["me@mail.example"]
#from = "briefing@mail.example"
# smtp://host:25, smtp+starttls://user@host:587 or smtps://user@host:465. The password never stands here: a
# command prints it, or the environment has it as SUMMARIZE_SMTP_PASSWORD.
#smtp = "smtps://me@smtp.mail.example:465"
#password_command = ["pass", "show", "mail/briefing"]

#[maildir]
#path = "~/Maildir/.Briefing"

# A feed of the briefings themselves; link: the address at which others fetch it.
#[atom]
#file = "~/public_html/briefing.xml"
#link = "https://www.example/briefing.xml"
#keep = 30

# Posted there as JSON; the command prints the Authorization header.
#[webhook]
#url = "https://hook.example/briefing"
#allow_private = false
#authorization_command = ["pass", "show", "hook"]

# A health check: asked for at the start (/start) and at the end (/<exit status>).
#[ping]
#url = "https://ping.example/your-uuid"
#allow_private = false
"""


def written(feeds: Sequence[Subscription] = ()) -> str:
    """The file's text. Feeds become sources with names of their own, their outermost folders sections."""
    names = _names(feeds)
    sources = "".join(
        f"[[source]]\nname = {_string(name)}\nurl = {_string(feed.url)}\n\n"
        for name, feed in zip(names, feeds, strict=True)
    )
    folders: dict[str, list[str]] = {}
    for name, feed in zip(names, feeds, strict=True):
        for folder in (*feed.folders[:1], *feed.also):
            folders.setdefault(folder, []).append(name)
    sections = "".join(
        f"[[section]]\nname = {_string(folder)}\nsources = [\n"
        + "".join(f"  {_string(name)},\n" for name in inside)
        + "]\n\n"
        for folder, inside in folders.items()
    )
    return HEAD + (sources or EXAMPLE_SOURCE) + SOURCES + sections + REST


def _names(feeds: Sequence[Subscription]) -> list[str]:
    """A name for each feed, none twice: sections go by them."""
    names: list[str] = []
    for feed in feeds:
        name = feed.title or urlsplit(feed.url).hostname or feed.url
        number = 2
        unique = name
        while unique in names:
            unique, number = f"{name} ({number})", number + 1
        names.append(unique)
    return names


def _string(text: str) -> str:
    """A basic string of TOML: JSON's, but for one character that must be escaped there."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
