"""Surveys: what staff answered in each wave; and the statement boards they filled in before interviews."""

from __future__ import annotations

import textwrap
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from icmo._strings import did_you_mean, language, say
from icmo.documents.tables import read_rows
from icmo.errors import Error
from icmo.outcomes import hide_small

if TYPE_CHECKING:
    import os
    from collections.abc import Mapping, Sequence

    import pandas as pd
    from matplotlib.axes import Axes
    from numpy.typing import NDArray

_NEEDED = ("respondent", "wave", "item", "answer")
_GROUPS = ("case", "role")
#: The shade of each wave, earliest first; the last is the darkest.
_SHADES = ("#d8e8dc", "#7fb58d", "#0e4d22")
_HATCHES = ("....", "", "")


class SurveyError(Error):
    """Answers that cannot be counted."""


def read_answers(path: str | os.PathLike[str]) -> pd.DataFrame:
    """Read answers from a csv or xlsx file: respondent, case, role, wave, item, answer (a number, or empty).

    Raises:
        SurveyError: an answer is no number, or a respondent answered an item twice in a wave.
        DocumentError: the file cannot be read, or a column is missing.
    """
    import pandas as pd

    return _checked(pd.DataFrame(read_rows(path, _NEEDED)), str(Path(path).name))


def wave_table(
    answers: pd.DataFrame | str | os.PathLike[str],
    by: str | Sequence[str] = (),
    *,
    items: Mapping[str, str] | str | os.PathLike[str] | None = None,
    scale: Sequence[int] = (1, 2, 3, 4, 5),
    high: Sequence[int] = (4, 5),
    smallest: int = 5,
) -> pd.DataFrame:
    """Count the answers to each item in each wave.

    Args:
        answers: a frame with respondent, case, role, wave, item, answer, or a file of them.
        by: case, role, or both.
        items: the text of each item, as a mapping or a file with the columns item and text.
        scale: the answers that can be given, the lowest first.
        high: those that count as "to a high degree".
        smallest: where fewer than this answered, nothing is shown; in tables by case or role a
            number of answers below it is hidden, with others that would give it away.

    Returns:
        A frame with `by`, item, text, wave, n (who answered), missing (who were asked and did
        not), high (how many), share (of those who answered), a column answer_1 and so on for each
        answer of the scale, change (in percentage points since the wave before in which the item
        was asked), suppressed.
    """
    import pandas as pd

    given = answers if hasattr(answers, "columns") else read_answers(answers)
    given = _checked(given, say("months.frame"))  # type: ignore[arg-type]
    groups = _groups(by, given)
    wrong = given[given["answer"].notna() & ~given["answer"].isin(list(scale))]
    if len(wrong):
        first = wrong.iloc[0]
        raise SurveyError(
            say("survey.scale", answer=f"{first['answer']:g}", item=first["item"], count=len(wrong), scale=", ".join(map(str, scale)))
        )
    texts = _texts(items)
    keys = [*groups, "item", "wave"]
    counts = given.assign(
        **{f"answer_{one}": given["answer"] == one for one in scale},
        n=given["answer"].notna(),
        missing=given["answer"].isna(),
        high=given["answer"].isin(list(high)),
    )
    numbers = ["n", "missing", "high", *(f"answer_{one}" for one in scale)]
    table = counts.groupby(keys, sort=True)[numbers].sum().reset_index()
    order = {item: place for place, item in enumerate([*texts, *dict.fromkeys(given["item"])][::-1])}
    table = table.sort_values(keys, key=lambda one: -one.map(order) if one.name == "item" else one)
    table = _hidden(
        table.reset_index(drop=True),
        groups,
        [f"answer_{one}" for one in scale],
        [f"answer_{one}" for one in high],
        smallest,
    )
    before = table.groupby([*groups, "item"], sort=False)["share"].shift()
    table["change"] = (table["share"] - before) * 100
    table.insert(len(groups) + 1, "text", table["item"].map(lambda item: texts.get(item, "")).astype("str"))
    columns = [*groups, "item", "text", "wave", "n", "missing", "high", "share"]
    columns += [*(f"answer_{one}" for one in scale), "change", "suppressed"]
    finished = table[columns].astype({"n": "float64", "high": "float64"})
    finished.attrs["survey"] = {"scale": tuple(scale), "high": tuple(high), "smallest": smallest}
    assert isinstance(finished, pd.DataFrame)  # noqa: S101 - for the type checker
    return finished


