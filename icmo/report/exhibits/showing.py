"""How an exhibit looks in a notebook, before it is set as pages: HTML without script, all words escaped."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

# JupyterLab gives the page its own colours, light or dark; outside it the fallbacks hold. The
# class is named twice where JupyterLab would else decide.
_STYLE = """
.icmo-exhibit { margin: 1em 0; max-width: 62em; color: var(--jp-ui-font-color1, #212121);
  font: 14px/1.5 var(--jp-content-font-family, system-ui, sans-serif); }
.icmo-exhibit figcaption { font-weight: 600; margin: 0 0 .5em; }
.icmo-exhibit .quiet { color: var(--jp-ui-font-color2, #5c5c5c); font-size: 12px; margin: .5em 0 0; }
.icmo-exhibit .scroll { overflow-x: auto; color: inherit; }
.icmo-exhibit table { color: inherit; }
.icmo-exhibit svg { max-width: 100%; height: auto; background: #fff; }
.icmo-exhibit.icmo-exhibit table { border-collapse: collapse; margin: 0; font-size: 13px; }
.icmo-exhibit.icmo-exhibit table th, .icmo-exhibit.icmo-exhibit table td { padding: .3em .7em; border: 0;
  border-bottom: 1px solid var(--jp-border-color2, #ddd); vertical-align: top; text-align: left;
  white-space: pre-line; color: inherit; }
.icmo-exhibit.icmo-exhibit thead th { border-bottom: 2px solid var(--jp-border-color1, #999); vertical-align: bottom; }
.icmo-exhibit.icmo-exhibit tbody th { font-weight: 500; }
.icmo-exhibit.icmo-exhibit table .number { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
.icmo-exhibit.icmo-exhibit td.shaded { color: #212121; }
.icmo-exhibit blockquote { margin: .6em 0; padding: .1em 0 .1em 1em; border-left: 3px solid #1f4e79; color: inherit; }
.icmo-exhibit blockquote p { margin: 0; }
.icmo-exhibit blockquote small { color: var(--jp-ui-font-color2, #5c5c5c); }
.icmo-exhibit .box { border: 1px solid var(--jp-border-color1, #bbb); border-left: 4px solid #1f4e79; padding: .6em 1.1em; }
.icmo-exhibit .box > strong { display: block; margin-bottom: .3em; }
.icmo-exhibit .box p { margin: .5em 0; }
"""


def exhibit_html(payload: Mapping[str, Any]) -> str:
    """Return an exhibit as HTML; whatever people said is text in it."""
    caption = payload.get("caption", "")
    notes = "".join(
        f'<p class="quiet">{escape(payload[name])}</p>'
        for name in ("note", "source")
        if payload.get(name)
    )
    head = f"<figcaption>{escape(caption)}</figcaption>" if caption else ""
    inside = _inside(payload)
    return f'<figure class="icmo-exhibit"><style>{_STYLE}</style>{head}{inside}{notes}</figure>'


def _inside(part: Mapping[str, Any]) -> str:
    """Return what stands in an exhibit or in a part of a box."""
    if part["kind"] == "figure":
        svg = str(part["svg"])
        return f'<div role="img" aria-label="{escape(part.get("alt", ""))}">{svg[svg.find("<svg") :]}</div>'
    if part["kind"] == "table":
        return _table(part)
    if part["kind"] == "quote":
        words, speaker = escape(part["text"]), escape(part["speaker"])
        return f"<blockquote><p>»{words}«</p><small>— {speaker}</small></blockquote>"
    if part["kind"] == "list":
        tag = "ol" if part.get("ordered") else "ul"
        return f"<{tag}>{''.join(f'<li>{escape(item)}</li>' for item in part['items'])}</{tag}>"
    if part["kind"] == "box":
        title = f"<strong>{escape(part['title'])}</strong>" if part["title"] else ""
        blocks = "".join(_block(block) for block in part["blocks"])
        return f'<div class="box">{title}{blocks}</div>'
    lead = f"<strong>{escape(part['lead'])}</strong> " if part.get("lead") else ""
    return f"<p>{lead}{escape(part['text'])}</p>"


def _block(block: Mapping[str, Any]) -> str:
    caption = f"<p><em>{escape(block['caption'])}</em></p>" if block.get("caption") else ""
    note = f'<p class="quiet">{escape(block["note"])}</p>' if block.get("note") else ""
    return f"{caption}{_inside(block)}{note}"


def _table(part: Mapping[str, Any]) -> str:
    heads = part["head"] if part["head"] and isinstance(part["head"][0], list) else [part["head"]]
    first = "".join(
        "<tr>"
        + "".join(
            f'<th scope="col"{_number(part, place)}>{escape(cell)}</th>'
            for place, cell in enumerate(row)
        )
        + "</tr>"
        for row in heads
    )
    spans = {(row, column): columns for row, column, columns in part.get("spans") or ()}
    body = "".join(_row(part, number, row, spans) for number, row in enumerate(part["rows"]))
    return f'<div class="scroll"><table><thead>{first}</thead><tbody>{body}</tbody></table></div>'


def _row(
    part: Mapping[str, Any],
    number: int,
    row: Sequence[str],
    spans: Mapping[tuple[int, int], int],
) -> str:
    cells, hidden = [], 0
    for place, cell in enumerate(row):
        if hidden:
            hidden -= 1
            continue
        over = spans.get((number, place), 1)
        hidden = over - 1
        span = f' colspan="{over}"' if over > 1 else ""
        if place < part.get("row_heads", 0):
            cells.append(f'<th scope="row"{span}>{escape(cell)}</th>')
        else:
            cells.append(f"<td{span}{_look(part, number, place)}>{escape(cell)}</td>")
    return f"<tr>{''.join(cells)}</tr>"


def _number(part: Mapping[str, Any], place: int) -> str:
    numeric = part.get("numeric") or []
    return ' class="number"' if place < len(numeric) and numeric[place] else ""


def _look(part: Mapping[str, Any], number: int, place: int) -> str:
    shades = part.get("shades")
    shade = shades[number][place] if shades else None
    if not shade:
        return _number(part, place)
    kind = "shaded number" if _number(part, place) else "shaded"
    return f' class="{kind}" style="background:{escape(shade)}"'
