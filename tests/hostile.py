"""Files that mean harm, or are none: each with its name and how it is made."""

from __future__ import annotations

import io
import json
import sqlite3
import struct
import zipfile
from contextlib import closing

from interchanged import packed, project_xml, source_xml

TRUST = "20000000-0000-4000-8000-000000000001"
LAUGHS = '<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
OUTSIDE = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
SCRIPTS = (
    "<script>alert(1)</script>",
    "../../etc/passwd",
    'C:\\x"y',
    "\u202egnp.exe",
    "=1+1",
    "{coder}",
    "x" * 5000,
)


def zipped(path, members, compression=zipfile.ZIP_DEFLATED):
    with zipfile.ZipFile(path, "w", compression) as archive:
        for name, data in members:
            archive.writestr(name, data)
    return path


def plain(passages=((0, 3, "abc", TRUST),), **more):
    return project_xml(source_xml(1, passages), **more)


def with_doctype(xml, doctype):
    return xml.replace("?>", f"?>{doctype}", 1)


def deep(count):
    codes = f'<Code guid="{TRUST}" name="a" isCodable="true">' * count + "</Code>" * count
    return project_xml(source_xml(1, []), codes=codes)


def carrier(text):
    note = f'<Note guid="70000000-0000-4000-8000-000000000009" name="icmo-data (rør ikke) 1/1"><PlainTextContent>{text}</PlainTextContent></Note>'
    return plain(rest=f"<Notes>{note}</Notes>")


def rows(*entries):
    return carrier("icmo: 1\nrows:\n" + "\n".join("- " + json.dumps(one) for one in entries))


def locked(path):
    packed(path, plain(), t1="abc")
    data = bytearray(path.read_bytes())
    for sign, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(sign)
        while at >= 0:
            data[at + place] |= 1
            at = data.find(sign, at + 4)
    path.write_bytes(bytes(data))


def lying(path):
    """The heading says a hundred bytes, the member holds fifty million."""
    zipped(path, [("project.qde", b" " * 50_000_000)])
    data = bytearray(path.read_bytes())
    for sign, place in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        at = data.find(sign)
        struct.pack_into("<I", data, at + place, 100)
    path.write_bytes(bytes(data))


def twice(path, *names):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name in names:
            archive.writestr(name, plain() if name.endswith("qde") else "abc")
    path.write_bytes(out.getvalue())


def cut(path, share, **members):
    packed(path, plain(), t1="abc" * 1000, **members)
    data = path.read_bytes()
    path.write_bytes(data[: int(len(data) * share)])


def with_path(name):
    return project_xml(source_xml(1, [(0, 3, "abc", TRUST)], path=name))


#: Refused, with a word of the sentence.
REFUSED_QDPX = {
    "empty": (lambda p: p.write_bytes(b""), "no REFI-QDA project"),
    "text": (lambda p: p.write_bytes(b"hello"), "no REFI-QDA project"),
    "cut early": (lambda p: cut(p, 0.1), "damaged"),
    "cut late": (lambda p: cut(p, 0.9), "damaged"),
    "no project": (lambda p: zipped(p, [("sources/a.txt", "a")]), r"no project \(\.qde\)"),
    "two projects": (lambda p: zipped(p, [("a.qde", "x"), ("b.qde", "x")]), "several projects"),
    "a member twice": (
        lambda p: twice(p, "project.qde", "sources/t1.txt", "sources/t1.txt"),
        "two members",
    ),
    "a member in other letters": (
        lambda p: twice(p, "project.qde", "sources/t1.txt", "Sources/T1.TXT"),
        "two members",
    ),
    "bomb": (
        lambda p: zipped(p, [("project.qde", plain()), ("sources/t1.txt", b"a" * 60_000_000)]),
        "larger",
    ),
    "lying heading": (lying, "damaged"),
    "locked": (locked, "password"),
    "many members": (
        lambda p: zipped(p, [(f"sources/{n}", "") for n in range(20_001)]),
        "20000 members",
    ),
    "billion laughs": (lambda p: packed(p, with_doctype(plain(), LAUGHS)), "DOCTYPE"),
    "entity from outside": (lambda p: packed(p, with_doctype(plain(), OUTSIDE)), "DOCTYPE"),
    "plain doctype": (lambda p: packed(p, with_doctype(plain(), "<!DOCTYPE Project>")), "DOCTYPE"),
    "deep": (lambda p: packed(p, deep(5000)), "more than 200 deep"),
    "long attribute": (lambda p: packed(p, plain(origin="x" * 2_000_000)), "too long"),
    "broken xml": (lambda p: packed(p, plain()[:-9]), "broken at line"),
    "another root": (lambda p: packed(p, "<html/>"), "begins with html"),
    "no xml": (lambda p: packed(p, "\0\1\2"), "broken"),
    "unknown encoding": (lambda p: packed(p, plain().replace("utf-8", "klingon")), "broken"),
    "invalid utf-8": (lambda p: packed(p, plain().encode() + b"\xff\xfe"), "broken"),
    "a folder": (lambda p: p.mkdir(), "no ordinary file"),
}

