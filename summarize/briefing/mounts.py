"""Whether a folder lies on another machine's disk: SQLite's log needs memory that two hosts do not share."""

from __future__ import annotations

import re
from pathlib import Path

_TABLE = Path("/proc/self/mountinfo")
_NETWORKED = re.compile(
    r"nfs\d?|cifs|smb\w*|ncpfs|afs|9p|coda|ceph|gfs2?|lustre|glusterfs|ocfs2|beegfs"
    r"|fuse\.(?:sshfs|glusterfs\w*|ceph\w*|rclone|s3fs|davfs2?|smb\w*)|davfs"
)


def is_networked(folder: Path, table: Path = _TABLE) -> bool:
    """Whether a folder lies on another machine's disk; False where the system does not tell.

    table: of mounts, as Linux has it.
    """
    try:
        lines = table.read_text(encoding="utf-8", errors="surrogateescape").splitlines()
    except OSError:
        return False
    place = folder.resolve()
    kinds = {
        Path(re.sub(r"\\(\d{3})", lambda octal: chr(int(octal[1], 8)), where)): kind
        for where, kind in (_mount(line) for line in lines if " - " in line)
    }
    home = next((each for each in (place, *place.parents) if each in kinds), None)
    return home is not None and _NETWORKED.fullmatch(kinds[home]) is not None


def _mount(line: str) -> tuple[str, str]:
    """Where something is mounted, and what kind of file system it is; see proc(5)."""
    own, _, device = line.partition(" - ")
    return own.split(" ")[4], device.split(" ")[0]
