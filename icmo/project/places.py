"""Where a project file stands: network drives and synced folders damage databases."""

from __future__ import annotations

from pathlib import Path

from icmo._strings import say

#: File systems of network drives, as Linux names them.
_NETWORK = (
    "nfs",
    "nfs4",
    "cifs",
    "smb3",
    "smbfs",
    "afs",
    "9p",
    "sshfs",
    "davfs",
    "fuse.sshfs",
    "fuse.rclone",
)
_SYNCED = (
    "onedrive",
    "dropbox",
    "google drive",
    "googledrive",
    "icloud",
    "nextcloud",
    "owncloud",
    "box sync",
)
_MOUNTS = Path("/proc/mounts")


def trouble_with(path: Path) -> str | None:
    """Return a sentence where the project stands on a network drive or in a synced folder."""
    resolved = path.resolve()
    for part in resolved.parent.parts:
        if any(part.casefold().startswith(name) for name in _SYNCED):
            return say("place.synced", path=path, folder=part)
    drive = _file_system(resolved)
    if drive in _NETWORK:
        return say("place.network", path=path, drive=drive)
    return None


def _file_system(path: Path) -> str:
    """Return the kind of file system a path is on; empty where the machine does not tell."""
    try:
        lines = _MOUNTS.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return ""
    best, kind = -1, ""
    for line in lines:
        _, place, found, *_ = [*line.split(" "), "", "", ""]
        # Blanks are written as \\040 in the list of mounts.
        mount = Path(place.replace("\\040", " "))
        if (path == mount or mount in path.parents) and len(mount.parts) > best:
            best, kind = len(mount.parts), found
    return kind
