"""Encodings: any encoding of a news text is read; bytes that are not text are told apart."""

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.reading.encodings import NotText, decode

NEWS = (
    "The army left Ménaka on Friday, the communiqué said. “We were attacked,” Colonel Dembélé added – 12 men fell in Kéniéba. "
    "The café in Señora street was closed, and the façade of the town hall burnt for three days."
)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_news_in_any_encoding_is_read(encoding: str) -> None:
    assert decode(NEWS.encode(encoding)) in {NEWS, "\ufeff" + NEWS}


def test_latin_letters_are_read_as_the_windows_code_page() -> None:
    plain = NEWS.replace("“", '"').replace("”", '"').replace("–", "-")
    assert decode(plain.encode("latin-1")) == plain


@pytest.mark.parametrize("raw", [bytes(range(256)) * 20, b"\x7fELF" + bytes(200), b"\x89PNG\r\n\x1a\n", b"text\0text\0" * 99])
def test_what_is_not_text_is_refused(raw: bytes) -> None:
    with pytest.raises(NotText):
        decode(raw)


def test_a_stray_zero_byte_makes_no_binary_of_an_article() -> None:
    assert decode((NEWS * 3 + "\0").encode()) == NEWS * 3 + "\0"


@settings(deadline=None)  # time is measured in bench/
@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")))
def test_utf_8_is_read_as_it_is(text: str) -> None:
    raw = text.encode("utf-8", "replace")
    try:
        found = decode(raw)
    except NotText:
        assert any(ord(char) < 32 for char in text) or text.lstrip("\ufeff \t\r\n").startswith(("%PDF", "<", "GIF", "PK", "{"))
    else:
        assert found == raw.decode("utf-8-sig")


@settings(deadline=None)  # time is measured in bench/
@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(raw: bytes) -> None:
    with suppress(NotText):
        assert isinstance(decode(raw), str)