#: Taken, with the text intact, and what is wrong in it kept aside or said.
TAKEN_QDPX = {
    "slip": with_path("internal://../../etc/passwd"),
    "absolute": with_path("absolute:///etc/passwd"),
    "relative": with_path("relative:///../x.txt"),
    "drive": with_path("C:\\x.txt"),
    "bare slip": with_path("../t1.txt"),
    "hidden": with_path("internal://.t1.txt"),
    "bare name": with_path("t1.txt"),
    "one slash": with_path("internal:/t1.txt"),
    "backwards": plain([(3, 0, "abc", TRUST)]),
    "negative": plain([(-5, 3, "abc", TRUST)]),
    "outside": plain([(0, 10**30, "abc", TRUST)]),
    "no number": plain([("a", "1e3", "abc", TRUST)]),
    "no code": plain([(0, 3, "abc", "none")]),
    "no guids": plain().replace("guid=", "x="),
    "bad guids": plain().replace("50000000-", "zz").replace("61000000-", "zz"),
    "doubled guids": plain([(0, 3, "abc", TRUST)] * 3).replace("-000000010001", "-000000010000"),
    "names": project_xml(
        "".join(
            source_xml(1, [], name=one.replace("<", "&lt;").replace('"', "&quot;")).replace(
                "50000000", f"5000000{n}"
            )
            for n, one in enumerate(SCRIPTS)
        )
    ),
    "code names": project_xml(
        source_xml(1, [(0, 3, "abc", TRUST)]),
        codes="".join(
            f'<Code guid="2000000{n}-0000-4000-8000-000000000001" name="{one.replace("<", "&lt;").replace(chr(34), "&quot;")}" isCodable="yes" color="rgb(1,2,3)"/>'
            for n, one in enumerate(SCRIPTS)
        ),
    ),
    "times": plain().replace("creatingUser=", 'creationDateTime="99999-13-45T99:99" creatingUser='),
    "empty containers": plain(rest="<Sets/><Links/><Notes/><Cases/>"),
    "unknown elements": plain(
        rest="<Sets><Unheard x='1'><Of/></Unheard></Sets><Music><Note/></Music>"
    ),
    "carrier of nobody": carrier("- {\n- []\n- 7\n- {}\nhello"),
    "carrier deep": carrier("- " + "[" * 50_000),
    "carrier of other tables": rows(
        {"journal": {"line": 1}},
        {"facts": {"name": "project", "value": "x"}},
        {"access": {}},
        {"project": 7},
    ),
    "carrier of wrong values": rows(
        {"cases": {"case": 7, "label": [], "attributes": "x"}},
        {"code": None, "guid": None, "path": 7},
        {"turns": "x", "rows": [[1], 2]},
        {"tags": {"tag": "x"}},
        {"evidence": {"evidence": "e"}},
        {
            "kept": {
                "kept": "a",
                "kind": "element",
                "owner": "Links",
                "document": "",
                "content": [1, 2],
            }
        },
        {
            "kept": {
                "kept": "b",
                "kind": "guid",
                "owner": "code/x",
                "document": "",
                "content": {"guid": {}},
            }
        },
        {
            "codebooks": {
                "codebook": "x",
                "number": 1,
                "source": "!!python/object/apply:os.system [x]",
                "created": "",
            }
        },
        {
            "changes": {
                "change": "a",
                "configuration": "none",
                "version": 1,
                "reason": "",
                "content": {},
                "coder": "",
                "created": "",
            }
        },
        {
            "configurations": {
                "configuration": "c",
                "title": "",
                "slots": [],
                "moderators": {},
                "for_whom": [],
                "status": "x",
                "sentence": "",
                "details": [],
                "version": 1,
                "created": "",
            }
        },
        {
            "memos": {
                "memo": "m",
                "target_kind": "martian",
                "target": "x",
                "text": "t",
                "coder": "c",
                "created": "d",
            }
        },
    ),
}

