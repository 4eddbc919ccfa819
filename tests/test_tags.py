"""Tags in a file are quotes; each is found where it stands."""

from __future__ import annotations

import pytest

from icmo.tags import QuotedTag, TagError, check_span, find_quote, read_tags


def test_the_second_occurrence_of_a_quote_is_found_where_it_stands():
    assert find_quote("ja ja ja", "ja", 2) == (3, 5)


def test_a_quote_that_is_not_in_the_text_is_named_with_what_to_do():
    with pytest.raises(TagError) as error:
        find_quote("hej", "farvel")

    assert str(error.value) == (
        'the quote "farvel" is not in the document (occurrence 1). Mend the quote so that it stands word for word.'
    )


@pytest.mark.parametrize(("start", "end"), [(2, 2), (-1, 2), (2, 1), (0, 6)])
def test_a_span_that_is_empty_or_outside_the_text_is_refused(start, end):
    with pytest.raises(TagError):
        check_span(start, end, 5)


def test_a_coders_file_is_read_with_quotation_marks_and_commas_in_the_quotes(tmp_path):
    file = tmp_path / "anna.csv"
    file.write_text(
        "document,code,quote,occurrence,polarity,note\n"
        '"Interview, Åse",meningsfuldhed,"hun sagde ""ja"", og smilte",2,hinders,husk\n'
        "B,tillid,ja,,,\n",
        encoding="utf-8",
    )

    assert read_tags(file) == [
        QuotedTag(
            "Interview, Åse", "meningsfuldhed", 'hun sagde "ja", og smilte', 2, "hinders", "husk"
        ),
        QuotedTag("B", "tillid", "ja"),
    ]