def _hidden(table: pd.DataFrame, groups: list[str], answers: list[str], high: list[str], smallest: int) -> pd.DataFrame:
    """Take away what rests on too few, and what would give it away beside the table of all."""
    n = table["n"].astype("float64")
    few = ((n > 0) & (n < smallest)).to_numpy(bool, copy=True)
    hidden = np.repeat(few[:, None], len(answers), axis=1)
    no_high = few.copy()
    if groups:
        for places in table.groupby(["item", "wave"]).indices.values():
            rows = table.iloc[places]
            own = hide_small(rows, groups, smallest, "n", few[places])
            few[places] |= own
            hidden[places], no_high[places] = _wave_hidden(rows, groups, answers, high, smallest, own)
    shares = (table["high"] / n.where(n > 0)).where(~no_high)
    shown = table[answers].astype("float64").mask(hidden)
    return table.assign(
        n=n.where(~few),
        high=table["high"].astype("float64").where(~no_high),
        share=shares,
        suppressed=few | no_high | hidden.any(axis=1),
        **{answer: shown[answer] for answer in answers},
    )


def _wave_hidden(
    rows: pd.DataFrame, groups: list[str], answers: list[str], high: list[str], smallest: int, few: NDArray[np.bool_]
) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Return which answers, and which numbers of high answers, of one item and wave are hidden."""
    hidden = np.repeat(few[:, None], len(answers), axis=1)
    no_high = few.copy()
    places = [answers.index(one) for one in high]
    bands = rows[groups].assign(high=rows["high"], rest=rows["n"] - rows["high"])
    while True:
        before = hidden.sum() + no_high.sum()
        hidden = _hide_wide(rows, groups, answers, smallest, hidden)
        # The high answers are a sum of answers: neither may give the other away.
        no_high |= hidden[:, places].any(axis=1)
        both = np.stack([no_high, no_high], axis=1)
        no_high = _hide_wide(bands, groups, ["high", "rest"], smallest, both).any(axis=1)
        hidden[np.ix_(no_high, places)] = True
        if hidden.sum() + no_high.sum() == before:
            return hidden, no_high


def _hide_wide(
    rows: pd.DataFrame, groups: list[str], columns: list[str], smallest: int, also: NDArray[np.bool_]
) -> NDArray[np.bool_]:
    """Hide small cells of a table that has a column for each of the last side's values."""
    tall = rows.melt(groups, columns, "_column", "_count")
    hidden = hide_small(tall, [*groups, "_column"], smallest, "_count", also.T.ravel())
    return hidden.reshape(len(columns), len(rows)).T


def _checked(answers: pd.DataFrame, name: str) -> pd.DataFrame:
    import pandas as pd

    missing = [column for column in _NEEDED if column not in answers.columns]
    if missing:
        raise SurveyError(say("survey.columns", name=name, columns=", ".join(missing)))
    written = answers["answer"].astype("str").str.strip().replace({"": None, "nan": None, "None": None, "<NA>": None})
    numbers = pd.to_numeric(written, errors="coerce").astype("float64")
    wrong = written.notna() & numbers.isna()
    if wrong.any():
        at = int(wrong.to_numpy().argmax())
        raise SurveyError(
            say("survey.answer", name=name, row=at + 2, answer=written.iloc[at], count=int(wrong.sum()))
        )
    checked = answers.assign(answer=numbers, wave=answers["wave"].astype("str"))
    twice = checked.duplicated(["respondent", "wave", "item"])
    if twice.any():
        at = int(twice.to_numpy().argmax())
        row = checked.iloc[at]
        raise SurveyError(
            say("survey.twice", name=name, row=at + 2, item=row["item"], wave=row["wave"], count=int(twice.sum()))
        )
    return checked


