"""Encodings: bytes become text; bytes that are not text are told from those in an old encoding."""

import codecs

__all__ = ["NotText", "decode"]

SAMPLE = 32_768
"""Bytes from which an encoding is guessed; enough for any, and it bounds the time."""
CONTROLS = dict.fromkeys({*range(32)} - {9, 10, 11, 12, 13, 27, 28, 29, 30, 31})
"""Characters that text has none of, but for a stray one."""
DENSE = 0.01
"""Share of control characters from which a file is not text."""
WIDE = ("utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be")
"""Encodings of several bytes a letter, whose English text is full of zero bytes."""
LATIN = 0.5
"""Share of ASCII letters and signs that English text has at least; zero bytes read in the wrong width give other scripts."""
MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
"""Byte order marks; the longer one first, since UTF-32 begins like UTF-16."""
KINDS = {
    b"%PDF": "a PDF",
    b"<!DOCTYPE html": "a web page",
    b"<!doctype html": "a web page",
    b"<html": "a web page",
    b"GIF8": "a picture",
    b"PK\x03\x04": "an archive or office document",
    b"\x1f\x8b": "compressed",
    b"\x89PNG": "a picture",
    b"\xd0\xcf\x11\xe0": "an office document",
    b"\xff\xd8\xff": "a picture",
    b"{\\rtf": "an RTF document",
}
"""How the files begin that people mistake for text."""


class NotText(ValueError):
    """The bytes are not text; the message says what they seem to be."""


def decode(raw: bytes) -> str:
    """The text of `raw`: UTF-8 where it fits, else by its byte order mark, else as charset-normalizer reads it.

    Raises NotText for bytes that are none.
    """
    for start, kind in KINDS.items():
        if raw.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(start):
            raise NotText(f"is {kind}, not text; save its text first")
    encoding = next((name for mark, name in MARKS if raw.startswith(mark)), None)
    if encoding is None and b"\0" in raw[:SAMPLE]:
        encoding = _wide(raw)
    try:
        return _checked(raw.decode(encoding or "utf-8"))
    except UnicodeDecodeError as error:
        if encoding is None and error.reason == "unexpected end of data" and error.start >= len(raw) - 3:
            return _checked(raw.decode("utf-8", "replace"))  # UTF-8 that was cut off inside its last letter
        return _checked(_guessed(raw))


def _wide(raw: bytes) -> str | None:
    """The encoding of several bytes a letter in which the bytes read as text; None where a zero byte is only a stray one."""
    for name in WIDE:
        sample = raw[:SAMPLE].decode(name, "replace")
        if "\0" not in sample and sum(char.isascii() for char in sample) >= LATIN * len(sample):
            return name
    return None


def _guessed(raw: bytes) -> str:
    """The text in the encoding that charset-normalizer finds most likely.

    Its guess between relatives of Windows-1252 is chance in English text; that one is taken where it is among them.
    """
    from charset_normalizer import from_bytes  # late: it costs 30 ms, and nearly every article is UTF-8

    matches = from_bytes(raw[:SAMPLE])
    best = matches.best()
    if best is None:
        raise NotText("is not text; give text files")
    names = {name for match in matches for name in (match.encoding, *match.could_be_from_charset)}
    western = best.encoding.startswith(("cp125", "iso8859", "latin"))
    return raw.decode("cp1252" if western and "cp1252" in names else best.encoding, "replace")


def _checked(text: str) -> str:
    """`text`, unless it is full of control characters."""
    sample = text[:SAMPLE]
    if len(sample) - len(sample.translate(CONTROLS)) > DENSE * len(sample):
        raise NotText("is not text; give text files")
    return text
