"""GUIDE: is a principle guiding, useful, inspiring, developmental and evaluable?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from icmo._frames import make_frame
from icmo._spans import Ground, merge, overlapping_pairs
from icmo._strings import say
from icmo.configurations import check_known

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import pandas as pd

    from icmo.codebook import Codebook

LETTERS = ("G", "U", "I", "D", "E")
#: The three judgements of a principle, each of which presupposes the one before.
ASPECTS = ("meaningful", "adhered", "results")
LEVELS = ("yes", "partly", "no", "unknown")
#: The levels icmo comes with, lowest first; a project may write its own.
RUBRIC: tuple[dict[str, Any], ...] = (
    {
        "level": 1,
        "label": {"da": "Slet ikke", "en": "Not at all"},
        "anchor": {
            "da": "Ingen kan nævne et eksempel, eller eksemplerne taler imod.",
            "en": "Nobody can name an example, or the examples speak against it.",
        },
    },
    {
        "level": 2,
        "label": {"da": "I mindre grad", "en": "To a lesser degree"},
        "anchor": {
            "da": "Enkelte eksempler, knyttet til enkelte medarbejdere eller borgere.",
            "en": "Single examples, tied to single members of staff or citizens.",
        },
    },
    {
        "level": 3,
        "label": {"da": "I nogen grad", "en": "To some degree"},
        "anchor": {
            "da": "Flere eksempler fra flere, men med undtagelser, de selv nævner.",
            "en": "Several examples from several people, with exceptions they name themselves.",
        },
    },
    {
        "level": 4,
        "label": {"da": "I høj grad", "en": "To a high degree"},
        "anchor": {
            "da": "Eksempler fra både medarbejdere og borgere, og princippet ses i hverdagen.",
            "en": "Examples from staff and citizens alike, and the principle shows in daily work.",
        },
    },
)
SHOWN = ("level", "passages", "cases", "judges")
FINDINGS = ("strong", "weak", "judges_differ", "not_rated", "no_passages")
_COLUMNS = (
    "levels",
    "lowest",
    "middle",
    "highest",
    "judges",
    "rated_cases",
    "passages",
    "documents",
    "cases",
)


def interview_guide(codebook: Codebook, principle: str, language: str = "da") -> pd.DataFrame:
    """Return the questions to ask about a principle.

    Args:
        codebook: the codebook whose question templates are used.
        principle: the id of the principle.
        language: da or en.

    Returns:
        A frame of letter, question (its id), text and probe, in the order of the templates.

    Raises:
        PrincipleError: there is no such principle, or no questions are asked about it.
    """
    return codebook.questions(principle, language)


def guide_passages(tags: pd.DataFrame) -> pd.DataFrame:
    """Return the passages where a principle and a letter are coded over each other.

    Args:
        tags: a frame with the columns of `project.tags()`; letters are the codes of the family
            guide, principles those with the role principle.

    Returns:
        A frame with the columns principle, letter, document, case, group, start, end, coder (who
        tagged the principle): the text that both tags share.
    """
    import pandas as pd

    one = tags[tags["role"] == "principle"].reset_index(drop=True)
    two = tags[(tags["family"] == "guide") & tags["code"].isin(LETTERS)].reset_index(drop=True)
    number, known = pd.factorize(pd.concat([one["document"], two["document"]]))
    size = max([0, *one["end"], *two["end"]])
    base = Ground(np.full(len(known) + 1, size, dtype=np.int64)).offsets
    mine, theirs = base[number[: len(one)]], base[number[len(one) :]]
    left, right = overlapping_pairs(
        mine + one["start"].to_numpy(np.int64),
        mine + one["end"].to_numpy(np.int64),
        theirs + two["start"].to_numpy(np.int64),
        theirs + two["end"].to_numpy(np.int64),
    )
    first, second = one.iloc[left].reset_index(drop=True), two.iloc[right].reset_index(drop=True)
    found = first[["document", "case", "group", "coder"]].assign(
        principle=first["code"],
        letter=second["code"],
        start=np.maximum(first["start"], second["start"]),
        end=np.minimum(first["end"], second["end"]),
    )
    columns = ["principle", "letter", "document", "case", "group", "start", "end", "coder"]
    return found[columns].sort_values(columns[:3] + columns[5:], ignore_index=True)


def guide_table(
    ratings: pd.DataFrame,
    tags: pd.DataFrame | None = None,
    principles: Sequence[str] | None = None,
    by: str | None = None,
) -> pd.DataFrame:
    """Return what is known of each principle by each letter; empty cells are there too.

    Args:
        ratings: a frame with the columns of `project.ratings()`; of two ratings of the same by
            one judge, the later counts.
        tags: a frame with the columns of `project.tags()`.
        principles: in this order; all that are rated or coded, when not said.
        by: case, or group (ratings are of cases, so by group only the passages differ).

    Returns:
        A frame with the columns principle, letter, `by`, levels (tuple, lowest first), lowest,
        middle (the median) and highest (not a number where nobody rated), judges (who), rated_cases,
        passages, documents and cases (with passages).
    """
    check_known("by", by or "", ("case", "group"))
    latest = ratings.sort_values("created", kind="stable") if "created" in ratings else ratings
    latest = latest.drop_duplicates(["principle", "letter", "case", "judge"], keep="last")
    coded = guide_passages(tags) if tags is not None else None
    known = set(latest["principle"]) | (set(coded["principle"]) if coded is not None else set())
    chosen = list(principles) if principles is not None else sorted(known)
    # By group too, a rating counts for its principle and letter everywhere: ratings are of cases.
    rated = _groups(latest, "case" if by == "case" else None)
    found = _groups(coded, by) if coded is not None else {}
    rows = [
        {"principle": principle, "letter": letter, **({by: value} if by else {})}
        | _rated(rated.get((principle, letter, value if by == "case" else "")))
        | _coded(found.get((principle, letter, value)))
        for value in _values(latest, coded, by)
        for principle in chosen
        for letter in LETTERS
    ]
    counts = ("rated_cases", "passages", "documents", "cases")
    columns = ("principle", "letter", *([by] if by else []), *_COLUMNS)
    spread = ("lowest", "middle", "highest")
    return make_frame(rows, columns, counts, ("levels", "judges"), spread)


def _values(ratings: pd.DataFrame, coded: pd.DataFrame | None, by: str | None) -> Iterator[str]:
    if by is None:
        yield ""
        return
    found = set(ratings["case"]) if by == "case" else set()
    yield from sorted(found | (set(coded[by]) if coded is not None else set()))


def _groups(frame: pd.DataFrame, by: str | None) -> dict[tuple[str, ...], pd.DataFrame]:
    """Return the rows of each principle and letter, and of each value where it is told apart."""
    keys = ["principle", "letter", *([by] if by else [])]
    return {tuple(map(str, (*key, "")))[:3]: own for key, own in frame.groupby(keys)}


def _rated(rated: pd.DataFrame | None) -> dict[str, Any]:
    if rated is None:
        nothing = {"levels": (), "judges": (), "rated_cases": 0}
        return nothing | dict.fromkeys(("lowest", "middle", "highest"), float("nan"))
    levels = sorted(rated["level"].tolist())
    return {
        "levels": tuple(levels),
        "lowest": levels[0],
        "middle": float(np.median(levels)),
        "highest": levels[-1],
        "judges": tuple(sorted(set(rated["judge"]))),
        "rated_cases": rated["case"].nunique(),
    }


def _coded(own: pd.DataFrame | None) -> dict[str, int]:
    if own is None:
        return {"passages": 0, "documents": 0, "cases": 0}
    passages = sum(
        len(
            merge(one["start"].to_numpy(np.int64), one["end"].to_numpy(np.int64), touching=False)[0]
        )
        for _, one in own.groupby("document")
    )
    cases = set(own["case"]) - {""}
    return {"passages": passages, "documents": own["document"].nunique(), "cases": len(cases)}


def guide_matrix(
    ratings: pd.DataFrame,
    tags: pd.DataFrame | None = None,
    principles: Sequence[str] | None = None,
    by: str | None = None,
    show: str = "level",
) -> pd.DataFrame:
    """Return principles crossed with the letters G, U, I, D, E.

    Args:
        ratings: as in `guide_table`.
        tags: as in `guide_table`.
        principles: as in `guide_table`.
        by: case or group: a row for each principle in each of them.
        show: level (the median, not a number where nobody rated), passages, cases or judges (a
            tuple).

    Returns:
        A frame with a row for each principle and a column for each letter.
    """
    check_known("show", show, SHOWN)
    table = guide_table(ratings, tags, principles, by)
    shown = {"level": "middle"}.get(show, show)
    rows = ["principle", *([by] if by else [])]
    keys = list(dict.fromkeys(table[rows].itertuples(index=False, name=None)))
    wide = table.set_index([*rows, "letter"])[shown].unstack("letter")[list(LETTERS)]
    wide.columns.name = "letter"
    return wide.reindex(keys if by else [key[0] for key in keys])


def strengths_table(
    ratings: pd.DataFrame,
    tags: pd.DataFrame | None = None,
    principles: Sequence[str] | None = None,
    levels: Sequence[int] = (1, 2, 3, 4),
) -> pd.DataFrame:
    """Return where principles stand firm and where there are gaps.

    Args:
        ratings: as in `guide_table`.
        tags: as in `guide_table`; without them nothing is said of passages.
        principles: as in `guide_table`.
        levels: those of the rubric, lowest first.

    Returns:
        A frame with the columns principle, letter, finding and words. The findings: strong (every
        rating is one of the two highest levels), weak (some rating is the lowest), judges_differ
        (two judges are two levels or more apart on the same case), not_rated, and no_passages
        (rated, but nobody has coded a passage there).
    """
    table = guide_table(ratings, tags, principles)
    place = {level: number for number, level in enumerate(levels)}
    apart = _apart(ratings, place)
    rows: list[dict[Any, Any]] = []
    for row in table.to_dict("records"):
        places = [place[level] for level in row["levels"]]
        cell = (row["principle"], row["letter"])
        found = {
            "strong": bool(places) and min(places) >= len(levels) - 2,
            "weak": bool(places) and min(places) == 0,
            "judges_differ": cell in apart,
            "not_rated": not places,
            "no_passages": tags is not None and bool(places) and not row["passages"],
        }
        rows += [
            {
                **row,
                "finding": name,
                "words": say(f"guide.{name}", cases=", ".join(apart.get(cell, ()))),
            }
            for name in FINDINGS
            if found[name]
        ]
    return make_frame(rows, ("principle", "letter", "finding", "words"))


def _apart(ratings: pd.DataFrame, place: dict[int, int]) -> dict[tuple[str, str], tuple[str, ...]]:
    """Return the cases in which judges are two levels or more apart, cell by cell."""
    found: dict[tuple[str, str], tuple[str, ...]] = {}
    for cell, some in ratings.groupby(["principle", "letter", "case"]):
        principle, letter, case = map(str, cell)
        places = [place[level] for level in some.groupby("judge")["level"].last()]
        if max(places) - min(places) > 1:
            found[principle, letter] = (*found.get((principle, letter), ()), case)
    return found