def _groups(by: str | Sequence[str], answers: pd.DataFrame) -> list[str]:
    groups = [by] if isinstance(by, str) else list(by)
    for one in groups:
        if one not in answers.columns or one not in _GROUPS:
            raise SurveyError(say("outcomes.by", by=one, known=", ".join(_GROUPS)) + did_you_mean(one, _GROUPS))
    return groups


def _texts(items: Mapping[str, str] | str | os.PathLike[str] | None) -> dict[str, str]:
    if items is None:
        return {}
    if hasattr(items, "items"):
        return dict(items.items())
    return {row["item"]: row["text"] for row in read_rows(items, ("item", "text"))}


def board_table(
    statements: pd.DataFrame | str | os.PathLike[str],
    themes: Mapping[str, Sequence[str]] | None = None,
) -> pd.DataFrame:
    """Count the statements of the boards by theme.

    Args:
        statements: a frame or file with case, statement, scope (individual or group) and priority.
            A column theme holds the theme people gave it; one statement may have several, with `;`.
        themes: where there is no such column, the words that show each theme; a statement that has
            one of them belongs to it, also inside a longer word.

    Returns:
        A frame with theme ("" for statements without one), statements, cases, individual, group,
        first (with priority 1); the most cases first.
    """
    import pandas as pd

    read = statements if hasattr(statements, "columns") else pd.DataFrame(read_rows(statements, ("case", "statement")))
    rows = []
    for one in read.to_dict("records"):  # type: ignore[union-attr]
        for theme in _themes_of(one, themes):
            rows.append(
                {
                    "theme": theme,
                    "statements": 1,
                    "case": one["case"],
                    "individual": int(one.get("scope") == "individual"),
                    "group": int(one.get("scope") == "group"),
                    "first": int(str(one.get("priority", "")).strip() in ("1", "1.0")),
                }
            )
    numbers = ["statements", "individual", "group", "first"]
    every = pd.DataFrame(rows, columns=["theme", "case", *numbers]).astype(dict.fromkeys(numbers, "int64"))
    grouped = every.groupby("theme", sort=True)
    table = grouped[numbers].sum().assign(cases=grouped["case"].nunique()).reset_index()
    table = table.sort_values(["cases", "statements"], ascending=False, kind="stable")
    return table[["theme", "statements", "cases", "individual", "group", "first"]].reset_index(drop=True)


def _themes_of(statement: Mapping[Any, Any], themes: Mapping[str, Sequence[str]] | None) -> list[str]:
    written = str(statement.get("theme") or "")
    given = [one.strip() for one in written.split(";") if one.strip() and written != "nan"]
    if not given and themes:
        text = str(statement["statement"]).casefold()
        given = [theme for theme, words in themes.items() if any(word.casefold() in text for word in words)]
    return given or [""]


def survey_box(table: pd.DataFrame, item: str, in_language: str | None = None) -> str:
    """Write what was answered to one item as the sentences of a box, with n and who did not answer."""
    rows = table[table["item"] == item].to_dict("records")
    if not rows:
        known = list(dict.fromkeys(table["item"]))
        raise SurveyError(say("survey.item", item=item, known=", ".join(known)) + did_you_mean(item, known))
    said = [
        say(
            "survey.wave",
            in_language,
            wave=row["wave"],
            share=_percent(row["share"], in_language),
            n=_whole(row["n"]),
            missing=row["missing"],
        )
        for row in rows
    ]
    change = rows[-1]["change"]
    if change == change:  # noqa: PLR0124 - nan is not itself
        said.append(say("survey.change", in_language, change=f"{change:+.0f}".replace("-", "−")))
    text = rows[0]["text"] or item
    return f"{text}: " + " ".join(said)


