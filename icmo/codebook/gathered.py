"""A codebook made of codes that other programs or spreadsheets name: ids are found for them."""

from __future__ import annotations

import json
import re
import unicodedata
from dataclasses import dataclass, field

from icmo._strings import say
from icmo.codebook.records import ROLES

#: What families are called whose role can be told from their name.
_NAMES = {
    "principle": ("princip", "principle"),
    "intervention": ("intervention", "indsats"),
    "context": ("kontekst", "context"),
    "moderator": ("moderator",),
    "mechanism": ("mekanisme", "mechanism"),
    "outcome": ("outcome", "udkomme", "udfald"),
    "theme": ("tema", "theme"),
    "target": ("målgruppe", "target"),
    "factor": ("faktor", "factor"),
    "actor": ("aktør", "actor"),
    "method": ("metode", "method"),
}
_LETTERS = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "ß": "ss", "ð": "d", "þ": "th"})
#: What YAML reads only where it is escaped.
_ESCAPED = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")
_LONGEST = 40


@dataclass
class Gathered:
    """A codebook as it grows: families, and codes in them, each with an id of its own."""

    id: str
    title: str
    language: str
    taken: set[str] = field(default_factory=set)  # ids that nothing else may get
    _families: dict[str, tuple[str, str, str, list[str]]] = field(default_factory=dict)

    @property
    def is_empty(self) -> bool:
        """Say whether it has no family."""
        return not self._families

    def family(self, label: str, definition: str = "", role: str = "", wanted: str = "") -> str:
        """Add a family. Returns its id."""
        found = self._id(wanted or label)
        known = role if role in ROLES else role_of(label)
        self._families[found] = (known, label, definition, [])
        return found

    def loose(self) -> str:
        """Return the family of codes that belong to none."""
        if "codes" not in self._families:
            self.taken.discard("codes")
            return self.family(say("refi.codes", self.language), role="other", wanted="codes")
        return "codes"

    def code(
        self, family: str, texts: dict[str, dict[str, str]], parent: str = "", wanted: str = ""
    ) -> str:
        """Add a code. Returns its id. The texts are label, definition, include, exclude by language."""
        found = self._id(wanted or next(iter(texts["label"].values())))
        lines = [f"      - id: {found}"]
        if not texts.get("definition"):
            undefined = {language: say("refi.undefined", language) for language in texts["label"]}
            texts = {**texts, "definition": undefined}
        for name, said in texts.items():
            if said:
                told = ", ".join(f"{language}: {quoted(text)}" for language, text in said.items())
                lines.append(f"        {name}: {{{told}}}")
        if parent:
            lines.append(f"        parent: {parent}")
        self._families[family][3].append("\n".join(lines))
        return found

    def _id(self, label: str) -> str:
        number, plain = 1, slug(label, "code")
        found = plain
        while found in self.taken or found == "guide":
            number += 1
            found = f"{plain}_{number}"
        self.taken.add(found)
        return found

    def source(self, languages: tuple[str, ...] = ()) -> str:
        """Return the codebook as its file."""
        spoken = languages or (self.language,)
        title = ", ".join(
            f"{language}: {quoted(cleaned(self.title) or self.id)}" for language in spoken
        )
        lines = [
            f"id: {self.id}",
            f"title: {{{title}}}",
            'version: "1"',
            f"languages: [{', '.join(spoken)}]",
            "families:",
        ]
        for family, (role, label, definition, codes) in self._families.items():
            lines += [f"  - id: {family}", f"    role: {role}"]
            for name, text in (("label", label), ("definition", definition)):
                if text:
                    told = ", ".join(f"{language}: {quoted(text)}" for language in spoken)
                    lines.append(f"    {name}: {{{told}}}")
            lines += ["    codes:", *codes] if codes else ["    codes: []"]
        return "\n".join(lines) + "\n"


def slug(label: str, otherwise: str = "codebook") -> str:
    """Return an id made of a label: small letters a-z, digits and _."""
    plain = unicodedata.normalize("NFKD", label.casefold().translate(_LETTERS))
    found = re.sub(r"[^a-z0-9]+", "_", plain.encode("ascii", "ignore").decode()).strip("_")
    found = found[:_LONGEST].strip("_") or otherwise
    return found if found[0].isalpha() else f"k_{found}"


def role_of(label: str) -> str:
    """Return the role that a family's name tells of."""
    said = label.casefold()
    return next((role for role, names in _NAMES.items() if said.startswith(names)), "other")


def cleaned(text: str) -> str:
    """Return a text without control characters and the white space around it."""
    return "".join(one for one in text if one >= " " or one in "\n\t").strip()


def quoted(text: str) -> str:
    """Return a text as YAML reads it back, whatever it holds."""
    written = json.dumps(text, ensure_ascii=False)
    return _ESCAPED.sub(lambda found: f"\\u{ord(found[0]):04x}", written)
