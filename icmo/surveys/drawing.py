"""Waves as a picture, as a box of the report, and in words."""

from __future__ import annotations

import math
import textwrap
from typing import TYPE_CHECKING

from icmo._strings import did_you_mean, language, say
from icmo.surveys.reading import SurveyError

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes

#: The shade of each wave, earliest first; the last is the darkest.
_SHADES = ("#d8e8dc", "#7fb58d", "#0e4d22")
_HATCHES = ("....", "", "")


def survey_box(table: pd.DataFrame, item: str, in_language: str | None = None) -> str:
    """Write what was answered to one item as the sentences of a box, with n and who did not answer."""
    rows = table[table["item"] == item].to_dict("records")
    if not rows:
        known = list(dict.fromkeys(table["item"]))
        raise SurveyError(
            say("survey.item", item=item, known=", ".join(known)) + did_you_mean(item, known)
        )
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
    if not math.isnan(change):
        said.append(say("survey.change", in_language, change=f"{change:+.0f}".replace("-", "−")))
    text = rows[0]["text"] or item
    return f"{text}: " + " ".join(said)


def draw_waves(table: pd.DataFrame, ax: Axes | None = None, in_language: str | None = None) -> Axes:
    """Draw the share that answered to a high degree, a bar for each wave under each item."""
    from matplotlib.patches import Patch

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
            ax.barh(
                y,
                0 if math.isnan(share) else share,
                high * 0.92,
                color=shades[look],
                hatch=hatches[look],
                edgecolor="#333333",
                linewidth=0.6,
            )
            words = f"{_percent(share, in_language)} (n = {_whole(row['n'])})"
            ax.text((0 if math.isnan(share) else share) + 0.01, y, words, va="center", fontsize=8)
    names = ["\n".join(textwrap.wrap(texts[item] or item, 44)) for item in items]
    ax.set_yticks(range(len(items)), names, fontsize=8)
    ax.set_ylim(len(items) - 0.45, -0.55)
    ax.set_xlim(0, 1)
    ax.set_xticks(
        [0, 0.25, 0.5, 0.75, 1],
        [_percent(one, in_language) for one in (0, 0.25, 0.5, 0.75, 1)],
        fontsize=8,
    )
    ax.tick_params(axis="y", length=0)
    for side in ("top", "right", "left"):
        ax.spines[side].set_visible(False)
    patches = [
        Patch(facecolor=shade, hatch=hatch, edgecolor="#333333", label=wave)
        for shade, hatch, wave in zip(shades, hatches, waves, strict=True)
    ]
    ax.legend(
        handles=patches,
        loc="lower left",
        bbox_to_anchor=(0, 1),
        ncols=len(waves),
        frameon=False,
        fontsize=8,
    )
    ax.set_title(say("survey.title", in_language), fontsize=10, loc="left", pad=24)
    ax.set_xlabel(textwrap.fill(wave_note(table, in_language), 110), fontsize=7, loc="left")
    return ax


def describe_waves(table: pd.DataFrame, in_language: str | None = None) -> str:
    """Write the picture of waves in words: every item with its shares, n and change."""
    items = dict.fromkeys(table["item"])
    boxes = [survey_box(table, item, in_language) for item in items]
    return " ".join([say("survey.title", in_language) + ".", *boxes, wave_note(table, in_language)])


def wave_note(table: pd.DataFrame, in_language: str | None = None) -> str:
    """Return what must be known to read waves: the scale, what counts as high, what is hidden."""
    told = table.attrs["survey"]
    note = say(
        "survey.note",
        in_language,
        high=", ".join(map(str, told["high"])),
        lowest=told["scale"][0],
        highest=told["scale"][-1],
    )
    if table["suppressed"].any():
        note += " " + say("survey.hidden", in_language, smallest=told["smallest"])
    return note


def _percent(share: float, in_language: str | None) -> str:
    if math.isnan(share):
        return "*"
    return say("outcome.percent", in_language or language(), share=int(share * 100 + 0.5 + 1e-9))


def _whole(number: float) -> str:
    return "*" if math.isnan(number) else f"{number:.0f}"