def draw_waves(table: pd.DataFrame, ax: Axes | None = None, in_language: str | None = None) -> Axes:
    """Draw the share that answered to a high degree, a bar for each wave under each item."""
    from matplotlib.patches import Patch  # noqa: PLC0415 - only where something is drawn

    items = list(dict.fromkeys(table["item"]))
    waves = sorted(set(table["wave"]))
    texts = table.groupby("item")["text"].first()
    if ax is None:
        import matplotlib.pyplot as plt

        _, ax = plt.subplots(figsize=(7.8, 1.5 + 0.62 * len(items)), layout="constrained")
    shades = _SHADES[-len(waves) :]
    hatches = _HATCHES[-len(waves) :]
    cells = table.drop_duplicates(["item", "wave"]).set_index(["item", "wave"])
    for place, item in enumerate(items):
        asked = [wave for wave in waves if (item, wave) in cells.index]
        for at, wave in enumerate(asked):
            row = cells.loc[(item, wave)]
            share = float(row["share"])
            high = 0.38
            y = place + (at - (len(asked) - 1) / 2) * high
            look = waves.index(wave)
            ax.barh(y, 0 if share != share else share, high * 0.92, color=shades[look], hatch=hatches[look], edgecolor="#333333", linewidth=0.6)  # noqa: PLR0124 - nan is not itself
            words = f"{_percent(share, in_language)} (n = {_whole(row['n'])})"
            ax.text((0 if share != share else share) + 0.01, y, words, va="center", fontsize=8)  # noqa: PLR0124 - as above
    names = ["\n".join(textwrap.wrap(texts[item] or item, 44)) for item in items]
    ax.set_yticks(range(len(items)), names, fontsize=8)
    ax.set_ylim(len(items) - 0.45, -0.55)
    ax.set_xlim(0, 1)
    ax.set_xticks([0, 0.25, 0.5, 0.75, 1], [_percent(one, in_language) for one in (0, 0.25, 0.5, 0.75, 1)], fontsize=8)
    ax.tick_params(axis="y", length=0)
    for side in ("top", "right", "left"):
        ax.spines[side].set_visible(False)
    patches = [Patch(facecolor=shade, hatch=hatch, edgecolor="#333333", label=wave) for shade, hatch, wave in zip(shades, hatches, waves, strict=True)]
    ax.legend(handles=patches, loc="lower left", bbox_to_anchor=(0, 1), ncols=len(waves), frameon=False, fontsize=8)
    ax.set_title(say("survey.title", in_language), fontsize=10, loc="left", pad=24)
    ax.set_xlabel(textwrap.fill(_note(table, in_language), 110), fontsize=7, loc="left")
    return ax


def describe_waves(table: pd.DataFrame, in_language: str | None = None) -> str:
    """Write the picture of waves in words: every item with its shares, n and change."""
    items = dict.fromkeys(table["item"])
    boxes = [survey_box(table, item, in_language) for item in items]
    return " ".join([say("survey.title", in_language) + ".", *boxes, _note(table, in_language)])


def _note(table: pd.DataFrame, in_language: str | None) -> str:
    told = table.attrs["survey"]
    note = say("survey.note", in_language, high=", ".join(map(str, told["high"])), lowest=told["scale"][0], highest=told["scale"][-1])
    if table["suppressed"].any():
        note += " " + say("survey.hidden", in_language, smallest=told["smallest"])
    return note


def _percent(share: float, in_language: str | None) -> str:
    if share != share:  # noqa: PLR0124 - nan is not itself
        return "*"
    return say("outcome.percent", in_language or language(), share=int(share * 100 + 0.5 + 1e-9))


def _whole(number: float) -> str:
    return "*" if number != number else f"{number:.0f}"  # noqa: PLR0124 - nan is not itself