#: Texts of sources that are none, or are written otherwise.
TEXTS = {
    "nul": (b"abc\0def", None),
    "controls": (bytes(range(1, 32)) * 20, None),
    "cut utf-16": (b"\xff\xfea", None),
    "utf-16": ("abc æøå".encode("utf-16"), "abc æøå"),
    "old windows": ("abc æøå".encode("cp1252"), "abc æøå"),
    "mark": ("abc æøå".encode("utf-8-sig"), "abc æøå"),
    "bidi": ("abc \u202eæøå\u202c \u200b".encode(), "abc \u202eæøå\u202c \u200b"),
    "decomposed": ("abc a\u030a".encode(), "abc a\u030a"),
    "empty": (b"", ""),
}

QDC = '<CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes><Code guid="a" name="x" isCodable="true"/></Codes></CodeBook>'
REFUSED_QDC = {
    "empty": ("", "broken"),
    "cut": (QDC[:80], "broken"),
    "doctype": (f"{LAUGHS}{QDC}", "DOCTYPE"),
    "project": (plain(), "no codebook"),
    "deep": (QDC.replace("<Code guid", "<Code><Code>" * 200 + "<Code guid"), "deep"),
    "nul": (QDC + "\0", "broken"),
}


def database(path, *statements):
    with closing(sqlite3.connect(path)) as connection:
        for one in statements:
            connection.execute(one)
        connection.commit()


def altered(source, path, *statements):
    path.write_bytes(source.read_bytes())
    database(path, *statements)


def flipped(source, path):
    data = bytearray(source.read_bytes())
    for place in range(4096, len(data), 4096):
        data[place : place + 64] = b"\xff" * 64
    path.write_bytes(bytes(data))


REFUSED_TAGUETTE = {
    "empty": (lambda _s, p: p.write_bytes(b""), "no project of Taguette"),
    "text": (lambda _s, p: p.write_bytes(b"hello " * 999), "no project of Taguette"),
    "another database": (lambda _s, p: database(p, "CREATE TABLE x (y)"), "no project of Taguette"),
    "a view in place of a table": (
        lambda s, p: altered(
            s,
            p,
            "DROP TABLE highlight_tags",
            "CREATE VIEW highlight_tags AS SELECT 1 highlight_id, 2 tag_id",
        ),
        "no project of Taguette",
    ),
    "damaged pages": (flipped, "damaged"),
    "cut": (lambda s, p: p.write_bytes(s.read_bytes()[:50_000]), "damaged"),
    "no project": (lambda s, p: altered(s, p, "DELETE FROM projects"), "0 projects"),
}
TAKEN_TAGUETTE = {
    "scripts": (
        "UPDATE documents SET contents = '<script>alert(1)</script><p onclick=x>Ord &amp; <b>mere</b>', name = '../../<b>x'",
    ),
    "offsets": ("UPDATE highlights SET start_offset = -5, end_offset = 99999999999",),
    "offsets that are words": ("UPDATE highlights SET start_offset = 'x'",),
    "halves of letters": ("UPDATE highlights SET start_offset = 24",),
    "tags of nobody": ("PRAGMA foreign_keys = OFF", "DELETE FROM tags"),
    "bytes for words": ("UPDATE tags SET description = X'00FF00'",),
    "no end of tags": ("UPDATE documents SET contents = '<p><b><i>Ord'",),
}
