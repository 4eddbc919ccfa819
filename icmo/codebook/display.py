"""A codebook as a notebook shows it: to be read, and folded out where one wants to know more."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

from icmo._palette import look
from icmo._strings import say

if TYPE_CHECKING:
    from collections.abc import Iterable

    from icmo.codebook import Codebook
    from icmo.codebook.records import Code, Family, Text

# JupyterLab gives the page its own colours, light or dark; outside it the fallbacks hold.
_STYLE = """
.icmo-codebook { max-width: 46rem; color: var(--jp-ui-font-color1, #212121);
  font: 14px/1.5 var(--jp-content-font-family, system-ui, sans-serif); overflow-wrap: break-word; }
.icmo-codebook .title { font-size: 1.35em; font-weight: 600; line-height: 1.3; margin: .4em 0 .1em; }
.icmo-codebook p { margin: .3em 0; }
.icmo-codebook .quiet { color: var(--jp-ui-font-color2, #5c5c5c); font-size: .9em; font-weight: normal; }
.icmo-codebook summary { cursor: pointer; }
.icmo-codebook summary:focus-visible { outline: 2px solid var(--jp-brand-color1, #1976d2); outline-offset: 1px; }
.icmo-codebook .family { margin: .5em 0; border: 1px solid var(--jp-border-color2, #ddd); border-radius: 4px; }
.icmo-codebook .family > summary { padding: .4em .7em; }
.icmo-codebook .family[open] > summary { border-bottom: 1px solid var(--jp-border-color2, #ddd); }
.icmo-codebook .inside { padding: .4em .9em .8em; }
.icmo-codebook .name { font-weight: 600; margin-right: .35em; }
.icmo-codebook .letter { display: inline-block; min-width: 1.55em; margin-right: .35em; border-radius: 3px;
  color: #fff; font-weight: 600; line-height: 1.55; text-align: center; }
.icmo-codebook ul.codes:not(.list-inline) { list-style: none; margin: 0; padding: 0; }
.icmo-codebook ul.codes li { margin: .9em 0 0; padding: 0; }
.icmo-codebook ul.codes li > ul.codes { margin: .7em 0 0 .25em; padding-left: 1.1em;
  border-left: 2px solid var(--jp-border-color2, #ddd); }
.icmo-codebook ul.codes li > ul.codes > li:first-child { margin-top: 0; }
.icmo-codebook li p { margin: .1em 0; }
.icmo-codebook .id, .icmo-codebook code { padding: 0; background: none; font-size: .85em;
  font-family: var(--jp-code-font-family, ui-monospace, monospace); }
.icmo-codebook .id { color: var(--jp-ui-font-color2, #5c5c5c); }
.icmo-codebook code { color: inherit; }
.icmo-codebook .retired .name { text-decoration: line-through; }
.icmo-codebook .description { margin: .5em 0 .9em; }
.icmo-codebook .use > summary { color: var(--jp-ui-font-color2, #5c5c5c); font-size: .9em; }
.icmo-codebook .use > p { margin-left: 1.1em; }
.icmo-codebook .use b { font-weight: 600; }
"""


def codebook_html(codebook: Codebook, language: str | None = None) -> str:
    """Return a codebook as HTML without script; everything people wrote is escaped."""
    page = _Page(codebook, language)
    return page.html()


class _Page:
    """The one language a codebook is shown in, and the parts of it as HTML."""

    def __init__(self, codebook: Codebook, language: str | None) -> None:
        self.codebook = codebook
        # A codebook in Danish alone is shown in Danish, its few headings too.
        self.language = codebook.chosen_language(language)

    def html(self) -> str:
        families = self.codebook.family_records
        folded = [
            self.family(family, is_open=number == 0) for number, family in enumerate(families)
        ]
        size = self.say(
            "display.size",
            codes=self.count(len(self.codebook), "display.codes", "display.one_code"),
            families=self.count(len(families), "display.families", "display.one_family"),
        )
        version = self.say("export.version", version=self.codebook.version)
        return (
            f'<div class="icmo-codebook" lang="{self.language}"><style>{_STYLE}</style>'
            f'<p class="title" role="heading" aria-level="2">{self.text(self.codebook.title)}</p>'
            f'<p class="quiet">{size} · {escape(version)} · <span class="id">{escape(self.codebook.id)}</span></p>'
            f"{self.paragraph(self.codebook.description, 'description')}{''.join(folded)}</div>"
        )

    def family(self, family: Family, *, is_open: bool) -> str:
        looks = look(family.role)
        name = self.text(family.label) if family.label else escape(family.id)
        count = self.count(len(family.codes), "display.codes", "display.one_code")
        return (
            f'<details class="family"{" open" if is_open else ""}><summary>'
            f'<span class="letter" style="background:{looks.colour}" aria-hidden="true">{looks.letter}</span> '
            f'<span class="name">{name}</span> '
            f'<span class="quiet">{escape(self.say(f"role.{family.role}"))} · {count}</span></summary>'
            f'<div class="inside">{self.paragraph(family.definition)}{self.codes(family)}</div></details>'
        )

    def codes(self, family: Family) -> str:
        """Write the codes of a family as lists within lists, from the innermost out."""
        under: dict[str | None, list[Code]] = {}
        for code in family.codes:
            under.setdefault(code.parent, []).append(code)
        written: dict[str, str] = {}
        for code in _deepest_first(under):
            written[code.id] = self.code(
                code, [written.pop(below.id) for below in under.get(code.id, [])]
            )
        return _list(written[code.id] for code in under.get(None, []))

    def code(self, code: Code, below: list[str]) -> str:
        retired = (
            f' <span class="quiet">{self.say("export.retired")}</span>' if code.retired else ""
        )
        return (
            f'<li{" class=retired" if code.retired else ""}><span class="name">{self.text(code.label)}</span> '
            f'<span class="id">{escape(code.id)}</span>{retired}'
            f"{self.paragraph(code.definition)}{self.use(code)}{_list(below)}</li>"
        )

    def use(self, code: Code) -> str:
        """Write when to use a code and when not to, folded."""
        rules = [
            f"<p><b>{self.say(key)}:</b> {self.text(rule)}</p>"
            for key, rule in (("export.include", code.include), ("export.exclude", code.exclude))
            if rule
        ]
        summary = f"<summary>{self.say('display.use')}</summary>"
        return f'<details class="use">{summary}{"".join(rules)}</details>' if rules else ""

    def paragraph(self, text: Text | None, kind: str = "text") -> str:
        return (
            f'<p class="{kind}">{self.text(text)}</p>' if text and text.get(self.language) else ""
        )

    def text(self, text: Text) -> str:
        """Escape a text, and set the ids it quotes (`rel_haab`) apart."""
        return re.sub(r"`([^`<>]+)`", r"<code>\1</code>", escape(text[self.language]))

    def count(self, number: int, many: str, one: str) -> str:
        return self.say(one if number == 1 else many, count=number)

    def say(self, key: str, **values: object) -> str:
        return say(key, self.language, **values)


def _deepest_first(under: dict[str | None, list[Code]]) -> list[Code]:
    """Return every code before the one it belongs under, however deep the chain."""
    found: list[Code] = []
    waiting = list(under.get(None, []))
    while waiting:
        code = waiting.pop()
        found.append(code)
        waiting += under.get(code.id, [])
    return found[::-1]


def _list(items: Iterable[str]) -> str:
    inside = "".join(items)
    return f'<ul class="codes">{inside}</ul>' if inside else ""
