"""Projects to be carried to other programs and back, what other programs do to files, and comparing."""

from __future__ import annotations

import json
import re
import uuid
import zipfile
from pathlib import Path

from lxml import etree

from icmo import Codebook, Project

FRAMES = (
    *("documents", "cases", "questions", "tags", "turns", "memos", "coders", "configurations"),
    *("configuration_changes", "relations", "evidence", "claims", "ratings", "judgements"),
    *("summaries", "rubric", "stale", "codebook_versions"),
)
NAMESPACE = "{urn:QDA-XML:project:1.0}"
BOOK = """
id: proeve
title: {da: Prøve, en: Trial}
version: "1"
languages: [da, en]
families:
  - id: contexts
    role: context
    label: {da: Kontekst, en: Context}
    codes:
      - id: arbejde
        label: {da: "Arbejde & <løn>", en: Work}
        definition: {da: "Hvor hun \\"arbejder\\".", en: Where she works.}
        include: {da: Når løn nævnes, en: When pay is mentioned}
      - id: deltid
        parent: arbejde
        label: {da: Deltid 🕐, en: Part time}
        definition: {da: Få timer., en: Few hours.}
      - id: aften
        parent: deltid
        label: {da: Aften, en: Evening}
        definition: {da: Om aftenen., en: In the evening.}
  - id: mechanisms
    role: mechanism
    label: {da: Mekanisme, en: Mechanism}
    codes:
      - id: tillid
        label: {da: Tillid, en: Trust}
        definition: {da: Hun stoler på dem., en: She trusts them.}
  - id: outcomes
    role: outcome
    label: {da: Udkomme, en: Outcome}
    codes:
      - id: fast
        label: {da: Fastholdelse, en: Retention}
        definition: {da: Hun bliver., en: She stays.}
"""
CODES = ("arbejde", "deltid", "aften", "tillid", "fast")


def made_project(path, texts, tags=(), evidence=(), notes=()):
    """A project of made-up texts, with tags, two configurations that share passages, and memos."""
    project = Project.create(path, Codebook.parse(BOOK, "proeve.yaml", "proeve"), coder="anna")
    folder = path.parent / f"{path.stem} texts"
    folder.mkdir()
    for number, text in enumerate(texts):
        (folder / f"tekst {number}.txt").write_bytes(text.encode())
    table = "".join(f"tekst {n}.txt;By {n % 2};gruppe;{n};\n" for n in range(len(texts)))
    (folder / "documents.csv").write_text("file;case;group;nummer;tom\n" + table, encoding="utf-8")
    project.import_documents(folder, attributes=folder / "documents.csv")
    documents = project.documents()
    ids = dict(zip(documents["name"], documents["document"], strict=True))
    sizes = dict(zip(documents["name"], documents["characters"], strict=True))
    names = sorted(ids)
    made = []
    for number, (place, start, end, code, coder, polarity, note) in enumerate(tags):
        name = names[place % len(names)]
        first, last = sorted((start % sizes[name], end % sizes[name]))
        row = {"document": ids[name], "start": first, "end": last + 1, "code": CODES[code % 5]}
        row |= {"coder": coder, "polarity": polarity, "note": note if polarity else ""}
        if not any(same(row, other) for other in made):
            made.append(row)
        del number
    given = project.tag_many(made) if made else []
    theory = [
        project.configure(context=["deltid"], mechanism=["tillid"], outcome=["fast"], title="Ét"),
        project.configure(
            context=["arbejde"],
            outcome=["fast"],
            moderator=[{"code": "aften", "on": "tillid", "effect": "blocks"}],
        ),
    ]
    project.relate(theory[0], theory[1], "rivals")
    project.change_configuration(theory[0], "ny viden", status="tested")
    for place, start, stance, note in evidence:
        name = names[place % len(names)]
        first = start % sizes[name]
        for one in theory:
            project.add_evidence(one, ids[name], first, first + 1, stance, note)
    claim = project.add_claim("De bliver.")
    project.add_evidence(claim, ids[names[0]], 0, 1)
    for number, note in enumerate(notes):
        on = ["project", ids[names[0]], "tillid", theory[0], *given[:1]][number % (4 + bool(given))]
        project.memo(on, note)
    project.assign(names[0], ["anna", "bo"])
    project.mark_done(names[0])
    return project


def same(row, other):
    return all(row[name] == other[name] for name in ("document", "start", "end", "code", "coder"))


def compared(one, other, *, without=()):
    """The frames in which two projects differ."""
    return [
        name
        for name in FRAMES
        if name not in without and not getattr(one, name)().equals(getattr(other, name)())
    ]


def rewritten(path, to, *changes):
    """Write a file as another program would that changed something in its XML or its texts."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    for change in changes:
        parts = change(parts)
    with zipfile.ZipFile(to, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return to


def in_xml(change):
    """Make a change of the XML's tree a change of a file."""

    def changed(parts):
        root = etree.fromstring(parts["project.qde"])
        change(root)
        return {
            **parts,
            "project.qde": etree.tostring(root, xml_declaration=True, encoding="utf-8"),
        }

    return changed


def without(*holders):
    def strip(root):
        for holder in holders:
            for one in root.findall(f"{NAMESPACE}{holder}"):
                root.remove(one)

    return in_xml(strip)


