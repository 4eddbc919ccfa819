"""The key file: the texts as they were and who is who, encrypted, outside the project.

One line of JSON says how the password becomes a key (scrypt); after it come the encrypted bytes
(AES-256-GCM, which also notices every changed byte, the first line's included).
"""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from icmo._files import write_whole
from icmo._strings import say
from icmo.documents.pseudonyms.decisions import Decision
from icmo.documents.pseudonyms.errors import PseudonymError
from icmo.documents.pseudonyms.offsets import OffsetMap

FORMAT = "icmo pseudonym key 1"
#: Memory and time that one guess at the password costs: 128 MiB, about half a second.
SCRYPT_N, SCRYPT_R, SCRYPT_P = 2**17, 8, 1
#: A file that asks for more than this is not ours.
MOST_N, MOST_R, MOST_P = 2**20, 16, 4
SALT_BYTES, NONCE_BYTES, KEY_BYTES = 16, 12, 32
LONGEST_HEADER = 500


@dataclass(frozen=True)
class Key:
    """What turns pseudonyms back: original texts, decisions with their names, offset maps."""

    #: the original text of each document, by its id
    texts: dict[str, str] = field(default_factory=dict)
    decisions: tuple[Decision, ...] = ()
    #: the map from the original to the pseudonymised text of each document
    offsets: dict[str, OffsetMap] = field(default_factory=dict)
    #: the project the key belongs to
    project: str = ""
    #: what else was known of each document: its row, every version of its text, its turns
    documents: dict[str, dict[str, Any]] = field(default_factory=dict)
    #: cases that were named otherwise: (the row before, the row after)
    cases: tuple[tuple[dict[str, Any], dict[str, Any]], ...] = ()

    def __repr__(self) -> str:
        """Show counts only."""
        return f"<key to {len(self.texts)} documents, {len(self.decisions)} decisions>"

    def versions_of(self, document: str) -> dict[int, dict[str, Any]]:
        """Return every version a document's text had, by its number."""
        return {row["version"]: row for row in self.documents[document]["texts"]}

    def version_of(self, document: str) -> int:
        """Return which of them the pseudonyms were put into."""
        return int(self.documents[document]["row"]["version"])


def write_key(
    path: str | os.PathLike[str],
    password: str,
    key: Key,
    *,
    project_path: str | os.PathLike[str],
) -> None:
    """Write the key file whole, readable by its owner alone.

    Raises:
        PseudonymError: the path lies in the project's folder, the password is empty, a file
            stands there that this password does not open, or it cannot be written.
    """
    file = Path(path)
    if is_inside_project(file, project_path):
        raise PseudonymError(say("key.inside", path=file))
    if not password:
        raise PseudonymError(say("key.no_password", path=file))
    if file.exists():
        # What a stranger's or another project's key holds must not be lost.
        read_key(file, password)
    salt, nonce = os.urandom(SALT_BYTES), os.urandom(NONCE_BYTES)
    header = _header(salt, nonce)
    locked = _cipher(password, salt, SCRYPT_N, SCRYPT_R, SCRYPT_P).encrypt(
        nonce, _to_bytes(key), header
    )
    try:
        write_whole(file, header + locked)
        file.chmod(0o600)
    except OSError as error:
        raise PseudonymError(say("key.unwritable", path=file, reason=error.strerror)) from None


def read_key(path: str | os.PathLike[str], password: str) -> Key:
    """Read a key file.

    Raises:
        PseudonymError: there is none, it is no key file, or the password does not open it;
            a damaged file and a wrong password look alike.
    """
    from cryptography.exceptions import InvalidTag

    file = Path(path)
    try:
        content = file.read_bytes()
    except FileNotFoundError:
        raise PseudonymError(say("file.missing", path=file)) from None
    except OSError as error:
        raise PseudonymError(f"{file}: {say('file.unreadable', reason=error.strerror)}") from None
    header, line_end, locked = content.partition(b"\n")
    try:
        salt, nonce, costs = _read_header(header)
        cipher = _cipher(password, salt, *costs)
    except (ValueError, KeyError, TypeError, RecursionError):
        raise PseudonymError(say("key.not_a_key", path=file)) from None
    try:
        return _from_bytes(cipher.decrypt(nonce, locked, header + line_end))
    except (InvalidTag, ValueError, KeyError, TypeError):
        raise PseudonymError(say("key.closed", path=file)) from None


def is_inside_project(path: str | os.PathLike[str], project_path: str | os.PathLike[str]) -> bool:
    """Say whether a path lies in the project's folder or below; links are followed."""
    project = Path(project_path).resolve()
    folder = project if project.is_dir() else project.parent
    return Path(path).resolve().is_relative_to(folder)


def _header(salt: bytes, nonce: bytes) -> bytes:
    told = {
        "format": FORMAT,
        "n": SCRYPT_N,
        "r": SCRYPT_R,
        "p": SCRYPT_P,
        "salt": salt.hex(),
        "nonce": nonce.hex(),
    }
    return json.dumps(told).encode("ascii") + b"\n"


def _read_header(header: bytes) -> tuple[bytes, bytes, tuple[int, int, int]]:
    told = json.loads(header) if len(header) < LONGEST_HEADER else {}
    costs = int(told["n"]), int(told["r"]), int(told["p"])
    if told["format"] != FORMAT or not _is_payable(*costs):
        raise ValueError(FORMAT)
    return bytes.fromhex(told["salt"]), bytes.fromhex(told["nonce"]), costs


def _is_payable(n: int, r: int, p: int) -> bool:
    """Say whether the costs a file asks for are those of a key, not of an attack."""
    return 2 <= n <= MOST_N and 1 <= r <= MOST_R and 1 <= p <= MOST_P  # noqa: PLR2004


def _cipher(password: str, salt: bytes, n: int, r: int, p: int):  # type: ignore[no-untyped-def]  # noqa: ANN202
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM
    from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

    secret = Scrypt(salt=salt, length=KEY_BYTES, n=n, r=r, p=p).derive(password.encode("utf-8"))
    return AESGCM(secret)


def _to_bytes(key: Key) -> bytes:
    told = {
        "project": key.project,
        "texts": key.texts,
        "decisions": [asdict(decision) for decision in key.decisions],
        "offsets": {document: offsets.to_json() for document, offsets in key.offsets.items()},
        "documents": key.documents,
        "cases": key.cases,
    }
    return json.dumps(told).encode("ascii")


def _from_bytes(content: bytes) -> Key:
    told = json.loads(content)
    decisions = tuple(
        Decision(**(entry | {"forms": tuple(entry["forms"])})) for entry in told["decisions"]
    )
    offsets = {name: OffsetMap.from_json(edits) for name, edits in told["offsets"].items()}
    cases = tuple((before, after) for before, after in told.get("cases", ()))
    documents = dict(told.get("documents", {}))
    return Key(dict(told["texts"]), decisions, offsets, told["project"], documents, cases)
