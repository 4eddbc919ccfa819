"""Quotes: picked from the project by claim, configuration or code, cut with […], and never used twice unseen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypedDict, Unpack, cast

from icmo._frames import make_frame
from icmo._strings import did_you_mean, say
from icmo.configurations import check_stance, parents_of
from icmo.report.exhibits.cutting import shown_text
from icmo.report.exhibits.formats import case_names, language_of
from icmo.report.exhibits.material import material_of
from icmo.report.exhibits.places import (
    at_of,
    find_claim,
    find_configuration,
    labels_of,
    speaker_of,
)
from icmo.report.exhibits.records import Exhibit, ExhibitError, Exhibits, Words, box, prose
from icmo.report.exhibits.used import note_use

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import pandas as pd

    from icmo.project import Project

QUOTES = ("document", "case", "group", "start", "end", "text", "stance", "said_by", "speaker")
#: The group that women belong to in the codebook that icmo comes with.
WOMEN = "kvinde"


class Picked(TypedDict, total=False):
    """How quotes are picked: what they speak to, how, and who speaks where."""

    claim: str | None
    configuration: str | None
    code: str | None
    stance: str
    group: str | None
    case: str | None
    holding: str


class Asked(Picked, Words, total=False):
    """How a quote is picked, and what the author says of it."""


def quote_table(
    project: Project, language: str | None = None, **picked: Unpack[Picked]
) -> pd.DataFrame:
    """Return what can be quoted, in the order of the documents' names and of their places.

    Args:
        project: the open project.
        language: da or en.
        picked: claim (its id, its theme, or the beginning of its sentence), configuration (its id
            or the beginning of its title) or code (of a tag; its children count); stance
            (supports, contradicts, qualifies, or "" for all; evidence only); group, case (its id
            or label), and `holding`, words that the passage holds.

    Returns:
        A frame with the columns document, case, group, start, end, text, stance, said_by (the
        speaker's role) and speaker (as the report names her).
    """
    rows = _excerpts(project, picked)
    names = material_of(project).documents.set_index("document")["name"]
    rows = rows.assign(_name=rows["document"].map(names)).sort_values(
        ["_name", "start", "end"], kind="stable"
    )
    tongue = language_of(language, project)
    shown, labels = case_names(project), labels_of(project, tongue)
    roles = _roles(project, rows)
    told: list[dict[Any, Any]] = [
        {**row, "said_by": role, "speaker": speaker_of(row, shown, labels, tongue)}
        for row, role in zip(rows.to_dict("records"), roles, strict=True)
    ]
    return make_frame(told, QUOTES, numbers=("start", "end"))


def _excerpts(project: Project, picked: Picked) -> pd.DataFrame:
    asked = [name for name in ("claim", "configuration", "code") if picked.get(name)]
    if len(asked) != 1:
        raise ExhibitError(say("quote.by_what"))
    if asked == ["code"]:
        rows = _tagged(project, str(picked["code"])).assign(stance="")
    else:
        find = find_claim if asked == ["claim"] else find_configuration
        target = find(project, str(picked[asked[0]]))[asked[0]]  # type: ignore[literal-required]
        evidence = material_of(project).evidence
        rows = evidence[(evidence["target_kind"] == asked[0]) & (evidence["target"] == target)]
        stance = picked.get("stance", "supports")
        if stance:
            check_stance(stance)
            rows = rows[rows["stance"] == stance]
    if picked.get("group"):
        rows = rows[rows["group"] == picked["group"]]
    if picked.get("case"):
        cases = material_of(project).cases
        own = cases[(cases["case"] == picked["case"]) | (cases["label"] == picked["case"])]["case"]
        rows = rows[rows["case"].isin(list(own) or [picked["case"]])]
    wanted = _level(picked.get("holding", ""))
    rows = rows[[wanted in _level(text) for text in rows["text"]]] if wanted else rows
    return rows.drop_duplicates(["document", "start", "end"])


def _tagged(project: Project, code: str) -> pd.DataFrame:
    parent = {
        child: above
        for book in project.codebooks.values()
        for child, above in parents_of(book.codes()).items()
    }
    tags = material_of(project).tags
    known = {*labels_of(project, "en")}
    if code not in known:
        raise ExhibitError(say("exhibit.no_code", name=code) + did_you_mean(code, known))
    return tags[(tags["code"] == code) | (tags["code"].map(parent) == code)]


def _roles(project: Project, rows: pd.DataFrame) -> list[str]:
    """Return the role of who speaks at the beginning of each excerpt."""
    spoken: dict[str, list[tuple[int, str]]] = {}
    every = material_of(project).turns
    for document in dict.fromkeys(rows["document"]):
        turns = every[every["document"] == document]
        spoken[document] = list(zip(turns["end"], turns["speaker_role"], strict=True))
    return [
        next((str(role) for end, role in spoken[document] if end > start), "")
        for document, start in zip(rows["document"], rows["start"], strict=True)
    ]


def said(
    project: Project,
    *,
    nth: int = 1,
    keep: Sequence[str] = (),
    explain: Mapping[str, str] | None = None,
    role: bool = False,
    language: str | None = None,
    **asked: Unpack[Asked],
) -> Exhibit:
    """Quote one passage of the project.

    Args:
        project: the open project.
        nth: which of those found, counted from one.
        keep: the parts of it to show, in their order; […] stands where something is left out.
        explain: words of it, and what to write for them in brackets: {"den": "planen"}.
        role: the speaker's role instead of her group; in a small place that may be to name her.
        language: da or en.
        asked: how it is picked, as `quote_table`, and note, source or label.

    Raises:
        ExhibitError: nothing like that was said, or a part to keep is not in it.
    """
    picked, words = _parted(asked)
    found = quote_table(project, language, **picked)
    if len(found) < nth:
        raise ExhibitError(say("quote.none", asked=_told(picked), count=len(found)))
    row = found.iloc[nth - 1].to_dict()
    made = _quoted(project, row, keep, explain or {}, language_of(language, project), role=role)
    return made.told(words)


def said_by_several(
    project: Project,
    most: int = 3,
    *,
    role: bool = False,
    language: str | None = None,
    **picked: Unpack[Picked],
) -> Exhibits:
    """Quote several passages, from as many cases as there are before a second one of any."""
    found = quote_table(project, language, **picked)
    if found.empty:
        raise ExhibitError(say("quote.none", asked=_told(picked), count=0))
    tongue = language_of(language, project)
    return Exhibits(
        _quoted(project, row, (), {}, tongue, role=role)
        for row in _spread(found).head(most).to_dict("records")
    )


def perspective_box(
    project: Project,
    *,
    most: int = 1,
    intro: str = "",
    title: str = "",
    nth: int = 1,
    keep: Sequence[str] = (),
    explain: Mapping[str, str] | None = None,
    language: str | None = None,
    **asked: Unpack[Asked],
) -> Exhibit:
    """Make a box of what women said: "Kvindeperspektiv".

    Args:
        project: the open project.
        most: how many quotes.
        intro: the author's words before them.
        title: what stands over the box, when not that.
        nth: which of those found is the first.
        keep: as `said`, of the first quote.
        explain: as `said`, of the first quote.
        language: da or en.
        asked: as `said`; the group is women when not said.
    """
    picked, words = _parted({"group": WOMEN, **asked})
    tongue = language_of(language, project)
    found = _spread(quote_table(project, tongue, **picked)).iloc[nth - 1 :].head(most)
    if found.empty:
        raise ExhibitError(say("quote.none", asked=_told(picked), count=0))
    quotes = [
        _quoted(
            project,
            row,
            () if place else keep,
            {} if place else (explain or {}),
            tongue,
            role=False,
        )
        for place, row in enumerate(found.to_dict("records"))
    ]
    parts = [*([prose(intro)] if intro else []), *quotes]
    return box("perspective", title or say("box.perspective", tongue), *parts).told(words)


def _spread(found: pd.DataFrame) -> pd.DataFrame:
    """Put the first passage of each case before the second of any."""
    turn = found.groupby("case", sort=False).cumcount()
    return found.iloc[turn.argsort(kind="stable")]


def _parted(asked: Asked) -> tuple[Picked, Words]:
    """Part how a quote is picked from what the author says of it."""
    picked = {name: one for name, one in asked.items() if name in Picked.__annotations__}
    words = {name: one for name, one in asked.items() if name not in picked}
    return cast("Picked", picked), cast("Words", words)


def _told(picked: Picked) -> str:
    return ", ".join(f"{name} = {value}" for name, value in picked.items() if value)


def _quoted(
    project: Project,
    row: dict[Any, Any],
    keep: Sequence[str],
    explain: Mapping[str, str],
    language: str,
    *,
    role: bool,
) -> Exhibit:
    speaker = str(row["speaker"])
    if role:
        speaker = speaker_of(row, case_names(project), labels_of(project, language), language)
    whole = " – ".join(part.strip() for part in _turn_by_turn(project, row))
    text = shown_text(whole, keep, explain, language)
    at = at_of(row)
    note_use(at)
    return Exhibit("quote", content={"text": text, "speaker": speaker, "at": [at]})


def _turn_by_turn(project: Project, row: Mapping[Any, Any]) -> list[str]:
    """Return what was said in an excerpt, without the speakers' names between its turns."""
    text = str(row["text"])
    if "\n" not in text:
        return [text]
    turns = material_of(project).turns
    turns = turns[turns["document"] == row["document"]]
    start, end = int(row["start"]), int(row["end"])
    parts = [
        text[max(start, int(begin)) - start : min(end, int(stop)) - start]
        for begin, stop in zip(turns["start"], turns["end"], strict=True)
        if begin < end and start < stop
    ]
    return parts or [text]


def _level(text: str) -> str:
    return " ".join(text.split()).casefold()