@in_xml
def without_note_refs_on_passages(root):
    for one in root.iter(f"{NAMESPACE}PlainTextSelection"):
        for ref in one.findall(f"{NAMESPACE}NoteRef"):
            one.remove(ref)


def with_new_guids(parts):
    """Every GUID in the XML becomes another one, as ATLAS.ti does on every export."""
    text = parts["project.qde"].decode()
    head, carriers = text, []
    while "icmo-data" in head:
        start = head.rindex("<Note ", 0, head.index("icmo-data"))
        end = head.index("</Note>", start) + len("</Note>")
        carriers.append(head[start:end])
        head = head[:start] + f"@@{len(carriers)}@@" + head[end:]
    known: dict[str, str] = {}
    pattern = r"(?<=[\"])[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?=\")"
    head = re.sub(
        pattern, lambda g: known.setdefault(g[0], "{" + str(uuid.uuid4()).upper() + "}"), head
    )
    for number, carrier in enumerate(carriers, 1):
        head = head.replace(f"@@{number}@@", carrier)
    return {**parts, "project.qde": head.encode()}


@in_xml
def with_split_passages(root):
    """One passage for every coding, as NVivo and QualCoder write them."""
    for source in root.iter(f"{NAMESPACE}TextSource"):
        for one in source.findall(f"{NAMESPACE}PlainTextSelection"):
            codings = one.findall(f"{NAMESPACE}Coding")
            for coding in codings[1:]:
                one.remove(coding)
                twin = etree.fromstring(etree.tostring(one))
                for child in list(twin):
                    twin.remove(child)
                twin.set("guid", str(uuid.uuid4()))
                twin.append(coding)
                one.addnext(twin)


def with_merged_passages(parts):
    """All codings of a place on one passage: the way it is written already; twice is once more."""
    return in_xml(_merge)(with_split_passages(parts))


def _merge(root):
    for source in root.iter(f"{NAMESPACE}TextSource"):
        first = {}
        for one in source.findall(f"{NAMESPACE}PlainTextSelection"):
            place = (one.get("startPosition"), one.get("endPosition"))
            if place not in first:
                first[place] = one
                continue
            for position, child in enumerate(one.findall(f"{NAMESPACE}Coding")):
                first[place].insert(position, child)
            source.remove(one)


def with_two_character_line_ends(parts):
    """CRLF in the text files, and places counted as NVivo counts them."""
    texts = {n: d.decode().replace("\n", "\r\n") for n, d in parts.items() if n.endswith(".txt")}

    def count(root):
        for source in root.iter(f"{NAMESPACE}TextSource"):
            name = "sources/" + source.get("plainTextPath").removeprefix("internal://")
            text = texts[name].replace("\r\n", "\n")
            for one in source.findall(f"{NAMESPACE}PlainTextSelection"):
                for side in ("startPosition", "endPosition"):
                    before = text[: int(one.get(side))]
                    one.set(side, str(len(before) + before.count("\n")))

    changed = in_xml(count)(parts)
    return {**changed, **{name: text.encode() for name, text in texts.items()}}


@in_xml
def with_folded_notes(root):
    """Notes whose lines end in two characters, as Windows programs keep them."""
    for one in root.iter(f"{NAMESPACE}PlainTextContent"):
        one.text = (one.text or "").replace("\n", "\r\n")


def packed(path, qde, **members):
    """A project file made by hand."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("project.qde", qde)
        for name, data in members.items():
            archive.writestr(f"sources/{name}.txt", data)
    return Path(path)


def project_xml(sources="", codes="", rest="", origin="Trial"):
    codes = codes or (
        '<Code guid="20000000-0000-4000-8000-000000000001" name="tillid" isCodable="true"/>'
    )
    return (
        f'<?xml version="1.0" encoding="utf-8"?><Project xmlns="urn:QDA-XML:project:1.0" name="p" origin="{origin}">'
        f'<Users><User guid="10000000-0000-4000-8000-000000000001" name="Anna"/></Users>'
        f"<CodeBook><Codes>{codes}</Codes></CodeBook><Sources>{sources}</Sources>{rest}</Project>"
    )


def source_xml(number, passages, path="", name="Tekst"):
    told = "".join(
        f'<PlainTextSelection guid="60000000-0000-4000-8000-0000000{number}{place:04}" startPosition="{start}"'
        f' endPosition="{end}" name="{called}"><Coding guid="61000000-0000-4000-8000-0000000{number}{place:04}"'
        f' creatingUser="10000000-0000-4000-8000-000000000001"><CodeRef targetGUID="{code}"/></Coding>'
        "</PlainTextSelection>"
        for place, (start, end, called, code) in enumerate(passages)
    )
    path = path or f"internal://t{number}.txt"
    return f'<TextSource guid="50000000-0000-4000-8000-00000000000{number}" name="{name}" plainTextPath="{path}">{told}</TextSource>'


def carrier_of(path):
    """What the carrier of a file says, line by line."""
    with zipfile.ZipFile(path) as archive:
        root = etree.fromstring(archive.read("project.qde"))
    notes = [
        one for one in root.iter(f"{NAMESPACE}Note") if one.get("name").startswith("icmo-data")
    ]
    lines = [line for one in notes for line in one[0].text.splitlines() if line.startswith("- ")]
    return [json.loads(line[2:]) for line in lines]
