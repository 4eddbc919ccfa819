"""A codebook as a notebook shows it."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from icmo.codebook import Codebook
from icmo.codebook.display import codebook_html

KIB = Path(__file__).parents[1] / "codebooks" / "kib.yaml"
PAYLOAD = "</style><script>alert(1)</script><img src=x onerror=alert(1)>"

BOOK = """\
id: bog
title: {da: Bogen, en: The book}
version: "3"
languages: [da, en]
families:
  - id: mechanism
    role: mechanism
    label: {da: Mekanismer, en: Mechanisms}
    codes:
      - id: barn
        label: {da: Barn, en: Child}
        definition: {da: Hun har det med i bagagen., en: She carries it along with her.}
        parent: mor
      - id: mor
        label: {da: Mor, en: Mother}
        definition: {da: Hun stoler på medarbejderen i forløbet., en: She trusts the worker on the way.}
        exclude: {da: "Er det håb, så brug `barn`.", en: "If it is hope, use `barn`."}
        retired: true
  - id: outcome
    role: outcome
    label: {da: Udkomme, en: Outcomes}
"""


class Outline(HTMLParser):
    """The elements of a page with what surrounds each, and its visible text."""

    def __init__(self, page):
        super().__init__()
        self.open, self.elements, self.words = [], [], []
        self.feed(page)
        assert self.open == []

    def handle_starttag(self, tag, attributes):
        self.open.append(tag)
        self.elements.append((tag, dict(attributes)))

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if "style" not in self.open:
            self.words.append((data, self.open.count("li")))

    @property
    def text(self):
        return " ".join("".join(word for word, _ in self.words).split())


def outline(text=BOOK, language="da"):
    return Outline(codebook_html(Codebook.parse(text), language))


def test_a_script_in_a_label_is_shown_as_text():
    page = Outline(
        codebook_html(Codebook.parse(BOOK.replace("da: Mor,", f"da: '{PAYLOAD}',")), "da")
    )

    assert PAYLOAD in page.text
    assert {tag for tag, _ in page.elements} <= {
        "div",
        "style",
        "p",
        "span",
        "details",
        "summary",
        "ul",
        "li",
        "b",
        "code",
    }
    assert not [
        name for _, attributes in page.elements for name in attributes if name.startswith("on")
    ]


@pytest.mark.parametrize(
    "field", ["title: {da: ", "label: {da: ", "definition: {da: ", "exclude: {da: "]
)
def test_markup_is_shown_as_text_wherever_people_write(field):
    text = re.sub(re.escape(field) + r'("[^"]*"|[^,]*),', f"{field}'`{PAYLOAD}` \"&amp;',", BOOK)
    page = outline(text)

    assert '"&amp;' in page.text
    assert not {"script", "img"} & {tag for tag, _ in page.elements}


def test_each_family_folds_and_the_first_is_open():
    families = [
        attributes for tag, attributes in outline().elements if attributes.get("class") == "family"
    ]

    assert ["open" in attributes for attributes in families] == [True, False]


def test_a_code_stands_inside_the_code_it_belongs_under_whatever_their_order_in_the_file():
    depths = {word: depth for word, depth in outline().words if word in ("Mor", "Barn")}

    assert depths == {"Mor": 1, "Barn": 2}


def test_title_role_counts_and_rules_are_readable_in_both_languages():
    danish, english = outline(language="da"), outline(language="en")

    assert danish.text.startswith("Bogen2 koder i 2 familier · version 3 · bog")
    assert "M Mekanismer mekanisme · 2 koder" in danish.text
    assert "Mor mor udgået" in danish.text
    assert "Hvornår ikke: Er det håb, så brug barn." in danish.text
    assert "O Outcomes outcome · 0 codes" in english.text
    assert "When not to: If it is hope, use barn." in english.text


def test_the_language_of_the_page_is_declared():
    assert outline(language="da").elements[0][1]["lang"] == "da"
    assert outline(language="en").elements[0][1]["lang"] == "en"


def test_a_codebook_in_danish_alone_is_shown_in_danish():
    text = re.sub(r", en: [^}]*}", "}", BOOK).replace("[da, en]", "[da]")
    page = outline(text, "en")

    assert page.elements[0][1]["lang"] == "da"
    assert "Mekanismer mekanisme" in page.text


def test_every_code_of_kib_is_on_the_page_once():
    kib = Codebook.load(KIB)
    page = Outline(codebook_html(kib, "da"))
    shown = [word for word, _ in page.words]

    assert sum(tag == "li" for tag, _ in page.elements) == len(kib) == 225
    assert [code for code in kib.labels() if code not in shown] == []


def test_colours_come_from_jupyterlab_with_a_fallback_for_each():
    page = codebook_html(Codebook.parse(BOOK), "da")

    assert re.findall(r"var\(--jp-[\w-]+\)", page) == []
    assert "var(--jp-ui-font-color1, #" in page
    assert "http" not in page
