"""Names of parts: how one of many documents in a file is cited, and which file that is.

`letters.mbox#3` is the third message, `saved.zip!/news/dam.html` a member of an archive, and
`saved.zip!/letters.mbox#3` both. A name that could be either is a file's if there is such a file.
"""

from __future__ import annotations

import os
import re

MEMBER = "!/"
ARCHIVES = (".zip", ".tar", ".tgz", ".tbz2", ".txz", ".gz", ".bz2", ".xz")
NUMBERED = re.compile(
    r"(.+\.(?:json|jsonl|ndjson|mbox|warc|xml|rss|atom|rdf)(?:\.(?:gz|bz2|xz))?)#[1-9][0-9]{0,8}",
    re.IGNORECASE | re.DOTALL,
)


def container(name: str) -> str | None:
    """The file that a name names a part of; None if it names a file.

    >>> container("saved.zip!/letters.mbox#3"), container("letters.mbox#3"), container("dam.txt")
    ('saved.zip', 'letters.mbox', None)
    """
    if os.path.lexists(name):
        return None
    file, mark, _ = name.partition(MEMBER)
    if mark and file.lower().endswith(ARCHIVES):
        return file
    numbered = NUMBERED.fullmatch(name)
    return numbered[1] if numbered else None
